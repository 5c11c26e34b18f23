import { randomUUID } from 'node:crypto'
import { renderWording } from '../../src/domain/texting/wording.ts'
import type { Db } from '../../src/platform/db.ts'
import { examplePractice, later } from './practice.ts'

/** Callers of the example practice's main line who agreed to a text an hour ago, each with the text that leaves at `due`. */
export async function plannedTexts(
  db: Db,
  due: Date,
  count: number,
): Promise<{ phone: string; followUpId: string; messageId: string }[]> {
  const practice = examplePractice()
  const { text: body, version, language } = renderWording(practice, 'call-received', 'en')
  const { clinicId } = practice
  const lineId = `${clinicId}/main`
  const at = later(due, -60)
  const first = 1000 + (await db.contact.count())
  const patients = Array.from({ length: count }, (_, index) => ({
    phone: `+1415600${String(first + index)}`,
    contactId: randomUUID(),
    followUpId: randomUUID(),
    messageId: randomUUID(),
  }))
  await db.contact.createMany({
    data: patients.map(({ contactId, phone }) => ({ id: contactId, phone, createdAt: at })),
  })
  await db.followUp.createMany({
    data: patients.map(({ contactId, followUpId }) => ({
      ...{ id: followUpId, clinicId, lineId, contactId, trigger: 'missed-call', reason: 'missed-call' },
      ...{
        status: 'new-request',
        queue: 'assistant',
        urgency: 'routine',
        heard: 'nothing-to-hear',
        language,
      },
      ...{
        receivedAt: at,
        dueAt: later(at, 600),
        escalateAt: later(at, 600),
        nextAction: 'call-back',
        lastAction: 'text-planned',
      },
      ...{ lastActionAt: at, cadenceStep: 1, nextTouchAt: later(at, 600), policyVersion: practice.version },
    })),
  })
  await db.consentEvent.createMany({
    data: patients.map(({ contactId, followUpId }) => ({
      ...{ id: randomUUID(), contactId, at, kind: 'grant', channel: 'text', scope: 'this-request' },
      ...{ basis: 'key-press', evidence: `call-of-${followUpId}`, followUpId },
    })),
  })
  await db.message.createMany({
    data: patients.map(({ contactId, followUpId, messageId, phone }) => ({
      ...{
        id: messageId,
        direction: 'out',
        state: 'planned',
        clinicId,
        lineId,
        contactId,
        followUpId,
        phone,
      },
      ...{ purpose: 'callback', step: 'text-1', language, wordingVersion: `call-received@${version}`, body },
      ...{ notBefore: due, createdAt: at },
    })),
  })
  return patients
}

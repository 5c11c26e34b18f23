import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openPicture } from '../../../src/casework/pictures.ts'
import { lowerItem, raiseItem } from '../../../src/casework/raising.ts'
import { openVoicemail } from '../../../src/casework/recordings.ts'
import { receiveRequest } from '../../../src/casework/requests.ts'
import { addNote, recordOutcome } from '../../../src/casework/staff-actions.ts'
import { textArrived } from '../../../src/casework/texts.ts'
import { readDossier } from '../../../src/casework/view/dossier.ts'
import { readRecall } from '../../../src/casework/view/recall.ts'
import { WITHHELD } from '../../../src/casework/view/redaction.ts'
import { messageRecorded, messageTranscribed } from '../../../src/casework/voicemails.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { sid } from '../../support/webhook.ts'
import { employ, type Colleague } from '../people.ts'

/* What assistants read of an item that licensed staff handed back to them. */

let stage: CaseworkStage
let desk: Colleague
let nurse: Colleague
beforeAll(async () => {
  stage = await startCasework()
  desk = await employ(stage.db, 'Maya', 'assistant')
  nurse = await employ(stage.db, 'Ines', 'licensed')
})
afterAll(() => stage.close())
beforeEach(() => stage.setTime(WEDNESDAY_11))

const pass = (minutes: number): void => stage.setTime(later(stage.now(), minutes))
const numberOf = async (id: string): Promise<number> =>
  (await stage.db.followUp.findUniqueOrThrow({ where: { id } })).number
const read = async (by: Colleague, id: string) => {
  const dossier = await readDossier(stage.db, by.reader, { id }, stage.now())
  if (!dossier) throw new Error('There is no such item')
  return dossier
}
const textsOf = ({ messages }: Awaited<ReturnType<typeof read>>) =>
  messages.filter(({ direction }) => direction === 'in').map(({ body }) => body)

/** A voicemail and a text with clinical words, a note, and then the nurse hands it back. */
async function handedBack(): Promise<{ phone: string; id: string; callSid: string; number: number }> {
  const phone = stage.newPhone()
  const { callSid, followUpId: id } = await stage.call(phone)
  const recordingSid = `RE${callSid.slice(2)}`
  await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 9 })
  const transcript = {
    callSid,
    transcriptionSid: `TR${callSid}`,
    status: 'completed',
    text: 'my rash is worse',
  }
  await messageTranscribed(stage.sending, transcript)
  await stage.text(phone, 'please call me')
  const number = await numberOf(id)
  await addNote(stage.sending, desk.actor, { number, note: 'sounded upset' })
  pass(5)
  await lowerItem(stage.sending, nurse.actor, { number, read: 99, reason: 'an old rash, asks about parking' })
  pass(5)
  return { phone, id, callSid, number }
}

it('nothing of what was said before, and not why it was handed back', async () => {
  const { id, callSid } = await handedBack()
  const seen = await read(desk, id)
  expect(seen.calls.map(({ transcript }) => transcript)).toEqual([WITHHELD])
  expect(textsOf(seen)).toEqual([WITHHELD])
  const shown = JSON.stringify(seen.history.map(({ kind, detail, clinical }) => [kind, detail, clinical]))
  expect(shown).not.toMatch(/rash|parking|upset/)
  expect(seen.history.at(-1)).toMatchObject({ kind: 'routing-lowered', actor: 'ines' })
  expect(seen.item).toMatchObject({ queue: 'assistant', nextAction: 'call-back' })
  const playback = { ...stage.sending, recordings: stage.twilio.carrier }
  expect(await openVoicemail(playback, desk.reader, callSid, undefined)).toEqual({ type: 'not-yours' })
})

it('everything that comes in from then on, and what is written down of it', async () => {
  const { id, phone, number } = await handedBack()
  await stage.text(phone, 'Tuesday works')
  await addNote(stage.sending, desk.actor, { number, note: 'Prefers mornings' })
  const seen = await read(desk, id)
  expect(textsOf(seen)).toEqual([WITHHELD, 'Tuesday works'])
  expect(JSON.stringify(seen.history.map(({ detail }) => detail))).toContain('Prefers mornings')
  pass(1)
  await recordOutcome(stage.sending, desk.actor, { number, outcome: 'resolved', note: 'Booked online.' })
  expect((await read(desk, id)).item.closingNote).toBe('Booked online.')
})

it('nothing at all once it is with licensed staff again, whoever brought it there', async () => {
  for (const again of ['now it bleeds', null]) {
    const { id, phone, number } = await handedBack()
    await stage.text(phone, 'Tuesday works')
    pass(1)
    if (again === null) await raiseItem(stage.sending, desk.actor, { number, urgency: 'clinical', note: '' })
    else await stage.text(phone, again)
    expect(new Set(textsOf(await read(desk, id)))).toEqual(new Set([WITHHELD]))
    pass(1)
    await recordOutcome(stage.sending, nurse.actor, { number, outcome: 'resolved', note: 'Advised.' })
    expect((await read(desk, id)).item.closingNote).toBe(WITHHELD)
  }
})

it('what a nurse notes with clinical words afterwards is for licensed staff', async () => {
  const { id, phone, number } = await handedBack()
  await stage.text(phone, 'Tuesday works')
  await addNote(stage.sending, nurse.actor, { number, note: 'rash is from 2019' })
  expect(
    JSON.stringify((await read(desk, id)).history.map(({ detail, clinical }) => [detail, clinical])),
  ).not.toContain('2019')
})

it('a picture from before stays closed to them; licensed staff see it', async () => {
  const phone = stage.newPhone()
  const messageSid = sid('SM', 6_001)
  await textArrived(stage.sending, {
    ...{ messageSid, from: phone, to: MAIN, body: 'my form', mediaCount: 1, carrierVerdict: undefined },
    media: [{ sid: sid('ME', 6_001), contentType: 'image/jpeg' }],
  })
  const { id } = await stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } } })
  pass(5)
  await lowerItem(stage.sending, nurse.actor, {
    number: await numberOf(id),
    read: 99,
    reason: 'it is a form',
  })
  const viewing = {
    ...stage.sending,
    pictures: { openPicture: () => Promise.resolve({ type: 'gone' as const }) },
  }
  expect(await openPicture(viewing, desk.reader, messageSid, 0)).toEqual({ type: 'not-yours' })
  expect(await openPicture(viewing, nurse.reader, messageSid, 0)).toEqual({ type: 'gone' })
})

it('a recall of theirs is called again, and its reason neither shows nor sorts', async () => {
  const { followUpId: id } = await receiveRequest(stage.sending, {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone: stage.newPhone(), language: null },
    ...{ source: 'import', by: 'rosa', sourceRef: null, importId: null, licensed: false },
    need: {
      ...{ trigger: 'recall-due', personName: null, reason: 'rash is worse', segment: 'overdue-follow-up' },
      ...{
        dueFrom: '2026-11-01',
        dueTo: null,
        provider: null,
        providerPriority: null,
        lastAppointment: null,
      },
      ...{ preferredContact: null, insuranceNote: 'Plan changed', authorizationNeeded: false },
      ...{ lastOutreachAt: null, lastOutreachResult: null, responsible: null },
    },
  })
  const row = async (by: Colleague) => {
    const filter = { until: null, segment: null, provider: null }
    const page = await readRecall(stage.db, by.reader, filter, { at: stage.now(), limit: 50, after: null })
    return page.items.find(({ itemId }) => itemId === id)
  }
  expect(await row(desk)).toMatchObject({ clinical: true, reason: WITHHELD, insuranceNote: null })
  pass(5)
  await lowerItem(stage.sending, nurse.actor, {
    number: await numberOf(id),
    read: 99,
    reason: 'known, nothing new',
  })
  expect(await row(desk)).toMatchObject({ clinical: false, reason: WITHHELD, insuranceNote: null })
  expect(await row(nurse)).toMatchObject({ reason: 'rash is worse', insuranceNote: 'Plan changed' })
})

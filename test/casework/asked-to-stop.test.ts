import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

/* What a person tells staff on the phone, or the machine, counts like a text of their own: for every item of the number, and at once. */

let stage: CaseworkStage
let maya: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const linesOf = ({ followUpId }: Patient) =>
  stage.db.historyEntry.findMany({ where: { followUpId }, orderBy: { id: 'asc' } })
const itemOf = ({ followUpId }: Patient) => stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
const contactOf = ({ phone }: Patient) =>
  stage.db.contact.findUniqueOrThrow({ where: { phone }, include: { consents: true, facts: true } })

async function record(patient: Patient, outcome: 'opted-out' | 'wrong-number') {
  const { number } = await itemOf(patient)
  return recordOutcome(stage.sending, maya.actor, { number, outcome, note: 'said so' })
}

/** Somebody with two open items: of one the text has left, of the other it waits. */
async function twoItems(): Promise<{ sent: Patient; waits: Patient }> {
  const sent = await stage.patient()
  const waits = await stage.secondItem(sent)
  await stage.send(sent)
  return { sent, waits }
}

describe('"Asked us to stop" as the outcome of a call', () => {
  test('stops the texts of the other item too, whose history says who wrote it down', async () => {
    const { sent, waits } = await twoItems()
    expect(await record(sent, 'opted-out')).toEqual({ type: 'done' })
    expect(await stage.message(waits)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
    expect(await linesOf(waits)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ kind: 'opted-out', actor: 'maya' },
          detail: expect.objectContaining({ means: 'staff' }),
        }),
      ]),
    )
    expect((await contactOf(sent)).consents.filter(({ kind }) => kind === 'revoke')).toMatchObject([
      { basis: 'spoken-to-staff', staffId: 'maya', followUpId: sent.followUpId },
    ])
  })

  test('tells of a text that the carrier had already', async () => {
    const { sent, waits } = await twoItems()
    await record(waits, 'opted-out')
    expect((await linesOf(sent)).find(({ kind }) => kind === 'opted-out')?.detail).toMatchObject({
      onTheWay: 1,
    })
    const { sent: own } = await twoItems()
    await record(own, 'opted-out')
    const line = (await linesOf(own)).find(({ kind }) => kind === 'outcome-recorded')
    expect(line?.detail).toMatchObject({ outcome: 'opted-out', onTheWay: 1 })
  })

  test('is answered only when no text is being handed over any more', async () => {
    const patient = await stage.patient()
    const hold = stage.twilio.hold()
    const sending = stage.send(patient)
    await hold.arrived
    onTestFinished(() => hold.release())
    let answered = false
    const stopped = record(patient, 'opted-out').then(() => {
      answered = true
    })
    const giveWay = () => new Promise((go) => setImmediate(go))
    // Until it is written down, then some more.
    while ((await contactOf(patient)).consents.length < 2) await giveWay()
    for (let turn = 0; turn < 20; turn += 1) await giveWay()
    expect(answered).toBe(false)
    hold.release()
    await stopped
    expect(await stage.message(patient)).toMatchObject({ state: 'sent' })
    await sending
  })
})

describe('what a person says to the machine', () => {
  /** They left a message, and its transcript has come. */
  async function says(phone: string, text: string): Promise<void> {
    const { callSid } = await stage.call(phone)
    const recordingSid = callSid.replace('CA', 'RE')
    await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 12 })
    const transcriptionSid = callSid.replace('CA', 'TR')
    await messageTranscribed(stage.sending, {
      callSid,
      language: 'en',
      transcriptionSid,
      text,
      status: 'completed',
    })
  }

  test.each([
    'Hi, you have the wrong number. I am not Maria, I do not know her.',
    'Unsubscribe.',
    'Stop.',
    'Opt out, please.',
    'Please stop texting me.',
  ])('ends the texts to the number, of every item: "%s"', async (text) => {
    const { sent, waits } = await twoItems()
    await says(sent.phone, text)
    expect(await stage.message(waits)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
    expect((await contactOf(sent)).consents.filter(({ kind }) => kind === 'revoke')).toMatchObject([
      { basis: 'voicemail', words: text },
    ])
    // START does not take back what was said.
    stage.setTime(later(WEDNESDAY_11, 5))
    await stage.text(sent.phone, 'START')
    await stage.db.message.update({ where: { id: waits.messageId }, data: { state: 'planned' } })
    await stage.send(waits)
    expect(await stage.message(waits)).toMatchObject({ state: 'refused', refusal: 'opted-out' })
  })

  test('that the number is wrong makes its item look for another one', async () => {
    const patient = await stage.patient()
    await says(patient.phone, 'You have the wrong number. I do not know any Maria.')
    expect(await itemOf(patient)).toMatchObject({ nextAction: 'find-number' })
    expect((await linesOf(patient)).at(-1)).toMatchObject({ kind: 'wrong-number-reported', actor: 'caller' })
  })

  test('is answered only when no text is being handed over any more', async () => {
    const patient = await stage.patient()
    const hold = stage.twilio.hold()
    const sending = stage.send(patient)
    await hold.arrived
    onTestFinished(() => hold.release())
    let answered = false
    const said = says(patient.phone, 'Please stop texting me.').then(() => {
      answered = true
    })
    const giveWay = () => new Promise((go) => setImmediate(go))
    while ((await contactOf(patient)).consents.length < 2) await giveWay()
    for (let turn = 0; turn < 20; turn += 1) await giveWay()
    expect(answered).toBe(false)
    hold.release()
    await Promise.all([said, sending])
    expect(await linesOf(patient)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'opted-out',
          detail: expect.objectContaining({ means: 'voicemail', onTheWay: 1 }),
        }),
      ]),
    )
  })
})

describe('"Wrong number" as the outcome of a call', () => {
  test('is a fact of the number: every item of it needs another one, and consent has ended', async () => {
    const { sent, waits } = await twoItems()
    await record(sent, 'wrong-number')
    const { facts, consents } = await contactOf(sent)
    expect(facts).toMatchObject([{ kind: 'wrong-number', source: 'maya' }])
    expect(consents.filter(({ kind }) => kind === 'revoke')).toMatchObject([{ staffId: 'maya' }])
    for (const one of [sent, waits]) expect(await itemOf(one)).toMatchObject({ nextAction: 'find-number' })
    expect((await linesOf(waits)).at(-1)).toMatchObject({
      ...{ kind: 'contact-fact-set', actor: 'maya' },
      detail: { fact: 'wrong-number' },
    })
    expect((await linesOf(sent)).map(({ kind }) => kind)).not.toContain('contact-fact-set')
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(sent.phone)).toHaveLength(1)
  })
})

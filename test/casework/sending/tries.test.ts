import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../../src/casework/staff-actions.ts'
import { staffText } from '../../../src/casework/staff-text.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../../support/casework.ts'
import { deliveryReported } from '../../../src/casework/sending/delivery-report.ts'
import { sendText as sendOne } from '../../../src/casework/sending/send.ts'
import { addNote } from '../../../src/casework/staff-actions.ts'
import type { Sending } from '../../../src/casework/sending/deps.ts'
import { sendText } from '../../../src/casework/sending/send.ts'
import { later } from '../../support/practice.ts'
import { TOO_MANY } from '../../support/twilio-rest.ts'
import { employ, type Colleague } from '../people.ts'

let stage: CaseworkStage
let maya: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const TOMORROW = later(WEDNESDAY_11, 24 * 60)
const posts = ({ phone }: Patient) => stage.twilio.postsTo(phone)

/** Sent, and undelivered for a crowded network: the same text waits for its second try. */
async function triedOnce(): Promise<Patient & { readonly sid: string }> {
  const patient = await stage.patient()
  await stage.send(patient)
  const { sid } = await stage.message(patient)
  await stage.report(patient, 'undelivered', 30017)
  return { ...patient, sid: sid ?? '' }
}
const reportOfFirst = (patient: Patient & { readonly sid: string }, status: string) =>
  deliveryReported(stage.sending, {
    messageId: patient.messageId,
    attempt: 0,
    sid: patient.sid,
    status,
    code: null,
  })

async function secondTry(patient: Patient): Promise<void> {
  stage.setTime(later(WEDNESDAY_11, 15))
  await stage.send(patient)
  stage.setTime(TOMORROW)
  await stage.send(patient)
}

describe('a text that did not arrive and may be tried again', () => {
  test('waits by its code, then by the daily cap, since the carrier had taken it, and leaves once more as the same row', async () => {
    const patient = await triedOnce()
    expect(await stage.message(patient)).toMatchObject({
      ...{ state: 'held', refusal: 'carrier-busy', notBefore: later(WEDNESDAY_11, 15), tries: 1 },
      ...{ errorCode: 30017, leftAt: [WEDNESDAY_11] },
    })
    stage.setTime(later(WEDNESDAY_11, 15))
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ refusal: 'daily-cap', notBefore: TOMORROW })
    stage.setTime(TOMORROW)
    await stage.send(patient)
    const sent = await stage.message(patient)
    expect(sent).toMatchObject({
      ...{ state: 'sent', refusal: null, errorCode: null, leftAt: [WEDNESDAY_11, TOMORROW] },
      verdict: {
        type: 'go',
        earlier: [{ type: 'go', sid: patient.sid, proof: { askedAt: WEDNESDAY_11.toISOString() } }],
      },
    })
    expect(sent.sid).not.toBe(patient.sid)
    expect(posts(patient).map(({ StatusCallback }) => /attempt=\d+/.exec(StatusCallback)?.[0])).toEqual([
      undefined,
      'attempt=1',
    ])
    expect(await stage.db.message.count({ where: { followUpId: patient.followUpId } })).toBe(1)
    expect(await stage.history(patient.followUpId)).toEqual([
      ...['call-missed', 'text-agreed', 'text-planned', 'text-sent', 'text-held', 'text-held', 'text-sent'],
    ])
  })

  test('asks staff to phone when its last try came to nothing, and not before', async () => {
    const patient = await triedOnce()
    const escalation = async () =>
      (await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })).escalation
    await secondTry(patient)
    expect(await escalation()).toBeNull()
    await stage.report(patient, 'undelivered', 21614)
    expect(await stage.message(patient)).toMatchObject({ state: 'undelivered', errorCode: 21614 })
    expect(await escalation()).toBe('undelivered')
  })

  test('asks staff to phone when the gate refuses its second try', async () => {
    const patient = await triedOnce()
    await stage.db.contact.update({ where: { phone: patient.phone }, data: { textable: 'landline' } })
    await secondTry(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'landline' })
    expect(await stage.history(patient.followUpId)).toEqual(
      expect.arrayContaining(['text-undelivered', 'text-refused']),
    )
  })

  test('is not sent again when its first try arrived after all', async () => {
    const patient = await triedOnce()
    await reportOfFirst(patient, 'delivered')
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'arrived-after-all' })
    await secondTry(patient)
    expect(posts(patient)).toHaveLength(1)
    expect((await stage.history(patient.followUpId)).at(-1)).toBe('text-delivered')
  })

  test('is not settled by late reports of the try before', async () => {
    const patient = await triedOnce()
    await secondTry(patient)
    await reportOfFirst(patient, 'sent')
    await reportOfFirst(patient, 'delivered')
    expect(await stage.message(patient)).toMatchObject({ state: 'sent', tries: 1 })
    await stage.report(patient, 'delivered')
    expect(await stage.message(patient)).toMatchObject({ state: 'delivered', settledAt: TOMORROW })
  })

  test('keeps waiting when the answer to the request comes after the report that it failed', async () => {
    const patient = await stage.patient()
    const hold = stage.twilio.hold()
    const sent = stage.send(patient)
    await hold.arrived
    await stage.report(patient, 'failed', 30001)
    hold.release()
    await sent
    expect(await stage.message(patient)).toMatchObject({ state: 'held', tries: 1, leftAt: [WEDNESDAY_11] })
    await stage.tick()
    await stage.runJobs()
    expect(posts(patient)).toHaveLength(1)
  })
})

describe('a text that was being handed over when the person was heard, and was not taken,', () => {
  const itemOf = ({ followUpId }: Patient) =>
    stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })

  /** The carrier is busy with a text; meanwhile something happens; then the carrier says that it did not take it. */
  async function whileItIsHandedOver(happens: () => Promise<unknown>): Promise<void> {
    const held = stage.twilio.hold()
    stage.twilio.answerNext(TOO_MANY)
    const job = stage.runJobs()
    await held.arrived
    await happens()
    held.release()
    await job
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.anHourOfClockWork()
  }

  test('is not tried again, though staff wrote it', async () => {
    const patient = await stage.patient()
    await stage.db.message.delete({ where: { id: patient.messageId } })
    const { number } = await itemOf(patient)
    await staffText(stage.sending, maya.actor, { number, content: { wording: 'tried-to-reach-you' } })
    await whileItIsHandedOver(() => stage.text(patient.phone, 'I have an appointment now, all good'))
    expect(posts(patient)).toHaveLength(1)
    expect(await stage.history(patient.followUpId)).toContain('text-refused')
  })

  test.each([
    { what: 'they wrote', happens: (patient: Patient) => stage.text(patient.phone, 'All good now') },
    {
      what: 'staff reached them',
      happens: async (patient: Patient) => {
        const { number } = await itemOf(patient)
        const order = { number, outcome: 'reached-scheduled', note: 'Tuesday.' } as const
        await recordOutcome(stage.sending, maya.actor, order)
      },
    },
    {
      what: 'their question went to the clinical team',
      happens: async (patient: Patient) => {
        const { number } = await itemOf(patient)
        const order = { number, outcome: 'clinical-question', note: 'Asked about a dose.' } as const
        await recordOutcome(stage.sending, maya.actor, order)
      },
    },
  ])('nor is the last text of a cadence of which every step was taken: $what', async ({ happens }) => {
    const patient = await stage.patient()
    await stage.db.followUp.update({
      where: { id: patient.followUpId },
      data: { nextTouchAt: null, cadenceEnded: 'completed' },
    })
    await whileItIsHandedOver(() => happens(patient))
    expect(posts(patient)).toHaveLength(1)
  })

  test('is tried again when nothing was heard', async () => {
    const patient = await stage.patient()
    await whileItIsHandedOver(() => Promise.resolve())
    expect(posts(patient)).toHaveLength(2)
  })
})

describe('a process that stands still between its claim and the carrier', () => {
  /** The process as it is, but after its first transaction, which is the claim, something happens before it goes on. */
  function standingStill(happens: () => Promise<void> | void): Sending {
    let first = true
    const db = new Proxy(stage.db, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (name !== '$transaction') return value
        return async (...given: unknown[]) => {
          const result: unknown = await Reflect.apply(value as () => unknown, target, given)
          if (first) await happens()
          first = false
          return result
        }
      },
    })
    return { ...stage.sending, db }
  }
  const passes = (seconds: number): void => stage.setTime(later(stage.now(), seconds / 60))

  test('asks again before it sends: by then the hours are over', async () => {
    const patient = await stage.patient()
    const process = standingStill(() => passes(8 * 3_600))
    await sendText(process, patient.messageId)
    expect(posts(patient)).toEqual([])
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'held', refusal: 'outside-calling-hours' })
    stage.setTime(TOMORROW)
    await stage.anHourOfClockWork()
    expect(posts(patient)).toHaveLength(1)
  })

  test('asks again also when others took the text for lost meanwhile, and the person wrote', async () => {
    const patient = await stage.patient()
    const process = standingStill(async () => {
      passes(10 * 60)
      await stage.tick()
      expect(await stage.message(patient)).toMatchObject({ state: 'unknown' })
      await stage.text(patient.phone, 'I found another practice')
    })
    await sendText(process, patient.messageId)
    await stage.anHourOfClockWork()
    expect(posts(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'no-longer-wanted' })
  })

  test('sends after a pause of a second or two, as every process makes them', async () => {
    const patient = await stage.patient()
    const process = standingStill(() => passes(2))
    await sendText(process, patient.messageId)
    expect(posts(patient)).toHaveLength(1)
  })
})

test('what happens to an item while its text is with the carrier stands in the history beside the text', async () => {
  const patient = await stage.patient()
  const { number, version } = await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })
  const { carrier } = stage.sending
  const sendText: typeof carrier.sendText = async (order) => {
    const actor = { id: 'maya', name: 'Maya', roles: ['assistant' as const], clinics: [] }
    await addNote(stage.sending, actor, { number, note: 'Called the front desk too.' })
    return carrier.sendText(order)
  }
  await sendOne({ ...stage.sending, carrier: { ...carrier, sendText } }, patient.messageId)
  const sent = await stage.message(patient)
  expect(sent).toMatchObject({ state: 'sent', leftAt: [WEDNESDAY_11] })
  expect((await stage.history(patient.followUpId)).slice(-2)).toEqual(['note-added', 'text-sent'])
  const item = await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })
  expect(item).toMatchObject({ version: version + 2, lastAction: 'text-sent' })
})

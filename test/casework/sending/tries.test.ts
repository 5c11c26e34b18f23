import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../../support/casework.ts'
import { deliveryReported } from '../../../src/casework/sending/delivery-report.ts'
import { later } from '../../support/practice.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
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
      verdict: { type: 'go', earlier: [{ type: 'go', proof: { askedAt: WEDNESDAY_11.toISOString() } }] },
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

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { refusal, TOO_MANY } from '../support/twilio-rest.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const postsTo = (patient: Patient) => stage.twilio.postsTo(patient.phone)
const item = ({ followUpId }: Patient) => stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })

/** The text as the carrier's log lists it. */
async function listed(patient: Patient, status: string) {
  const { body } = await stage.message(patient)
  const sid = `SMlisted${patient.callSid.slice(10)}`
  stage.twilio.log.texts.push({
    sid,
    status,
    body,
    to: patient.phone,
    direction: 'outbound-api',
    at: stage.now(),
  })
  return sid
}

describe('a carrier that is too busy', () => {
  test('keeps a text waiting a little longer each time, and then it leaves', async () => {
    const patient = await stage.patient()
    stage.twilio.answerNext(TOO_MANY, TOO_MANY)
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({
      ...{ state: 'held', refusal: 'carrier-busy', tries: 1, notBefore: later(WEDNESDAY_11, 0.5) },
    })
    stage.setTime(later(WEDNESDAY_11, 0.5))
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ tries: 2, notBefore: later(WEDNESDAY_11, 2.5) })
    stage.setTime(later(WEDNESDAY_11, 2.5))
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'sent' })
    expect(postsTo(patient)).toHaveLength(3)
  })

  test('is asked five times: then the text failed, and staff see it', async () => {
    const patient = await stage.patient()
    stage.twilio.answerNext(TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY)
    await stage.runJobs()
    await stage.anHourOfClockWork()
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toHaveLength(5)
    expect(await stage.message(patient)).toMatchObject({ state: 'failed', errorCode: 20429 })
    expect(await stage.db.followUp.findUnique({ where: { id: patient.followUpId } })).toMatchObject({
      escalation: 'undelivered',
    })
  })
})

describe('what the carrier refuses teaches us about the number:', () => {
  test('21610, the person opted out at the carrier: the ledger says so and other planned texts are canceled', async () => {
    const patient = await stage.patient()
    const other = await secondText(patient)
    stage.twilio.answerNext(refusal(21610))
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'failed', errorCode: 21610 })
    const ledger = await stage.db.consentEvent.findMany({
      where: { contact: { phone: patient.phone } },
      orderBy: { seq: 'asc' },
    })
    expect(ledger.map(({ kind, basis }) => `${kind} ${basis}`).sort()).toEqual([
      'grant key-press',
      'revoke carrier',
    ])
    expect(await stage.message(other)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
    expect(await stage.history(patient.followUpId)).toContain('text-failed')
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toHaveLength(1)
  })

  test.each([
    { code: 21614, textable: 'landline' },
    { code: 21635, textable: 'landline' },
    { code: 21211, textable: 'invalid' },
    { code: 21408, textable: 'unknown' },
  ])('$code makes it $textable', async ({ code, textable }) => {
    const patient = await stage.patient()
    stage.twilio.answerNext(refusal(code))
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'failed', errorCode: code })
    expect(await stage.db.contact.findUnique({ where: { phone: patient.phone } })).toMatchObject({ textable })
    expect(await stage.history(patient.followUpId)).toContain('text-failed')
  })
})

describe('a text whose answer was lost', () => {
  const losses: { note: string; lose: () => void }[] = [
    { note: 'the carrier failed (500)', lose: () => stage.twilio.answerNext({ status: 500, body: 'oops' }) },
    { note: 'a gateway failed (503)', lose: () => stage.twilio.answerNext(refusal(20503, 503)) },
    { note: 'the answer did not come in time', lose: () => stage.twilio.breakNext('ETIMEDOUT') },
    { note: 'the connection was reset', lose: () => stage.twilio.breakNext('ECONNRESET') },
  ]
  test.each(losses)('because $note is unknown and never sent again by anything', async ({ lose }) => {
    const patient = await stage.patient()
    lose()
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'unknown', sid: null })
    expect(await stage.history(patient.followUpId)).toContain('text-unknown')
    await stage.send(patient)
    await stage.anHourOfClockWork()
    await Promise.all([stage.tick(), stage.tick(), stage.send(patient), stage.send(patient)])
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toHaveLength(1)
    expect(await stage.message(patient)).toMatchObject({ state: 'unknown' })
  })

  test('is sent when the carrier’s log has it', async () => {
    const patient = await lostText()
    const sid = await listed(patient, 'sent')
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'sent', sid })
    expect(await stage.history(patient.followUpId)).toEqual([
      ...['call-missed', 'text-agreed', 'text-planned', 'text-unknown', 'text-sent'],
    ])
    expect(postsTo(patient)).toHaveLength(1)
  })

  test('did not reach the person when the carrier’s log says so: staff call', async () => {
    const patient = await lostText()
    await listed(patient, 'undelivered')
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'undelivered' })
    expect(await item(patient)).toMatchObject({ escalation: 'undelivered' })
  })

  test('stays unknown when the log does not have it, and the queue is told to ask again', async () => {
    const patient = await lostText()
    stage.setTime(later(WEDNESDAY_11, 1))
    expect(await stage.runJobs()).toBe(1)
    expect(await stage.message(patient)).toMatchObject({ state: 'unknown', sid: null })
    expect(await item(patient)).toMatchObject({ lastAction: 'text-unknown' })
  })

  test('is not taken for an earlier text of the same words to the same number', async () => {
    const earlier = await stage.patient()
    await stage.send(earlier)
    const { sid, body } = await stage.message(earlier)
    stage.twilio.log.texts.push({
      ...{ sid: sid!, status: 'delivered', body, to: earlier.phone, direction: 'outbound-api' },
      at: stage.now(),
    })
    const second = await secondText(earlier)
    stage.setTime(later(WEDNESDAY_11, 24 * 60))
    stage.twilio.breakNext('ECONNRESET')
    await stage.send(second)
    stage.setTime(later(stage.now(), 1))
    expect(await stage.runJobs()).toBe(1)
    expect(await stage.message(second)).toMatchObject({ state: 'unknown', sid: null })
    const newer = await listed(second, 'sent')
    stage.enqueued.push({ name: 'look-up-text', id: second.messageId, at: stage.now() })
    expect(await stage.runJobs()).toBe(0)
    expect(await stage.message(second)).toMatchObject({ state: 'sent', sid: newer })
  })

  test('counts against the cap, since it may have arrived', async () => {
    const patient = await lostText()
    const second = await secondText(patient)
    await stage.send(second)
    expect(await stage.message(second)).toMatchObject({ state: 'held', refusal: 'daily-cap' })
  })

  test('because the worker died with it on the wire is unknown after two minutes, then looked up, never sent', async () => {
    const patient = await stage.patient()
    await stage.db.message.update({
      where: { id: patient.messageId },
      data: { state: 'sending', claimedAt: WEDNESDAY_11, claimedBy: 'worker-2', verdict: { type: 'go' } },
    })
    stage.setTime(later(WEDNESDAY_11, 1.9))
    await stage.tick()
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'sending' })

    const sid = await listed(patient, 'delivered')
    stage.setTime(later(WEDNESDAY_11, 2))
    await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(await stage.message(patient)).toMatchObject({ state: 'unknown' })
    const lines = await stage.history(patient.followUpId)
    expect(lines.filter((kind) => kind === 'text-unknown')).toHaveLength(1)
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({ state: 'delivered', sid })
    expect(postsTo(patient)).toEqual([])
  })
})

describe('delivery reports', () => {
  const orders: { reports: string[]; end: string }[] = [
    { reports: ['queued', 'sent', 'delivered'], end: 'delivered' },
    { reports: ['delivered', 'sent', 'queued'], end: 'delivered' },
    { reports: ['sent', 'delivered', 'queued'], end: 'delivered' },
    { reports: ['queued', 'delivered', 'sent'], end: 'delivered' },
    { reports: ['delivered', 'queued', 'sent'], end: 'delivered' },
    { reports: ['sent', 'queued', 'delivered'], end: 'delivered' },
    { reports: ['delivered', 'undelivered'], end: 'delivered' },
    { reports: ['undelivered', 'delivered', 'sent'], end: 'undelivered' },
    { reports: ['failed', 'sent'], end: 'failed' },
  ]
  describe.each(orders)('in the order $reports', ({ reports, end }) => {
    test('each twice, after the answer: $end', async () => {
      const patient = await stage.patient()
      await stage.send(patient)
      for (const status of reports) {
        await Promise.all([stage.report(patient, status), stage.report(patient, status)])
      }
      await expectEnd(patient, end)
    })

    test('before the answer to the send: $end', async () => {
      const patient = await stage.patient()
      const hold = stage.twilio.hold()
      const sent = stage.send(patient)
      await hold.arrived
      for (const status of reports) await stage.report(patient, status)
      hold.release()
      await sent
      await expectEnd(patient, end)
      expect(await item(patient)).toMatchObject({ lastAction: `text-${end}` })
    })
  })

  test('that come while the answer is lost settle what was unknown', async () => {
    const patient = await lostText()
    await stage.report(patient, 'sent')
    expect(await stage.message(patient)).toMatchObject({ state: 'sent', sentAt: stage.now() })
    expect(await item(patient)).toMatchObject({ lastAction: 'text-sent' })
    await stage.report(patient, 'delivered')
    await stage.anHourOfClockWork()
    expect(await stage.message(patient)).toMatchObject({ state: 'delivered' })
  })

  test.each([
    { code: 30006, textable: 'landline' },
    { code: 30005, textable: 'reassigned' },
    { code: 30004, textable: 'blocked' },
    { code: 30019, textable: 'unknown' },
  ])('of a text undelivered with $code leave the number $textable and ask staff to call', async (row) => {
    const patient = await stage.patient()
    await stage.send(patient)
    await stage.report(patient, 'undelivered', row.code)
    expect(await stage.message(patient)).toMatchObject({ state: 'undelivered', errorCode: row.code })
    expect(await stage.db.contact.findUnique({ where: { phone: patient.phone } })).toMatchObject({
      textable: row.textable,
    })
    expect(await item(patient)).toMatchObject({ escalation: 'undelivered', lastAction: 'text-undelivered' })
  })

  async function expectEnd(patient: Patient, end: string): Promise<void> {
    expect(await stage.message(patient)).toMatchObject({ state: end, sentAt: expect.any(Date) })
    const kinds = await stage.history(patient.followUpId)
    expect(kinds.filter((kind) => kind === `text-${end}`)).toHaveLength(1)
    expect(postsTo(patient)).toHaveLength(1)
  }
})

/** A text that the carrier may or may not have taken. */
async function lostText(): Promise<Patient> {
  const patient = await stage.patient()
  stage.twilio.breakNext('ECONNRESET')
  await stage.send(patient)
  return patient
}

/** A second text of the same words to the same number, planned for a later step of its item. */
async function secondText(patient: Patient): Promise<Patient> {
  const { id: _id, sid: _sid, verdict: _verdict, media: _media, ...text } = await stage.message(patient)
  const fresh = { state: 'planned', claimedAt: null, sentAt: null, leftAt: [], step: 'text-after-attempts' }
  const { id } = await stage.db.message.create({ data: { ...text, ...fresh, id: crypto.randomUUID() } })
  return { ...patient, messageId: id }
}

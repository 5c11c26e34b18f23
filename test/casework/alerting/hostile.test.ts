import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertKeyPressed } from '../../../src/casework/alerting/acknowledge.ts'
import { alertReported } from '../../../src/casework/alerting/carrier-reports.ts'
import { recordAlertAnswer } from '../../../src/casework/alerting/answer.ts'
import { sendAlert } from '../../../src/casework/alerting/send.ts'
import { raiseItem, lowerItem } from '../../../src/casework/raising.ts'
import { acknowledge, recordOutcome } from '../../../src/casework/staff-actions.ts'
import { storePractices } from '../../../src/casework/practice-store.ts'
import { staffText } from '../../../src/casework/staff-text.ts'
import { textArrived } from '../../../src/casework/texts.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { sid } from '../../support/webhook.ts'
import { employ, type Colleague } from '../people.ts'
import { MANAGER, NURSE, onCallOf } from './on-call.ts'

/* What people, carriers and operators do around alerts that nobody planned for. */

let stage: CaseworkStage
let onCall: ReturnType<typeof onCallOf>
let nora: Colleague
let maya: Colleague
beforeAll(async () => {
  stage = await startCasework()
  onCall = onCallOf(stage)
  nora = await employ(stage.db, 'Nora', 'licensed')
  maya = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(async () => {
  stage.setTime(WEDNESDAY_11)
  stage.enqueued.length = 0
  await stage.db.staffAlert.deleteMany()
  await stage.db.followUp.updateMany({
    where: { status: { not: 'closed' } },
    data: { escalateAt: later(WEDNESDAY_11, 100_000) },
  })
  const { alerts } = stage.twilio
  alerts.calls.length = 0
  alerts.texts.length = 0
  alerts.answer = { text: null, call: null }
})
afterAll(() => stage.close())

let calls = 0
const press = (alert: string, digits = '1') =>
  alertKeyPressed(stage.sending, { id: alert, callSid: sid('CA', 0xe000 + ++calls), digits, turn: 1 })
const callsAndTexts = () => [stage.twilio.alerts.calls.length, stage.twilio.alerts.texts.length]
/** An urgent item; its first contact was alerted in the last minute. */
async function alertedItem() {
  const id = await onCall.urgentItem()
  await onCall.minutes()
  const { number } = await onCall.itemOf(id)
  const [alert] = await onCall.alertsOf(id)
  return { id, number, alert: alert!.id, code: alert!.code }
}
/** An urgent item whose first alert is written down and has not left. */
async function waitingItem() {
  const id = await onCall.urgentItem()
  await stage.tick()
  const { number } = await onCall.itemOf(id)
  const [alert] = await onCall.alertsOf(id)
  return { id, number, alert: alert!.id }
}
const leaves = (alert: string) =>
  Promise.all([sendAlert(stage.sending, alert, 'call'), sendAlert(stage.sending, alert, 'text')])
const lower = (number: number) =>
  lowerItem(stage.sending, nora.actor, { number, reason: 'An old matter.', read: 1_000_000 })

describe('an alert that has not left', () => {
  test.each([
    [
      'closed',
      (number: number) =>
        recordOutcome(stage.sending, nora.actor, { number, outcome: 'resolved', note: 'Spoke.' }),
    ],
    ['acknowledged on the page', (number: number) => acknowledge(stage.sending, nora.actor, { number })],
    ['handed back', lower],
  ])('does not leave once its item is %s', async (_how, does) => {
    const { id, number, alert } = await waitingItem()
    expect(await does(number)).toEqual({ type: 'done' })
    await leaves(alert)
    expect(callsAndTexts()).toEqual([0, 0])
    expect(await onCall.alertsOf(id)).toMatchObject([{ callState: 'not-needed', textState: 'not-needed' }])
  })

  test('stands still while its practice is in no clinic file, and leaves once it is back', async () => {
    const { alert } = await waitingItem()
    const { practices } = stage.sending
    const [practice] = practices.all
    practices.replace([], { policies: [], lines: [] })
    await leaves(alert)
    await onCall.minutes(3)
    expect(callsAndTexts()).toEqual([0, 0])
    practices.replace([practice!], { policies: [], lines: [] })
    await onCall.minutes(3)
    expect(callsAndTexts()).toEqual([1, 1])
  })
})

describe('while the phone rings', () => {
  test('an item that is handed back needs nobody any more, and urgent words later alert anew', async () => {
    const { id, number, alert } = await alertedItem()
    expect(await lower(number)).toEqual({ type: 'done' })
    expect(await press(alert)).toBe('taken-before')
    await onCall.minutes(30)
    expect(await onCall.alerted(id)).toEqual([NURSE])
    const { contact } = await stage.db.followUp.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    })
    await stage.text(contact!.phone, 'I have chest pain again')
    await onCall.minutes()
    expect(await onCall.alerted(id)).toEqual([NURSE, NURSE])
  })

  test('an assistant cannot acknowledge in place of those on call, and raising it again alerts nobody twice', async () => {
    const { id, number } = await alertedItem()
    expect(await acknowledge(stage.sending, maya.actor, { number })).toEqual({
      ...{ type: 'refused', reason: 'not-your-queue' },
    })
    for (const urgency of ['urgent', 'clinical', 'urgent'] as const)
      await raiseItem(stage.sending, maya.actor, { number, urgency, note: 'She has chest pain' })
    await onCall.minutes(2)
    expect(await onCall.alerted(id)).toEqual([NURSE])
    expect((await onCall.alertsOf(id))[0]).toMatchObject({ endedAt: null })
  })

  test('two who press at the same moment are told which of them has it', async () => {
    const { id, alert } = await alertedItem()
    await onCall.minutes(10)
    const second = (await onCall.alertsOf(id))[1]!
    expect(second.phone).toBe(MANAGER)
    const answers = await Promise.all([press(alert), press(second.id)])
    expect(answers.sort()).toEqual(['taken', 'taken-before'])
    expect(await onCall.told(id, 'alert-acknowledged')).toHaveLength(1)
  })

  test('a nurse who does not reach the patient hears of it again when the patient writes that it is worse', async () => {
    const { id, number } = await alertedItem()
    await recordOutcome(stage.sending, nora.actor, { number, outcome: 'no-answer', note: '' })
    const { contact } = await stage.db.followUp.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    })
    await onCall.minutes(2)
    expect(await onCall.alerted(id)).toEqual([NURSE])
    await stage.text(contact!.phone, 'The chest pain is worse')
    await onCall.minutes()
    expect(await onCall.alerted(id)).toEqual([NURSE, NURSE])
  })
})

describe('a carrier', () => {
  const report = (alert: string, means: 'call' | 'text', status: string, attempt = 1) =>
    alertReported(stage.sending, { id: alert, means, attempt, sid: sid('CA', 0xf00), status, code: null })

  test('that tells the end of a call before it answers the order is believed, and its answer changes nothing', async () => {
    const { id, alert } = await waitingItem()
    const slow = {
      ...stage.sending.carrier,
      placeCall: async () => {
        await report(alert, 'call', 'no-answer')
        return { type: 'sent' as const, sid: sid('CA', 0xf00), status: 'queued' }
      },
    }
    await sendAlert({ ...stage.sending, carrier: slow }, alert, 'call')
    expect((await onCall.alertsOf(id))[0]).toMatchObject({ callState: 'failed' })
    expect(await onCall.told(id, 'alert-failed')).toHaveLength(1)
  })

  test('that tells a day late, or twice, or of a try before, changes nothing any more', async () => {
    const { id, alert } = await alertedItem()
    await press(alert)
    stage.setTime(later(stage.now(), 24 * 60))
    const before = await onCall.itemOf(id)
    for (const status of ['no-answer', 'no-answer', 'completed']) await report(alert, 'call', status)
    await report(alert, 'text', 'undelivered', 7)
    await recordAlertAnswer(stage.sending, { id: alert, means: 'call', attempt: 1 }, { type: 'not-reached' })
    expect(await onCall.told(id, 'alert-failed')).toEqual([])
    expect(await onCall.itemOf(id)).toEqual(before)
    expect((await onCall.alertsOf(id))[0]).toMatchObject({ callState: 'reached' })
  })
})

describe('somebody on call who is a patient, too', () => {
  test('stops the texts to them as a patient with STOP, and is alerted all the same', async () => {
    await stage.call(NURSE, { agrees: true })
    expect(await onCall.writes(NURSE, 'STOP')).toBeNull()
    const contact = await stage.db.contact.findUniqueOrThrow({ where: { phone: NURSE } })
    const ledger = () =>
      stage.db.consentEvent.findMany({ where: { contactId: contact.id }, orderBy: { seq: 'asc' } })
    const before = await ledger()
    expect(before.map(({ kind }) => kind)).toContain('revoke')
    const { code } = await alertedItem()
    expect(callsAndTexts()).toEqual([1, 1])
    expect(await onCall.writes(NURSE, code)).toMatch(/is yours/)
    expect(await ledger()).toEqual(before)
  })
})

test('somebody on call for two practices may answer in either thread: the code says which item they mean', async () => {
  const { practices } = stage.sending
  const [practice] = practices.all
  const [main] = practice!.lines
  const birch = {
    ...{ ...practice!, clinicId: 'birch-lane', version: 'birch-lane:1', name: 'Birch Lane Clinic' },
    lines: [{ ...main!, id: 'birch-lane/main', phone: '+14155550190' }],
  }
  practices.replace([practice!, birch], await storePractices(stage.db, [practice!, birch], stage.now()))
  try {
    const toBirch = (from: string, body: string) =>
      textArrived(stage.sending, {
        ...{ messageSid: sid('SM', 0xe000 + ++calls), from, to: '+14155550190', body },
        ...{ mediaCount: 0, carrierVerdict: undefined },
      })
    const { id, code, number } = await alertedItem()
    expect(await toBirch(NURSE, code)).toBe(
      `Cedar Grove Family Practice: thank you. Item ${String(number)} is yours.`,
    )
    expect(await onCall.told(id, 'alert-acknowledged')).toHaveLength(1)
    const second = await alertedItem()
    practices.replace([{ ...practice!, onCall: practice!.onCall.slice(1) }, birch], {
      policies: [],
      lines: [],
    })
    expect(await toBirch(NURSE, second.code)).toBeNull()
    expect(await onCall.told(second.id, 'alert-acknowledged')).toEqual([])
  } finally {
    practices.replace([practice!], { policies: [], lines: [] })
  }
})

test('a text that staff write to the patient about a late urgent item rings nobody on call a minute later', async () => {
  const { phone, followUpId: id } = await stage.patient()
  await stage.text(phone, 'I have chest pain')
  await onCall.minutes()
  expect(await onCall.alerted(id)).toEqual([NURSE])
  const { number, dueAt } = await onCall.itemOf(id)
  stage.setTime(later(dueAt!, 1))
  const order = { number, content: { wording: 'tried-to-reach-you' } }
  expect((await staffText(stage.sending, nora.actor, order)).type).toBe('planned')
  await onCall.minutes(5)
  expect(await onCall.alerted(id)).toEqual([NURSE])
  await onCall.minutes(15)
  expect(await onCall.alerted(id)).toEqual([NURSE, NURSE])
})

test('many items that become urgent at once reach a phone as a few texts a minute, and none any more once somebody has them', async () => {
  const items: string[] = []
  for (let count = 0; count < 12; count += 1) items.push(await onCall.urgentItem())
  await stage.tick()
  await Promise.all([stage.runJobs(), stage.runJobs()])
  expect(onCall.textsTo(NURSE)).toHaveLength(5)
  stage.setTime(later(stage.now(), 1))
  await stage.runJobs()
  expect(onCall.textsTo(NURSE)).toHaveLength(10)
  await stage.db.staffAlert.updateMany({
    where: { followUpId: { in: items } },
    data: { endedAt: stage.now() },
  })
  stage.setTime(later(stage.now(), 1.1))
  await stage.runJobs()
  expect(onCall.textsTo(NURSE)).toHaveLength(10)
})

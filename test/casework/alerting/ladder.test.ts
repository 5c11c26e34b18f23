import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../../src/casework/casework.ts'
import { sendAlert } from '../../../src/casework/alerting/send.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { refusal, TOO_MANY } from '../../support/twilio-rest.ts'
import { MANAGER, NURSE, onCallOf } from './on-call.ts'

let stage: CaseworkStage
let onCall: ReturnType<typeof onCallOf>
beforeAll(async () => {
  stage = await startCasework()
  onCall = onCallOf(stage)
})
beforeEach(async () => {
  stage.setTime(WEDNESDAY_11)
  stage.enqueued.length = 0
  await stage.db.staffAlert.deleteMany()
  await stage.db.followUp.updateMany({
    data: { escalateAt: later(WEDNESDAY_11, 100_000) },
    where: { status: { not: 'closed' } },
  })
  const { alerts } = stage.twilio
  alerts.calls.length = 0
  alerts.texts.length = 0
  alerts.answer = { text: null, call: null }
})
afterAll(() => stage.close())

const FRIDAY_EVENING = new Date('2026-12-05T01:30:00Z')
const MONDAY_8 = new Date('2026-12-07T16:00:00Z')

describe('an urgent item', () => {
  test('calls and texts the first contact within a minute, in words that say nothing about the patient', async () => {
    const item = await onCall.urgentItem()
    await onCall.minutes()
    const { number } = await onCall.itemOf(item)
    const [alert] = await onCall.alertsOf(item)
    expect(alert).toMatchObject({ phone: NURSE, step: 1, urgent: true, callState: 'sent', textState: 'sent' })
    expect(onCall.callsTo(NURSE)).toMatchObject([
      {
        From: '+14155550100',
        Url: `https://practice.example/webhooks/alert/call?alert=${alert!.id}&attempt=1#rc=5&rp=all`,
        StatusCallback: expect.stringContaining(`/webhooks/alert/call-status?alert=${alert!.id}`),
      },
    ])
    expect(onCall.textsTo(NURSE)).toMatchObject([
      {
        Body: `Cedar Grove Family Practice: urgent request, item ${String(number)}. Reply ${alert!.code} to say that you have it.`,
      },
    ])
  })

  test('alerts once for each step, though four processes tick and work every job twice at the same moment', async () => {
    const item = await onCall.urgentItem()
    const ticks = await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(ticks.reduce((sum, { targets }) => sum + targets, 0)).toBe(1)
    const [alert, ...more] = await onCall.alertsOf(item)
    expect(more).toEqual([])
    const send = (means: 'call' | 'text') => sendAlert(stage.sending, alert!.id, means)
    await Promise.all([send('call'), send('call'), send('text'), send('text'), stage.runJobs()])
    expect([stage.twilio.alerts.calls.length, stage.twilio.alerts.texts.length]).toEqual([1, 1])
  })

  test('climbs a whole weekend on which nobody answers: every contact each round, less and less often, all of it told', async () => {
    stage.setTime(FRIDAY_EVENING)
    const item = await onCall.urgentItem()
    for (let step = 0; step < 200 && stage.now() < MONDAY_8; step += 1) {
      const { escalateAt } = await onCall.itemOf(item)
      stage.setTime(new Date(Math.max(escalateAt!.getTime(), stage.now().getTime())))
      if (stage.now() >= MONDAY_8) break
      await stage.tick()
      await stage.runJobs()
      stage.setTime(later(stage.now(), 0.7))
      await onCall.ends(item, 'call', 'no-answer')
      await onCall.ends(item, 'text', 'delivered')
    }
    const alerts = await onCall.alertsOf(item)
    expect(alerts.map(({ phone }) => phone)).toEqual(
      alerts.map((_, nth) => (nth % 2 === 0 ? NURSE : MANAGER)),
    )
    expect(alerts.length % 2).toBe(0)
    expect(alerts.length).toBeGreaterThanOrEqual(10)
    expect(alerts.length).toBeLessThanOrEqual(16)
    const waits = alerts
      .slice(1)
      .map(({ createdAt }, nth) => (createdAt.getTime() - alerts[nth]!.createdAt.getTime()) / 60_000)
    expect(waits.slice(0, 5)).toEqual([1, 20, 1, 40, 1])
    expect(Math.max(...waits)).toBeLessThanOrEqual(24 * 60)
    expect(stage.twilio.alerts.calls).toHaveLength(alerts.length)
    expect(stage.twilio.alerts.texts).toHaveLength(alerts.length)
    const steps = [
      ...(await onCall.told(item, 'on-call-alerted')),
      ...(await onCall.told(item, 'target-missed')),
    ]
    expect(steps).toMatchObject(
      alerts.map(({ contactName: who }, nth) => ({ step: nth + 1, to: 'on-call', who })),
    )
    expect(await onCall.told(item, 'alert-failed')).toMatchObject(
      alerts.map(({ contactName: who }) => ({ who, means: 'call', why: 'no-answer' })),
    )
    expect(await onCall.itemOf(item)).toMatchObject({
      queue: 'licensed',
      escalatedTo: 'on-call',
      closedAt: null,
    })
  })

  test('goes on to the next contact when a mailbox answers, which presses no key', async () => {
    const item = await onCall.urgentItem()
    await onCall.minutes()
    await onCall.ends(item, 'call', 'completed')
    await onCall.minutes()
    expect(await onCall.alerted(item)).toEqual([NURSE, MANAGER])
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([{ means: 'call', why: 'no-key' }])
  })

  test('waits for its turn while somebody may still answer', async () => {
    const item = await onCall.urgentItem()
    await onCall.minutes(9)
    expect(await onCall.alerted(item)).toEqual([NURSE])
    await onCall.minutes(3)
    expect(await onCall.alerted(item)).toEqual([NURSE, MANAGER])
  })
})

test('items that become urgent at the same moment are called about one after the other, since a phone takes one call', async () => {
  const items = [await onCall.urgentItem(), await onCall.urgentItem(), await onCall.urgentItem()]
  await stage.tick()
  await Promise.all([stage.runJobs(), stage.runJobs()])
  expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([1, 3])
  for (let ended = 1; ended <= 3; ended += 1) {
    stage.setTime(later(stage.now(), 0.2))
    await stage.runJobs()
    expect(onCall.callsTo(NURSE)).toHaveLength(ended)
    for (const item of items)
      if ((await onCall.alertsOf(item))[0]?.callState === 'sent') await onCall.ends(item, 'call', 'busy')
  }
  for (const item of items) expect(await onCall.told(item, 'alert-failed')).toHaveLength(1)
})

describe('a contact whom the carrier does not text', () => {
  test('is called all the same, and the history says why there was no text', async () => {
    stage.twilio.alerts.answer.text = refusal(21610)
    const item = await onCall.urgentItem()
    await onCall.minutes(3)
    expect(onCall.callsTo(NURSE)).toHaveLength(1)
    expect(await onCall.alerted(item)).toEqual([NURSE])
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([
      { means: 'text', why: 'refused', code: 21610 },
    ])
  })

  test('nor calls is followed by the next one after a minute', async () => {
    stage.twilio.alerts.answer = { text: refusal(21211), call: refusal(21217) }
    const item = await onCall.urgentItem()
    await onCall.minutes(2)
    expect(await onCall.alerted(item)).toEqual([NURSE, MANAGER])
  })

  test('because texts are stopped for a fault of the account is called: an alert tries whatever patients’ texts wait for', async () => {
    await stage.db.sendingStop.create({
      data: { id: crypto.randomUUID(), at: stage.now(), sender: null, code: 20003, reason: 'credentials' },
    })
    const item = await onCall.urgentItem()
    await onCall.minutes()
    await stage.db.sendingStop.deleteMany()
    expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([1, 1])
    expect(await onCall.told(item, 'alert-failed')).toEqual([])
  })
})

test('a contact who wants texts alone, in Spanish, gets just that, and the next one is alerted when it does not arrive', async () => {
  const { practices } = stage.sending
  const [practice] = practices.all
  const [nurse, ...others] = practice!.onCall
  const lucia = { ...nurse!, language: 'es', by: ['text'] } as const
  practices.replace([{ ...practice!, onCall: [lucia, ...others] }], { policies: [], lines: [] })
  try {
    const item = await onCall.urgentItem()
    await onCall.minutes()
    expect(onCall.callsTo(NURSE)).toEqual([])
    expect(onCall.textsTo(NURSE)[0]?.Body).toMatch(
      /: solicitud urgente, asunto \d+\. Responda \d{4} para decir/,
    )
    await onCall.ends(item, 'text', 'undelivered', 30005)
    await onCall.minutes()
    expect(await onCall.alerted(item)).toEqual([NURSE, MANAGER])
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([{ means: 'text', why: 'undelivered' }])
  } finally {
    practices.replace([practice!], { policies: [], lines: [] })
  }
})

describe('a carrier', () => {
  test('that cannot be reached is tried every minute, told once, and takes the alert once it is back', async () => {
    stage.twilio.alerts.answer = { text: 'unreachable', call: 'unreachable' }
    const item = await onCall.urgentItem()
    await onCall.minutes(6)
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([
      { means: 'call', why: 'carrier-not-reached' },
      { means: 'text', why: 'carrier-not-reached' },
    ])
    stage.twilio.alerts.answer = { text: null, call: null }
    await onCall.minutes(3)
    expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([1, 1])
  })

  test('that refuses the account is tried every minute, so that those on call hear of it once the account is in order', async () => {
    stage.twilio.alerts.answer = { text: refusal(20003, 401), call: refusal(20003, 401) }
    const item = await onCall.urgentItem()
    await onCall.minutes(4)
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([
      { means: 'call', why: 'carrier-not-reached', code: 20003 },
      { means: 'text', why: 'carrier-not-reached', code: 20003 },
    ])
    expect(await onCall.alerted(item)).toEqual([NURSE])
    stage.twilio.alerts.answer = { text: null, call: null }
    stage.twilio.alerts.calls.length = 0
    stage.twilio.alerts.texts.length = 0
    await onCall.minutes(2)
    expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([1, 1])
  })

  test('that was away for hours is given one alert for each contact then, not all that waited', async () => {
    stage.twilio.alerts.answer = { text: 'unreachable', call: TOO_MANY }
    const item = await onCall.urgentItem()
    await onCall.minutes(32)
    expect((await onCall.alerted(item)).length).toBe(3)
    stage.twilio.alerts.calls.length = 0
    stage.twilio.alerts.answer = { text: null, call: null }
    await onCall.minutes(2)
    for (const phone of [NURSE, MANAGER])
      expect([onCall.callsTo(phone).length, onCall.textsTo(phone).length]).toEqual([1, 1])
  })

  test('whose answers are lost is asked once more, and then the history says that nobody knows', async () => {
    stage.twilio.alerts.answer = { text: refusal(20500, 500), call: refusal(20500, 500) }
    const item = await onCall.urgentItem()
    await onCall.minutes(2)
    expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([2, 2])
    expect(await onCall.told(item, 'alert-failed')).toMatchObject([{ why: 'unknown' }, { why: 'unknown' }])
    await onCall.minutes(5)
    expect(onCall.callsTo(NURSE)).toHaveLength(2)
    expect(await onCall.alerted(item)).toEqual([NURSE, MANAGER])
  })

  test('that was being asked when the process died is asked once more', async () => {
    const item = await onCall.urgentItem()
    await stage.tick()
    const { id } = (await onCall.alertsOf(item))[0]!
    stage.enqueued.length = 0
    const dies = { ...stage.sending.carrier, placeCall: () => Promise.reject(new Error('killed')) }
    await expect(sendAlert({ ...stage.sending, carrier: dies }, id, 'call')).rejects.toThrow('killed')
    await onCall.minutes(5)
    expect([onCall.callsTo(NURSE).length, onCall.textsTo(NURSE).length]).toEqual([1, 1])
  })
})

test('a contact who was taken off the list before the alert left is not called, and the next one is', async () => {
  const item = await onCall.urgentItem()
  await stage.tick()
  const { practices } = stage.sending
  const [practice] = practices.all
  const shorter = { ...practice!, onCall: practice!.onCall.filter(({ phone }) => phone !== NURSE) }
  const sending = { ...stage.sending, practices: createPractices([shorter]) }
  const { id } = (await onCall.alertsOf(item))[0]!
  await sendAlert(sending, id, 'call')
  await sendAlert(sending, id, 'text')
  expect(stage.twilio.alerts.calls).toEqual([])
  expect(await onCall.told(item, 'alert-failed')).toMatchObject([
    { means: 'call', why: 'not-on-call' },
    { means: 'text', why: 'not-on-call' },
  ])
})

test('items that are only overdue are told by one text an hour, not by a call for each', async () => {
  const items = await Promise.all(Array.from({ length: 4 }, () => stage.call(stage.newPhone())))
  const ids = items.map(({ followUpId }) => followUpId)
  const late = { dueAt: WEDNESDAY_11, escalateAt: WEDNESDAY_11, escalationStep: 1 }
  await stage.db.followUp.updateMany({ where: { id: { in: ids } }, data: late })
  stage.setTime(later(WEDNESDAY_11, 5))
  await onCall.minutes()
  for (const id of ids) expect(await onCall.told(id, 'target-missed')).toMatchObject([{ to: 'on-call' }])
  expect([stage.twilio.alerts.calls.length, stage.twilio.alerts.texts.length]).toEqual([0, 1])
  expect(stage.twilio.alerts.texts[0]?.Body).toMatch(/a request is overdue, item \d+\. Reply \d{4}/)
})

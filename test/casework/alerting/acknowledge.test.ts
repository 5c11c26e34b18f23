import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertKeyPressed } from '../../../src/casework/alerting/acknowledge.ts'
import { acknowledge, recordOutcome } from '../../../src/casework/staff-actions.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { sid } from '../../support/webhook.ts'
import { employ, type Colleague } from '../people.ts'
import { MANAGER, NURSE, onCallOf } from './on-call.ts'

let stage: CaseworkStage
let onCall: ReturnType<typeof onCallOf>
let nora: Colleague
beforeAll(async () => {
  stage = await startCasework()
  onCall = onCallOf(stage)
  nora = await employ(stage.db, 'Nora', 'licensed')
})
beforeEach(async () => {
  stage.setTime(WEDNESDAY_11)
  stage.enqueued.length = 0
  await stage.db.staffAlert.deleteMany()
  await stage.db.followUp.updateMany({
    where: { status: { not: 'closed' } },
    data: { escalateAt: later(WEDNESDAY_11, 100_000) },
  })
})
afterAll(() => stage.close())

/** An urgent item whose first contact was alerted at eleven; two minutes went by. */
async function alertedItem(): Promise<{ id: string; alert: string; code: string; number: number }> {
  const id = await onCall.urgentItem()
  const { number } = await onCall.itemOf(id)
  await onCall.minutes(2)
  const [alert] = await onCall.alertsOf(id)
  return { id, number, alert: alert!.id, code: alert!.code }
}
let calls = 0
const newCall = (): string => sid('CA', 0xc000 + ++calls)
const press = (alert: string, digits: string, how: { turn?: 1 | 2; callSid?: string } = {}) =>
  alertKeyPressed(stage.sending, { id: alert, callSid: newCall(), digits, turn: 1, ...how })
/** Nobody is alerted for an hour, the practice's clinical target. */
async function staysQuiet(id: string): Promise<void> {
  const before = await onCall.alerted(id)
  for (let part = 0; part < 5; part += 1) {
    stage.setTime(later(stage.now(), 11))
    await onCall.minutes()
  }
  expect(await onCall.alerted(id)).toEqual(before)
}
const nobody = '+14155559999'
/** A code that no alert has. */
const otherThan = (code: string): string => String((Number(code) + 1) % 10_000).padStart(4, '0')

describe('the key 1 on the call', () => {
  test('ends the climb, is told with the time it took, and leaves the clinical target to see to it', async () => {
    const { id, alert } = await alertedItem()
    expect(await press(alert, '1')).toBe('taken')
    expect(await onCall.told(id, 'alert-acknowledged')).toEqual([
      { who: 'Nurse on call', role: 'licensed', means: 'key', minutes: 2 },
    ])
    expect(await onCall.alertsOf(id)).toMatchObject([
      {
        ...{ callState: 'reached', endedAt: later(WEDNESDAY_11, 2), acknowledgedAt: later(WEDNESDAY_11, 2) },
        ...{ acknowledgedBy: 'Nurse on call', acknowledgedMeans: 'key' },
      },
    ])
    expect(await onCall.itemOf(id)).toMatchObject({ urgency: 'urgent', queue: 'licensed', escalation: null })
    await onCall.ends(id, 'call', 'completed')
    expect(await onCall.told(id, 'alert-failed')).toEqual([])
    await staysQuiet(id)
  })

  test('pressed once and told three times by the carrier counts once, and is answered the same', async () => {
    const { id, alert } = await alertedItem()
    const callSid = newCall()
    const answers = [await press(alert, '1', { callSid }), await press(alert, '1', { callSid })]
    expect([...answers, await press(alert, '1', { callSid })]).toEqual(['taken', 'taken', 'taken'])
    expect(await onCall.told(id, 'alert-acknowledged')).toHaveLength(1)
  })

  test('pressed by the second contact while the first one has it changes nothing', async () => {
    const { id, alert } = await alertedItem()
    await onCall.minutes(10)
    expect(await onCall.alerted(id)).toEqual([NURSE, MANAGER])
    const second = (await onCall.alertsOf(id))[1]!.id
    expect(await press(alert, '1')).toBe('taken')
    expect(await press(second, '1')).toBe('taken-before')
    expect(await onCall.told(id, 'alert-acknowledged')).toMatchObject([{ who: 'Nurse on call', minutes: 12 }])
  })

  test('is asked for once more after another key, and then it is over', async () => {
    const { id, alert } = await alertedItem()
    expect([await press(alert, '5'), await press(alert, '5', { turn: 2 })]).toEqual(['again', 'bye'])
    expect(await onCall.told(id, 'alert-acknowledged')).toEqual([])
  })

  test('pressed after the item was closed is answered kindly', async () => {
    const { alert, number } = await alertedItem()
    await recordOutcome(stage.sending, nora.actor, {
      number,
      outcome: 'resolved',
      note: 'Spoke, 911 called.',
    })
    expect(await press(alert, '1')).toBe('taken-before')
  })
})

describe('the code in a reply', () => {
  test.each(['{code}', 'ok {code}', '{code} got it'])(
    'ends the climb and is answered once: %s',
    async (words) => {
      const { id, code, number } = await alertedItem()
      const items = await stage.db.followUp.count()
      const body = words.replace('{code}', code)
      const messageSid = sid('SM', 0xd000 + ++calls)
      const answer = `Cedar Grove Family Practice: thank you. Item ${String(number)} is yours.`
      expect(await onCall.writes(NURSE, body, messageSid)).toBe(answer)
      expect(await onCall.writes(NURSE, body, messageSid)).toBe(answer)
      expect(await onCall.told(id, 'alert-acknowledged')).toMatchObject([{ means: 'code', minutes: 2 }])
      expect(await stage.db.followUp.count()).toBe(items)
      await staysQuiet(id)
    },
  )

  test('says which of two urgent items is meant', async () => {
    const first = await alertedItem()
    const second = await alertedItem()
    expect(first.code).not.toBe(second.code)
    await onCall.writes(NURSE, second.code)
    expect(await onCall.told(first.id, 'alert-acknowledged')).toEqual([])
    expect(await onCall.told(second.id, 'alert-acknowledged')).toHaveLength(1)
  })

  test('that is wrong gets a hint while something is asked, and changes nothing', async () => {
    const { id, code } = await alertedItem()
    expect(await onCall.writes(NURSE, otherThan(code))).toMatch(/just the four digits of our last text/)
    expect(await onCall.told(id, 'alert-acknowledged')).toEqual([])
  })

  test.each(['1', 'OK', 'on it'])(
    'that is left out gets the hint too, so that nobody believes they have it: %s',
    async (body) => {
      const { id } = await alertedItem()
      const items = await stage.db.followUp.count()
      expect(await onCall.writes(NURSE, body)).toMatch(/just the four digits of our last text/)
      expect(await onCall.told(id, 'alert-acknowledged')).toEqual([])
      expect(await stage.db.followUp.count()).toBe(items)
    },
  )

  test('beside the key says both times that it is theirs, and not that somebody else has it', async () => {
    const { id, alert, code, number } = await alertedItem()
    expect(await press(alert, '1')).toBe('taken')
    expect(await onCall.writes(NURSE, code)).toMatch(`Item ${String(number)} is yours`)
    expect(await press(alert, '1')).toBe('taken')
    expect(await onCall.told(id, 'alert-acknowledged')).toHaveLength(1)
  })

  test('of an alert that was answered says nothing about a new one: nobody has that yet', async () => {
    const { id, alert, code } = await alertedItem()
    await press(alert, '1')
    const item = await stage.db.followUp.findUniqueOrThrow({ where: { id }, include: { contact: true } })
    await stage.text(item.contact!.phone, 'My chest pain is much worse now')
    await onCall.minutes()
    expect(await onCall.writes(NURSE, code)).toMatch(/just the four digits of our last text/)
    expect(await press(alert, '1')).toBe('bye')
    expect((await onCall.alertsOf(id)).at(-1)).toMatchObject({ endedAt: null })
    expect(await onCall.told(id, 'alert-acknowledged')).toHaveLength(1)
  })

  test('that comes too late is answered kindly', async () => {
    const { id, code, number } = await alertedItem()
    await acknowledge(stage.sending, nora.actor, { number })
    expect(await onCall.writes(NURSE, code)).toMatch(
      new RegExp(`Somebody has item ${String(number)} already`),
    )
    expect(await onCall.told(id, 'alert-acknowledged')).toEqual([])
  })

  test.each([
    ['from a patient', nobody, '{code}'],
    ['from somebody on call who was not asked', MANAGER, '{code}'],
    ['beside words of a patient', NURSE, '{code} I have chest pain'],
    [
      'in a sentence',
      NURSE,
      'Please move my visit to 2:30, my number here is {code} as always since you know',
    ],
  ])('is read as any text: %s', async (_case, from, words) => {
    const { id, code } = await alertedItem()
    const body = words.replace('{code}', code)
    expect(await onCall.writes(from, body)).toBeNull()
    expect(await onCall.told(id, 'alert-acknowledged')).toEqual([])
    const text = await stage.db.message.findFirstOrThrow({ where: { phone: from, body } })
    expect(text.followUpId).not.toBeNull()
    expect(text.followUpId).not.toBe(id)
  })

  test('while nothing is asked of the phone is read as any text', async () => {
    expect(await onCall.writes(NURSE, '1234')).toBeNull()
    expect(await stage.db.followUp.count({ where: { contact: { phone: NURSE } } })).toBe(1)
  })
})

test('acknowledged on the page by licensed staff, its alerts are over too, and the time it took is told', async () => {
  const { id, number } = await alertedItem()
  expect(await acknowledge(stage.sending, nora.actor, { number })).toEqual({ type: 'done' })
  expect(await onCall.told(id, 'acknowledged')).toEqual([{ minutes: 2 }])
  expect(await onCall.alertsOf(id)).toMatchObject([{ acknowledgedBy: 'nora', acknowledgedMeans: 'act' }])
  await staysQuiet(id)
})

test('what comes later and is urgent alerts again, with another code', async () => {
  const { id, alert } = await alertedItem()
  await press(alert, '1')
  const { contact } = await stage.db.followUp.findUniqueOrThrow({ where: { id }, include: { contact: true } })
  await stage.text(contact!.phone, 'My chest pain is much worse now')
  await onCall.minutes()
  expect(await onCall.alerted(id)).toEqual([NURSE, NURSE])
  expect(await onCall.alertsOf(id)).toMatchObject([{ acknowledgedMeans: 'key' }, { endedAt: null, step: 1 }])
})

test('after the clinical target went by without anybody acting, those on call hear of it again', async () => {
  const { id, alert } = await alertedItem()
  await press(alert, '1')
  const { escalateAt } = await onCall.itemOf(id)
  stage.setTime(escalateAt!)
  await onCall.minutes()
  expect(await onCall.alerted(id)).toEqual([NURSE, NURSE])
  expect(await onCall.told(id, 'target-missed')).toHaveLength(1)
})

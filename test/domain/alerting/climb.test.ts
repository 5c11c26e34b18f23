import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { decide } from '../../../src/domain/follow-up/decide.ts'
import type { Decision } from '../../../src/domain/follow-up/decision.ts'
import type { Effect, ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import type { OnCallContact, Policy } from '../../../src/domain/policy/policy.ts'
import { opened, outcome, policy as example, reply } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'
import { runs } from '../../support/runs.ts'

const contact = (name: string, more: Partial<OnCallContact> = {}): OnCallContact => ({
  ...{ name, role: 'licensed', phone: '+14155550160', language: null, by: ['call', 'text'], when: 'always' },
  ...more,
})
const NURSE = contact('Nurse on call')
const DANA = contact('Dana Whitfield', { role: 'manager', phone: '+14155550161' })
const practice = (...onCall: OnCallContact[]): Policy => ({ ...example, onCall })
const two = practice(NURSE, DANA)

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)
const step = (item: FollowUp, event: ItemEvent, policy = two): Decision =>
  decide(item, event, { policy, mayText: true, restUntil: null })
function after(item: FollowUp, event: ItemEvent, policy = two): OpenFollowUp {
  const { next } = step(item, event, policy)
  if (next.status === 'closed') throw new Error('closed')
  return next
}
const urgent = (minutes = 10): ItemEvent => ({
  ...(reply('') as Extract<ItemEvent, { type: 'text-received' }>),
  ...{ at: at(minutes), text: 'I have chest pain', reading: readClinical('I have chest pain') },
})
const missed = (item: OpenFollowUp): ItemEvent => ({ type: 'target-missed', at: item.escalateAt })
const alertOf = ({ effects }: Decision) =>
  effects.find(
    (effect): effect is Extract<Effect, { type: 'alert-on-call' }> => effect.type === 'alert-on-call',
  )
const acknowledged = (minutes: number, alertedAt: Date): ItemEvent => ({
  ...{ type: 'alert-acknowledged', at: at(minutes), who: 'Nurse on call', role: 'licensed' },
  ...{ means: 'key', alertedAt },
})
/** The item's latest alert came to nothing `minutes` later. */
const inVain = (item: OpenFollowUp, alertedAt: Date, minutes: number): ItemEvent => ({
  ...{ type: 'alert-failed', at: later(alertedAt, minutes), who: 'Nurse on call', means: 'call' },
  ...{ why: 'no-answer', code: null, step: item.escalationStep, alertedAt, inVain: true },
})

/** An urgent item whose first contact was alerted at ten past nine. */
function alerted(): OpenFollowUp {
  const item = after(opened(), urgent())
  return after(item, missed(item))
}

describe('an item with urgent words', () => {
  test('alerts the first on call at once, before it is late', () => {
    const item = after(opened(), urgent())
    expect(item.escalateAt).toEqual(at(10))
    const told = step(item, missed(item))
    expect(alertOf(told)).toMatchObject({ contact: NURSE, step: 1, urgent: true, at: at(10) })
    expect(told.history).toMatchObject([
      { kind: 'on-call-alerted', detail: { step: 1, to: 'on-call', who: 'Nurse on call' } },
    ])
    expect(told.next).toMatchObject({ lastAction: 'on-call-alerted', escalation: { why: 'urgent-words' } })
  })

  test('waits with it for as long as the practice says, and says later that nobody acted in time', () => {
    const policy = { ...two, clinical: { ...two.clinical, alertAfterMinutes: 20 } }
    const item = after(opened(), urgent(), policy)
    expect(item.escalateAt).toEqual(at(30))
    expect(step(item, missed(item), policy).history).toMatchObject([{ kind: 'target-missed' }])
  })

  test('alerts no later because more comes in before the alert', () => {
    const item = after(opened(), urgent())
    const again: ItemEvent = { ...(reply('Hello? Anybody?') as object), at: at(10.5) } as ItemEvent
    for (const event of [urgent(10.5), again]) expect(after(item, event).escalateAt).toEqual(at(10))
  })

  test('alerts anew when something urgent comes after somebody had it', () => {
    const had = after(after(opened(), urgent()), acknowledged(12, at(10)))
    expect(had).toMatchObject({ escalation: null, escalationStep: 0 })
    expect(after(had, urgent(40)).escalateAt).toEqual(at(40))
    expect(after(had, { ...(reply('Thank you') as object), at: at(40) } as ItemEvent).escalateAt).toEqual(
      had.escalateAt,
    )
  })

  test('alerts at once when it was closed and somebody opens it again with urgent words', () => {
    const note = 'She called: chest pain'
    const closed = step(opened(), { ...outcome('resolved'), at: at(5) }).next
    const item = after(closed, {
      ...{ type: 'reopened', at: at(50), by: 'ana', note, licensed: false, reading: readClinical(note) },
    })
    expect(item).toMatchObject({ urgency: 'urgent', escalateAt: at(50) })
  })
})

describe('an urgent item that licensed staff have begun to work', () => {
  const written = (minutes: number): ItemEvent => ({
    ...{ type: 'text-ordered', at: at(minutes), by: 'nora', step: 'staff', language: 'en' },
    content: { wording: 'followUp' },
  })
  const notReached = (minutes: number): ItemEvent =>
    ({ ...outcome('no-answer'), at: at(minutes), licensed: true }) as ItemEvent

  test.each([
    ['who write to the person', written],
    ['who do not reach the person', notReached],
  ])(
    'gives them its urgent target, also once it is late, before those on call hear of it: %s',
    (_act, act) => {
      for (const minutes of [12, 60]) {
        const worked = after(alerted(), act(minutes))
        expect(worked.escalateAt).toEqual(at(minutes + two.clinical.urgentMinutes))
      }
    },
  )

  test.each([
    ['who wrote to the person', written],
    ['who did not reach the person', notReached],
  ])('alerts anew at once when something urgent comes after them: %s', (_act, act) => {
    const worked = after(alerted(), act(12))
    expect(after(worked, urgent(14))).toMatchObject({
      escalateAt: at(14),
      escalation: { why: 'urgent-words' },
    })
  })

  test('alerts anew also when all of it falls in one instant', () => {
    const worked = after(after(opened(), urgent(10)), notReached(10))
    expect(worked.escalateAt > at(10)).toBe(true)
    expect(after(worked, urgent(10)).escalateAt).toEqual(at(10))
  })
})

describe('who is on call', () => {
  const night = contact('Night nurse', { phone: '+14155550162', when: 'closed' })
  const day = contact('Day nurse', { phone: '+14155550163', when: 'open' })
  const policy = practice(day, night)
  test.each([
    ['while open', at(10), 'Day nurse'],
    ['at lunch', new Date('2026-12-02T20:30:00Z'), 'Night nurse'],
    ['in the evening', new Date('2026-12-03T03:00:00Z'), 'Night nurse'],
    ['on a Sunday', new Date('2026-12-06T20:00:00Z'), 'Night nurse'],
    ['on a holiday', new Date('2026-12-25T20:00:00Z'), 'Night nurse'],
  ])('is by the practice’s hours: %s', (_when, now, name) => {
    const item = { ...after(opened(), urgent()), escalateAt: now }
    expect(alertOf(step(item, missed(item), policy))?.contact.name).toBe(name)
  })
})

describe('a climb whose waits have grown long', () => {
  const night = contact('Night nurse', { phone: '+14155550162', when: 'closed' })
  const day = contact('Day nurse', { phone: '+14155550163', when: 'open' })
  const MONDAY_8 = new Date('2026-12-07T16:00:00Z')
  /** Alerted for the eighth time at that instant, in vain as before. */
  const eighth = (now: string, policy: Policy): OpenFollowUp => {
    const item = { ...after(opened(), urgent(), policy), escalationStep: 7, escalateAt: new Date(now) }
    return after(item, missed(item), policy)
  }

  test('comes to whoever is on call next as soon as they are', () => {
    const policy = practice(day, night)
    const sunday = eighth('2026-12-07T04:00:00Z', policy)
    expect(sunday.escalateAt).toEqual(MONDAY_8)
    expect(alertOf(step(sunday, missed(sunday), policy))?.contact.name).toBe('Day nurse')
    const beforeClosing = eighth('2026-12-03T00:55:00Z', policy)
    expect(beforeClosing.escalateAt).toEqual(new Date('2026-12-03T01:00:00Z'))
    expect(alertOf(step(beforeClosing, missed(beforeClosing), policy))?.contact.name).toBe('Night nurse')
  })

  test('begins anew with them, whoever is on call beside them', () => {
    const policy = practice(DANA, day, night)
    const atSeven = eighth('2026-12-07T15:00:00Z', policy)
    const monday = step(atSeven, missed(atSeven), policy)
    expect(alertOf(monday)).toMatchObject({ contact: DANA, step: 1 })
    expect(monday.next).toMatchObject({ escalateAt: later(MONDAY_8, 10), escalationStep: 1 })
  })

  test('waits on where the same people are on call at all times', () => {
    expect(eighth('2026-12-07T04:00:00Z', two).escalateAt).toEqual(new Date('2026-12-07T06:40:00Z'))
  })
})

describe('an alert that reached nobody', () => {
  test('is followed by the next contact at once, and not sooner than a minute after it', () => {
    const item = alerted()
    expect(after(item, inVain(item, at(10), 0.2)).escalateAt).toEqual(at(11))
    expect(after(item, inVain(item, at(10), 3)).escalateAt).toEqual(at(13))
    expect(after(item, inVain(item, at(10), 30)).escalateAt).toEqual(item.escalateAt)
  })

  test('is not hurried beyond the round: everybody was called, so the wait begins', () => {
    const first = alerted()
    const second = after(first, { type: 'target-missed', at: at(11) })
    expect(second).toMatchObject({ escalationStep: 2, escalateAt: at(31) })
    expect(after(second, inVain(second, at(11), 0.5)).escalateAt).toEqual(at(31))
  })

  test('because its contact was just replaced on the list is followed by whoever is on it now, also on a list of one', () => {
    const item = after(opened(), urgent(), practice(NURSE))
    const first = after(item, missed(item), practice(NURSE))
    const event = { ...inVain(first, at(10), 0.1), why: 'not-on-call' } as ItemEvent
    const replaced = after(first, event, practice(DANA))
    expect(replaced.escalateAt).toEqual(at(11))
    expect(alertOf(step(replaced, missed(replaced), practice(DANA)))?.contact).toEqual(DANA)
  })

  test('says so in the history and changes nothing where another way may still reach somebody', () => {
    const item = alerted()
    const event = { ...inVain(item, at(10), 1), means: 'text', why: 'refused', code: 21610, inVain: false }
    const { next, history } = step(item, event as ItemEvent)
    expect(next).toMatchObject({ escalateAt: item.escalateAt, lastAction: 'alert-failed' })
    expect(history[0]?.detail).toEqual({ who: 'Nurse on call', means: 'text', why: 'refused', code: 21610 })
  })

  test('moves nothing when it was not the latest alert', () => {
    const item = alerted()
    const second = after(item, missed(item))
    expect(after(second, inVain(item, at(10), 11)).escalateAt).toEqual(second.escalateAt)
  })
})

test('however soon and however often alerts fail, each phone is alerted a few times a day, never twice a minute, and in turn', () => {
  const fates = fc.array(
    fc.record({ minutes: fc.double({ min: 0.1, max: 30, noNaN: true }), fails: fc.boolean() }),
    {
      minLength: 40,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(fates, fc.integer({ min: 1, max: 4 }), (list, howMany) => {
      const policy = practice(...Array.from({ length: howMany }, (_, nth) => contact(`Nurse ${String(nth)}`)))
      let item = after(opened(), urgent(), policy)
      const told: { at: number; name: string | null }[] = []
      for (const { minutes, fails } of list) {
        const now = item.escalateAt
        if (now > at(10 + 24 * 60)) break
        const decision = step(item, { type: 'target-missed', at: now }, policy)
        told.push({ at: now.getTime(), name: alertOf(decision)!.contact.name })
        item = decision.next as OpenFollowUp
        const over = later(now, minutes)
        if (fails && over < item.escalateAt) item = after(item, inVain(item, now, minutes), policy)
      }
      expect(told.length).toBeLessThanOrEqual(8 * howMany)
      expect(told.map(({ name }) => name)).toEqual(told.map((_, nth) => `Nurse ${String(nth % howMany)}`))
      for (const [index, { at: now }] of told.slice(1).entries())
        expect(now - told[index]!.at).toBeGreaterThanOrEqual(60_000)
    }),
    { numRuns: runs(100, 2000) },
  )
})

describe('an acknowledgement', () => {
  test('in the evening counts by the clock: who has it and does nothing hears of it the same night', () => {
    const evening = 11 * 60
    const { targetBusinessMinutes } = two.clinical
    const item = after(after(opened(), urgent(evening)), acknowledged(evening + 3, at(evening)))
    expect(item.escalateAt).toEqual(at(evening + 3 + targetBusinessMinutes))
    const routed = { ...item, urgency: 'clinical' } as const
    const seen = after(routed, { type: 'acknowledged', at: at(evening + 3), by: 'ines' })
    expect(seen.escalateAt > at(evening + 3 + 8 * 60)).toBe(true)
  })

  test('from the phone ends the climb, leaves the clinical target to see to it, and says how long it took', () => {
    const { next, history, effects } = step(alerted(), acknowledged(13, at(10)))
    expect(next).toMatchObject({ escalation: null, escalationStep: 0, escalatedTo: null, ownerId: null })
    expect(next).toMatchObject({ escalateAt: at(13 + two.clinical.targetBusinessMinutes), urgency: 'urgent' })
    expect(history).toMatchObject([
      {
        kind: 'alert-acknowledged',
        actor: 'on-call',
        detail: { who: 'Nurse on call', means: 'key', minutes: 3 },
      },
    ])
    expect(effects).toContainEqual({
      ...{ type: 'end-alerts', at: at(13) },
      acknowledged: { by: 'Nurse on call', means: 'key' },
    })
  })

  test('on the page, an outcome and the end of the item end its alerts too', () => {
    const acts: [ItemEvent, string][] = [
      [{ type: 'acknowledged', at: at(14), by: 'nora', alertedAt: at(10) }, 'nora'],
      [{ ...outcome('resolved'), at: at(14), licensed: true } as ItemEvent, 'staff-1'],
    ]
    for (const [event, by] of acts) {
      const { effects, history } = step(alerted(), event)
      expect(effects).toContainEqual({ type: 'end-alerts', at: at(14), acknowledged: { by, means: 'act' } })
      if (event.type === 'acknowledged') expect(history[0]?.detail).toEqual({ minutes: 4 })
    }
  })

  test('is none when somebody takes the item or writes a note', () => {
    const claimed: ItemEvent = { type: 'claimed', at: at(12), by: 'nora', until: at(27) }
    const { next, effects } = step(alerted(), claimed)
    expect(effects).toEqual([])
    expect(next).toMatchObject({ escalateAt: alerted().escalateAt, escalationStep: 1 })
  })
})

test('an item that is only overdue alerts by name whoever may work it, once it climbed to the on-call list', () => {
  const overdue = { ...opened(), escalationStep: 5, escalateAt: at(3_000), dueAt: at(60) }
  const decision = step(overdue, missed(overdue))
  expect(alertOf(decision)).toMatchObject({ contact: DANA, urgent: false, step: 6 })
  const nobody = step({ ...overdue, escalationStep: 0 }, missed(overdue))
  expect([alertOf(nobody), nobody.history[0]?.detail['to']]).toEqual([undefined, 'manager'])
})

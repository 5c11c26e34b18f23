import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { decide } from '../../../src/domain/follow-up/decide.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { missedCall, none, opened, outcome, policy as example, reply } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const ALWAYS = { language: null, by: ['call', 'text'], when: 'always' } as const

/** Manager an hour of business time after the due time, the on-call contact a business day later. */
const policy: Policy = {
  ...example,
  workflows: {
    ...example.workflows,
    'missed-call': {
      ...example.workflows['missed-call'],
      ladder: [
        { after: { businessMinutes: 60 }, to: 'manager' },
        { after: { businessDays: 1 }, to: 'on-call' },
      ],
    },
  },
  onCall: [
    { ...ALWAYS, role: 'licensed', name: 'Nurse on call', phone: '+14155550160' },
    { ...ALWAYS, role: 'manager', name: 'Dana Whitfield', phone: '+14155550161' },
  ],
}

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)
const thursday8 = new Date('2026-12-03T16:00:00Z')
const friday8 = new Date('2026-12-04T16:00:00Z')
const monday8 = new Date('2026-12-07T16:00:00Z')

function after(item: OpenFollowUp, ...events: ItemEvent[]): OpenFollowUp {
  return events.reduce((last, event) => {
    const { next } = decide(last, event, { policy, mayText: true, restUntil: null })
    if (next.status === 'closed') throw new Error('closed')
    return next
  }, item)
}
const missed = (item: OpenFollowUp): ItemEvent => ({ type: 'target-missed', at: item.escalateAt })
/** What the history says of the item's next step on the ladder. */
function told(item: OpenFollowUp): unknown {
  const { history } = decide(item, missed(item), { policy, mayText: true, restUntil: null })
  return history.map(({ kind, detail }) => ({ kind, ...detail }))
}
const note: ItemEvent = {
  type: 'note-added',
  at: at(90),
  by: 'ana',
  note: 'Busy',
  licensed: false,
  reading: none,
}

describe('an item that nobody works', () => {
  test('tells the manager an hour of business time after it was due, then the on-call contact by name, then them again each business morning', () => {
    const item = after(opened())
    expect(item).toMatchObject({ dueAt: at(60), escalateAt: at(120), escalationStep: 0, escalatedTo: null })
    expect(told(item)).toEqual([{ kind: 'target-missed', step: 1, to: 'manager' }])
    const first = after(item, missed(item))
    expect(first).toMatchObject({
      ...{ escalateAt: thursday8, escalationStep: 1, escalatedTo: 'manager', lastAction: 'target-missed' },
      escalation: { at: at(120), why: 'overdue' },
    })
    expect(told(first)).toEqual([{ kind: 'target-missed', step: 2, to: 'on-call', who: 'Dana Whitfield' }])
    const second = after(first, missed(first))
    expect(second).toMatchObject({ escalateAt: friday8, escalatedTo: 'on-call' })
    const third = after(second, missed(second))
    expect(third).toMatchObject({ escalateAt: monday8, escalatedTo: 'on-call', escalationStep: 3 })
    expect(told(third)).toMatchObject([{ to: 'on-call' }])
  })

  test('is told of when its new due time came, if the person calls again before it was due', () => {
    const again = after(opened(), missedCall(at(5)), missedCall(at(6)))
    expect(again.dueAt).toEqual(at(6 + policy.repeats.dueWithinBusinessMinutes))
    expect(again.escalateAt).toEqual(later(again.dueAt, 60))
  })

  test('is no further from being told of because the person calls again', () => {
    const item = after(opened(), { type: 'target-missed', at: at(120) })
    const again = after(item, missedCall(at(130)))
    expect(again).toMatchObject({ escalateAt: item.escalateAt, escalationStep: 1 })
  })
})

describe('the ladder begins anew', () => {
  const climbed = (): OpenFollowUp => after(opened(), { type: 'target-missed', at: at(120) })

  test('from the next due time when an outcome is recorded, and the alarm is over', () => {
    const tried = after(climbed(), { ...outcome('no-answer'), at: at(130) })
    expect(tried).toMatchObject({ escalation: null, escalationStep: 0, escalatedTo: null })
    expect(tried.dueAt.getTime()).toBeGreaterThan(at(130).getTime())
    expect(tried.escalateAt.getTime()).toBeGreaterThan(tried.dueAt.getTime())
  })

  test('an hour of business time from now, lunch not counted, when somebody acknowledges it or writes to the person', () => {
    const acts: ItemEvent[] = [
      { type: 'acknowledged', at: at(130), by: 'ana' },
      {
        ...{ type: 'text-ordered', at: at(130), by: 'ana', step: 'staff:1', language: 'en' },
        content: { wording: 'call-received' },
      },
    ]
    for (const act of acts)
      expect(after(climbed(), act)).toMatchObject({
        escalateAt: at(250),
        escalationStep: 0,
        escalation: null,
      })
  })

  test('for licensed staff when clinical words hand it to them', () => {
    const routed = after(climbed(), { ...reply('my rash is worse'), at: at(130) })
    expect(routed).toMatchObject({ queue: 'licensed', escalationStep: 0, escalatedTo: null })
    expect(routed.escalateAt).toEqual(at(250))
    expect(told(routed)).toMatchObject([{ to: 'manager' }])
  })

  test('not when somebody takes the item or writes a note: both may stay without a callback', () => {
    const item = climbed()
    const claimed: ItemEvent = { type: 'claimed', at: at(130), by: 'ana', until: at(145) }
    for (const event of [claimed, note])
      expect(after(item, event)).toMatchObject({ escalateAt: item.escalateAt, escalationStep: 1 })
  })
})

describe('an urgent item', () => {
  const words = 'I have chest pain'
  const urgent = (): OpenFollowUp =>
    after(opened(), { ...reply(words), at: at(10), reading: readClinical(words) } as ItemEvent)

  test('tells one on-call contact after the other, at any hour, then waits longer after each round', () => {
    let item = urgent()
    expect(item).toMatchObject({ escalateAt: at(10), dueAt: at(10 + policy.clinical.urgentMinutes) })
    const rounds: unknown[] = []
    for (let step = 0; step < 6; step += 1) {
      const next = after(item, missed(item))
      const waits = (next.escalateAt.getTime() - item.escalateAt.getTime()) / 60_000
      rounds.push([(told(item) as { who: string }[])[0]?.who, waits])
      item = next
    }
    expect(rounds).toEqual([
      ['Nurse on call', 10],
      ['Dana Whitfield', 20],
      ['Nurse on call', 20],
      ['Dana Whitfield', 40],
      ['Nurse on call', 40],
      ['Dana Whitfield', 80],
    ])
    expect(item).toMatchObject({ queue: 'licensed', escalation: { why: 'urgent-words' } })
  })

  test('leaves whoever acknowledged it the practice’s clinical target to see to it', () => {
    const seen = after(urgent(), { type: 'acknowledged', at: at(20), by: 'nurse' })
    expect(seen.escalateAt).toEqual(at(20 + policy.clinical.targetBusinessMinutes))
  })
})

describe('somebody who was called not long ago', () => {
  const restUntil = at(200)
  const context = { policy, mayText: true, restUntil }

  test('is due again when the rest is over and lunch too, and nobody is told meanwhile', () => {
    const item = opened()
    const decision = decide(item, { type: 'target-missed', at: at(120) }, context)
    expect(decision.history).toEqual([])
    expect(decision.next).toMatchObject({ dueAt: at(240), escalateAt: at(300), escalation: null })
  })

  test('does not hold up what is not done by calling them', () => {
    const answered = after(opened(), { ...reply('Tuesday works'), at: at(5) })
    const decision = decide(answered, { type: 'target-missed', at: at(120) }, context)
    expect(decision.history).toMatchObject([{ kind: 'target-missed' }])
  })
})

import { describe, expect, test } from 'vitest'
import { decide } from '../../../src/domain/follow-up/decide.ts'
import type { Decision, DecisionContext } from '../../../src/domain/follow-up/decision.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { callSid, missedCall, opened, outcome, policy as example, reply } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)
const persistence = { restMinutes: 120, unansweredTexts: 3 }

/** Two calls with a text in between, and the example practice's other rules. */
const policy: Policy = {
  ...example,
  persistence,
  workflows: {
    ...example.workflows,
    'missed-call': {
      ...example.workflows['missed-call'],
      sensitive: false,
      cadence: [
        { do: 'call', id: 'first', after: { businessMinutes: 60 }, voicemail: true },
        { do: 'text', id: 'between', after: { businessMinutes: 30 }, wording: 'tried-to-reach-you' },
        { do: 'call', id: 'last', after: { businessDays: 1 }, voicemail: false },
      ],
      afterCadence: { status: 'waiting-on-internal-review', queue: 'assistant', businessDays: 1 },
    },
  },
}
const context = (more: Partial<DecisionContext> = {}): DecisionContext => ({
  ...{ policy, mayText: true, restUntil: null },
  ...more,
})
const apply = (item: FollowUp, ...events: ItemEvent[]): Decision =>
  events.reduce<Decision>((last, event) => decide(last.next, event, context()), {
    ...{ next: item, history: [], effects: [] },
  })
const item = (facts: Partial<OpenFollowUp> = {}): OpenFollowUp => ({
  ...opened(),
  cadence: { state: 'running', step: 0, nextTouchAt: at(60) },
  ...facts,
})
const touch = (when: Date): ItemEvent => ({ type: 'touch-due', at: when })
const tried = (minutes: number, name: 'no-answer' | 'left-voicemail' = 'no-answer'): ItemEvent => ({
  ...outcome(name),
  at: at(minutes),
})
const answered = (minutes: number): ItemEvent => ({ type: 'call-answered', at: at(minutes), callSid })
const sent = (minutes: number): ItemEvent => ({
  ...{ type: 'text-sent', at: at(minutes), messageId: `m${String(minutes)}` },
})
const kinds = ({ history }: Decision): string[] => history.map(({ kind }) => kind)

describe('the cadence goes at the pace of people', () => {
  test('the text after a call waits for the call, and is counted from it however late it was made', () => {
    const asked = apply(item(), touch(at(60))).next
    expect(asked.cadence).toMatchObject({ state: 'running', step: 1 })
    const early = apply(asked, touch(at(90)))
    expect([early.history, early.effects]).toEqual([[], []])
    expect(early.next.cadence).toMatchObject({ step: 1, nextTouchAt: new Date('2026-12-03T16:00:00Z') })
    const called = apply(early.next, tried(300)).next
    expect(called.cadence).toMatchObject({ step: 1, nextTouchAt: at(330) })
    expect(kinds(apply(called, touch(at(330))))).toEqual(['text-planned'])
  })

  test('a text that an outage made late by days is not sent: one call is due instead, and the rest counts from now', () => {
    const monday = new Date('2026-12-07T18:00:00Z')
    const waiting = item({ attempts: 1, cadence: { state: 'running', step: 1, nextTouchAt: at(90) } })
    const late = apply(waiting, touch(monday))
    expect(late.effects).toEqual([])
    expect(kinds(late)).toEqual(['call-attempt-due', 'cadence-ended'])
    expect(late.next).toMatchObject({ status: 'callback-needed', cadence: { why: 'completed' } })
  })

  test('a text that is late by some hours still leaves, through the gate like every other', () => {
    const waiting = item({ attempts: 1, cadence: { state: 'running', step: 1, nextTouchAt: at(90) } })
    expect(kinds(apply(waiting, touch(at(22 * 60))))).toEqual(['text-planned'])
  })

  test('calls that an outage passed over are one call that is due now', () => {
    const monday = new Date('2026-12-07T18:00:00Z')
    const first = apply(item(), touch(monday))
    expect(kinds(first)).toEqual(['call-attempt-due'])
    const again = apply(first.next, touch(later(monday, 1)))
    expect(kinds(again)).toEqual([])
  })
})

describe('an attempt that reached nobody', () => {
  test('lets the person rest for the time that the practice chose', () => {
    const { effects } = apply(item(), tried(10))
    expect(effects).toContainEqual({ type: 'rest-contact', until: at(130) })
  })

  test('is followed by the next one after the rest, not before', () => {
    const minute = { ...policy, persistence: { ...persistence, restMinutes: 24 * 60 } }
    const { next } = decide(item(), tried(10), context({ policy: minute }))
    expect((next as OpenFollowUp).dueAt.getTime()).toBeGreaterThanOrEqual(at(10 + 24 * 60).getTime())
  })

  test('holds back a call about something else that comes due, and not an urgent one', () => {
    const resting = context({ restUntil: at(200) })
    const waits = decide(item(), touch(at(60)), resting)
    expect(waits.history).toEqual([])
    // The rest ends at lunch, so the call is due when the practice opens again.
    expect(waits.next).toMatchObject({ dueAt: at(240), cadence: { step: 0, nextTouchAt: at(240) } })
    const urgent = item({ queue: 'licensed', status: 'routed-to-clinical', urgency: 'urgent' })
    expect(kinds(decide(urgent, touch(at(60)), resting))).toEqual(['call-attempt-due'])
  })

  test.each([
    { note: 'calls', event: missedCall(at(20)) },
    { note: 'is spoken to', event: answered(20) },
    { note: 'writes', event: reply('call me now') },
  ])('the rest is over when the person $note', ({ event }) => {
    const { effects } = decide(item(), event, context({ restUntil: at(200) }))
    expect(effects).toContainEqual({ type: 'rest-contact', until: null })
  })
})

describe('what stops the rest of the attempts', () => {
  test.each([
    { what: 'a booking', event: outcome('reached-scheduled'), why: 'outcome' },
    { what: 'a reply', event: reply('Tuesday works'), why: 'replied' },
    {
      what: 'an answered call',
      event: answered(5),
      why: 'spoke-with-practice',
    },
    { what: 'a clinical word', event: reply('my rash is worse'), why: 'clinical' },
    { what: 'a refusal', event: outcome('patient-declined'), why: 'closed' },
  ])('$what: nothing comes of the cadence any more', ({ event, why }) => {
    const { next, effects } = apply(item(), event)
    expect(next.cadence).toMatchObject({ state: 'ended', why })
    expect(effects.some(({ type }) => type === 'cancel-texts')).toBe(true)
    const later = apply(next, touch(at(9_999)))
    expect([later.effects, later.history.filter(({ kind }) => kind === 'text-planned')]).toEqual([[], []])
  })

  test('an opt-out stops the texts and leaves the calls, which are owed', () => {
    const optOut: ItemEvent = { type: 'opted-out', at: at(5), means: 'keyword', evidence: 'SM1' }
    const { next, effects } = apply(item(), optOut)
    expect(effects).toEqual([{ type: 'cancel-texts', why: 'opted-out' }])
    const called = apply(next, touch(at(60)), tried(61)).next
    const refused = decide(called, touch(at(91)), context({ mayText: false }))
    expect(refused.effects).toEqual([])
    const call = decide(refused.next, touch(new Date('2026-12-03T16:00:00Z')), context({ mayText: false }))
    expect(kinds(call)).toContain('call-attempt-due')
  })
})

describe('texts that nobody answers', () => {
  test('are counted, and the third tells staff to call now and ends the reminders', () => {
    const two = apply(item(), sent(5), sent(10))
    expect(two.next).toMatchObject({ unansweredTexts: 2, escalation: null })
    const three = decide(two.next, sent(15), context())
    expect(kinds(three)).toEqual(['text-sent', 'reminders-unanswered'])
    expect(three.next).toMatchObject({
      ...{ unansweredTexts: 3, status: 'callback-needed', nextAction: 'call-back', dueAt: at(15) },
      escalation: { at: at(15), why: 'reminders-unanswered' },
    })
    expect(three.effects).toEqual([{ type: 'cancel-texts', why: 'reminders-unanswered' }])
  })

  test('are followed by no other: the cadence goes on with its calls', () => {
    const called = apply(item(), sent(5), sent(10), sent(15), touch(at(60)), tried(61)).next
    const next = apply(called, touch(at(91)))
    expect([next.effects, kinds(next)]).toEqual([[], []])
    expect(next.next.cadence).toMatchObject({ state: 'running', step: 2 })
  })

  test('tell staff once, and what staff write after that tells nobody again', () => {
    expect(kinds(apply(item(), sent(5), sent(10), sent(15), sent(20)))).toEqual(['text-sent'])
  })

  test.each([
    { note: 'called', event: missedCall(at(12)) },
    { note: 'wrote', event: reply('yes') },
    { note: 'spoke with us', event: answered(12) },
    { note: 'was reached', event: outcome('reached-not-ready') },
  ])('count from the beginning once the person $note', ({ event }) => {
    expect(apply(item(), sent(5), sent(10), event).next).toMatchObject({ unansweredTexts: 0 })
  })

  test('do not call somebody who was called an hour ago: the call waits for the rest', () => {
    const two = apply(item(), sent(5), sent(10)).next
    const { next } = decide(two, sent(15), context({ restUntil: at(50) }))
    expect(next).toMatchObject({ dueAt: at(50), nextAction: 'call-back' })
  })
})

describe('after the last attempt', () => {
  const lastTry = (facts: Partial<OpenFollowUp> = {}): Decision =>
    apply(item({ attempts: 1, ...facts, cadence: { state: 'ended', step: 3, why: 'completed' } }), tried(40))

  test('a person decides how the item is closed, in the time that the practice gives', () => {
    expect(lastTry().next).toMatchObject({
      ...{
        attempts: 2,
        status: 'waiting-on-internal-review',
        queue: 'assistant',
        nextAction: 'decide-closure',
      },
      dueAt: new Date('2026-12-03T16:00:00Z'),
    })
    expect(
      apply(lastTry().next, outcome('unable-to-reach', { note: 'Two calls, no answer.' })).next,
    ).toMatchObject({
      ...{ status: 'closed', outcome: 'unable-to-reach', closingNote: 'Two calls, no answer.' },
    })
  })

  test('what is clinically sensitive goes to licensed staff, with a line that says so', () => {
    const { next, history } = lastTry({ sensitive: true })
    expect(next).toMatchObject({
      ...{ queue: 'licensed', status: 'routed-to-clinical', nextAction: 'licensed-review', ownerId: null },
    })
    expect(history.at(-1)).toMatchObject({ kind: 'handed-over', detail: { why: 'sensitive' } })
  })

  test('an assistant never closes it as unable to reach, a nurse may', () => {
    const sensitive = item({ sensitive: true })
    const giveUp = outcome('unable-to-reach') as Extract<ItemEvent, { type: 'outcome-recorded' }>
    expect(apply(sensitive, giveUp).next).toMatchObject({ status: 'routed-to-clinical', queue: 'licensed' })
    expect(apply(sensitive, { ...giveUp, licensed: true }).next).toMatchObject({ status: 'closed' })
  })
})

import { describe, expect, test } from 'vitest'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import { lineOf } from '../../../src/domain/follow-up/history.ts'
import type { OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import { given, opened, outcome, reply } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)
const messageId = 'm1'

/** A fault stops the sender: nobody knows when the text leaves. */
const stopped = (minutes: number): ItemEvent => ({
  ...({ type: 'text-held', at: at(minutes), messageId, until: null } as const),
  why: 'sending-stopped',
})
const event = (type: ItemEvent['type'], minutes: number, more: object = {}): ItemEvent =>
  ({ type, at: at(minutes), messageId, ...more }) as ItemEvent
const after = (...events: ItemEvent[]): OpenFollowUp => given(opened(), ...events).next as OpenFollowUp

describe('a text that a stopped sender holds back', () => {
  test('shows on its item, whose callback stays due when it was', () => {
    const before = opened()
    const item = after(stopped(3))
    expect(item.escalation).toEqual({ at: at(3), why: 'text-stopped' })
    expect(item).toMatchObject({
      ...{ nextAction: 'call-back', dueAt: before.dueAt, cadence: before.cadence },
      lastAction: 'text-held',
    })
  })

  test('is not waited for: an item that waited for the person asks for the call again', () => {
    const waiting = after(outcome('left-voicemail'))
    expect(waiting.status).toBe('waiting-on-patient')
    const item = given(waiting, stopped(60)).next as OpenFollowUp
    expect(item).toMatchObject({ status: 'callback-needed', nextAction: 'call-back', dueAt: waiting.dueAt })
  })

  test('does not take the place of an alarm that was raised before', () => {
    const alarm = { at: at(1), why: 'repeat-contacts' } as const
    expect(given({ ...opened(), escalation: alarm }, stopped(3)).next.escalation).toEqual(alarm)
  })

  test.each([
    ['left', event('text-sent', 90)],
    ['waits for the hours in which texts may arrive', event('text-held', 90, { until: at(900), why: 'x' })],
    ['is not to leave any more, says the gate', event('text-refused', 90, { why: 'no-longer-wanted' })],
    ['was stopped by an opt-out on another item', event('text-canceled', 90, { why: 'opted-out' })],
    ['fell away because the person wrote', reply('thanks', 0)],
  ])('shows no more once it %s', (_what, then) => {
    expect(after(stopped(3), then).escalation).toBeNull()
  })

  test('that left in the end and did not arrive is told as that', () => {
    const undelivered = event('text-undelivered', 90, { code: 30003 })
    expect(after(stopped(3), undelivered).escalation).toEqual({ at: at(90), why: 'undelivered' })
  })

  test('that waits for a known time only raises no alarm', () => {
    expect(
      after(event('text-held', 3, { until: at(900), why: 'outside-calling-hours' })).escalation,
    ).toBeNull()
  })
})

describe('whoever said it stands in the history', () => {
  const optedOut = { at: WEDNESDAY_9, type: 'opted-out', evidence: 'e1' } as const
  test.each([
    ['the caller', 'caller', { ...optedOut, means: 'keyword' }],
    ['the carrier, which alone knew', 'carrier', { ...optedOut, means: 'carrier' }],
    ['the colleague who was told', 'maya', { ...optedOut, means: 'staff', by: 'maya' }],
    ['the program that recorded it', 'key:k1', { ...optedOut, means: 'staff', by: 'key:k1' }],
    [
      'who wrote the new consent down',
      'maya',
      { type: 'opted-in-again', at: WEDNESDAY_9, evidence: 'e2', by: 'maya' },
    ],
  ] as const satisfies readonly (readonly [string, string, ItemEvent])[])('%s', (_who, actor, said) => {
    expect(lineOf(said).actor).toBe(actor)
  })
})

describe('a fact about the number', () => {
  const said = (fact: 'do-not-call' | 'number-changed'): ItemEvent => ({
    ...({ type: 'contact-fact-set', at: at(5), by: 'maya', fact } as const),
    ...{ note: 'asked by phone', evidence: 'staff:1' },
  })

  test('stands in the history of each item, with who said it, and leaves the callback owed', () => {
    const { next, history, effects } = given(opened(), said('do-not-call'))
    expect(next).toMatchObject({ lastAction: 'contact-fact-set', nextAction: 'call-back' })
    expect(history).toMatchObject([
      { kind: 'contact-fact-set', actor: 'maya', detail: { fact: 'do-not-call', note: 'asked by phone' } },
    ])
    expect(effects).toEqual([])
  })

  test('that loses the number ends the reminders, and another number is looked for', () => {
    const { next, effects } = given(opened(), said('number-changed'))
    expect(next).toMatchObject({ nextAction: 'find-number', cadence: { state: 'ended' } })
    expect(effects).toEqual([{ type: 'cancel-texts', why: 'wrong-number' }])
  })
})

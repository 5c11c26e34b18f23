import { describe, expect, test } from 'vitest'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import type { RecordedOutcome } from '../../../src/domain/follow-up/words.ts'
import {
  callSid,
  missedCall,
  opened,
  given,
  voicemail,
  transcript,
  reply,
  outcome,
} from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

describe('what must not happen', () => {
  const friday = (utc: string): Date => new Date(`2026-12-04T${utc}:00Z`)
  const nurse = (name: RecordedOutcome, at: Date): ItemEvent => ({
    ...(outcome(name) as Extract<ItemEvent, { type: 'outcome-recorded' }>),
    at,
    licensed: true,
  })

  test('an assistant cannot close an item with a note about chest pain: it goes to licensed staff instead', () => {
    for (const name of ['patient-declined', 'resolved', 'unable-to-reach', 'opted-out'] as const) {
      const { next } = given(opened(), outcome(name, { note: 'says she has chest pain and cannot breathe' }))
      expect(next, name).toMatchObject({ status: 'routed-to-clinical', queue: 'licensed', urgency: 'urgent' })
    }
  })

  test('an urgent item is not put off by a voicemail that is left after hours', () => {
    const urgent = given(opened(), voicemail(), transcript('I have chest pain since this morning'))
      .next as OpenFollowUp
    const { next } = given(urgent, { ...voicemail(), openHours: false } as ItemEvent)
    expect((next as OpenFollowUp).dueAt).toEqual(urgent.dueAt)
  })

  test('a failed transcription that comes before the recording still makes a person listen', () => {
    const failed: ItemEvent = {
      type: 'transcription-failed',
      at: later(WEDNESDAY_9, 1),
      callSid,
      heardByPerson: false,
    }
    const { next } = given(opened(), failed, { ...voicemail(), transcribed: true } as ItemEvent)
    expect(next).toMatchObject({
      heard: 'not-heard-yet',
      queue: 'licensed',
      nextAction: 'listen-to-voicemail',
    })
  })

  test('a second call that leaves no message does not make the first message count as heard', () => {
    const { next } = given(opened(), voicemail(), missedCall(later(WEDNESDAY_9, 5)), {
      type: 'no-voicemail',
      at: later(WEDNESDAY_9, 6),
      callSid,
    })
    expect(next).toMatchObject({ heard: 'not-heard-yet', hearBy: later(WEDNESDAY_9, 16) })
  })

  test('one of two messages that is read does not make the other count as heard', () => {
    const { next } = given(opened(), voicemail(), voicemail(), {
      ...(transcript('please call me about my bill') as Extract<
        ItemEvent,
        { type: 'voicemail-transcribed' }
      >),
      othersUnheard: true,
    })
    expect(next).toMatchObject({ heard: 'not-heard-yet', hearBy: later(WEDNESDAY_9, 16) })
  })

  test('an urgent person who did not answer on Friday is not put off until Monday', () => {
    const urgent = given(opened(), voicemail(), transcript('I have chest pain')).next
    const { next } = given(urgent, nurse('no-answer', friday('22:00')))
    expect((next as OpenFollowUp).dueAt).toEqual(friday('22:15'))
    expect(next).toMatchObject({ escalation: { why: 'urgent-words' } })
  })

  test('attempts end: after as many calls as the practice plans a person decides how the item is closed', () => {
    const calls = [outcome('no-answer'), outcome('no-answer'), outcome('left-voicemail')]
    expect(given(opened(), ...calls).next).toMatchObject({ nextAction: 'decide-closure', attempts: 3 })
  })

  test('an attempt made before its step came up takes its place: nobody is called twice within minutes', () => {
    const due = given(opened(), outcome('no-answer')).next as OpenFollowUp
    expect(due.cadence).toMatchObject({ state: 'running', step: 2 })
    expect(due.dueAt.getTime()).toBeGreaterThanOrEqual(later(WEDNESDAY_9, 220).getTime())
  })

  test('who held an item does not keep it when it goes to another queue', () => {
    const claimed: ItemEvent = { type: 'claimed', at: WEDNESDAY_9, by: 'ana', until: later(WEDNESDAY_9, 15) }
    for (const name of ['clinical-question', 'complaint'] as const) {
      expect(given(opened(), claimed, outcome(name, { note: '' })).next, name).toMatchObject({
        ownerId: null,
      })
    }
  })

  test('what a nurse acknowledged stays theirs and does not run out', () => {
    const { next } = given(opened(), voicemail(), transcript('I have chest pain'), {
      type: 'acknowledged',
      at: later(WEDNESDAY_9, 4),
      by: 'nora',
    })
    expect(next).toMatchObject({ ownerId: 'nora', claimedUntil: null, escalation: null })
  })

  test('an alarm that was raised is not started again by more of the same words', () => {
    const first = given(opened(), voicemail(), transcript('I have chest pain')).next
    expect(given(first, reply('chest pain again')).next.escalation).toEqual(first.escalation)
  })

  test('clinical words never put the due time back', () => {
    const overdue = { ...opened(), dueAt: later(WEDNESDAY_9, -30) }
    expect((given(overdue, reply('my rash is worse')).next as OpenFollowUp).dueAt).toEqual(overdue.dueAt)
  })

  test('a complaint about something clinical stays with licensed staff', () => {
    const clinical = given(opened(), voicemail(), transcript('my rash is worse')).next
    expect(given(clinical, nurse('complaint', later(WEDNESDAY_9, 20))).next).toMatchObject({
      queue: 'licensed',
    })
  })

  test('a text that could not be delivered does not undo a booking', () => {
    const { next } = given(opened(), outcome('reached-scheduled'), {
      type: 'text-undelivered',
      at: later(WEDNESDAY_9, 60),
      messageId: 'm1',
      code: 30003,
    })
    expect(next).toMatchObject({ status: 'scheduled', escalation: null })
  })
})

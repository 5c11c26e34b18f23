import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { decide } from '../../../src/domain/follow-up/decide.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import { OUTCOME_RULES } from '../../../src/domain/follow-up/outcomes.ts'
import { RECORDED_OUTCOMES } from '../../../src/domain/follow-up/words.ts'
import {
  policy,
  callSid,
  none,
  missedCall,
  opened,
  given,
  voicemail,
  transcript,
  reply,
  outcome,
} from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

describe('a missed call', () => {
  test('is owned by the assistants, due within 60 business minutes, with a callback as next action', () => {
    const item = opened()
    expect(item).toMatchObject({
      queue: 'assistant',
      status: 'new-request',
      nextAction: 'call-back',
      urgency: 'routine',
    })
    expect(item.dueAt).toEqual(later(WEDNESDAY_9, 60))
  })

  test('without a number asks staff to find one and plans no text', () => {
    expect(opened(null)).toMatchObject({
      nextAction: 'find-number',
      cadence: { state: 'ended', why: 'no-phone' },
    })
  })

  test('repeated joins the item, counts as a repeat contact and never puts the due time back', () => {
    const first = opened()
    const { next, history } = given(first, missedCall(later(WEDNESDAY_9, 30)))
    expect(next).toMatchObject({ repeatContacts: 1, dueAt: first.dueAt, lastAction: 'called-again' })
    expect(history.map(({ kind }) => kind)).toEqual(['called-again'])
  })

  test('repeated while we waited for the patient makes us the ones to act', () => {
    const { next } = given(opened(), outcome('left-voicemail'), missedCall(later(WEDNESDAY_9, 60)))
    expect(next).toMatchObject({ status: 'callback-needed', nextAction: 'call-back' })
  })
})

describe('somebody who keeps calling', () => {
  const calls = (times: number): ItemEvent[] =>
    Array.from({ length: times }, (_, index) => missedCall(later(WEDNESDAY_9, 5 + index)))

  test('is called back sooner from the number of calls that the practice chose', () => {
    const once = given(opened(), ...calls(1)).next as OpenFollowUp
    expect(once.escalation).toBeNull()
    const twice = given(opened(), ...calls(2)).next as OpenFollowUp
    expect(twice.escalation).toEqual({ at: later(WEDNESDAY_9, 6), why: 'repeat-contacts' })
    expect(twice.dueAt).toEqual(later(WEDNESDAY_9, 6 + policy.repeats.dueWithinBusinessMinutes))
  })

  test('is never put off by calling', () => {
    const dues = [0, 1, 2, 3, 4].map((times) => (given(opened(), ...calls(times)).next as OpenFollowUp).dueAt)
    expect([...dues].sort((a, b) => b.getTime() - a.getTime())).toEqual(dues)
  })
})

describe('a caller with an open item whom the practice answered', () => {
  const answered: ItemEvent = { type: 'call-answered', at: later(WEDNESDAY_9, 20), callSid }

  test('gets no more reminders, and a person decides whether the item is done', () => {
    const { next, effects } = given(opened(), answered)
    expect(next).toMatchObject({
      status: 'waiting-on-internal-review',
      nextAction: 'decide-closure',
      lastAction: 'call-answered',
      cadence: { state: 'ended', why: 'spoke-with-practice' },
      dueAt: later(WEDNESDAY_9, 60),
    })
    expect(effects).toContainEqual({ type: 'cancel-texts', why: 'spoke-with-practice' })
  })

  test('stays with the clinical team when the item is clinical', () => {
    const { next } = given(opened(), voicemail(), transcript('I have chest pain'), answered)
    expect(next).toMatchObject({
      queue: 'licensed',
      status: 'routed-to-clinical',
      nextAction: 'licensed-review',
    })
  })

  test('and calls again in vain is called back', () => {
    const { next } = given(opened(), answered, missedCall(later(WEDNESDAY_9, 30)))
    expect(next).toMatchObject({ status: 'callback-needed', nextAction: 'call-back' })
  })
})

describe('a voicemail', () => {
  test('is never routine while nobody has read it', () => {
    expect(given(opened(), voicemail()).next).toMatchObject({ heard: 'not-heard-yet' })
  })

  test('with plain words is heard and stays with the assistants', () => {
    const { next } = given(opened(), voicemail(), transcript('Hi, I would like to book a visit next week.'))
    expect(next).toMatchObject({ heard: 'heard', queue: 'assistant', urgency: 'routine', hearBy: null })
  })

  test('with chest pain goes to licensed staff as urgent, ends the cadence and stops the texts', () => {
    const { next, effects, history } = given(
      opened(),
      voicemail(),
      transcript('I have chest pain since this morning'),
    )
    expect(next).toMatchObject({
      queue: 'licensed',
      status: 'routed-to-clinical',
      urgency: 'urgent',
      nextAction: 'licensed-review',
      cadence: { state: 'ended', why: 'clinical' },
      escalation: { why: 'urgent-words' },
    })
    expect(effects).toContainEqual({ type: 'cancel-texts', why: 'clinical' })
    expect(history.at(-1)).toMatchObject({
      kind: 'routed-to-clinical',
      clinical: { matched: [{ rule: 'en:chest-pain' }] },
    })
  })

  test('that could not be transcribed goes to licensed staff to be listened to', () => {
    const { next } = given(opened(), voicemail(), {
      type: 'transcription-failed',
      at: later(WEDNESDAY_9, 3),
      callSid,
      heardByPerson: false,
    })
    expect(next).toMatchObject({
      queue: 'licensed',
      nextAction: 'listen-to-voicemail',
      heard: 'not-heard-yet',
    })
  })

  test('that no machine will ever read goes to a listener at once, with the listening time of its own', () => {
    const { next } = given(opened(), { ...voicemail(1), readable: false } as ItemEvent)
    expect(next).toMatchObject({
      queue: 'licensed',
      nextAction: 'listen-to-voicemail',
      heard: 'not-heard-yet',
      hearBy: null,
      dueAt: later(WEDNESDAY_9, 1 + policy.voicemail.hearWithinBusinessMinutes),
    })
  })

  test('that a person has listened to is not asked to be heard again when a machine reads it late', () => {
    const heard = given(
      opened(),
      { ...voicemail(), readable: false } as ItemEvent,
      { type: 'acknowledged', at: later(WEDNESDAY_9, 2), by: 'nurse' },
      { ...transcript('quisiera una cita', false), heardByPerson: true } as ItemEvent,
    ).next
    expect(heard).toMatchObject({ heard: 'heard', nextAction: 'licensed-review' })
  })

  test('whose transcript never came goes to licensed staff when the time is over', () => {
    const { next } = given(opened(), voicemail(), { type: 'transcript-overdue', at: later(WEDNESDAY_9, 20) })
    expect(next).toMatchObject({ queue: 'licensed', escalation: { why: 'not-heard' }, hearBy: null })
  })

  test('in a language the machine does not know must be listened to, whatever the words seem to say', () => {
    const { next } = given(opened(), voicemail(), transcript('okay thank you', false))
    expect(next).toMatchObject({
      heard: 'not-heard-yet',
      queue: 'licensed',
      nextAction: 'listen-to-voicemail',
    })
  })

  test('left after hours follows its own workflow, counted from the call', () => {
    const { next } = given(opened(), { ...voicemail(), openHours: false } as ItemEvent)
    expect(next).toMatchObject({ trigger: 'after-hours-voicemail' })
  })

  test('whose transcript came first stays heard', () => {
    const { next } = given(opened(), transcript('Please call me about my bill'), {
      ...voicemail(),
      transcribed: true,
    } as ItemEvent)
    expect(next).toMatchObject({ heard: 'heard', hearBy: null })
  })
})

describe('a reply by text', () => {
  test('stops the cadence at once and is there to be read', () => {
    const { next, effects } = given(opened(), reply('Tuesday works for me'))
    expect(next).toMatchObject({ cadence: { state: 'ended', why: 'replied' }, nextAction: 'read-reply' })
    expect(effects).toEqual([{ type: 'cancel-texts', why: 'replied' }])
  })

  test('with a picture is opened by licensed staff only', () => {
    expect(given(opened(), reply('see this', 1)).next).toMatchObject({
      queue: 'licensed',
      urgency: 'clinical',
    })
  })

  test('with clinical words leaves the assistant who held the item', () => {
    const claimed: ItemEvent = { type: 'claimed', at: WEDNESDAY_9, by: 'ana', until: later(WEDNESDAY_9, 15) }
    expect(given(opened(), claimed, reply('my rash is worse')).next).toMatchObject({
      queue: 'licensed',
      ownerId: null,
    })
  })
})

describe('the cadence', () => {
  test('plans the first text when it is due and consent is on record', () => {
    const { effects, next } = given(opened(), { type: 'touch-due', at: later(WEDNESDAY_9, 2) })
    expect(effects).toEqual([
      { type: 'cancel-texts', why: 'superseded' },
      {
        type: 'plan-text',
        step: 'text-at-once',
        content: { wording: 'call-received' },
        by: null,
        language: 'en',
        at: later(WEDNESDAY_9, 2),
      },
    ])
    expect(next.cadence).toMatchObject({ state: 'running', step: 1 })
  })

  test('passes a text over without consent and goes on to the call', () => {
    const decision = decide(
      opened(),
      { type: 'touch-due', at: later(WEDNESDAY_9, 2) },
      { policy, mayText: false, restUntil: null },
    )
    expect(decision.effects).toEqual([])
    expect(decision.next.cadence).toMatchObject({ step: 1 })
  })

  test('ends after its last step and never starts again', () => {
    const context = { policy, mayText: true, restUntil: null }
    let item: FollowUp = opened()
    for (let touch = 0; touch < 20 && item.cadence.state === 'running'; touch += 1) {
      const at = item.cadence.nextTouchAt
      const come = decide(item, { type: 'touch-due', at }, context)
      const isCall = come.history.some(({ kind }) => kind === 'call-attempt-due')
      const noAnswer = { ...outcome('no-answer'), at } as ItemEvent
      item = isCall ? decide(come.next, noAnswer, context).next : come.next
    }
    expect(item.cadence).toMatchObject({ state: 'ended', why: 'completed' })
    const again = decide(
      item,
      { type: 'touch-due', at: later(WEDNESDAY_9, 99_999) },
      { policy, mayText: true, restUntil: null },
    )
    expect(again.effects).toEqual([])
    expect(again.history).toEqual([])
  })

  test('keeps its calls and loses its texts after an opt-out', () => {
    const optOut: ItemEvent = {
      type: 'opted-out',
      at: later(WEDNESDAY_9, 5),
      means: 'keyword',
      evidence: 'SM2',
    }
    const { next, effects } = given(opened(), optOut)
    expect(effects).toEqual([{ type: 'cancel-texts', why: 'opted-out' }])
    expect(next.cadence).toMatchObject({ state: 'running' })
  })
})

describe('an outcome', () => {
  test.each(RECORDED_OUTCOMES)('%s leads to exactly the next state of the table', (name) => {
    const rule = OUTCOME_RULES[name]
    const { next } = given(opened(), outcome(name, { callbackAt: later(WEDNESDAY_9, 300) }))
    if (rule.next === 'closed') {
      expect(next).toMatchObject({ status: 'closed', outcome: name, closingNote: 'done' })
    } else {
      expect(next).toMatchObject({ status: rule.next.status, nextAction: rule.next.nextAction })
      expect((next as OpenFollowUp).dueAt.getTime()).toBeGreaterThan(WEDNESDAY_9.getTime())
    }
    expect(next.attempts).toBe(rule.attempt ? 1 : 0)
  })

  test('with an agreed time is due then', () => {
    const callbackAt = later(WEDNESDAY_9, 200)
    expect(given(opened(), outcome('callback-requested', { callbackAt })).next).toMatchObject({
      dueAt: callbackAt,
    })
  })

  test('with clinical words in the note goes to licensed staff although it was booked', () => {
    const { next, history } = given(
      opened(),
      outcome('reached-scheduled', { note: 'booked, says her chest hurts' }),
    )
    expect(next).toMatchObject({ queue: 'licensed', status: 'routed-to-clinical' })
    expect(history[0]?.detail).not.toHaveProperty('note')
  })

  test('no answer keeps the cadence running towards the next call', () => {
    const { next } = given(opened(), outcome('no-answer'))
    expect(next).toMatchObject({ cadence: { state: 'running' }, status: 'callback-needed' })
  })
})

test('a closed item keeps what still arrives for it and does not reopen', () => {
  const { next } = given(opened(), outcome('resolved'), {
    type: 'text-delivered',
    at: later(WEDNESDAY_9, 50),
    messageId: 'm1',
  })
  expect(next).toMatchObject({ status: 'closed', outcome: 'resolved' })
})

test('a note of an assistant with clinical words raises the item and is read by licensed staff only', () => {
  const note = 'Mother says the baby has a fever'
  const { next, history } = given(opened(), {
    type: 'note-added',
    at: later(WEDNESDAY_9, 5),
    by: 'ana',
    note,
    licensed: false,
    reading: readClinical(note),
  })
  expect(next.queue).toBe('licensed')
  expect(history[0]).toMatchObject({ kind: 'note-added', detail: {}, clinical: { text: note } })
})

test('nothing that is read as harmless changes who owns an item', () => {
  const { next } = given(opened(), {
    type: 'note-added',
    at: later(WEDNESDAY_9, 5),
    by: 'ana',
    note: 'Prefers mornings',
    licensed: false,
    reading: none,
  })
  expect(next).toMatchObject({ queue: 'assistant', urgency: 'routine' })
})

import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { lexiconVersion } from '../../../src/domain/clinical/version.ts'
import { decide } from '../../../src/domain/follow-up/decide.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import { callSid, given, opened, outcome, policy, reply, transcript, voicemail } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const raise = (urgency: 'clinical' | 'urgent', minutes = 10, note = ''): ItemEvent => ({
  ...{ type: 'routing-raised', at: later(WEDNESDAY_9, minutes), by: 'ana', urgency, note, licensed: false },
  reading: readClinical(note),
})
const lower = (minutes = 20): ItemEvent => ({
  ...{ type: 'routing-lowered', at: later(WEDNESDAY_9, minutes), by: 'nora' },
  reason: 'asked about parking, the rash is an old one',
})
const open = (item: FollowUp): OpenFollowUp => item as OpenFollowUp
const withTexts: OpenFollowUp = {
  ...opened(),
  cadence: { state: 'running', step: 0, nextTouchAt: later(WEDNESDAY_9, 60) },
}

describe('anybody hands an item to licensed staff', () => {
  test('it is theirs from that moment, and every text to the patient ends', () => {
    const { next, effects, history } = given(withTexts, raise('clinical'))
    expect(next).toMatchObject({ queue: 'licensed', status: 'routed-to-clinical', urgency: 'clinical' })
    expect(next).toMatchObject({
      nextAction: 'licensed-review',
      cadence: { state: 'ended', why: 'clinical' },
    })
    expect(effects).toEqual([{ type: 'cancel-texts', why: 'clinical' }])
    expect(history.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['routing-raised', 'ana'],
      ['routed-to-clinical', 'system'],
    ])
  })

  test('raised as urgent it is due by the urgent target, and the first on-call contact hears of it at once', () => {
    const { next } = given(withTexts, raise('urgent'))
    const due = later(WEDNESDAY_9, 10 + policy.clinical.urgentMinutes)
    const at = later(WEDNESDAY_9, 10)
    expect(next).toMatchObject({ urgency: 'urgent', dueAt: due, escalateAt: at, escalationStep: 0 })
    expect(next).toMatchObject({ escalation: { why: 'raised-as-urgent' } })
  })

  test('an item that waits to be listened to still waits to be listened to', () => {
    const overdue: ItemEvent = { type: 'transcript-overdue', at: later(WEDNESDAY_9, 8) }
    expect(given(opened(), voicemail(), overdue, raise('urgent')).next).toMatchObject({
      nextAction: 'listen-to-voicemail',
      urgency: 'urgent',
    })
  })

  test('a note with urgent words makes it urgent, whatever the person pressed', () => {
    expect(given(opened(), raise('clinical', 10, 'she has chest pain')).next.urgency).toBe('urgent')
  })

  test('never makes it less urgent, and what is said with it is for licensed staff', () => {
    const urgent = given(opened(), voicemail(), transcript('I have chest pain')).next
    const { next, history } = given(urgent, raise('clinical', 10, 'sounded calm'))
    expect(next).toMatchObject({ urgency: 'urgent', escalation: urgent.escalation })
    expect(history[0]).toMatchObject({ detail: { urgency: 'clinical' }, clinical: { text: 'sounded calm' } })
  })

  test('an urgent item that a nurse has seen climbs again when somebody says again that it cannot wait', () => {
    const seen: ItemEvent = { type: 'acknowledged', at: later(WEDNESDAY_9, 5), by: 'nora' }
    const urgent = given(opened(), voicemail(), transcript('I have chest pain'), seen).next
    for (const again of [
      raise('urgent', 40),
      { ...reply('chest pain, worse'), at: later(WEDNESDAY_9, 40) },
    ]) {
      const { next } = given(urgent, again)
      expect(open(next).escalateAt.getTime()).toBeLessThanOrEqual(later(WEDNESDAY_9, 55).getTime())
      expect(next.escalation).not.toBeNull()
    }
  })
})

describe('a licensed person hands it back', () => {
  const clinical = given(withTexts, voicemail(), transcript('my rash is worse')).next

  test('it is in the queue of its workflow, routine, due anew, and nobody is texted by itself any more', () => {
    const { next, history } = given(clinical, lower())
    expect(next).toMatchObject({ queue: 'assistant', urgency: 'routine', status: 'callback-needed' })
    expect(next).toMatchObject({
      nextAction: 'call-back',
      escalation: null,
      escalationStep: 0,
      ownerId: null,
    })
    expect(open(next).dueAt.getTime()).toBeGreaterThan(later(WEDNESDAY_9, 20).getTime())
    expect(open(next).escalateAt.getTime()).toBeGreaterThan(open(next).dueAt.getTime())
    expect(next.cadence).toMatchObject({ state: 'ended', why: 'clinical' })
    expect(history).toMatchObject([
      {
        kind: 'routing-lowered',
        actor: 'nora',
        detail: {},
        clinical: { text: expect.any(String) as string },
      },
    ])
    const touched = given(next, { type: 'touch-due', at: later(WEDNESDAY_9, 600) })
    expect(touched.effects).toEqual([])
  })

  test('later clinical words raise it again, as always', () => {
    const { next } = given(clinical, lower(), {
      ...reply('now it bleeds'),
      at: later(WEDNESDAY_9, 60),
    })
    expect(next).toMatchObject({ queue: 'licensed', urgency: 'clinical' })
  })

  test('urgent words after it sound the alarm anew', () => {
    const urgent = given(opened(), voicemail(), transcript('I have chest pain')).next
    const at = later(WEDNESDAY_9, 60)
    const { next } = given(urgent, lower(), { ...reply('chest pain again'), at })
    expect(next).toMatchObject({ urgency: 'urgent', escalation: { at, why: 'urgent-words' } })
  })

  test('a voicemail that no machine could read counts as heard: whoever judges it has listened', () => {
    const overdue: ItemEvent = { type: 'transcript-overdue', at: later(WEDNESDAY_9, 12) }
    const { next } = given(opened(), voicemail(), overdue, lower())
    expect(next).toMatchObject({ heard: 'heard', hearBy: null, queue: 'assistant', nextAction: 'call-back' })
  })

  test('after the last planned call a person decides how it is closed: nobody is called once more', () => {
    const calls = [outcome('no-answer'), outcome('no-answer'), outcome('left-voicemail')]
    const { next } = given(given(opened(), ...calls).next, raise('clinical', 500), lower(510))
    expect(next).toMatchObject({ nextAction: 'decide-closure', attempts: 3 })
  })

  test('a booking stays one', () => {
    const booked = given(opened(), outcome('reached-scheduled'), raise('clinical', 60)).next
    const { next } = given(booked, outcome('reached-scheduled'), lower(90))
    expect(next).toMatchObject({ queue: 'assistant', status: 'scheduled' })
  })

  test('somebody without a number is to be found, not called', () => {
    const { next } = given(opened(null), raise('clinical'), lower())
    expect(next).toMatchObject({ nextAction: 'find-number' })
  })

  test('a practice whose clinical team owns a kind of request keeps it there, routine again', () => {
    const missedCall = { ...policy.workflows['missed-call'], queue: 'licensed' as const }
    const theirs = { ...policy, workflows: { ...policy.workflows, 'missed-call': missedCall } }
    const context = { policy: theirs, mayText: true, restUntil: null }
    const { next } = decide(given(opened(), raise('urgent')).next, lower(), context)
    expect(next).toMatchObject({ queue: 'licensed', urgency: 'routine', nextAction: 'licensed-review' })
  })
})

describe('words are read again', () => {
  const again = (text: string): ItemEvent => ({
    ...{ type: 'words-read-again', at: later(WEDNESDAY_9, 90), text },
    reading: { ...readClinical(text), lexicon: 'en-9 es-9' },
  })

  test('what newer word lists find routes the item, and the history names them and the words', () => {
    const { next, history } = given({ ...opened(), readBy: 'en-1 es-1' }, again('my rash is worse'))
    expect(next).toMatchObject({ queue: 'licensed', urgency: 'clinical', lastAction: 'words-read-again' })
    expect(history).toMatchObject([
      { kind: 'words-read-again', detail: { lexicon: 'en-9 es-9' }, clinical: { text: 'my rash is worse' } },
      { kind: 'routed-to-clinical', detail: { lexicon: 'en-9 es-9', urgency: 'clinical' } },
    ])
  })

  test('what they do not find changes nothing but the version', () => {
    const before = { ...opened(), readBy: 'en-1 es-1' }
    const { next, history, effects } = given(before, again('about my bill'))
    expect([history, effects]).toEqual([[], []])
    expect(next).toEqual({ ...before, readBy: 'en-9 es-9', version: before.version + 1 })
  })

  test('an item with licensed staff stays as it is', () => {
    const clinical = given(opened(), voicemail(), transcript('my rash is worse')).next
    expect(given(clinical, again('I have chest pain')).next).toMatchObject({ urgency: 'clinical' })
  })

  test('words read by older lists than the others leave the item to be read again', () => {
    expect(opened().readBy).toBe(lexiconVersion(policy.clinical.words))
    expect(given(opened(), reply('about my bill')).next.readBy).toBe(opened().readBy)
    expect(given({ ...opened(), readBy: 'en-9 es-9' }, reply('about my bill')).next.readBy).toBe('')
    const call: ItemEvent = { type: 'no-voicemail', at: later(WEDNESDAY_9, 1), callSid }
    expect(given({ ...opened(), readBy: 'en-9 es-9' }, call).next.readBy).toBe('en-9 es-9')
  })
})

describe(lexiconVersion, () => {
  const words = { add: [{ term: 'gota gruesa', category: 'symptom' as const }], remove: [] }

  test('is another one for a practice with words of its own, and for each list of them', () => {
    const more = { ...words, remove: ['tooth cleaning'] }
    const versions = [lexiconVersion(), lexiconVersion(words), lexiconVersion(more)]
    expect(new Set(versions).size).toBe(3)
    expect(versions[1]).toMatch(/^\S+ .*\+[0-9a-f]{8}$/)
    expect(lexiconVersion({ add: [], remove: [] })).toBe(lexiconVersion())
    expect(lexiconVersion({ ...words })).toBe(lexiconVersion(words))
  })
})

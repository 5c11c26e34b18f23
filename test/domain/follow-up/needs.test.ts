import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { mayRemove } from '../../../src/domain/follow-up/closing.ts'
import { decide, decideOpening } from '../../../src/domain/follow-up/decide.ts'
import type { Decision } from '../../../src/domain/follow-up/decision.ts'
import { documentRuleFor, needsNote } from '../../../src/domain/follow-up/documenting.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../src/domain/follow-up/item.ts'
import { openItem } from '../../../src/domain/follow-up/opening.ts'
import { TRIGGERS, type Trigger } from '../../../src/domain/follow-up/words.ts'
import { given, opened, outcome, policy, reply } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

type Received = Extract<ItemEvent, { type: 'request-received' }>
type Removed = Extract<ItemEvent, { type: 'removed' }>

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)
const context = { policy, mayText: true, restUntil: null }

function request(more: Partial<Received> & { reason?: string } = {}): Received {
  const { reason = '', ...facts } = more
  return {
    ...{ type: 'request-received', at: at(10), requestId: 'r1', source: 'api', by: 'key:1', language: 'en' },
    ...{ trigger: 'recall-due', sensitive: false, notBefore: null, reading: readClinical(reason) },
    ...facts,
  }
}

function openedBy(event: Received): OpenFollowUp {
  const place = { id: 'item', clinicId: policy.clinicId, lineId: 'main', contactId: 'contact' }
  const item = openItem(
    { ...place, trigger: event.trigger, ...(event.notBefore ? { notBefore: event.notBefore } : {}) },
    { at: event.at, language: event.language, kind: 'request' },
    policy,
  )
  return decideOpening(item, event, context).next as OpenFollowUp
}

describe('a request opens an item', () => {
  test.each(TRIGGERS)('of the kind %s with its owner, due time, next action and ladder', (trigger) => {
    const item = openedBy(request({ trigger }))
    expect(item).toMatchObject({ queue: policy.workflows[trigger].queue, status: 'new-request', trigger })
    expect(item.dueAt.getTime()).toBeGreaterThan(at(10).getTime())
    expect(item.escalateAt.getTime()).toBeGreaterThan(item.dueAt.getTime())
    expect(item.repeatContacts).toBe(0)
  })

  test.each<[Trigger, string]>([
    ['recall-due', 'call'],
    ['missing-insurance', 'call'],
    ['appointment-request', 'call-back'],
    ['web-form', 'call-back'],
  ])('%s: the first step is to %s', (trigger, nextAction) => {
    expect(openedBy(request({ trigger }))).toMatchObject({ nextAction })
  })

  test('that is for later waits for its day: nothing is due or planned before', () => {
    const notBefore = new Date('2027-02-01T08:00:00Z')
    const item = openedBy(request({ notBefore }))
    expect(item.dueAt.getTime()).toBeGreaterThan(notBefore.getTime())
    expect(item.cadence).toMatchObject({ state: 'running' })
    expect(item.cadence.state === 'running' && item.cadence.nextTouchAt > notBefore).toBe(true)
  })

  test('whose reason sounds clinical is with licensed staff from the start', () => {
    const item = openedBy(request({ reason: 'rash is getting worse' }))
    expect(item).toMatchObject({ queue: 'licensed', status: 'routed-to-clinical', urgency: 'clinical' })
    expect(item.cadence).toMatchObject({ state: 'ended', why: 'clinical' })
  })

  test('about a gap in care is sensitive, whatever the request says', () => {
    expect(openedBy(request({ trigger: 'care-gap' })).sensitive).toBe(true)
    expect(openedBy(request({ sensitive: true })).sensitive).toBe(true)
    expect(openedBy(request()).sensitive).toBe(false)
  })
})

describe('a request of somebody with an open item', () => {
  test('joins it: one person is one conversation, and the due time only comes nearer', () => {
    const item = opened()
    const { next, history } = given(item, request())
    expect(next).toMatchObject({ dueAt: item.dueAt, repeatContacts: 0, trigger: 'missed-call' })
    expect(history).toMatchObject([
      {
        kind: 'request-received',
        actor: 'key:1',
        detail: { requestId: 'r1', source: 'api', trigger: 'recall-due' },
      },
    ])
    const waits = given(item, outcome('needs-outside-document')).next as OpenFollowUp
    const sooner = given(waits, request({ trigger: 'appointment-request', at: at(50) })).next as OpenFollowUp
    expect(sooner.dueAt < waits.dueAt).toBe(true)
  })

  test('that the person sent themself counts as another contact and ends the waiting', () => {
    const waits = given(opened(), outcome('left-voicemail')).next
    const form = request({ source: 'form', trigger: 'web-form', at: at(60) })
    const { next, history } = given(waits, form)
    expect(next).toMatchObject({ repeatContacts: 1, status: 'callback-needed', nextAction: 'call-back' })
    expect(history[0]).toMatchObject({ actor: 'caller' })
  })

  test('about something new makes us act again where we waited for a booking to be confirmed', () => {
    const booked = given(opened(), outcome('reached-scheduled')).next
    expect(given(booked, request({ at: at(60) })).next).toMatchObject({
      status: 'callback-needed',
      nextAction: 'call',
    })
  })

  test('for a later day changes nothing about what is done now', () => {
    const booked = given(opened(), outcome('reached-scheduled')).next as OpenFollowUp
    const { next } = given(booked, request({ at: at(60), notBefore: new Date('2027-02-01T08:00:00Z') }))
    expect(next).toMatchObject({ status: 'scheduled', nextAction: 'confirm-booking', dueAt: booked.dueAt })
  })

  test('makes it sensitive when it is, and never less so', () => {
    const once = given(opened(), request({ sensitive: true })).next
    expect(once.sensitive).toBe(true)
    expect(given(once, request({ requestId: 'r2' })).next.sensitive).toBe(true)
  })

  test('with a clinical reason hands the whole item to licensed staff and stops the texts', () => {
    const { next, effects } = given(opened(), request({ reason: 'chest pain since Monday' }))
    expect(next).toMatchObject({ queue: 'licensed', urgency: 'urgent', escalation: { why: 'urgent-words' } })
    expect(effects).toContainEqual({ type: 'cancel-texts', why: 'clinical' })
  })
})

describe('a request that is taken back', () => {
  const taken = (nothingElse: boolean): ItemEvent => ({
    ...{ type: 'request-withdrawn', at: at(20), requestId: 'r1', by: 'dana', nothingElse },
  })

  test('takes the item with it when that was all, and nobody touched it', () => {
    const { next, effects } = given(openedBy(request()), taken(true))
    expect(next).toMatchObject({ status: 'closed', outcome: 'removed', closingNote: 'import-undone' })
    expect(effects).toContainEqual({ type: 'cancel-texts', why: 'closed' })
  })

  test.each<{ note: string; before: ItemEvent[]; nothingElse: boolean }>([
    { note: 'is about more', before: [], nothingElse: false },
    { note: 'was tried', before: [outcome('no-answer')], nothingElse: true },
    { note: 'was answered', before: [reply('Tuesday works')], nothingElse: true },
    {
      note: 'is somebody’s',
      before: [{ type: 'claimed', at: at(15), by: 'ana', until: at(30) }],
      nothingElse: true,
    },
  ])('leaves an item that $note where it is, and says so', ({ before, nothingElse }) => {
    const { next, history } = given(openedBy(request()), ...before, taken(nothingElse))
    expect(next.status).not.toBe('closed')
    expect(history).toMatchObject([{ kind: 'request-withdrawn', actor: 'dana' }])
  })
})

describe('taken off the list', () => {
  const removal = (note = 'Daughter booked last week.', licensed = false): Removed => ({
    ...{ type: 'removed', at: at(20), by: 'ana', reason: 'already-scheduled', note, licensed },
    reading: readClinical(note),
  })

  test('is closed, with the reason and the note in its history', () => {
    const { next, history, effects } = given(opened(), removal())
    expect(next).toMatchObject({
      status: 'closed',
      outcome: 'removed',
      closingNote: 'Daughter booked last week.',
    })
    expect(history).toMatchObject([
      { kind: 'removed', actor: 'ana', detail: { reason: 'already-scheduled' } },
    ])
    expect(effects).toContainEqual({ type: 'cancel-texts', why: 'closed' })
  })

  test('not by a note with clinical words: it goes to licensed staff instead', () => {
    const { next } = given(opened(), removal('she says the rash is worse'))
    expect(next).toMatchObject({ status: 'routed-to-clinical', queue: 'licensed' })
  })

  test.each<{ note: string; facts: Partial<OpenFollowUp> }>([
    { note: 'is with licensed staff', facts: { queue: 'licensed' } },
    { note: 'is urgent', facts: { urgency: 'urgent', queue: 'manager' } },
    { note: 'nobody has heard', facts: { heard: 'not-heard-yet' } },
    { note: 'is sensitive', facts: { sensitive: true } },
  ])('an item that $note: only by a licensed person', ({ facts }) => {
    const item = { ...opened(), ...facts }
    expect([mayRemove(item, false), mayRemove(item, true)]).toEqual([false, true])
  })

  test('a routine item: by anybody who works its queue', () => {
    expect(mayRemove(opened(), false)).toBe(true)
  })
})

describe('opened again', () => {
  const again = (note = 'Called back after all'): ItemEvent => ({
    ...{ type: 'reopened', at: at(200), by: 'ana', note, licensed: false, reading: readClinical(note) },
  })
  const reopened = (...events: ItemEvent[]): Decision => given(given(opened(), ...events).next, again())

  test('it is due by its workflow, keeps its attempts and starts no cadence', () => {
    const { next, history } = reopened(outcome('no-answer'), outcome('patient-declined'))
    expect(next).toMatchObject({
      ...{
        status: 'callback-needed',
        nextAction: 'call-back',
        queue: 'assistant',
        attempts: 2,
        ownerId: null,
      },
      ...{ cadence: { state: 'ended' }, escalation: null },
    })
    expect((next as OpenFollowUp).dueAt.getTime()).toBeGreaterThan(at(200).getTime())
    expect((next as OpenFollowUp).escalateAt > (next as OpenFollowUp).dueAt).toBe(true)
    expect(next).not.toHaveProperty('outcome')
    expect(history).toMatchObject([
      { kind: 'reopened', actor: 'ana', detail: { note: 'Called back after all' } },
    ])
  })

  test('what was clinical is licensed staff’s again', () => {
    const nurse = {
      ...(outcome('resolved') as Extract<ItemEvent, { type: 'outcome-recorded' }>),
      licensed: true,
    }
    expect(reopened(reply('my rash is worse'), nurse).next).toMatchObject({
      ...{ status: 'routed-to-clinical', queue: 'licensed', nextAction: 'licensed-review' },
    })
  })

  test('clinical words in the note hand it to licensed staff', () => {
    const closed = given(opened(), outcome('resolved')).next
    expect(given(closed, again('says her chest hurts')).next).toMatchObject({ queue: 'licensed' })
  })

  test('without a number, one must be found first', () => {
    const closed = given(opened(null), outcome('resolved')).next
    expect(given(closed, again()).next).toMatchObject({ nextAction: 'find-number' })
  })

  test('nothing else changes a closed item', () => {
    const closed = given(opened(), outcome('resolved')).next
    const events: ItemEvent[] = [
      reply('hello'),
      request(),
      outcome('no-answer'),
      { type: 'target-missed', at: at(99) },
    ]
    for (const event of events)
      expect(decide(closed, event, context).next).toEqual({ ...closed, version: closed.version + 1 })
  })
})

test('an outcome for which the practice wants something written down needs a note, and says what', () => {
  const what = { en: 'The date of the visit', es: 'La fecha de la cita' }
  const { workflows } = policy
  const asking = {
    ...policy,
    workflows: {
      ...workflows,
      'recall-due': {
        ...workflows['recall-due'],
        document: [{ outcome: 'reached-scheduled' as const, what }],
      },
    },
  }
  expect(documentRuleFor(asking, 'recall-due', 'reached-scheduled')).toEqual({
    outcome: 'reached-scheduled',
    what,
  })
  expect(needsNote(asking, 'recall-due', 'reached-scheduled')).toBe(true)
  expect(needsNote(asking, 'recall-due', 'no-answer')).toBe(false)
  expect(needsNote(asking, 'recall-due', 'resolved')).toBe(true)
})

test('an open item is not opened again', () => {
  const item: FollowUp = opened()
  const event: ItemEvent = {
    ...{ type: 'reopened', at: at(5), by: 'ana', note: 'x', licensed: false, reading: readClinical('') },
  }
  expect(given(item, event).next).toMatchObject({ status: 'new-request' })
})

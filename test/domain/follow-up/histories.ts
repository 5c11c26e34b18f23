import fc from 'fast-check'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp } from '../../../src/domain/follow-up/item.ts'
import { mayRemove } from '../../../src/domain/follow-up/closing.ts'
import { isRouted } from '../../../src/domain/follow-up/raising.ts'
import { STAFF_REMOVAL_REASONS } from '../../../src/domain/follow-up/request.ts'
import { RECORDED_OUTCOMES, TRIGGERS } from '../../../src/domain/follow-up/words.ts'
import { later } from '../../support/practice.ts'

/* Anything that may happen to an item, in any order. */

const WORDS = ['', 'I would like to book a visit', 'my rash is worse', 'I have chest pain']
const base = { callSid: 'CA1', messageId: 'm1', evidence: 'SM1', by: 'staff' }

/** How an event comes about: null where nobody may do such a thing to the item as it stands. */
type Happening = (at: Date, item: FollowUp) => ItemEvent | null

const facts = fc.record({
  text: fc.constantFrom(...WORDS),
  yes: fc.boolean(),
  outcome: fc.constantFrom(...RECORDED_OUTCOMES),
  trigger: fc.constantFrom(...TRIGGERS),
  reason: fc.constantFrom(...STAFF_REMOVAL_REASONS),
  source: fc.constantFrom('api' as const, 'form' as const, 'import' as const, 'staff' as const),
})
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never

/** Nobody else may work the licensed queue. */
const licensedFor = ({ yes }: Facts, item: FollowUp): boolean => yes || item.queue === 'licensed'

const KINDS: readonly ((given: Facts) => Happening)[] = [
  ({ yes }) =>
    (at) => ({ type: 'call-missed', at, ...base, openHours: yes, language: 'en' }),
  ({ yes }) =>
    (at) => ({
      ...{
        type: 'voicemail-left',
        at,
        ...base,
        seconds: 9,
        openHours: yes,
        transcribed: !yes,
        readable: yes,
      },
    }),
  () => (at) => ({ type: 'no-voicemail', at, ...base }),
  ({ text, yes }) =>
    (at) => ({
      ...{ type: 'voicemail-transcribed', at, ...base, text, reliable: yes, othersUnheard: !yes },
      ...{ heardByPerson: !yes, reading: readClinical(text) },
    }),
  ({ yes }) =>
    (at) => ({ type: 'transcription-failed', at, ...base, heardByPerson: !yes }),
  () => (at) => ({ type: 'call-answered', at, ...base }),
  () => (at) => ({ type: 'transcript-overdue', at }),
  ({ text, yes }) =>
    (at) => ({
      ...{ type: 'text-received', at, messageSid: 'SM1', text, mediaCount: 0, reading: readClinical(text) },
      ...{ language: 'es', mayWantToCancel: yes },
    }),
  () => (at) => ({ type: 'opted-out', at, means: 'keyword', ...base }),
  () => (at) => ({ type: 'wrong-number-reported', at, ...base }),
  () => (at) => ({ type: 'text-undelivered', at, ...base, code: 30003 }),
  () => (at) => ({ type: 'text-sent', at, ...base }),
  () => (at) => ({ type: 'reply-overdue', at }),
  (given) => (at, item) => ({
    ...{ type: 'outcome-recorded', at, ...base, outcome: given.outcome, callbackAt: null },
    ...{ note: given.text === '' ? 'done' : given.text, licensed: licensedFor(given, item) },
    reading: readClinical(given.text),
  }),
  (given) => (at, item) => ({
    ...{ type: 'note-added', at, ...base, note: given.text, licensed: licensedFor(given, item) },
    reading: readClinical(given.text),
  }),
  () => (at) => ({ type: 'claimed', at, ...base, until: later(at, 15) }),
  () => (at) => ({ type: 'released', at, ...base }),
  () => (at) => ({ type: 'acknowledged', at, ...base }),
  ({ yes }) =>
    (at, item) => ({
      ...{ type: 'alert-failed', at, who: null, means: 'call', why: 'no-answer', code: null },
      ...{ step: item.escalationStep, alertedAt: at, inVain: yes },
    }),
  () => (at) => ({
    ...{ type: 'alert-acknowledged', at, who: null, role: 'licensed', means: 'code', alertedAt: at },
  }),
  () => (at) => ({ type: 'language-chosen', at, ...base, language: 'es' }),
  ({ text, yes, trigger, source }) =>
    (at) => ({
      ...{ type: 'request-received', at, requestId: 'r1', source, by: 'key:1', trigger, language: 'en' },
      ...{ sensitive: yes, notBefore: yes ? later(at, 30_000) : null, reading: readClinical(text) },
    }),
  ({ yes }) =>
    (at) => ({
      ...{ type: 'request-withdrawn', at, requestId: 'r1', by: 'staff', nothingElse: yes },
    }),
  (given) => (at, item) => {
    const licensed = licensedFor(given, item)
    const { reason, text } = given
    if (item.status === 'closed' || !mayRemove(item, licensed)) return null
    return {
      type: 'removed',
      at,
      by: 'staff',
      reason,
      note: text || 'gone',
      licensed,
      reading: readClinical(text),
    }
  },
  (given) => (at, item) => ({
    ...{ type: 'reopened', at, by: 'staff', note: given.text || 'again', licensed: licensedFor(given, item) },
    reading: readClinical(given.text),
  }),
  ({ yes, text }) =>
    (at) => ({
      ...{ type: 'routing-raised', at, by: 'staff', urgency: yes ? 'urgent' : 'clinical', note: text },
      ...{ licensed: false, reading: readClinical(text) },
    }),
  () => (at, item) =>
    isRouted(item) ? { type: 'routing-lowered', at, by: 'nora', reason: 'nothing clinical about it' } : null,
  ({ text }) =>
    (at) => ({ type: 'words-read-again', at, text, reading: readClinical(text) }),
]

/** Nobody picks up, or nothing happens at all: what the bounds are for. */
const QUIET: readonly ((given: Facts) => Happening)[] = [
  () => () => null,
  ({ yes }) =>
    (at, item) => ({
      ...{
        type: 'outcome-recorded',
        at,
        by: 'staff',
        outcome: yes ? 'no-answer' : 'left-voicemail',
        note: '',
      },
      ...{ callbackAt: null, licensed: item.queue === 'licensed', reading: readClinical('') },
    }),
  ({ yes, text }) =>
    (at, item) => ({
      ...{ type: 'outcome-recorded', at, by: 'staff', outcome: 'unable-to-reach', note: 'nobody' },
      ...{ callbackAt: null, licensed: yes && item.queue === 'licensed', reading: readClinical(text) },
    }),
]

/**
 * Something happens after so many minutes; mostly soon, now and then after days.
 * `down`: the clock work did not run meanwhile.
 */
export type Moment = { readonly minutes: number; readonly down: boolean; readonly happen: Happening }

const momentOf = (kinds: readonly ((given: Facts) => Happening)[]): fc.Arbitrary<Moment> =>
  fc
    .record({
      facts,
      kind: fc.integer({ min: 0, max: kinds.length - 1 }),
      down: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
      minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 9_000 })),
    })
    .map(({ facts: given, kind, minutes, down }) => ({ minutes, down, happen: kinds[kind]!(given) }))

/** Half of all histories are of people who are hard to reach, with now and then something else in between. */
export const moments: fc.Arbitrary<readonly Moment[]> = fc.oneof(
  fc.array(momentOf(KINDS), { minLength: 1, maxLength: 16 }),
  fc.array(
    fc.oneof({ weight: 8, arbitrary: momentOf(QUIET.slice(0, 2)) }, momentOf(QUIET), momentOf(KINDS)),
    { minLength: 4, maxLength: 16 },
  ),
)

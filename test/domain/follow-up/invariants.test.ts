import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { decide, decideOpening, openItem } from '../../../src/domain/follow-up/decide.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp } from '../../../src/domain/follow-up/item.ts'
import { OUTCOMES, URGENCIES } from '../../../src/domain/follow-up/words.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../../support/practice.ts'
import { runs } from '../../support/runs.ts'

const example = examplePractice()
/** A practice may let assistants listen to what no machine could read. */
const trusting = { ...example, voicemail: { ...example.voicemail, notHeardQueue: 'assistant' as const } }

const words = fc.constantFrom('', 'I would like to book a visit', 'my rash is worse', 'I have chest pain')
const yesNo = fc.boolean()
const base = { callSid: 'CA1', messageId: 'm1', evidence: 'SM1', by: 'staff' }

const event: fc.Arbitrary<(at: Date, item: FollowUp) => ItemEvent> = fc
  .record({ text: words, yes: yesNo, outcome: fc.constantFrom(...OUTCOMES), kind: fc.nat(18) })
  .map(({ text, yes, outcome, kind }) => (at: Date, item: FollowUp): ItemEvent => {
    const reading = readClinical(text)
    // Nobody else may work the licensed queue.
    const licensed = yes || item.queue === 'licensed'
    const all: ItemEvent[] = [
      { type: 'call-missed', at, ...base, openHours: yes, language: 'en' },
      { type: 'voicemail-left', at, ...base, seconds: 9, openHours: yes, transcribed: !yes, readable: yes },
      { type: 'no-voicemail', at, ...base },
      {
        type: 'voicemail-transcribed',
        at,
        ...base,
        text,
        reliable: yes,
        othersUnheard: !yes,
        heardByPerson: !yes,
        reading,
      },
      { type: 'transcription-failed', at, ...base, heardByPerson: !yes },
      { type: 'call-answered', at, ...base },
      { type: 'transcript-overdue', at },
      {
        type: 'text-received',
        at,
        messageSid: 'SM1',
        text,
        mediaCount: 0,
        reading,
        language: 'es',
        mayWantToCancel: yes,
      },
      { type: 'opted-out', at, means: 'keyword', ...base },
      { type: 'wrong-number-reported', at, ...base },
      { type: 'touch-due', at },
      { type: 'text-undelivered', at, ...base, code: 30003 },
      { type: 'text-sent', at, ...base },
      {
        type: 'outcome-recorded',
        at,
        ...base,
        outcome,
        note: text === '' ? 'done' : text,
        callbackAt: null,
        licensed,
        reading,
      },
      { type: 'note-added', at, ...base, note: text, licensed, reading },
      { type: 'claimed', at, ...base, until: later(at, 15) },
      { type: 'released', at, ...base },
      { type: 'acknowledged', at, ...base },
      { type: 'language-chosen', at, ...base, language: 'es' },
    ]
    return all[kind % all.length]!
  })

function check(before: FollowUp, after: FollowUp, what: ItemEvent): void {
  if (after.status === 'closed') {
    expect(after.closingNote).not.toBe('')
    expect(after.cadence.state).toBe('ended')
    return
  }
  // Clinical is never with assistants or managers, and no fact lowers it.
  if (after.urgency !== 'routine') expect(after.queue).toBe('licensed')
  expect(URGENCIES.indexOf(after.urgency)).toBeGreaterThanOrEqual(URGENCIES.indexOf(before.urgency))
  // Only a person may move what nobody could read.
  if (before.queue === 'licensed' && what.type !== 'outcome-recorded') expect(after.queue).toBe('licensed')
  // What waits to be heard has a clock or is with somebody who listens.
  if (after.heard === 'not-heard-yet')
    expect(after.hearBy !== null || after.nextAction !== 'call-back').toBe(true)
  expect(after.dueAt).toBeInstanceOf(Date)
  expect(after.attempts).toBeGreaterThanOrEqual(before.attempts)
  if (before.cadence.state === 'ended') expect(after.cadence.state).toBe('ended')
}

test.each([
  ['the example practice', example],
  ['a practice whose assistants listen', trusting],
])('whatever happens to an item, it is owned, due and in the right hands: %s', (_name, policy) => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 14 }), yesNo, (events, withNumber) => {
      const place = { id: 'item', clinicId: policy.clinicId, lineId: 'main', trigger: 'missed-call' as const }
      const opening = { ...place, contactId: withNumber ? 'contact' : null }
      let at = WEDNESDAY_9
      const first = openItem(opening, { at, language: 'en', kind: 'call' }, policy)
      const missed: ItemEvent = { type: 'call-missed', at, ...base, openHours: true, language: 'en' }
      let item: FollowUp = decideOpening(first, missed, { policy, mayText: true }).next
      for (const make of events) {
        at = later(at, 7)
        const what = make(at, item)
        const { next } = decide(item, what, { policy, mayText: true })
        check(item, next, what)
        item = next
      }
    }),
    { numRuns: runs(200, 3000) },
  )
})

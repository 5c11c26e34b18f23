import { expect, test } from 'vitest'
import { accountedLine } from '../../src/admin/pages/accounted-line.ts'
import { wordsIn } from '../../src/admin/words.ts'
import type { Accounted } from '../../src/casework/view/accounted.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'

const CALL = { sid: `CA${'7'.repeat(32)}`, why: 'no-line' } as const
const OTHER = { sid: `CA${'8'.repeat(32)}`, why: 'not-recorded' } as const
const TEXT = { sid: `SM${'9'.repeat(32)}`, why: 'no-call' } as const
const made: Accounted = { asOf: later(WEDNESDAY_9, -55), problems: [], failure: null }

function line(accounted: Accounted | null, language: 'en' | 'es' = 'en'): string {
  const page = accountedLine({ words: wordsIn(language), now: WEDNESDAY_9 }, accounted, 'America/Los_Angeles')
  return String(page)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test.each([
  { note: 'all is well', accounted: made, en: 'Every call accounted for, as of 8:05 AM' },
  {
    note: 'one is missing',
    accounted: { ...made, problems: [CALL] },
    en: '1 call is not accounted for, as of 8:05 AM',
  },
  {
    note: 'two are missing',
    accounted: { ...made, problems: [CALL, OTHER] },
    en: '2 calls are not accounted for, as of 8:05 AM',
  },
  {
    note: 'a text is missing',
    accounted: { ...made, problems: [CALL, TEXT] },
    en: 'Calls and texts not accounted for: 2, as of 8:05 AM',
  },
  {
    note: 'the comparison failed',
    accounted: { ...made, failure: 'the carrier did not answer' },
    en: 'Not compared with the carrier since 8:05 AM',
  },
  {
    note: 'the comparison is more than three hours old',
    accounted: { ...made, asOf: later(WEDNESDAY_9, -181) },
    en: 'Not compared with the carrier since 5:59 AM',
  },
  {
    note: 'it never was made',
    accounted: { ...made, asOf: null, failure: 'x' },
    en: 'Not compared with the carrier yet',
  },
  { note: 'nothing was compared yet', accounted: null, en: 'Not compared with the carrier yet' },
])('when $note: "$en"', ({ accounted, en }) => {
  expect(line(accounted).startsWith(en)).toBe(true)
  expect(line(accounted, 'es')).not.toContain('carrier')
})

test('what is missing is told by the carrier’s id and why', () => {
  const told = line({ ...made, problems: [CALL, OTHER, TEXT] })
  expect(told).toContain(`${CALL.sid} The number is in no clinic file`)
  expect(told).toContain(`${OTHER.sid} It could not be put on record`)
  expect(told).toContain(`${TEXT.sid} The carrier does not know its call`)
})

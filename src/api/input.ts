import { z } from 'zod'

/* What several operations read in the same way. Every error says what was expected, never what was given. */

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `one of ${words.join(', ')}` })

/** No date or time of a practice lies outside; a year such as 0000 is known to the standard and not to the database. */
const FIRST_YEAR = '1900'
const LAST_YEAR = '2199'
const isOfOurTimes = (text: string): boolean => FIRST_YEAR <= text && text.slice(0, 4) <= LAST_YEAR

/** A date without a time. @param expected what is said of one that cannot be read. */
export const givenDate = (expected: string) =>
  z.iso.date({ error: expected }).refine(isOfOurTimes, { error: expected })

const INSTANT_EXPECTED = 'an ISO 8601 instant, such as 2026-12-02T17:00:00Z'
export const givenInstant = z.iso
  .datetime({ offset: true, error: INSTANT_EXPECTED })
  .refine(isOfOurTimes, { error: INSTANT_EXPECTED })

/**
 * The names of the values that hold a text which cannot be kept: with NUL, or with half of a character (a surrogate alone). JSON allows
 * both; the database takes neither.
 */
export function unkeepable(given: object): string[] {
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [name] : []
    if (typeof value !== 'object' || value === null) return []
    return unkeepable(value).map((inner) => `${name}.${inner}`)
  })
}

export const TEXT_EXPECTED = 'text of whole characters, without the control character NUL'

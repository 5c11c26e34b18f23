import { dialable } from '../phone-number.ts'

/** What a carrier may show in place of a number. */
const WITHHELD: ReadonlySet<string> = new Set([
  'anonymous',
  'unavailable',
  'restricted',
  'unknown',
  'private',
  'blocked',
  'withheld',
  // The same words typed on a phone's keys, as Twilio sends them where only digits fit.
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
])

/** For the person who typed something else. */
export const NO_CALLER_NUMBER =
  'This is not a phone number. Type one such as (415) 555-0199 or +14155550199, or leave it empty for a withheld number.'

/**
 * The number a phone shows, from what somebody typed: E.164 for a US or international number, `anonymous` for nothing, a carrier's
 * word for a withheld number as it is; null for anything else.
 */
export function callerNumber(typed: string): string | null {
  const word = typed.trim().toLowerCase()
  if (word === '') return 'anonymous'
  return WITHHELD.has(word) ? word : dialable(word)
}

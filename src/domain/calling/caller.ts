import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Who is calling, as far as the caller ID tells. */
export type Caller =
  /** can be called back. `trusted` is false when the carrier found the number forged: text nobody there unattended */
  | { readonly kind: 'number'; readonly phone: string; readonly trusted: boolean }
  /** a real number outside the North American plan, where we neither call nor text */
  | { readonly kind: 'foreign'; readonly phone: string }
  /** the caller withheld the number: nobody can be called back, and two such callers are two people */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'not-a-phone'; readonly raw: 'sip' | 'client' | 'short-code' | 'invalid' }

/** What carriers and Twilio write instead of a number. */
const WITHHELD_WORDS: ReadonlySet<string> = new Set([
  '',
  'anonymous',
  'unavailable',
  'restricted',
  'unknown',
  'private',
  'blocked',
  'withheld',
  'other',
])

/** The same words typed on a phone's keys: what Twilio sends where only digits fit. */
const WITHHELD_DIGITS: ReadonlySet<string> = new Set([
  '266696687', // ANONYMOUS
  '7378742833', // RESTRICTED
  '2562533', // BLOCKED
  '8656696', // UNKNOWN
  '86282452253', // UNAVAILABLE
])

/**
 * Reads Twilio's `From`.
 * @param from as received: E.164 where Twilio could, otherwise whatever the caller's network sent.
 * @param stirVerstat Twilio's `StirVerstat`, absent for most calls. Only a failed check counts against the caller: a number
 * that nobody vouched for is the normal case.
 */
export function readCaller(from: string, stirVerstat?: string): Caller {
  const raw = from.trim()
  const lower = raw.toLowerCase()
  if (WITHHELD_WORDS.has(lower)) return { kind: 'withheld' }
  if (/^sips?:/.test(lower)) return { kind: 'not-a-phone', raw: 'sip' }
  if (lower.startsWith('client:')) return { kind: 'not-a-phone', raw: 'client' }

  const digits = raw.replace(/^\+/, '')
  if (WITHHELD_DIGITS.has(digits) || WITHHELD_DIGITS.has(digits.replace(/^1/, '')))
    return { kind: 'withheld' }
  if (/^\d{5,6}$/.test(digits)) return { kind: 'not-a-phone', raw: 'short-code' }

  const number = parsePhoneNumberFromString(raw, 'US')
  if (!number?.isValid()) return { kind: 'not-a-phone', raw: 'invalid' }
  if (number.countryCallingCode !== '1') return { kind: 'foreign', phone: number.number }
  return {
    kind: 'number',
    phone: number.number,
    trusted: !(stirVerstat ?? '').startsWith('TN-Validation-Failed'),
  }
}

/** The number (E.164) that somebody can be reached at; null for callers without one. */
export function phoneOf(caller: Caller): string | null {
  return caller.kind === 'number' || caller.kind === 'foreign' ? caller.phone : null
}

/** Whether a text to this caller would reach the person who calls: never abroad, and never a number that may be forged. */
export function isTextable(caller: Caller): boolean {
  return caller.kind === 'number' && caller.trusted
}

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
  if (!number?.isPossible()) return { kind: 'not-a-phone', raw: 'invalid' }
  if (!number.isValid()) return unlisted(number.number)
  if (number.countryCallingCode !== '1') return { kind: 'foreign', phone: number.number }
  return {
    kind: 'number',
    phone: number.number,
    trusted: !(stirVerstat ?? '').startsWith('TN-Validation-Failed'),
  }
}

/** How numbers of the North American plan are built (NANPA): no area code or exchange is N11, and area code 555 is in no use. */
const NANP_SHAPE = /^\+1(?!555|.11)[2-9]\d{2}(?!.11)[2-9]\d{6}$/
/** What systems put where no number is known: nobody is behind it, or everybody. */
const PLACEHOLDER = /(\d)\1{5}/

/**
 * A number that the package's lists do not know. New area codes come faster than its releases, so what looks like a number is kept to
 * call back; nobody is texted at it.
 */
function unlisted(phone: string): Caller {
  return NANP_SHAPE.test(phone) && !PLACEHOLDER.test(phone)
    ? { kind: 'number', phone, trusted: false }
    : { kind: 'not-a-phone', raw: 'invalid' }
}

/** The number (E.164) that somebody can be reached at; null for callers without one. */
export function phoneOf(caller: Caller): string | null {
  return caller.kind === 'number' || caller.kind === 'foreign' ? caller.phone : null
}

/** Whether a text to this caller would reach the person who calls: never abroad, and never a number that may be forged. */
export function isTextable(caller: Caller): boolean {
  return caller.kind === 'number' && caller.trusted
}

/** Whether the caller's own number can be shown to the practice when its phones are rung for the call. */
export function showsNumber(caller: Caller): boolean {
  return caller.kind === 'number' || caller.kind === 'foreign'
}

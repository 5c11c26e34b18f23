/*
 * The codes of alerts. Four digits are short enough to be typed in the dark; they are no secret and no password, since only a reply from
 * the very phone that was alerted counts.
 */

const CODES = 10_000

/**
 * A code that no open alert of the same phone has.
 * @param taken theirs. @param chance at least 0 and less than 1.
 */
export function freeCode(taken: readonly string[], chance: number): string {
  const first = Math.floor(chance * CODES)
  for (let step = 0; step < CODES; step += 1) {
    const code = String((first + step) % CODES).padStart(4, '0')
    if (!taken.includes(code)) return code
  }
  throw new Error('All ten thousand codes of one phone are in use')
}

const LONGEST = 60
/** Phones set to Arabic, Persian or Hindi type digits of their own, and Japanese keyboards wide ones. */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10]
/** Said instead of the code by people who take the item, and by phones that turn a tap on a text into one. */
const AGREES =
  /^(?:(?:ok|okay|k|yes|yep|yeah|sure|got it|on it|i am on it|i'm on it|i have it|i've got it|i got it|mine|will do|done|sí|si|vale|listo|lista|enterado|enterada|recibido|voy|ya voy|yo me encargo|me encargo)(?:[\s.,!]+|$))+$/
/** One number of up to eight digits, in the groups in which people write codes, with a few words before and after it. */
const NUMBER = /^\D*?(\d(?:[ -]?\d){0,7})\D*$/
const WORD = /\p{L}+(?:'\p{L}+)*/gu
const MOST_WORDS = 5

/** A reply that may answer an alert: the code it holds, or what somebody wrote who meant to answer and gave none. */
export type CodeReply = { readonly code: string } | 'without-code'

/** Reads a reply; null for every text that is no answer to an alert. */
export function readCode(body: string): CodeReply | null {
  const text = plain(body)
  if (text.length > LONGEST) return null
  if (AGREES.test(text.toLowerCase())) return 'without-code'
  const found = NUMBER.exec(text)?.[1]
  if (found === undefined) return null
  const [before = '', after = ''] = text.split(found)
  if (wordsIn(before) > MOST_WORDS || wordsIn(after) > MOST_WORDS || isPartOfMore(before, after)) return null
  const digits = found.replace(/\D/g, '')
  if (digits.length === 4) return { code: digits }
  // A digit too few or too many, or the 1 of the call; beside words it may be about anything.
  return wordsIn(text) === 0 ? 'without-code' : null
}

/** One spelling for what phones write differently. */
function plain(body: string): string {
  return body
    .normalize('NFC')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .trim()
}

function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const zero = DIGIT_ZEROS.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? sign : String(code - zero)
}

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/** An amount of money, or a question: no answer to what we asked. */
function isPartOfMore(before: string, after: string): boolean {
  if (/[$€£]$/.test(before)) return true
  return `${before}${after}`.includes('?') && wordsIn(before) + wordsIn(after) > 0
}

/** A word of a text. `form` is what rules see: lower case, no accents, no apostrophes. */
export type Token = {
  readonly form: string
  /** Offsets into the text as given, end exclusive. */
  readonly start: number
  readonly end: number
  /** What stands between this word and the next: nothing of note, a comma, or the end of a sentence. */
  readonly pause: Pause
}
type Pause = 'none' | 'comma' | 'stop'

/**
 * What keyboards, phones and word processors write for an apostrophe: besides the two quotes the accents that stand alone, the prime, the
 * letters that look like it and the wide forms. Beside them the characters that are not seen, such as the soft hyphen of a web page.
 */
const IN_WORD = String.raw`'’‘‛ʼʻʹˈ′‵\u0060´΄᾽᾿＇｀ꞌꞋ՚׳\u00AD\u200C\u200D\u2060\uFEFF`
/** A word ends after so many letters: an endless one would use up the stack of the regular expression. */
const LONGEST_RUN = 400
/** A word of any letters, tried at one place. */
const WORD = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]{1,${LONGEST_RUN}}(?:[${IN_WORD}]{1,9}[\p{L}\p{M}\p{N}]{1,${LONGEST_RUN}}){0,9}`,
  'uy',
)
const DROPPED = new RegExp(`[${IN_WORD}]`, 'gu')
const PLAIN = /^[A-Za-z0-9]+$/
const COMBINING = /\p{M}+/gu
const SENTENCE_END = /[.!?;\n。¡¿]/
/** Hesitation, not an end. */
const ELLIPSIS = /\.{2,}|…/g
const COMMA = /[,:—–]/

/** Longer runs of letters are no word of any list; what follows this many is dropped from the form. */
const LONGEST_FORM = 32

/** What "don't" leaves before its "t" when the apostrophe was lost as a space. */
const CUT_NEGATIONS = new Set(
  'don doesn didn isn aren wasn weren haven hasn hadn won wouldn couldn shouldn ain can'.split(' '),
)

/**
 * The words of a text in order. Linear in the text's length. Case, accents, punctuation, spacing and the kind of
 * apostrophe leave no trace in `form`; `pause` keeps only what rules about negation need.
 */
export function readTokens(text: string): Token[] {
  const tokens: Writable<Token>[] = []
  let previous: Writable<Token> | undefined
  let at = 0
  while (at < text.length) {
    const start = at
    const end = endOfWord(text, start)
    if (end === start) {
      // Over the whole of a character that needs two places.
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      continue
    }
    at = end
    const form = foldWord(text.slice(start, end))
    if (form === '') continue
    if (previous !== undefined) {
      if (form === 't' && start - previous.end <= 2 && CUT_NEGATIONS.has(previous.form)) {
        previous.form = `${previous.form}t`
        previous.end = end
        continue
      }
      previous.pause = pauseBetween(text, previous.end, start)
    }
    previous = { form, start, end, pause: 'none' }
    tokens.push(previous)
  }
  return tokens
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Where the word that begins at `start` ends; `start` when none begins there. Plain letters need no regular expression. */
function endOfWord(text: string, start: number): number {
  let end = start
  // One further than a word may go, and no further: an endless run of letters is cut, not read again for every cut.
  while (end - start <= LONGEST_RUN && isPlain(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  const isWhole = !(next > 0x7f || next === QUOTE || next === GRAVE) && end - start <= LONGEST_RUN
  if (isWhole || (end === start && next <= 0x7f)) return end
  WORD.lastIndex = start
  return WORD.test(text) ? WORD.lastIndex : start
}

const QUOTE = 0x27
const GRAVE = 0x60

/** A Latin letter without marks, or a digit. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}

/** One word as rules see it: `Don’t` → `dont`, `PRESIÓN` → `presion`. */
export function foldWord(raw: string): string {
  const word = raw.length > LONGEST_FORM ? raw.slice(0, LONGEST_FORM) : raw
  if (PLAIN.test(word)) return word.toLowerCase()
  // Before they are taken apart: an accent that stands alone becomes a space with an accent on it.
  return word.replace(DROPPED, '').normalize('NFKD').replace(COMBINING, '').toLowerCase()
}

function pauseBetween(text: string, from: number, to: number): Pause {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'none'
  const between = text.slice(from, to)
  if (between === ', ') return 'comma'
  if (between === '. ' || SENTENCE_END.test(between.replace(ELLIPSIS, ''))) return 'stop'
  return COMMA.test(between) ? 'comma' : 'none'
}

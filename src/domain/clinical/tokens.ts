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
const WORD = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]{1,400}(?:[${IN_WORD}]{1,9}[\p{L}\p{M}\p{N}]{1,400}){0,9}`,
  'gu',
)
const DROPPED = new RegExp(`[${IN_WORD}]`, 'gu')
const PLAIN = /^[a-z0-9]+$/
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
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const previous = tokens.at(-1)
    const form = foldWord(match[0])
    if (form === '') continue
    if (previous === undefined) {
      tokens.push({ form, start, end, pause: 'none' })
      continue
    }
    if (form === 't' && start - previous.end <= 2 && CUT_NEGATIONS.has(previous.form)) {
      tokens[tokens.length - 1] = { form: `${previous.form}t`, start: previous.start, end, pause: 'none' }
      continue
    }
    const pause = pauseIn(text.slice(previous.end, start))
    if (pause !== 'none') tokens[tokens.length - 1] = { ...previous, pause }
    tokens.push({ form, start, end, pause: 'none' })
  }
  return tokens
}

/** One word as rules see it: `Don’t` → `dont`, `PRESIÓN` → `presion`. */
export function foldWord(raw: string): string {
  const word = raw.length > LONGEST_FORM ? raw.slice(0, LONGEST_FORM) : raw
  if (PLAIN.test(word)) return word
  // Before they are taken apart: an accent that stands alone becomes a space with an accent on it.
  return word.replace(DROPPED, '').normalize('NFKD').replace(COMBINING, '').toLowerCase()
}

function pauseIn(between: string): Pause {
  if (between.length === 1 && between === ' ') return 'none'
  if (SENTENCE_END.test(between.replace(ELLIPSIS, ''))) return 'stop'
  return COMMA.test(between) ? 'comma' : 'none'
}

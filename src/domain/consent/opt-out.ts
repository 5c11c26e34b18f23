import { createPhraseBook, findPhrases } from '../clinical/phrase-book.ts'
import { foldWord, readTokens, type Token } from '../clinical/tokens.ts'
import { unreachable } from '../follow-up/words.ts'
import { createGrammar, findRules } from './opt-out-grammar.ts'
import * as keywords from './opt-out-keywords.ts'
import { FILLERS, LEXICON, REAL_WORDS, THUMBED } from './opt-out-lexicon.ts'
import {
  COMPLAINTS_EN,
  REQUESTS_ABOUT_TEXTS_EN,
  REQUESTS_EN,
  SHARED_EN,
  SURE_REQUESTS_EN,
} from './opt-out-rules-en.ts'
import { COMPLAINTS_ES, REQUESTS_ABOUT_TEXTS_ES, REQUESTS_ES, SHARED_ES } from './opt-out-rules-es.ts'
import { SHARED_WRONG, WRONG_NUMBER } from './opt-out-rules-wrong-number.ts'
import { createSlips } from './opt-out-slips.ts'
import { ABOUT_ELSE, ABOUT_TEXTS, NO_REQUEST, WANTS_TEXTS } from './opt-out-vetoes.ts'

/** What a text, or the transcript of a voicemail, asks about being texted. Offsets lie in the text as given, end exclusive. */
export type OptOutReading =
  | { kind: 'none' }
  /** The whole message is a stop word. `mayWantToCancel`: in a practice it may mean the appointment, so a person asks. */
  | { kind: 'keyword'; word: string; mayWantToCancel: boolean }
  /** A request in plain words; it weighs as much as the keyword. */
  | { kind: 'natural'; start: number; end: number }
  /** The phone is somebody else's: texts to it end just as well, and the number is in question. */
  | { kind: 'wrong-number'; start: number; end: number }
  | { kind: 'restart'; word: string }
  | { kind: 'help'; word: string }

/** What a rule says. `sure` holds even where the words around it ask for something else. */
type Meaning =
  | 'request'
  | 'sure-request'
  | 'request-about-texts'
  | 'complaint'
  | 'wrong-number'
  | 'nothing'
  | 'wants-texts'
  | 'about-texts'
  | 'about-else'

const REAL = new Set(REAL_WORDS.trim().split(/\s+/))

const GRAMMAR = createGrammar<Meaning>(
  LEXICON,
  { ...SHARED_EN, ...SHARED_ES, ...SHARED_WRONG },
  [
    { value: 'request', rules: [REQUESTS_EN, REQUESTS_ES].join('\n') },
    { value: 'sure-request', rules: SURE_REQUESTS_EN },
    { value: 'request-about-texts', rules: [REQUESTS_ABOUT_TEXTS_EN, REQUESTS_ABOUT_TEXTS_ES].join('\n') },
    { value: 'complaint', rules: [COMPLAINTS_EN, COMPLAINTS_ES].join('\n') },
    { value: 'wrong-number', rules: WRONG_NUMBER },
    { value: 'nothing', rules: NO_REQUEST },
    { value: 'wants-texts', rules: WANTS_TEXTS },
    { value: 'about-texts', rules: ABOUT_TEXTS },
    { value: 'about-else', rules: ABOUT_ELSE },
  ],
  { realWords: REAL, slips: createSlips(THUMBED.split(' '), REAL) },
)

const KEYWORDS = createPhraseBook<'stop' | 'cancel' | 'start' | 'help'>(
  [
    { terms: keywords.STOP_WORDS, value: 'stop' },
    { terms: keywords.MAY_MEAN_APPOINTMENT, value: 'cancel' },
    { terms: keywords.START_WORDS, value: 'start' },
    { terms: keywords.HELP_WORDS, value: 'help' },
  ],
  {},
  new Set(),
)

const COURTESIES = new Set(keywords.COURTESIES.split(/\s+/).map(foldWord))
const HESITATIONS = new Set(keywords.HESITATIONS.split(/\s+/))
const FILLED = new Set(FILLERS.trim().split(/\s+/).map(foldWord))
const STOP_SIGN = new RegExp(`[${keywords.STOP_SIGNS.replaceAll(' ', '')}]`, 'u')

/** A keyword message is short; anything longer is read as sentences. */
const LONGEST_KEYWORD_MESSAGE = 12

/**
 * Characters read at either end of a text. No text message and no voicemail comes near this; what does is no message,
 * and must not keep the others waiting.
 */
const LONGEST_READ = 100_000

const HELD_LETTER = /([a-z])\1\1/
const HELD_LETTERS = /([a-z])\1{2,}/g

/** What iPhones and Androids send for a thumb on a message: the sender quotes our own words back. */
const REACTION =
  /^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned|reacted\b.{0,20}\bto|removed an? \w{1,12} from|le gustó|le encantó|a .{1,30} le gustó)\s*["“«]/iu

/**
 * Reads whether a person asks to be texted no more, in English or Spanish.
 *
 * A stop word counts as the keyword when it is the whole message, courtesies and punctuation aside ("please STOP!!").
 * START, YES, HELP and INFO count only alone: "yes please" answers something else. "Cancel my appointment" is no
 * opt-out; a bare CANCEL is one, and may mean the appointment as well. Where a message both names a wrong number and
 * asks for an end, the request is reported. Time grows in step with the length of the text; of
 * one longer than any message only the beginning and the end are read.
 *
 * @param carrierVerdict Twilio's OptOutType. It wins: by then the carrier has already acted on it.
 */
export function readOptOut(text: string, carrierVerdict?: 'STOP' | 'START' | 'HELP'): OptOutReading {
  if (text.length > 2 * LONGEST_READ) return readEnds(text, carrierVerdict)
  const tokens = readWords(text)
  const keyword = readKeyword(tokens)
  if (carrierVerdict !== undefined) return followCarrier(carrierVerdict, keyword)
  if (keyword.kind !== 'none') return keyword
  // A reaction quotes our own text, which names STOP.
  if (REACTION.test(text)) return { kind: 'none' }
  if (tokens.length === 0) return readSigns(text)
  return readSentences(tokens)
}

/** The words of a text without hesitations, and with letters held for emphasis ("stoppp") as written otherwise. */
function readWords(text: string): Token[] {
  const words: Token[] = []
  for (const token of withNumberSigns(text, readTokens(text))) {
    const form = HELD_LETTER.test(token.form) ? token.form.replaceAll(HELD_LETTERS, '$1') : token.form
    if (!HESITATIONS.has(form)) words.push(form === token.form ? token : { ...token, form })
    else if (token.pause === 'stop') endSentence(words)
  }
  return words
}

function endSentence(words: Token[]): void {
  const last = words.at(-1)
  if (last !== undefined) words[words.length - 1] = { ...last, pause: 'stop' }
}

/** A text without a word in it: a stop sign alone says what it says on a road. */
function readSigns(text: string): OptOutReading {
  const start = text.search(STOP_SIGN)
  return start === -1
    ? { kind: 'none' }
    : { kind: 'natural', start, end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length }
}

function readEnds(text: string, carrierVerdict: 'STOP' | 'START' | 'HELP' | undefined): OptOutReading {
  const opening = readOptOut(text.slice(0, LONGEST_READ), carrierVerdict)
  if (opening.kind !== 'none') return opening
  const before = text.length - LONGEST_READ
  const closing = readOptOut(text.slice(before))
  if (closing.kind !== 'natural' && closing.kind !== 'wrong-number') return closing
  return { ...closing, start: closing.start + before, end: closing.end + before }
}

function followCarrier(verdict: 'STOP' | 'START' | 'HELP', keyword: OptOutReading): OptOutReading {
  switch (verdict) {
    case 'STOP':
      return keyword.kind === 'keyword' ? keyword : { kind: 'keyword', word: verdict, mayWantToCancel: false }
    case 'START':
      return keyword.kind === 'restart' ? keyword : { kind: 'restart', word: verdict }
    case 'HELP':
      return keyword.kind === 'help' ? keyword : { kind: 'help', word: verdict }
    default:
      return unreachable(verdict)
  }
}

function readKeyword(tokens: readonly Token[]): OptOutReading {
  if (tokens.length > LONGEST_KEYWORD_MESSAGE) return { kind: 'none' }
  const { hits } = findPhrases(KEYWORDS, tokens)
  const only = hits.find(({ from, to }) => from === 0 && to === tokens.length - 1)
  if (only?.value === 'start') return { kind: 'restart', word: said(tokens) }
  if (only?.value === 'help') return { kind: 'help', word: said(tokens) }

  const stops = hits.filter(({ value }) => value === 'stop')
  const first = stops.filter(({ from }) => from === stops[0]?.from).at(-1)
  const isWhole = tokens.every(
    ({ form }, at) => COURTESIES.has(form) || stops.some(({ from, to }) => from <= at && at <= to),
  )
  if (first === undefined || !isWhole) return { kind: 'none' }
  // "I cancel" speaks of an appointment; "I said cancel" repeats an order.
  const says = new Set(tokens.map(({ form }) => form))
  if (
    (says.has('i') || says.has('yo')) &&
    !says.has('said') &&
    !says.has('say') &&
    !says.has('digo') &&
    !says.has('dije')
  )
    return { kind: 'none' }
  return {
    kind: 'keyword',
    word: said(tokens.slice(first.from, first.to + 1)),
    mayWantToCancel: hits.some(({ value }) => value === 'cancel'),
  }
}

function said(tokens: readonly Token[]): string {
  return tokens.map(({ form }) => form.toUpperCase()).join(' ')
}

function readSentences(tokens: readonly Token[]): OptOutReading {
  const words = withoutFillers(tokens)
  const hits = findRules(GRAMMAR, words)
  const said = new Set(hits.map(({ value }) => value))
  if (said.has('wants-texts')) return { kind: 'none' }
  const isAboutTexts = said.has('about-texts') && !said.has('about-else')
  const excused = new Set<number>()
  for (const { value, from, to } of hits) {
    if (value === 'nothing') for (let at = from; at <= to; at += 1) excused.add(at)
  }
  let wrongNumber: OptOutReading | null = null
  let complaint: OptOutReading | null = null
  for (const { value, from, to } of hits) {
    if (value === 'nothing' || (excused.has(from) && value !== 'sure-request')) continue
    const place = { start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 }
    if (value === 'wants-texts' || value === 'about-texts' || value === 'about-else') continue
    if (value === 'request-about-texts' && !isAboutTexts) continue
    if (value === 'complaint') complaint ??= { kind: 'natural', ...place }
    else if (value !== 'wrong-number') return { kind: 'natural', ...place }
    else wrongNumber ??= { kind: 'wrong-number', ...place }
  }
  return wrongNumber ?? complaint ?? { kind: 'none' }
}

function withoutFillers(tokens: readonly Token[]): Token[] {
  const words: Token[] = []
  tokens.forEach((token, at) => {
    if (!isFiller(tokens, at)) words.push(token)
    else if (token.pause !== 'none') {
      const last = words.at(-1)
      if (last !== undefined && last.pause !== 'stop')
        words[words.length - 1] = { ...last, pause: token.pause }
    }
  })
  return words
}

/** "Por favor" and "thank you" are two words each, and neither is one alone. */
function isFiller(tokens: readonly Token[], at: number): boolean {
  const form = tokens[at]?.form ?? ''
  // "These please stop": only the courtesy shows that this is an order.
  const next = tokens[at + 1]
  if (
    form === 'please' &&
    next &&
    ['stop', 'quit'].includes(next.form) &&
    (next.pause !== 'none' || at + 2 === tokens.length)
  )
    return false
  if (FILLED.has(form)) return true
  const pairs = new Set(['por favor', 'x favor', 'thank you', 'thank u'])
  return pairs.has(`${form} ${tokens[at + 1]?.form}`) || pairs.has(`${tokens[at - 1]?.form} ${form}`)
}

/** "Wrong #" says number; "#5" does not. "Mr." ends no sentence. */
function withNumberSigns(text: string, tokens: readonly Token[]): Token[] {
  const words: Token[] = []
  tokens.forEach((token, at) => {
    const isTitle = TITLES.has(token.form) && text[token.end] === '.'
    words.push(isTitle ? { ...token, pause: 'none' } : token)
    const next = tokens[at + 1]?.start ?? text.length
    const sign = text.slice(token.end, next).indexOf('#')
    if (sign === -1 || token.end + sign + 1 === next) return
    const start = token.end + sign
    words[words.length - 1] = { ...token, pause: 'none' }
    words.push({ form: 'number', start, end: start + 1, pause: token.pause })
  })
  return words
}
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'sr', 'sra'])

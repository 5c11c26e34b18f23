import { createPhraseBook, findPhrases, type PhraseBook, type PhraseHit } from '../clinical/phrase-book.ts'
import { foldWord, readTokens, type Token } from '../clinical/tokens.ts'
import { unreachable } from '../follow-up/words.ts'
import { OPT_OUT_CLASSES } from './opt-out-classes.ts'
import { NO_BARE_REQUEST, NO_REQUEST, REAL_WORDS } from './opt-out-exceptions.ts'
import * as keywords from './opt-out-keywords.ts'
import * as english from './opt-out-requests-en.ts'
import * as spanish from './opt-out-requests-es.ts'
import * as wrongNumber from './opt-out-wrong-number.ts'

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

/** Where a term counts: when a clause begins or ends with it, or is all of it; or when it is all the message says. */
type Where = 'anywhere' | 'opening' | 'closing' | 'sentence' | 'alone'
/** A `sure` request holds even where the words around it ask for something else. */
type Meaning =
  | { readonly says: 'request' | 'wrong-number'; readonly where: Where; readonly sure: boolean }
  | { readonly says: 'nothing'; readonly of: 'any-request' | 'bare-word' }

const request = (where: Where, sure = false): Meaning => ({ says: 'request', where, sure })
const wrong = (where: Where): Meaning => ({ says: 'wrong-number', where, sure: false })

const BOOK: PhraseBook<Meaning> = createPhraseBook<Meaning>(
  [
    { terms: english.REQUESTS_EN, value: request('anywhere') },
    { terms: spanish.REQUESTS_ES, value: request('anywhere') },
    { terms: english.SURE_REQUESTS, value: request('anywhere', true) },
    { terms: english.CLOSING_REQUESTS_EN, value: request('closing') },
    { terms: spanish.CLOSING_REQUESTS_ES, value: request('closing') },
    { terms: english.OPENING_REQUESTS, value: request('opening') },
    { terms: english.ALONE_REQUESTS, value: request('alone') },
    { terms: english.SENTENCE_STOP_WORDS, value: request('sentence') },
    { terms: english.WHOLE_REQUESTS_EN, value: request('sentence') },
    { terms: spanish.WHOLE_REQUESTS_ES, value: request('sentence') },
    { terms: wrongNumber.WRONG_NUMBER, value: wrong('anywhere') },
    { terms: wrongNumber.CLOSING_WRONG_NUMBER, value: wrong('closing') },
    { terms: wrongNumber.WHOLE_WRONG_NUMBER, value: wrong('alone') },
    { terms: NO_REQUEST, value: { says: 'nothing', of: 'any-request' } },
    { terms: NO_BARE_REQUEST, value: { says: 'nothing', of: 'bare-word' } },
  ],
  OPT_OUT_CLASSES,
  new Set(REAL_WORDS.trim().split(/\s+/)),
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
  for (const token of readTokens(text)) {
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
  const hits = findPhrases(BOOK, tokens).hits.filter((hit) => isOneSentence(tokens, hit))
  const excused = excusedWords(hits, 'any-request')
  const excusedBare = excusedWords(hits, 'bare-word')
  const ends = readClauseEnds(tokens)
  let wrongNumber: OptOutReading | null = null
  for (const { value, from, to } of hits) {
    if (value.says === 'nothing') continue
    if (excused.has(from) && !value.sure) continue
    if (from === to && excusedBare.has(from) && value.where !== 'anywhere') continue
    if (!standsWhereItCounts(value.where, from, to, ends)) continue
    const place = { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 }
    if (value.says === 'request') return { kind: 'natural', ...place }
    wrongNumber ??= { kind: 'wrong-number', ...place }
  }
  return wrongNumber ?? { kind: 'none' }
}

function excusedWords(
  hits: readonly PhraseHit<Meaning>[],
  of: 'any-request' | 'bare-word',
): ReadonlySet<number> {
  const words = new Set<number>()
  for (const { value, from, to } of hits) {
    if (value.says !== 'nothing' || value.of !== of) continue
    for (let at = from; at <= to; at += 1) words.add(at)
  }
  return words
}

function standsWhereItCounts(
  where: Where,
  from: number,
  to: number,
  { firsts, lasts, opening, closing }: ClauseEnds,
): boolean {
  switch (where) {
    case 'anywhere':
      return true
    case 'opening':
      return firsts.has(from)
    case 'closing':
      return lasts.has(to)
    case 'sentence':
      return firsts.has(from) && lasts.has(to)
    case 'alone':
      return from <= opening && to >= closing
    default:
      return unreachable(where)
  }
}

/** No term runs across the end of a sentence, and one that skips words not across a comma either. */
function isOneSentence(tokens: readonly Token[], { from, to, gapped }: PhraseHit<Meaning>): boolean {
  for (let at = from; at < to; at += 1) {
    const pause = tokens[at]?.pause
    if (pause === 'stop' || (gapped && pause === 'comma')) return false
  }
  return true
}

/** First and last words between pauses, with and without the courtesies around them. */
type ClauseEnds = {
  readonly firsts: ReadonlySet<number>
  readonly lasts: ReadonlySet<number>
  /** The first and last word of the message that is no courtesy. */
  readonly opening: number
  readonly closing: number
}

function readClauseEnds(tokens: readonly Token[]): ClauseEnds {
  const firsts = new Set<number>()
  const lasts = new Set<number>()
  let isOpening = true
  tokens.forEach(({ form, pause }, at) => {
    if (isOpening) firsts.add(at)
    isOpening = pause !== 'none' || (isOpening && COURTESIES.has(form))
  })
  let isClosing = true
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token === undefined) break
    isClosing = isClosing || token.pause !== 'none'
    if (isClosing) lasts.add(at)
    isClosing = isClosing && COURTESIES.has(token.form)
  }
  const isMeant = ({ form }: Token): boolean => !COURTESIES.has(form)
  return { firsts, lasts, opening: tokens.findIndex(isMeant), closing: tokens.findLastIndex(isMeant) }
}

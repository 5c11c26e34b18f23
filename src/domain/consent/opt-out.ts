import { createPhraseBook, findPhrases, type PhraseBook } from '../clinical/phrase-book.ts'
import { foldWord, readTokens, type Token } from '../clinical/tokens.ts'
import { unreachable } from '../follow-up/words.ts'
import * as words from './opt-out-words.ts'

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

/** `sentence`: a request when it is all a sentence says; `closing`: when a sentence ends with it. */
type Meaning = 'request' | 'sentence' | 'closing' | 'wrong-number' | 'no-request'

const BOOK: PhraseBook<Meaning> = createPhraseBook<Meaning>(
  [
    { terms: words.NATURAL_REQUESTS, value: 'request' },
    { terms: words.WHOLE_REQUESTS, value: 'sentence' },
    { terms: words.SENTENCE_STOP_WORDS, value: 'sentence' },
    { terms: words.CLOSING_REQUESTS, value: 'closing' },
    { terms: words.WRONG_NUMBER, value: 'wrong-number' },
    { terms: words.NO_REQUEST, value: 'no-request' },
  ],
  words.OPT_OUT_CLASSES,
  new Set(),
)

const KEYWORDS = createPhraseBook<'stop' | 'cancel' | 'start' | 'help'>(
  [
    { terms: words.STOP_WORDS, value: 'stop' },
    { terms: words.MAY_MEAN_APPOINTMENT, value: 'cancel' },
    { terms: words.START_WORDS, value: 'start' },
    { terms: words.HELP_WORDS, value: 'help' },
  ],
  {},
  new Set(),
)

const COURTESIES = new Set(words.COURTESIES.split(/\s+/).map(foldWord))

/** A keyword message is short; anything longer is read as sentences. */
const LONGEST_KEYWORD_MESSAGE = 12

/** What iPhones and Androids send for a thumb on a message: the sender quotes our own words back. */
const REACTION =
  /^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned|reacted\b.{0,20}\bto|removed an? \w{1,12} from|le gustó|le encantó|a .{1,30} le gustó)\s*["“«]/iu

/**
 * Reads whether a person asks to be texted no more, in English or Spanish.
 *
 * A stop word counts as the keyword when it is the whole message, courtesies and punctuation aside ("please STOP!!").
 * START, YES, HELP and INFO count only alone: "yes please" answers something else. "Cancel my appointment" is no
 * opt-out; a bare CANCEL is one, and may mean the appointment as well. Where a message both names a wrong number and
 * asks for an end, the request is reported. Time grows in step with the length of the text.
 *
 * @param carrierVerdict Twilio's OptOutType. It wins: by then the carrier has already acted on it.
 */
export function readOptOut(text: string, carrierVerdict?: 'STOP' | 'START' | 'HELP'): OptOutReading {
  const tokens = readTokens(text)
  const keyword = readKeyword(tokens)
  if (carrierVerdict !== undefined) return followCarrier(carrierVerdict, keyword)
  if (keyword.kind !== 'none') return keyword
  // A reaction quotes our own text, which names STOP.
  if (REACTION.test(text)) return { kind: 'none' }
  return readSentences(tokens)
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
  const hits = findPhrases(BOOK, tokens).hits.filter(({ from, to }) => isOneSentence(tokens, from, to))
  const excused = new Set<number>()
  for (const { value, from, to } of hits) {
    if (value !== 'no-request') continue
    for (let at = from; at <= to; at += 1) excused.add(at)
  }
  const ends = readClauseEnds(tokens)
  let wrongNumber: OptOutReading | null = null
  for (const { value, from, to } of hits) {
    if (value === 'no-request' || excused.has(from)) continue
    const place = { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 }
    if (value === 'wrong-number') wrongNumber ??= { kind: 'wrong-number', ...place }
    else if (isRequest(value, from, to, ends)) return { kind: 'natural', ...place }
  }
  return wrongNumber ?? { kind: 'none' }
}

function isRequest(
  value: 'request' | 'sentence' | 'closing',
  from: number,
  to: number,
  { firsts, lasts }: ClauseEnds,
): boolean {
  switch (value) {
    case 'request':
      return true
    case 'sentence':
      return firsts.has(from) && lasts.has(to)
    case 'closing':
      return lasts.has(to)
    default:
      return unreachable(value)
  }
}

function isOneSentence(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.pause === 'stop') return false
  return true
}

/** First and last words between pauses, with and without the courtesies around them. */
type ClauseEnds = { readonly firsts: ReadonlySet<number>; readonly lasts: ReadonlySet<number> }

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
  return { firsts, lasts }
}

import { createPhraseBook, findPhrases } from '../clinical/phrase-book.ts'
import type { Token } from '../clinical/tokens.ts'
import { unreachable } from '../follow-up/words.ts'
import * as keywords from './opt-out-keywords.ts'
import { readSentences } from './opt-out-sentences.ts'
import { isCourtesy, readWords } from './opt-out-words.ts'

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

const STOP_SIGN = new RegExp(`[${keywords.STOP_SIGNS.replaceAll(' ', '')}]`, 'u')

/** A keyword message is short; anything longer is read as sentences. */
const LONGEST_KEYWORD_MESSAGE = 12

/**
 * Characters read at either end of a text. No text message and no voicemail comes near this; what does is no message,
 * and must not keep the others waiting.
 */
const LONGEST_READ = 100_000

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
  return readSentences(tokens) ?? { kind: 'none' }
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
    (token, at) => isCourtesy(token) || stops.some(({ from, to }) => from <= at && at <= to),
  )
  if (first === undefined || !isWhole || speaksOfOneself(tokens)) return { kind: 'none' }
  return {
    kind: 'keyword',
    word: said(tokens.slice(first.from, first.to + 1)),
    mayWantToCancel: hits.some(({ value }) => value === 'cancel'),
  }
}

function said(tokens: readonly Token[]): string {
  return tokens.map(({ form }) => form.toUpperCase()).join(' ')
}

/** "I cancel" speaks of an appointment; "I said cancel" repeats an order. */
function speaksOfOneself(tokens: readonly Token[]): boolean {
  const says = (words: string): boolean => tokens.some(({ form }) => words.split(' ').includes(form))
  return says('i yo') && !says('said say digo dije')
}

import { readTokens } from '../clinical/tokens.ts'
import { nameIn } from './spoken-name.ts'
import { phonesIn } from './spoken-phones.ts'

/** What a caller said of themselves, for staff to check and take over: never dialled or stored by itself. */
export type Spoken = {
  /** E.164, in the order they were said, each once */
  readonly phones: readonly string[]
  readonly name: string | null
}

/** Two minutes of speech are below 3,000 characters; what comes after this many is no voicemail. */
const LONGEST_READ = 20_000

/**
 * Reads the callback numbers (at most three, of the North American plan) and the caller's name out of a voicemail's transcript, in
 * English and Spanish. What could be read in two ways is left out: a missing suggestion costs a glance, a wrong one a call to a stranger.
 */
export function readSpoken(transcript: string): Spoken {
  const text = transcript.length > LONGEST_READ ? upToLastSentence(transcript) : transcript
  const tokens = readTokens(text)
  return { phones: phonesIn(text, tokens), name: nameIn(text, tokens) }
}

/** Half a number must not pass for a whole one. */
function upToLastSentence(transcript: string): string {
  const text = transcript.slice(0, LONGEST_READ)
  return text.slice(0, text.lastIndexOf('. ') + 1)
}

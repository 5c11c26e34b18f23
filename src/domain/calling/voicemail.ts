import type { Language } from '../follow-up/words.ts'

/** The language that the carrier's transcription knows (Twilio: <Record> transcribe, US English only). */
const TRANSCRIBED_LANGUAGE: Language = 'en'
/** Twilio transcribes recordings longer than 2 and shorter than 120 seconds (Twilio: <Record> transcribe; error 13617). */
const TOO_SHORT_SECONDS = 2
const TOO_LONG_SECONDS = 120

/** Whether what a machine writes down of a message in this language may be relied on. */
export function machineKnows(language: string): boolean {
  return language === TRANSCRIBED_LANGUAGE
}

/** Whether a machine can be expected to read a message: else a person must listen, and is asked to at once. */
export function machineReads(language: string, seconds: number): boolean {
  return machineKnows(language) && seconds > TOO_SHORT_SECONDS && seconds < TOO_LONG_SECONDS
}

import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * The only logger. Lines carry ids, never people: no message text, no names, no phone numbers, no URLs of requests.
 * @param level pino's level names; `silent` for tests that do not look at the log.
 * @param destination where lines go; standard output when absent.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * What may be logged of an error: its name, code and status and the places in our code it passed; no message, since messages
 * of database and carrier clients quote what they were given (twilio's carry the Authorization header and the text body).
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, status } = error as { code?: unknown; status?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    at: placesIn(error).slice(0, 6),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}

/** A place in the code: `at name (file:1:2)`, `at file:1:2` or `at new Promise (<anonymous>)`. */
const PLACE = /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/

/** The stack without the message above it, which may quote lines that look like places. */
function placesIn({ stack = '', message }: Error): string[] {
  const begins = message === '' ? -1 : stack.indexOf(message)
  const below = begins === -1 ? stack : stack.slice(begins + message.length)
  return below
    .split('\n')
    .filter((line) => PLACE.test(line))
    .map((line) => line.trim())
}

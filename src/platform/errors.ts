/**
 * The four ways in which a request can be wrong. Everything else that is thrown is a bug: 500, a log line with the
 * error's name and no more to the outside. Texts say what was expected and what to do; never a body, a name or a number.
 */
export class BadInput extends Error {}
export class NotAllowed extends Error {}
export class NotFound extends Error {}
export class Conflict extends Error {}

const STATUS = [
  [BadInput, 400],
  [NotAllowed, 403],
  [NotFound, 404],
  [Conflict, 409],
] as const

/** The HTTP status of an error and the text that may leave the process. */
export function httpError(error: unknown): { status: number; text: string } {
  for (const [kind, status] of STATUS) {
    if (error instanceof kind) return { status, text: error.message }
  }
  const parserStatus = (error as { status?: unknown } | null)?.status
  if (typeof parserStatus === 'number' && parserStatus >= 400 && parserStatus < 500) {
    return { status: parserStatus, text: 'The request could not be read: check its size and its form.' }
  }
  return { status: 500, text: 'Something went wrong on our side. It has been logged; try again.' }
}

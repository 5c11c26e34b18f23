import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, Response } from 'express'
import { z } from 'zod'
import { BadInput, httpError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'

/** How every error is answered (RFC 9457). `parameters` stands in answers to requests with wrong parameters. */
export const PROBLEM = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameters: z.array(z.strictObject({ name: z.string(), expected: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, by RFC 9457.',
    examples: [
      {
        ...{ type: 'urn:ringback:problem:bad-request', title: 'Bad Request', status: 400 },
        detail: 'A parameter is not as expected.',
        parameters: [{ name: 'dueTo', expected: 'a date that is not before "dueFrom"' }],
      },
    ],
  })

/** A request with parameters that cannot be read: each with what was expected of it, never with what was given. */
export class BadParameters extends BadInput {
  readonly parameters: readonly { readonly name: string; readonly expected: string }[]

  constructor(parameters: BadParameters['parameters']) {
    super(`${parameters.length === 1 ? 'A parameter is' : 'Several parameters are'} not as expected.`)
    this.parameters = parameters
  }
}

/** A request that was understood and is not carried out. `kind` says why, in a word that programs tell apart. */
export class Refusal extends Error {
  readonly status: 403 | 409 | 415 | 422
  readonly kind: string
  /** after so many seconds it may be tried again */
  readonly retryAfter: number | null

  constructor(status: Refusal['status'], kind: string, text: string, retryAfter: number | null = null) {
    super(text)
    this.status = status
    this.kind = kind
    this.retryAfter = retryAfter
  }
}

/** The kind of a problem, as programs tell them apart. */
const KINDS: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'key-required',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  500: 'internal-error',
}

/** What is said of a body that was not even read. */
const UNREAD: Readonly<Record<number, string>> = {
  413: 'A body is at most 64 kB, unpacked.',
  415: 'JSON in UTF-8 is expected, as it is or packed with gzip, deflate or br.',
}

/** Answers with a problem and ends the response. */
export function sendProblem(
  response: Response,
  status: number,
  detail: string,
  more: { readonly parameters?: BadParameters['parameters']; readonly kind?: string } = {},
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:ringback:problem:${more.kind ?? KINDS[status] ?? 'bad-request'}`,
        title: STATUS_CODES[status],
        status,
        detail,
        ...(more.parameters ? { parameters: more.parameters } : {}),
      }),
    )
}

/** Turns whatever was thrown into a problem. A bug is logged by the pattern of its route: its address may hold a number. */
export function answerProblems(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    if (error instanceof Refusal) {
      if (error.retryAfter !== null) response.set('retry-after', String(error.retryAfter))
      sendProblem(response, error.status, error.message, { kind: error.kind })
      return
    }
    const { status, text } = httpError(error)
    if (status >= 500) {
      const route = (request.route as { path?: string } | undefined)?.path
      log.error({ err: error, method: request.method, route }, 'an api request failed')
    }
    sendProblem(
      response,
      status,
      UNREAD[status] ?? text,
      error instanceof BadParameters ? { parameters: error.parameters } : {},
    )
  }
}

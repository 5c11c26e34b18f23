import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import type { Casework } from '../casework/casework.ts'
import type { Reader } from '../casework/view/dossier.ts'
import { holderOf, readerOf, requireScope } from './access.ts'
import type { Scope } from './keys.ts'
import { BadInput } from '../platform/errors.ts'
import { TEXT_EXPECTED, unkeepable } from './input.ts'
import { BadParameters, Refusal } from './problems.ts'

/** One operation of the API. The router and the OpenAPI document are both made from the same list of these. */
export type Operation = {
  readonly id: string
  readonly method: 'get' | 'post'
  /** as Express writes it: `/follow-ups/:id` */
  readonly path: string
  readonly summary: string
  /** one of them is required */
  readonly scopes: readonly Scope[]
  readonly query: z.ZodObject
  /** headers that it reads, each with what it is for */
  readonly headers?: Readonly<Record<string, string>>
  /** what a POST brings, as JSON; absent: nothing */
  readonly body?: z.ZodType
  /** what a POST brings as a CSV file (text/csv) instead, which is read as it comes in */
  readonly file?: string
  readonly answer: z.ZodType
  /** when it answers 201 instead of 200 */
  readonly created?: string
  /** statuses of its own that it refuses with, beside those of every operation, each with when */
  readonly refusals?: Readonly<Partial<Record<409 | 422, string>>>
  readonly handler: (casework: Casework) => RequestHandler
}

type Asked<Query, Body> = {
  readonly casework: Casework
  readonly reader: Reader
  /** what the key may be used for; a reader does not know of `intake` */
  readonly scopes: readonly Scope[]
  readonly query: Query
  readonly body: Body
  /** a parameter of the path */
  readonly param: (name: string) => string
  /** a header of the request, by its name in any letters */
  readonly header: (name: string) => string | undefined
  /** the file, for an operation that takes one; nothing otherwise */
  readonly file: AsyncIterable<Uint8Array>
}

/** What is answered is only read from here on, so that it may hold what nobody may change. */
type Frozen<T> = T extends readonly (infer Each)[]
  ? readonly Frozen<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** An answer that is more than 200 and a body. */
export class Reply<Body> {
  readonly status: 200 | 201
  readonly body: Body
  readonly headers: Readonly<Record<string, string>>

  constructor(status: Reply<Body>['status'], body: Body, headers: Reply<Body>['headers'] = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const JSON_EXPECTED = 'A JSON object is expected, with the header "Content-Type: application/json".'
const CSV_EXPECTED =
  'A CSV file is expected, neither packed nor in a form, with the header "Content-Type: text/csv".'

/** Ties an operation's schemas to what it does: `run` gets query and body as read and returns what the schema promises. */
export function operation<
  Query extends z.ZodObject,
  Answer extends z.ZodType,
  Body extends z.ZodType = z.ZodUndefined,
>(
  described: Omit<Operation, 'handler' | 'query' | 'body' | 'answer'> & {
    readonly query: Query
    readonly body?: Body
    readonly answer: Answer
    readonly run: (
      request: Asked<z.output<Query>, z.output<Body>>,
    ) => Promise<Frozen<z.output<Answer>> | Reply<Frozen<z.output<Answer>>>>
  },
): Operation {
  const { run, ...rest } = described
  return {
    ...rest,
    handler: (casework) => async (request, response) => {
      const holder = holderOf(response)
      requireScope(holder, described.scopes, response)
      const query = readQuery(described.query, request)
      const body = described.body && readBody(described.body, request)
      const param = (name: string): string => String(request.params[name])
      const header = (name: string): string | undefined => request.get(name)
      // A small packed file may be a huge list.
      const packed = (request.get('content-encoding') ?? 'identity') !== 'identity'
      if (described.file !== undefined && (packed || request.is('text/csv') === false))
        throw notOfKind(request, CSV_EXPECTED)
      // Not destroyed when reading stops early: the answer goes over the same connection.
      const file = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
      const reader = readerOf(holder)
      const asked = { casework, reader, scopes: holder.scopes, query, param, header, file }
      const answer = await run({ ...asked, body: body as z.output<Body> })
      const reply = answer instanceof Reply ? answer : new Reply(200, answer)
      response.status(reply.status).set(reply.headers).json(reply.body)
    },
  }
}

/** What a body is refused with: nothing at all is no body of another kind. */
function notOfKind(request: Request, expected: string): Error {
  return request.get('content-type') === undefined
    ? new BadInput(expected)
    : new Refusal(415, 'unsupported-media-type', expected)
}

/** @throws BadParameters when a text of what was given, which was read already, cannot be kept. */
function keepable<Read>(read: Read, given: object): Read {
  const names = unkeepable(given)
  if (names.length === 0) return read
  throw new BadParameters(names.map((name) => ({ name, expected: TEXT_EXPECTED })))
}

/** @throws BadParameters with everything that is wrong with the body at once. */
function readBody<Body extends z.ZodType>(schema: Body, request: Request): z.output<Body> {
  if (typeof request.body !== 'object') throw notOfKind(request, JSON_EXPECTED)
  const read = schema.safeParse(request.body)
  if (read.success) return keepable(read.data, request.body as object)
  throw new BadParameters(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((name) => ({ name, expected: 'no such field' }))
        : [{ name: issue.path.join('.') || 'body', expected: issue.message }],
    ),
  )
}

/** @throws BadParameters with everything that is wrong with the query at once. */
function readQuery<Query extends z.ZodObject>(schema: Query, request: Request): z.output<Query> {
  const read = schema.safeParse({ ...request.query })
  if (read.success) return keepable(read.data, request.query)
  const problems = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({
          name,
          expected: `no such parameter; there are ${Object.keys(schema.shape).join(', ') || 'none'}`,
        }))
      : [{ name: String(issue.path[0]), expected: expectedOf(schema, String(issue.path[0]), issue.message) }],
  )
  throw new BadParameters(problems)
}

function expectedOf(schema: z.ZodObject, name: string, message: string): string {
  const { expected } = (schema.shape[name] as z.ZodType | undefined)?.meta() ?? {}
  return typeof expected === 'string' ? expected : message
}

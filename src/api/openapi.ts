import { z } from 'zod'
import type { Operation } from './operation.ts'
import { PROBLEM } from './problems.ts'
import { E164 } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

/** The name of the one way in which a request says who it is from. */
const SCHEME = 'key'

/** The OpenAPI 3.1 document of these operations, made from the schemas that they are read and answered with. */
export function openApiDocument(operations: readonly Operation[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringback',
      version: '1',
      description:
        'Missed calls, voicemails and texts of a medical practice as owned follow-up items. Lists answer { items, next }; ' +
        'instants are ISO 8601 in UTC; errors are application/problem+json.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ [SCHEME]: [] }],
    paths,
    components: {
      securitySchemes: { [SCHEME]: { type: 'http', scheme: 'bearer', bearerFormat: 'rbk_…' } },
      schemas: schemasOf(operations),
    },
  }
}

function describe(operation: Operation): Json {
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `Requires a key with one of the scopes ${operation.scopes.join(', ')}.`,
    // Any one of them will do; the names in a requirement of its own are the roles that it asks for.
    security: operation.scopes.map((scope) => ({ [SCHEME]: [scope] })),
    parameters: [
      ...pathParameters(operation.path),
      ...queryParameters(operation.query),
      ...headerParameters(operation),
    ],
    ...(operation.body ? { requestBody: { required: true, ...jsonOf(operation.body) } } : {}),
    ...(operation.file === undefined ? {} : { requestBody: csvOf(operation.file) }),
    responses: {
      200: content('The answer.', 'application/json', idOf(operation.answer)),
      ...(operation.created === undefined
        ? {}
        : { 201: content(operation.created, 'application/json', idOf(operation.answer)) }),
      ...problem(400, 'A parameter is not as expected; each is listed with what was.'),
      ...problem(401, 'No key, an unknown one, or a revoked one.'),
      ...problem(403, 'The key lacks a scope, or is not for this clinic.'),
      ...problem(404, 'There is no such thing in the clinics of the key.'),
      ...(operation.body
        ? {
            ...problem(409, 'What is on record already does not let it count; the detail says why.'),
            ...problem(413, 'The body is larger than 64 kB.'),
          }
        : {}),
      ...((operation.body ?? operation.file)
        ? problem(415, 'The body is not of the kind that is expected.')
        : {}),
      ...Object.assign(
        {},
        ...Object.entries(operation.refusals ?? {}).map(([status, when]) => problem(Number(status), when)),
      ),
      ...problem(500, 'Something went wrong on our side; it has been logged.'),
    },
  }
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'phone' ? { type: 'string', pattern: E164.source } : { type: 'string', format: 'uuid' },
    ...(name === 'phone' ? { description: 'E.164, the plus sign as it is or written %2B.' } : {}),
  }))
}

function headerParameters({ headers = {} }: Operation): Json[] {
  return Object.entries(headers).map(([name, description]) => ({
    ...{ name, in: 'header', required: false, description, schema: { type: 'string' } },
  }))
}

/** As read, not as written: a query is text, and the document says which text is a number or a yes or no. */
function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'output' })
  return Object.entries(query.shape).map(([name, schema]) => {
    const { expected: _, description, ...rest } = properties[name] as Record<string, unknown>
    return {
      name,
      in: 'query',
      required: !(schema as z.ZodType).safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    }
  })
}

/** The answers and what they are made of, under their names. */
function schemasOf(operations: readonly Operation[]): Json {
  const schemas: Record<string, unknown> = {}
  for (const schema of [
    ...operations.flatMap(({ body, answer }) => (body ? [body, answer] : [answer])),
    PROBLEM,
  ]) {
    Object.assign(schemas, z.toJSONSchema(schema, { override: withoutRepetition }).$defs)
  }
  return JSON.parse(JSON.stringify(schemas).replaceAll('#/$defs/', '#/components/schemas/')) as Json
}

/** A pattern that only spells out the format beside it helps nobody. */
function withoutRepetition({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
}

function idOf(schema: z.ZodType): string {
  const id = schema.meta()?.id
  if (id === undefined)
    throw new Error('Every answer needs an id in its meta: the document names its schema by it.')
  return id
}

function problem(status: number, description: string): Json {
  return { [status]: content(description, 'application/problem+json', idOf(PROBLEM)) }
}

function jsonOf(body: z.ZodType): Json {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${idOf(body)}` } } } }
}

function csvOf(description: string): Json {
  return { required: true, description, content: { 'text/csv': { schema: { type: 'string' } } } }
}

function content(description: string, type: string, schema: string): Json {
  return { description, content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } } }
}

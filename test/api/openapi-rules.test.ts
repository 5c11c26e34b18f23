import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { serve, type Served } from './served.ts'

/* The rules of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html) that generators of clients trip over. */

let served: Served
let document: z.output<typeof DOCUMENT>
beforeAll(async () => {
  served = await serve()
  document = DOCUMENT.parse(await (await served.get('/openapi.json')).json())
})
afterAll(() => served.close())

const SCHEMA = z.record(z.string(), z.unknown())
const CONTENT = z.record(z.string().regex(/^[a-z]+\/[a-z+]+$/), z.strictObject({ schema: SCHEMA }))
const PARAMETER = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema: SCHEMA,
})
const OPERATION = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]*$/),
  summary: z.string().min(10),
  description: z.string().min(10),
  security: z.array(z.record(z.string(), z.array(z.string()))).min(1),
  parameters: z.array(PARAMETER),
  requestBody: z
    .strictObject({ required: z.literal(true), description: z.string().optional(), content: CONTENT })
    .optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: CONTENT }),
  ),
})
const DOCUMENT = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().regex(/^\/[^?#]*[^/?#]$/),
    z.record(z.enum(['get', 'post']), OPERATION.optional()),
  ),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), bearerFormat: z.string() }),
    ),
    schemas: z.record(z.string().regex(/^[\w.-]+$/), SCHEMA),
  }),
})

/** The words of JSON Schema 2020-12 that a validator acts on or a reader sees; another one would be ignored without a sound. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', 'not', 'items', 'prefixItems'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'pattern', 'format'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems'],
  ...['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
])
const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Every schema in a schema, itself included, with where it stands. */
function* schemasIn(schema: Json, at: string): Generator<readonly [string, Json]> {
  yield [at, schema]
  for (const [word, value] of Object.entries(schema)) {
    if (!isJson(value)) continue
    const place = `${at}/${word}`
    if (word === 'properties') {
      for (const [name, each] of Object.entries(value)) yield* schemasIn(each as Json, `${place}/${name}`)
    } else if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(word)) {
      for (const each of Object.values(value)) yield* schemasIn(each as Json, place)
    } else if (['items', 'additionalProperties', 'propertyNames', 'not'].includes(word)) {
      yield* schemasIn(value, place)
    }
  }
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap((operation) => (operation ? [{ path, operation }] : [])),
  )

function* everySchema(): Generator<readonly [string, Json]> {
  for (const [name, schema] of Object.entries(document.components.schemas)) yield* schemasIn(schema, name)
  for (const { operation } of operations()) {
    const { operationId, parameters, requestBody, responses } = operation
    for (const { name, schema } of parameters) yield* schemasIn(schema, `${operationId}?${name}`)
    for (const { content } of [...(requestBody ? [requestBody] : []), ...Object.values(responses)])
      for (const { schema } of Object.values(content)) yield* schemasIn(schema, operationId)
  }
}

describe('the OpenAPI document keeps the rules of OpenAPI 3.1:', () => {
  it('each operation has an id of its own, and a known way to say who asks', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const asked = [document, ...operations().map(({ operation }) => operation)].flatMap(
      ({ security }) => security,
    )
    expect(new Set(asked.flatMap((each) => Object.keys(each)))).toEqual(
      new Set(Object.keys(document.components.securitySchemes)),
    )
  })

  it('the parameters of a path are those that stand in it, all required, and none is described twice', () => {
    for (const { path, operation } of operations()) {
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
      expect(new Set(names).size).toBe(names.length)
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect([path, declared.map(({ name }) => name)]).toEqual([
        path,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      ])
      expect(declared.every(({ required }) => required)).toBe(true)
      // These three are described elsewhere, and ignored as parameters.
      expect(names.join().toLowerCase()).not.toMatch(/header (accept|content-type|authorization)/)
    }
  })

  it('two paths that differ by the names of their parameters alone would be one', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('every reference leads somewhere, and every schema is led to', () => {
    const targets = [...everySchema()].flatMap(([at, { $ref }]) =>
      typeof $ref === 'string' ? [[at, $ref] as const] : [],
    )
    for (const [at, target] of targets) {
      const name = /^#\/components\/schemas\/([\w.-]+)$/.exec(target)?.[1] ?? ''
      expect([at, Object.keys(document.components.schemas)]).toEqual([at, expect.arrayContaining([name])])
    }
    const led = new Set(targets.map(([, target]) => target.split('/').at(-1)))
    expect(Object.keys(document.components.schemas).filter((name) => !led.has(name))).toEqual([])
  })

  it('every schema is made of words that JSON Schema knows, with required properties that there are', () => {
    for (const [at, schema] of everySchema()) {
      expect([at, Object.keys(schema).filter((word) => !KEYWORDS.has(word))]).toEqual([at, []])
      const types = [schema['type'] ?? []].flat()
      expect([at, types.filter((type) => !TYPES.some((known) => known === type))]).toEqual([at, []])
      const named = (schema['propertyNames'] as Json | undefined)?.['enum'] ?? []
      const properties = [...Object.keys(schema['properties'] ?? {}), ...(named as string[])]
      const required = (schema['required'] ?? []) as string[]
      expect([at, required.filter((name) => !properties.includes(name))]).toEqual([at, []])
      if (typeof schema['pattern'] === 'string')
        expect(() => new RegExp(schema['pattern'] as string, 'u')).not.toThrow()
    }
  })

  it('a default is one of the values that its parameter takes', () => {
    for (const { operation } of operations())
      for (const { name, schema } of operation.parameters) {
        if (!('default' in schema)) continue
        const taken = z.fromJSONSchema(schema)
        expect([name, taken.safeParse(schema['default']).error]).toEqual([name, undefined])
      }
  })
})

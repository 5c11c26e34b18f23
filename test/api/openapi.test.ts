import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promisedAnswer, promisedSchema, type Document } from './openapi-document.ts'
import { serve, type Served } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.close())

const read = async (): Promise<Document> => (await (await served.get('/openapi.json')).json()) as Document

describe('the OpenAPI document', () => {
  it('is there for everybody and describes these operations', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        ...['/follow-ups', '/follow-ups/{id}', '/messages', '/audit'],
        ...['claim', 'release', 'acknowledge', 'outcomes', 'notes', 'remove', 'reopen'].map(
          (verb) => `/follow-ups/{id}/${verb}`,
        ),
        ...['daily-close', 'weekly', 'heatmap', 'messaging'].map((name) => `/reports/${name}`),
        ...['/contacts/{phone}', '/contacts/{phone}/consents'],
      ]),
    )
  })

  it('describes no operation that the router does not have', async () => {
    const { paths } = await read()
    const key = await served.key(['licensed'])
    const operations = Object.entries(paths).flatMap(([path, described]) =>
      Object.keys(described).map((method) => ({ path, method })),
    )
    for (const { path, method } of operations) {
      const address = path
        .replace('{id}', '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10')
        .replace('{phone}', '%2B14155550123')
      const response = await fetch(`${served.url}/api/v1${address}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${key}` },
      })
      expect(await response.text()).not.toContain('no such operation')
    }
  })

  it('lists every parameter with its kind, and which are required', async () => {
    const { paths } = await read()
    const parameters = paths['/messages']?.['get']?.parameters
    expect(parameters).toMatchObject([
      { name: 'phone', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'after', in: 'query', required: false },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
    ])
    expect(paths['/follow-ups/{id}']?.['get']?.parameters).toMatchObject([
      { name: 'id', in: 'path', required: true },
    ])
  })

  it('describes the body of an operation that takes one, and which numbers address a contact', async () => {
    const document = await read()
    const operation = document.paths['/contacts/{phone}/consents']?.['post']
    expect(operation).toMatchObject({
      parameters: [
        { name: 'phone', in: 'path', schema: { type: 'string', pattern: expect.any(String) as string } },
      ],
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ConsentOrder' } } },
      },
    })
    const { ConsentOrder } = document.components.schemas
    expect(JSON.stringify(ConsentOrder)).toContain('"spoken-to-staff"')
  })

  it('points to nothing that is not in it', async () => {
    const document = await read()
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
    const names = [...new Set([...references].map(([, name]) => String(name)))]
    expect(names).toContain('HistoryEntry')
    for (const name of names) expect(document.components.schemas).toHaveProperty(name)
    expect(JSON.stringify(document)).not.toContain('$defs')
  })

  it('shows what comes in and goes out by an example that it accepts itself', async () => {
    const document = await read()
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    const used = JSON.stringify(operations).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
    const names = new Set([...used].map(([, name]) => String(name)))
    expect(names.size).toBeGreaterThan(10)
    for (const name of names) {
      const { examples = [] } = document.components.schemas[name] as { examples?: unknown[] }
      expect([name, examples.length > 0]).toEqual([name, true])
      for (const example of examples)
        expect([name, promisedSchema(document, name).safeParse(example).error]).toEqual([name, undefined])
    }
  })

  it('says of every operation what it needs, what it answers and how it refuses', async () => {
    const { paths } = await read()
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { operationId, responses } of operations) {
      expect([operationId, Object.keys(responses)]).toEqual([
        operationId,
        expect.arrayContaining(['200', '400', '401', '403', '404', '500']),
      ])
      for (const [status, { content }] of Object.entries(responses))
        expect(Object.keys(content)).toEqual([
          status < '400' ? 'application/json' : 'application/problem+json',
        ])
    }
    expect(paths['/follow-ups']?.['post']).toMatchObject({
      responses: { 201: {}, 409: {}, 422: {} },
      parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
    })
  })

  it('promises enough to notice a missing, a foreign or a misspelt value', async () => {
    const promised = promisedAnswer(await read(), '/messages', 200)
    const message = {
      ...{
        id: '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10',
        direction: 'in',
        state: 'received',
        body: null,
        mediaCount: 0,
      },
      ...{
        clinic: 'harbor',
        line: 'harbor/main',
        phone: '+14155550123',
        followUp: null,
        purpose: null,
        language: null,
      },
      ...{ createdAt: '2026-12-02T17:00:00.000Z', notBefore: null, sentAt: null, settledAt: null },
      ...{ errorCode: null, refusal: null },
    }
    const accepts = (item: object): boolean => promised.safeParse({ items: [item], next: null }).success
    expect(accepts(message)).toBe(true)
    expect(accepts({ ...message, state: 'recieved' })).toBe(false)
    expect(accepts({ ...message, createdAt: 'yesterday' })).toBe(false)
    expect(accepts({ ...message, verdict: {} })).toBe(false)
    const { body: _, ...withoutBody } = message
    expect(accepts(withoutBody)).toBe(false)
  })
})

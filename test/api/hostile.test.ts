import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promisedSchema, type Document } from './openapi-document.ts'
import { MAIN_LINE, serve, type Served } from './served.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'

/* What no honest program sends. Whatever it is, the answer is a problem that says what was expected, never a fault of ours. */

let served: Served
let document: Document
let everything: string
let item: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  everything = await served.key(['intake', 'assistant', 'licensed', 'manager'], ['cedar-grove'])
  const call = { callSid: 'CA1', from: '+14155550123', to: MAIN_LINE, callerIdVerified: undefined }
  await callArrived(served.casework, call)
  item = (await served.db.followUp.findFirstOrThrow()).id
})
afterAll(() => served.close())

type Problem = { readonly type: string; readonly detail: string; readonly parameters?: { name: string }[] }

async function ask(
  method: string,
  path: string,
  body?: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly problem: Problem }> {
  const response = await fetch(`${served.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${everything}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
  })
  const { status } = response
  const text = await response.text()
  if (status < 400) return { status, problem: { type: '', detail: text } }
  expect([path, response.headers.get('content-type')]).toEqual([
    path,
    'application/problem+json; charset=utf-8',
  ])
  const problem = JSON.parse(text) as Problem
  expect(promisedSchema(document, 'Problem').safeParse(problem).error).toBeUndefined()
  expect(problem).toMatchObject({ status })
  return { status, problem }
}

const order = (more: object): string =>
  JSON.stringify({ trigger: 'web-form', phone: '+14155550188', ...more })

describe('a body that cannot be taken', () => {
  it.each<readonly [number, string, () => string | Buffer, Readonly<Record<string, string>>]>([
    [413, 'too large', () => order({ reason: 'x'.repeat(70_000) }), {}],
    [
      413,
      'too large once it is unpacked',
      () => gzipSync(order({ reason: 'x'.repeat(999_999) })),
      { 'content-encoding': 'gzip' },
    ],
    [415, 'no JSON', () => 'trigger=web-form', { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      415,
      'of letters that JSON does not have',
      () => order({}),
      { 'content-type': 'application/json; charset=ebcdic' },
    ],
    [415, 'packed in a way that nobody knows', () => order({}), { 'content-encoding': 'zip' }],
    [400, 'cut off', () => '{"trigger":', {}],
    [400, 'a list', () => '[]', {}],
    [400, 'nothing', () => 'null', {}],
    [400, 'a word', () => '"web-form"', {}],
    [400, 'nested without end', () => `{"name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, {}],
    [400, 'of other kinds', () => order({ name: 7, authorizationNeeded: 'yes', consent: [] }), {}],
    [400, 'with a huge number', () => order({ providerPriority: 1e21 }), {}],
    [
      400,
      'with a number beyond all numbers',
      () => '{"trigger":"web-form","phone":null,"providerPriority":1e999}',
      {},
    ],
    [400, 'with a field of its own', () => order({ constructor: 1, clinical: false }), {}],
    [400, 'with NUL in a text', () => order({ reason: 'a\0b' }), {}],
    [
      400,
      'with half a character',
      () => String.raw`{"trigger":"web-form","phone":null,"reason":"a \ud800 b"}`,
      {},
    ],
    [400, 'with a year that there was not', () => order({ dueFrom: '0000-01-01' }), {}],
  ])('is answered with %i: %s', async (expected, _, body, headers) => {
    const before = await served.db.request.count()
    const { status, problem } = await ask('POST', '/follow-ups', body(), headers)
    expect([status, problem.detail]).toEqual([expected, expect.stringMatching(/\w{4}/)])
    expect(await served.db.request.count()).toBe(before)
  })

  it.each([
    ['outcomes', { outcome: 'no-answer', note: 'a\0b' }],
    ['outcomes', { outcome: 'no-answer', note: 'a \ud800 b' }],
    ['outcomes', { outcome: 'callback-requested', note: 'x', callbackAt: '0000-01-01T00:00:00Z' }],
    ['notes', { note: 'a\0b' }],
    ['notes', { note: '\udc00' }],
    ['remove', { reason: 'duplicate', note: '\0' }],
    ['reopen', { note: '\ud800\ud800' }],
  ])('of an act is refused: %s %j', async (verb, body) => {
    expect(await ask('POST', `/follow-ups/${item}/${verb}`, JSON.stringify(body))).toMatchObject({
      status: 400,
    })
  })

  it.each([
    { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'a\0b' },
    { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'form \ud800' },
    { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'f', wordingVersion: '\0' },
    { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'f', words: 'a\0' },
    { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'f', givenAt: '0000-01-01T00:00:00Z' },
    { kind: 'revoke', evidence: 'a\0b' },
    { kind: 'forget' },
    {},
  ])('about a consent is refused: %j', async (body) => {
    expect(await ask('POST', '/contacts/+14155550123/consents', JSON.stringify(body))).toMatchObject({
      status: 400,
    })
  })
})

describe('an address that cannot be read', () => {
  const cursor = (text: string): string => Buffer.from(text).toString('base64url')
  it.each([
    [400, '/follow-ups?clinic=%00'],
    [400, '/follow-ups?limit=1&limit=2'],
    [400, '/follow-ups?limit=99999999999999999999'],
    [400, '/follow-ups?open[]=true'],
    [400, '/follow-ups?__proto__=1'],
    [400, '/follow-ups?after=%00'],
    [400, `/follow-ups?after=${'a'.repeat(201)}`],
    [400, `/follow-ups?after=${cursor('+275760-09-13T00:00:00.000Z 1')}`],
    [400, `/follow-ups?after=${cursor('-271821-04-20T00:00:00.000Z 1')}`],
    [400, `/follow-ups?after=${cursor('newest +275760-09-13T00:00:00.000Z 1')}`],
    [400, `/follow-ups?after=${cursor('newest -271821-04-20T00:00:00.000Z 1')}`],
    [400, `/follow-ups?after=${cursor('newest 0000-01-01T00:00:00.000Z 1')}`],
    [400, `/follow-ups?after=${cursor('newest 2026-12-02T17:00:00.000Z 99999999999')}`],
    [400, `/follow-ups?after=${cursor('due 2026-12-02T17:00:00.000Z 1')}`],
    [200, `/follow-ups?after=${cursor('newest 2026-12-02T17:00:00.000Z 1')}`],
    [
      400,
      `/messages?phone=%2B14155550123&after=${cursor(`messages 2026-12-02T17:00:00.000Z ${'-'.repeat(36)}`)}`,
    ],
    [
      400,
      `/messages?phone=%2B14155550123&after=${cursor('messages +275760-09-13T00:00:00.000Z 7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10')}`,
    ],
    [400, `/messages?phone=${'9'.repeat(500)}`],
    [400, `/audit?after=${cursor('999999999999999999999')}`],
    [400, '/audit?subject=follow-up:%00'],
    [400, '/audit?since=0000-01-01T00:00:00Z'],
    [400, '/audit?since=2026-12-02'],
    [400, '/reports/daily-close?date=0000-01-01'],
    [400, '/reports/heatmap?through=0000-01-01'],
    [400, '/reports/weekly?week=9999-12-31'],
    [400, '/reports/weekly?clinic=%00'],
    [400, '/reports/messaging?days=1e3'],
    [404, '/follow-ups/%00'],
    [404, '/follow-ups/..%2f..%2faudit'],
    [400, '/follow-ups/%E0%A4%A'],
    [400, '/contacts/%2B1415555012%00'],
    [404, '/imports/%00'],
    [404, '/nothing/at/all'],
  ])('is answered with %i: %s', async (expected, path) => {
    expect((await ask('GET', path)).status).toBe(expected)
  })

  it('of a verb that there is not is answered like one that there is not', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await ask(method, '/follow-ups')).status).toBe(404)
  })

  it('of a list is refused before a row of it is kept', async () => {
    for (const path of ['/imports?name=%00', '/imports?line=%00', '/imports?trigger=%00']) {
      const { status } = await ask('POST', path, 'Name,Phone\nAna,4155550123\n', {
        'content-type': 'text/csv',
      })
      expect([path, status]).toEqual([path, 400])
    }
  })
})

it('a packed list is not unpacked, however small it is', async () => {
  const list = gzipSync(`Name,Phone\n${'Ana,4155550123\n'.repeat(100_000)}`)
  const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' }
  expect(await ask('POST', '/imports', list, headers)).toMatchObject({ status: 415 })
  expect(await served.db.import.count()).toBe(0)
})

it('ten different requests at once under one Idempotency-Key are one, and nine that are told so', async () => {
  const phones = Array.from({ length: 10 }, (_, index) => `+1415555${String(3100 + index)}`)
  const answers = await Promise.all(
    phones.map((phone) => ask('POST', '/follow-ups', order({ phone }), { 'idempotency-key': 'ten' })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status } of answers) expect([201, 409, 422]).toContain(status)
  expect(await served.db.contact.count({ where: { phone: { in: phones } } })).toBe(1)
})

it('none of it was a fault of ours, and none of it is in the log', () => {
  expect(served.logged.filter((line) => line.includes('an api request failed'))).toEqual([])
})

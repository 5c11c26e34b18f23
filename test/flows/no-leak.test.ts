import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Router } from 'express'
import type { AdminDeps } from '../../src/admin/deps.ts'
import { adminRouter } from '../../src/admin/router.ts'
import { createApiKey, type Scope } from '../../src/api/keys.ts'
import type { Role } from '../../src/domain/staff/roles.ts'
import { employ } from '../admin/people.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { CANARIES, fillEverything, NAME, type Places } from './canaries.ts'

/*
 * Clinical words are for licensed staff, wherever they are shown. Every page and every operation of the API is asked for by everybody who
 * is not licensed: a new one without an entry here fails the test.
 */

let at: TestProduct
let places: Places
const readers: { readonly name: string; readonly headers: Readonly<Record<string, string>> }[] = []
let importer: Readonly<Record<string, string>>
let everything: readonly Readonly<Record<string, string>>[]

const STAFF: readonly (readonly Role[])[] = [
  ['assistant'],
  ['manager'],
  ['admin'],
  ['assistant', 'manager', 'admin'],
]
const KEYS: readonly (readonly Scope[])[] = [
  ['intake'],
  ['assistant'],
  ['manager'],
  ['intake', 'assistant', 'manager'],
]

beforeAll(async () => {
  // Without jobs and clock work, so that time stands where it is put.
  at = await startTestProduct(WEDNESDAY_9, { ROLE: 'web' })
  const person = async (name: string, roles: readonly Role[]) => {
    const { id, cookie } = await employ(at, { name, roles })
    return { actor: { id, name, roles, clinics: [] }, headers: { cookie } }
  }
  const keyOf = async (scopes: readonly Scope[]) => {
    const order = { name: scopes.join(' '), scopes, clinics: [], at: WEDNESDAY_9 }
    return { authorization: `Bearer ${(await createApiKey(at.database.db, order)).key}` }
  }
  const [desk, nurse, rosa] = await Promise.all([
    person('Maya', ['assistant']),
    person('Ines', ['assistant', 'licensed', 'manager', 'admin']),
    person('Rosa', ['manager']),
  ])
  for (const [index, roles] of STAFF.entries()) {
    const { headers } = await person(`Reader ${String(index)}`, roles)
    readers.push({ name: `staff: ${roles.join(' and ')}`, headers })
  }
  for (const scopes of KEYS)
    readers.push({ name: `key: ${scopes.join(' and ')}`, headers: await keyOf(scopes) })
  readers.push({ name: 'nobody', headers: {} })
  importer = rosa.headers
  everything = [nurse.headers, await keyOf(['licensed', 'manager', 'assistant'])]
  places = await fillEverything(at, { desk: desk.actor, nurse: nurse.actor, importer: rosa.actor })
})
afterAll(() => at.close())

type Addresses = (places: Places) => readonly string[]
const one =
  (path: string): Addresses =>
  () => [path]
const ofItems =
  (path: (item: Places['items'][number]) => string): Addresses =>
  ({ items }) =>
    items.map(path)
const ofPhones =
  (path: (phone: string) => string): Addresses =>
  ({ phones }) =>
    phones.map((phone) => path(encodeURIComponent(phone)))

/** The stream of changes never ends; it has a test of its own. */
const STREAM: Addresses = () => []

/** Where each page stands, as its router writes it, and the addresses to ask it by. */
const PAGES: Readonly<Record<string, Addresses>> = {
  '/': () => ['', '?queue=assistant', '?queue=licensed', '?queue=manager', '?queue=assistant&shelf=called'],
  '/clinical': one('/clinical'),
  '/live': STREAM,
  '/sign-in': one('/sign-in'),
  '/sign-in/link/:token': one('/sign-in/link/qz'),
  '/follow-ups/:number': ofItems(({ number }) => `/follow-ups/${String(number)}`),
  '/recordings/:callSid': ({ callSids }) => callSids.map((callSid) => `/recordings/${callSid}`),
  '/pictures/:messageSid/:index': ({ messageSids }) =>
    messageSids.map((messageSid) => `/pictures/${messageSid}/0`),
  '/contacts': ({ phones }) => [
    '/contacts',
    ...phones.map((phone) => `/contacts?phone=${encodeURIComponent(phone)}`),
  ],
  '/contacts/:phone': ofPhones((phone) => `/contacts/${phone}`),
  '/contacts/:phone/print': ofPhones((phone) => `/contacts/${phone}/print`),
  '/contacts/:phone/proof.json': ofPhones((phone) => `/contacts/${phone}/proof.json`),
  '/contacts/:phone/proof.csv': ofPhones((phone) => `/contacts/${phone}/proof.csv`),
  '/imports': one('/imports'),
  '/imports/:id': ({ importIds }) =>
    importIds.flatMap((id) => [`/imports/${id}`, `/imports/${id}?verdict=rejected`]),
  '/imports/:id/not-imported.csv': ({ importIds }) =>
    importIds.map((id) => `/imports/${id}/not-imported.csv`),
  '/recall': () => ['/recall', '/recall?show=all'],
  '/recall.csv': () => ['/recall.csv', '/recall.csv?show=all'],
  '/messaging': one('/messaging'),
  '/settings': one('/settings'),
}
/** Answered from the carrier alone, which is not there: that they refuse is all there is to see. */
const OF_THE_CARRIER = ['/recordings/:callSid', '/pictures/:messageSid/:index', '/sign-in/link/:token']

const SPAN = 'clinic=cedar-grove&from=2026-12-01&through=2026-12-02'
const API: Readonly<Record<string, Addresses>> = {
  '/follow-ups': () => [
    '/follow-ups?limit=200',
    '/follow-ups?open=true&limit=200',
    '/follow-ups?open=false&limit=200',
  ],
  '/follow-ups/{id}': ofItems(({ id }) => `/follow-ups/${id}`),
  '/contacts/{phone}': ofPhones((phone) => `/contacts/${phone}`),
  '/messages': ofPhones((phone) => `/messages?phone=${phone}`),
  '/reports/messaging': one('/reports/messaging'),
  '/reports/daily-close': one('/reports/daily-close?clinic=cedar-grove&date=2026-12-02'),
  '/reports/weekly': one('/reports/weekly?clinic=cedar-grove&week=2026-12-02'),
  '/reports/heatmap': one(`/reports/heatmap?${SPAN}`),
  '/audit': one('/audit?limit=200'),
  '/imports/{id}': ({ importIds }) => importIds.map((id) => `/imports/${id}`),
}

type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle?: { stack?: Layer[] } }

/** The paths of every GET below a router, as they were written. */
function pathsOf({ stack }: { stack?: Layer[] }): string[] {
  return (stack ?? []).flatMap(({ route, handle }) =>
    route ? (route.methods['get'] ? [route.path] : []) : pathsOf(handle ?? {}),
  )
}

const isFile = (path: string): boolean => path.startsWith('/assets/')

async function look(path: string, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(at.url + path, { headers, redirect: 'manual' })
  const seen = `${JSON.stringify([...answer.headers])}${await answer.text()}`
  return { status: answer.status, seen }
}

const found = (seen: string, words: readonly string[] = CANARIES): string[] =>
  words.filter((word) => seen.includes(word))

describe.each([
  ['page', '/admin', PAGES],
  ['operation', '/api/v1', API],
])('every %s', (_kind, base, table) => {
  test('has an entry here', async () => {
    const there =
      base === '/admin'
        ? pathsOf(
            adminRouter({ ...at.product, baseUrl: at.url } as unknown as AdminDeps) as Router & {
              stack: Layer[]
            },
          )
        : await operations()
    expect(there.filter((path) => !isFile(path)).toSorted()).toEqual(Object.keys(table).toSorted())
  })

  test.each(Object.entries(table))(
    '%s shows no clinical word to anybody who is not licensed',
    async (path, addresses) => {
      const leaks: string[] = []
      for (const address of addresses(places)) {
        for (const { name, headers } of readers) {
          const { status, seen } = await look(base + address, headers)
          expect(status, `${address} for ${name}`).toBeLessThan(500)
          leaks.push(...found(seen).map((word) => `${word} at ${address} for ${name}`))
        }
        const statuses = await Promise.all(
          everything.map(async (headers) => (await look(base + address, headers)).status),
        )
        if (!OF_THE_CARRIER.includes(path)) expect(statuses, address).toContain(200)
      }
      expect(leaks).toEqual([])
    },
  )
})

async function operations(): Promise<string[]> {
  const { paths } = (await (await fetch(`${at.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  return Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []))
}

test('licensed staff see every one of these words on some page', async () => {
  let all = ''
  for (const [path, addresses] of Object.entries(PAGES))
    if (!OF_THE_CARRIER.includes(path))
      for (const address of addresses(places))
        all += (await look(`/admin${address}`, everything[0] ?? {})).seen
  expect(found(all)).toEqual(CANARIES)
  expect(all).toContain(NAME)
})

test('whoever brought a list in has its words already, and reads them in what was not imported', async () => {
  const seen = await Promise.all(
    places.importIds.map((id) => look(`/admin/imports/${id}/not-imported.csv`, importer)),
  )
  expect(found(JSON.stringify(seen), ['qzrejected'])).toEqual(['qzrejected'])
})

test('what comes in after an item was handed back is for everybody who works it', async () => {
  const { items } = places
  let all = ''
  for (const { number } of items)
    all += (await look(`/admin/follow-ups/${String(number)}`, readers[0]!.headers)).seen
  expect(all).toContain('Tuesday works for me')
})

test('the stream of changes names items, and nothing about them', async () => {
  const stop = new AbortController()
  const { headers } = readers[0]!
  const answer = await fetch(`${at.url}/admin/live`, { headers, signal: stop.signal })
  const { number } = places.items[0]!
  const body = answer.body!.pipeThrough(new TextDecoderStream())
  await fetch(`${at.url}/admin/follow-ups/${String(number)}/notes`, {
    method: 'POST',
    headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ note: 'my rash is worse qzstream' }),
  })
  let told = ''
  for await (const piece of body) {
    told += piece
    if (told.includes(`item-${String(number)}\n`)) break
  }
  stop.abort()
  expect(told).toMatch(/^(event: (board|every-item|item-\d+)\ndata: \n\n)+$/)
})

test('other systems are told of items without their words', async () => {
  const deliveries = await at.database.db.webhookDelivery.findMany()
  expect(new Set(deliveries.map(({ event }) => event))).toEqual(
    new Set(['follow-up.opened', 'follow-up.escalated', 'follow-up.closed', 'consent.changed']),
  )
  expect(found(JSON.stringify(deliveries), [...CANARIES, NAME])).toEqual([])
})

test('the audit says who did what, and no word of it', async () => {
  const entries = await at.database.db.auditEntry.findMany({ orderBy: { id: 'asc' } })
  const text = JSON.stringify(entries, (_key, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  )
  expect(entries.length).toBeGreaterThan(20)
  expect(found(text, [...CANARIES, NAME])).toEqual([])
})

describe('the log', () => {
  const refused = 'my rash is worse qzrefused'
  const post = (path: string, headers: Readonly<Record<string, string>>, body: string | URLSearchParams) =>
    fetch(at.url + path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...headers }, body })

  test('holds no word of a form or a request that could not be accepted, nor of one that failed', async () => {
    const { number, id } = places.items[0]!
    const staff = readers[0]!.headers
    const key = {
      ...readers.find(({ name }) => name.includes('intake and'))!.headers,
      'content-type': 'application/json',
    }
    const answers = await Promise.all([
      post(
        `/admin/follow-ups/${String(number)}/notes`,
        staff,
        new URLSearchParams({ note: `${refused}\u0000` }),
      ),
      post(`/admin/follow-ups/${String(number)}/raise`, staff, new URLSearchParams({ urgency: refused })),
      post(`/admin/follow-ups/${refused}/raise`, staff, new URLSearchParams({ urgency: 'urgent' })),
      post(`/api/v1/follow-ups/${id}/notes`, key, JSON.stringify({ note: `${refused}\u0000` })),
      post('/api/v1/follow-ups', key, `{"reason":"${refused}`),
      post('/api/v1/follow-ups', key, JSON.stringify({ reason: [refused], [refused]: refused })),
      fetch(`${at.url}/api/v1/follow-ups/${encodeURIComponent(refused)}?${encodeURIComponent(refused)}=1`, {
        headers: key,
      }),
    ])
    expect(answers.every(({ status }) => status >= 400)).toBe(true)
    expect(at.logged.length).toBeGreaterThan(0)
    expect(found(at.logged.join('\n'), [...CANARIES, NAME, 'qzrefused', 'qzstream'])).toEqual([])
  })
})

test('the queue of jobs knows ids alone', async () => {
  const jobs = await at.database.db.$queryRaw<
    { job: string }[]
  >`SELECT to_jsonb(job)::text AS job FROM pgboss.job`
  expect(jobs.length).toBeGreaterThan(0)
  expect(found(JSON.stringify(jobs), [...CANARIES, NAME])).toEqual([])
})

import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { childProduct, type ChildProduct } from '../support/child-product.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { plannedTexts } from '../support/planned-texts.ts'
import { ACCOUNT, postWebhook, sid, TOKEN } from '../support/webhook.ts'

/**
 * Four real processes on one PostgreSQL: two workers that send, one web process that hears the STOPs over HTTP with Twilio's signature,
 * and this one, which plays the carrier. The carrier does not know of the STOPs, so that nothing but the product keeps a text back.
 */
const NUMBERS = 2_000
const AT_ONCE = 24
/** Milliseconds from the order to send to the STOP, in turn: from "before anybody looked" to "on the wire". */
const GAPS = [0, 3, 6, 12, 25, 50, 100, 200, 400]
/** For a queue that runs on another clock than this process. */
const AT_ANY_TIME = { startAfter: new Date('2000-01-01T00:00:00Z'), retentionSeconds: 2_000_000_000 }
const NOON = new Date('2026-12-02T20:00:00Z')
const CLINIC_FILE = fileURLToPath(new URL('../../clinic.yaml', import.meta.url))

let database: TestDatabase
let carrier: Server
let web: ChildProduct
let workers: ChildProduct[]
let boss: PgBoss
/** when the carrier got a text to a number, on this process's clock */
const taken = new Map<string, number>()
/** and how often */
const times = new Map<string, number>()

beforeAll(async () => {
  database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'ringback-race-'))
  const file = join(folder, 'clinic.yaml')
  await writeFile(file, (await readFile(CLINIC_FILE, 'utf8')).replace(/perSecond: 1$/m, 'perSecond: 100'))
  carrier = await startCarrier()
  const { port } = carrier.address() as AddressInfo
  const env = (role: string) => () => ({
    ROLE: role,
    DATABASE_URL: database.url,
    CLINIC_FILE: file,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: `http://127.0.0.1:${String(port)}`,
    SANDBOX_CLOCK: NOON.toISOString(),
    LOG_LEVEL: 'warn',
  })
  web = await childProduct(env('web'))
  workers = [await childProduct(env('worker')), await childProduct(env('worker'))]
  await web.start()
  await Promise.all(workers.map((worker) => worker.start()))
  boss = new PgBoss({
    connectionString: database.url,
    max: 4,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  // Its connections may outlive it for a moment, in which the database is dropped.
  boss.on('error', () => undefined)
  await boss.start()
}, 60_000)
afterAll(async () => {
  await boss.stop({ graceful: false })
  await Promise.all([web, ...workers].map((product) => product.close()))
  carrier.close()
  await database.close()
})

test(
  'no text reaches the carrier after a STOP was answered, in two thousand races over two workers',
  { timeout: 400_000 },
  async () => {
    await bothWorkersSend()
    const patients = await plannedTexts(database.db, NOON, NUMBERS)
    const raced = { in: patients.map(({ messageId }) => messageId) }
    const answered = new Map<string, number>()
    const waiting = patients.entries()
    const runner = async (): Promise<void> => {
      for (const [index, { phone, messageId }] of waiting) {
        await boss.send('send-text', { id: messageId }, AT_ANY_TIME)
        await pause(GAPS[index % GAPS.length])
        const answer = await postWebhook(web.url, 'sms/incoming', {
          ...{ MessageSid: sid('SM', index), SmsSid: sid('SM', index), From: phone, To: '+14155550100' },
          ...{ Body: 'STOP', NumMedia: '0' },
        })
        expect(answer.status).toBe(200)
        answered.set(phone, performance.now())
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, runner))
    expect(await lookUntil(openTexts, (count) => count === 0)).toBe(0)

    const late = patients.filter(({ phone }) => (taken.get(phone) ?? 0) > (answered.get(phone) ?? 0))
    expect(late).toEqual([])
    expect([...times.values()].filter((count) => count > 1)).toEqual([])
    const states = await database.db.message.groupBy({
      by: ['state'],
      where: { id: raced },
      _count: true,
      orderBy: { state: 'asc' },
    })
    // Both ends of the race were seen, and each row tells the truth about its own.
    const counts = Object.fromEntries(states.map((row) => [row.state, row._count]))
    expect(counts).toEqual({ canceled: expect.any(Number), sent: taken.size })
    expect(counts['canceled']).toBe(NUMBERS - taken.size)
    expect(taken.size).toBeGreaterThan(NUMBERS / 100)
    expect(counts['canceled']).toBeGreaterThan(NUMBERS / 100)
  },
)

const openTexts = () =>
  database.db.message.count({ where: { state: { in: ['planned', 'held', 'sending', 'unknown'] } } })

/** Texts to people who do not opt out, until each worker has sent some: what follows is a race between processes. */
async function bothWorkersSend(): Promise<void> {
  const senders = await lookUntil(
    async () => {
      for (const { messageId } of await plannedTexts(database.db, NOON, 4)) {
        await boss.send('send-text', { id: messageId }, AT_ANY_TIME)
      }
      return database.db.message.groupBy({ by: ['claimedBy'], where: { claimedBy: { not: null } } })
    },
    ({ length }) => length === 2,
  )
  expect(senders).toHaveLength(2)
  expect(await lookUntil(openTexts, (count) => count === 0)).toBe(0)
  taken.clear()
  times.clear()
}

/** Takes every text, and answers some milliseconds after it came. */
async function startCarrier(): Promise<Server> {
  // One for every text that it ever took: two texts of one sid would be one text.
  let count = 0
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const to = new URLSearchParams(body).get('To')
      const isText = request.method === 'POST' && to !== null
      if (isText) {
        times.set(to, (times.get(to) ?? 0) + 1)
        taken.set(to, performance.now())
      }
      const number = isText ? ++count : 0
      if (isText) await pause(GAPS[number % GAPS.length])
      response.writeHead(isText ? 201 : 200, { 'content-type': 'application/json' })
      const empty = { messages: [], calls: [], recordings: [], next_page_uri: null }
      response.end(JSON.stringify(isText ? { sid: sid('SM', 0xf0000 + number), status: 'queued' } : empty))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

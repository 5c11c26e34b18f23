import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { orderJob } from '../../src/casework/jobs.ts'
import { virtualClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { sandboxControl } from '../../src/sandbox/control-client.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/server.ts'
import { childProduct, type ChildProduct } from '../support/child-product.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { plannedTexts } from '../support/planned-texts.ts'
import { later } from '../support/practice.ts'
import { LINES } from '../support/product.ts'
import { ACCOUNT, TOKEN } from '../support/webhook.ts'

const NOON = new Date('2026-12-02T20:00:00Z')
const TEXTS = 6
const MOMENTS = ['before it is there', 'when it is there', 'when it was answered'] as const
type Moment = (typeof MOMENTS)[number]

const clock = virtualClock(NOON)
let database: TestDatabase
let carrier: Sandbox
let road: Server
let product: ChildProduct
/** where on the way of the next text the power is cut, and when that has happened */
let cut: { readonly at: Moment; readonly done: () => void } | null = null

beforeAll(async () => {
  database = await freshDatabase()
  carrier = await startSandbox({
    ...{ port: 0, host: '127.0.0.1', accountSid: ACCOUNT, authToken: TOKEN, clock, log: createLog('silent') },
    numbers: [
      // Nobody calls or texts in this story.
      {
        phone: LINES.backup,
        friendlyName: 'Main line',
        voiceUrl: 'http://127.0.0.1:9',
        smsUrl: 'http://127.0.0.1:9',
      },
    ],
  })
  road = await startRoad()
  const { port } = road.address() as AddressInfo
  product = await childProduct(() => ({
    DATABASE_URL: database.url,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: `http://127.0.0.1:${String(port)}`,
    SANDBOX_CLOCK: clock.now().toISOString(),
    LOG_LEVEL: 'warn',
  }))
  await product.start()
}, 60_000)
afterAll(async () => {
  await product.close()
  road.close()
  await carrier.stop()
  clock.control.stop()
  await database.close()
})

test.each(MOMENTS)(
  'killed while a text is on its way to the carrier, %s, the product never sends a second one for its step',
  { timeout: 60_000 },
  async (at) => {
    const { db, url } = database
    const control = sandboxControl(carrier.url)
    const patients = await plannedTexts(db, later(clock.now(), -1), TEXTS)
    // Half of the carrier's reports are lost as well, so that only its log knows of the text.
    for (const { phone } of patients.slice(0, TEXTS / 2))
      await control.setFaults(phone, { callbacks: 'missing' })
    const killed = new Promise<void>((resolve) => {
      cut = { at, done: resolve }
    })
    for (const { messageId } of patients) await orderJob({ db, url }, 'send-text', messageId)
    await killed
    // Long enough for the tick to see that nobody will finish what was claimed.
    await clock.control.jump(3 * 60_000)
    await product.start()

    const ids = patients.map(({ messageId }) => messageId)
    const rows = () => db.message.findMany({ where: { id: { in: ids } } })
    const atCarrier = async (phone: string) =>
      (await control.texts(phone)).filter(({ direction }) => direction !== 'inbound')
    const settled = async (): Promise<boolean> => {
      const there = await Promise.all(patients.map(({ phone }) => atCarrier(phone)))
      const states = new Map((await rows()).map(({ phone, state }) => [phone, state]))
      return patients.every(({ phone }, index) => {
        const state = states.get(phone) ?? ''
        return there[index]?.length ? ['sent', 'delivered'].includes(state) : state === 'unknown'
      })
    }
    expect(await lookUntil(settled, (all) => all)).toBe(true)
    for (const { phone, followUpId } of patients) {
      const texts = await atCarrier(phone)
      expect(texts.length).toBeLessThanOrEqual(1)
      const [row] = await db.message.findMany({ where: { followUpId } })
      expect(row).toMatchObject({ tries: 0, sid: texts[0]?.sid ?? null })
      expect(row?.leftAt).toHaveLength(texts.length)
    }
    const lost = (await rows()).filter(({ state }) => state === 'unknown')
    // What never left is known to be unknown: a person sees it, and no machine sends it again.
    if (at === 'before it is there') expect(lost.length).toBeGreaterThan(0)
    else expect(lost).toEqual([])
    expect((await rows()).every(({ createdAt }) => createdAt < later(clock.now(), 0))).toBe(true)
  },
)

/** Stands between product and carrier, hands everything on, and cuts the product's power at the chosen moment of a text. */
async function startRoad(): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request)
      const isText = request.method === 'POST' && request.url?.endsWith('/Messages.json') === true
      const chosen = isText ? cut : null
      if (chosen) cut = null
      const kill = async (): Promise<void> => {
        await product.kill()
        chosen?.done()
      }
      if (chosen?.at === 'before it is there') return kill()
      const answer = await fetch(`${carrier.url}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: {
          authorization: request.headers.authorization ?? '',
          'content-type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded',
        },
        ...(request.method === 'POST' ? { body } : {}),
      })
      const answered = await answer.text()
      if (chosen?.at === 'when it is there') return kill()
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(answered)
      if (chosen) await kill()
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

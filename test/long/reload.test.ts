import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { childProduct, type ChildProduct } from '../support/child-product.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { LINES } from '../support/product.ts'
import { ACCOUNT, postWebhook, sid, TOKEN } from '../support/webhook.ts'

const BUSY = 'We are helping other patients right now, and we will call you back.'
const NEW = 'All of us are on the phone, and we will call you back soon.'

let database: TestDatabase
let folder: string
let products: readonly ChildProduct[]
let count = 0

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'ringback-files-'))
  await write((text) => text)
  const environment = () => ({
    DATABASE_URL: database.url,
    CLINIC_FILE: folder,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: 'http://127.0.0.1:9',
    SANDBOX_CLOCK: WEDNESDAY_9.toISOString(),
    LOG_LEVEL: 'info',
  })
  products = await Promise.all([childProduct(environment), childProduct(environment)])
  for (const product of products) await product.start()
}, 120_000)
afterAll(async () => {
  for (const product of products) await product.close()
  await database.close()
  await rm(folder, { recursive: true })
})

/** Writes the example practice's file, changed, where both processes read it. */
async function write(change: (text: string) => string): Promise<void> {
  await writeFile(join(folder, 'clinic.yaml'), change(await readFile('clinic.yaml', 'utf8')))
}

/** What somebody hears who calls now, from either process. */
function heard(): Promise<string[]> {
  return Promise.all(
    products.map(async ({ url }) => {
      count += 1
      const From = `+1415555${String(2000 + count)}`
      const call = { CallSid: sid('CA', count), From, To: LINES.backup, CallStatus: 'ringing' }
      return (await postWebhook(url, 'voice/incoming', { ...call, Direction: 'inbound' })).body
    }),
  )
}

test(
  'a SIGHUP to one process puts a good file in force in both, and a bad one in neither',
  { timeout: 120_000 },
  async () => {
    const [first] = products
    expect(await heard()).toEqual([expect.stringContaining(BUSY), expect.stringContaining(BUSY)])

    await write((text) => text.replace(BUSY, NEW).replace('state: CA', 'state: California'))
    first?.hangUp()
    const refused = 'the clinic files have mistakes, so the rules stay as they were'
    await lookUntil(
      () => Promise.resolve(first?.printed.join('') ?? ''),
      (printed) => printed.includes(refused),
    )
    expect(first?.printed.join('')).toContain(refused)
    expect(await heard()).toEqual([expect.stringContaining(BUSY), expect.stringContaining(BUSY)])

    await write((text) => text.replace(BUSY, NEW))
    first?.hangUp()
    const told = await lookUntil(heard, (texts) => texts.every((text) => text.includes(NEW)))
    expect(told).toEqual([expect.stringContaining(NEW), expect.stringContaining(NEW)])
    expect(await database.db.policyVersion.count()).toBe(2)
    // Both are alive and well: a hang-up is no order to stop.
    for (const { url } of products) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  },
)

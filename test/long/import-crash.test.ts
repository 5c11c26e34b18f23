import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { childProduct, type ChildProduct } from '../support/child-product.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { API_KEY } from '../support/product.ts'
import { ACCOUNT, TOKEN } from '../support/webhook.ts'

const ROWS = 1_500
const LOOK_EVERY_MS = 100
/** A worker that died is missed after a minute, and found within another. */
const LONGEST_MS = 8 * 60_000

let database: TestDatabase
let products: ChildProduct[]

beforeAll(async () => {
  database = await freshDatabase()
  const env = {
    ...{ DATABASE_URL: database.url, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN },
    // Nobody is called or texted in this story.
    ...{ TWILIO_API_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'fatal' },
  }
  products = [await childProduct(() => env), await childProduct(() => ({ ...env, ROLE: 'worker' }))]
  for (const product of products) await product.start()
}, 120_000)
afterAll(async () => {
  for (const product of products) await product.close()
  await database.close()
})

const phoneOf = (row: number): string => `+1415${String(2_000_000 + row)}`

/** How many rows were imported so far. */
const done = (): Promise<number> => database.db.importRow.count({ where: { done: true } })

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    if (await reached()) return
    await pause(LOOK_EVERY_MS)
  }
  throw new Error(`The import stands still at ${String(await done())} rows`)
}

test(
  'a list that is imported while two workers are killed, one after the other, imports each row once',
  { timeout: 2 * LONGEST_MS },
  async () => {
    const rows = Array.from(
      { length: ROWS },
      (_, row) => `Person ${String(row)},${phoneOf(row)},yearly visit`,
    )
    const response = await fetch(`${products[0]?.url ?? ''}/api/v1/imports?start=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'text/csv' },
      body: ['Name,Phone,Reason', ...rows].join('\n'),
    })
    expect(response.status).toBe(201)
    const { id } = (await response.json()) as { id: string }
    const { db } = database

    for (const [index, product] of products.entries()) {
      const reached = 200 * (index + 1)
      await until(async () => (await done()) >= reached)
      await product.kill()
    }
    expect(await done()).toBeLessThan(ROWS)
    for (const product of products) await product.start()
    await until(async () => (await db.import.findUniqueOrThrow({ where: { id } })).state === 'done')

    expect(await db.import.findUniqueOrThrow({ where: { id } })).toMatchObject({ counts: { new: ROWS } })
    const contacts = await db.contact.findMany({ include: { followUps: { include: { requests: true } } } })
    expect(contacts).toHaveLength(ROWS)
    for (const { followUps } of contacts) {
      expect(followUps).toHaveLength(1)
      expect(followUps[0]?.requests).toHaveLength(1)
    }
    const linked = await db.$queryRaw<{ wrong: number }[]>`
      SELECT count(*)::int AS wrong FROM import_row r WHERE NOT EXISTS (
        SELECT 1 FROM request q JOIN follow_up f ON f.id = q.follow_up_id JOIN contact c ON c.id = f.contact_id
        WHERE q.import_id = r.import_id AND f.id = r.follow_up_id AND c.phone = r.phone)`
    expect(linked).toEqual([{ wrong: 0 }])
  },
)

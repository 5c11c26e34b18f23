import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDrill, type Row } from '../../scripts/drill/run.ts'
import { examplePractice } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'

const ADMIN = 'manager@example.com'

let running: TestProduct
let rows: Row[]

beforeAll(async () => {
  running = await startTestProduct(new Date('2026-12-01T13:00:00Z'), {
    BOOTSTRAP_ADMIN_EMAIL: ADMIN,
    BOOTSTRAP_ADMIN_PASSWORD: 'a long test password',
  })
  rows = await runDrill(running.stage, examplePractice())
}, 120_000)
afterAll(() => running.close())

test('a morning of calls and texts leaves exactly what must be there', () => {
  expect(rows.filter(({ passed }) => !passed)).toEqual([])
  expect(rows.map(({ scene }) => scene)).toEqual(
    expect.arrayContaining([
      'gives up while it rings',
      'calls again and is answered',
      'calls while we are out of reach',
    ]),
  )
  expect(rows.length).toBeGreaterThan(25)
})

test('no line of the log holds a number, a name or a word of what anybody said or was sent', async () => {
  const { db } = running.database
  const log = running.logged.join('')
  const contacts = await db.contact.findMany()
  const calls = await db.call.findMany({ where: { transcript: { not: null } } })
  const messages = await db.message.findMany()
  expect(running.logged.length).toBeGreaterThan(100)
  expect(calls.length).toBeGreaterThan(5)
  const said = [...calls.map(({ transcript }) => transcript ?? ''), ...messages.map(({ body }) => body)]
  const secrets = [
    // With and without +1, as forms encode it, and the last seven digits as people say them.
    ...contacts.flatMap(({ phone }) => [phone, phone.slice(2), encodeURIComponent(phone), phone.slice(5)]),
    ...said.flatMap((text) => text.split(/[^\p{L}]+/u)).filter((word) => word.length > 5),
    ...said,
    ADMIN,
  ].filter((secret) => secret !== '')
  // Words that the program itself says in its lines.
  const own = new Set(['message', 'messages', 'number', 'texting'])
  expect(secrets.filter((secret) => !own.has(secret.toLowerCase()) && log.includes(secret))).toEqual([])
})

test('nothing was logged as an error or a warning on an ordinary morning', () => {
  expect(running.logged.filter((line) => /"level":"(error|fatal|warn)"/.test(line))).toEqual([])
})

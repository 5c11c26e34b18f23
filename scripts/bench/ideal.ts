import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'
import twilio from 'twilio'
import { ACCOUNT, TOKEN } from './carrier.ts'

const TWIML =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Say>Please leave a message.</Say><Record/></Response>'
/** As many as the product opens. */
const CONNECTIONS = 10

type Row = Readonly<Record<string, unknown>>
type Template = Readonly<
  Record<'provider_receipt' | 'contact' | 'follow_up' | 'call' | 'history', readonly Row[]>
>

/**
 * The least that a missed call can cost with the same web server, signature check and database: the rows that the product wrote for
 * the call `example` are written for each new call in one statement, and nothing is read or decided.
 */
export async function startIdeal(
  databaseUrl: string,
  example: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  const insert = insertLike(await rowsOf(pool, example))
  const app = express().disable('x-powered-by')
  app.use(express.urlencoded({ extended: false }))
  app.post('/webhooks/voice/incoming', async (request, response) => {
    const fields = request.body as Readonly<Record<string, string>>
    const signature = request.header('x-twilio-signature') ?? ''
    if (
      fields['AccountSid'] !== ACCOUNT ||
      !twilio.validateRequest(TOKEN, signature, url + request.originalUrl, fields)
    ) {
      response.status(403).end()
      return
    }
    await pool.query(insert(fields['CallSid'] ?? '', fields['From'] ?? ''))
    response.type('text/xml').send(TWIML)
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      await pool.end()
    },
  }
}

/** What the product wrote for a call that opened an item, table by table. */
async function rowsOf(pool: pg.Pool, callSid: string): Promise<Template> {
  const all = async (sql: string): Promise<Row[]> => (await pool.query<Row>(sql, [callSid])).rows
  const rows = {
    provider_receipt: await all("SELECT * FROM provider_receipt WHERE key LIKE 'call:' || $1 || ':%'"),
    contact: await all('SELECT * FROM contact WHERE id = (SELECT contact_id FROM call WHERE sid = $1)'),
    follow_up: await all('SELECT * FROM follow_up WHERE id = (SELECT follow_up_id FROM call WHERE sid = $1)'),
    call: await all('SELECT * FROM call WHERE sid = $1'),
    history: await all(
      'SELECT * FROM history WHERE follow_up_id = (SELECT follow_up_id FROM call WHERE sid = $1)',
    ),
  }
  const missing = Object.entries(rows).filter(([, found]) => found.length === 0)
  if (missing.length > 0)
    throw new Error(`The example call has no ${missing.map(([table]) => table).join(', ')}; send it first.`)
  return rows
}

/** Numbered by the database itself. */
const COUNTED: Readonly<Record<string, string>> = { follow_up: 'number', history: 'id' }

/** One statement that inserts the example's rows for another call and caller. */
function insertLike(template: Template): (callSid: string, phone: string) => pg.QueryConfig {
  const values: unknown[] = []
  const inserts = Object.entries(template).flatMap(([table, rows]) =>
    rows.map((row) => {
      const columns = Object.keys(row).filter((column) => column !== COUNTED[table])
      const places = columns.map((column) => `$${values.push(plain(row[column]))}`)
      return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`
    }),
  )
  const last = inserts.pop() ?? ''
  const text = `WITH ${inserts.map((insert, index) => `part_${index} AS (${insert})`).join(', ')} ${last}`
  const [contact, item, call] = [template.contact[0], template.follow_up[0], template.call[0]]
  return (callSid, phone) => {
    const ids = new Map<unknown, string>([
      [contact?.['id'], randomUUID()],
      [contact?.['phone'], phone],
      [item?.['id'], randomUUID()],
      [call?.['sid'], callSid],
    ])
    return { text, values: values.map((value) => ids.get(value) ?? withSid(value, call?.['sid'], callSid)) }
  }
}

/** Receipts and history name the call inside of texts. */
function withSid(value: unknown, from: unknown, to: string): unknown {
  return typeof value === 'string' ? value.replaceAll(String(from), to) : value
}

/** pg reads json as objects and wants text back. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(value)
    : value
}

import { twilioClient } from '../../src/platform/carrier/client.ts'
import { createCarrier } from '../../src/platform/carrier/carrier.ts'
import { createListeners } from '../../src/casework/outgoing/announce.ts'
import { createPractices } from '../../src/casework/casework.ts'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { startJobs } from '../../src/casework/jobs.ts'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { sendText } from '../../src/casework/sending/send.ts'
import { tick } from '../../src/casework/tick.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { systemClock, virtualClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDb, type Db } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog } from '../../src/platform/log.ts'
import { applyMigrations } from '../../src/platform/migrations.ts'
import { startSandbox } from '../../src/sandbox/server.ts'
import { ACCOUNT, TOKEN } from './carrier.ts'

/*
 * The processes of the texting bench, each alone with its own work: `carrier` is the sandbox, `worker` sends. The worker answers an
 * order for so many texts with how long they took.
 */

/** Texts are sent from this instant on: 11:00 on a Wednesday in Los Angeles. */
const WEDNESDAY_11 = new Date('2026-12-02T19:00:00Z')
/** So many senders that none of them is at its pace of a hundred texts a second. */
const SENDERS = 64
const PER_SECOND = 100
const IN_FLIGHT = 16
/** What the people of one practice's town have: a hundred telephone exchanges. */
const EXCHANGES = 100
const BODY =
  'Cedar Grove Family Practice: sorry we missed your call. We will call you back, or you can call (415) 555-0100. Reply STOP to opt out.'
const VALIDITY_SECONDS = 4 * 3600

export type Order = { readonly send: 'bare' | 'product'; readonly texts: number }
export type Measured = { readonly seconds: number; readonly cpuMilliseconds: number }

const config = readConfig(process.env)
const log = createLog(config.logLevel)
const phones = Array.from({ length: SENDERS }, (_, index) => `+1415555${1000 + index}`)

if (process.argv[2] === 'carrier') await carrier()
else await worker()

async function carrier(): Promise<void> {
  // Its time stands still, so that no delivery reports come while sending is measured.
  const clock = virtualClock(WEDNESDAY_11)
  clock.control.setSpeed(0)
  const nowhere = 'http://127.0.0.1:9/'
  const numbers = phones.map((phone) => ({ phone, friendlyName: phone, voiceUrl: nowhere, smsUrl: nowhere }))
  const sandbox = await startSandbox({
    ...{ port: 0, host: '127.0.0.1', accountSid: ACCOUNT, authToken: TOKEN, clock, log, numbers },
  })
  process.once('disconnect', () => void sandbox.stop().then(() => process.exit()))
  process.send?.({ url: sandbox.url })
}

async function worker(): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  await applyMigrations(postgres.url, log)
  const db = openDb(postgres.url)
  const began = Date.now()
  const clock = { now: () => new Date(WEDNESDAY_11.getTime() + Date.now() - began), jobs: systemClock.jobs }
  const jobs = await startJobs({ url: postgres.url, clock, log })
  const practice = practiceOf(loadPolicies(config.clinicFile))
  await storePractices(db, [practice], clock.now())
  const account = { accountSid: ACCOUNT, authToken: TOKEN, apiUrl: config.twilioApiUrl }
  const sending = {
    ...{ db, clock, log, jobs, practices: createPractices([practice]), listeners: createListeners(db) },
    carrier: createCarrier({ ...account, messagingServiceSid: undefined }),
    ...{ publicUrl: config.publicUrl, process: 'bench' },
  }
  const example = await planText(sending, practice)
  const client = twilioClient(account)

  const send = {
    bare: (texts: number) =>
      Array.from({ length: texts }, (_, index) => async () => {
        await client.messages.create({
          ...{ to: `+1415${2_000_000 + index}`, from: phones[index % SENDERS] ?? '', body: BODY },
          ...{ statusCallback: `${config.publicUrl}/webhooks/sms/status`, validityPeriod: VALIDITY_SECONDS },
        })
      }),
    product: async (texts: number) => {
      const ids = await copyText(db, example, texts)
      return ids.map((id) => () => sendText(sending, id))
    },
  }
  process.on('message', (order: Order) => {
    void Promise.resolve(send[order.send](order.texts))
      .then(measure)
      .then(async (measured) => {
        if (order.send === 'product') await mustBeSent(db)
        process.send?.(measured)
      })
  })
  process.once('disconnect', () => {
    void (async () => {
      await jobs.stop()
      await db.$disconnect()
      await postgres.stop()
      process.exit()
    })()
  })
  process.send?.({ url: config.publicUrl })
}

async function measure(work: (() => Promise<void>)[]): Promise<Measured> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const lane = async (): Promise<void> => {
    for (let next = work.pop(); next !== undefined; next = work.pop()) await next()
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  const seconds = (performance.now() - began) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  return { seconds, cpuMilliseconds: (user + system) / 1_000 }
}

/** The example practice with many lines, so that no sender's pace is what is measured. */
function practiceOf([policy]: readonly Policy[]): Policy {
  const line = policy?.lines[0]
  if (!policy || !line)
    throw new Error('The clinic file describes no practice with a line: name one that does.')
  const lines = phones.map((phone, index) => ({ ...line, id: `${policy.clinicId}/${index}`, phone }))
  return { ...policy, lines, texting: { ...policy.texting, perSecond: PER_SECOND } }
}

/** A caller who was missed and agreed to a text, and the text that the cadence planned. @returns the text's id */
async function planText(casework: Parameters<typeof sendText>[0], practice: Policy): Promise<string> {
  const callSid = `CA${'0'.repeat(32)}`
  const then = {
    ...casework,
    clock: { ...casework.clock, now: () => new Date(WEDNESDAY_11.getTime() - 180_000) },
  }
  await callArrived(then, {
    callSid,
    from: '+14152000000',
    to: practice.lines[0]?.phone ?? '',
    callerIdVerified: undefined,
  })
  await keyPressed(then, { callSid, digits: practice.keys.agreeToText, turn: 'en' })
  await tick(casework)
  const { id } = await casework.db.message.findFirstOrThrow({ where: { direction: 'out' } })
  return id
}

let copies = 0

/** The example's caller, item, call, consent, history and text, again for other people. @returns the texts' ids */
async function copyText(db: Db, example: string, texts: number): Promise<string[]> {
  const { contactId, followUpId, clinicId } = await db.message.findUniqueOrThrow({ where: { id: example } })
  await db.$executeRawUnsafe('DROP TABLE IF EXISTS bench_text')
  await db.$executeRawUnsafe(`
    CREATE TABLE bench_text AS
    SELECT gen_random_uuid() AS contact_id, gen_random_uuid() AS follow_up_id, gen_random_uuid() AS message_id,
      'CA' || md5(n::text) AS call_sid, '${clinicId}/' || n % ${SENDERS} AS line_id,
      '+1415' || 200 + n % ${EXCHANGES} || lpad((n / ${EXCHANGES})::text, 4, '0') AS phone
    FROM generate_series(${copies + 1}, ${copies + texts}) AS n`)
  copies += texts
  const copy = (table: string, where: string, changes: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`)
    return db.$executeRawUnsafe(`
      INSERT INTO ${table}
      SELECT (jsonb_populate_record(row, jsonb_build_object(${pairs.join(', ')}))).*
      FROM ${table} AS row CROSS JOIN bench_text AS b WHERE ${where}`)
  }
  const next = (table: string, column: string) => `nextval(pg_get_serial_sequence('${table}', '${column}'))`
  const ofItem = `row.follow_up_id = '${followUpId ?? ''}'`
  const ids = { contact_id: 'b.contact_id', follow_up_id: 'b.follow_up_id' }
  await copy('contact', `row.id = '${contactId ?? ''}'`, { id: 'b.contact_id', phone: 'b.phone' })
  await copy('follow_up', `row.id = '${followUpId ?? ''}'`, {
    ...{ id: 'b.follow_up_id', contact_id: 'b.contact_id', line_id: 'b.line_id' },
    number: next('follow_up', 'number'),
  })
  await copy('call', ofItem, { ...ids, sid: 'b.call_sid', line_id: 'b.line_id' })
  await copy('consent_event', ofItem, {
    ...{ ...ids, id: 'gen_random_uuid()', evidence: 'b.call_sid' },
    seq: next('consent_event', 'seq'),
  })
  await copy('history', ofItem, { follow_up_id: 'b.follow_up_id', id: next('history', 'id') })
  await copy('message', `row.id = '${example}'`, {
    ...{ ...ids, id: 'b.message_id', phone: 'b.phone', line_id: 'b.line_id' },
  })
  await db.$executeRawUnsafe('ANALYZE')
  const rows = await db.$queryRawUnsafe<{ id: string }[]>('SELECT message_id::text AS id FROM bench_text')
  return rows.map(({ id }) => id)
}

/** A text that is held or refused comes back quickly, so the time alone does not show that they left. */
async function mustBeSent(db: Db): Promise<void> {
  const rows = await db.$queryRawUnsafe<{ state: string; refusal: string | null; count: number }[]>(`
    SELECT state, refusal, count(*)::int FROM message JOIN bench_text ON id = message_id
    GROUP BY 1, 2 HAVING state <> 'sent'`)
  if (rows.length > 0) {
    const found = rows.map(({ state, refusal, count }) => `${count} ${state} (${refusal ?? 'no reason'})`)
    throw new Error(`Not all texts were sent: ${found.join(', ')}. These figures mean nothing.`)
  }
}

import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderJob, startJobs } from '../../src/casework/jobs.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { run } from '../scripts/command-line.ts'
import { freshDatabase } from '../support/database.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'

/** Tuesday 1 December 2026, 9:00 in Los Angeles. */
const OPENING = new Date('2026-12-01T17:00:00Z')
const ANA = '+14155552001'
const BEN = '+14155552002'
const CAT = '+14155552003'

let running: TestProduct

beforeAll(async () => {
  running = await startTestProduct(OPENING)
  // The comparison that the product makes when it starts is over.
  await lookUntil(
    () => running.database.db.reconciliation.count({ where: { why: 'start', finishedAt: { not: null } } }),
    (count) => count === 1,
  )
}, 60_000)
afterAll(() => running.close())

const command = () => run(['reconcile'], { env: { DATABASE_URL: running.database.url } })

test('what the carrier’s webhooks never told is found by the command, put on the board and said in words', async () => {
  const { sandbox, api } = running.stage
  await sandbox.startCall({ from: ANA, to: LINES.backup, webhooks: 'lost' })
  await sandbox.startCall({ from: BEN, to: LINES.front, webhooks: 'lost' })
  await sandbox.sendText({ from: CAT, to: LINES.backup, body: 'Please call me', webhooks: 'lost' })
  await sandbox.idle({ advance: true })
  expect(await api.items({})).toEqual([])

  const { code, stdout, stderr } = await command()
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^Compared with the carrier since 2026-12-01 17:00 UTC: 2 calls, 0 recordings, 1 text\.\n3 of them were missing here and are recorded now; nothing differed\.\nEvery call is accounted for, as of 2026-12-01 17:\d\d UTC\.\n$/,
  )
  const items = await api.items({})
  expect(items.map(({ trigger, contact }) => [contact.phone, trigger]).sort()).toEqual([
    [ANA, 'missed-call'],
    [BEN, 'missed-call'],
    [CAT, 'patient-message'],
  ])
}, 60_000)

test('a second comparison finds nothing new', async () => {
  const { code, stdout } = await command()
  expect(code).toBe(0)
  expect(stdout).toContain('Nothing was missing here; nothing differed.')
  expect(await running.stage.api.items({})).toHaveLength(3)
}, 60_000)

test('what is not accounted for is listed, and the command says so with its exit code', async () => {
  const { db } = running.database
  const sid = `RE${'7'.repeat(32)}`
  await db.unplacedRecording.create({
    data: { sid, callSid: `CA${'7'.repeat(32)}`, state: 'completed', seconds: 9, receivedAt: OPENING },
  })
  const { code, stdout } = await command()
  expect(code).toBe(1)
  expect(stdout).toContain(`Not accounted for: 1\n  ${sid}  is a recording of a call that neither`)
  expect(stdout).not.toContain('Every call is accounted for')
  await db.unplacedRecording.delete({ where: { sid } })
}, 60_000)

test('nothing of it stands in the log with a number or a word that somebody wrote', () => {
  const log = running.logged.join('')
  expect(log).toContain('compared with the lists of the carrier')
  expect(
    [ANA, BEN, CAT, 'Please call me'].filter((secret) => log.includes(secret.replace('+1', ''))),
  ).toEqual([])
})

test('the command says so when no product runs on the database, or none has a worker', async () => {
  const database = await freshDatabase()
  const ask = () => run(['reconcile', '--wait', '1'], { env: { DATABASE_URL: database.url } })
  try {
    const never = await ask()
    expect([never.code, never.stdout]).toEqual([1, ''])
    expect(never.stderr).toContain('No running product took this up: start one on this database')
    const jobs = await startJobs({ url: database.url, clock: systemClock, log: createLog('silent') })
    const noWorker = await ask()
    await jobs.stop()
    expect([noWorker.code, noWorker.stdout]).toEqual([1, ''])
    expect(noWorker.stderr).toContain('No running product took this up within 1 seconds')
  } finally {
    await database.close()
  }
}, 60_000)

test('only one comparison is under way at a time, however many processes work', async () => {
  const database = await freshDatabase()
  try {
    const jobs = await startJobs({ url: database.url, clock: systemClock, log: createLog('silent') })
    for (const id of ['command:1', 'command:2']) await orderJob(database, 'reconcile', id)
    await jobs.stop()
    const [here, there] = [new PgBoss(database.url), new PgBoss(database.url)]
    // Their connections may outlive `stop` for a moment, in which the database is dropped.
    for (const boss of [here, there]) boss.on('error', () => undefined)
    await Promise.all([here.start(), there.start()])
    const [first] = await here.fetch<{ id: string }>('reconcile')
    expect(first?.data.id).toBe('command:1')
    expect(await there.fetch('reconcile')).toEqual([])
    await here.complete('reconcile', first?.id ?? '')
    const [second] = await there.fetch<{ id: string }>('reconcile')
    expect(second?.data.id).toBe('command:2')
    await Promise.all([here.stop({ graceful: false }), there.stop({ graceful: false })])
  } finally {
    await database.close()
  }
}, 60_000)

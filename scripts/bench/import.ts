import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPractices, type Casework } from '../../src/casework/casework.ts'
import { judgeImport } from '../../src/casework/imports/judge.ts'
import { startImport } from '../../src/casework/imports/orders.ts'
import { runImport } from '../../src/casework/imports/run.ts'
import { takeInList } from '../../src/casework/imports/take-in.ts'
import { createListeners } from '../../src/casework/outgoing/announce.ts'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { closeDb, openDb } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog } from '../../src/platform/log.ts'
import { applyMigrations } from '../../src/platform/migrations.ts'
import type { Bench, Table } from './bench.ts'

const ROWS = 10_000
const ROWS_PER_PIECE = 100
const BRINGER = { id: 'bench', clinics: [] } as const
const SAMPLE_EVERY_MS = 50

export const imports: Bench = {
  name: 'import',
  about: `a list of ${ROWS.toLocaleString('en-US')} people, from the file to their items, and what memory that takes`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-'))
    // The database's own user must reach it.
    await chmod(folder, 0o755)
    const log = createLog('error')
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log })
    try {
      await applyMigrations(postgres.url, log)
      const db = openDb(postgres.url)
      const policies = loadPolicies(readConfig(process.env).clinicFile)
      await storePractices(db, policies, systemClock.now())
      // The parts of the work are called for here, one after the other, as the queue would.
      const jobs = {
        enqueue: () => Promise.resolve(),
        work: () => Promise.resolve(),
        running: () => true,
        stop: () => Promise.resolve(),
      }
      const practices = createPractices(policies)
      const table = await measure({
        db,
        log,
        jobs,
        clock: systemClock,
        practices,
        listeners: createListeners(db),
      })
      await closeDb(db)
      return [table]
    } finally {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(casework: Casework): Promise<Table> {
  const [policy] = casework.practices.all
  const line = policy?.lines[0]
  if (!policy || !line)
    throw new Error('The clinic file describes no practice with a line: name one that does.')
  const { db } = casework
  const order = {
    clinicId: policy.clinicId,
    lineId: line.id,
    trigger: 'recall-due',
    fileName: 'bench.csv',
  } as const
  let id = ''
  const takeIn = await timed(async () => {
    const taken = await takeInList(casework, BRINGER.id, { ...order, startsItself: false }, listOf(ROWS))
    if (taken.type === 'refused') throw new Error(`The list was refused: ${taken.problem.why}`)
    ;({ id } = taken)
  })
  const inState = async (state: string): Promise<boolean> =>
    (await db.import.findUniqueOrThrow({ where: { id }, select: { state: true } })).state === state
  const judge = await timed(async () => {
    while (await inState('judging')) await judgeImport(casework, id)
  })
  const run = await timed(async () => {
    await startImport(casework, BRINGER, id)
    while (await inState('running')) await runImport(casework, id)
  })
  const made = await db.request.count({ where: { importId: id } })
  if (made !== ROWS) throw new Error(`Only ${String(made)} rows became requests: these figures mean nothing.`)
  const row = (name: string, { seconds, rss }: Timed): string[] => [
    name,
    seconds.toFixed(1),
    (ROWS / seconds).toFixed(0),
    (rss / 1024 / 1024).toFixed(0),
  ]
  return {
    title:
      'Rows a second, and by how much the process grew at most (aim: memory does not grow with the list)',
    columns: ['', 'seconds', 'rows/s', 'MB more'],
    rows: [row('take in the file', takeIn), row('judge', judge), row('import', run)],
  }
}

type Timed = { readonly seconds: number; readonly rss: number }

/** How long some work takes, and the most memory of this process beyond what it had before. */
async function timed(work: () => Promise<void>): Promise<Timed> {
  const before = process.memoryUsage.rss()
  let most = before
  const sampler = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, SAMPLE_EVERY_MS)
  const began = performance.now()
  await work()
  clearInterval(sampler)
  return { seconds: (performance.now() - began) / 1_000, rss: most - before }
}

/** A list as practices have them, written while it is read. */
async function* listOf(rows: number): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(
    Buffer.from('Name,Cell phone,Reason,Due date,Provider,Priority,Language,MRN\r\n'),
  )
  for (let from = 0; from < rows; from += ROWS_PER_PIECE) {
    const lines = Array.from({ length: Math.min(ROWS_PER_PIECE, rows - from) }, (_, index) => {
      const n = from + index
      const phone = `(415) ${String(200 + Math.floor(n / 10_000))}-${String(n % 10_000).padStart(4, '0')}`
      return `"Lopez ${String(n)}, Ana",${phone},yearly visit,${String(1 + (n % 12))}/15/2026,Dr. Okafor,${String(1 + (n % 3))},English,A-${String(n)}\r\n`
    })
    yield Buffer.from(lines.join(''))
  }
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPractices, type Casework } from '../../src/casework/casework.ts'
import { createListeners } from '../../src/casework/outgoing/announce.ts'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { tick } from '../../src/casework/tick.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { closeDb, openDb, type Db } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog } from '../../src/platform/log.ts'
import { applyMigrations } from '../../src/platform/migrations.ts'
import { percentile, type Bench, type Table } from './bench.ts'
import { makeDue, storeItems } from './stored-items.ts'

const STORED = [10_000, 1_000_000] as const
const DUE = 100
const ROUNDS = 15
/** The first ones fill caches. */
const WARM_UP = 3
/** A Wednesday morning, open for business. */
const NOW = new Date('2026-12-02T19:00:00Z')

export const ticks: Bench = {
  name: 'tick',
  about: `the clock work with ${String(DUE)} due items, of few and of many that are stored`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-'))
    // The database's own user must reach it.
    await chmod(folder, 0o755)
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: createLog('error') })
    try {
      const stages: Stage[] = []
      for (const items of STORED) stages.push(await prepare(postgres.url, items))
      const table = await measure(stages)
      for (const { casework } of stages) await closeDb(casework.db)
      return [table]
    } finally {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

type Stage = {
  readonly items: number
  readonly casework: Casework
  readonly idle: number[]
  readonly busy: number[]
}

/** A database of its own on the server, full of items of which none is due. */
async function prepare(server: string, items: number): Promise<Stage> {
  const name = `tick_${String(items)}`
  const first = openDb(server)
  await first.$executeRawUnsafe(`CREATE DATABASE ${name}`)
  await closeDb(first)
  const url = new URL(server)
  url.pathname = `/${name}`
  const log = createLog('error')
  await applyMigrations(url.href, log)
  const db = openDb(url.href)
  const policies = loadPolicies(readConfig(process.env).clinicFile)
  await storePractices(db, policies, NOW)
  const [policy] = policies
  const line = policy?.lines[0]
  if (!policy || !line)
    throw new Error('The clinic file describes no practice with a line: name one that does.')
  await storeItems(url.href, { items, clinicId: policy.clinicId, lineId: line.id, now: NOW })
  return { items, casework: caseworkOn(db, policies), idle: [], busy: [] }
}

function caseworkOn(db: Db, policies: ReturnType<typeof loadPolicies>): Casework {
  // Texts that the clock work plans stay where they are.
  const jobs = {
    enqueue: () => Promise.resolve(),
    work: () => Promise.resolve(),
    running: () => true,
    stop: () => Promise.resolve(),
  }
  return {
    ...{ db, jobs, log: createLog('error'), practices: createPractices(policies) },
    ...{ clock: { ...systemClock, now: () => NOW }, listeners: createListeners(db) },
  }
}

/** In turn, so that whatever else this machine does meets all alike. */
async function measure(stages: readonly Stage[]): Promise<Table> {
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const { items, casework, idle, busy } of stages) {
      await makeDue(casework.db, { items, due: DUE, round, now: NOW })
      const ms = await timedTick(casework, DUE)
      const nothing = await timedTick(casework, 0)
      if (round < WARM_UP) continue
      busy.push(ms)
      idle.push(nothing)
    }
  }
  const [few, many] = stages.map(({ idle, busy }) => ({
    idle: percentile(idle, 0.5),
    busy: percentile(busy, 0.5),
  }))
  if (!few || !many) throw new Error('Nothing was measured.')
  const ratio = (a: number, b: number): string => (a / b).toFixed(2)
  return {
    title: `Milliseconds for a tick, median of ${String(ROUNDS)} (aim: many stored cost at most 1.5 times as much as few)`,
    columns: ['', ...STORED.map((items) => `${items.toLocaleString('en-US')} stored`), 'ratio'],
    rows: [
      [`${String(DUE)} due`, few.busy.toFixed(1), many.busy.toFixed(1), ratio(many.busy, few.busy)],
      ['nothing due', few.idle.toFixed(1), many.idle.toFixed(1), ratio(many.idle, few.idle)],
    ],
  }
}

async function timedTick(casework: Casework, expected: number): Promise<number> {
  const began = performance.now()
  const result = await tick(casework)
  const ms = performance.now() - began
  const found = Object.values(result).reduce((sum, count) => sum + count, 0)
  if (found !== expected)
    throw new Error(
      `A tick found ${String(found)} due things, not ${String(expected)}: these figures mean nothing.`,
    )
  return ms
}

import { setTimeout as pause } from 'node:timers/promises'
import { Router } from 'express'
import type { Casework } from './casework/casework.ts'
import { readHeartbeat } from './casework/view/heartbeat.ts'
import { createMetrics } from './metrics.ts'
import { pendingMigrations } from './platform/migrations.ts'

export type HealthDeps = {
  readonly casework: Casework
  readonly health: {
    /** whether the clock work runs in this process; where it does not, a late tick is not this process's failing */
    readonly tickExpected: boolean
  }
}

type Check = 'database' | 'migrations' | 'jobs' | 'tick'
/** What each check found. `elsewhere`: another process's duty, and no reason to take this one out of service. */
type Finding = 'ok' | 'elsewhere' | 'unreachable' | 'unknown' | 'pending' | 'stopped' | 'never' | 'late'

/** A database that takes longer is as good as none: who asks has a time-out too. */
const PATIENCE_MS = 2_000

/**
 * For those who run it: `/healthz` (the process lives), `/readyz` (it can do its work), `/metrics` (Prometheus). Mounted
 * first, without a sign-in and before anything that may fail; the numbers cover every request of the process because of it.
 * None of them tells anything about a person or about the machine.
 */
export function healthRouter({ casework, health }: HealthDeps): Router {
  const router = Router()
  const metrics = createMetrics(casework)
  router.use(metrics.countRequests)
  router.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const checks = await lookAround(casework, health.tickExpected)
    const ready = Object.values(checks).every((finding) => finding === 'ok' || finding === 'elsewhere')
    response
      .status(ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(checks)
  })
  router.get('/metrics', async (_request, response) => {
    response
      .set('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
  return router
}

async function lookAround(
  casework: Casework,
  tickExpected: boolean,
): Promise<Readonly<Record<Check, Finding>>> {
  const { db, jobs } = casework
  const [database, migrations, tick] = await Promise.all([
    answered<Finding>(
      db.$queryRaw`SELECT 1`.then(() => 'ok'),
      'unreachable',
    ),
    answered<Finding>(
      pendingMigrations(db).then((pending) => (pending.length === 0 ? 'ok' : 'pending')),
      'unknown',
    ),
    tickExpected ? answered(lastTick(casework), 'unknown') : Promise.resolve<Finding>('elsewhere'),
  ])
  return { database, migrations, jobs: jobs.running() ? 'ok' : 'stopped', tick }
}

async function lastTick(casework: Casework): Promise<Finding> {
  return (await readHeartbeat(casework)).state
}

/** What was found, or `otherwise` when that fails or takes too long. */
async function answered<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const patience = new AbortController()
  try {
    return await Promise.race([asked, pause(PATIENCE_MS, otherwise, { signal: patience.signal })])
  } catch {
    return otherwise
  } finally {
    patience.abort()
  }
}

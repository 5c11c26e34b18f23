import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyPressed } from '../src/casework/caller-keys.ts'
import { callArrived } from '../src/casework/phone-calls.ts'
import { tick } from '../src/casework/tick.ts'
import { MAIN_LINE, serve, type Served } from './api/served.ts'
import { withDatabase } from './support/database.ts'
import { later, WEDNESDAY_9 } from './support/practice.ts'
import pg from 'pg'

let served: Served
beforeEach(async () => {
  served = await serve()
})
afterEach(() => served.close())

async function ready(): Promise<{ status: number; checks: Record<string, string> }> {
  const response = await fetch(`${served.url}/readyz`)
  return { status: response.status, checks: (await response.json()) as Record<string, string> }
}

async function metrics(): Promise<string> {
  const response = await fetch(`${served.url}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  return response.text()
}

/** The database goes away and lets nobody in. */
async function cutOff(): Promise<void> {
  const name = new URL(served.databaseUrl).pathname.slice(1)
  const client = new pg.Client({ connectionString: withDatabase(served.databaseUrl, 'postgres') })
  await client.connect()
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await client.end()
}

describe('/healthz', () => {
  it('is well while the process lives, database or not', async () => {
    await cutOff()
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200)
  })
})

describe('/readyz', () => {
  it('is ready when database, migrations, jobs and tick are', async () => {
    await tick(served.casework)
    expect(await ready()).toEqual({
      status: 200,
      checks: { database: 'ok', migrations: 'ok', jobs: 'ok', tick: 'ok' },
    })
  })

  it('is not ready before the first tick', async () => {
    expect(await ready()).toMatchObject({ status: 503, checks: { database: 'ok', tick: 'never' } })
  })

  it('is no longer ready when the last tick is three minutes old', async () => {
    await tick(served.casework)
    served.setTime(new Date(later(WEDNESDAY_9, 3).getTime() - 1))
    expect((await ready()).status).toBe(200)
    served.setTime(later(WEDNESDAY_9, 3))
    expect(await ready()).toMatchObject({ status: 503, checks: { tick: 'late' } })
  })

  it('is not ready while the job queue is stopped', async () => {
    await tick(served.casework)
    served.jobs.up = false
    expect(await ready()).toMatchObject({ status: 503, checks: { jobs: 'stopped', tick: 'ok' } })
  })

  it('is not ready on a database that lacks a migration', async () => {
    await tick(served.casework)
    await served.db.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_rules'`
    expect(await ready()).toMatchObject({ status: 503, checks: { migrations: 'pending', database: 'ok' } })
  })

  it('says without details that the database does not answer', async () => {
    await tick(served.casework)
    await cutOff()
    expect(await ready()).toEqual({
      status: 503,
      checks: { database: 'unreachable', migrations: 'unknown', jobs: 'ok', tick: 'unknown' },
    })
  })

  it('does not hold a web process answerable for the tick of another', async () => {
    await served.close()
    served = await serve({ tickExpected: false })
    expect(await ready()).toMatchObject({ status: 200, checks: { tick: 'elsewhere' } })
  })
})

describe('/metrics', () => {
  it('counts open items by queue and the texts that wait by state', async () => {
    await callArrived(served.casework, {
      ...{ callSid: 'CA1', from: '+14155550123', to: MAIN_LINE, callerIdVerified: undefined },
    })
    await keyPressed(served.casework, { callSid: 'CA1', digits: '1', turn: '1' })
    served.setTime(later(WEDNESDAY_9, 10))
    await tick(served.casework)
    const lines = await metrics()
    expect(lines).toContain('ringback_open_items{queue="assistant"} 1')
    expect(lines).toContain('ringback_open_items{queue="licensed"} 0')
    expect(lines).toContain('ringback_unsettled_texts{state="planned"} 1')
    expect(lines).toContain('ringback_unsettled_texts{state="unknown"} 0')
    expect(lines).toContain('ringback_database_reachable 1')
    expect(lines).toContain('process_cpu_seconds_total')
  })

  it('times requests by route pattern and shows no address, number or id', async () => {
    const key = await served.key(['assistant'])
    await (await served.get('/follow-ups?phone=%2B14155550123', key)).text()
    await (await served.get('/follow-ups/7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10', key)).text()
    await (await fetch(`${served.url}/anything/at+14155550123`)).text()
    const lines = await metrics()
    const count = (route: string, status: number): string =>
      `ringback_http_request_duration_seconds_count{method="GET",route="${route}",status="${String(status)}"} 1`
    expect(lines).toContain(count('/api/v1/follow-ups', 200))
    expect(lines).toContain(count('/api/v1/follow-ups/:id', 404))
    expect(lines).toContain(count('none', 404))
    expect(lines).not.toMatch(/5550123|7b0c9a54/)
  })

  it('still tells of the process when the database is away, and says that it is', async () => {
    await cutOff()
    const lines = await metrics()
    expect(lines).toContain('ringback_database_reachable 0')
    expect(lines).toContain('process_cpu_seconds_total')
    expect(lines).not.toContain('ringback_open_items{')
  })
})

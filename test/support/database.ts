import pg from 'pg'
import { inject } from 'vitest'
import { closeDb, openDb, type Db } from '../../src/platform/db.ts'

/** The migrated, empty database that test/global-setup.ts makes. */
export const TEMPLATE = 'migrated'

let count = 0

export interface TestDatabase {
  readonly url: string
  readonly db: Db
  /** Ends every connection and lets no new one in, as when the server is down. */
  cutOff(): Promise<void>
  reconnect(): Promise<void>
  close(): Promise<void>
}

/** A migrated database without data that nobody else uses; `close()` drops it. */
export function freshDatabase(): Promise<TestDatabase> {
  return createDatabase(TEMPLATE)
}

/** A database without any table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1')
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${process.pid}_${++count}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = withDatabase(inject('postgresUrl'), name)
  const db = openDb(url)
  return {
    url,
    db,
    cutOff: async () => {
      await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await administer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    },
    reconnect: () => administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`),
    close: async () => {
      await closeDb(db)
      await administer(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

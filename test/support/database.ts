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

/** Databases that were given back, and their connections. */
const idle: TestDatabase[] = []

/**
 * The same for tests that leave it as it is but for the rows: `close()` takes them out, and the next test of this process gets it,
 * which costs a tenth of a new one.
 */
export async function borrowedDatabase(): Promise<TestDatabase> {
  const database = idle.pop() ?? (await createDatabase(TEMPLATE))
  return {
    ...database,
    close: async () => {
      try {
        await database.db.$executeRawUnsafe(EMPTY)
        idle.push(database)
      } catch {
        // A test that cut it off is done with it.
        await database.close()
      }
    },
  }
}

/** Deletes all rows, in any order, and counts from 1 again. */
const EMPTY = `DO $$
DECLARE name text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('DELETE FROM %I', name);
  END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    PERFORM setval(format('%I', name), 1, false);
  END LOOP;
END $$`

/** A database without any table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1')
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${process.pid}_${++count}`
  // Copying the files costs a quarter of logging every page of them.
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
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

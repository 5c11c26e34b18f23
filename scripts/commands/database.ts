import pg from 'pg'
import { readConfig, type Config } from '../../src/platform/config.ts'
import { closeDb, openDb, type Db } from '../../src/platform/db.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog, type Log } from '../../src/platform/log.ts'
import { pendingMigrations } from '../../src/platform/migrations.ts'
import { CannotDo, type Io } from './command.ts'

/** What a command works with that needs the database. */
export type Opened = {
  readonly db: Db
  readonly url: string
  readonly config: Config
  readonly log: Log
}

/** Opens the product's database for one command; the product may be running on it or not. */
export async function withDatabase<Result>(
  io: Io,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  return withDatabaseUrl(io, async (url, config, log) => {
    const db = openDb(url, { poolSize: 2 })
    try {
      const pending = await pendingMigrations(db)
      if (pending.length > 0)
        throw new CannotDo(
          `The database lacks ${String(pending.length)} migration(s). Run "npm run ringback -- migrate" first; "npm start" does it as well.`,
        )
      return await work({ db, url, config, log })
    } finally {
      await closeDb(db)
    }
  })
}

/**
 * The address of the product's database: the configured one; otherwise the embedded one, of the running product if it runs,
 * or started for as long as this takes.
 */
export async function withDatabaseUrl<Result>(
  io: Io,
  work: (url: string, config: Config, log: Log) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(io.env)
  // The output belongs to the command; what goes wrong on the way stands in the log on the error output.
  const log = createLog('warn', io.stderr)
  const up = config.secrets.databaseUrl ?? (await findEmbeddedPostgres(config.dataDir))
  if (up !== undefined) {
    await mustAnswer(up)
    return work(up, config, log)
  }
  const own = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  try {
    return await work(own.url, config, log)
  } finally {
    await own.stop()
  }
}

/** @throws CannotDo with the reason's code; the address holds the password, so only the server's place is named. */
async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
  } catch (error) {
    const { code } = error as { code?: unknown }
    const why = typeof code === 'string' ? ` (${code})` : ''
    throw new CannotDo(
      `The database at ${new URL(url).host} does not let us in${why}. Start it, or correct DATABASE_URL; without DATABASE_URL the embedded one is used.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

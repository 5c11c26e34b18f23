import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

/** A migration that must not or could not be applied. The text says what to do; it holds no data of the database. */
export class MigrationError extends Error {}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

const FOLDER = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))

/** The key under which Prisma's own `migrate deploy` locks, so that it and we wait for each other. */
const LOCK_KEY = 72_707_369
const LONGEST_WAIT = '60s'

/** Prisma's table, to the letter, so that `prisma migrate status` and `prisma migrate deploy` stay usable. */
const CREATE_TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the database to the newest migration and returns how many were applied. Safe to call from several processes at
 * once: one applies, the others wait for it. Each migration is one transaction, so a failed one leaves nothing behind.
 *
 * Plain SQL over `pg` rather than Prisma's schema engine: over its adapter that one cuts a file at every semicolon, also
 * inside a comment or a trigger's function; it writes its record apart from the migration, so that a crash in between
 * leaves an applied migration that counts as failed; and it takes longer (0.17 s on an empty database against 0.07 s).
 * @param folder where the migrations are; the project's own when absent.
 * @throws MigrationError when an applied file was edited, an earlier run stopped half-way, or a file does not apply.
 */
export async function applyMigrations(url: string, log: Log, folder = FOLDER): Promise<number> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'ringback migrations' })
  await client.connect()
  try {
    await client.query(`SET lock_timeout = '${LONGEST_WAIT}'`)
    await takeLock(client)
    await client.query(CREATE_TABLE)
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const unapplied = notApplied(migrations, rows, log)
    for (const migration of unapplied) await apply(client, migration, log)
    return unapplied.length
  } finally {
    // Ending the session releases the lock.
    await client.end()
  }
}

/** The names of the migrations in the project that this database does not have yet, oldest first. */
export async function pendingMigrations(db: Db): Promise<readonly string[]> {
  const migrations = await readMigrations(FOLDER)
  const [table] = await db.$queryRaw<{ present: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`
  if (table?.present !== true) return migrations.map(({ name }) => name)
  const finished = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const names = new Set(finished.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !names.has(name))
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      // A checkout with Windows line ends is the same migration.
      const sql = (await readFile(join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function takeLock(client: pg.Client): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
  } catch (error) {
    throw new MigrationError(
      `Another process has been migrating this database for more than ${LONGEST_WAIT}. Let it end, or end it, and start again.`,
      { cause: error },
    )
  }
}

function notApplied(migrations: readonly Migration[], rows: readonly Applied[], log: Log): Migration[] {
  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  const pending = migrations.filter((migration) => {
    const row = applied.get(migration.name)
    applied.delete(migration.name)
    if (row === undefined) return true
    if (row.finished_at === null) throw new MigrationError(stoppedHalfWay(migration.name))
    if (row.checksum !== migration.checksum) throw new MigrationError(editedLater(migration.name))
    return false
  })
  if (applied.size > 0) {
    log.warn(
      { migrations: [...applied.keys()] },
      'the database has migrations of a newer version than this program',
    )
  }
  return pending
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration, log: Log): Promise<void> {
  const began = performance.now()
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(doesNotApply(name, sql, error), { cause: error })
  }
  log.info({ migration: name, ms: Math.round(performance.now() - began) }, 'migration applied')
}

function editedLater(name: string): string {
  return (
    `Migration ${name} was changed after it had been applied to this database. ` +
    `Restore prisma/migrations/${name}/migration.sql as it was and put the change into a new migration.`
  )
}

function stoppedHalfWay(name: string): string {
  return (
    `Migration ${name} was begun on this database with "prisma migrate deploy" and did not finish. Look what of it is there, ` +
    `then run "npx prisma migrate resolve --rolled-back ${name}" when nothing is (it is then applied at the next start), ` +
    `or "--applied ${name}" when all of it is.`
  )
}

function doesNotApply(name: string, sql: string, error: unknown): string {
  const where =
    error instanceof pg.DatabaseError && error.position !== undefined ? Number(error.position) : undefined
  const line = where === undefined ? '' : ` at line ${sql.slice(0, where).split('\n').length}`
  const why = error instanceof Error ? error.message : String(error)
  return (
    `Migration ${name} does not apply${line}: ${why}. Nothing of it was kept. ` +
    `Correct the cause and start again; "CONCURRENTLY" and COMMIT cannot stand in a migration, since each is one transaction.`
  )
}

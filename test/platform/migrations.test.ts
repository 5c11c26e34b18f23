import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { applyMigrations, MigrationError, pendingMigrations } from '../../src/platform/migrations.ts'
import { emptyDatabase, type TestDatabase } from '../support/database.ts'
import { schemaEngine } from '../support/schema-engine.ts'

const log = createLog('silent')
let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

function tables(): Promise<{ name: string }[]> {
  return database.db.$queryRaw`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(MigrationError)
  return (error as MigrationError).message
}

describe(applyMigrations, () => {
  test('applies the files in the order of their names, each once, however often it is called', async () => {
    await write('2_second', 'ALTER TABLE first ADD COLUMN more int')
    await write('1_first', 'CREATE TABLE first (id int); CREATE INDEX ON first (id)')
    expect(await applyMigrations(database.url, log, folder)).toBe(2)
    expect(await applyMigrations(database.url, log, folder)).toBe(0)
    await write('3_third', 'CREATE TABLE third (id int)')
    expect(await applyMigrations(database.url, log, folder)).toBe(1)
    expect(await tables()).toEqual([{ name: 'first' }, { name: 'third' }])
  })

  test('lets several processes start at once: one applies, the others find it done', async () => {
    await write('1_slow', 'SELECT pg_sleep(0.2); CREATE TABLE once (id int)')
    const starts = Array.from({ length: 5 }, () => applyMigrations(database.url, log, folder))
    expect((await Promise.all(starts)).sort()).toEqual([0, 0, 0, 0, 1])
  })

  test('names the line of a file that does not apply, keeps nothing of it, and applies it once corrected', async () => {
    await write('1_good', 'CREATE TABLE good (id int)')
    await write('2_bad', 'CREATE TABLE half (id int);\n\nALTER TABLE missing ADD COLUMN x int')
    expect(await refusal(applyMigrations(database.url, log, folder))).toMatch(
      /^Migration 2_bad does not apply.*: relation "missing" does not exist\. Nothing of it was kept\. Correct the cause and start again/,
    )
    expect(await tables()).toEqual([{ name: 'good' }])

    await write('2_bad', 'CREATE TABLE half (id int);\nSELECT nonsense')
    expect(await refusal(applyMigrations(database.url, log, folder))).toContain(
      '2_bad does not apply at line 2: column "nonsense"',
    )

    await write('2_bad', 'CREATE TABLE whole (id int)')
    expect(await applyMigrations(database.url, log, folder)).toBe(1)
    expect(await tables()).toEqual([{ name: 'good' }, { name: 'whole' }])
  })

  test('refuses to go on when an applied file was edited, and says to restore it', async () => {
    await write('1_first', 'CREATE TABLE first (id int)')
    await applyMigrations(database.url, log, folder)
    await write('1_first', 'CREATE TABLE first (id bigint)')
    await write('2_second', 'CREATE TABLE second (id int)')
    expect(await refusal(applyMigrations(database.url, log, folder))).toMatch(
      /1_first was changed after.*Restore .*new migration/,
    )
    expect(await tables()).toEqual([{ name: 'first' }])
  })

  test('takes a checkout with Windows line ends for the same file', async () => {
    await write('1_first', 'CREATE TABLE first (id int);\n-- the end\n')
    await applyMigrations(database.url, log, folder)
    await write('1_first', 'CREATE TABLE first (id int);\r\n-- the end\r\n')
    expect(await applyMigrations(database.url, log, folder)).toBe(0)
  })

  test('refuses after "prisma migrate deploy" stopped half-way, until that is resolved', async () => {
    await write('1_first', 'CREATE TABLE first (id int)')
    await applyMigrations(database.url, log, folder)
    await database.db.$executeRaw`UPDATE "_prisma_migrations" SET finished_at = NULL`
    expect(await refusal(applyMigrations(database.url, log, folder))).toMatch(
      /1_first was begun .*"npx prisma migrate resolve --rolled-back 1_first/,
    )
    await database.db.$executeRaw`UPDATE "_prisma_migrations" SET rolled_back_at = now()`
    await database.db.$executeRaw`DROP TABLE first`
    expect(await applyMigrations(database.url, log, folder)).toBe(1)
  })

  test('starts on a database of a newer version, and says so', async () => {
    await write('1_first', 'CREATE TABLE first (id int)')
    await write('2_newer', 'CREATE TABLE newer (id int)')
    await applyMigrations(database.url, log, folder)
    await rm(join(folder, '2_newer'), { recursive: true })
    const lines: string[] = []
    const listening = createLog('warn', { write: (line) => lines.push(line) })
    expect(await applyMigrations(database.url, listening, folder)).toBe(0)
    expect(lines).toEqual([expect.stringContaining('"migrations":["2_newer"]')])
  })

  test("leaves what Prisma's own engine takes for its own work: nothing edited, nothing failed, nothing to do", async () => {
    await applyMigrations(database.url, log)
    const engine = await schemaEngine(database.url)
    expect(await engine.deploy()).toEqual({ history: null, edited: [], failed: [], applied: [] })
    await engine.close()
  })

  test("goes on where Prisma's own engine left off", async () => {
    const all = await pendingMigrations(database.db)
    const engine = await schemaEngine(database.url)
    const { applied } = await engine.deploy('20261121120000_tables')
    await engine.close()
    expect(applied).toEqual(['20261121120000_tables'])
    expect(await applyMigrations(database.url, log)).toBe(all.length - 1)
    expect(await pendingMigrations(database.db)).toEqual([])
  })
})

describe(pendingMigrations, () => {
  test('names everything on an empty database and nothing on a migrated one', async () => {
    const before = await pendingMigrations(database.db)
    expect(before).toContain('20261121120000_tables')
    expect(await applyMigrations(database.url, log)).toBe(before.length)
    expect(await pendingMigrations(database.db)).toEqual([])
  })

  test('names a migration that began and did not finish', async () => {
    await applyMigrations(database.url, log)
    await database.db.$executeRaw`
      UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = '20261121120000_tables'`
    expect(await pendingMigrations(database.db)).toEqual(['20261121120000_tables'])
  })
})

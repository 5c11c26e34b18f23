import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { FolderInUse } from '../src/platform/folder-lock.ts'
import { createLog } from '../src/platform/log.ts'
import { applyMigrations } from '../src/platform/migrations.ts'
import { TEMPLATE, withDatabase } from './support/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    thorough: boolean
  }
}

const PREFIX = 'ringback-test-'
const log = createLog('warn')

/** One PostgreSQL for the whole run, with one migrated database in it that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    log,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' },
  })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  await applyMigrations(withDatabase(server.url, TEMPLATE), log)
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Ends the servers of test runs that were killed before they could. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    if (!existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'))) continue
    try {
      const server = await startEmbeddedPostgres({ dataDir: folder, log: createLog('silent') })
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    } catch (error) {
      // Another run is using it right now.
      if (!(error instanceof FolderInUse))
        log.warn({ folder, err: error }, 'a leftover test database could not be ended')
    }
  }
}

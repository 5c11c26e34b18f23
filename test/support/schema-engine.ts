import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const PRISMA = fileURLToPath(new URL('../../prisma/', import.meta.url))
const MIGRATIONS = join(PRISMA, 'migrations')
const FILTERS = { externalTables: [], externalEnums: [] }

export interface EngineOnDatabase {
  /** SQL that makes prisma/schema.prisma out of nothing. */
  schemaAsSql(): Promise<string>
  /** What `prisma migrate deploy` finds and does, when the folder holds the migrations up to this name; all when absent. */
  deploy(last?: string): Promise<{ history: unknown; edited: string[]; failed: string[]; applied: string[] }>
  /** Ends its session, and with it the lock under which it migrates. */
  close(): Promise<void>
}

/** Prisma's own schema engine on one database, as a second opinion on ours. */
export async function schemaEngine(url: string): Promise<EngineOnDatabase> {
  const schema = await readFile(join(PRISMA, 'schema.prisma'), 'utf8')
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const engine = await load(pool, schema)
  return {
    close: () => pool.end(),
    async schemaAsSql() {
      const files = [{ path: 'schema.prisma', content: schema }]
      const to = { tag: 'schemaDatamodel', files } as const
      const { stdout } = await engine.diff({
        from: { tag: 'empty' },
        to,
        script: true,
        exitCode: null,
        filters: FILTERS,
      })
      return stdout ?? ''
    },
    async deploy(last) {
      const migrationsList = await list(last)
      const found = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: FILTERS,
      })
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS })
      return {
        history: found.history,
        edited: found.editedMigrationNames,
        failed: found.failedMigrationNames,
        applied: appliedMigrationNames,
      }
    },
  }
}

async function list(last = '~'): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names
        .filter((name) => name <= last)
        .sort()
        .map(async (path) => {
          const value = await readFile(join(MIGRATIONS, path, 'migration.sql'), 'utf8')
          return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
        }),
    ),
  }
}

async function load(pool: pg.Pool, schema: string): Promise<SchemaEngine> {
  const { SchemaEngine } = await (bindings ??= loadBindings())
  // The package that fits an adapter to the engine comes with the adapter.
  const utils = createRequire(require.resolve('@prisma/adapter-pg')).resolve('@prisma/driver-adapter-utils')
  const fitting = (await import(pathToFileURL(utils).href)) as AdapterFitting
  const adapter = fitting.bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  return SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter)
}

const require = createRequire(import.meta.url)
let bindings: Promise<EngineBindings> | undefined

/**
 * The package's entry imports its WebAssembly in the way of bundlers; here it is put together by hand. Once in a process:
 * the bindings keep one memory.
 */
async function loadBindings(): Promise<EngineBindings> {
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const loaded = (await import(pathToFileURL(script).href)) as EngineBindings
  const { WebAssembly } = globalThis as unknown as WithWebAssembly
  const wasm = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': loaded })
  loaded.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return loaded
}

/** Node has it; the type library that describes it is the browsers'. */
interface WithWebAssembly {
  WebAssembly: {
    instantiate(
      code: Buffer,
      imports: object,
    ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
  }
}

interface EngineBindings {
  __wbg_set_wasm(exports: unknown): void
  SchemaEngine: typeof SchemaEngine
}

interface AdapterFitting {
  bindMigrationAwareSqlAdapterFactory(factory: PrismaPg): object
}

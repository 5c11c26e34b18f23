import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/platform/db.ts'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts'
import { schemaEngine } from '../support/schema-engine.ts'

/** The migrations, and beside them what prisma/schema.prisma alone would make. */
let migrated: TestDatabase
let modelled: TestDatabase

beforeAll(async () => {
  migrated = await freshDatabase()
  modelled = await emptyDatabase()
  const engine = await schemaEngine(modelled.url)
  const statements = (await engine.schemaAsSql()).split(/;\n/).filter((statement) => statement.trim() !== '')
  await engine.close()
  for (const statement of statements) await modelled.db.$executeRawUnsafe(statement)
})
afterAll(async () => {
  await migrated.close()
  await modelled.close()
})

const lines = async (db: Db, sql: string): Promise<string[]> =>
  (await db.$queryRawUnsafe<{ line: string }[]>(sql)).map(({ line }) => line)

const COLUMNS = `
  SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'
  ORDER BY 1`

const KEYS = `
  SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) AS line
  FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace
    AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0) ORDER BY 1`

const INDEXES = `
  SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`

describe('the migrated database against prisma/schema.prisma', () => {
  test('has the same tables and columns, of the same types, nullability and defaults', async () => {
    const wanted = await lines(modelled.db, COLUMNS)
    expect(wanted).toContain('contact.phone text not null')
    expect(await lines(migrated.db, COLUMNS)).toEqual(wanted)
  })

  test('has every primary and foreign key of the model', async () => {
    const wanted = await lines(modelled.db, KEYS)
    expect(wanted).toContain('message: message_pkey PRIMARY KEY (id)')
    expect(await lines(migrated.db, KEYS)).toEqual(expect.arrayContaining(wanted))
  })

  test('has every index and unique rule of the model; migrations may add partial ones', async () => {
    const wanted = await lines(modelled.db, INDEXES)
    expect(wanted).toContain('CREATE UNIQUE INDEX contact_phone_key ON public.contact USING btree (phone)')
    expect(await lines(migrated.db, INDEXES)).toEqual(expect.arrayContaining(wanted))
  })
})

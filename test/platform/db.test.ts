import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb, inTransaction, openDb, type Tx } from '../../src/platform/db.ts'
import { freshDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const beat = { name: 'tick', at: new Date('2026-11-21T12:00:00.000Z'), by: 'test' }

describe(inTransaction, () => {
  test('keeps everything the work did and hands back its result', async () => {
    const name = await inTransaction(
      database.db,
      async (tx) => (await tx.heartbeat.create({ data: beat })).name,
    )
    expect(name).toBe('tick')
    expect(await database.db.heartbeat.findMany()).toEqual([beat])
  })

  test('keeps nothing when the work throws, and throws the same', async () => {
    const surprise = new Error('power cut')
    const work = inTransaction(database.db, async (tx) => {
      await tx.heartbeat.create({ data: { ...beat, name: 'never' } })
      throw surprise
    })
    await expect(work).rejects.toBe(surprise)
    expect(await database.db.heartbeat.count({ where: { name: 'never' } })).toBe(0)
  })

  test('is the only way to what requires a transaction: the plain database does not pass', async () => {
    const countBeats = (tx: Tx): Promise<number> => tx.heartbeat.count()
    // @ts-expect-error a Db is not a Tx
    const misuse = (): Promise<number> => countBeats(database.db)
    expect(await inTransaction(database.db, countBeats)).toBe(await misuse())
  })
})

describe(openDb, () => {
  test('reads instants as they were written, although the server lives in New York', async () => {
    const { pathname } = new URL(database.url)
    await database.db.$executeRawUnsafe(
      `ALTER DATABASE ${pathname.slice(1)} SET timezone = 'America/New_York'`,
    )
    const db = openDb(database.url)
    await db.heartbeat.create({ data: { ...beat, name: 'in New York' } })
    expect(await db.heartbeat.findUnique({ where: { name: 'in New York' } })).toMatchObject({ at: beat.at })
    const [raw] = await db.$queryRaw<{ same: boolean }[]>`
      SELECT at = '2026-11-21T12:00:00Z'::timestamptz AS same FROM heartbeat WHERE name = 'in New York'`
    expect(raw).toEqual({ same: true })
    await closeDb(db)
  })

  test('fails within seconds when no database is there, instead of hanging', async () => {
    const db = openDb('postgresql://nobody:wrong@127.0.0.1:9/none')
    await expect(db.heartbeat.count()).rejects.toThrow(/reach database server/)
    await closeDb(db)
  })
})

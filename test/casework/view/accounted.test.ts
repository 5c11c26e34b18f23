import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAccounted } from '../../../src/casework/view/accounted.ts'
import { freshDatabase } from '../../support/database.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const CALL = `CA${'7'.repeat(32)}`
const OTHER = `CA${'8'.repeat(32)}`
let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase()
})
beforeEach(() => database.db.reconciliation.deleteMany())
afterAll(() => database.close())

/** A comparison that was begun `minutes` after nine. */
async function comparison(
  minutes: number,
  found: { finished?: boolean; problems?: { sid: string; why: string }[]; failure?: string } = {},
): Promise<void> {
  const startedAt = later(WEDNESDAY_9, minutes)
  const { finished = true, problems = [], failure = null } = found
  await database.db.reconciliation.create({
    data: {
      ...{ id: randomUUID(), why: 'hourly', since: later(startedAt, -120), startedAt, problems, failure },
      finishedAt: finished ? later(startedAt, 1) : null,
    },
  })
}

test('before the first comparison was finished nothing is known', async () => {
  expect(await readAccounted(database.db)).toBeNull()
  await comparison(0, { finished: false })
  expect(await readAccounted(database.db)).toBeNull()
})

test('the newest finished comparison counts, with what it could not account for', async () => {
  await comparison(0, { problems: [{ sid: CALL, why: 'no-line' }] })
  await comparison(60)
  await comparison(120, { finished: false })
  expect(await readAccounted(database.db)).toEqual({
    asOf: later(WEDNESDAY_9, 60),
    problems: [],
    failure: null,
  })
  await comparison(180, { problems: [{ sid: CALL, why: 'not-recorded' }] })
  expect(await readAccounted(database.db)).toEqual({
    asOf: later(WEDNESDAY_9, 180),
    problems: [{ sid: CALL, why: 'not-recorded' }],
    failure: null,
  })
})

test('a comparison that could not be made is told with the last one that was', async () => {
  await comparison(0, { problems: [{ sid: CALL, why: 'no-line' }] })
  await comparison(60, {
    failure: 'the carrier did not answer',
    problems: [{ sid: OTHER, why: 'a-new-reason' }],
  })
  expect(await readAccounted(database.db)).toEqual({
    asOf: WEDNESDAY_9,
    problems: [
      { sid: CALL, why: 'no-line' },
      { sid: OTHER, why: 'not-recorded' },
    ],
    failure: 'the carrier did not answer',
  })
})

test('none was ever made', async () => {
  await comparison(0, { failure: 'the carrier did not answer' })
  expect(await readAccounted(database.db)).toEqual({
    ...{ asOf: null, problems: [], failure: 'the carrier did not answer' },
  })
})

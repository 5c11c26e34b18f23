import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storePractices } from '../../../src/casework/practice-store.ts'
import { liveCallOf, readLiveCalls } from '../../../src/casework/view/live-calls.ts'
import { freshDatabase } from '../../support/database.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../../support/practice.ts'

const practice = examplePractice()
const place = { clinicId: practice.clinicId, lineId: practice.lines[0]!.id }
let database: Awaited<ReturnType<typeof freshDatabase>>
let count = 0

beforeAll(async () => {
  database = await freshDatabase()
  await storePractices(database.db, [practice], WEDNESDAY_9)
})
afterAll(() => database.close())

/** An item with calls; each began so many minutes ago. */
async function item(
  ...calls: { ago: number; state: string; ended?: boolean; direction?: string }[]
): Promise<string> {
  const id = randomUUID()
  await database.db.followUp.create({
    data: {
      ...{ ...place, id, policyVersion: practice.version, trigger: 'missed-call', status: 'new-request' },
      ...{ queue: 'assistant', urgency: 'routine', heard: 'nothing-to-hear', reason: 'missed-call' },
      ...{
        language: 'en',
        receivedAt: WEDNESDAY_9,
        nextAction: 'call-back',
        dueAt: WEDNESDAY_9,
        escalateAt: WEDNESDAY_9,
      },
      ...{ lastAction: 'call-missed', lastActionAt: WEDNESDAY_9, cadenceEnded: 'replied' },
      calls: {
        create: calls.map(({ ago, state, ended = false, direction = 'inbound' }) => ({
          ...{
            ...place,
            sid: `CA${String(++count)}`,
            direction,
            state,
            language: 'en',
            openHours: true,
            answeredAt: state === 'answered' ? WEDNESDAY_9 : null,
          },
          startedAt: later(WEDNESDAY_9, -ago),
          endedAt: ended ? WEDNESDAY_9 : null,
        })),
      },
    },
  })
  return id
}

test.each([
  { note: 'rings', calls: [{ ago: 1, state: 'ringing' }], live: { direction: 'inbound', state: 'ringing' } },
  {
    note: 'was answered',
    calls: [{ ago: 1, state: 'answered' }],
    live: { direction: 'inbound', state: 'answered' },
  },
  {
    note: 'is one of ours',
    calls: [{ ago: 1, state: 'ringing', direction: 'outbound' }],
    live: { direction: 'outbound', state: 'ringing' },
  },
  { note: 'was missed: the caller speaks to the machine', calls: [{ ago: 1, state: 'missed' }], live: null },
  { note: 'is over', calls: [{ ago: 1, state: 'answered', ended: true }], live: null },
  { note: 'never ended, hours ago', calls: [{ ago: 241, state: 'answered' }], live: null },
  {
    note: 'came after another one that never ended',
    calls: [
      { ago: 30, state: 'ringing' },
      { ago: 2, state: 'answered' },
    ],
    live: { direction: 'inbound', state: 'answered' },
  },
])('who is on the line when a call $note', async ({ calls, live }) => {
  const id = await item(...calls)
  const found = await readLiveCalls(database.db, [id], WEDNESDAY_9)
  expect(found.get(id) ?? null).toEqual(live)
  const rows = await database.db.call.findMany({ where: { followUpId: id } })
  expect(liveCallOf(rows, WEDNESDAY_9)).toEqual(live)
})

test('only the items asked for are told', async () => {
  const [wanted, other] = [await item({ ago: 1, state: 'ringing' }), await item({ ago: 1, state: 'ringing' })]
  const found = await readLiveCalls(database.db, [wanted], WEDNESDAY_9)
  expect([found.has(wanted), found.has(other)]).toEqual([true, false])
  expect(await readLiveCalls(database.db, [], WEDNESDAY_9)).toEqual(new Map())
})

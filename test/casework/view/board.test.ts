import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storePractices } from '../../../src/casework/practice-store.ts'
import {
  countClosedSince,
  countLanes,
  readBoard,
  type BoardFilter,
} from '../../../src/casework/view/board.ts'
import { BadInput } from '../../../src/platform/errors.ts'
import { freshDatabase } from '../../support/database.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../../support/practice.ts'

const ALL: BoardFilter = { clinics: [] }
const practice = examplePractice()
let database: Awaited<ReturnType<typeof freshDatabase>>

/** Writes an item as it stands in the table; `due` in minutes from Wednesday nine o'clock. */
async function item(due: number, other: Record<string, unknown> = {}): Promise<number> {
  const { number } = await database.db.followUp.create({
    data: {
      ...{
        id: randomUUID(),
        clinicId: practice.clinicId,
        lineId: practice.lines[0]!.id,
        policyVersion: practice.version,
      },
      ...{
        trigger: 'missed-call',
        status: 'new-request',
        queue: 'assistant',
        urgency: 'routine',
        heard: 'nothing-to-hear',
      },
      ...{
        reason: 'missed-call',
        language: 'en',
        receivedAt: later(WEDNESDAY_9, -600 + due),
        nextAction: 'call-back',
      },
      ...{
        lastAction: 'call-missed',
        lastActionAt: WEDNESDAY_9,
        cadenceEnded: 'replied',
        ...{ dueAt: later(WEDNESDAY_9, due), escalateAt: later(WEDNESDAY_9, due) },
      },
      ...other,
    },
  })
  return number
}

beforeAll(async () => {
  database = await freshDatabase()
  await storePractices(database.db, [practice], WEDNESDAY_9)
})
afterAll(() => database.close())

describe(readBoard, () => {
  test('open items come by due time, and two that are due together by number', async () => {
    const [late, early, twin] = [await item(90), await item(10), await item(90)]
    const { items, next } = await readBoard(database.db, { ...ALL, open: true }, { limit: 10 })
    expect(items.map(({ number }) => number)).toEqual([early, late, twin])
    expect(next).toBeNull()
  })

  test('pages neither repeat nor skip an item while others are closed and added between them', async () => {
    const clinic = 'paging'
    const numbers: number[] = []
    for (const due of [1, 2, 2, 2, 3, 4]) numbers.push(await item(due, { clinicId: clinic }))
    const filter = { ...ALL, clinic, open: true }
    const first = await readBoard(database.db, filter, { limit: 3 })
    await database.db.followUp.delete({ where: { number: numbers[1]! } })
    await item(0, { clinicId: clinic })
    const second = await readBoard(database.db, filter, { limit: 3, after: first.next! })
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(numbers)
    expect(second.next).toBeNull()
  })

  test('without the choice of open items the newest comes first, page by page', async () => {
    const clinic = 'newest'
    const numbers = [
      await item(1, { clinicId: clinic }),
      await item(2, { clinicId: clinic }),
      await item(3, { clinicId: clinic }),
    ]
    const first = await readBoard(database.db, { ...ALL, clinic }, { limit: 2 })
    const second = await readBoard(database.db, { ...ALL, clinic }, { limit: 2, after: first.next! })
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(numbers.toReversed())
  })

  test('each filter lets through its own items only', async () => {
    const clinic = 'filters'
    const contact = await database.db.contact.create({
      data: { id: randomUUID(), phone: '+14155550401', name: 'Rosa', createdAt: WEDNESDAY_9 },
    })
    const plain = await item(1, { clinicId: clinic })
    const reply = await item(2, { clinicId: clinic, trigger: 'patient-message', contactId: contact.id })
    const waiting = await item(3, { clinicId: clinic, status: 'waiting-on-patient' })
    const clinical = await item(4, {
      clinicId: clinic,
      queue: 'licensed',
      status: 'routed-to-clinical',
      urgency: 'urgent',
    })
    const done = await item(5, {
      ...{ clinicId: clinic, status: 'closed', dueAt: null, escalateAt: null, nextAction: null },
      ...{ outcome: 'resolved', closingNote: 'Booked.', closedAt: WEDNESDAY_9 },
    })
    const found = async (filter: Partial<BoardFilter>) =>
      (await readBoard(database.db, { ...ALL, clinic, ...filter }, { limit: 50 })).items
        .map(({ number }) => number)
        .sort((a, b) => a - b)
    expect(await found({ open: true })).toEqual([plain, reply, waiting, clinical])
    expect(await found({ open: false })).toEqual([done])
    expect(await found({ queue: 'licensed' })).toEqual([clinical])
    expect(await found({ status: 'waiting-on-patient' })).toEqual([waiting])
    expect(await found({ trigger: 'patient-message' })).toEqual([reply])
    expect(await found({ phone: '+14155550401' })).toEqual([reply])
    expect(await found({ phone: '+14155550499' })).toEqual([])
    expect(await found({ clinics: ['somewhere-else'] })).toEqual([])
    expect(await found({ clinics: [clinic, 'somewhere-else'] })).toHaveLength(5)
  })

  test('a cursor that is none is refused with words that help', async () => {
    await expect(readBoard(database.db, ALL, { limit: 5, after: 'nonsense' })).rejects.toThrow(BadInput)
  })
})

describe('counts', () => {
  test('each queue counts what is open, overdue, urgent and not heard, in the reader’s practices only', async () => {
    const clinic = 'counting'
    await item(-5, { clinicId: clinic })
    await item(5, { clinicId: clinic, heard: 'not-heard-yet' })
    await item(-5, { clinicId: clinic, queue: 'licensed', urgency: 'urgent', status: 'routed-to-clinical' })
    const lanes = await countLanes(database.db, { clinics: [clinic] }, WEDNESDAY_9)
    expect(lanes).toEqual({
      assistant: expect.objectContaining({ open: 2, overdue: 1, urgent: 0, notHeard: 1 }),
      licensed: expect.objectContaining({ open: 1, overdue: 1, urgent: 1, notHeard: 0 }),
      manager: { open: 0, overdue: 0, urgent: 0, notHeard: 0, resting: 0 },
    })
  })

  test('who was called not long ago stands apart until the rest is over, unless it is urgent or not done by calling', async () => {
    const clinic = 'resting'
    const { id: contactId } = await database.db.contact.create({
      data: {
        ...{ id: randomUUID(), phone: '+14155550177', createdAt: WEDNESDAY_9 },
        restUntil: later(WEDNESDAY_9, 60),
      },
    })
    const resting = await item(-5, { clinicId: clinic, contactId })
    const others = [
      await item(-4, { clinicId: clinic, contactId, nextAction: 'read-reply' }),
      await item(-3, { clinicId: clinic, contactId, queue: 'licensed', urgency: 'urgent' }),
      await item(-2, { clinicId: clinic }),
    ]
    const numbers = async (shelf: 'only' | 'without', at: Date): Promise<number[]> => {
      const filter = { clinics: [clinic], open: true, resting: { at, shelf } }
      const { items } = await readBoard(database.db, filter, { limit: 50 })
      return items.map(({ number }) => number)
    }
    expect(await numbers('only', WEDNESDAY_9)).toEqual([resting])
    expect(await numbers('without', WEDNESDAY_9)).toEqual(others)
    const during = await countLanes(database.db, { clinics: [clinic] }, WEDNESDAY_9)
    expect(during.assistant).toMatchObject({ open: 2, overdue: 2, resting: 1 })
    const awake = later(WEDNESDAY_9, 60)
    expect(await numbers('only', awake)).toEqual([])
    expect(await numbers('without', awake)).toEqual([resting, ...others])
    const after = await countLanes(database.db, { clinics: [clinic] }, awake)
    expect(after.assistant).toMatchObject({ open: 3, overdue: 3, resting: 0 })
  })

  test('what was closed before the day began does not count as closed today', async () => {
    const clinic = 'closing'
    const closed = {
      clinicId: clinic,
      status: 'closed',
      ...{ dueAt: null, escalateAt: null },
      nextAction: null,
      outcome: 'resolved',
      closingNote: 'Booked.',
    }
    await item(0, { ...closed, closedAt: later(WEDNESDAY_9, -60) })
    await item(0, { ...closed, closedAt: later(WEDNESDAY_9, 60) })
    expect(await countClosedSince(database.db, [clinic], WEDNESDAY_9)).toBe(1)
    expect(await countClosedSince(database.db, ['somewhere-else'], WEDNESDAY_9)).toBe(0)
  })
})

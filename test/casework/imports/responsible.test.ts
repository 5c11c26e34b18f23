import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRecall } from '../../../src/casework/view/recall.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { employ, type Colleague } from '../people.ts'
import { bring, list, requestsOf, run } from './lists.ts'

let stage: CaseworkStage
let clerk: Colleague
beforeAll(async () => {
  stage = await startCasework()
  stage.setTime(WEDNESDAY_11)
  clerk = await employ(stage.db, 'Ana', 'assistant')
  await employ(stage.db, 'Rosa', 'licensed')
  for (const [id, clinics, active] of [
    ['twin-1', [], true],
    ['twin-2', [], true],
    ['elsewhere', ['harbor'], true],
    ['gone', [], false],
  ] as const)
    await stage.db.staff.create({
      data: {
        ...{ id, name: id.startsWith('twin') ? 'Kim Lee' : id, email: `${id}@example.com`, active },
        ...{ roles: ['assistant'], clinics: [...clinics], emailVerified: true },
        ...{ createdAt: WEDNESDAY_11, updatedAt: WEDNESDAY_11 },
      },
    })
})
afterAll(() => stage.close())

it('a list says who answers for each need: staff by the name that colleagues know, anybody else as it is written', async () => {
  const named = [
    ['rosa@EXAMPLE.com', 'Rosa'],
    ['ROSA', 'Rosa'],
    ['  Care   team B ', 'Care team B'],
    ['', null],
    // Two people have this name, one works elsewhere, one no longer: nothing is guessed.
    ['kim lee', 'kim lee'],
    ['TWIN-1@example.com', 'Kim Lee'],
    ['Elsewhere', 'Elsewhere'],
    ['GONE@example.com', 'GONE@example.com'],
  ] as const
  const rows = named.map(([owner], index) => `${stage.newPhone()},${owner},row ${String(index)}`)
  const id = await bring(stage, list('Phone,Owner,MRN', ...rows))
  await run(stage, id)
  const brought = await requestsOf(stage, id)
  expect(Object.fromEntries(brought.map(({ sourceRef, responsible }) => [sourceRef, responsible]))).toEqual(
    Object.fromEntries(named.map(([, shown], index) => [`row ${String(index)}`, shown])),
  )
  // It claims nothing: the queue owns the item as before.
  expect(brought.every(({ followUp }) => followUp.ownerId === null)).toBe(true)
  const choice = { until: null, segment: null, provider: null }
  const page = { limit: 50, after: null, at: stage.now() }
  const recalls = await readRecall(stage.db, clerk.reader, choice, page)
  expect(recalls.items.map(({ responsible }) => responsible)).toContain('Rosa')
})

it('a name that is too long is given back with its row', async () => {
  const id = await bring(stage, list('Phone,Responsable', `${stage.newPhone()},${'x'.repeat(101)}`))
  const [row] = await stage.db.importRow.findMany({ where: { importId: id } })
  expect(row?.why).toEqual({ problems: [{ why: 'too-long', field: 'responsible' }] })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { removeItem, reopenItem } from '../../src/casework/removal.ts'
import { acknowledge, addNote, claim, recordOutcome } from '../../src/casework/staff-actions.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { employ, type Colleague } from './people.ts'

let stage: CaseworkStage
let maya: Colleague
let noor: Colleague
let ines: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
  noor = await employ(stage.db, 'Noor', 'assistant')
  ines = await employ(stage.db, 'Ines', 'licensed')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const itemOf = (number: number) => stage.db.followUp.findUniqueOrThrow({ where: { number } })
async function missed(phone = stage.newPhone()): Promise<number> {
  const { followUpId } = await stage.call(phone)
  return (await stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })).number
}
const remove = (who: Colleague, number: number, note = 'Booked by her daughter.') =>
  removeItem(stage.sending, who.actor, { number, reason: 'already-scheduled', note })
const reopen = (who: Colleague, number: number, note = 'She called the desk again.') =>
  reopenItem(stage.sending, who.actor, { number, note })
const close = async (number: number): Promise<void> => {
  const order = { number, outcome: 'resolved', note: 'Settled.' } as const
  expect(await recordOutcome(stage.sending, maya.actor, order)).toEqual({ type: 'done' })
}
const refused = (reason: string) => ({ type: 'refused', reason })

describe('taking an item off the list', () => {
  test('closes it with its reason and note, audited, and stops what was planned', async () => {
    const patient = await stage.patient()
    const { number } = await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })
    expect(await remove(maya, number)).toEqual({ type: 'done' })
    expect(await itemOf(number)).toMatchObject({
      ...{ status: 'closed', outcome: 'removed', closingNote: 'Booked by her daughter.', attempts: 0 },
    })
    const line = await stage.db.historyEntry.findFirst({
      where: { followUpId: patient.followUpId, kind: 'removed' },
    })
    expect(line).toMatchObject({ actor: 'maya', detail: { reason: 'already-scheduled' } })
    const audit = { subject: `follow-up:${patient.followUpId}`, action: 'removed' }
    expect(await stage.db.auditEntry.count({ where: audit })).toBe(1)
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled' })
  })

  test('needs a note', async () => {
    const number = await missed()
    expect(await remove(maya, number, '  ')).toEqual(refused('note-required'))
    expect(await itemOf(number)).toMatchObject({ status: 'new-request' })
  })

  test('is not for assistants when licensed staff decide: sensitive, or not heard yet', async () => {
    for (const facts of [{ sensitive: true }, { heard: 'not-heard-yet' }]) {
      const number = await missed()
      await stage.db.followUp.update({ where: { number }, data: facts })
      expect(await remove(maya, number)).toEqual(refused('licensed-decides'))
      expect(await remove(ines, number)).toEqual({ type: 'done' })
    }
  })

  test('is not for assistants on the clinical queue', async () => {
    const phone = stage.newPhone()
    const number = await missed(phone)
    await stage.text(phone, 'my rash is worse')
    expect(await remove(maya, number)).toEqual(refused('not-your-queue'))
  })

  test('is refused while a colleague holds the item, and when it changed since the person looked', async () => {
    const number = await missed()
    await claim(stage.sending, noor.actor, { number })
    expect(await remove(maya, number)).toEqual(refused('claimed-by-another'))
    const other = await missed()
    const order = { number: other, reason: 'duplicate', note: 'Twice.', seen: 'something else' } as const
    expect(await removeItem(stage.sending, maya.actor, order)).toEqual(refused('changed-meanwhile'))
  })
})

describe('opening a closed item again', () => {
  test('puts it back with its history, due by its workflow, audited', async () => {
    const number = await missed()
    await close(number)
    expect(await reopen(maya, number)).toEqual({ type: 'done' })
    const item = await itemOf(number)
    expect(item).toMatchObject({
      status: 'callback-needed',
      outcome: null,
      closingNote: null,
      closedAt: null,
    })
    expect(item.dueAt! > WEDNESDAY_11 && item.escalateAt! > item.dueAt!).toBe(true)
    expect(await stage.history(item.id)).toEqual(['call-missed', 'outcome-recorded', 'reopened'])
    const audit = { subject: `follow-up:${item.id}`, action: 'reopened' }
    expect(await stage.db.auditEntry.count({ where: audit })).toBe(1)
  })

  test('is refused while the person has another open item', async () => {
    const phone = stage.newPhone()
    const number = await missed(phone)
    await close(number)
    await missed(phone)
    expect(await reopen(maya, number)).toEqual(refused('has-open-item'))
  })

  test('two at once open it once', async () => {
    const number = await missed()
    await close(number)
    const results = await Promise.all([reopen(maya, number), reopen(noor, number)])
    expect(results).toEqual(expect.arrayContaining([{ type: 'done' }, refused('not-closed')]))
    const { id } = await itemOf(number)
    expect((await stage.history(id)).filter((kind) => kind === 'reopened')).toHaveLength(1)
  })

  test('needs a note, a closed item, and somebody who works its queue', async () => {
    const phone = stage.newPhone()
    const number = await missed(phone)
    expect(await reopen(maya, number)).toEqual(refused('not-closed'))
    await stage.text(phone, 'my rash is worse')
    await acknowledge(stage.sending, ines.actor, { number })
    const order = { number, outcome: 'resolved', note: 'Seen at the desk.' } as const
    await recordOutcome(stage.sending, ines.actor, order)
    expect(await reopen(ines, number, ' ')).toEqual(refused('note-required'))
    expect(await reopen(maya, number)).toEqual(refused('not-your-queue'))
    expect(await reopen(ines, number)).toEqual({ type: 'done' })
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed', nextAction: 'licensed-review' })
  })

  test('is not possible for an item of a practice that is not the person’s', async () => {
    const number = await missed()
    const stranger = { ...maya.actor, clinics: ['elsewhere'] }
    await expect(reopenItem(stage.sending, stranger, { number, note: 'x' })).rejects.toThrow(NotFound)
  })
})

test('an assistant cannot give up on a sensitive item, and hears who can', async () => {
  const number = await missed()
  await stage.db.followUp.update({ where: { number }, data: { sensitive: true } })
  const order = { number, outcome: 'unable-to-reach', note: 'Three calls.' } as const
  expect(await recordOutcome(stage.sending, maya.actor, order)).toEqual(refused('licensed-decides'))
  expect(await addNote(stage.sending, maya.actor, { number, note: 'Three calls.' })).toEqual({ type: 'done' })
  expect(await recordOutcome(stage.sending, ines.actor, order)).toEqual({ type: 'done' })
})

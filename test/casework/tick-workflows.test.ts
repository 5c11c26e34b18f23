import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import type { RecordedOutcome } from '../../src/domain/follow-up/words.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

let stage: CaseworkStage
let maya: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const MONDAY_11 = new Date('2026-12-07T19:00:00Z')
const itemOf = (id: string) =>
  stage.db.followUp.findUniqueOrThrow({ where: { id }, include: { contact: true } })
const countOf = async (id: string, kind: string): Promise<number> =>
  (await stage.history(id)).filter((other) => other === kind).length

async function record(followUpId: string, outcome: RecordedOutcome, note = ''): Promise<void> {
  const { number } = await itemOf(followUpId)
  const result = await recordOutcome(stage.sending, maya.actor, { number, outcome, note })
  expect(result).toEqual({ type: 'done' })
}
const tickInFour = () => Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])

describe('an item that nobody works in time', () => {
  test('is told to the next one of its ladder once, though four processes tick at the same moment', async () => {
    const items = await Promise.all(Array.from({ length: 5 }, () => stage.call(stage.newPhone())))
    const { escalateAt } = await itemOf(items[0]!.followUpId)
    stage.setTime(new Date(escalateAt!.getTime() - 1))
    expect(await stage.tick()).toMatchObject({ targets: 0 })
    stage.setTime(escalateAt!)
    const ticks = await tickInFour()
    expect(ticks.reduce((sum, { targets }) => sum + targets, 0)).toBe(5)
    for (const { followUpId } of items) {
      expect(await countOf(followUpId, 'target-missed')).toBe(1)
      expect(await itemOf(followUpId)).toMatchObject({
        ...{ escalation: 'overdue', escalationStep: 1, escalatedTo: 'manager', lastAction: 'target-missed' },
        ...{ queue: 'assistant', status: 'new-request' },
      })
    }
  })

  test('is told one step, not many, when the clock work was away for days', async () => {
    const { followUpId } = await stage.call(stage.newPhone())
    stage.setTime(MONDAY_11)
    for (let minute = 0; minute < 5; minute += 1) {
      await stage.tick()
      stage.setTime(later(MONDAY_11, minute))
    }
    expect(await countOf(followUpId, 'target-missed')).toBe(1)
    expect((await itemOf(followUpId)).escalateAt! > later(MONDAY_11, 60)).toBe(true)
  })
})

describe('after an outage of days', () => {
  test('texts that are of no use any more stay away, and one call is due for each person', async () => {
    const items: { phone: string; followUpId: string }[] = []
    for (let count = 0; count < 8; count += 1) {
      const phone = stage.newPhone()
      items.push({ phone, followUpId: (await stage.call(phone, { agrees: true })).followUpId })
    }
    stage.setTime(MONDAY_11)
    await tickInFour()
    for (let minute = 1; minute < 30; minute += 5) {
      stage.setTime(later(MONDAY_11, minute))
      await stage.tick()
      await stage.runJobs()
    }
    for (const { phone, followUpId } of items) {
      expect(stage.twilio.postsTo(phone)).toEqual([])
      expect(await countOf(followUpId, 'call-attempt-due')).toBe(1)
      expect(await itemOf(followUpId)).toMatchObject({ status: 'callback-needed', nextAction: 'call-back' })
    }
  })

  test('a text that was planned before it falls away, and the item says so', async () => {
    const patient = await stage.patient()
    stage.enqueued.length = 0
    stage.setTime(later(MONDAY_11, -4 * 24 * 60))
    expect(await stage.tick()).toMatchObject({ tooLate: 0 })
    stage.setTime(MONDAY_11)
    const ticks = await tickInFour()
    expect(ticks.reduce((sum, { tooLate }) => sum + tooLate, 0)).toBe(1)
    await stage.runJobs()
    expect(stage.twilio.postsTo(patient.phone)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'too-late' })
    expect(await countOf(patient.followUpId, 'text-canceled')).toBe(1)
  })
})

describe('a text that still waits when the next one of its request is planned', () => {
  test('falls away, so that the person gets the one that fits; an answer to HELP stays', async () => {
    const patient = await stage.patient()
    const { id, contactId, clinicId, lineId, phone } = await stage.message(patient)
    const help = await stage.db.message.create({
      data: {
        ...{ contactId, clinicId, lineId, phone, followUpId: patient.followUpId, direction: 'out' },
        ...{ id: randomUUID(), language: 'en', createdAt: later(WEDNESDAY_11, 1) },
        ...{
          body: 'Cedar Grove',
          state: 'held',
          refusal: 'daily-cap',
          step: 'help:SM1',
          notBefore: later(WEDNESDAY_11, 999),
        },
      },
    })
    stage.setTime(later(WEDNESDAY_11, 60))
    const dueNow = { cadenceStep: 3, attempts: 2, nextTouchAt: later(WEDNESDAY_11, 60) }
    await stage.db.followUp.update({ where: { id: patient.followUpId }, data: dueNow })
    await stage.tick()
    const texts = await stage.db.message.findMany({
      where: { followUpId: patient.followUpId },
      orderBy: { createdAt: 'asc' },
    })
    expect(texts.map((text) => [text.id === id, text.state, text.refusal])).toEqual([
      [true, 'canceled', 'superseded'],
      [false, 'held', 'daily-cap'],
      [false, 'planned', null],
    ])
    expect(texts[1]?.id).toBe(help.id)
  })
})

describe('somebody who was called and not reached', () => {
  test('is not called again for the time that the practice chose, about anything, until they call', async () => {
    const patient = await stage.patient()
    const other = await stage.secondItem(patient)
    const rest = stage.sending.practices.all[0]!.persistence.restMinutes
    await record(patient.followUpId, 'no-answer')
    const { contact } = await itemOf(patient.followUpId)
    expect(contact?.restUntil).toEqual(later(WEDNESDAY_11, rest))

    const dueNow = { cadenceStep: 1, nextTouchAt: later(WEDNESDAY_11, 30) }
    await stage.db.followUp.update({ where: { id: other.followUpId }, data: dueNow })
    for (const minute of [30, rest - 1]) {
      stage.setTime(later(WEDNESDAY_11, minute))
      await stage.tick()
    }
    expect(await countOf(other.followUpId, 'call-attempt-due')).toBe(0)
    expect((await itemOf(other.followUpId)).dueAt).toEqual(later(WEDNESDAY_11, rest))

    stage.setTime(later(WEDNESDAY_11, rest))
    await stage.tick()
    expect(await countOf(other.followUpId, 'call-attempt-due')).toBe(1)

    stage.setTime(later(WEDNESDAY_11, 10))
    await record(patient.followUpId, 'no-answer')
    await stage.call(patient.phone)
    expect((await itemOf(patient.followUpId)).contact?.restUntil).toBeNull()
  })

  test('is asked for again by the cadence after the attempt, and a person decides after the last one', async () => {
    const { followUpId } = await stage.call(stage.newPhone())
    let now = WEDNESDAY_11
    for (let day = 0; day < 20 && (await itemOf(followUpId)).nextAction !== 'decide-closure'; day += 1) {
      const { nextTouchAt, dueAt, lastAction } = await itemOf(followUpId)
      now = nextTouchAt ?? dueAt!
      stage.setTime(now)
      await stage.tick()
      if ((await itemOf(followUpId)).lastAction !== lastAction || nextTouchAt === null) continue
      if ((await itemOf(followUpId)).status === 'callback-needed') await record(followUpId, 'no-answer')
    }
    const calls = stage.sending.practices.all[0]!.workflows['missed-call'].cadence.filter(
      (step) => step.do === 'call',
    )
    expect(await itemOf(followUpId)).toMatchObject({ attempts: calls.length, nextAction: 'decide-closure' })
    await record(followUpId, 'unable-to-reach', 'All calls made.')
    expect(await itemOf(followUpId)).toMatchObject({ status: 'closed', escalateAt: null, nextTouchAt: null })
    const ended = await stage.history(followUpId)
    stage.setTime(later(now, 30 * 24 * 60))
    await stage.tick()
    expect(await stage.history(followUpId)).toEqual(ended)
  })
})

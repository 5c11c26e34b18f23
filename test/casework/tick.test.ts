import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claim } from '../../src/casework/staff-actions.ts'
import { messageRecorded } from '../../src/casework/voicemails.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const ASSISTANT = { id: 'maya', name: 'Maya', roles: ['assistant' as const], clinics: [] }
const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })

describe('a cadence', () => {
  test('comes to each of thirty due items once, though four processes tick at the same moment', async () => {
    const phones = Array.from({ length: 30 }, () => stage.newPhone())
    const items: string[] = []
    for (const phone of phones) items.push((await stage.call(phone, { agrees: true })).followUpId)
    stage.setTime(later(WEDNESDAY_11, 2))
    const results = await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(results.reduce((sum, { touches }) => sum + touches, 0)).toBe(30)
    for (const followUpId of items) {
      expect(await stage.db.message.count({ where: { followUpId } })).toBe(1)
      expect(await itemOf(followUpId)).toMatchObject({ cadenceStep: 1, lastAction: 'text-planned' })
      expect(await stage.history(followUpId)).toEqual(['call-missed', 'text-agreed', 'text-planned'])
    }
    await stage.runJobs()
    expect(phones.map((phone) => stage.twilio.postsTo(phone).length)).toEqual(phones.map(() => 1))
  })

  test('comes to nothing before its time', async () => {
    const { followUpId } = await stage.call(stage.newPhone(), { agrees: true })
    stage.setTime(later(WEDNESDAY_11, 1.9))
    expect(await stage.tick()).toMatchObject({ touches: 0 })
    expect(await itemOf(followUpId)).toMatchObject({ cadenceStep: 0 })
  })

  test('of a long outage is caught up one step at a time, each step counted from when it happened', async () => {
    const { followUpId } = await stage.call(stage.newPhone())
    stage.setTime(later(WEDNESDAY_11, 6 * 60))
    await stage.tick()
    await stage.tick()
    expect(await itemOf(followUpId)).toMatchObject({ cadenceStep: 1 })
  })

  test('of an item that cannot be worked, such as one of a practice without a file, holds up no other', async () => {
    const orphan = await stage.patient()
    const lost = await stage.patient()
    const waiting = await stage.call(stage.newPhone(), { agrees: true })
    await stage.db.followUp.update({ where: { id: orphan.followUpId }, data: { clinicId: 'gone' } })
    await stage.db.followUp.update({
      where: { id: orphan.followUpId },
      data: { nextTouchAt: WEDNESDAY_11 },
    })
    for (const { messageId } of [orphan, lost]) {
      await stage.db.message.update({
        where: { id: messageId },
        data: { state: 'sending', claimedAt: WEDNESDAY_11, verdict: { type: 'go' } },
      })
    }
    stage.setTime(later(WEDNESDAY_11, 3))
    await stage.tick()
    expect(await itemOf(waiting.followUpId)).toMatchObject({ lastAction: 'text-planned' })
    expect(await stage.message(lost)).toMatchObject({ state: 'unknown' })
    expect(await stage.db.heartbeat.findUnique({ where: { name: 'tick' } })).toMatchObject({
      at: stage.now(),
    })
    await stage.db.followUp.update({
      where: { id: orphan.followUpId },
      data: { clinicId: 'cedar-grove' },
    })
  })
})

describe('a text that is due', () => {
  test('and whose job was lost is put into the queue again after two minutes, and leaves once', async () => {
    const patient = await stage.patient()
    stage.enqueued.length = 0
    stage.setTime(later(WEDNESDAY_11, 1.9))
    await stage.tick()
    expect(stage.enqueued).toEqual([])
    stage.setTime(later(WEDNESDAY_11, 2))
    await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(stage.enqueued.length).toBeGreaterThan(0)
    await stage.runJobs()
    expect(stage.twilio.postsTo(patient.phone)).toHaveLength(1)
    await stage.tick()
    expect(stage.enqueued).toEqual([])
  })
})

describe('a voicemail that nobody could read', () => {
  test('goes to licensed staff when its transcript is overdue, once, and says why', async () => {
    const { callSid, followUpId } = await stage.call(stage.newPhone())
    await messageRecorded(stage.sending, {
      ...{ callSid, recordingSid: sid('RE', 1), status: 'completed', seconds: 20 },
    })
    stage.setTime(later(WEDNESDAY_11, 14.9))
    await stage.tick()
    expect(await itemOf(followUpId)).toMatchObject({ queue: 'assistant', heard: 'not-heard-yet' })

    stage.setTime(later(WEDNESDAY_11, 15))
    await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(await itemOf(followUpId)).toMatchObject({
      ...{ queue: 'licensed', status: 'routed-to-clinical', heard: 'not-heard-yet' },
      ...{ nextAction: 'listen-to-voicemail', escalation: 'not-heard', hearBy: null },
      dueAt: later(WEDNESDAY_11, 45),
    })
    const lines = await stage.history(followUpId)
    expect(lines.filter((kind) => kind === 'transcript-overdue')).toHaveLength(1)
  })
})

describe('a claim', () => {
  test('runs out after a quarter of an hour: the item is its queue’s again, once', async () => {
    await stage.db.staff.create({
      data: {
        ...{ id: 'maya', name: 'Maya', email: 'maya@example.com', emailVerified: true },
        ...{ roles: ['assistant'], clinics: [], createdAt: WEDNESDAY_11, updatedAt: WEDNESDAY_11 },
      },
    })
    const { followUpId } = await stage.call(stage.newPhone())
    const { number } = await itemOf(followUpId)
    expect(await claim(stage.sending, ASSISTANT, { number })).toEqual({ type: 'done' })
    stage.setTime(later(WEDNESDAY_11, 14.9))
    expect(await stage.tick()).toMatchObject({ released: 0 })
    expect(await itemOf(followUpId)).toMatchObject({ ownerId: 'maya' })

    stage.setTime(later(WEDNESDAY_11, 15))
    const ticks = await Promise.all([stage.tick(), stage.tick(), stage.tick(), stage.tick()])
    expect(ticks.reduce((sum, { released }) => sum + released, 0)).toBe(1)
    expect(await itemOf(followUpId)).toMatchObject({ ownerId: null, claimedUntil: null, queue: 'assistant' })
  })
})

describe('the heartbeat', () => {
  test('is one row that says when the clock work last ran, however many processes tick', async () => {
    await Promise.all([stage.tick(), stage.tick()])
    stage.setTime(later(WEDNESDAY_11, 1))
    await Promise.all([stage.tick(), stage.tick()])
    const rows = await stage.db.heartbeat.findMany()
    expect(rows).toEqual([{ name: 'tick', at: later(WEDNESDAY_11, 1), by: expect.any(String) }])
  })
})

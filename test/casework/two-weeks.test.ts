import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FollowUp, Message } from '../../prisma/generated/client.ts'
import { receiveRequest } from '../../src/casework/requests.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { TRIGGERS, type RecordedOutcome } from '../../src/domain/follow-up/words.ts'
import { Chance } from '../domain/follow-up/year/chance.ts'
import { DAY, HOUR, MINUTE, Wall } from '../domain/follow-up/year/wall.ts'
import { mayArrive } from '../domain/texting/us-clock.ts'
import { startCasework, type CaseworkStage } from '../support/casework.ts'
import { examplePractice } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

/*
 * Two weeks with two half holidays, on the database and through the use cases: what the year in memory shows
 * (test/domain/follow-up/year.test.ts) holds for the rows too.
 */

const FROM = Date.parse('2026-12-18T15:00:00Z')
const TO = FROM + 14 * DAY
const STEP = HOUR
/** The clock work stands still from the day before Christmas Eve until noon of the Monday after it. */
const OUTAGE = { from: Date.parse('2026-12-23T19:00:00Z'), to: Date.parse('2026-12-28T20:00:00Z') }

let stage: CaseworkStage
let staff: Record<'assistant' | 'licensed' | 'manager', Colleague>
const policy = examplePractice()
const wall = new Wall(policy.calendar)
const chance = new Chance(5)
const stopped = new Map<string, number>()
const phones: string[] = []
const forgotten = new Set<string>()

beforeAll(async () => {
  stage = await startCasework()
  staff = {
    assistant: await employ(stage.db, 'Maya', 'assistant'),
    licensed: await employ(stage.db, 'Ines', 'licensed'),
    manager: await employ(stage.db, 'Dana', 'manager'),
  }
})
afterAll(() => stage.close())

const openItems = (): Promise<FollowUp[]> =>
  stage.db.followUp.findMany({ where: { status: { not: 'closed' } }, orderBy: { number: 'asc' } })

/** Somebody calls, or another system tells of them: of every kind of request one after the other. */
async function arrive(nth: number): Promise<void> {
  const phone = stage.newPhone()
  phones.push(phone)
  const trigger = TRIGGERS[nth % TRIGGERS.length] ?? 'missed-call'
  if (trigger === 'missed-call' || nth % 3 === 0) {
    await stage.call(phone, { agrees: true })
    return
  }
  if (trigger === 'patient-message') return stage.text(phone, 'I would like to book a visit')
  const none = { segment: null, dueFrom: null, dueTo: null, provider: null, providerPriority: null }
  await receiveRequest(stage.sending, {
    ...{
      clinicId: 'cedar-grove',
      lineId: 'cedar-grove/main',
      phone,
      language: 'es',
      source: 'api',
      by: 'key:1',
    },
    ...{ sourceRef: null, importId: null, licensed: false },
    need: {
      ...{ trigger, personName: null, reason: nth % 9 === 4 ? 'my rash is worse' : null, ...none },
      ...{ lastAppointment: null, preferredContact: null, insuranceNote: null, authorizationNeeded: false },
      ...{ lastOutreachAt: null, lastOutreachResult: null },
    },
  })
}

/** Whoever owns what is due works it, but for what they forget. */
async function work(item: FollowUp): Promise<void> {
  if (forgotten.has(item.id)) return
  if (item.attempts === 0 && chance.in100(12)) {
    forgotten.add(item.id)
    return
  }
  const outcome = chance.weighed<RecordedOutcome>(
    item.nextAction === 'decide-closure'
      ? { 'unable-to-reach': 1 }
      : { 'no-answer': 55, 'left-voicemail': 20, 'reached-scheduled': 10, resolved: 15 },
  )
  const { actor } = staff[item.queue as keyof typeof staff]
  await recordOutcome(stage.sending, actor, { number: item.number, outcome, note: 'as it was' })
}

async function checkDay(now: number): Promise<number> {
  let told = 0
  for (const item of await openItems()) {
    expect([item.queue, item.dueAt, item.nextAction, item.escalateAt]).not.toContain(null)
    if (!forgotten.has(item.id) || wall.workdaysBetween(item.dueAt!.getTime(), now) < 1) continue
    const since = new Date(now - DAY)
    const lines = await stage.db.historyEntry.count({
      where: { followUpId: item.id, kind: 'target-missed', at: { gt: since } },
    })
    expect(lines, `somebody heard today that item ${String(item.number)} waits`).toBeGreaterThan(0)
    told += 1
  }
  return told
}

function checkTexts(texts: readonly Message[]): void {
  const { texting, calendar } = policy
  const place = {
    ...{ zones: ['America/Los_Angeles'], state: 'CA', practiceZone: calendar.zone },
    ...{ practiceWindow: texting.window, holidays: texting.holidays },
  }
  for (const phone of phones) {
    const left = texts.filter((text) => text.phone === phone).flatMap(({ leftAt }) => leftAt.map(Number))
    const sorted = left.toSorted((a, b) => a - b)
    for (const [index, at] of sorted.entries()) {
      expect(mayArrive(place, new Date(at))).toBe(true)
      expect(at).toBeLessThanOrEqual(stopped.get(phone) ?? Infinity)
      if (index > 0) expect(at - sorted[index - 1]!).toBeGreaterThanOrEqual(DAY)
    }
  }
  expect(new Set(texts.map(({ followUpId, step }) => `${followUpId!} ${step!}`)).size).toBe(texts.length)
}

test(
  'two weeks of a practice: its rows keep what the rules promise, through holidays and an outage of days',
  { timeout: 90_000 },
  async () => {
    let arrived = 0
    let told = 0
    for (let now = FROM; now < TO; now += STEP) {
      const { date, minute } = wall.read(now)
      const isDown = OUTAGE.from <= now && now < OUTAGE.to
      if (minute < 7 * 60 || minute > 18 * 60) continue
      stage.setTime(new Date(now))
      if (arrived < 42 && chance.in100(70)) await arrive(arrived++)
      if (arrived > 0 && chance.in100(12)) {
        const phone = chance.of([phones[0]!, ...phones])
        if (!stopped.has(phone)) stopped.set(phone, now)
        await stage.text(phone, 'STOP')
      }
      if (isDown) continue
      await stage.tick()
      await stage.runJobs()
      if (wall.isOpen(now)) {
        for (const item of await openItems())
          if (item.dueAt && item.dueAt.getTime() <= now && chance.in100(60)) await work(item)
      }
      const closing = wall.closing(date)
      const lastOfDay = closing !== null && minute <= closing && closing < minute + STEP / MINUTE
      if (lastOfDay && now - OUTAGE.to > 20 * HOUR) told += await checkDay(now)
    }
    const closed = await stage.db.followUp.findMany({ where: { status: 'closed' } })
    for (const { outcome, closingNote } of closed) expect([outcome, closingNote]).not.toContain(null)
    const texts = await stage.db.message.findMany({ where: { direction: 'out' } })
    checkTexts(texts)
    const left = texts.filter(({ leftAt }) => leftAt.length > 0).length
    expect([arrived, closed.length > 10, told > 3, left > 5, stopped.size > 3]).toEqual([
      42,
      true,
      true,
      true,
      true,
    ])
  },
)

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acknowledgementsIn } from '../../src/reports/acknowledgements.ts'
import { spanOf } from '../../src/reports/span.ts'
import { startCasework, type CaseworkStage } from '../support/casework.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../support/practice.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

const { calendar, clinicId } = examplePractice()
const wednesday = spanOf(calendar, '2026-12-02', '2026-12-02')
const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)

let version = 0
/** Alerts of one item at these minutes past nine; `end`: when somebody acted, `by`: whether they said that they have it. */
async function alerts(
  followUpId: string,
  minutes: readonly number[],
  end: { at: number; by: 'key' | 'act' | null } | null,
  how: { urgent?: boolean; clinic?: string } = {},
): Promise<void> {
  for (const [index, minute] of minutes.entries()) {
    version += 1
    await stage.db.staffAlert.create({
      data: {
        ...{ id: randomUUID(), followUpId, clinicId: how.clinic ?? clinicId, itemVersion: version },
        ...{ step: index + 1, urgent: how.urgent ?? true, contactRole: 'licensed', language: 'en' },
        ...{ phone: '+14155550160', code: String(1000 + version), textState: 'sent', callState: 'failed' },
        ...{ textAt: at(minute), callAt: at(minute), createdAt: at(minute) },
        endedAt: end && at(end.at),
        ...(end?.by ? { acknowledgedAt: at(end.at), acknowledgedBy: 'nora', acknowledgedMeans: end.by } : {}),
      },
    })
  }
}
const item = async (): Promise<string> => (await stage.call(stage.newPhone())).followUpId
const report = () => acknowledgementsIn(stage.db, clinicId, wednesday)

test('of a day without alerts there is nothing to tell', async () => {
  expect(await report()).toEqual({
    ...{ alerted: 0, acknowledged: 0, unacknowledged: 0, medianMinutes: null, longestMinutes: null },
  })
})

test('counts from the first alert of a run to whoever had it, with the median and the longest, and who waits still', async () => {
  await alerts(await item(), [0], { at: 3, by: 'key' })
  await alerts(await item(), [60, 61, 81], { at: 100.5, by: 'act' })
  const twice = await item()
  await alerts(twice, [10], { at: 14, by: 'key' })
  await alerts(twice, [200], { at: 201, by: 'key' })
  // Closed without anybody having answered, and one that waits.
  await alerts(await item(), [300], { at: 310, by: null })
  await alerts(await item(), [400, 410], null)
  // Begun the day before, only overdue, or another practice's.
  await alerts(await item(), [-700, 5], { at: 20, by: 'key' })
  await alerts(await item(), [30], { at: 90, by: 'key' }, { urgent: false })
  await alerts(await item(), [30], { at: 90, by: 'key' }, { clinic: 'elm-street' })
  // 3, 40.5, 4 and 1 minute.
  expect(await report()).toEqual({
    ...{ alerted: 6, acknowledged: 4, unacknowledged: 1, medianMinutes: 3.5, longestMinutes: 40.5 },
  })
})

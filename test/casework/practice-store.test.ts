import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import type { Line } from '../../src/domain/policy/policy.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { examplePractice, later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

const ANA = '+14155552001'
const NEW_NUMBER = '+14155550177'
const DAY_LATER = later(WEDNESDAY_11, 24 * 60)
const practice = examplePractice()

let stage: CaseworkStage

beforeEach(async () => {
  stage = await startCasework()
  stage.setTime(DAY_LATER)
})
afterEach(() => stage.close())

/** The clinic file now says something else about the main line. @returns the use cases under the new file. */
async function change(main: Partial<Line>) {
  const lines = practice.lines.map((line) => (line.phone === MAIN ? { ...line, ...main } : line))
  const changed = { ...practice, lines }
  await storePractices(stage.db, [changed], DAY_LATER)
  return { ...stage.sending, practices: createPractices([changed]) }
}
const lineOf = (phone: string) => stage.db.clinicLine.findFirst({ where: { phone, active: true } })
const listed = (to: string, minutes: number): void => {
  const at = later(DAY_LATER, minutes)
  stage.twilio.log.calls.push({ sid: sid('CA', 1), from: ANA, to, at, seconds: 30 })
}

describe('a line that gets another name in the clinic file', () => {
  it('keeps the time from which its number is the practice’s', async () => {
    await change({ id: `${practice.clinicId}/desk`, name: 'Desk' })
    expect(await lineOf(MAIN)).toMatchObject({
      ...{ id: `${practice.clinicId}/desk`, name: 'Desk', addedAt: WEDNESDAY_11 },
    })
  })

  it('does not lose a call that came in while the product was restarted for it', async () => {
    const sending = await change({ id: `${practice.clinicId}/desk` })
    listed(MAIN, -2)
    expect(await reconcile(sending, 'start')).toMatchObject({ calls: 1, created: 1, problems: [] })
    expect(await stage.db.followUp.findMany()).toMatchObject([{ receivedAt: later(DAY_LATER, -2) }])
  })

  it('passes nothing on to another practice that gets the number', async () => {
    const other = { ...practice, clinicId: 'other', version: 'other:1' }
    const [main] = practice.lines
    await storePractices(stage.db, [{ ...other, lines: [{ ...main!, id: 'other/main' }] }], DAY_LATER)
    expect(await lineOf(MAIN)).toMatchObject({ clinicId: 'other', addedAt: DAY_LATER })
  })
})

describe('a line that gets another number', () => {
  it('has the new number from that time on', async () => {
    await change({ phone: NEW_NUMBER })
    expect(await lineOf(NEW_NUMBER)).toMatchObject({ addedAt: DAY_LATER })
  })

  it('has nothing to do with calls to that number before', async () => {
    const sending = await change({ phone: NEW_NUMBER })
    listed(NEW_NUMBER, -60)
    expect(await reconcile(sending, 'start')).toMatchObject({ calls: 0, created: 0, problems: [] })
    expect(await stage.db.followUp.count()).toBe(0)
  })
})

it('a line whose name and number stay as they are keeps its time', async () => {
  await change({})
  expect(await lineOf(MAIN)).toMatchObject({ addedAt: WEDNESDAY_11 })
})

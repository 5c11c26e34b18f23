import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listenForChanges } from '../../src/casework/changes.ts'
import { planReconciliation } from '../../src/casework/reconcile/order.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { MAIN, startCasework, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

/** The scheduling line of the example practice: Ringback rings the practice first. */
const FRONT = '+14155550101'
const ANA = '+14155552001'
const BEN = '+14155552002'

/** The line was set up at 11:00; this is when the tests begin. */
const NOON = new Date('2026-12-02T20:00:00Z')
const at = (time: string): Date => new Date(`2026-12-02T${time}Z`)

let stage: CaseworkStage
let rest: CaseworkStage['twilio']['log']

beforeEach(async () => {
  stage = await startCasework()
  rest = stage.twilio.log
  stage.setTime(NOON)
})
afterEach(() => stage.close())

const run = () => reconcile(stage.sending, 'command')
const call = (n: number) => stage.db.call.findUniqueOrThrow({ where: { sid: sid('CA', n) } })

describe('what goes wrong', () => {
  it('at the carrier is the result itself, and the next comparison reaches as far back as needed', async () => {
    const first = await run()
    rest.broken.set('Recordings', 0)
    stage.setTime(later(NOON, 3 * 24 * 60))
    const failed = await run()
    expect(failed.failure).toBe("The carrier's list of recordings could not be read.")
    expect(failed.finishedAt).toEqual(later(NOON, 3 * 24 * 60))
    rest.broken.clear()
    stage.setTime(later(NOON, 3 * 24 * 60 + 60))
    const again = await run()
    // Two hours before the last success would be earlier than the lines themselves.
    expect(again.since).toEqual(at('19:00:00'))
    expect(first.since).toEqual(at('19:00:00'))
    expect(new Set(rest.askedSince)).toEqual(new Set(['2026-12-02T19:00:00Z']))
  })

  it('in the middle of a list does not lose what was read before', async () => {
    rest.pageSize = 1
    rest.broken.set('Calls', 1)
    rest.calls.push(
      { sid: sid('CA', 1), from: ANA, to: MAIN, at: at('19:10:00'), seconds: 12 },
      { sid: sid('CA', 2), from: BEN, to: MAIN, at: at('19:20:00'), seconds: 12 },
    )
    expect(await run()).toMatchObject({
      ...{ calls: 1, created: 1, failure: "The carrier's list of calls could not be read." },
    })
    rest.broken.clear()
    expect(await run()).toMatchObject({ calls: 2, created: 1, failure: null })
  })

  it('with one call does not hold up the others, and is told', async () => {
    rest.noLegs.add(sid('CA', 1))
    rest.calls.push(
      { sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 12 },
      { sid: sid('CA', 2), from: BEN, to: MAIN, at: at('19:20:00'), seconds: 12 },
    )
    expect(await run()).toMatchObject({
      ...{ created: 1, problems: [{ sid: sid('CA', 1), why: 'not-recorded' }] },
    })
    rest.noLegs.clear()
    expect(await run()).toMatchObject({ repaired: 1, problems: [] })
    expect((await call(1)).state).toBe('missed')
  })
})

describe('how far back it looks', () => {
  it('is 26 hours when the last comparison was an hour ago, and to that one when it was days ago', async () => {
    await stage.db.clinicLine.updateMany({ data: { addedAt: new Date('2026-06-01T00:00:00Z') } })
    expect((await run()).since).toEqual(new Date('2026-10-28T20:00:00Z'))
    stage.setTime(later(NOON, 60))
    expect((await run()).since).toEqual(new Date('2026-12-01T19:00:00Z'))
    stage.setTime(new Date('2026-12-09T20:00:00Z'))
    expect((await run()).since).toEqual(new Date('2026-12-02T19:00:00Z'))
  })
})

describe('who starts it', () => {
  const ordered = () => stage.enqueued.filter(({ name }) => name === 'reconcile')

  it('is the clock at minute 7 of each hour, once for all processes together', async () => {
    await planReconciliation(stage.sending, 'start')
    expect(ordered()).toHaveLength(1)
    stage.setTime(later(NOON, 6))
    await planReconciliation(stage.sending, 'hourly')
    expect(ordered()).toHaveLength(1)
    stage.setTime(later(NOON, 7))
    await Promise.all([1, 2, 3].map(() => planReconciliation(stage.sending, 'hourly')))
    expect(ordered().map(({ id }) => id.split(':')[0])).toEqual(['start', 'hourly'])
    expect(ordered()[1]?.at).toEqual(later(NOON, 7))
    stage.setTime(later(NOON, 70))
    await planReconciliation(stage.sending, 'hourly')
    expect(ordered()).toHaveLength(3)
  })

  it('gets its result written down under the reason and the number of the order', async () => {
    await planReconciliation(stage.sending, 'start')
    const [order] = ordered()
    expect(await stage.runJobs()).toBe(0)
    expect(await stage.db.reconciliation.findMany()).toMatchObject([
      { id: order?.id.split(':')[1], why: 'start', startedAt: NOON, finishedAt: NOON },
    ])
  })

  it('makes open boards look again', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const stop = await listenForChanges(stage.url, resolve, stage.sending.log)
    try {
      await run()
      expect(await promise).toBeNull()
    } finally {
      await stop()
    }
  })
})

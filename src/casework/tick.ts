import { randomUUID } from 'node:crypto'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { wakeDeliveries } from './outgoing/deliver.ts'
import { wakeAlerts } from './alerting/wake.ts'
import { settleEndedCall } from './phone-calls.ts'
import { readWordsAgain } from './read-again.ts'
import { batch, each, inForce, oneByOne, type Found } from './one-by-one.ts'
import { dropLateTexts, endTextsOfGoneLines, findLostSends, wakeTexts } from './tick-texts.ts'

/**
 * The clock work: finds what time has made due and records it. It only finds; every change is made under the item's lock and
 * checked again there, so that any number of processes may tick in the same minute and each thing happens once.
 */
export async function tick(deps: Casework): Promise<TickResult> {
  const at = deps.clock.now()
  const result: TickResult = {
    touches: await eachItem(deps, await dueItems(deps, 'nextTouchAt', at), (item) =>
      item.status !== 'closed' && item.cadence.state === 'running' && item.cadence.nextTouchAt <= at
        ? { type: 'touch-due', at }
        : null,
    ),
    unheard: await eachItem(deps, await dueItems(deps, 'hearBy', at), (item) =>
      item.status !== 'closed' && item.hearBy !== null && item.hearBy <= at
        ? { type: 'transcript-overdue', at }
        : null,
    ),
    unread: await eachItem(deps, await dueItems(deps, 'replyBy', at), (item) =>
      item.status !== 'closed' && item.replyBy !== null && item.replyBy <= at
        ? { type: 'reply-overdue', at }
        : null,
    ),
    released: await eachItem(deps, await dueItems(deps, 'claimedUntil', at), (item) =>
      item.claimedUntil !== null && item.claimedUntil <= at ? { type: 'released', at, by: 'system' } : null,
    ),
    readAgain: await readWordsAgain(deps, at),
    // After what came due, which may have given an item a new time.
    targets: await eachItem(deps, await dueItems(deps, 'escalateAt', at), (item) =>
      item.status !== 'closed' && item.escalateAt <= at ? { type: 'target-missed', at } : null,
    ),
    alerts: await wakeAlerts(deps, at),
    calls: await settleCalls(deps, at),
    tooLate: await dropLateTexts(deps, at),
    ended: await endTextsOfGoneLines(deps),
    texts: await wakeTexts(deps, at),
    unknown: await findLostSends(deps, at),
    deliveries: await wakeDeliveries(deps, at),
  }
  await deps.listeners.refresh()
  await deps.db.$executeRaw`
    INSERT INTO heartbeat (name, at, by) VALUES ('tick', ${at}, ${TICKER})
    ON CONFLICT (name) DO UPDATE SET at = excluded.at, by = excluded.by`
  const worked = Object.values(result).reduce((sum, count) => sum + count, 0)
  if (worked > 0) deps.log.info({ ...result }, 'tick')
  return result
}

/** How many of each kind were found and recorded. */
export type TickResult = {
  touches: number
  unheard: number
  unread: number
  released: number
  readAgain: number
  targets: number
  alerts: number
  calls: number
  tooLate: number
  ended: number
  texts: number
  unknown: number
  deliveries: number
}

const MINUTE = 60_000
/** How long after the end of a call the word that somebody answered it may still come. */
const ANSWER_GRACE = MINUTE / 2
/** How long after the end of a call its entry in the carrier's log is waited for. */
const LOG_GRACE = 5 * MINUTE
const TICKER = randomUUID()

/** The times of an item that come due by the clock alone. */
type DueColumn = 'nextTouchAt' | 'hearBy' | 'replyBy' | 'claimedUntil' | 'escalateAt'

/** Open items that have come to this time of theirs. A closed one has none of them any more. */
function dueItems(deps: Casework, column: DueColumn, at: Date): Promise<Found[]> {
  return batch((order, take) =>
    deps.db.followUp.findMany({
      where: { ...inForce(deps), [column]: { lte: at }, status: { not: 'closed' } },
      select: { id: true, contactId: true },
      orderBy: { [column]: order },
      take,
    }),
  )
}

function eachItem(
  deps: Casework,
  found: readonly Found[],
  eventFor: (item: FollowUp) => ItemEvent | null,
): Promise<number> {
  return each(deps, 'followUpId', found, async (desk, id) => {
    const item = await desk.item(id)
    const event = item && eventFor(item)
    if (!event) return false
    await desk.apply(item, event)
    return true
  })
}

/**
 * Calls that ended while they rang, and nobody told us in time whether they were answered: the carrier's log is asked. When it does not
 * say in time either, they count as missed, since a needless callback is better than none.
 */
async function settleCalls(deps: Casework, at: Date): Promise<number> {
  const before = (grace: number): Date => new Date(at.getTime() - grace)
  const calls = await batch(async (order, take) => {
    const ended = await deps.db.call.findMany({
      where: {
        ...inForce(deps),
        state: 'ringing',
        OR: [
          { onlyEnded: false, endedAt: { lte: before(ANSWER_GRACE) } },
          { onlyEnded: true, endedAt: { lte: before(LOG_GRACE) } },
        ],
      },
      select: { sid: true, onlyEnded: true, startedAt: true },
      orderBy: { endedAt: order },
      take,
    })
    return ended.map(({ sid, ...call }) => ({ id: sid, ...call }))
  })
  return oneByOne(deps, 'callSid', calls, async ({ id, onlyEnded, startedAt }) => {
    if (onlyEnded) await settleEndedCall(deps, id, startedAt)
    else await askCarrier(deps, id, at)
    return true
  })
}

async function askCarrier(deps: Casework, callSid: string, at: Date): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const { count } = await tx.call.updateMany({
      where: { sid: callSid, onlyEnded: false },
      data: { onlyEnded: true },
    })
    if (count > 0) await deps.jobs.enqueue(tx, 'place-call', callSid, at)
  })
}

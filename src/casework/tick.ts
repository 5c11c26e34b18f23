import { randomUUID } from 'node:crypto'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { settleEndedCall } from './phone-calls.ts'
import { record, type Desk } from './record.ts'

/**
 * The clock work: finds what time has made due and records it. It only finds; every change is made under the item's lock and
 * checked again there, so that any number of processes may tick in the same minute and each thing happens once.
 */
export async function tick(deps: Casework): Promise<TickResult> {
  const at = deps.clock.now()
  const result: TickResult = {
    touches: await eachItem(deps, await dueTouches(deps, at), (item) =>
      item.status !== 'closed' && item.cadence.state === 'running' && item.cadence.nextTouchAt <= at
        ? { type: 'touch-due', at }
        : null,
    ),
    unheard: await eachItem(deps, await overdueTranscripts(deps, at), (item) =>
      item.status !== 'closed' && item.hearBy !== null && item.hearBy <= at
        ? { type: 'transcript-overdue', at }
        : null,
    ),
    unread: await eachItem(deps, await overdueReplies(deps, at), (item) =>
      item.status !== 'closed' && item.replyBy !== null && item.replyBy <= at
        ? { type: 'reply-overdue', at }
        : null,
    ),
    released: await eachItem(deps, await staleClaims(deps, at), (item) =>
      item.claimedUntil !== null && item.claimedUntil <= at ? { type: 'released', at, by: 'system' } : null,
    ),
    calls: await settleCalls(deps, at),
    texts: await wakeTexts(deps, at),
    unknown: await findLostSends(deps, at),
  }
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
  calls: number
  texts: number
  unknown: number
}

/** The most of one kind in one tick; the rest comes with the next, a minute later, so that an outage is caught up without a burst. */
const BATCH = 500
const MINUTE = 60_000
/** A planned text whose job did not come by now lost it. */
const JOB_LOST_AFTER = 2 * MINUTE
/** How long after the end of a call the word that somebody answered it may still come. */
const ANSWER_GRACE = MINUTE / 2
/** How long after the end of a call its entry in the carrier's log is waited for. */
const LOG_GRACE = 5 * MINUTE
/** Longer than a send can take with its time-out: whoever claimed the text is gone. */
const SEND_LOST_AFTER = 2 * MINUTE
const TICKER = randomUUID()

type Found = { readonly id: string; readonly contactId: string | null }

const dueTouches = (deps: Casework, at: Date): Promise<Found[]> =>
  deps.db.followUp.findMany({
    where: { nextTouchAt: { lte: at }, status: { not: 'closed' } },
    select: { id: true, contactId: true },
    orderBy: { nextTouchAt: 'asc' },
    take: BATCH,
  })

const overdueTranscripts = (deps: Casework, at: Date): Promise<Found[]> =>
  deps.db.followUp.findMany({
    where: { hearBy: { lte: at }, status: { not: 'closed' } },
    select: { id: true, contactId: true },
    orderBy: { hearBy: 'asc' },
    take: BATCH,
  })

const overdueReplies = (deps: Casework, at: Date): Promise<Found[]> =>
  deps.db.followUp.findMany({
    where: { replyBy: { lte: at }, status: { not: 'closed' } },
    select: { id: true, contactId: true },
    orderBy: { replyBy: 'asc' },
    take: BATCH,
  })

const staleClaims = (deps: Casework, at: Date): Promise<Found[]> =>
  deps.db.followUp.findMany({
    where: { claimedUntil: { lte: at } },
    select: { id: true, contactId: true },
    orderBy: { claimedUntil: 'asc' },
    take: BATCH,
  })

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

/** One transaction for each. @returns how many were changed, by what `change` says. */
function each(
  deps: Casework,
  kind: 'followUpId' | 'messageId',
  found: readonly Found[],
  change: (desk: Desk, id: string) => Promise<boolean>,
): Promise<number> {
  return oneByOne(deps, kind, found, async ({ id, contactId }) => {
    const incident = { receipt: null, at: deps.clock.now(), contact: { id: contactId } }
    const { answer } = await record(deps, incident, async (desk) =>
      (await change(desk, id)) ? 'changed' : null,
    )
    return answer === 'changed'
  })
}

/** What fails is logged and does not hold up the others. @returns for how many `work` said that it changed something. */
async function oneByOne<Thing extends { readonly id: string }>(
  deps: Casework,
  kind: 'followUpId' | 'messageId' | 'callSid',
  things: readonly Thing[],
  work: (thing: Thing) => Promise<boolean>,
): Promise<number> {
  let count = 0
  for (const thing of things) {
    try {
      if (await work(thing)) count += 1
    } catch (error) {
      deps.log.error(
        { err: error, [kind]: thing.id },
        'the tick could not record what is due; it tries again next minute',
      )
    }
  }
  return count
}

/**
 * Calls that ended while they rang, and nobody told us in time whether they were answered: the carrier's log is asked. When it does not
 * say in time either, they count as missed, since a needless callback is better than none.
 */
async function settleCalls(deps: Casework, at: Date): Promise<number> {
  const before = (grace: number): Date => new Date(at.getTime() - grace)
  const ended = await deps.db.call.findMany({
    where: {
      state: 'ringing',
      OR: [
        { onlyEnded: false, endedAt: { lte: before(ANSWER_GRACE) } },
        { onlyEnded: true, endedAt: { lte: before(LOG_GRACE) } },
      ],
    },
    select: { sid: true, onlyEnded: true, startedAt: true },
    orderBy: { endedAt: 'asc' },
    take: BATCH,
  })
  const calls = ended.map(({ sid, ...call }) => ({ id: sid, ...call }))
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

/** Held texts whose time has come, and planned ones whose job got lost. Two jobs for one text send it once. */
async function wakeTexts(deps: Casework, at: Date): Promise<number> {
  const due = await deps.db.message.findMany({
    where: {
      OR: [
        { state: 'held', notBefore: { lte: at } },
        { state: 'planned', notBefore: { lte: new Date(at.getTime() - JOB_LOST_AFTER) } },
      ],
    },
    select: { id: true },
    orderBy: { notBefore: 'asc' },
    take: BATCH,
  })
  for (const { id } of due) {
    await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, 'send-text', id, at))
  }
  return due.length
}

async function findLostSends(deps: Casework, at: Date): Promise<number> {
  const lost = await deps.db.message.findMany({
    where: { state: 'sending', claimedAt: { lte: new Date(at.getTime() - SEND_LOST_AFTER) } },
    select: { id: true, contactId: true },
    take: BATCH,
  })
  return each(deps, 'messageId', lost, async (desk, id) => {
    const { count } = await desk.tx.message.updateMany({
      where: { id, state: 'sending' },
      data: { state: 'unknown' },
    })
    if (count === 0) return false
    const { followUpId } = await desk.tx.message.findUniqueOrThrow({
      where: { id },
      select: { followUpId: true },
    })
    const item = await desk.item(followUpId)
    if (item) await desk.apply(item, { type: 'text-unknown', at: desk.at, messageId: id })
    await deps.jobs.enqueue(desk.tx, 'look-up-text', id, desk.at)
    return true
  })
}

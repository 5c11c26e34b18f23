import { hasLostItsUse } from '../domain/follow-up/touches.ts'
import { isWaiting, WAITING } from '../domain/texting/delivery.ts'
import type { Casework } from './casework.ts'
import { BATCH, batch, each, orderAgain } from './one-by-one.ts'
import { endOfGoneLine, textsOfGoneLines } from './sending/line-gone.ts'

/* What time does to texts. */

const MINUTE = 60_000
/** A planned text whose job did not come by now lost it. */
const JOB_LOST_AFTER = 2 * MINUTE
/** Longer than a send can take with its time-out: whoever claimed the text is gone. */
const SEND_LOST_AFTER = 2 * MINUTE
/** No text loses its use sooner (`hasLostItsUse`). */
const LATE_FROM = 24 * 60 * MINUTE

/**
 * Texts of a rule that should have left more than a business day ago, because nothing ran: nobody wants "we missed your call" a week
 * later. They fall away, and the cadence goes on with its next step. What a person wrote is theirs to judge.
 */
export async function dropLateTexts(deps: Casework, at: Date): Promise<number> {
  const due = await batch((order, take) =>
    deps.db.message.findMany({
      where: {
        lineId: { in: [...deps.practices.linesInUse] },
        state: { in: [...WAITING] },
        sentBy: null,
        notBefore: { lte: new Date(at.getTime() - LATE_FROM) },
      },
      select: { id: true, contactId: true },
      orderBy: { notBefore: order },
      take,
    }),
  )
  return each(deps, 'messageId', due, async (desk, id) => {
    const { message, item } = await desk.text(id)
    const { calendar } = deps.practices.policy(message.clinicId)
    const { state, notBefore } = message
    if (!isWaiting(state) || notBefore === null || !hasLostItsUse(calendar, notBefore, at)) return false
    const change = { state: 'canceled', refusal: 'too-late' }
    const event = { type: 'text-canceled', at: desk.at, messageId: id, why: 'too-late' } as const
    if (item) await desk.apply(item, event, { id, change })
    else await desk.changeText(id, change)
    return true
  })
}

/** Texts whose line was given up end, and their items say so. */
export async function endTextsOfGoneLines(deps: Casework): Promise<number> {
  return each(deps, 'messageId', await textsOfGoneLines(deps, BATCH), async (desk, id) =>
    endOfGoneLine(deps, desk, await desk.text(id)),
  )
}

/** Held texts whose time has come, and planned ones whose job got lost. Two jobs for one text send it once. */
export async function wakeTexts(deps: Casework, at: Date): Promise<number> {
  const due = await batch((order, take) =>
    deps.db.message.findMany({
      where: {
        lineId: { in: [...deps.practices.linesInUse] },
        OR: [
          { state: 'held', notBefore: { lte: at } },
          { state: 'planned', notBefore: { lte: new Date(at.getTime() - JOB_LOST_AFTER) } },
        ],
      },
      select: { id: true },
      orderBy: { notBefore: order },
      take,
    }),
  )
  return orderAgain(deps, 'send-text', due, at)
}

/** Sends whose worker is gone: nobody knows whether they left, so the carrier's log is asked. */
export async function findLostSends(deps: Casework, at: Date): Promise<number> {
  const lost = await batch((order, take) =>
    deps.db.message.findMany({
      where: { state: 'sending', claimedAt: { lte: new Date(at.getTime() - SEND_LOST_AFTER) } },
      select: { id: true, contactId: true },
      orderBy: { claimedAt: order },
      take,
    }),
  )
  return each(deps, 'messageId', lost, async (desk, id) => {
    const { message, item } = await desk.text(id)
    if (message.state !== 'sending') return false
    const change = { state: 'unknown' }
    if (item) await desk.apply(item, { type: 'text-unknown', at: desk.at, messageId: id }, { id, change })
    else await desk.changeText(id, change)
    await deps.jobs.enqueue(desk.tx, 'look-up-text', id, desk.at)
    return true
  })
}

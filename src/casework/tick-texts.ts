import { hasLostItsUse } from '../domain/follow-up/touches.ts'
import { isWaiting, WAITING } from '../domain/texting/delivery.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { BATCH, batch, each } from './one-by-one.ts'
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
    const text = await desk.tx.message.findUniqueOrThrow({ where: { id } })
    const { calendar } = deps.practices.policy(text.clinicId)
    if (!isWaiting(text.state) || text.notBefore === null || !hasLostItsUse(calendar, text.notBefore, at))
      return false
    await desk.tx.message.update({ where: { id }, data: { state: 'canceled', refusal: 'too-late' } })
    const item = await desk.item(text.followUpId)
    if (item) await desk.apply(item, { type: 'text-canceled', at: desk.at, messageId: id, why: 'too-late' })
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
  for (const { id } of due) {
    await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, 'send-text', id, at))
  }
  return due.length
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

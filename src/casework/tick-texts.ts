import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { BATCH, batch, each } from './one-by-one.ts'
import { endOfGoneLine, linesInUse, textsOfGoneLines } from './sending/line-gone.ts'

/* What time does to texts. */

const MINUTE = 60_000
/** A planned text whose job did not come by now lost it. */
const JOB_LOST_AFTER = 2 * MINUTE
/** Longer than a send can take with its time-out: whoever claimed the text is gone. */
const SEND_LOST_AFTER = 2 * MINUTE

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
        lineId: { in: linesInUse(deps) },
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

import { isWaiting, WAITING } from '../../domain/texting/delivery.ts'
import type { WaitReason } from '../../domain/texting/gate.ts'
import type { Casework } from '../casework.ts'
import type { TextOfItem } from '../message-store.ts'
import type { Desk } from '../record.ts'

/*
 * Texts of a line that a practice gave up. There is no number that they could leave from, so they end, and the item says so: its callback is
 * owed all the same. What is in the files may differ between processes while they are started anew, so the database decides: it holds what
 * the process that was started last has read.
 */

const GONE: WaitReason = 'line-gone'

/** Texts that wait on lines that were given up, of practices that are still in the files. @param most so many at the most */
export function textsOfGoneLines(
  { db, practices }: Casework,
  most: number,
): Promise<{ id: string; contactId: string | null }[]> {
  return db.message.findMany({
    where: {
      state: { in: [...WAITING] },
      clinicId: { in: practices.all.map(({ clinicId }) => clinicId) },
      lineId: { notIn: [...practices.linesInUse] },
      line: { active: false },
    },
    select: { id: true, contactId: true },
    take: most,
  })
}

/**
 * Ends a text whose line was given up. Throws when this process alone does not know the line.
 * @returns whether it ended; a text of a practice that is in no file stands still instead.
 */
export async function endOfGoneLine(deps: Casework, desk: Desk, text: TextOfItem): Promise<boolean> {
  const { message, item } = text
  const { id, lineId, clinicId } = message
  if (!isWaiting(message.state) || deps.practices.lineInUse(lineId)) return false
  const { active } = await desk.tx.clinicLine.findUniqueOrThrow({ where: { id: lineId } })
  if (active) {
    throw new Error(
      `Another process reads a clinic file with the line "${lineId}": start this one anew with the same files.`,
    )
  }
  if (!deps.practices.knows(clinicId)) return false
  const change = { state: 'refused', refusal: GONE, settledAt: desk.at }
  if (item)
    await desk.apply(item, { type: 'text-refused', at: desk.at, messageId: id, why: GONE }, { id, change })
  else await desk.changeText(id, change)
  return true
}

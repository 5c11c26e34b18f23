import type { Tx } from '../../platform/db.ts'
import { textUpdate, type TextChange } from '../message-store.ts'

/**
 * Takes the next place in a sender's row, which all processes share: as many a second as its carrier lets through, so that the
 * queue stays here, where an opt-out can still stop it, and not with the carrier. Every text is one segment (the gate sees to it),
 * so places are texts. A text whose place is there at once is changed by the same statement.
 *
 * The row stays locked until the transaction ends, and the other texts of the sender wait for that; so this comes last in it.
 * @param sender.perSecond texts a second; from 1,000 on there is no pace
 * @param now by the product's clock
 * @param text what is changed of it when it may leave now
 * @returns null when it may, and was changed; otherwise when it may leave, and nothing was written of it.
 */
export async function takeTurn(
  tx: Tx,
  sender: { readonly phone: string; readonly perSecond: number },
  now: Date,
  text: { readonly id: string; readonly change: TextChange },
): Promise<Date | null> {
  // Whole milliseconds, which is what the column and a Date hold: both must mean the same instant.
  const step = sender.perSecond < 1000 ? Math.ceil(1000 / sender.perSecond) : 0
  // A row that lies in the past or more than a day ahead is none of this time: nobody sent for a while, or the clock was moved.
  const [row] = await tx.$queryRaw<{ turn: Date; claimed: boolean }[]>`
    WITH place AS (
      INSERT INTO sender_pace AS pace (sender, next_at)
      VALUES (${sender.phone}, ${now}::timestamptz + ${step}::float8 * interval '1 millisecond')
      ON CONFLICT (sender) DO UPDATE SET next_at = ${step}::float8 * interval '1 millisecond' +
        CASE WHEN pace.next_at BETWEEN ${now}::timestamptz AND ${now}::timestamptz + interval '1 day'
        THEN pace.next_at ELSE ${now}::timestamptz END
      RETURNING next_at - ${step}::float8 * interval '1 millisecond' AS turn
    ), claimed AS (
      ${textUpdate(text.id, text.change)} AND (SELECT turn FROM place) <= ${now} RETURNING id
    )
    SELECT turn, EXISTS (SELECT FROM claimed) AS claimed FROM place`
  if (!row) throw new Error('No place in the row of a sender was given out')
  return row.claimed ? null : row.turn
}

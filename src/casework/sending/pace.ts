import type { Db } from '../../platform/db.ts'

/**
 * Takes the next place in a sender's row, which all processes share: as many a second as its carrier lets through, so that the
 * queue stays here, where an opt-out can still stop it, and not with the carrier. Every text is one segment (the gate sees to it),
 * so places are texts.
 * @param at now
 * @param perSecond texts a second
 * @returns when the text may leave: now, or later.
 */
export async function takeTurn(db: Db, sender: string, at: Date, perSecond: number): Promise<Date> {
  const step = 1000 / perSecond
  // A row that lies in the past or more than a day ahead is none of this time: nobody sent for a while, or the clock was moved.
  const [row] = await db.$queryRaw<{ turn: Date }[]>`
    INSERT INTO sender_pace AS pace (sender, next_at)
    VALUES (${sender}, ${at}::timestamptz + ${step}::float8 * interval '1 millisecond')
    ON CONFLICT (sender) DO UPDATE SET next_at = ${step}::float8 * interval '1 millisecond' +
      CASE WHEN pace.next_at BETWEEN ${at}::timestamptz AND ${at}::timestamptz + interval '1 day'
      THEN pace.next_at ELSE ${at}::timestamptz END
    RETURNING next_at - ${step}::float8 * interval '1 millisecond' AS turn`
  return row && row.turn > at ? row.turn : at
}

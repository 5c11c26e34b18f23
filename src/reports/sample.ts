import type { Outcome } from '../domain/follow-up/words.ts'
import type { Db } from '../platform/db.ts'
import type { Span } from './span.ts'

/** An item whose documentation somebody may look over. It is read where items are read, with the reader's own rights. */
export type Sampled = { readonly id: string; readonly number: number; readonly outcome: Outcome }

const MOST = 10

/**
 * Some of the items that a practice closed in a span, for looking over what was written down. Chance picks them: the same for everybody
 * who asks about the same days, and not to be foreseen by those who do the work.
 */
export function sampleOfClosed(db: Db, clinicId: string, { from, start, end }: Span): Promise<Sampled[]> {
  return db.$queryRaw<Sampled[]>`
    SELECT id, number, outcome FROM follow_up
    WHERE clinic_id = ${clinicId} AND status = 'closed' AND closed_at >= ${start} AND closed_at < ${end}
    ORDER BY md5(id::text || ${from}), number LIMIT ${MOST}`
}

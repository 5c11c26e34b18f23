import { Prisma } from '../../prisma/generated/client.ts'
import type { LastAction } from '../domain/follow-up/item.ts'
import type { Db } from '../platform/db.ts'
import type { Span } from './span.ts'

/** Why an item came before somebody else: the words of its history, and clinical words that do not wait. */
export const ESCALATION_REASONS = [
  'target-missed',
  'transcript-overdue',
  'reply-overdue',
  'reminders-unanswered',
  'handed-over',
  'urgent-words',
] as const satisfies readonly (LastAction | 'urgent-words')[]
type EscalationReason = (typeof ESCALATION_REASONS)[number]

export type Escalations = {
  /** items; one that was escalated several times counts once */
  readonly items: number
  /** how many items for each reason, the most frequent first; an item may have several */
  readonly reasons: readonly { readonly why: EscalationReason; readonly items: number }[]
}

/** A line of history that tells of urgent words. */
export const URGENT_LINE = Prisma.sql`(h.kind = 'routed-to-clinical' AND h.detail->>'urgency' = 'urgent')`

/** What was escalated in a span. */
export async function escalationsIn(db: Db, clinicId: string, { start, end }: Span): Promise<Escalations> {
  const kinds = Prisma.join(ESCALATION_REASONS.filter((why) => why !== 'urgent-words'))
  const lines = Prisma.sql`
    SELECT h.follow_up_id AS item, CASE WHEN ${URGENT_LINE} THEN 'urgent-words' ELSE h.kind END AS why
    FROM history h JOIN follow_up f ON f.id = h.follow_up_id
    WHERE f.clinic_id = ${clinicId} AND h.at >= ${start} AND h.at < ${end} AND (h.kind IN (${kinds}) OR ${URGENT_LINE})`
  const [reasons, [all]] = await Promise.all([
    db.$queryRaw<{ why: EscalationReason; items: number }[]>`
      SELECT why, count(DISTINCT item)::int AS items FROM (${lines}) escalated GROUP BY why ORDER BY items DESC, why`,
    db.$queryRaw<{ items: number }[]>`SELECT count(DISTINCT item)::int AS items FROM (${lines}) escalated`,
  ])
  return { items: all?.items ?? 0, reasons }
}

import type { Outcome } from '../domain/follow-up/words.ts'
import type { Db } from '../platform/db.ts'
import { acknowledgementsIn, type Acknowledgements } from './acknowledgements.ts'
import { escalationsIn, URGENT_LINE, type Escalations } from './escalations.ts'
import { average } from './numbers.ts'
import type { Span } from './span.ts'

/** What a day of a practice came to. It counts items, not people: it finds where work gets stuck. */
export type DailyClose = {
  readonly opened: number
  /** closed on that day, each with an outcome */
  readonly documented: {
    readonly items: number
    /** the most frequent first */
    readonly outcomes: readonly { readonly outcome: Outcome; readonly items: number }[]
  }
  readonly escalated: Escalations
  /** open at the end of the day, or now while it lasts */
  readonly carriedOver: {
    readonly withNextAction: number
    /** always 0: the database refuses an open item without a next action and a time for it */
    readonly without: number
  }
  /** items that were found urgent on that day */
  readonly urgent: {
    readonly items: number
    /** how many of them somebody acknowledged or worked since */
    readonly answered: number
    /** by the clock, from the urgent words to that; null: none was answered */
    readonly averageMinutes: number | null
    readonly longestMinutes: number | null
  }
  /** how soon those on call answered for what was urgent */
  readonly alerts: Acknowledgements
}

export async function dailyClose(db: Db, clinicId: string, day: Span): Promise<DailyClose> {
  const { start, end } = day
  const [counts, outcomes, escalated, alerts, urgent] = await Promise.all([
    db.$queryRaw<{ opened: number; withNextAction: number; without: number }[]>`
      SELECT (count(*) FILTER (WHERE received_at >= ${start}))::int AS opened,
        (count(*) FILTER (WHERE closed_at >= ${end}
          OR (closed_at IS NULL AND next_action IS NOT NULL AND due_at IS NOT NULL)))::int AS "withNextAction",
        (count(*) FILTER (WHERE closed_at IS NULL AND (next_action IS NULL OR due_at IS NULL)))::int AS without
      FROM follow_up
      WHERE clinic_id = ${clinicId} AND received_at < ${end}
        AND (received_at >= ${start} OR status <> 'closed' OR closed_at >= ${start})`,
    db.$queryRaw<{ outcome: Outcome; items: number }[]>`
      SELECT outcome, count(*)::int AS items FROM follow_up
      WHERE clinic_id = ${clinicId} AND status = 'closed' AND closed_at >= ${start} AND closed_at < ${end}
      GROUP BY outcome ORDER BY items DESC, outcome`,
    escalationsIn(db, clinicId, day),
    acknowledgementsIn(db, clinicId, day),
    db.$queryRaw<{ found: Date; answered: Date | null }[]>`
      SELECT found.at AS found, (
        SELECT min(a.at) FROM history a WHERE a.follow_up_id = found.item AND a.at >= found.at
          AND a.kind IN ('acknowledged', 'alert-acknowledged', 'outcome-recorded')) AS answered
      FROM (
        SELECT h.follow_up_id AS item, min(h.at) AS at FROM history h JOIN follow_up f ON f.id = h.follow_up_id
        WHERE f.clinic_id = ${clinicId} AND h.at >= ${start} AND h.at < ${end} AND ${URGENT_LINE}
        GROUP BY h.follow_up_id) found`,
  ])
  const minutes = urgent.flatMap(({ found, answered }) =>
    answered === null ? [] : [(answered.getTime() - found.getTime()) / 60_000],
  )
  const { opened = 0, withNextAction = 0, without = 0 } = counts[0] ?? {}
  return {
    opened,
    documented: { items: outcomes.reduce((sum, { items }) => sum + items, 0), outcomes },
    escalated,
    carriedOver: { withNextAction, without },
    alerts,
    urgent: {
      items: urgent.length,
      answered: minutes.length,
      averageMinutes: average(minutes),
      longestMinutes: minutes.length === 0 ? null : Math.round(Math.max(...minutes) * 10) / 10,
    },
  }
}

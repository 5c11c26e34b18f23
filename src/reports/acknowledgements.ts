import type { Db } from '../platform/db.ts'
import type { Span } from './span.ts'

/**
 * How soon those on call answered for what was urgent. Counted are runs of alerts: all that went out about one item from the first one
 * until somebody acted. A run belongs to the span in which it began; what became of it is told as of now.
 */
export type Acknowledgements = {
  /** runs that began */
  readonly alerted: number
  /** of these: somebody said that they have it, on the phone or by working it */
  readonly acknowledged: number
  /** by the clock, from the first alert to that; null: none was acknowledged */
  readonly medianMinutes: number | null
  readonly longestMinutes: number | null
  /** of these: nobody has answered yet */
  readonly unacknowledged: number
}

/** @param clinicId whose. @param span when the first alert of a run left. */
export async function acknowledgementsIn(
  db: Db,
  clinicId: string,
  { start, end }: Span,
): Promise<Acknowledgements> {
  // Whatever ends one alert of an item ends all that are open, at the same instant.
  const runs = await db.$queryRaw<{ first: Date; ended: Date | null; acknowledged: Date | null }[]>`
    SELECT min(created_at) AS first, ended_at AS ended, acknowledged_at AS acknowledged
    FROM staff_alert WHERE clinic_id = ${clinicId} AND urgent AND created_at < ${end}
    GROUP BY follow_up_id, ended_at, acknowledged_at HAVING min(created_at) >= ${start}`
  const minutes = runs
    .flatMap(({ first, acknowledged }) =>
      acknowledged === null ? [] : [(acknowledged.getTime() - first.getTime()) / 60_000],
    )
    .sort((a, b) => a - b)
  return {
    alerted: runs.length,
    acknowledged: minutes.length,
    medianMinutes: median(minutes),
    longestMinutes: minutes.length === 0 ? null : toTenths(minutes.at(-1) ?? 0),
    unacknowledged: runs.filter(({ ended }) => ended === null).length,
  }
}

/** The middle one, or the mean of the two in the middle, to one decimal; null of nothing. @param sorted the smallest first. */
function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : toTenths((lower + upper) / 2)
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10
}

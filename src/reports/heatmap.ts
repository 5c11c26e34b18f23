import { WEEKDAYS } from '../domain/time/calendar.ts'
import type { Db } from '../platform/db.ts'
import type { Span } from './span.ts'

export type Heatmap = {
  readonly missedCalls: number
  /** Monday first; 24 counts each, the first for the hour after midnight */
  readonly weekdays: readonly {
    readonly weekday: (typeof WEEKDAYS)[number]
    readonly hours: readonly number[]
  }[]
}

/** Missed calls by weekday and hour, as the practice's own clock showed it: the hour that comes twice in autumn counts twice. */
export async function heatmap(
  db: Db,
  practice: { readonly clinicId: string; readonly zone: string },
  { start, end }: Span,
): Promise<Heatmap> {
  const { clinicId, zone } = practice
  const cells = await db.$queryRaw<{ weekday: number; hour: number; calls: number }[]>`
    SELECT extract(isodow FROM started_at AT TIME ZONE ${zone})::int AS weekday,
      extract(hour FROM started_at AT TIME ZONE ${zone})::int AS hour, count(*)::int AS calls
    FROM call WHERE clinic_id = ${clinicId} AND state = 'missed' AND direction = 'inbound'
      AND started_at >= ${start} AND started_at < ${end}
    GROUP BY 1, 2`
  const callsAt = new Map(
    cells.map(({ weekday, hour, calls }) => [`${String(weekday)} ${String(hour)}`, calls]),
  )
  return {
    missedCalls: cells.reduce((sum, { calls }) => sum + calls, 0),
    weekdays: WEEKDAYS.map((weekday, index) => ({
      weekday,
      hours: Array.from(
        { length: 24 },
        (_, hour) => callsAt.get(`${String(index + 1)} ${String(hour)}`) ?? 0,
      ),
    })),
  }
}

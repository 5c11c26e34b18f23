import { businessMinutesBetween } from '../domain/time/business-time.ts'
import type { Calendar } from '../domain/time/calendar.ts'

/** The mean to one decimal; null of nothing. */
export function average(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}

/** The average business time, in minutes, between pairs of instants that both happened. */
export function averageBetween(
  calendar: Calendar,
  pairs: readonly (readonly [Date, Date | null])[],
): number | null {
  return average(
    pairs.flatMap(([from, to]) => (to === null ? [] : [businessMinutesBetween(calendar, from, to)])),
  )
}

import type { Calendar } from '../domain/time/calendar.ts'
import { businessMinutesBetween, startOfDate } from '../domain/time/business-time.ts'

/** Days of a practice: dates in its zone, and the instants between which they lie. A day of a clock change has 23 or 25 hours. */
export type Span = {
  /** the first date, ISO */
  readonly from: string
  /** the last one, which is in it */
  readonly through: string
  readonly start: Date
  /** no longer in it */
  readonly end: Date
}

/** The date at a practice at an instant, ISO. */
export function dateAt({ zone }: Calendar, at: Date): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** `days` after a date, ISO; negative: before. */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The days from a date through another, ISO. */
export function spanOf(calendar: Calendar, from: string, through: string): Span {
  const end = startOfDate(calendar, daysAfter(through, 1))
  return { from, through, start: startOfDate(calendar, from), end }
}

/** The week of a date, Monday through Sunday. */
export function weekOf(calendar: Calendar, date: string): Span {
  const monday = daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
  return spanOf(calendar, monday, daysAfter(monday, 6))
}

/** A practice that was not open for so long has no last business day. */
const SEARCH_DAYS = 400

/**
 * When the last business day that is over at `at` began: what came in before has waited for a whole business day. Null when the
 * practice was not open within 400 days.
 */
export function startOfLastBusinessDay(calendar: Calendar, at: Date): Date | null {
  let date = dateAt(calendar, at)
  for (let step = 0; step < SEARCH_DAYS; step += 1) {
    const { start, end } = spanOf(calendar, date, date)
    const opened = businessMinutesBetween(calendar, start, end) > 0
    if (opened && (end <= at || businessMinutesBetween(calendar, at, end) === 0)) return start
    date = daysAfter(date, -1)
  }
  return null
}

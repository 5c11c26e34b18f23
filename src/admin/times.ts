import { WEEKDAYS, type Weekday } from '../domain/time/calendar.ts'
import { fill, type Words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How near a due time is; `soon` is within half an hour. */
export type Nearness = 'overdue' | 'soon' | 'later'

export function nearness(due: Date, now: Date): Nearness {
  const ahead = due.getTime() - now.getTime()
  if (ahead < 0) return 'overdue'
  return ahead <= 30 * MINUTE ? 'soon' : 'later'
}

/** "due in 25 min", "overdue 2 h": one unit, rounded down, so that nothing looks later than it is. */
export function dueWords(due: Date, now: Date, words: Words): string {
  const ahead = due.getTime() - now.getTime()
  if (Math.abs(ahead) < MINUTE) return words.ui.dueNow
  return fill(ahead < 0 ? words.ui.overdueBy : words.ui.dueIn, { time: span(Math.abs(ahead), words) })
}

function span(ms: number, words: Words): string {
  if (ms < HOUR) return fill(words.ui.minutes, { count: Math.floor(ms / MINUTE) })
  if (ms < 2 * DAY) return fill(words.ui.hours, { count: Math.floor(ms / HOUR) })
  return fill(words.ui.days, { count: Math.floor(ms / DAY) })
}

/** The clock on the practice's wall: "9:40 AM", with the day when it is not today's: "Mon, Nov 23, 9:40 AM". */
export function clinicTime(at: Date, now: Date, zone: string, words: Words): string {
  const time = format(at, zone, words, { hour: 'numeric', minute: '2-digit' })
  if (sameDay(at, now, zone)) return time
  return `${format(at, zone, words, { weekday: 'short', month: 'short', day: 'numeric' })}, ${time}`
}

/** Day, year and time to the second with its zone, for what must be clear years later: "Dec 2, 2026, 9:00:00 AM PST". */
export function exactTime(at: Date, zone: string, words: Words): string {
  return format(at, zone, words, {
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  })
}

/** Only the hour and minute, for places where the day stands above. */
export function clinicClock(at: Date, zone: string, words: Words): string {
  return format(at, zone, words, { hour: 'numeric', minute: '2-digit' })
}

/** "Today", "Yesterday", or "Friday, November 20". */
export function clinicDay(at: Date, now: Date, zone: string, words: Words): string {
  const days = dateIn(at, zone).until(dateIn(now, zone)).days
  if (days === 0) return words.ui.today
  if (days === 1) return words.ui.yesterday
  if (days === -1) return words.ui.tomorrow
  return format(at, zone, words, { weekday: 'long', month: 'long', day: 'numeric' })
}

/** The zone as people call it: "Pacific Time". */
export function zoneName(at: Date, zone: string, words: Words): string {
  const parts = new Intl.DateTimeFormat(locale(words), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace(/ Time$/, '') ?? zone
}

/** A date without a time or a zone, as the database gives it: "Nov 23, 2026". */
export function plainDate(date: Date, words: Words): string {
  return format(date, 'UTC', words, { year: 'numeric', month: 'short', day: 'numeric' })
}

/** An ISO date: "Nov 23, 2026". */
export function dayText(date: string, words: Words): string {
  return plainDate(new Date(`${date}T00:00Z`), words)
}

/** A clock time of a clinic file, such as `17:00` or `24:00`: "5:00 PM". */
export function clockText(time: string, words: Words): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return clinicClock(new Date(Date.UTC(2024, 0, 1, hour, minute)), 'UTC', words)
}

/** "Monday" */
export function weekdayName(day: Weekday, words: Words): string {
  // The first of January 2024 was a Monday.
  return format(new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day))), 'UTC', words, { weekday: 'long' })
}

/** The instant at which the practice's day began. */
export function startOfDay(now: Date, zone: string): Date {
  return new Date(dateIn(now, zone).toZonedDateTime(zone).epochMilliseconds)
}

/** The instant of a wall-clock time from a date-and-time field; null when it is not one. In the hour that a DST change skips, the later reading. */
export function instantOf(local: string, zone: string): Date | null {
  try {
    return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return null
  }
}

/** The present minute as a date-and-time field wants it. */
export function localMinute(at: Date, zone: string): string {
  return zoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

function sameDay(a: Date, b: Date, zone: string): boolean {
  return dateIn(a, zone).equals(dateIn(b, zone))
}

function dateIn(at: Date, zone: string): Temporal.PlainDate {
  return zoned(at, zone).toPlainDate()
}

function zoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

function format(at: Date, zone: string, words: Words, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(words), { ...options, timeZone: zone }).format(at)
}

function locale(words: Words): string {
  return words.language === 'es' ? 'es-US' : 'en-US'
}

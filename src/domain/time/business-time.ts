import { WEEKDAYS, type Block, type Calendar, type ClockTime } from './calendar.ts'

/*
 * Business time: the minutes in which a practice is open. All functions take and give instants; clock times are read in the
 * practice's zone. Where a clock time does not exist (spring) the later one is meant, where it comes twice (autumn) the first:
 * Temporal's "compatible".
 */

const MINUTE = 60_000
/** A practice that does not open for so long is not open at all; the search ends instead of running for ever. */
const SEARCH_DAYS = 400

/** What a caller finds: somebody there, the lunch gap, a day that differs by law, or an ordinary closing time. */
export const OPENNESS = ['open', 'lunch', 'closed', 'holiday'] as const
export type Openness = (typeof OPENNESS)[number]

/** Whether the practice is open at an instant, and if not, why. A closing time is no longer open. */
export function openness(calendar: Calendar, at: Date): Openness {
  const date = dateAt(calendar, at)
  const spans = openSpans(calendar, date)
  const now = at.getTime()
  if (spans.some((span) => span.from <= now && now < span.to)) return 'open'
  const first = spans[0]
  const last = spans.at(-1)
  if (first && last && first.from <= now && now < last.to) return 'lunch'
  const day = date.toString()
  return !calendar.oneOffDays[day] && calendar.holidays[day] !== undefined ? 'holiday' : 'closed'
}

/** Whether the practice is open at an instant. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  return openness(calendar, at) === 'open'
}

/**
 * The first open instant that is not before `at`: `at` itself while the practice is open.
 * @throws RangeError when the calendar does not open within 400 days.
 */
export function nextOpening(calendar: Calendar, at: Date): Date {
  const now = at.getTime()
  for (const span of spansFrom(calendar, at)) {
    if (now < span.to) return new Date(Math.max(span.from, now))
  }
  throw neverOpens(at)
}

/**
 * The instant when so many minutes of business time have passed since `at`. Outside business time the count starts at the next
 * opening. A count that is used up exactly at closing time ends there, not at the next opening; a count of 0 is `nextOpening`.
 * @throws RangeError when the calendar does not open long enough within 400 days.
 */
export function addBusinessMinutes(calendar: Calendar, at: Date, minutes: number): Date {
  if (minutes <= 0) return nextOpening(calendar, at)
  let left = minutes * MINUTE
  for (const span of spansFrom(calendar, at)) {
    const from = Math.max(span.from, at.getTime())
    if (from >= span.to) continue
    if (left <= span.to - from) return new Date(from + left)
    left -= span.to - from
  }
  throw neverOpens(at)
}

/**
 * The opening of the n-th business day after the day of `at`; a business day is one with any open hours. The day of `at` itself
 * never counts, whether it is a business day or not; 0 days is `nextOpening`.
 * @throws RangeError when the calendar has fewer business days within 400 days.
 */
export function addBusinessDays(calendar: Calendar, at: Date, days: number): Date {
  if (days <= 0) return nextOpening(calendar, at)
  let left = days
  let date = dateAt(calendar, at)
  for (let step = 0; step < SEARCH_DAYS; step += 1) {
    date = date.add({ days: 1 })
    const opening = openSpans(calendar, date)[0]
    if (!opening) continue
    left -= 1
    if (left === 0) return new Date(opening.from)
  }
  throw neverOpens(at)
}

/** A block that is nearly over is no promise: with less than this left, the next one is meant. */
const ENOUGH_LEFT = 15 * MINUTE

/**
 * The end of the block of open hours in which `at` lies: when the practice closes or goes to lunch. With fewer than 15 minutes left,
 * and while it is closed, the end of the next block.
 * @throws RangeError when the calendar does not open within 400 days.
 */
export function endOfBlock(calendar: Calendar, at: Date): Date {
  const now = at.getTime()
  for (const span of spansFrom(calendar, at)) {
    if (span.to - Math.max(span.from, now) >= ENOUGH_LEFT) return new Date(span.to)
  }
  throw neverOpens(at)
}

/**
 * When the practice opens next after `at`, on the same day or later; while it is open the block after this one is meant.
 * @throws RangeError when the calendar does not open within 400 days.
 */
export function nextBlock(calendar: Calendar, at: Date): Date {
  for (const span of spansFrom(calendar, at)) {
    if (span.from > at.getTime()) return new Date(span.from)
  }
  throw neverOpens(at)
}

/**
 * When the practice, after `at`, closes or goes to lunch while it is open, and otherwise when it opens.
 * @throws RangeError when the calendar does not open within 400 days.
 */
export function nextChange(calendar: Calendar, at: Date): Date {
  const now = at.getTime()
  for (const { from, to } of spansFrom(calendar, at)) {
    if (now < from) return new Date(from)
    if (now < to) return new Date(to)
  }
  throw neverOpens(at)
}

/**
 * The first opening of a day that lies after `at`: of the same day before it opens, otherwise of the next business day.
 * @throws RangeError when the calendar does not open within 400 days.
 */
export function nextMorning(calendar: Calendar, at: Date): Date {
  const [today] = openSpans(calendar, dateAt(calendar, at))
  return today && today.from > at.getTime() ? new Date(today.from) : addBusinessDays(calendar, at, 1)
}

/**
 * The n-th business day after `at`, in the other half of the day: after a morning when the afternoon begins, after an afternoon at the
 * opening. Lunch parts a day, and noon one without lunch. On a day with one half only, its opening.
 * @param days at least 1.
 * @throws RangeError when the calendar has fewer business days within 400 days.
 */
export function otherTimeOfDay(calendar: Calendar, at: Date, days: number): Date {
  const opening = addBusinessDays(calendar, at, days)
  const { lunch } = halves(calendar, dateAt(calendar, at))
  if (at.getTime() >= lunch) return opening
  const { afternoon } = halves(calendar, dateAt(calendar, opening))
  return afternoon === null ? opening : new Date(afternoon)
}

/** A break that begins between these clock times is lunch. */
const LUNCH = { from: '11:00', to: '14:00' }

/** Where a day parts, and when its second half opens; null: it has none. Epoch milliseconds. */
function halves(
  calendar: Calendar,
  date: Temporal.PlainDate,
): { readonly lunch: number; readonly afternoon: number | null } {
  const spans = openSpans(calendar, date)
  const clock = (time: ClockTime): number => instantOf(calendar.zone, date, time)
  const breaks = spans.slice(1).map((span, index) => ({ from: spans[index]?.to ?? span.from, to: span.from }))
  const lunch = breaks.find(({ from }) => clock(LUNCH.from) <= from && from <= clock(LUNCH.to))
  if (lunch) return { lunch: lunch.from, afternoon: lunch.to }
  const noon = clock('12:00')
  const later = spans.find((span) => span.to > noon)
  const onlyHalf = !later || spans.every((span) => span.from >= noon)
  return { lunch: noon, afternoon: onlyHalf ? null : Math.max(later.from, noon) }
}

/**
 * Midnight at the beginning of a date of the practice.
 * @param date ISO date, such as `2026-12-24`.
 */
export function startOfDate(calendar: Calendar, date: string): Date {
  return new Date(instantOf(calendar.zone, Temporal.PlainDate.from(date), '00:00'))
}

/** Minutes of business time between two instants, fractions included; 0 when `to` is not after `from`. */
export function businessMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0
  const last = dateAt(calendar, to)
  for (
    let date = dateAt(calendar, from);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const span of openSpans(calendar, date)) {
      sum += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()))
    }
  }
  return sum / MINUTE
}

/** Epoch milliseconds; open from the first up to, not including, the last. */
type Span = { readonly from: number; readonly to: number }

function* spansFrom(calendar: Calendar, at: Date): Generator<Span> {
  let date = dateAt(calendar, at)
  for (let step = 0; step < SEARCH_DAYS; step += 1) {
    yield* openSpans(calendar, date)
    date = date.add({ days: 1 })
  }
}

function openSpans(calendar: Calendar, date: Temporal.PlainDate): Span[] {
  return blocksOn(calendar, date)
    .map((block) => ({
      from: instantOf(calendar.zone, date, block.from),
      to: instantOf(calendar.zone, date, block.to),
    }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from)
}

/** A single day's own rule comes before the holidays, and these before the week. */
function blocksOn(calendar: Calendar, date: Temporal.PlainDate): readonly Block[] {
  const day = date.toString()
  const oneOff = calendar.oneOffDays[day]
  if (oneOff) return oneOff.blocks
  if (calendar.holidays[day] !== undefined) return []
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  return weekday ? calendar.hours[weekday] : []
}

/** Epoch milliseconds of a clock time on a date in a zone. */
function instantOf(zone: string, date: Temporal.PlainDate, time: ClockTime): number {
  const midnight = time === '24:00'
  return (midnight ? date.add({ days: 1 }) : date).toZonedDateTime({
    timeZone: zone,
    plainTime: midnight ? '00:00' : time,
  }).epochMilliseconds
}

function dateAt(calendar: Calendar, at: Date): Temporal.PlainDate {
  return at.toTemporalInstant().toZonedDateTimeISO(calendar.zone).toPlainDate()
}

function neverOpens(at: Date): RangeError {
  return new RangeError(
    `The calendar does not open often enough within ${SEARCH_DAYS} days of ${at.toISOString()}: give the practice opening hours.`,
  )
}

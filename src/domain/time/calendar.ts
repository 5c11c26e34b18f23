/** When a practice is open, as data. Business time is counted on it (business-time.ts). */
export type Calendar = {
  /** IANA zone in which the clock times and dates below are meant */
  readonly zone: string
  /** a day without blocks is closed; the gap between two blocks is lunch */
  readonly hours: Readonly<Record<Weekday, readonly Block[]>>
  /** closed for the whole day; days on which the practice works in spite of a holiday are not in it */
  readonly holidays: DateTable
  /** single dates that differ from the week and from the holidays: no blocks means closed */
  readonly oneOffDays: Readonly<Record<string, OneOffDay>>
}

/** In the order of ISO 8601: Temporal's `dayOfWeek` counts Monday as 1. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Open from the first minute up to, but not including, the last: `08:00` to `12:00` is closed at noon sharp. */
export type Block = { readonly from: ClockTime; readonly to: ClockTime }

/** `HH:MM`, 24 hours; `24:00` as the end of a block is midnight. */
export type ClockTime = string

type OneOffDay = { readonly blocks: readonly Block[]; readonly reason: string }

/** ISO date (`2026-12-25`) → the name of the day. */
export type DateTable = Readonly<Record<string, string>>

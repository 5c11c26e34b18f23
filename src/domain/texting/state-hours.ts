import type { Block, Weekday } from '../time/calendar.ts'

/**
 * Hours in which a text may arrive, per state of the recipient. The rules are written for telephone sales; here they hold
 * for every text that leaves by itself, because whether a text is a sales text is decided in court, long after it was sent.
 * Compiled 2026-11-21 from attorney-general pages and law-firm summaries that partly disagree; where they do, the narrower one
 * stands. Counsel confirms the states that a practice serves.
 */
export type StateHours = {
  readonly weekdays: Block
  readonly saturday: Block | null
  readonly sunday: Block | null
  /** where the hours come from, or what is special */
  readonly source: string
}

const daily = (from: string, to: string, source: string): StateHours => ({
  weekdays: { from, to },
  saturday: { from, to },
  sunday: { from, to },
  source,
})
const neverOnSunday = (from: string, to: string, source: string): StateHours => ({
  ...daily(from, to, source),
  sunday: null,
})

/** By the two letters of the state. A state that is not here has the narrowest window. */
export const STATE_HOURS: Readonly<Partial<Record<string, StateHours>>> = {
  AL: neverOnSunday('08:00', '20:00', 'Monday to Saturday, no holidays'),
  CA: daily('09:00', '21:00', 'some summaries only; others name the federal 8 to 21'),
  CT: daily('09:00', '20:00', 'summary'),
  FL: daily('08:00', '20:00', 'at most 3 in 24 hours about one subject'),
  IL: daily('09:00', '21:00', 'some summaries say from 8'),
  KY: daily('10:00', '21:00', 'summary'),
  LA: neverOnSunday('08:00', '20:00', 'no Sunday, no holidays'),
  MA: daily('08:00', '20:00', 'summary'),
  MD: daily('08:00', '20:00', 'SB 90 of 2023: calls and texts, at most 3 in 24 hours about one subject'),
  MI: daily('09:00', '21:00', 'summary'),
  MN: daily('09:00', '21:00', 'summary'),
  MS: neverOnSunday('08:00', '20:00', 'no Sunday'),
  NJ: daily('08:00', '20:00', 'summary'),
  NM: daily('09:00', '21:00', 'summary'),
  NV: daily('09:00', '20:00', 'summary'),
  OK: daily('08:00', '20:00', 'at most 3 in 24 hours'),
  PA: daily('08:00', '21:00', 'hours: Attorney General; none on state legal holidays since 3 Dec 2019'),
  RI: {
    weekdays: { from: '09:00', to: '18:00' },
    saturday: { from: '10:00', to: '17:00' },
    sunday: { from: '10:00', to: '17:00' },
    source: 'summary',
  },
  TX: {
    weekdays: { from: '09:00', to: '21:00' },
    saturday: { from: '09:00', to: '21:00' },
    sunday: { from: '12:00', to: '21:00' },
    source: 'SB 140, in force 1 Sep 2025, covers texts',
  },
  WA: daily('08:00', '20:00', 'HB 1497 of 2022'),
}

/**
 * Inside every row above: Monday to Friday, 10:00 to 17:00. Saturday would fit the rows as well and is left out, because some
 * states are not in the table and a text that asks to call back should find somebody at the practice.
 */
export const NARROWEST: StateHours = {
  weekdays: { from: '10:00', to: '17:00' },
  saturday: null,
  sunday: null,
  source: 'narrowest common window',
}

/** Federal telephone-sales hours, local time of the person called (47 CFR 64.1200(c)(1)): the widest window of all. */
export const FEDERAL_HOURS: Block = { from: '08:00', to: '21:00' }

/** The block of a weekday; null when nothing may be texted on it. */
export function hoursOn(hours: StateHours, weekday: Weekday): Block | null {
  if (weekday === 'sunday') return hours.sunday
  return weekday === 'saturday' ? hours.saturday : hours.weekdays
}

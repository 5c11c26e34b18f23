import type { Calendar } from '../../../../src/domain/time/calendar.ts'
import { WEEKDAYS } from '../../../../src/domain/time/calendar.ts'

/*
 * The clock and the calendar on the practice's wall, read with Intl and whole minutes, so that business time is not measured with its own
 * ruler.
 */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `minute` of the day, 0 to 1439. */
export type Reading = { readonly date: string; readonly minute: number }

export class Wall {
  private readonly calendar: Calendar
  private readonly format: Intl.DateTimeFormat
  private hour = -1
  private last: Reading = { date: '', minute: 0 }
  private readonly blocks = new Map<string, readonly (readonly [number, number])[]>()

  constructor(calendar: Calendar) {
    this.calendar = calendar
    this.format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: calendar.zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    })
  }

  /** The practice's zone keeps whole hours from UTC, so one reading serves an hour. */
  read(at: number): Reading {
    const hour = Math.floor(at / HOUR)
    if (hour !== this.hour) {
      const [, day, month, year, hours, minute] =
        /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(this.format.format(hour * HOUR)) ?? []
      this.hour = hour
      this.last = { date: `${year!}-${month!}-${day!}`, minute: Number(hours) * 60 + Number(minute) }
    }
    return { date: this.last.date, minute: this.last.minute + Math.floor((at - hour * HOUR) / MINUTE) }
  }

  isOpen(at: number): boolean {
    const { date, minute } = this.read(at)
    return this.hours(date).some(([from, to]) => from <= minute && minute < to)
  }

  isWorkday(date: string): boolean {
    return this.hours(date).length > 0
  }

  /** When the practice closes for the day, as the minute of that day; null: it does not open. */
  closing(date: string): number | null {
    return this.hours(date).at(-1)?.[1] ?? null
  }

  /** Working days that lie between the days of two instants, those two not counted; at most `most`. */
  workdaysBetween(from: number, to: number, most = 12): number {
    const end = this.read(to).date
    let count = 0
    for (let day = nextDate(this.read(from).date); day < end && count < most; day = nextDate(day)) {
      if (this.isWorkday(day)) count += 1
    }
    return count
  }

  private hours(date: string): readonly (readonly [number, number])[] {
    let known = this.blocks.get(date)
    if (!known) {
      const { oneOffDays, holidays, hours } = this.calendar
      // Monday is the first of WEEKDAYS, Sunday the first of Date's.
      const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!
      const blocks = oneOffDays[date]?.blocks ?? (date in holidays ? [] : hours[weekday])
      known = blocks.map(({ from, to }) => [minutes(from), minutes(to)] as const)
      this.blocks.set(date, known)
    }
    return known
  }
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function nextDate(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10)
}

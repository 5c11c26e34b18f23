import fc from 'fast-check'
import { STATE_HOURS } from '../../../src/domain/texting/state-hours.ts'
import type { TextWindowQuestion } from '../../../src/domain/texting/calling-hours.ts'
import { WEEKDAYS, type Block, type Weekday } from '../../../src/domain/time/calendar.ts'

/*
 * A second reading of "may a text arrive now", made with Intl and whole minutes, so that the calling hours are not measured with
 * their own ruler; and the questions it is asked, those nights on which clocks and calendars go wrong above all.
 */

/** Of the zone data for +1 numbers, and the county zones that a patient's record may name beside them. */
export const US_ZONES = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Boise'],
  ...['America/North_Dakota/Center', 'America/Phoenix', 'America/Anchorage', 'America/Juneau'],
  ...['America/Adak', 'Pacific/Honolulu', 'America/Puerto_Rico', 'America/St_Thomas', 'Pacific/Guam'],
  ...['Pacific/Saipan', 'Pacific/Pago_Pago', 'America/Detroit', 'America/Indiana/Indianapolis'],
  ...['America/Indiana/Knox', 'America/Indiana/Tell_City', 'America/Kentucky/Louisville'],
] as const

/** Which federal holidays fall on which days is the policy's business; here any days will do. */
const HOLIDAYS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => 2026 + index).flatMap((year) =>
    ['01-01', '02-29', '06-19', '07-04', '11-11', '12-25'].map((day) => [
      `${year}-${day}`,
      'a legal holiday',
    ]),
  ),
)

const QUARTER = 15 * 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const formats = new Map<string, Intl.DateTimeFormat>()
const lastHour = new Map<string, { hour: number; date: string; day: Weekday; minute: number }>()

/** What a clock and a calendar on a wall in `zone` show. Zones of the US keep whole hours from UTC, so one reading serves an hour. */
function wallClock(zone: string, at: Date): { date: string; day: Weekday; minute: number } {
  const hour = Math.floor(at.getTime() / HOUR)
  let known = lastHour.get(zone)
  if (known?.hour !== hour) {
    known = { hour, ...readWall(zone, new Date(hour * HOUR)) }
    lastHour.set(zone, known)
  }
  return { ...known, minute: known.minute + Math.floor((at.getTime() - hour * HOUR) / 60_000) }
}

function readWall(zone: string, at: Date): { date: string; day: Weekday; minute: number } {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    })
    formats.set(zone, format)
  }
  const [, day, month, year, hours, minute] =
    /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(format.format(at)) ?? []
  const date = `${year!}-${month!}-${day!}`
  // Monday is the first of WEEKDAYS, Sunday the first of Date's.
  return {
    date,
    day: WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!,
    minute: Number(hours) * 60 + Number(minute),
  }
}

/** Inside the hours of the state and of the practice in every zone, and on no holiday. */
export function mayArrive(question: Omit<TextWindowQuestion, 'at'>, at: Date): boolean {
  const zones = question.zones.length > 0 ? question.zones : [question.practiceZone]
  return zones.every((zone) => {
    const { date, day, minute } = wallClock(zone, at)
    const inside = (block: Block | null | undefined): boolean =>
      !!block && minutes(block.from) <= minute && minute < minutes(block.to)
    const own = question.practiceWindow === null ? narrow(day) : question.practiceWindow[day]
    return !(date in question.holidays) && inside(ofState(question, day)) && inside(own)
  })
}

/** The first instant from `at` on at which `mayArrive` says `wanted`, looked for a quarter of an hour at a time; null: not in five weeks. */
export function firstChange(question: TextWindowQuestion, wanted: boolean): Date | null {
  const asked = question.at.getTime()
  for (let at = Math.ceil(asked / QUARTER) * QUARTER; at < asked + 35 * DAY; at += QUARTER) {
    if (mayArrive(question, new Date(at)) === wanted) return new Date(at)
  }
  return null
}

function ofState({ zones, state }: Pick<TextWindowQuestion, 'zones' | 'state'>, day: Weekday): Block | null {
  const hours = zones.length === 0 || state === null ? undefined : STATE_HOURS[state]
  if (!hours) return narrow(day)
  if (day === 'saturday') return hours.saturday
  return day === 'sunday' ? hours.sunday : hours.weekdays
}

const narrow = (day: Weekday): Block | null =>
  day === 'saturday' || day === 'sunday' ? null : { from: '10:00', to: '17:00' }

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const years = fc.integer({ min: 2026, max: 2036 })
/** Up to 40 hours from the noon before a date begins in the east, to the second. */
const around = (dates: (year: number) => readonly string[]): fc.Arbitrary<Date> =>
  fc
    .tuple(
      years.chain((year) => fc.constantFrom(...dates(year))),
      fc.nat(40 * 3600),
    )
    .map(([date, seconds]) => new Date(Date.parse(`${date}T12:00:00Z`) - DAY + seconds * 1000))
const sunday = (year: number, month: number, nth: number): string => {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return new Date(Date.UTC(year, month - 1, 1 + ((7 - first) % 7) + 7 * (nth - 1))).toISOString().slice(0, 10)
}

/** 2026 to 2036: any second, the nights on which clocks change, leap days, turns of the year, holidays. */
export const INSTANTS: fc.Arbitrary<Date> = fc.oneof(
  {
    arbitrary: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }),
    weight: 3,
  },
  { arbitrary: around((year) => [sunday(year, 3, 2), sunday(year, 11, 1)]), weight: 3 },
  { arbitrary: around((year) => [`${year}-02-28`, `${year}-03-01`, `${year}-12-31`]), weight: 2 },
  {
    arbitrary: around((year) =>
      Object.keys(HOLIDAYS).filter((date) => date.startsWith(`${year}-`) && !date.endsWith('02-29')),
    ),
    weight: 2,
  },
)

const clocks = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`
})
const block = fc
  .tuple(clocks, clocks)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))
const wide = { from: '06:00', to: '24:00' }

/** All but the instant: zones of a number, its state, what the practice allows. */
export const PLACES: fc.Arbitrary<Omit<TextWindowQuestion, 'at'>> = fc.record({
  zones: fc.uniqueArray(fc.constantFrom(...US_ZONES), { maxLength: 3 }),
  state: fc.constantFrom(null, 'ID', 'AZ', 'IN', 'HI', ...Object.keys(STATE_HOURS)),
  practiceZone: fc.constantFrom(...US_ZONES),
  practiceWindow: fc.oneof(
    fc.constant(null),
    fc.constant(Object.fromEntries(WEEKDAYS.map((day) => [day, wide]))),
    fc
      .array(fc.tuple(fc.constantFrom(...WEEKDAYS), block), { maxLength: 7 })
      .map((days) => Object.fromEntries(days)),
  ),
  holidays: fc.constantFrom({}, HOLIDAYS),
})

import { createRequire } from 'node:module'
import type DateHolidays from 'date-holidays'
import type { DateTable } from '../../domain/time/calendar.ts'

/** Dates outside these years have no holidays. Thirty years cost 60 ms to compute and 40 kB to keep. */
const YEARS = { first: 2020, last: 2050 }

const remembered = new Map<string, DateTable>()

/**
 * The public holidays that a US state keeps, substitute days included; without a state, the federal ones.
 * @param state two letters, or null.
 */
export function publicHolidays(state: string | null): DateTable {
  const key = state ?? ''
  const known = remembered.get(key)
  if (known) return known
  const table = compute(state)
  remembered.set(key, table)
  return table
}

/** The federal holidays and those of a state together: days on which nothing is texted. */
export function legalHolidays(state: string | null): DateTable {
  return { ...publicHolidays(null), ...publicHolidays(state) }
}

function compute(state: string | null): DateTable {
  // 12 MB of holiday data take 100 ms to load, so they are loaded when a date is first asked for, not when the program starts.
  const Holidays = createRequire(import.meta.url)('date-holidays') as typeof DateHolidays
  const source = state === null ? new Holidays('US') : new Holidays('US', state)
  const table: Record<string, string> = {}
  for (let year = YEARS.first; year <= YEARS.last; year += 1) {
    for (const { date, name, type } of source.getHolidays(year)) {
      if (type === 'public') table[date.slice(0, 10)] ??= name.replace(' (substitute day)', '')
    }
  }
  return table
}

/** ISO dates, first and last; the same for a single day. */
export type DateSpan = { readonly from: string; readonly to: string }

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]
/** Two digits up to this one are of this century: nobody is recalled to a visit in 2080. */
const LAST_OF_CENTURY = 79
/** Nothing on a list is from before or from after; what lies outside is a slip of the keyboard. */
const YEARS = { first: 1900, last: 2099 } as const

const CLOCK = /[\sT]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([ap]\.?m\.?)?(Z|[+-]\d{2}:?\d{2})?$/i

type Pattern = readonly [RegExp, (found: readonly string[]) => DateSpan | null]

/**
 * The ways in which lists write dates. With slashes the month comes first, as everywhere in the United States: a date whose first part
 * can be no month is not guessed at.
 */
const PATTERNS: readonly Pattern[] = [
  // 2026-12-24, 2026/12/24, 20261224
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([year, month, day]) => dayOf(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year, month, day]) => dayOf(year, month, day)],
  // 12/24/2026, 12-24-26
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/, ([month, day, year]) => dayOf(year, month, day)],
  // 2026-12, 12/2026: the whole month
  [/^(\d{4})[-/](\d{1,2})$/, ([year, month]) => monthOf(year, month)],
  [/^(\d{1,2})[-/](\d{4})$/, ([month, year]) => monthOf(year, month)],
  // December 24, 2026 and 24 de diciembre de 2026 and 24-Dec-26
  [
    /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    ([month, day, year]) => dayOf(year, named(month), day),
  ],
  [
    /^(\d{1,2})[ -](?:de )?([a-z]+)\.?[ -](?:de |del )?(\d{4}|\d{2})$/,
    ([day, month, year]) => dayOf(year, named(month), day),
  ],
  // December 2026
  [/^([a-z]+)\.? (?:de |del )?(\d{4})$/, ([month, year]) => monthOf(year, named(month))],
]

/**
 * Reads a date, or a month as its first and last day. A time of day behind it is left out; a weekday before it too.
 * @returns null for anything else, also for days that no calendar has.
 */
export function readDate(text: string): DateSpan | null {
  const plain = text
    .trim()
    .replace(CLOCK, '')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/^[a-z]{3,9}\.?, /, '')
    .replaceAll(/\s+/g, ' ')
  for (const [pattern, read] of PATTERNS) {
    const found = pattern.exec(plain)
    if (found) return read(found.slice(1))
  }
  return null
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): DateSpan | null {
  try {
    const date = Temporal.PlainDate.from(
      { year: yearOf(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
    return inReach(date.year) ? { from: date.toString(), to: date.toString() } : null
  } catch {
    return null
  }
}

function monthOf(year: string | undefined, month: string | undefined): DateSpan | null {
  try {
    const whole = Temporal.PlainYearMonth.from(
      { year: yearOf(year), month: Number(month) },
      { overflow: 'reject' },
    )
    const day = (which: number): string => whole.toPlainDate({ day: which }).toString()
    return inReach(whole.year) ? { from: day(1), to: day(whole.daysInMonth) } : null
  } catch {
    return null
  }
}

function yearOf(text: string | undefined): number {
  const year = Number(text)
  if (text?.length !== 2) return year
  return year <= LAST_OF_CENTURY ? 2000 + year : 1900 + year
}

function named(month: string | undefined): string {
  return String(MONTHS.findIndex((names) => names.includes(month ?? '')) + 1)
}

function inReach(year: number): boolean {
  return year >= YEARS.first && year <= YEARS.last
}

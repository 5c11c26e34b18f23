/** Monday to Friday, from one full hour to another: when most practices let texts leave. The practice's own rules may differ. */
const USUAL = { from: 10, to: 17 } as const
const FRIDAY = 5
/** A little after the first texts of the day leave, so that whoever calls now gets theirs at once. */
const START = Temporal.PlainTime.from('10:05')

/** Whether texts usually leave at this instant: Monday to Friday 10:00–17:00 in the zone (IANA name). */
export function isUsualTextingTime(at: Date, zone: string): boolean {
  const { dayOfWeek, hour } = civil(at, zone)
  return dayOfWeek <= FRIDAY && hour >= USUAL.from && hour < USUAL.to
}

/** The first 10:05 of a Monday to Friday after the instant, in the zone. */
export function nextWeekday(at: Date, zone: string): Date {
  const now = civil(at, zone)
  let day = now.toPlainDate()
  if (Temporal.PlainTime.compare(now.toPlainTime(), START) >= 0) day = day.add({ days: 1 })
  while (day.dayOfWeek > FRIDAY) day = day.add({ days: 1 })
  return instant(day.toZonedDateTime({ timeZone: zone, plainTime: START }))
}

/**
 * The instant of a date and time on the zone's clocks. A time that the spring change leaves out counts an hour later, one that
 * the autumn change repeats is the first.
 * @param local such as 2026-11-23T10:05
 */
export function atLocalTime(local: string, zone: string): Date {
  return instant(Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }))
}

function civil(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

function instant(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds)
}

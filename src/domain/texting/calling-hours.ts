import type { TextingRules } from '../policy/policy.ts'
import { WEEKDAYS, type Block, type DateTable } from '../time/calendar.ts'
import { hoursOn, NARROWEST, STATE_HOURS } from './state-hours.ts'

/** Where the person who gets the text may be, and what the practice allows. */
export type TextWindowQuestion = {
  readonly at: Date
  /** every IANA zone the number may be in; empty when unknown (toll-free numbers) */
  readonly zones: readonly string[]
  /** two letters of the recipient's US state; null when unknown */
  readonly state: string | null
  /** stands in when no zone is known */
  readonly practiceZone: string
  /** the practice's own window; null means the narrowest one */
  readonly practiceWindow: TextingRules['window']
  /** days on which nothing is texted: legal holidays */
  readonly holidays: DateTable
}

export type TextWindow =
  /** `closesAt`: when the first of the zones leaves its hours; the carrier must have delivered by then */
  | { readonly allowed: true; readonly closesAt: Date; readonly zones: readonly string[] }
  | {
      readonly allowed: false
      readonly opensAt: Date
      readonly why: WindowReason
      readonly zones: readonly string[]
    }
  /** the zones, the state and the practice's window have no hour in common: the text can never go */
  | {
      readonly allowed: false
      readonly opensAt: null
      readonly why: 'no-common-hours'
      readonly zones: readonly string[]
    }

type WindowReason = 'outside-hours' | 'no-texts-on-this-day' | 'holiday'

const DAY = 24 * 3_600_000
/** One weekday a week, and two holidays in a row on it: three weeks. Twice that is never reached. */
const SEARCH = 45 * DAY

/**
 * Whether a text may leave at an instant. It must be inside the hours in every zone the number may be in: an area code is only a
 * guess at where a person is. In each zone the state's hours and the practice's window both hold, so that the practice can narrow
 * the hours but not widen them. Without zones the practice's own zone and the narrowest hours stand in.
 */
export function textWindow(question: TextWindowQuestion): TextWindow {
  const known = question.zones.length > 0
  const zones = known ? question.zones : [question.practiceZone]
  const rules: Rules = {
    state: (known && question.state !== null ? STATE_HOURS[question.state] : undefined) ?? NARROWEST,
    practice: question.practiceWindow,
    holidays: question.holidays,
  }
  const asked = question.at.getTime()
  let instant = asked
  let why: WindowReason | null = null
  // Each round moves on to the latest of the zones' next openings, until all are open together.
  while (instant - asked < SEARCH) {
    const states = zones.map((zone) => zoneState(rules, zone, instant))
    const closed = states.filter((state) => !state.open)
    if (closed.length === 0) {
      if (why !== null) return { allowed: false, opensAt: new Date(instant), why, zones }
      const closesAt = Math.min(...states.map((state) => state.until))
      return { allowed: true, closesAt: new Date(closesAt), zones }
    }
    why ??= closed[0]?.why ?? 'outside-hours'
    instant = Math.max(...closed.map((state) => state.until))
  }
  return { allowed: false, opensAt: null, why: 'no-common-hours', zones }
}

type Rules = Pick<TextWindowQuestion, 'holidays'> & {
  readonly state: typeof NARROWEST
  readonly practice: TextingRules['window']
}

/** Open or closed in one zone, and the epoch milliseconds until which that stays so at least. */
type ZoneState =
  | { readonly open: true; readonly until: number }
  | { readonly open: false; readonly until: number; readonly why: WindowReason }

function zoneState(rules: Rules, zone: string, instant: number): ZoneState {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const date = local.toPlainDate()
  const tomorrow = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  if (rules.holidays[date.toString()] !== undefined) return { open: false, until: tomorrow, why: 'holiday' }
  const block = blockOn(rules, date)
  if (!block) return { open: false, until: tomorrow, why: 'no-texts-on-this-day' }
  const from = date.toZonedDateTime({ timeZone: zone, plainTime: block.from }).epochMilliseconds
  const to = date.toZonedDateTime({ timeZone: zone, plainTime: block.to }).epochMilliseconds
  if (instant < from) return { open: false, until: from, why: 'outside-hours' }
  if (instant >= to) return { open: false, until: tomorrow, why: 'outside-hours' }
  return { open: true, until: to }
}

/** What the state's hours and the practice's window have in common on a date. */
function blockOn(rules: Rules, date: Temporal.PlainDate): Block | null {
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  if (!weekday) return null
  const state = hoursOn(rules.state, weekday)
  const practice = rules.practice ? rules.practice[weekday] : hoursOn(NARROWEST, weekday)
  if (!state || !practice) return null
  const from = state.from > practice.from ? state.from : practice.from
  const to = state.to < practice.to ? state.to : practice.to
  return from < to ? { from, to } : null
}

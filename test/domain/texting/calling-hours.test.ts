import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWindow, type TextWindowQuestion } from '../../../src/domain/texting/calling-hours.ts'
import { FEDERAL_HOURS, hoursOn, NARROWEST, STATE_HOURS } from '../../../src/domain/texting/state-hours.ts'
import { WEEKDAYS } from '../../../src/domain/time/calendar.ts'

const LOS_ANGELES = 'America/Los_Angeles'
const WIDE = { from: '08:00', to: '21:00' }
const EVERY_DAY = Object.fromEntries(WEEKDAYS.map((day) => [day, WIDE]))

function ask(changes: Partial<TextWindowQuestion> & { readonly at: Date }): ReturnType<typeof textWindow> {
  return textWindow({
    zones: [LOS_ANGELES],
    state: 'CA',
    practiceZone: LOS_ANGELES,
    practiceWindow: null,
    holidays: { '2026-11-26': 'Thanksgiving Day', '2026-12-25': 'Christmas Day' },
    ...changes,
  })
}

const local = (text: string, zone = LOS_ANGELES): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds)

describe('the table of state hours', () => {
  test('has rows within the federal hours of 8 to 21 only', () => {
    for (const hours of Object.values(STATE_HOURS)) {
      for (const day of WEEKDAYS) {
        const block = hours && hoursOn(hours, day)
        if (!block) continue
        expect(block.from >= FEDERAL_HOURS.from && block.to <= FEDERAL_HOURS.to).toBe(true)
      }
    }
  })

  test('has the narrowest window inside every row', () => {
    for (const hours of Object.values(STATE_HOURS)) {
      for (const day of WEEKDAYS) {
        const narrow = hoursOn(NARROWEST, day)
        if (!narrow) continue
        const block = hours && hoursOn(hours, day)
        expect(block && block.from <= narrow.from && narrow.to <= block.to).toBe(true)
      }
    }
  })

  test('knows no Sunday in Alabama, Louisiana and Mississippi, and a late one in Texas', () => {
    expect(['AL', 'LA', 'MS'].map((state) => STATE_HOURS[state]?.sunday)).toEqual([null, null, null])
    expect(STATE_HOURS['TX']?.sunday).toEqual({ from: '12:00', to: '21:00' })
  })
})

describe(textWindow, () => {
  test('lets a text go to a California number on a weekday at 10:30, until 17:00', () => {
    expect(ask({ at: local('2026-11-17T10:30') })).toEqual({
      allowed: true,
      closesAt: local('2026-11-17T17:00'),
      zones: [LOS_ANGELES],
    })
  })

  test.each([
    { at: '2026-11-17T09:59', opens: '2026-11-17T10:00', why: 'outside-hours', note: 'too early' },
    { at: '2026-11-17T17:00', opens: '2026-11-18T10:00', why: 'outside-hours', note: 'closing time' },
    { at: '2026-11-20T20:00', opens: '2026-11-23T10:00', why: 'outside-hours', note: 'Friday night' },
    { at: '2026-11-21T12:00', opens: '2026-11-23T10:00', why: 'no-texts-on-this-day', note: 'Saturday' },
    { at: '2026-11-26T12:00', opens: '2026-11-27T10:00', why: 'holiday', note: 'Thanksgiving' },
    { at: '2026-12-24T18:00', opens: '2026-12-28T10:00', why: 'outside-hours', note: 'over Christmas' },
  ])('holds a text at $at until $opens ($note)', ({ at, opens, why }) => {
    expect(ask({ at: local(at) })).toMatchObject({ allowed: false, opensAt: local(opens), why })
  })

  test('lets the practice widen the default, but only as far as the state allows', () => {
    const practiceWindow = EVERY_DAY
    expect(ask({ at: local('2026-11-21T19:00'), practiceWindow })).toMatchObject({ allowed: true })
    expect(ask({ at: local('2026-11-17T08:30'), practiceWindow })).toMatchObject({
      opensAt: local('2026-11-17T09:00'),
    })
    const alabama = { zones: ['America/Chicago'], state: 'AL', practiceWindow }
    expect(ask({ at: local('2026-11-22T12:00', 'America/Chicago'), ...alabama })).toMatchObject({
      why: 'no-texts-on-this-day',
      opensAt: local('2026-11-23T08:00', 'America/Chicago'),
    })
    expect(ask({ at: local('2026-11-17T19:30', 'America/Chicago'), ...alabama })).toMatchObject({
      closesAt: local('2026-11-17T20:00', 'America/Chicago'),
    })
  })

  test.each([
    { state: 'ID', note: 'a state that is not in the table' },
    { state: null, note: 'an unknown state' },
  ])('keeps the narrowest hours for $note, whatever the practice set', ({ state }) => {
    expect(ask({ at: local('2026-11-17T09:30'), state, practiceWindow: EVERY_DAY })).toMatchObject({
      opensAt: local('2026-11-17T10:00'),
    })
    expect(ask({ at: local('2026-11-21T12:00'), state, practiceWindow: EVERY_DAY })).toMatchObject({
      why: 'no-texts-on-this-day',
    })
  })

  test('waits for all zones of an area code that has two, and ends with the first of them', () => {
    const idaho = { zones: ['America/Boise', LOS_ANGELES], state: 'ID' }
    expect(ask({ at: local('2026-11-17T10:30', 'America/Boise'), ...idaho })).toMatchObject({
      allowed: false,
      opensAt: local('2026-11-17T10:00'),
    })
    expect(ask({ at: local('2026-11-17T10:30'), ...idaho })).toMatchObject({
      allowed: true,
      closesAt: local('2026-11-17T17:00', 'America/Boise'),
    })
  })

  test('takes the practice zone and the narrowest hours for a number without a place', () => {
    const tollFree = { zones: [], state: 'TX', practiceWindow: EVERY_DAY }
    expect(ask({ at: local('2026-11-17T10:30'), ...tollFree })).toEqual({
      allowed: true,
      closesAt: local('2026-11-17T17:00'),
      zones: [LOS_ANGELES],
    })
    expect(ask({ at: local('2026-11-17T09:30'), ...tollFree })).toMatchObject({ allowed: false })
  })

  test('says so when a text can never go, instead of searching for ever', () => {
    const saturdays = { saturday: { from: '10:00', to: '14:00' } }
    const never = { allowed: false, opensAt: null, why: 'no-common-hours' }
    expect(ask({ at: local('2026-11-17T10:30'), state: null, practiceWindow: saturdays })).toMatchObject(
      never,
    )
    const farApart = ['Pacific/Guam', 'America/New_York']
    expect(ask({ at: local('2026-11-17T10:30'), zones: farApart })).toMatchObject(never)
    expect(ask({ at: local('2026-11-17T10:30'), practiceWindow: {} })).toMatchObject(never)
  })

  test('keeps 10:00 on the clock on both sides of a clock change', () => {
    expect(ask({ at: local('2026-03-06T18:00') })).toMatchObject({
      opensAt: new Date('2026-03-09T17:00:00Z'),
    })
    expect(ask({ at: local('2026-10-30T18:00') })).toMatchObject({
      opensAt: new Date('2026-11-02T18:00:00Z'),
    })
  })
})

describe('over ten years and all zones of the country', () => {
  const zones = fc.uniqueArray(
    fc.constantFrom(
      'America/New_York',
      'America/Chicago',
      'America/North_Dakota/Center',
      'America/Denver',
      'America/Boise',
      'America/Phoenix',
      LOS_ANGELES,
      'America/Anchorage',
      'America/Puerto_Rico',
      'Pacific/Honolulu',
    ),
    { minLength: 1, maxLength: 2 },
  )
  const states = fc.constantFrom(null, 'ID', ...Object.keys(STATE_HOURS))
  const windows = fc.constantFrom(null, EVERY_DAY, {
    monday: WIDE,
    wednesday: { from: '11:00', to: '20:30' },
  })
  const instants = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  })

  /** Read with Intl, so that the window is not measured with its own ruler. */
  const clockIn = (zone: string, at: Date): { day: (typeof WEEKDAYS)[number]; time: string } => {
    const day = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'long' }).format(at).toLowerCase()
    const time = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(at)
    return { day: WEEKDAYS.find((name) => name === day)!, time }
  }

  test('an allowed text is inside the hours of the state, of the practice and of the nation in every zone', () => {
    fc.assert(
      fc.property(instants, zones, states, windows, (asked, where, state, practiceWindow) => {
        const question = { zones: where, state, practiceWindow }
        const first = ask({ at: asked, ...question })
        let at = asked
        if (!first.allowed) {
          if (first.opensAt === null) return
          at = first.opensAt
          expect(at.getTime()).toBeGreaterThan(asked.getTime())
          expect(ask({ at: new Date(at.getTime() - 1), ...question }).allowed).toBe(false)
        }
        const answer = ask({ at, ...question })
        expect(answer.allowed).toBe(true)
        const closesAt = answer.allowed ? answer.closesAt : at
        expect(closesAt.getTime()).toBeGreaterThan(at.getTime())

        for (const instant of [at, new Date(closesAt.getTime() - 1000)]) {
          for (const zone of where) {
            const { day, time } = clockIn(zone, instant)
            const limit = hoursOn((state === null ? undefined : STATE_HOURS[state]) ?? NARROWEST, day)
            const own = practiceWindow === null ? hoursOn(NARROWEST, day) : practiceWindow[day]
            for (const block of [limit, own, FEDERAL_HOURS]) {
              expect(block && block.from <= time && time < block.to).toBe(true)
            }
          }
        }
        // Nor may it leave at the very moment when the first zone closes.
        expect(ask({ at: closesAt, ...question }).allowed).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

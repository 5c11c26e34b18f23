import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  addBusinessMinutes,
  businessMinutesBetween,
  isOpen,
  nextOpening,
  openness,
} from '../../../src/domain/time/business-time.ts'
import type { Calendar } from '../../../src/domain/time/calendar.ts'

const WORKDAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const CLOSED_WEEK = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}

function calendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    zone: 'America/Los_Angeles',
    hours: {
      ...CLOSED_WEEK,
      monday: WORKDAY,
      tuesday: WORKDAY,
      wednesday: WORKDAY,
      thursday: WORKDAY,
      friday: WORKDAY,
    },
    holidays: {
      '2026-12-25': 'Christmas Day',
      '2027-01-01': "New Year's Day",
      '2026-07-03': 'Independence Day',
    },
    oneOffDays: {
      '2026-12-24': { blocks: [{ from: '08:00', to: '12:00' }], reason: 'Christmas Eve' },
      '2026-11-18': { blocks: [], reason: 'Staff training' },
      '2026-07-03': { blocks: [{ from: '09:00', to: '10:00' }], reason: 'Flu shots on the holiday' },
    },
    ...changes,
  }
}

/** An instant given as a clock time of the practice's zone. */
const local = (text: string, zone = 'America/Los_Angeles'): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds)
const iso = (date: Date): string => date.toISOString()

describe(openness, () => {
  test.each([
    { at: '2026-11-17T08:00', is: 'open', note: 'the first minute of the morning' },
    { at: '2026-11-17T07:59:59', is: 'closed', note: 'a second before opening' },
    { at: '2026-11-17T12:00', is: 'lunch', note: 'noon sharp is lunch' },
    { at: '2026-11-17T12:59', is: 'lunch', note: 'the last minute of lunch' },
    { at: '2026-11-17T13:00', is: 'open', note: 'back from lunch' },
    { at: '2026-11-17T17:00', is: 'closed', note: 'closing time is no longer open' },
    { at: '2026-11-21T10:00', is: 'closed', note: 'a Saturday' },
    { at: '2026-12-25T10:00', is: 'holiday', note: 'Christmas Day' },
    { at: '2026-12-24T11:00', is: 'open', note: 'the short day before it' },
    { at: '2026-12-24T14:00', is: 'closed', note: 'the afternoon of the short day' },
    { at: '2026-11-18T10:00', is: 'closed', note: 'closed for staff training, which is no holiday' },
    { at: '2026-07-03T09:30', is: 'open', note: 'a single day with hours comes before the holiday' },
    { at: '2026-07-03T11:00', is: 'closed', note: 'such a day is an ordinary day outside its hours' },
  ])('$at is $is: $note', ({ at, is }) => {
    expect(openness(calendar(), local(at))).toBe(is)
    expect(isOpen(calendar(), local(at))).toBe(is === 'open')
  })

  test('a night that comes twice in autumn is open for both of its hours', () => {
    const night = calendar({ hours: { ...CLOSED_WEEK, sunday: [{ from: '00:00', to: '02:00' }] } })
    expect(openness(night, new Date('2026-11-01T08:30:00Z'))).toBe('open') // 01:30 the first time
    expect(openness(night, new Date('2026-11-01T09:30:00Z'))).toBe('open') // 01:30 the second time
    expect(openness(night, new Date('2026-11-01T10:00:00Z'))).toBe('closed')
    expect(
      businessMinutesBetween(night, new Date('2026-11-01T00:00:00Z'), new Date('2026-11-02T00:00:00Z')),
    ).toBe(180)
  })

  test('hours that the spring change leaves out begin an hour later', () => {
    const night = calendar({ hours: { ...CLOSED_WEEK, sunday: [{ from: '02:30', to: '04:00' }] } })
    expect(iso(nextOpening(night, new Date('2026-03-08T08:00:00Z')))).toBe('2026-03-08T10:30:00.000Z') // 03:30
    expect(
      businessMinutesBetween(night, new Date('2026-03-08T08:00:00Z'), new Date('2026-03-08T20:00:00Z')),
    ).toBe(30)
  })

  test('hours that lie wholly in the skipped hour do not exist that day', () => {
    const night = calendar({ hours: { ...CLOSED_WEEK, sunday: [{ from: '02:30', to: '03:30' }] } })
    expect(openness(night, new Date('2026-03-08T10:30:00Z'))).toBe('closed')
  })

  test('a practice that is open until midnight is open in the last minute of the day', () => {
    const late = calendar({ hours: { ...CLOSED_WEEK, friday: [{ from: '18:00', to: '24:00' }] } })
    expect(openness(late, local('2026-11-20T23:59'))).toBe('open')
    expect(openness(late, local('2026-11-21T00:00'))).toBe('closed')
  })
})

describe(addBusinessMinutes, () => {
  test.each([
    { at: '2026-11-17T09:00', minutes: 60, is: '2026-11-17T10:00', note: 'within the morning' },
    { at: '2026-11-17T11:30', minutes: 60, is: '2026-11-17T13:30', note: 'over lunch' },
    { at: '2026-11-17T11:00', minutes: 60, is: '2026-11-17T12:00', note: 'used up at noon sharp' },
    { at: '2026-11-17T12:15', minutes: 60, is: '2026-11-17T14:00', note: 'a call during lunch' },
    { at: '2026-11-16T16:30', minutes: 60, is: '2026-11-17T08:30', note: 'over night' },
    { at: '2026-11-20T16:30', minutes: 60, is: '2026-11-23T08:30', note: 'over the weekend' },
    { at: '2026-11-17T20:00', minutes: 60, is: '2026-11-19T09:00', note: 'over the closed training day' },
    { at: '2026-12-24T11:30', minutes: 60, is: '2026-12-28T08:30', note: 'over Christmas and a weekend' },
    { at: '2026-12-31T16:45', minutes: 30, is: '2027-01-04T08:15', note: "over New Year's Day" },
    { at: '2028-02-28T16:30', minutes: 60, is: '2028-02-29T08:30', note: 'into a leap day' },
    { at: '2026-11-17T07:00', minutes: 0, is: '2026-11-17T08:00', note: 'no minutes: the next opening' },
  ])('$at + $minutes minutes = $is: $note', ({ at, minutes, is }) => {
    expect(iso(addBusinessMinutes(calendar(), local(at), minutes))).toBe(iso(local(is)))
  })

  test('counts real minutes over the autumn change', () => {
    const friday = new Date('2026-10-30T23:30:00Z') // 16:30 daylight time
    expect(iso(addBusinessMinutes(calendar(), friday, 60))).toBe('2026-11-02T16:30:00.000Z') // 08:30 standard time
  })

  test('agrees with the minutes counted back, over ten years of days', () => {
    const instants = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    const zones = fc.constantFrom(
      'America/Los_Angeles',
      'America/New_York',
      'America/Phoenix',
      'Pacific/Honolulu',
    )
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 2000 }), zones, (at, minutes, zone) => {
        const there = calendar({ zone })
        const end = addBusinessMinutes(there, at, minutes)
        expect(businessMinutesBetween(there, at, end)).toBeCloseTo(minutes, 6)
        expect(isOpen(there, new Date(end.getTime() - 1))).toBe(true)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe(addBusinessDays, () => {
  test.each([
    { at: '2026-11-16T09:00', days: 1, is: '2026-11-17T08:00', note: 'the next morning' },
    {
      at: '2026-11-16T23:00',
      days: 1,
      is: '2026-11-17T08:00',
      note: 'a night call counts from its own date',
    },
    { at: '2026-11-17T09:00', days: 1, is: '2026-11-19T08:00', note: 'the training day does not count' },
    { at: '2026-11-20T09:00', days: 2, is: '2026-11-24T08:00', note: 'the weekend does not count' },
    { at: '2026-11-21T09:00', days: 1, is: '2026-11-23T08:00', note: 'from a Saturday the first is Monday' },
    {
      at: '2026-12-23T09:00',
      days: 2,
      is: '2026-12-28T08:00',
      note: 'a short day counts, a holiday does not',
    },
    { at: '2026-12-31T09:00', days: 1, is: '2027-01-04T08:00', note: 'into the new year' },
    { at: '2026-11-16T12:30', days: 0, is: '2026-11-16T13:00', note: 'no days: the next opening' },
  ])('$at + $days days = $is: $note', ({ at, days, is }) => {
    expect(iso(addBusinessDays(calendar(), local(at), days))).toBe(iso(local(is)))
  })
})

describe(nextOpening, () => {
  test('is the instant itself while the practice is open', () => {
    const at = local('2026-11-17T10:17')
    expect(iso(nextOpening(calendar(), at))).toBe(iso(at))
  })

  test('ends the search for a practice that never opens', () => {
    const never = calendar({ hours: CLOSED_WEEK, oneOffDays: {} })
    const at = local('2026-11-17T10:00')
    expect(() => nextOpening(never, at)).toThrow(RangeError)
    expect(() => addBusinessMinutes(never, at, 5)).toThrow(/400 days/)
    expect(() => addBusinessDays(never, at, 1)).toThrow(RangeError)
  })
})

describe(businessMinutesBetween, () => {
  test.each([
    { from: '2026-11-17T09:00', to: '2026-11-17T09:30', is: 30, note: 'within the morning' },
    { from: '2026-11-17T11:00', to: '2026-11-17T14:00', is: 120, note: 'lunch left out' },
    { from: '2026-11-20T16:00', to: '2026-11-23T09:00', is: 120, note: 'the weekend left out' },
    { from: '2026-12-24T00:00', to: '2026-12-28T08:00', is: 240, note: 'Christmas left out' },
    { from: '2026-11-17T10:00', to: '2026-11-17T09:00', is: 0, note: 'never below nothing' },
  ])('$from to $to is $is: $note', ({ from, to, is }) => {
    expect(businessMinutesBetween(calendar(), local(from), local(to))).toBe(is)
  })
})

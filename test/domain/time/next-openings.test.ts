import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  endOfBlock,
  isOpen,
  nextBlock,
  nextMorning,
  openness,
  otherTimeOfDay,
  startOfDate,
} from '../../../src/domain/time/business-time.ts'
import type { Calendar } from '../../../src/domain/time/calendar.ts'

const ZONE = 'America/Los_Angeles'
const WORKDAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const MORNING = [{ from: '08:00', to: '12:00' }]

/** Monday to Thursday with lunch, Friday mornings only, Saturday without a lunch break. */
function calendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    zone: ZONE,
    hours: {
      ...{ monday: WORKDAY, tuesday: WORKDAY, wednesday: WORKDAY, thursday: WORKDAY, friday: MORNING },
      ...{ saturday: [{ from: '09:00', to: '15:00' }], sunday: [] },
    },
    holidays: { '2026-12-25': 'Christmas Day', '2027-01-01': "New Year's Day", '2028-02-29': 'Leap Day' },
    oneOffDays: { '2026-12-02': { blocks: [{ from: '13:00', to: '17:00' }], reason: 'Staff meeting' } },
    ...changes,
  }
}

/** An instant given as a clock time of the practice's zone. */
const local = (text: string): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds)
const clock = (date: Date): string =>
  date.toTemporalInstant().toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('the end of the same block', () => {
  test.each([
    { at: '2026-11-30T09:00', is: '2026-11-30T12:00', note: 'in the morning: lunch' },
    { at: '2026-11-30T11:45', is: '2026-11-30T12:00', note: 'with a quarter of an hour left' },
    { at: '2026-11-30T11:46', is: '2026-11-30T17:00', note: 'with less left: the afternoon' },
    { at: '2026-11-30T12:30', is: '2026-11-30T17:00', note: 'at lunch: the afternoon' },
    { at: '2026-11-30T16:50', is: '2026-12-01T12:00', note: 'just before closing: the next morning' },
    { at: '2026-12-04T12:00', is: '2026-12-05T15:00', note: 'after a half day: the Saturday' },
    { at: '2026-12-24T18:00', is: '2026-12-26T15:00', note: 'on Christmas Eve: after the holiday' },
    { at: '2026-12-31T16:59', is: '2027-01-02T15:00', note: 'at the end of a year' },
    { at: '2028-02-28T20:00', is: '2028-03-01T12:00', note: 'over a leap day on which it is closed' },
    { at: '2027-03-13T14:50', is: '2027-03-15T12:00', note: 'over the night on which clocks go forward' },
  ])('at $at is $is: $note', ({ at, is }) => {
    expect(clock(endOfBlock(calendar(), local(at)))).toBe(is)
  })
})

describe('the next block', () => {
  test.each([
    { at: '2026-11-30T09:00', is: '2026-11-30T13:00', note: 'in the morning: after lunch' },
    { at: '2026-11-30T08:00', is: '2026-11-30T13:00', note: 'at the minute of opening' },
    { at: '2026-11-30T13:00', is: '2026-12-01T08:00', note: 'in the afternoon: tomorrow' },
    { at: '2026-11-30T06:00', is: '2026-11-30T08:00', note: 'before opening: today' },
    { at: '2026-12-01T14:00', is: '2026-12-02T13:00', note: 'before a day that opens at noon only' },
    { at: '2026-12-05T14:00', is: '2026-12-07T08:00', note: 'on Saturday: Monday' },
    { at: '2026-12-24T14:00', is: '2026-12-26T09:00', note: 'before a holiday: after it' },
  ])('after $at opens at $is: $note', ({ at, is }) => {
    expect(clock(nextBlock(calendar(), local(at)))).toBe(is)
  })
})

describe('the next business morning', () => {
  test.each([
    { at: '2026-11-30T06:00', is: '2026-11-30T08:00', note: 'before opening it is still to come today' },
    { at: '2026-11-30T08:00', is: '2026-12-01T08:00', note: 'from opening on it is tomorrow' },
    { at: '2026-11-30T23:59', is: '2026-12-01T08:00', note: 'late at night' },
    { at: '2026-12-01T10:00', is: '2026-12-02T13:00', note: 'a day that opens at one has its morning then' },
    { at: '2026-12-24T10:00', is: '2026-12-26T09:00', note: 'over a holiday' },
    { at: '2026-10-31T16:00', is: '2026-11-02T08:00', note: 'over the night on which clocks go back' },
  ])('after $at is $is: $note', ({ at, is }) => {
    expect(clock(nextMorning(calendar(), local(at)))).toBe(is)
  })
})

describe('another time of day', () => {
  test.each([
    { at: '2026-11-30T09:00', days: 1, is: '2026-12-01T13:00', note: 'after a morning the afternoon' },
    { at: '2026-11-30T12:10', days: 1, is: '2026-12-01T08:00', note: 'after lunch began the morning' },
    { at: '2026-11-30T15:00', days: 2, is: '2026-12-02T13:00', note: 'a day that opens at one only' },
    { at: '2026-12-02T14:00', days: 1, is: '2026-12-03T08:00', note: 'after such a day the morning' },
    { at: '2026-12-03T09:00', days: 1, is: '2026-12-04T08:00', note: 'a half day: its opening' },
    { at: '2026-12-03T09:00', days: 2, is: '2026-12-05T12:00', note: 'a day without lunch parts at noon' },
    { at: '2026-12-05T12:30', days: 1, is: '2026-12-07T08:00', note: 'after noon of such a day' },
    { at: '2026-12-05T11:30', days: 1, is: '2026-12-07T13:00', note: 'before noon of such a day' },
    { at: '2026-12-06T10:00', days: 1, is: '2026-12-07T13:00', note: 'counted from a closed day' },
    { at: '2027-03-13T10:00', days: 1, is: '2027-03-15T13:00', note: 'over the spring change of clocks' },
  ])('$days business days after $at is $is: $note', ({ at, days, is }) => {
    expect(clock(otherTimeOfDay(calendar(), local(at), days))).toBe(is)
  })

  test('a coffee break in the morning is no lunch', () => {
    const breaks = [
      { from: '08:00', to: '10:00' },
      { from: '10:15', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ]
    const practice = calendar({ hours: { ...calendar().hours, monday: breaks, tuesday: breaks } })
    expect(clock(otherTimeOfDay(practice, local('2026-11-30T11:00'), 1))).toBe('2026-12-01T13:00')
  })
})

test('a date of the practice begins at its midnight, also when clocks changed', () => {
  expect(clock(startOfDate(calendar(), '2027-03-14'))).toBe('2027-03-14T00:00')
  expect(startOfDate(calendar(), '2027-07-01').toISOString()).toBe('2027-07-01T07:00:00.000Z')
})

describe('over eight years of minutes, with lunch, half days, holidays and both changes of clocks', () => {
  const minute = fc
    .integer({ min: 0, max: 8 * 366 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2024, 0, 1) + minutes * 60_000))
  const practice = calendar()

  test('every opening lies ahead, and the practice opens just then', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 5 }), (at, days) => {
        for (const opening of [
          nextBlock(practice, at),
          nextMorning(practice, at),
          otherTimeOfDay(practice, at, days),
        ]) {
          expect(opening.getTime()).toBeGreaterThan(at.getTime())
          expect(isOpen(practice, opening)).toBe(true)
        }
        const block = nextBlock(practice, at)
        expect(isOpen(practice, new Date(block.getTime() - 60_000))).toBe(false)
        expect(nextMorning(practice, at).getTime()).toBeGreaterThanOrEqual(block.getTime())
      }),
      { numRuns: 300 },
    )
  })

  test('a block ends when the practice closes, at least a quarter of an hour ahead, and it is open just before', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const end = endOfBlock(practice, at)
        expect(end.getTime() - at.getTime()).toBeGreaterThanOrEqual(15 * 60_000)
        expect(openness(practice, end)).not.toBe('open')
        expect(isOpen(practice, new Date(end.getTime() - 15 * 60_000))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

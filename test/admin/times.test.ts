import { describe, expect, test } from 'vitest'
import { clinicDay, clinicTime, dueWords, instantOf, nearness, startOfDay } from '../../src/admin/times.ts'
import { wordsIn } from '../../src/admin/words.ts'

const ZONE = 'America/Los_Angeles'
const NOW = new Date('2026-12-02T17:00:00Z')
const en = wordsIn('en')

describe(dueWords, () => {
  test.each([
    { due: '2026-12-02T17:25:00Z', says: 'due in 25 min' },
    { due: '2026-12-02T17:00:30Z', says: 'due now' },
    { due: '2026-12-02T19:59:00Z', says: 'due in 2 h' },
    { due: '2026-12-05T17:00:00Z', says: 'due in 3 d' },
    { due: '2026-12-02T14:55:00Z', says: 'overdue 2 h' },
  ])('$due says "$says" at nine', ({ due, says }) => {
    expect(dueWords(new Date(due), NOW, en)).toBe(says)
  })

  test('speaks Spanish', () => {
    expect(dueWords(new Date('2026-12-02T17:25:00Z'), NOW, wordsIn('es'))).toBe('vence en 25 min')
  })
})

test('half an hour ahead is soon, one minute past is overdue', () => {
  expect(nearness(new Date('2026-12-02T17:30:00Z'), NOW)).toBe('soon')
  expect(nearness(new Date('2026-12-02T17:31:00Z'), NOW)).toBe('later')
  expect(nearness(new Date('2026-12-02T16:59:00Z'), NOW)).toBe('overdue')
})

describe('the practice’s wall clock', () => {
  test('today shows the hour, another day shows its date', () => {
    expect(clinicTime(new Date('2026-12-02T22:30:00Z'), NOW, ZONE, en)).toMatch(/^2:30.PM$/)
    expect(clinicTime(new Date('2026-12-03T17:00:00Z'), NOW, ZONE, en)).toMatch(/^Thu, Dec 3, 9:00.AM$/)
  })

  test('late in the evening it is still today there, although UTC has gone on', () => {
    const evening = new Date('2026-12-03T06:00:00Z')
    expect(clinicDay(NOW, evening, ZONE, en)).toBe('Today')
    expect(clinicDay(new Date('2026-12-01T20:00:00Z'), evening, ZONE, en)).toBe('Yesterday')
    expect(startOfDay(evening, ZONE)).toEqual(new Date('2026-12-02T08:00:00Z'))
  })

  test('a chosen time is meant there, in summer and in winter; nonsense is no time', () => {
    expect(instantOf('2026-12-03T15:30', ZONE)).toEqual(new Date('2026-12-03T23:30:00Z'))
    expect(instantOf('2026-07-03T15:30', ZONE)).toEqual(new Date('2026-07-03T22:30:00Z'))
    expect(instantOf('2026-03-08T02:30', ZONE)).toEqual(new Date('2026-03-08T10:30:00Z'))
    expect(instantOf('soon', ZONE)).toBeNull()
    expect(instantOf('', ZONE)).toBeNull()
  })
})

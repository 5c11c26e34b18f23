import { expect, test } from 'vitest'
import { RECORDED_OUTCOMES, TRIGGERS } from '../../../src/domain/follow-up/words.ts'
import { examplePractice } from '../../support/practice.ts'
import { Chance } from './year/chance.ts'
import { Patients, type World } from './year/patients.ts'
import { Practice, type OpenCase } from './year/practice.ts'
import { Rules } from './year/rules.ts'
import { Staff } from './year/staff.ts'
import { DAY, HOUR, MINUTE, Wall } from './year/wall.ts'

/* A year of the example practice, minute by minute, with everything that goes wrong in one. */

const FROM = Date.parse('2026-12-01T08:00:00Z')
const NEW_ONES_UNTIL = Date.parse('2027-12-01T08:00:00Z')
/** Until then the staff, who forget nothing any more, have closed what is left. */
const TO = Date.parse('2028-02-15T08:00:00Z')

/** When nothing runs (`all`: calls and texts wait at the carrier, no page opens), or the clock work alone stands still. */
const OUTAGES = [
  // hours, in the middle of a day and over a closing time
  { from: '2026-12-09T18:00:00Z', to: '2026-12-09T22:00:00Z', what: 'all' },
  { from: '2027-01-12T23:30:00Z', to: '2027-01-13T18:30:00Z', what: 'clock' },
  // the days around New Year, and a long weekend
  { from: '2026-12-30T20:00:00Z', to: '2027-01-04T19:00:00Z', what: 'all' },
  { from: '2027-02-12T04:00:00Z', to: '2027-02-16T20:00:00Z', what: 'clock' },
  // the nights in which the clocks change
  { from: '2027-03-14T07:30:00Z', to: '2027-03-14T12:00:00Z', what: 'all' },
  { from: '2027-11-07T06:30:00Z', to: '2027-11-07T13:00:00Z', what: 'clock' },
  // days of work
  { from: '2027-04-05T14:00:00Z', to: '2027-04-08T17:00:00Z', what: 'all' },
  { from: '2027-06-14T13:00:00Z', to: '2027-06-18T18:00:00Z', what: 'clock' },
  { from: '2027-08-19T17:00:00Z', to: '2027-08-19T19:00:00Z', what: 'all' },
  { from: '2027-09-03T20:00:00Z', to: '2027-09-08T17:00:00Z', what: 'clock' },
].map(({ from, to, what }) => ({ from: Date.parse(from), to: Date.parse(to), what }))

function outageAt(at: number): string | null {
  return OUTAGES.find(({ from, to }) => from <= at && at < to)?.what ?? null
}

/** Lives through the year and returns what was seen. */
function liveThrough(seed: number): { practice: Practice; rules: Rules } {
  const policy = examplePractice()
  const wall = new Wall(policy.calendar)
  const chance = new Chance(seed)
  const rules = new Rules(policy, wall)
  const coming = new Map<number, ((at: Date) => void)[]>()
  const later: World['later'] = (at, happen) => {
    const minute = Math.floor(at / MINUTE)
    coming.set(minute, [...(coming.get(minute) ?? []), happen])
  }
  const practice = new Practice(policy, rules)
  const world: World = { practice, chance, wall, later }
  const patients = new Patients(world)
  const staff = new Staff(world, patients)
  let sent = 0
  let lastOutage = FROM
  const excused = (given: OpenCase, since: number): boolean =>
    given.forgottenUntil > since || lastOutage > since - 3 * DAY

  for (let now = FROM; now < TO; now += MINUTE) {
    const at = new Date(now)
    const outage = outageAt(now)
    if (outage !== null) lastOutage = now
    const minute = Math.floor(now / MINUTE)
    if (outage === 'all') {
      // The carrier keeps what arrives, and the practice's log of it is read when it is back.
      for (const happen of coming.get(minute) ?? []) later(now + HOUR, happen)
      coming.delete(minute)
      continue
    }
    for (const happen of coming.get(minute) ?? []) happen(at)
    coming.delete(minute)
    const { date, minute: clock } = wall.read(now)
    if (
      now < NEW_ONES_UNTIL &&
      6 * 60 < clock &&
      clock < 22 * 60 &&
      chance.next() < (wall.isWorkday(date) ? 4 : 1.5) / 960
    )
      patients.arrive(at)
    staff.mayForget = now < NEW_ONES_UNTIL
    if (minute % 10 === 0) staff.round(at)
    if (outage === null) practice.tick(at)
    for (const { text } of rules.sent.slice(sent)) patients.answer(text.about, at)
    sent = rules.sent.length
    if (clock === wall.closing(date) && outage === null && lastOutage < now - 10 * HOUR)
      rules.dayEnds(practice.open, at, excused)
  }
  return { practice, rules }
}

/** What must have happened for the year to have shown anything. */
const HAPPENED = [
  ...['text left', 'text-canceled', 'text-undelivered', 'opted-out', 'opt-in-again', 'wrong-number-reported'],
  ...['call-answered', 'called-again', 'voicemail-transcribed', 'transcription-failed', 'transcript-overdue'],
  ...[
    'routed-to-clinical',
    'handed-over',
    'cadence-ended',
    'reply-overdue',
    'released',
    'removed',
    'reopened',
  ],
  ...['told manager', 'told on-call', 'an overdue item was told of on a day', 'closed unable-to-reach'],
  ...RECORDED_OUTCOMES.map((outcome) => `outcome ${outcome}`),
]

test(
  'a year of a practice that forgets, with holidays, clock changes and outages: every item ends in a person’s hands',
  { timeout: 90_000 },
  () => {
    const { practice, rules } = liveThrough(1)
    expect(practice.open).toEqual([])
    expect(practice.cases.length).toBeGreaterThan(800)
    expect(HAPPENED.filter((what) => !rules.seen.has(what))).toEqual([])
    for (const trigger of TRIGGERS)
      expect(rules.seen.get(`opened ${trigger}`) ?? 0, trigger).toBeGreaterThan(10)
  },
)

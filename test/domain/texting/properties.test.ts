import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { timezones } from 'libphonenumber-geo-carrier'
import { describe, expect, test } from 'vitest'
import { textWindow } from '../../../src/domain/texting/calling-hours.ts'
import { askGate, TEXTABLE, type GateQuestion } from '../../../src/domain/texting/gate.ts'
import { runs } from '../../support/runs.ts'
import { firstChange, INSTANTS, mayArrive, PLACES, US_ZONES } from './us-clock.ts'

const DAY = 24 * 3_600_000
const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

describe('whatever the gate is asked', () => {
  const rare = fc.nat(9).map((roll) => roll === 0)
  const questions: fc.Arbitrary<GateQuestion> = fc
    .record({
      at: INSTANTS,
      optedOut: rare,
      textable: fc.oneof(
        { arbitrary: fc.constantFrom('unknown', 'mobile'), weight: 4 },
        fc.constantFrom(...TEXTABLE),
      ),
      abroad: rare,
      forged: rare,
      clinical: rare,
      segments: fc.constantFrom(1, 1, 1, 1, 2, 3),
      unwanted: rare,
      sentAgo: fc.array(fc.integer({ min: 0, max: 8 * DAY }), { maxLength: 4 }),
      perDay: fc.integer({ min: 1, max: 3 }),
      perWeek: fc.integer({ min: 1, max: 7 }),
      open: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: DAY })),
      opensIn: fc.constantFrom(null, 60_000, DAY),
      closed: rare,
      validityMinutes: fc.integer({ min: 5, max: 600 }),
    })
    .map(({ at, ...drawn }) => ({
      at,
      permission: drawn.optedOut
        ? { allowed: false, why: 'opted-out' }
        : { allowed: true, consentId: 'line-1', wordingVersion: null },
      textable: drawn.textable,
      servedNumber: !drawn.abroad,
      callerTrusted: !drawn.forged,
      lint: drawn.clinical ? ['clinical-word'] : [],
      segments: drawn.segments,
      wanted: !drawn.unwanted,
      sentAt: drawn.sentAgo.map((ago) => later(at, -ago)),
      caps: { perDay: drawn.perDay, perWeek: drawn.perWeek },
      window: drawn.closed
        ? { allowed: false, opensAt: drawn.opensIn === null ? null : later(at, drawn.opensIn) }
        : { allowed: true, closesAt: later(at, drawn.open) },
      validityMinutes: drawn.validityMinutes,
      zones: ['America/Los_Angeles'],
      wordingVersion: 'call-received@abc',
      policyVersion: 'cedar-grove:1',
    }))
  const since = ({ at, sentAt }: GateQuestion, span: number): number =>
    sentAt.filter((sent) => sent.getTime() > at.getTime() - span).length

  test('no refusal condition ever ends in a text: consent, number, caller, words, length, item', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const hopeless =
          !question.permission.allowed ||
          (question.textable !== 'unknown' && question.textable !== 'mobile') ||
          !question.servedNumber ||
          !question.callerTrusted ||
          question.lint.length > 0 ||
          question.segments !== 1 ||
          !question.wanted
        const verdict = askGate(question)
        // Nor does anything hopeless wait.
        if (hopeless) expect(verdict.type).toBe('refuse')
        expect(verdict.proof.askedAt).toBe(question.at.toISOString())
      }),
      { numRuns: runs(1000, 10_000) },
    )
  })

  test('a text goes only inside the window, under both caps, in one segment, and dies before the window ends', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const verdict = askGate(question)
        if (verdict.type !== 'go') return
        expect(question.segments).toBe(1)
        expect(since(question, DAY)).toBeLessThan(question.caps.perDay)
        expect(since(question, 7 * DAY)).toBeLessThan(question.caps.perWeek)
        expect(question.window.allowed).toBe(true)
        const closesAt = question.window.allowed ? question.window.closesAt : question.at
        const dies = later(question.at, verdict.validitySeconds * 1000)
        expect(dies.getTime()).toBeLessThanOrEqual(closesAt.getTime())
        // What the carrier takes: whole seconds, 1 to 36,000.
        expect(Number.isInteger(verdict.validitySeconds)).toBe(true)
        expect(verdict.validitySeconds).toBeGreaterThanOrEqual(1)
        expect(verdict.validitySeconds).toBeLessThanOrEqual(Math.min(36_000, question.validityMinutes * 60))
      }),
      { numRuns: runs(1500, 20_000) },
    )
  })

  test('a held text waits for a later instant, never for one that has passed', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const verdict = askGate(question)
        if (verdict.type === 'hold') expect(verdict.until.getTime()).toBeGreaterThan(question.at.getTime())
      }),
      { numRuns: runs(1000, 10_000) },
    )
  })

  test('any interleaving of sends and questions keeps every 24 hours and every 7 days under their caps', () => {
    const gaps = fc.oneof(
      fc.integer({ min: 0, max: 2 * DAY }),
      // A millisecond either side of the spans, where an off-by-one would hide.
      fc.constantFrom(0, 1, DAY - 1, DAY, DAY + 1, 7 * DAY - 1, 7 * DAY, 7 * DAY + 1),
    )
    const caps = fc.record({
      perDay: fc.integer({ min: 1, max: 3 }),
      perWeek: fc.integer({ min: 1, max: 7 }),
    })
    fc.assert(
      fc.property(
        fc.array(gaps, { minLength: 1, maxLength: 60 }),
        caps,
        fc.boolean(),
        (times, caps, held) => {
          const sent: Date[] = []
          let at = new Date('2026-11-02T18:00:00Z')
          for (const gap of times) {
            at = later(at, gap)
            const verdict = askGate({
              ...{ at, caps, segments: 1, lint: [], wanted: true, callerTrusted: true, textable: 'mobile' },
              servedNumber: true,
              permission: { allowed: true, consentId: 'line-1', wordingVersion: null },
              // In no order: the rows come as the database likes.
              sentAt: sent.toReversed(),
              window: { allowed: true, closesAt: later(at, 3_600_000) },
              ...{ validityMinutes: 60, zones: [], wordingVersion: 'w', policyVersion: 'p' },
            })
            if (verdict.type === 'go') sent.push(at)
            // A held text asks again at the very instant it was told.
            if (verdict.type === 'hold' && held) at = verdict.until
          }
          for (const first of sent) {
            const within = (span: number): number =>
              sent.filter((one) => one >= first && one < later(first, span)).length
            expect(within(DAY)).toBeLessThanOrEqual(caps.perDay)
            expect(within(7 * DAY)).toBeLessThanOrEqual(caps.perWeek)
          }
        },
      ),
      { numRuns: runs(200, 2500) },
    )
  })
})

describe('from 2026 to 2036, in all zones of the country', () => {
  const often = { numRuns: runs(150, 2000) }
  const questions = fc.tuple(INSTANTS, PLACES).map(([at, place]) => ({ at, ...place }))

  test('all zones that the zone data knows for numbers of the United States are asked about', async () => {
    // A toll-free number "is" in all zones of country code 1; these are of other countries.
    const ABROAD =
      /Anguilla|Antigua|Barbados|Cayman|Dominica|Edmonton|Fort_Nelson|Grand_Turk|Grenada|Halifax|Jamaica|Lower_Princes|Montserrat|Nassau|Port_of_Spain|Regina|Santo_Domingo|St_Johns|St_Kitts|St_Lucia|St_Vincent|Toronto|Tortola|Vancouver|Winnipeg|Bermuda/
    const everywhere = parsePhoneNumberFromString('+18005550100') as object
    const zones = await timezones(everywhere as Parameters<typeof timezones>[0])
    const ours = zones?.filter((zone) => !ABROAD.test(zone)) ?? []
    expect(ours.length).toBeGreaterThan(10)
    expect(US_ZONES).toEqual(expect.arrayContaining(ours))
  })

  test('a text may leave exactly when each wall clock it may reach is inside the hours of state and practice, on no holiday', () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(textWindow(question).allowed).toBe(mayArrive(question, question.at))
      }),
      { ...often, numRuns: runs(600, 8000) },
    )
  })

  test('a text that must wait is told the first such instant, to the minute; one that need not, the last', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = textWindow(question)
        if (answer.allowed) {
          expect(answer.closesAt).toEqual(firstChange(question, false))
          return
        }
        expect(answer.opensAt).toEqual(firstChange(question, true))
        if (answer.opensAt === null) return
        expect(textWindow({ ...question, at: answer.opensAt }).allowed).toBe(true)
        expect(textWindow({ ...question, at: later(answer.opensAt, -60_000) }).allowed).toBe(false)
      }),
      often,
    )
  })

  test('a held text that asks again whenever it was told leaves inside hours and under the caps, or never', () => {
    const sentBefore = fc.array(fc.integer({ min: 1, max: 8 * DAY }), { maxLength: 3 })
    fc.assert(
      fc.property(questions, sentBefore, (question, ago) => {
        const sentAt = ago.map((before) => later(question.at, -before))
        let { at } = question
        for (let asked = 0; asked < 30; asked += 1) {
          const verdict = askGate({
            ...{ at, sentAt, caps: { perDay: 1, perWeek: 3 }, segments: 1, lint: [], wanted: true },
            ...{ callerTrusted: true, textable: 'mobile', validityMinutes: 240, zones: question.zones },
            servedNumber: true,
            permission: { allowed: true, consentId: 'line-1', wordingVersion: null },
            window: textWindow({ ...question, at }),
            ...{ wordingVersion: 'w', policyVersion: 'p' },
          })
          if (verdict.type === 'go') {
            expect(mayArrive(question, at)).toBe(true)
            const lastMoment = later(at, verdict.validitySeconds * 1000 - 1)
            expect(mayArrive(question, lastMoment)).toBe(true)
            return
          }
          if (verdict.type === 'refuse') {
            expect(verdict.why).toBe('no-common-hours')
            return
          }
          at = verdict.until
        }
        throw new Error('The text was held thirty times: it would never leave.')
      }),
      often,
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askGate, type GateQuestion } from '../../../src/domain/texting/gate.ts'

const at = new Date('2026-12-02T18:00:00Z')
const hours = (count: number): Date => new Date(at.getTime() + count * 3_600_000)

function question(changes: Partial<GateQuestion> = {}): GateQuestion {
  return {
    at,
    permission: { allowed: true, consentId: 'consent-1', wordingVersion: 'consentAsk/en@1' },
    textable: 'unknown',
    servedNumber: true,
    callerTrusted: true,
    lint: [],
    segments: 1,
    wanted: true,
    sentAt: [],
    caps: { perDay: 1, perWeek: 3 },
    window: { allowed: true, closesAt: hours(7) },
    validityMinutes: 240,
    zones: ['America/Los_Angeles'],
    wordingVersion: 'call-received@abc',
    policyVersion: 'cedar-grove:1',
    ...changes,
  }
}

describe(askGate, () => {
  test('lets a consented, generic text out inside calling hours and keeps what it rests on', () => {
    expect(askGate(question())).toEqual({
      type: 'go',
      validitySeconds: 4 * 3600,
      proof: {
        askedAt: at.toISOString(),
        consentId: 'consent-1',
        consentWordingVersion: 'consentAsk/en@1',
        wordingVersion: 'call-received@abc',
        policyVersion: 'cedar-grove:1',
        zones: ['America/Los_Angeles'],
      },
    })
  })

  test.each([
    {
      note: 'no consent on record',
      change: { permission: { allowed: false, why: 'no-consent' } },
      why: 'no-consent',
    },
    {
      note: 'after an opt-out',
      change: { permission: { allowed: false, why: 'opted-out' } },
      why: 'opted-out',
    },
    { note: 'to a landline', change: { textable: 'landline' }, why: 'landline' },
    { note: 'to an invalid number', change: { textable: 'invalid' }, why: 'invalid-number' },
    { note: 'to a number abroad or on no list', change: { servedNumber: false }, why: 'number-not-served' },
    {
      note: 'to a caller ID that failed verification',
      change: { callerTrusted: false },
      why: 'caller-id-failed',
    },
    { note: 'with a clinical word in it', change: { lint: ['clinical-word'] }, why: 'wording-not-generic' },
    { note: 'longer than one segment', change: { segments: 2 }, why: 'more-than-one-segment' },
    { note: 'for an item that is closed', change: { wanted: false }, why: 'no-longer-wanted' },
    {
      note: 'with no common hour',
      change: { window: { allowed: false, opensAt: null } },
      why: 'no-common-hours',
    },
  ] as const)('refuses a text $note', ({ change, why }) => {
    expect(askGate(question(change))).toMatchObject({ type: 'refuse', why })
  })

  test('holds a text outside calling hours until they begin', () => {
    const opensAt = hours(14)
    expect(askGate(question({ window: { allowed: false, opensAt } }))).toMatchObject({
      type: 'hold',
      why: 'outside-calling-hours',
      until: opensAt,
    })
  })

  test('holds a second text within a day until 24 hours after the first', () => {
    expect(askGate(question({ sentAt: [hours(-5)] }))).toMatchObject({
      type: 'hold',
      why: 'daily-cap',
      until: hours(19),
    })
  })

  test('holds a fourth text within a week until the first is a week old', () => {
    const sentAt = [hours(-150), hours(-100), hours(-50)]
    expect(askGate(question({ sentAt }))).toMatchObject({ type: 'hold', why: 'weekly-cap', until: hours(18) })
  })

  test('never lets the carrier deliver after the calling hours', () => {
    expect(askGate(question({ window: { allowed: true, closesAt: hours(0.5) } }))).toMatchObject({
      validitySeconds: 1800,
    })
  })

  test('whatever else is true, an opted-out person gets no text', () => {
    fc.assert(
      fc.property(
        fc.record({ segments: fc.nat(3), wanted: fc.boolean(), callerTrusted: fc.boolean() }),
        (rest) => {
          const verdict = askGate(question({ ...rest, permission: { allowed: false, why: 'opted-out' } }))
          expect(verdict.type).toBe('refuse')
        },
      ),
    )
  })

  test('never more than one a day and three a week leave, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        const sent: Date[] = []
        let now = at.getTime()
        for (const minutes of gaps) {
          now += minutes * 60_000
          const asked = new Date(now)
          const verdict = askGate(
            question({ at: asked, sentAt: sent, window: { allowed: true, closesAt: new Date(now + 1e6) } }),
          )
          if (verdict.type === 'go') sent.push(asked)
        }
        for (const [index, first] of sent.entries()) {
          const next = sent[index + 1]
          const fourth = sent[index + 3]
          if (next) expect(next.getTime() - first.getTime()).toBeGreaterThanOrEqual(86_400_000)
          if (fourth) expect(fourth.getTime() - first.getTime()).toBeGreaterThanOrEqual(7 * 86_400_000)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_RULES, FAULT_REASONS, type CodeRule } from '../../../src/domain/texting/carrier-code-table.ts'
import {
  nextTryAt,
  NOT_CONNECTED,
  ruleOfAnswer,
  ruleOfReport,
  stopsAll,
  waitsForResume,
} from '../../../src/domain/texting/carrier-codes.ts'

const codesWhere = (holds: (rule: CodeRule) => boolean): (number | null)[] =>
  CODE_RULES.filter(holds)
    .map(({ code }) => code)
    .sort((a, b) => Number(a) - Number(b))

describe('the table', () => {
  // Read off Twilio's pages, one list for each way a code can reach us.
  test.each([
    { where: 'any request', codes: [20001, 20003, 20403, 20404, 20429, 20500] },
    {
      where: 'creating a text',
      codes: [
        21211, 21212, 21266, 21408, 21601, 21602, 21603, 21604, 21606, 21608, 21609, 21610, 21611, 21612,
        21614, 21617, 21635, 21659, 21701, 21703, 21704, 21705, 35111, 35114, 35115, 35117, 35118, 35125,
        90007, 572005,
      ],
    },
    {
      where: 'delivering it',
      codes: [
        14107, 30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30017, 30019, 30022, 30023, 30024,
        30027, 30029, 30032, 30033, 30034, 30035, 30036, 30047, 30410, 30450, 30453, 30454, 30500, 30610,
        30640, 30990, 63014, 63033, 63038,
      ],
    },
    {
      where: 'calls, incoming texts, webhooks and warnings',
      codes: [14109, 21210, 21214, 21215, 21216, 21217, 21220, 30009, 30025, 30026, 30039, 32017, 57012],
    },
  ])('has a rule for every code of $where', ({ codes }) => {
    expect(codes.map((code) => ruleOfReport(code).meaning)).not.toContain(ruleOfReport(99999).meaning)
    expect(codes.map((code) => ruleOfReport(code).code)).toEqual(codes)
  })

  test('names no code twice', () => {
    const codes = CODE_RULES.map(({ code }) => code)
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })

  test('explains each code in one sentence, and no reason goes unused', () => {
    for (const { meaning } of CODE_RULES) expect(meaning).toMatch(/^[A-Z0-9][^.]*\.$/)
    const used = new Set(CODE_RULES.map(({ reason }) => reason))
    expect(FAULT_REASONS.filter((reason) => !used.has(reason))).toEqual([])
    expect(FAULT_REASONS.length).toBeLessThanOrEqual(20)
  })
})

describe('no text arrives twice', () => {
  // For each of these the carrier says that the text was not processed, was rejected, expired or failed for good.
  const DID_NOT_ARRIVE = [
    20429, 21611, 30001, 30003, 30017, 30022, 30023, 30027, 30035, 30036, 30047, 30450, 30453, 30610, 63038,
  ]
  const SENDER_REFUSED = [
    20003, 20403, 21212, 21601, 21606, 21608, 21609, 21659, 21701, 21703, 21704, 21705, 30002, 30029, 30032,
    30033, 30034, 30454, 30990, 572005,
  ]

  test('only texts that did not arrive are tried again by themselves', () => {
    expect(
      codesWhere((rule) => ['retry', 'next-day', 'recheck'].includes(rule.message) && !waitsForResume(rule)),
    ).toEqual(DID_NOT_ARRIVE)
    expect(codesWhere(waitsForResume)).toEqual(SENDER_REFUSED)
  })

  test('a fault of the carrier itself is worth one more try and no second one', () => {
    expect(codesWhere(({ message }) => message === 'one-retry')).toEqual([30008, 30500])
    const at = new Date('2026-12-02T18:00:00Z')
    for (const code of [30008, 30500]) {
      expect(nextTryAt(ruleOfReport(code), at, 0)).not.toBeNull()
      expect(nextTryAt(ruleOfReport(code), at, 1)).toBeNull()
    }
  })

  test.each([
    { note: 'the carrier failed', code: 20500, httpStatus: 500 },
    { note: 'a gateway answered with an HTML page', code: null, httpStatus: 502 },
    { note: 'the service is overloaded', code: 20503, httpStatus: 503 },
    { note: 'the connection broke or the answer took too long', code: null, httpStatus: null },
    { note: 'the other end gave up waiting', code: null, httpStatus: 408 },
    { note: 'a redirect came, which is not followed', code: null, httpStatus: 307 },
    { note: 'a 5xx claims that the request was not processed', code: 20429, httpStatus: 503 },
  ])('looked up and never sent again: $note', ({ code, httpStatus }) => {
    const rule = ruleOfAnswer(code, httpStatus)
    expect(rule).toMatchObject({ message: 'look-up', code })
    expect(nextTryAt(rule, new Date('2026-12-02T18:00:00Z'), 0)).toBeNull()
  })

  test('a text that the next carrier did not confirm is not sent again', () => {
    expect(ruleOfReport(30410)).toMatchObject({
      message: 'look-up',
      reason: 'answer-lost',
      retryAfterMinutes: [],
    })
  })

  test('whatever code comes with a fault of the carrier, it never leads to a further try', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...CODE_RULES.map(({ code }) => code), 12345)),
        fc.option(fc.integer({ min: 500, max: 599 })),
        (code, httpStatus) => {
          expect(['look-up', 'give-up']).toContain(ruleOfAnswer(code, httpStatus).message)
        },
      ),
    )
  })
})

describe('what a code says about the number', () => {
  test.each([
    { contact: 'opted-out', codes: [21610] },
    { contact: 'landline', codes: [21614, 21635, 30006] },
    { contact: 'invalid', codes: [21211, 21217, 21266] },
    { contact: 'reassigned', codes: [30005] },
    { contact: 'blocked', codes: [21214, 21612, 30004, 30640, 63014, 63033] },
  ])('$contact: $codes', ({ contact, codes }) => {
    expect(codesWhere((rule) => rule.contact === contact)).toEqual(codes)
  })

  test('a number that texts do not reach, or whose owner opted out, gets none again', () => {
    const ends = ['give-up', 'none']
    expect(codesWhere((rule) => rule.contact !== 'none' && !ends.includes(rule.message))).toEqual([])
  })

  test('somebody who opted out is told nothing more by text; staff phone', () => {
    expect(ruleOfReport(21610)).toMatchObject({
      message: 'give-up',
      retryAfterMinutes: [],
      item: 'call-instead',
      told: 'staff',
    })
    expect(ruleOfAnswer(21610, 400)).toBe(ruleOfReport(21610))
  })
})

describe('who acts', () => {
  test('the sender stops for faults of credentials, account, sender, registration and filters, and for nothing else', () => {
    expect(codesWhere(({ account }) => account === 'stop')).toEqual([
      20003, 20403, 21212, 21601, 21606, 21608, 21609, 21659, 21701, 21703, 21704, 21705, 30002, 30007, 30024,
      30029, 30032, 30033, 30034, 30454, 30990, 57012, 572005,
    ])
  })

  test('a sender that is at fault alone stops alone: the others are not unregistered, filtered or unusable by that', () => {
    expect(codesWhere((rule) => rule.account === 'stop' && !stopsAll(rule))).toEqual([
      21212, 21601, 21606, 21659, 30007, 30024, 30032,
    ])
  })

  test('a campaign that is missing or suspended stops every number', () => {
    expect([30033, 30034, 30990].map((code) => stopsAll(ruleOfReport(code)))).toEqual([true, true, true])
  })

  test('the operator hears of every fault that concerns all texts', () => {
    expect(codesWhere(({ account, told }) => account !== 'none' && told !== 'operator')).toEqual([])
  })

  test('a text that a filter took is never sent again in the same words', () => {
    expect(ruleOfReport(30007)).toMatchObject({ message: 'give-up', account: 'stop', reason: 'filtered' })
    expect(waitsForResume(ruleOfReport(30007))).toBe(false)
  })

  test('whenever a text of ours may not arrive, a person phones in the end', () => {
    expect(codesWhere(({ message, item }) => (message === 'none') !== (item === 'none'))).toEqual([])
  })

  test('only a machine that texts us is worth nobody’s time', () => {
    expect(codesWhere(({ told }) => told === 'nobody')).toEqual([30039])
  })

  test('only rules with a further try have a plan of waits, each longer than nothing', () => {
    const planned = ['retry', 'one-retry', 'recheck', 'next-day']
    expect(
      codesWhere((rule) => rule.retryAfterMinutes.length > 0 && !planned.includes(rule.message)),
    ).toEqual([])
    expect(
      codesWhere((rule) => rule.message.endsWith('retry') && rule.retryAfterMinutes.length === 0),
    ).toEqual([])
    expect(codesWhere((rule) => rule.retryAfterMinutes.some((minutes) => minutes <= 0))).toEqual([])
  })
})

describe('answers that say less than a known code', () => {
  test.each([
    { note: 'the credentials are refused', code: null, httpStatus: 401, rule: 20003 },
    { note: 'the credentials are refused with a new code', code: 70051, httpStatus: 401, rule: 20003 },
    { note: 'the key may not do it', code: null, httpStatus: 403, rule: 20403 },
    { note: 'the resource is not there', code: null, httpStatus: 404, rule: 20404 },
    { note: 'too many requests', code: null, httpStatus: 429, rule: 20429 },
    { note: 'too many requests with a new code', code: 63017, httpStatus: 429, rule: 20429 },
    { note: 'a bad request', code: null, httpStatus: 400, rule: 20001 },
    { note: 'a conflict', code: null, httpStatus: 409, rule: 20001 },
  ])('$note', ({ code, httpStatus, rule }) => {
    expect(ruleOfAnswer(code, httpStatus)).toBe(ruleOfReport(rule))
  })

  test('a known code says more than the HTTP status it came with', () => {
    expect(ruleOfAnswer(21408, 403).reason).toBe('not-routable')
  })

  test.each([
    { note: 'an unknown code in a delivery report', rule: ruleOfReport(39999), code: 39999 },
    { note: 'a failed text without a code', rule: ruleOfReport(null), code: null },
    { note: 'an unknown code in an answer', rule: ruleOfAnswer(39999, 400), code: 39999 },
    {
      note: 'a refusal with an unknown code, which may mean this number',
      rule: ruleOfAnswer(39999, 403),
      code: 39999,
    },
  ])('ends the text for a person to look at: $note', ({ rule, code }) => {
    expect(rule).toMatchObject({
      code,
      reason: 'unknown-fault',
      message: 'give-up',
      item: 'call-instead',
      account: 'none',
      told: 'operator',
    })
  })

  test('every pair of code and status has a rule', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer()),
        fc.option(fc.integer({ min: 100, max: 599 })),
        (code, httpStatus) => {
          expect(FAULT_REASONS).toContain(ruleOfAnswer(code, httpStatus).reason)
        },
      ),
    )
  })

  test('a connection that never came about is tried again with back-off', () => {
    expect(NOT_CONNECTED).toMatchObject({ message: 'retry', reason: 'carrier-busy', code: null })
  })
})

describe(nextTryAt, () => {
  const at = new Date('2026-12-02T18:00:00Z')

  test('too many requests: half a minute after the first try, then 2, 10 and 30 minutes after each, then not again', () => {
    const tries = [0, 1, 2, 3, 4].map((retries) => nextTryAt(ruleOfReport(20429), at, retries)?.toISOString())
    expect(tries).toEqual([
      '2026-12-02T18:00:30.000Z',
      '2026-12-02T18:02:00.000Z',
      '2026-12-02T18:10:00.000Z',
      '2026-12-02T18:30:00.000Z',
      undefined,
    ])
  })

  test('a phone out of reach: three hours after the first try, six after the second, then not again', () => {
    const tries = [0, 1, 2].map((retries) => nextTryAt(ruleOfReport(30003), at, retries)?.toISOString())
    expect(tries).toEqual(['2026-12-02T21:00:00.000Z', '2026-12-03T00:00:00.000Z', undefined])
  })

  test.each([
    { note: 'in the morning in winter', at: '2026-12-02T18:00:00Z', next: '2026-12-03T08:00:00.000Z' },
    {
      note: 'late in the evening, after midnight UTC',
      at: '2026-12-03T07:30:00Z',
      next: '2026-12-03T08:00:00.000Z',
    },
    { note: 'at midnight itself', at: '2026-12-03T08:00:00Z', next: '2026-12-04T08:00:00.000Z' },
    { note: 'in summer', at: '2026-07-01T18:00:00Z', next: '2026-07-02T07:00:00.000Z' },
    {
      note: 'on the day the clocks go forward',
      at: '2027-03-14T09:00:00Z',
      next: '2027-03-15T07:00:00.000Z',
    },
    { note: 'on the day the clocks go back', at: '2026-11-01T08:00:00Z', next: '2026-11-02T08:00:00.000Z' },
  ])('a daily cap opens again at midnight Pacific time: $note', ({ at: failed, next }) => {
    for (const code of [30023, 30027]) {
      expect(nextTryAt(ruleOfReport(code), new Date(failed), 0)?.toISOString()).toBe(next)
    }
  })

  test('after two daily caps in a row the text is given up', () => {
    for (const code of [30023, 30027, 63038]) {
      expect(nextTryAt(ruleOfReport(code), at, 1)).not.toBeNull()
      expect(nextTryAt(ruleOfReport(code), at, 2)).toBeNull()
    }
  })

  test("the account's own cap counts the last 24 hours", () => {
    expect(nextTryAt(ruleOfReport(63038), at, 0)?.toISOString()).toBe('2026-12-03T18:00:00.000Z')
  })

  test('a text that waits for its account to be resumed has no hour', () => {
    expect(nextTryAt(ruleOfReport(30034), at, 0)).toBeNull()
    expect(waitsForResume(ruleOfReport(30034))).toBe(true)
    expect(waitsForResume(ruleOfReport(30036))).toBe(false)
  })

  test('after quiet hours of the Compliance Toolkit the next try leaves the federal night', () => {
    // 21:00 to 8:00 in Chicago, in winter
    const evening = Date.parse('2026-12-03T03:00:00Z')
    for (let minute = 0; minute < 660; minute += 1) {
      const next = nextTryAt(ruleOfReport(30610), new Date(evening + minute * 60_000), 0)
      const hour = next?.toTemporalInstant().toZonedDateTimeISO('America/Chicago').hour
      expect(hour).toBeGreaterThanOrEqual(8)
      expect(hour).toBeLessThan(21)
    }
  })
})

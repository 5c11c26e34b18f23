import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerLine } from '../../../src/casework/contact-store.ts'
import { storePractices } from '../../../src/casework/practice-store.ts'
import { readMessagingHealth, type MessagingHealth } from '../../../src/casework/view/messaging-health.ts'
import { permissionToText, type Basis, type ConsentKind } from '../../../src/domain/consent/ledger.ts'
import type { MessageState } from '../../../src/domain/texting/delivery.ts'
import type { Textable } from '../../../src/domain/texting/gate.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../../support/practice.ts'

const policy = examplePractice()
const OTHER = { ...policy, clinicId: 'harbor', version: 'harbor:1', lines: [harborLine()] }
const HOUR = 60
const DAY = 24 * HOUR

function harborLine() {
  const [line] = policy.lines
  if (!line) throw new Error('the example practice has no line')
  return { ...line, id: 'harbor/main', phone: '+12065550100' }
}

let database: TestDatabase
let count = 0

beforeAll(async () => {
  database = await freshDatabase()
  await storePractices(database.db, [policy, OTHER], WEDNESDAY_9)
})
afterAll(() => database.close())

/** A text that was planned `ago` minutes before Wednesday at nine. */
async function text(
  state: MessageState,
  more: {
    ago?: number
    code?: number
    why?: string
    until?: Date
    clinic?: string
    followUpId?: string
  } = {},
): Promise<void> {
  const at = later(WEDNESDAY_9, -(more.ago ?? HOUR))
  const left = !['planned', 'held', 'refused', 'canceled'].includes(state)
  const clinicId = more.clinic ?? policy.clinicId
  await database.db.message.create({
    data: {
      ...{ id: randomUUID(), direction: 'out', state, clinicId, body: 'A text.', createdAt: at },
      ...{ lineId: clinicId === 'harbor' ? 'harbor/main' : `${policy.clinicId}/main` },
      phone: '+14155550123',
      errorCode: more.code ?? null,
      refusal: more.why ?? null,
      notBefore: more.until ?? null,
      followUpId: more.followUpId ?? null,
      ...(left ? { claimedAt: at, verdict: { type: 'go' } } : {}),
    },
  })
}

async function contact(textable: Textable = 'unknown'): Promise<string> {
  const id = randomUUID()
  const phone = `+1415556${String(++count).padStart(4, '0')}`
  await database.db.contact.create({ data: { id, phone, textable, createdAt: WEDNESDAY_9 } })
  return id
}

const health = (days: 1 | 7 | 30 = 7, clinics: readonly string[] = []): Promise<MessagingHealth> =>
  readMessagingHealth(database.db, clinics, days, WEDNESDAY_9)

describe(readMessagingHealth, () => {
  test('where nothing was ever texted all figures are nought', async () => {
    expect(await health()).toEqual({
      since: new Date('2026-11-25T17:00:00Z'),
      until: WEDNESDAY_9,
      texts: {
        planned: 0,
        states: {
          ...{ planned: 0, held: 0, sending: 0, sent: 0, delivered: 0, undelivered: 0 },
          ...{ failed: 0, refused: 0, unknown: 0, canceled: 0 },
        },
        ...{ faults: [], refused: [], canceled: [] },
      },
      queue: { waiting: 0, due: 0, held: [], onTheWire: 0, unknown: 0 },
      numbers: { optedOut: 0, optedOutInSpan: 0, landline: 0, invalid: 0, blocked: 0, reassigned: 0 },
      stops: [],
    })
  })

  describe('with a week of texts', () => {
    beforeAll(async () => {
      const item = {
        ...{ id: randomUUID(), clinicId: policy.clinicId, lineId: `${policy.clinicId}/main`, number: 4711 },
        ...{ trigger: 'missed-call', status: 'new-request', queue: 'assistant', urgency: 'routine' },
        ...{ heard: 'nothing-to-hear', reason: 'missed-call', language: 'en', policyVersion: policy.version },
        ...{ receivedAt: WEDNESDAY_9, lastAction: 'call-missed', lastActionAt: WEDNESDAY_9 },
        ...{ nextAction: 'call-back', dueAt: WEDNESDAY_9, nextTouchAt: WEDNESDAY_9, escalateAt: WEDNESDAY_9 },
      }
      await database.db.followUp.create({ data: item })
      await text('delivered')
      await text('delivered', { ago: 3 * DAY })
      await text('delivered', { ago: 20 * DAY })
      await text('delivered', { clinic: 'harbor' })
      await text('sent')
      await text('undelivered', { code: 30005 })
      await text('failed', { code: 21614 })
      await text('failed', { code: 21614 })
      await text('undelivered', { code: 30006 })
      await text('failed', { ago: 2 * DAY })
      await text('undelivered', { code: 99_999, ago: 2 * DAY })
      await text('refused', { why: 'no-consent' })
      await text('refused', { why: 'no-consent' })
      await text('refused', { why: 'caller-id-failed' })
      await text('canceled', { why: 'replied' })
      await text('unknown')
      await text('planned', { until: later(WEDNESDAY_9, -1) })
      await text('planned', { until: later(WEDNESDAY_9, 5) })
      await text('held', {
        why: 'daily-cap',
        until: later(WEDNESDAY_9, HOUR),
        ago: 10 * DAY,
        followUpId: item.id,
      })
      await text('held', { why: 'daily-cap', until: later(WEDNESDAY_9, 2 * HOUR) })
      await text('held', { why: 'sending-stopped', clinic: 'harbor' })
    })

    test('the last 24 hours and 7 and 30 days count what was planned then', async () => {
      expect((await health(1)).texts.states).toMatchObject({ delivered: 2, undelivered: 2, failed: 2 })
      expect((await health(7)).texts.states).toMatchObject({ delivered: 3, undelivered: 3, failed: 3 })
      expect((await health(30)).texts.states).toMatchObject({ delivered: 4, held: 3 })
    })

    test('the states of a span add up to its texts', async () => {
      const { planned, states } = (await health(7)).texts
      expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(planned)
      expect(planned).toBe(19)
    })

    test('what did not arrive is told by reason, with the carrier’s codes, unknown and missing ones too', async () => {
      expect((await health(7)).texts.faults).toEqual([
        {
          reason: 'landline',
          count: 3,
          codes: [
            { code: 21614, count: 2 },
            { code: 30006, count: 1 },
          ],
        },
        {
          reason: 'unknown-fault',
          count: 2,
          codes: [
            { code: null, count: 1 },
            { code: 99_999, count: 1 },
          ],
        },
        { reason: 'reassigned', count: 1, codes: [{ code: 30005, count: 1 }] },
      ])
    })

    test('what the gate refused and what was canceled is told by reason', async () => {
      expect((await health(7)).texts).toMatchObject({
        refused: [
          { why: 'no-consent', count: 2 },
          { why: 'caller-id-failed', count: 1 },
        ],
        canceled: [{ why: 'replied', count: 1 }],
      })
    })

    test('what waits is counted whenever it was planned, with the oldest of each reason', async () => {
      expect((await health(1)).queue).toEqual({
        ...{ waiting: 5, due: 2, onTheWire: 0, unknown: 1 },
        held: [
          {
            ...{ why: 'daily-cap', count: 2 },
            oldest: {
              ...{ item: 4711, clinicId: policy.clinicId, plannedAt: later(WEDNESDAY_9, -10 * DAY) },
              until: later(WEDNESDAY_9, HOUR),
            },
          },
          {
            ...{ why: 'sending-stopped', count: 1 },
            oldest: { item: null, clinicId: 'harbor', plannedAt: later(WEDNESDAY_9, -HOUR), until: null },
          },
        ],
      })
    })

    test('somebody of one practice sees the texts of that practice only', async () => {
      const harbor = await health(7, ['harbor'])
      expect(harbor.texts).toMatchObject({ planned: 2, faults: [], refused: [] })
      expect(harbor.queue).toMatchObject({ waiting: 1, unknown: 0 })
      expect((await health(7, [policy.clinicId])).texts.planned).toBe(17)
    })
  })

  test('numbers that take no texts are counted by kind', async () => {
    const kinds: Textable[] = [
      'landline',
      'landline',
      'invalid',
      'blocked',
      'reassigned',
      'mobile',
      'unknown',
    ]
    for (const kind of kinds) await contact(kind)
    expect((await health()).numbers).toMatchObject({ landline: 2, invalid: 1, blocked: 1, reassigned: 1 })
  })

  test('a stop is shown until somebody resumes it', async () => {
    const stop = { code: 30034, reason: 'unregistered-sender', sender: '+14155550100' }
    const id = randomUUID()
    await database.db.sendingStop.create({ data: { id, at: WEDNESDAY_9, ...stop } })
    expect((await health()).stops).toEqual([{ id, at: WEDNESDAY_9, ...stop }])
    await database.db.sendingStop.update({
      where: { id },
      data: { resumedAt: later(WEDNESDAY_9, 5), resumedBy: 'somebody' },
    })
    expect((await health()).stops).toEqual([])
  })
})

describe('who counts as opted out', () => {
  const LINES = {
    grant: { kind: 'grant', basis: 'form' },
    keyword: { kind: 'revoke', basis: 'keyword' },
    words: { kind: 'revoke', basis: 'inbound-text' },
    start: { kind: 'lift', basis: 'keyword' },
    changed: { kind: 'drop', basis: 'spoken-to-staff' },
  } as const satisfies Record<string, { kind: ConsentKind; basis: Basis }>
  const NAMES = Object.keys(LINES) as (keyof typeof LINES)[]

  test('is what the gate says, after every history of up to three lines', async () => {
    const histories = NAMES.flatMap((a) => [
      [a],
      ...NAMES.flatMap((b) => [[a, b], ...NAMES.map((c) => [a, b, c])]),
    ])
    const before = (await health()).numbers.optedOut
    for (const [number, history] of histories.entries()) {
      const contactId = await contact()
      const data = history.map((name, place) => ({
        ...{ id: randomUUID(), contactId, ...LINES[name], channel: 'text', evidence: String(place) },
        scope: name === 'grant' ? 'appointment-reminders' : 'all',
        // In every other history the lines tell of ever earlier times: a form from before the revocation is no fresh consent.
        at: later(WEDNESDAY_9, number % 2 === 0 ? place - 10 : -10 - place),
      }))
      await database.db.consentEvent.createMany({ data })
    }
    const lines = await database.db.consentEvent.findMany({ orderBy: { seq: 'asc' } })
    const byGate = [...Map.groupBy(lines, ({ contactId }) => contactId).values()].filter((ledger) => {
      const wanted = { scope: 'appointment-reminders', followUpId: 'item' } as const
      const permission = permissionToText(ledger.map(ledgerLine), wanted)
      return !permission.allowed && permission.why === 'opted-out'
    })
    expect(byGate.length).toBeGreaterThan(40)
    expect((await health()).numbers.optedOut - before).toBe(byGate.length)
    const revoked = new Set(lines.filter(({ kind }) => kind === 'revoke').map(({ contactId }) => contactId))
    expect((await health()).numbers.optedOutInSpan).toBe(revoked.size)
  })
})

test('no figure is found by reading all texts', async () => {
  const plan = async (query: string): Promise<string> => {
    const rows = await database.db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
      return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${query}`)
    })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  expect(
    await plan(`select state, refusal, error_code, count(*) from message
      where direction = 'out' and created_at >= '2026-12-01' group by 1, 2, 3`),
  ).toContain('Only Scan using message_outgoing')
  expect(await plan(`select contact_id from consent_event where kind = 'revoke'`)).toContain(
    'consent_event_revocations',
  )
  expect(
    await plan(`select textable, count(*) from contact
      where textable in ('landline', 'invalid', 'blocked', 'reassigned') group by 1`),
  ).toContain('contact_not_textable')
})

import { describe, expect, test } from 'vitest'
import type { ListedNeed } from '../../../src/domain/imports/rows.ts'
import {
  isSamePerson,
  judge,
  MOST_ON_NUMBER,
  UNKNOWN_CONTACT,
  type KnownContact,
  type KnownItem,
} from '../../../src/domain/imports/verdict.ts'

type Said = {
  name?: string | null
  segment?: 'missed-visit' | 'result-review' | null
  reason?: string | null
}

const need = ({ name = 'Ana López', segment = null, reason = null }: Said): ListedNeed['need'] => ({
  ...{ trigger: 'recall-due', personName: name, reason, segment, dueFrom: null, dueTo: null, provider: null },
  ...{ providerPriority: null, lastAppointment: null, preferredContact: null, insuranceNote: null },
  ...{ authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
})
const row = (said: Said & { booked?: boolean } = {}): ListedNeed => ({
  ...{ phone: '+14155550123', language: null, sourceRef: null, consent: null },
  ...{ need: need(said), booked: said.booked ?? false },
})
const known = (more: Partial<KnownContact>): KnownContact => ({ ...UNKNOWN_CONTACT, ...more })
const item = (more: Partial<KnownItem> = {}): KnownItem => ({
  ...{ number: 12, open: true, scheduled: false, joins: true, requests: [] },
  ...more,
})

describe(judge, () => {
  test('somebody who was never in touch is new', () => {
    expect(judge(row(), UNKNOWN_CONTACT, [])).toEqual({ kind: 'new' })
  })

  test('somebody who asked for no texts is called all the same', () => {
    expect(judge(row(), known({ optedOut: true }), [])).toEqual({ kind: 'opted-out' })
  })

  test.each([
    { note: 'must not be called', contact: { noCalls: true }, why: 'do-not-call', item: null },
    { note: 'has another number now', contact: { wrongNumber: true }, why: 'wrong-number', item: null },
    {
      note: 'has a visit booked',
      contact: { items: [item({ scheduled: true })] },
      ...{ why: 'already-scheduled', item: 12 },
    },
    {
      note: 'is being called about the same thing',
      contact: { items: [item({ requests: [need({})] })] },
      ...{ why: 'in-cadence', item: 12 },
    },
    {
      note: 'was called about it not long ago',
      contact: { items: [item({ open: false, requests: [need({})] })] },
      ...{ why: 'closed-lately', item: 12 },
    },
  ])('somebody who $note is skipped', ({ contact, why, item: number }) => {
    expect(judge(row(), known(contact), [])).toEqual({ kind: 'skipped', why, item: number, row: null })
  })

  test('somebody whose visit stands in the list itself is skipped', () => {
    expect(judge(row({ booked: true }), UNKNOWN_CONTACT, [])).toMatchObject({ why: 'already-scheduled' })
  })

  test('a need of another kind joins the open conversation instead of a second call', () => {
    expect(judge(row(), known({ items: [item()] }), [])).toEqual({
      ...{ kind: 'joined', item: 12, row: null, optedOut: false },
    })
    const other = item({ requests: [need({ segment: 'missed-visit' })] })
    expect(judge(row({ segment: 'result-review' }), known({ items: [other] }), [])).toMatchObject({
      kind: 'joined',
    })
  })

  test('an open item of another line is not joined where the practice keeps its lines apart', () => {
    expect(judge(row(), known({ items: [item({ joins: false })] }), [])).toEqual({ kind: 'new' })
  })

  test('the booked visit of one person of a family says nothing about another', () => {
    const brother = item({ scheduled: true, requests: [need({ name: 'Luis López' })] })
    expect(judge(row(), known({ items: [brother] }), [])).toMatchObject({ kind: 'joined', item: 12 })
  })

  test('the second row about the same thing is a duplicate, one about a brother or another thing is not', () => {
    const earlier = [{ row: 7, need: need({ reason: 'annual visit' }) }]
    const verdict = (said: Said) => judge(row(said), UNKNOWN_CONTACT, earlier)
    expect(verdict({ reason: 'Annual visit.' })).toMatchObject({ kind: 'skipped', why: 'duplicate', row: 7 })
    expect(verdict({ reason: null })).toMatchObject({ why: 'duplicate' })
    expect(verdict({ name: 'Luis López' })).toMatchObject({ kind: 'joined', item: null, row: 7 })
    expect(verdict({ reason: 'vaccine' })).toMatchObject({ kind: 'joined', row: 7 })
    expect(verdict({ segment: 'missed-visit' })).toMatchObject({ kind: 'joined', row: 7 })
  })

  test('a number that half the list has is nobody’s', () => {
    const earlier = Array.from({ length: MOST_ON_NUMBER }, (_, index) => ({
      row: index + 2,
      need: need({ name: `Person Number${String(index)}` }),
    }))
    expect(judge(row(), UNKNOWN_CONTACT, earlier)).toEqual({
      ...{ kind: 'rejected', problems: [{ why: 'too-many-on-number', field: null }] },
    })
  })
})

test.each([
  ['Ana López', 'LOPEZ, ANA', true],
  ['Ana López', 'Ana María López', true],
  ['Ana López', 'Luis López', false],
  ['Ana López', null, true],
])('%s and %s may be one person: %s', (a, b, same) => {
  expect([isSamePerson(a, b), isSamePerson(b, a)]).toEqual([same, same])
})

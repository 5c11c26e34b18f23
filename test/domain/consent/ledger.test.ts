import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isFreshGrant,
  permissionToText,
  SCOPES,
  standingOptOut,
  type Basis,
  type ConsentEvent,
  type Scope,
} from '../../../src/domain/consent/ledger.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

/* Lines are written one a minute from Wednesday at nine; each grant has a call of its own for evidence unless a test says otherwise. */

let minute = 0
const facts = (basis: Basis, more: { at?: Date; evidence?: string } = {}) => {
  minute += 1
  return {
    id: `line-${minute}`,
    at: later(WEDNESDAY_9, minute),
    basis,
    evidence: `CA${minute}`,
    wordingVersion: 'consentAsk/en@1',
    followUpId: 'item-1',
    ...more,
  }
}
const grant = (
  more: { scope?: Scope; followUpId?: string; at?: Date; evidence?: string } = {},
): ConsentEvent => ({ ...facts('key-press'), kind: 'grant', scope: 'this-request', ...more })
const revoke = (basis: Basis): ConsentEvent => ({ ...facts(basis), kind: 'revoke' })
const start = (): ConsentEvent => ({ ...facts('keyword'), kind: 'lift' })
const changedHands = (): ConsentEvent => ({ ...facts('carrier'), kind: 'drop' })
const byMistake = (evidence: string): ConsentEvent => ({
  ...facts('import', { evidence }),
  kind: 'void',
})
const wanted = { scope: 'this-request', followUpId: 'item-1' } as const

describe(permissionToText, () => {
  test('without any line there is no consent', () => {
    expect(permissionToText([], wanted)).toEqual({ allowed: false, why: 'no-consent' })
  })

  test('a key press in a call allows texts about that call, and says which line of the ledger it is', () => {
    const line = grant()
    expect(permissionToText([line], wanted)).toEqual({
      allowed: true,
      consentId: line.id,
      wordingVersion: 'consentAsk/en@1',
    })
  })

  test('consent about one call covers no other request', () => {
    expect(permissionToText([grant()], { ...wanted, followUpId: 'item-2' })).toMatchObject({
      why: 'no-consent',
    })
    expect(permissionToText([grant()], { ...wanted, scope: 'recall' })).toMatchObject({ why: 'no-consent' })
  })

  test('STOP ends it and START brings it back', () => {
    expect(permissionToText([grant(), revoke('keyword')], wanted)).toMatchObject({ why: 'opted-out' })
    expect(permissionToText([grant(), revoke('keyword'), start()], wanted)).toMatchObject({ allowed: true })
  })

  test('START lifts no revocation made in other words, not even when a STOP came after it', () => {
    for (const basis of ['inbound-text', 'spoken-to-staff', 'voicemail'] as const) {
      expect(permissionToText([grant(), revoke(basis), start()], wanted)).toMatchObject({ why: 'opted-out' })
      expect(permissionToText([grant(), revoke(basis), revoke('keyword'), start()], wanted)).toMatchObject({
        why: 'opted-out',
      })
    }
  })

  test('a fresh grant lifts a revocation in words, but not a STOP that the carrier still enforces', () => {
    expect(permissionToText([revoke('spoken-to-staff'), grant()], wanted)).toMatchObject({ allowed: true })
    expect(permissionToText([revoke('keyword'), grant()], wanted)).toMatchObject({ why: 'opted-out' })
    expect(permissionToText([revoke('keyword'), grant(), start()], wanted)).toMatchObject({ allowed: true })
  })

  test('a grant that was written down by mistake does not count, now or again; others stay', () => {
    const row = { evidence: 'import:1:2', scope: 'recall' } as const
    const recall = { ...wanted, scope: 'recall' } as const
    const lines = [grant(), grant(row), byMistake('import:1:2')]
    expect(permissionToText(lines, recall)).toMatchObject({ why: 'no-consent' })
    expect(permissionToText(lines, wanted)).toMatchObject({ allowed: true })
    expect(permissionToText([...lines, grant(row)], recall)).toMatchObject({ why: 'no-consent' })
    expect(permissionToText([...lines, grant({ scope: 'recall' })], recall)).toMatchObject({ allowed: true })
  })

  test('a fresh grant for reminders opens nothing else that the person had agreed to before', () => {
    const lines = [grant(), revoke('inbound-text'), grant({ scope: 'appointment-reminders' })]
    expect(permissionToText(lines, wanted)).toMatchObject({ why: 'no-consent' })
    expect(permissionToText(lines, { ...wanted, scope: 'appointment-reminders' })).toMatchObject({
      allowed: true,
    })
  })

  test('a form signed before the person opted out does not opt them in again, however late it is filed', () => {
    const signed = facts('form').at
    const lines = [revoke('spoken-to-staff'), grant({ at: signed, evidence: 'form-7' })]
    expect(permissionToText(lines, wanted)).toMatchObject({ why: 'opted-out' })
    const stopped = revoke('spoken-to-staff')
    expect(permissionToText([stopped, grant({ at: stopped.at })], wanted)).toMatchObject({ why: 'opted-out' })
  })

  test('evidence that was used up before the person opted out opts nobody in again, for any scope', () => {
    const lines = [
      grant({ evidence: 'form-7' }),
      revoke('inbound-text'),
      grant({ evidence: 'form-7', scope: 'recall' }),
    ]
    expect(permissionToText(lines, { ...wanted, scope: 'recall' })).toMatchObject({ why: 'opted-out' })
    expect(isFreshGrant(lines, { at: later(WEDNESDAY_9, 900), evidence: 'form-7' })).toBe(false)
    expect(isFreshGrant(lines, { at: later(WEDNESDAY_9, 900), evidence: 'form-8' })).toBe(true)
  })

  test('one new form opts somebody in again for two scopes', () => {
    const lines = [
      revoke('inbound-text'),
      grant({ evidence: 'form-8', scope: 'recall' }),
      grant({ evidence: 'form-8', scope: 'appointment-reminders' }),
    ]
    expect(permissionToText(lines, { ...wanted, scope: 'appointment-reminders' })).toMatchObject({
      allowed: true,
    })
  })

  test('when the number changes hands what was agreed to before no longer counts, and nobody has opted out', () => {
    expect(permissionToText([grant(), changedHands()], wanted)).toEqual({
      allowed: false,
      why: 'no-consent',
    })
    expect(permissionToText([grant(), changedHands(), grant()], wanted)).toMatchObject({ allowed: true })
    expect(permissionToText([grant(), revoke('keyword'), changedHands(), start()], wanted)).toMatchObject({
      why: 'no-consent',
    })
  })

  test('a number that changed hands keeps its opt-outs', () => {
    expect(permissionToText([revoke('spoken-to-staff'), changedHands()], wanted)).toMatchObject({
      why: 'opted-out',
    })
  })

  const spoken = fc.constantFrom<Basis>('inbound-text', 'voicemail', 'spoken-to-staff', 'form')
  const basis = fc.oneof(spoken, fc.constantFrom<Basis>('keyword', 'carrier'))
  const evidence = fc.constantFrom('CA1', 'CA2', 'form-7', 'form-8')
  const line = fc.oneof(
    fc.record({ scope: fc.constantFrom(...SCOPES), evidence, minutes: fc.nat(100) }).map(
      (given) => (): ConsentEvent =>
        grant({
          scope: given.scope,
          evidence: given.evidence,
          at: later(WEDNESDAY_9, given.minutes),
        }),
    ),
    basis.map((how) => () => revoke(how)),
    fc.constant(start),
    fc.constant(changedHands),
  )
  const history = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((write) => write()))

  test('after any history that ends in a revocation nothing may be sent, for any scope', () => {
    fc.assert(
      fc.property(history, basis, fc.constantFrom(...SCOPES), (before, how, scope) => {
        const lines = [...before, revoke(how)]
        expect(permissionToText(lines, { ...wanted, scope })).toEqual({ allowed: false, why: 'opted-out' })
        expect(standingOptOut(lines)?.kind).toBe('revoke')
      }),
      { numRuns: 1_000 },
    )
  })

  test('after a revocation in words no START and no grant that is older or was used before opens anything', () => {
    fc.assert(
      fc.property(history, spoken, history, fc.constantFrom(...SCOPES), (before, how, after, scope) => {
        const stop = revoke(how)
        const used = new Set(before.filter(({ kind }) => kind === 'grant').map((event) => event.evidence))
        const stale = after.filter(
          (event) => event.kind !== 'grant' || event.at <= stop.at || used.has(event.evidence),
        )
        expect(permissionToText([...before, stop, ...stale], { ...wanted, scope })).toMatchObject({
          why: 'opted-out',
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('what a number was agreed to by its earlier owner is never texted by', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...SCOPES), (before, scope) => {
        expect(permissionToText([...before, changedHands()], { ...wanted, scope }).allowed).toBe(false)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  permissionToText,
  type Basis,
  type ConsentEvent,
  type Scope,
} from '../../../src/domain/consent/ledger.ts'

let count = 0
const facts = (basis: Basis) => ({
  id: `event-${++count}`,
  at: new Date('2026-12-02T18:00:00Z'),
  basis,
  evidence: 'CA1',
  wordingVersion: 'consentAsk/en@1',
  followUpId: 'item-1',
})
const grant = (scope: Scope = 'this-request', followUpId = 'item-1'): ConsentEvent => ({
  ...facts('key-press'),
  kind: 'grant',
  scope,
  followUpId,
})
const revoke = (basis: Basis): ConsentEvent => ({ ...facts(basis), kind: 'revoke' })
const start = (): ConsentEvent => ({ ...facts('keyword'), kind: 'lift' })
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

  test('START lifts no revocation made in other words', () => {
    expect(permissionToText([grant(), revoke('inbound-text'), start()], wanted)).toMatchObject({
      allowed: false,
    })
    expect(permissionToText([grant(), revoke('spoken-to-staff'), start()], wanted)).toMatchObject({
      allowed: false,
    })
  })

  test('a fresh grant lifts a revocation in words, but not a STOP that the carrier still enforces', () => {
    expect(permissionToText([revoke('spoken-to-staff'), grant()], wanted)).toMatchObject({ allowed: true })
    expect(permissionToText([revoke('keyword'), grant()], wanted)).toMatchObject({ why: 'opted-out' })
  })

  test('after any history that ends in a revocation nothing may be sent', () => {
    const line = fc.oneof(
      fc.constantFrom<Scope>('this-request', 'appointment-reminders', 'recall').map((scope) => grant(scope)),
      fc
        .constantFrom<Basis>('keyword', 'inbound-text', 'voicemail', 'spoken-to-staff', 'carrier')
        .map(revoke),
      fc.constant(start()),
    )
    const bases = fc.constantFrom<Basis>('keyword', 'inbound-text', 'voicemail', 'spoken-to-staff', 'carrier')
    fc.assert(
      fc.property(fc.array(line), bases, (history, basis) => {
        expect(permissionToText([...history, revoke(basis)], wanted)).toEqual({
          allowed: false,
          why: 'opted-out',
        })
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BASES,
  CONSENT_KINDS,
  permissionToText,
  SCOPES,
  type Basis,
  type ConsentEvent,
} from '../../../src/domain/consent/ledger.ts'

const DAY = 24 * 3_600_000
const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

const ITEMS = ['item-1', 'item-2']

describe('after any history of grants, revocations, STOPs, STARTs and numbers that changed hands', () => {
  const lines = fc.record({
    kind: fc.constantFrom(...CONSENT_KINDS, 'grant' as const),
    basis: fc.constantFrom(...BASES),
    scope: fc.constantFrom(...SCOPES),
    followUpId: fc.constantFrom(...ITEMS),
    // Now and then the very proof of an earlier line, or a form that lay about for days.
    proof: fc.option(fc.nat(2), { freq: 3 }),
    writtenDown: fc.constantFrom(0, 0, 0, 1, 2, 5),
  })
  /** Lines written a day apart. */
  const histories = fc
    .array(lines, { maxLength: 12 })
    .map((drawn) => drawn.map((line, index) => ledgerLine(line, index)))

  function ledgerLine(
    {
      kind,
      scope,
      proof,
      writtenDown,
      ...rest
    }: typeof lines extends fc.Arbitrary<infer Line> ? Line : never,
    index: number,
  ): ConsentEvent {
    const daysBefore = kind === 'grant' ? writtenDown : 0
    const facts = {
      ...{ id: `line-${index}`, wordingVersion: null, ...rest },
      at: later(new Date('2026-06-01T18:00:00Z'), (index - daysBefore) * DAY),
      evidence: proof === null ? `SM-${index}` : `proof-${proof}`,
    }
    return kind === 'grant' ? { ...facts, kind, scope } : { ...facts, kind }
  }

  const mayText = (history: readonly ConsentEvent[]): boolean[] =>
    ITEMS.flatMap((followUpId) =>
      SCOPES.map((scope) => permissionToText(history, { scope, followUpId }).allowed),
    )
  const byCarrier = ({ basis }: ConsentEvent): boolean => basis === 'keyword' || basis === 'carrier'
  const isStop = (line: ConsentEvent): boolean => line.kind === 'revoke' && byCarrier(line)
  const endsGrants = (line: ConsentEvent): boolean =>
    line.kind === 'drop' || (line.kind === 'revoke' && !byCarrier(line))

  test('that ends in a revocation, whatever its basis, no text about anything may go', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...BASES), (history, basis) => {
        const last: ConsentEvent = {
          ...{ kind: 'revoke', id: 'last', basis, at: later(new Date('2026-06-01T18:00:00Z'), 90 * DAY) },
          ...{ evidence: 'SM-last', wordingVersion: null, followUpId: null },
        }
        expect(mayText([...history, last])).toEqual(ITEMS.flatMap(() => SCOPES.map(() => false)))
      }),
      { numRuns: 1000 },
    )
  })

  test('that ends in a revocation in words or a number changed, START and old proofs bring nothing back', () => {
    const endings = fc.constantFrom<Basis>('inbound-text', 'voicemail', 'spoken-to-staff', 'form', 'import')
    fc.assert(
      fc.property(histories, endings, fc.boolean(), (history, basis, drops) => {
        const at = later(new Date('2026-06-01T18:00:00Z'), history.length * DAY)
        const facts = { wordingVersion: null, followUpId: null, at, evidence: 'SM-last' }
        const last: ConsentEvent = { ...facts, kind: drops ? 'drop' : 'revoke', id: 'last', basis }
        const start: ConsentEvent = { ...facts, kind: 'lift', id: 'start', basis: 'keyword' }
        const again = history.map((line) => ({ ...line, id: `${line.id}-again` }))
        const oldProofs = again.filter(({ kind }) => kind === 'grant')
        expect(mayText([...history, last, start, ...oldProofs])).not.toContain(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('a text may go only by a fresh grant that nothing ended, once START took back each STOP', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...SCOPES),
        fc.constantFrom(...ITEMS),
        (history, scope, followUpId) => {
          const covers = (line: ConsentEvent): boolean =>
            line.kind === 'grant' &&
            line.scope === scope &&
            (scope !== 'this-request' || line.followUpId === followUpId)
          const voids = (end: ConsentEvent, line: ConsentEvent): boolean =>
            end.kind === 'void' && end.evidence === line.evidence
          const isFresh = (line: ConsentEvent, index: number): boolean => {
            const before = history.slice(0, index)
            const usedUp = before.some(
              (earlier, place) =>
                earlier.kind === 'grant' &&
                earlier.evidence === line.evidence &&
                before.slice(place).some(endsGrants),
            )
            const takenBack = before.some((earlier) => voids(earlier, line))
            return !usedUp && !takenBack && before.filter(endsGrants).every((end) => end.at < line.at)
          }
          const stopsLifted = history.every(
            (line, index) => !isStop(line) || history.slice(index).some(({ kind }) => kind === 'lift'),
          )
          const granted = history.some(
            (line, index) =>
              covers(line) &&
              isFresh(line, index) &&
              !history.slice(index).some((end) => endsGrants(end) || voids(end, line)),
          )
          expect(permissionToText(history, { scope, followUpId }).allowed).toBe(granted && stopsLifted)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('an allowed text names the very line of the ledger that allows it', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...SCOPES),
        fc.constantFrom(...ITEMS),
        (history, scope, followUpId) => {
          const permission = permissionToText(history, { scope, followUpId })
          if (!permission.allowed) return
          expect(history.find(({ id }) => id === permission.consentId)).toMatchObject({
            kind: 'grant',
            scope,
          })
        },
      ),
    )
  })
})

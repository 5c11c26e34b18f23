import { isFreshGrant, standingOptOut, type ConsentEvent, type Scope } from '../../domain/consent/ledger.ts'
import type { ListedConsent } from '../../domain/imports/rows.ts'
import { startOfDate } from '../../domain/time/business-time.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { appendConsent, ledgerOf } from '../contact-store.ts'
import type { Desk } from '../record.ts'

/** What proves a consent that a list brought: the list and the row in it. */
function evidenceOf(importId: string, row: number): string {
  return `import:${importId}:${String(row)}`
}

/**
 * Writes down the consent that a row states. It never lifts an opt-out: while one stands nothing is written, and a consent from before
 * one, or from nobody knows when, does not count after it.
 * @param from.calendar by which the list's day is meant; the day's first instant counts.
 */
export async function grantListed(
  desk: Desk,
  listed: ListedConsent,
  from: { readonly importId: string; readonly row: number; readonly by: string; readonly calendar: Calendar },
): Promise<void> {
  const { contact, tx, at: now } = desk
  if (!contact) return
  const ledger = await ledgerOf(tx, contact.id)
  const evidence = evidenceOf(from.importId, from.row)
  const given = listed.givenOn === null ? null : startOfDate(from.calendar, listed.givenOn)
  if (standingOptOut(ledger) || !counts(ledger, given, evidence)) return
  const at = given ?? now
  const scopes: readonly Scope[] = [
    ...(listed.recall ? (['recall'] as const) : []),
    ...(listed.reminders ? (['appointment-reminders'] as const) : []),
  ]
  for (const scope of scopes) {
    const line = { at, kind: 'grant', scope, basis: 'import', evidence, staffId: from.by } as const
    if (!(await appendConsent(tx, contact.id, line))) continue
    await tx.auditEntry.create({
      data: {
        ...{ at: now, actor: from.by, action: 'consent-recorded', subject: `contact:${contact.id}` },
        detail: { kind: 'grant', scope, basis: 'import' },
      },
    })
  }
}

/** Takes back what an import wrote down about a contact; consents from elsewhere stay. */
export async function voidListed(desk: Desk, importId: string, by: string): Promise<void> {
  const { contact, tx, at } = desk
  if (!contact) return
  const ledger = await ledgerOf(tx, contact.id)
  const listed = ledger.filter(
    ({ kind, evidence }) => kind === 'grant' && evidence.startsWith(`import:${importId}:`),
  )
  for (const evidence of new Set(listed.map((line) => line.evidence))) {
    const line = { at, kind: 'void', scope: 'all', basis: 'import', evidence, staffId: by } as const
    if (!(await appendConsent(tx, contact.id, line))) continue
    await tx.auditEntry.create({
      data: {
        ...{ at, actor: by, action: 'consent-recorded', subject: `contact:${contact.id}` },
        detail: { kind: 'void', basis: 'import' },
      },
    })
  }
}

function counts(ledger: readonly ConsentEvent[], given: Date | null, evidence: string): boolean {
  if (given === null) return !ledger.some(({ kind }) => kind === 'revoke' || kind === 'drop')
  return isFreshGrant(ledger, { at: given, evidence })
}

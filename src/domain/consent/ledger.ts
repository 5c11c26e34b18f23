import { unreachable } from '../follow-up/words.ts'
import type { TextPurpose } from '../policy/policy.ts'

/** What a text may be about. `this-request` covers the one item it was given for. */
export type Scope = 'this-request' | 'appointment-reminders' | 'recall'

/** How a grant or a revocation came about; the proof is the event's evidence. */
export const BASES = [
  'key-press',
  'inbound-text',
  'voicemail',
  'spoken-to-staff',
  'form',
  'import',
  'keyword',
  'carrier',
] as const
export type Basis = (typeof BASES)[number]

/**
 * One line of the ledger. It is append-only; what may be texted now is read from all lines in order.
 *   grant  — the person agreed, for one scope
 *   revoke — the person wants no texts at all, whatever the scope (FCC 24-24, 47 CFR 64.1200(a)(10))
 *   lift   — the person wrote START: takes back a revocation made by keyword, and only that
 */
export type ConsentEvent = {
  readonly id: string
  readonly at: Date
  readonly basis: Basis
  readonly evidence: string
  readonly wordingVersion: string | null
  readonly followUpId: string | null
} & (
  { readonly kind: 'grant'; readonly scope: Scope } | { readonly kind: 'revoke' } | { readonly kind: 'lift' }
)

export type Permission =
  | { readonly allowed: true; readonly consentId: string; readonly wordingVersion: string | null }
  | { readonly allowed: false; readonly why: 'no-consent' | 'opted-out' }

/**
 * Whether a text of this scope for this item may be sent, by the ledger alone.
 *
 * After a keyword STOP the carrier blocks the number until START, so a later key press does not open it again; a
 * revocation in other words is lifted by a fresh grant only, never by START.
 * @param events every line of the contact's ledger, oldest first.
 */
export function permissionToText(
  events: readonly ConsentEvent[],
  wanted: { readonly scope: Scope; readonly followUpId: string },
): Permission {
  let keywordStop = false
  let spokenStop = false
  let grant: ConsentEvent | null = null
  for (const event of events) {
    switch (event.kind) {
      case 'grant':
        spokenStop = false
        if (
          event.scope === wanted.scope &&
          (event.scope !== 'this-request' || event.followUpId === wanted.followUpId)
        ) {
          grant = event
        }
        break
      case 'revoke':
        if (event.basis === 'keyword' || event.basis === 'carrier') keywordStop = true
        else {
          spokenStop = true
          grant = null
        }
        break
      case 'lift':
        keywordStop = false
        break
      default:
        return unreachable(event)
    }
  }
  if (keywordStop || spokenStop) return { allowed: false, why: 'opted-out' }
  if (!grant) return { allowed: false, why: 'no-consent' }
  return { allowed: true, consentId: grant.id, wordingVersion: grant.wordingVersion }
}

/** The scope of consent that a text of this purpose needs. */
export function scopeOf(purpose: TextPurpose): Scope {
  switch (purpose) {
    case 'callback':
      return 'this-request'
    case 'scheduling':
    case 'forms':
      return 'appointment-reminders'
    case 'recall':
      return 'recall'
    default:
      return unreachable(purpose)
  }
}

import { unreachable } from '../follow-up/words.ts'
import type { TextPurpose } from '../policy/policy.ts'

/** What a text may be about. `this-request` covers the one item it was given for. */
export const SCOPES = ['this-request', 'appointment-reminders', 'recall'] as const
export type Scope = (typeof SCOPES)[number]

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
 *   grant  — the person agreed, for one scope; `at` is when they did, which for a form may be before it was written down here
 *   revoke — the person wants no texts at all, whatever the scope (FCC 24-24, 47 CFR 64.1200(a)(10))
 *   lift   — the person wrote START: takes back a revocation made by keyword, and only that
 *   drop   — the number changed hands: what was agreed to before does not count any more, though nobody opted out
 *   void   — the grants with this very evidence were written down by mistake: an import that brought them was undone
 */
export const CONSENT_KINDS = ['grant', 'revoke', 'lift', 'drop', 'void'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

export type ConsentEvent = {
  readonly id: string
  readonly at: Date
  readonly basis: Basis
  readonly evidence: string
  readonly wordingVersion: string | null
  readonly followUpId: string | null
} & (
  | { readonly kind: 'grant'; readonly scope: Scope }
  | { readonly kind: 'revoke' }
  | { readonly kind: 'lift' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'void' }
)
type Grant = Extract<ConsentEvent, { kind: 'grant' }>

export type Permission =
  | { readonly allowed: true; readonly consentId: string; readonly wordingVersion: string | null }
  | { readonly allowed: false; readonly why: 'no-consent' | 'opted-out' }

/**
 * Whether a text of this scope for this item may be sent, by the ledger alone.
 *
 * After a keyword STOP the carrier blocks the number until START, so a later key press does not open it again; START brings back
 * what was agreed to before. A revocation in other words ends every grant before it and is lifted by a fresh grant only, never by
 * START. A number that changed hands keeps its revocations and loses its grants.
 * @param events every line of the contact's ledger, in the order in which they were written.
 */
export function permissionToText(
  events: readonly ConsentEvent[],
  wanted: { readonly scope: Scope; readonly followUpId: string },
): Permission {
  const standing = readLedger(events)
  if (standing.keywordStop ?? standing.spokenStop) return { allowed: false, why: 'opted-out' }
  const grant = standing.grants.findLast(
    ({ scope, followUpId }) =>
      scope === wanted.scope && (scope !== 'this-request' || followUpId === wanted.followUpId),
  )
  if (!grant) return { allowed: false, why: 'no-consent' }
  return { allowed: true, consentId: grant.id, wordingVersion: grant.wordingVersion }
}

/** The revocation for which nothing may be texted now; null when none stands. */
export function standingOptOut(events: readonly ConsentEvent[]): ConsentEvent | null {
  const { byKeyword, inWords } = standingOptOuts(events)
  return byKeyword ?? inWords
}

/** The revocations that stand now, by what lifts them: START, or a fresh grant. Null: there is none of the kind. */
export function standingOptOuts(events: readonly ConsentEvent[]): {
  readonly byKeyword: ConsentEvent | null
  readonly inWords: ConsentEvent | null
} {
  const { keywordStop, spokenStop } = readLedger(events)
  return { byKeyword: keywordStop, inWords: spokenStop }
}

/**
 * Whether a grant would count after what the ledger holds already. It must have been given after the last revocation in words and
 * after the number last changed hands, and its evidence must be none that a grant from before then had: nobody opts in again by a
 * form that was filled in before they opted out, nor by the one that was used up then.
 */
export function isFreshGrant(
  events: readonly ConsentEvent[],
  grant: { readonly at: Date; readonly evidence: string },
): boolean {
  return isFresh(readLedger(events), grant)
}

/**
 * Whether grants ever came to an end, by a revocation in words or because the number changed hands. What the person is said to have agreed
 * to is then worth nothing without the day on which they did: a form or a list may be older than that.
 */
export function grantsEnded(events: readonly ConsentEvent[]): boolean {
  return readLedger(events).endedAt !== null
}

/** What the lines read so far come to. */
type Standing = {
  /** a STOP that the carrier enforces until START */
  readonly keywordStop: ConsentEvent | null
  /** a revocation in any other words */
  readonly spokenStop: ConsentEvent | null
  /** the grants that count */
  readonly grants: readonly Grant[]
  /** when grants last came to an end; only what was agreed to later is fresh */
  readonly endedAt: Date | null
  /** the evidence of grants that came to an end */
  readonly usedUp: ReadonlySet<string>
  /** the evidence of every grant so far */
  readonly seen: ReadonlySet<string>
}

const NOTHING: Standing = {
  keywordStop: null,
  spokenStop: null,
  grants: [],
  endedAt: null,
  usedUp: new Set(),
  seen: new Set(),
}

function readLedger(events: readonly ConsentEvent[]): Standing {
  return events.reduce(afterLine, NOTHING)
}

function afterLine(before: Standing, event: ConsentEvent): Standing {
  switch (event.kind) {
    case 'grant': {
      const seen = new Set(before.seen).add(event.evidence)
      if (!isFresh(before, event)) return { ...before, seen }
      return { ...before, seen, spokenStop: null, grants: [...before.grants, event] }
    }
    case 'revoke':
      if (event.basis === 'keyword' || event.basis === 'carrier') return { ...before, keywordStop: event }
      return { ...withoutGrants(before, event.at), spokenStop: event }
    case 'lift':
      return { ...before, keywordStop: null }
    case 'drop':
      return withoutGrants(before, event.at)
    case 'void': {
      const grants = before.grants.filter(({ evidence }) => evidence !== event.evidence)
      return { ...before, grants, usedUp: new Set(before.usedUp).add(event.evidence) }
    }
    default:
      return unreachable(event)
  }
}

function withoutGrants(before: Standing, at: Date): Standing {
  const endedAt = before.endedAt && before.endedAt > at ? before.endedAt : at
  return { ...before, grants: [], endedAt, usedUp: new Set([...before.usedUp, ...before.seen]) }
}

function isFresh(standing: Standing, grant: { readonly at: Date; readonly evidence: string }): boolean {
  const later = standing.endedAt === null || grant.at > standing.endedAt
  return later && !standing.usedUp.has(grant.evidence)
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

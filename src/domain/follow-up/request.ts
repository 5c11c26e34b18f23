import type { Trigger } from './words.ts'

/** Where a request came from that was no call and no text. */
export const REQUEST_SOURCES = ['api', 'form', 'import', 'staff'] as const
export type RequestSource = (typeof REQUEST_SOURCES)[number]

/** Why somebody is on a recall list. */
export const SEGMENTS = [
  'overdue-follow-up',
  'left-without-booking',
  /** a visit to talk about results: clinically sensitive */
  'result-review',
  'recurring-treatment',
  'missed-visit',
  'referral-incomplete',
  'language-support',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** How the person said they want to be reached; a wish, not a consent. */
export const PREFERRED_CONTACTS = ['call', 'text', 'voicemail'] as const
export type PreferredContact = (typeof PREFERRED_CONTACTS)[number]

/** Why a person takes an item off the active list without an attempt. */
export const STAFF_REMOVAL_REASONS = [
  'already-scheduled',
  'duplicate',
  'entered-in-error',
  'not-our-patient',
  'moved-away',
  'deceased',
  'no-longer-needed',
] as const
export type StaffRemovalReason = (typeof STAFF_REMOVAL_REASONS)[number]
/** `import-undone`: the list that brought it was taken back. */
export type RemovalReason = StaffRemovalReason | 'import-undone'

/**
 * What a person needs. Dates are ISO dates (`2026-12-24`) in the practice's zone. `reason` is the practice's internal wording: it is
 * never said or texted, and when it reads as clinical only licensed staff see it.
 */
export type Need = {
  readonly trigger: Trigger
  readonly personName: string | null
  readonly reason: string | null
  readonly segment: Segment | null
  readonly dueFrom: string | null
  readonly dueTo: string | null
  readonly provider: string | null
  /** 1 comes first */
  readonly providerPriority: number | null
  readonly lastAppointment: string | null
  readonly preferredContact: PreferredContact | null
  readonly insuranceNote: string | null
  readonly authorizationNeeded: boolean
  readonly lastOutreachAt: string | null
  readonly lastOutreachResult: string | null
  /** who answers for it, as a list says; the name of a staff member where it names one. It claims nothing. */
  readonly responsible?: string | null
}

/** A visit about results and an appointment for a gap in care are never closed unreached by an assistant. */
export function isSensitive(need: Pick<Need, 'segment' | 'trigger'>): boolean {
  return need.segment === 'result-review' || need.trigger === 'care-gap'
}

/** What stands in the fields of a need in somebody's own words, names left out: read for clinical words as one text. */
export function wordsOfNeed({
  reason,
  insuranceNote,
  lastOutreachResult,
}: Pick<Need, 'reason' | 'insuranceNote' | 'lastOutreachResult'>): string {
  return [reason, insuranceNote, lastOutreachResult].filter((text) => text !== null).join('\n')
}

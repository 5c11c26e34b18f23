/**
 * The words of a follow-up item, the same in code, database (CHECKs), JSON and pages. README holds the glossary.
 */

/** What made the item. Phone and text triggers come from Twilio; the rest from the API, an import or staff. */
export const TRIGGERS = [
  'missed-call',
  'after-hours-voicemail',
  'patient-message',
  'appointment-request',
  'web-form',
  'referral-received',
  'unconfirmed-appointment',
  'incomplete-intake',
  'missing-insurance',
  'no-show',
  'post-visit-scheduling',
  'bilingual-support',
  'recall-due',
  'care-gap',
] as const
export type Trigger = (typeof TRIGGERS)[number]

export const OPEN_STATUSES = [
  'new-request',
  'callback-needed',
  'waiting-on-patient',
  'waiting-on-internal-review',
  'waiting-on-outside',
  'scheduled',
  'routed-to-clinical',
] as const
export const STATUSES = [...OPEN_STATUSES, 'closed'] as const
export type OpenStatus = (typeof OPEN_STATUSES)[number]
export type Status = (typeof STATUSES)[number]

/** Who owns an item that no person has taken. */
export const QUEUES = ['assistant', 'licensed', 'manager'] as const
export type Queue = (typeof QUEUES)[number]

/** `clinical` and `urgent` are read from words and belong to licensed staff; the order is the order of severity. */
export const URGENCIES = ['routine', 'clinical', 'urgent'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Whether what the caller said has been read: a voicemail nobody could read is never routine. */
export const HEARD = ['heard', 'not-heard-yet', 'nothing-to-hear'] as const
export type Heard = (typeof HEARD)[number]

/**
 * The languages that a practice may offer its callers, by ISO 639-1 code (`tl` is Tagalog, `ht` Haitian Creole): those most spoken at
 * home in the United States besides English. Source: US Census Bureau, American Community Survey, table B16001.
 */
export const LANGUAGES = [
  'en',
  'es',
  'zh',
  'tl',
  'vi',
  'ar',
  'fr',
  'ko',
  'ru',
  'pt',
  'ht',
  'hi',
  'de',
  'pl',
  'it',
  'ja',
] as const
export type Language = (typeof LANGUAGES)[number]

/** The languages that pages for staff and the machine that reads words know. */
export const PAGE_LANGUAGES = ['en', 'es'] as const satisfies readonly Language[]
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** The result of an attempt to reach somebody, or of working an item. */
export const OUTCOMES = [
  'reached-scheduled',
  'reached-not-ready',
  'callback-requested',
  'left-voicemail',
  'no-answer',
  'wrong-number',
  'patient-declined',
  'needs-insurance-review',
  'needs-outside-document',
  'needs-language-support',
  'needs-telehealth-help',
  'incomplete-intake',
  'clinical-question',
  'complaint',
  'unable-to-reach',
  'opted-out',
  'resolved',
  /** taken off the active list without an attempt; request.ts has the reasons */
  'removed',
] as const
export type Outcome = (typeof OUTCOMES)[number]
/** An outcome that a person records as such; taking an item off the list is an act of its own. */
export type RecordedOutcome = Exclude<Outcome, 'removed'>
export const RECORDED_OUTCOMES: readonly RecordedOutcome[] = OUTCOMES.filter(
  (outcome) => outcome !== 'removed',
)

/** Exhaustiveness: a switch over a union ends in `default: return unreachable(x)`. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`)
}

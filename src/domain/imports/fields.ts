import { TRIGGERS, type Trigger } from '../follow-up/words.ts'

/** What a column of a list may hold. */
export const FIELDS = [
  'phone',
  'personName',
  'firstName',
  'lastName',
  'language',
  'reason',
  'segment',
  'dueFrom',
  'dueTo',
  'provider',
  'providerPriority',
  'lastAppointment',
  /** a visit that is booked already: whoever has one is not called */
  'nextAppointment',
  'preferredContact',
  'insuranceNote',
  'authorizationNeeded',
  'lastOutreachAt',
  'lastOutreachResult',
  /** who answers for it: the name or the e-mail address of a staff member, or any words */
  'responsible',
  /** the other system's own id of the person or the entry */
  'sourceRef',
  /** the list says that the person agreed to be texted: about recalls, about appointments, and when */
  'consentRecall',
  'consentReminders',
  'consentDate',
] as const
export type Field = (typeof FIELDS)[number]

/** Which column, counted from 0, holds what. A field without a column is not in the list. */
export type Mapping = Readonly<Partial<Record<Field, number>>>

/** What a list may be about. Calls and texts make their items themselves, at the moment they come in. */
export const LIST_TRIGGERS = [
  'recall-due',
  'care-gap',
  'no-show',
  'post-visit-scheduling',
  'unconfirmed-appointment',
  'incomplete-intake',
  'missing-insurance',
  'referral-received',
  'appointment-request',
  'web-form',
  'bilingual-support',
] as const satisfies readonly Trigger[]
export type ListTrigger = (typeof LIST_TRIGGERS)[number]

/** These are about a visit that is booked: on their lists an appointment ahead is no reason not to call, but the time to call by. */
const ABOUT_A_BOOKED_VISIT: readonly ListTrigger[] = [
  'unconfirmed-appointment',
  'incomplete-intake',
  'missing-insurance',
]

/** Whether people on such a list are left alone when they have an appointment already. */
export function endsWithAppointment(trigger: ListTrigger): boolean {
  return !ABOUT_A_BOOKED_VISIT.includes(trigger)
}

/** What columns of a list about this may hold. */
export function fieldsOf(trigger: ListTrigger): readonly Field[] {
  return endsWithAppointment(trigger) ? FIELDS : FIELDS.filter((field) => field !== 'nextAppointment')
}

/** A trigger as a list may name it; null for one that no list has. */
export function listTrigger(given: string): ListTrigger | null {
  const trigger = TRIGGERS.find((each) => each === given)
  return LIST_TRIGGERS.find((each) => each === trigger) ?? null
}

/** Longest text of a cell that is kept, in characters. */
export const LONGEST: Readonly<Partial<Record<Field, number>>> = {
  personName: 100,
  firstName: 60,
  lastName: 60,
  reason: 500,
  provider: 100,
  insuranceNote: 300,
  lastOutreachResult: 200,
  responsible: 100,
  sourceRef: 100,
}

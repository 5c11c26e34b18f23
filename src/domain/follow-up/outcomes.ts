import type { NextAction } from './item.ts'
import type { OpenStatus, Outcome, Queue, Urgency } from './words.ts'

/** When the next action is due, counted from the moment the outcome was recorded, in the practice's business time. */
export type Due =
  | { readonly businessMinutes: number }
  | { readonly businessDays: number }
  | 'next-attempt' // the cadence's next call, or one business day when it has none left
  | 'agreed-time' // the time the person asked for
  | 'clinical-target' // the practice's triage target

/**
 * What an outcome leads to: exactly one next state. The table is the rule; the page, the API and `decide` read it.
 * `attempt`: it counts as an attempt to reach the person. `cadence`: whether automatic reminders and attempts go on.
 */
export type OutcomeRule = {
  readonly attempt: boolean
  readonly cadence: 'goes-on' | 'ends'
  /** the person was spoken to and knows what comes next, so an alarm about them is over */
  readonly reached?: true
  readonly stopsTexts?: 'opted-out' | 'wrong-number'
  readonly next:
    | {
        readonly status: OpenStatus
        readonly queue: Queue | 'same'
        readonly urgency?: Urgency
        readonly nextAction: NextAction
        readonly due: Due
      }
    | 'closed' // a closing outcome needs a note
}

export const OUTCOME_RULES: Readonly<Record<Outcome, OutcomeRule>> = {
  'reached-scheduled': {
    attempt: true,
    reached: true,
    cadence: 'ends',
    next: { status: 'scheduled', queue: 'same', nextAction: 'confirm-booking', due: { businessDays: 1 } },
  },
  'reached-not-ready': {
    attempt: true,
    reached: true,
    cadence: 'ends',
    next: { status: 'waiting-on-patient', queue: 'same', nextAction: 'check-in', due: { businessDays: 2 } },
  },
  'callback-requested': {
    attempt: true,
    reached: true,
    cadence: 'ends',
    next: {
      status: 'callback-needed',
      queue: 'same',
      nextAction: 'call-back-at-agreed-time',
      due: 'agreed-time',
    },
  },
  'left-voicemail': {
    attempt: true,
    cadence: 'goes-on',
    next: { status: 'waiting-on-patient', queue: 'same', nextAction: 'call-back', due: 'next-attempt' },
  },
  'no-answer': {
    attempt: true,
    cadence: 'goes-on',
    next: { status: 'callback-needed', queue: 'same', nextAction: 'call-back', due: 'next-attempt' },
  },
  'wrong-number': {
    attempt: true,
    cadence: 'ends',
    stopsTexts: 'wrong-number',
    next: {
      status: 'waiting-on-internal-review',
      queue: 'same',
      nextAction: 'find-number',
      due: { businessDays: 1 },
    },
  },
  'patient-declined': { attempt: true, cadence: 'ends', next: 'closed' },
  'needs-insurance-review': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'waiting-on-internal-review',
      queue: 'same',
      nextAction: 'review-insurance',
      due: { businessDays: 1 },
    },
  },
  'needs-outside-document': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'waiting-on-outside',
      queue: 'same',
      nextAction: 'obtain-document',
      due: { businessDays: 2 },
    },
  },
  'needs-language-support': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'callback-needed',
      queue: 'same',
      nextAction: 'call-back-with-interpreter',
      due: { businessMinutes: 120 },
    },
  },
  'needs-telehealth-help': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'callback-needed',
      queue: 'same',
      nextAction: 'help-with-telehealth',
      due: { businessDays: 1 },
    },
  },
  'incomplete-intake': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'waiting-on-patient',
      queue: 'same',
      nextAction: 'collect-forms',
      due: { businessDays: 2 },
    },
  },
  'clinical-question': {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'routed-to-clinical',
      queue: 'licensed',
      urgency: 'clinical',
      nextAction: 'licensed-review',
      due: 'clinical-target',
    },
  },
  complaint: {
    attempt: true,
    cadence: 'ends',
    next: {
      status: 'waiting-on-internal-review',
      queue: 'manager',
      nextAction: 'manager-review',
      due: { businessDays: 1 },
    },
  },
  'unable-to-reach': { attempt: false, cadence: 'ends', next: 'closed' },
  'opted-out': { attempt: true, cadence: 'ends', stopsTexts: 'opted-out', next: 'closed' },
  resolved: { attempt: false, cadence: 'ends', next: 'closed' },
  /** by an act of its own that names the reason; nobody was called */
  removed: { attempt: false, cadence: 'ends', next: 'closed' },
}

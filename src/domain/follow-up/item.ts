import type { Heard, Language, OpenStatus, Outcome, Queue, Trigger, Urgency } from './words.ts'

/**
 * A follow-up item: somebody asked for something, and it stays owned until a person closed it with an outcome.
 *
 *   open   — has a due time and a next action, always; owned by a person or by its queue
 *   closed — has an outcome, a note and a time, always; nothing is due any more
 *
 * The cadence runs beside the status: while it runs there is a next touch (a text or a call attempt); once it ended it
 * says why and never starts again for this item.
 */
export type FollowUp = OpenFollowUp | ClosedFollowUp

export type OpenFollowUp = ItemFacts & {
  readonly status: OpenStatus
  readonly dueAt: Date
  readonly nextAction: NextAction
  /** when the next person of the workflow's ladder hears that nobody acted; an open item always has such a time */
  readonly escalateAt: Date
}

export type ClosedFollowUp = ItemFacts & {
  readonly status: 'closed'
  readonly outcome: Outcome
  readonly closingNote: string
  readonly closedAt: Date
}

type ItemFacts = {
  readonly id: string
  readonly clinicId: string
  readonly lineId: string
  /** null: the caller withheld the number, so nobody can be called back and nothing merges */
  readonly contactId: string | null
  readonly trigger: Trigger
  readonly queue: Queue
  readonly urgency: Urgency
  readonly heard: Heard
  /** generic words, fit for every role */
  readonly reason: string
  readonly language: Language
  readonly receivedAt: Date
  readonly lastAction: LastAction
  readonly lastActionAt: Date
  /** attempts to reach the person, made by people */
  readonly attempts: number
  /** how often the person called or wrote again while this was open */
  readonly repeatContacts: number
  readonly cadence: Cadence
  /** when a person must listen because no machine could read the voicemail; null when there is nothing to wait for */
  readonly hearBy: Date | null
  /** when somebody must have read what the person wrote; null when nothing waits to be read, or the item has a clock of its own */
  readonly replyBy: Date | null
  /** the closed item that this one goes on from */
  readonly earlierId: string | null
  readonly escalation: { readonly at: Date; readonly why: Escalation } | null
  /** a person who took it; null: its queue owns it */
  readonly ownerId: string | null
  readonly claimedUntil: Date | null
  /** licensed staff decide before it is closed without the person having been reached */
  readonly sensitive: boolean
  /** texts that left since the person last wrote, called or was spoken to */
  readonly unansweredTexts: number
  /** how far nobody's acting was told: 0, nobody was told yet */
  readonly escalationStep: number
  /** who was told last */
  readonly escalatedTo: EscalationTarget | null
  /** when somebody last tried to reach the person about this */
  readonly lastAttemptAt: Date | null
  readonly policyVersion: string
  /** the version of the word lists by which all its words were read (`lexiconVersion`); empty: by several */
  readonly readBy: string
  /** raised by every change; a save names the version it read */
  readonly version: number
}

export type Cadence =
  | { readonly state: 'running'; readonly step: number; readonly nextTouchAt: Date }
  | { readonly state: 'ended'; readonly step: number; readonly why: CadenceEnd }

export const CADENCE_ENDS = [
  'replied',
  'spoke-with-practice',
  'opted-out',
  'clinical',
  'outcome',
  'completed',
  'no-phone',
  'closed',
] as const
export type CadenceEnd = (typeof CADENCE_ENDS)[number]

export const NEXT_ACTIONS = [
  /** the first call about something the person did not call about */
  'call',
  'call-back',
  'call-back-at-agreed-time',
  'call-back-with-interpreter',
  'listen-to-voicemail',
  'read-reply',
  'licensed-review',
  'manager-review',
  'find-number',
  'check-in',
  'confirm-booking',
  'review-insurance',
  'obtain-document',
  'help-with-telehealth',
  'collect-forms',
  'decide-closure',
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

/** The kinds of history entries; the latest one that counts is the item's last action. */
export const LAST_ACTIONS = [
  'call-missed',
  'called-again',
  'call-answered',
  'language-chosen',
  'text-agreed',
  'voicemail-left',
  'no-voicemail',
  'voicemail-transcribed',
  'transcription-failed',
  'transcript-overdue',
  'text-received',
  'reply-overdue',
  'opted-out',
  'opt-in-again',
  'wrong-number-reported',
  'contact-fact-set',
  'routed-to-clinical',
  'routing-raised',
  'routing-lowered',
  'words-read-again',
  'text-planned',
  'text-held',
  'text-refused',
  'text-canceled',
  'text-sent',
  'text-unknown',
  'text-delivered',
  'text-undelivered',
  'text-failed',
  'call-attempt-due',
  'cadence-ended',
  'outcome-recorded',
  'note-added',
  'claimed',
  'released',
  'acknowledged',
  'request-received',
  'request-withdrawn',
  'target-missed',
  'on-call-alerted',
  'alert-failed',
  'alert-acknowledged',
  'reminders-unanswered',
  'handed-over',
  'reopened',
  'removed',
] as const
export type LastAction = (typeof LAST_ACTIONS)[number]

export const ESCALATIONS = [
  'urgent-words',
  'raised-as-urgent',
  'not-heard',
  'undelivered',
  'text-stopped',
  'repeat-contacts',
  'reply-unread',
  'overdue',
  'reminders-unanswered',
] as const
export type Escalation = (typeof ESCALATIONS)[number]

/** Who hears that an item was not worked in time: a queue, or the people of the on-call list by name. */
export const ESCALATION_TARGETS = ['assistant', 'licensed', 'manager', 'on-call'] as const
export type EscalationTarget = (typeof ESCALATION_TARGETS)[number]

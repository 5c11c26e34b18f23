import type { ClinicalReading } from '../clinical/detect.ts'
import type { AlertEffect, AlertEvent } from '../alerting/events.ts'
import type { ContactFactKind } from '../contact/facts.ts'
import type { LastAction } from './item.ts'
import type { RemovalReason, RequestSource } from './request.ts'
import type { Language, RecordedOutcome, Trigger, Urgency } from './words.ts'

/** Facts that change an item, in the past tense. `at` is set once, where the fact entered the process. */
export type ItemEvent =
  | {
      readonly type: 'call-missed'
      readonly at: Date
      readonly callSid: string
      readonly openHours: boolean
      readonly language: Language
    }
  /** the person called and somebody at the practice took the call */
  | { readonly type: 'call-answered'; readonly at: Date; readonly callSid: string }
  | {
      readonly type: 'language-chosen'
      readonly at: Date
      readonly callSid: string
      readonly language: Language
    }
  | { readonly type: 'text-agreed'; readonly at: Date; readonly callSid: string; readonly language: Language }
  | {
      readonly type: 'voicemail-left'
      readonly at: Date
      readonly callSid: string
      readonly seconds: number
      readonly openHours: boolean
      /** the transcript came first */
      readonly transcribed: boolean
      /** false: no machine will ever read it (its length or its language), so a person must listen at once */
      readonly readable: boolean
    }
  | { readonly type: 'no-voicemail'; readonly at: Date; readonly callSid: string }
  | {
      readonly type: 'voicemail-transcribed'
      readonly at: Date
      readonly callSid: string
      readonly text: string
      /** false: the machine does not know the language spoken, so a person must listen whatever the words */
      readonly reliable: boolean
      /** another voicemail of this item was read by no machine and heard by no person yet */
      readonly othersUnheard: boolean
      /** a person has listened to it already */
      readonly heardByPerson: boolean
      readonly reading: ClinicalReading
    }
  | {
      readonly type: 'transcription-failed'
      readonly at: Date
      readonly callSid: string
      readonly heardByPerson: boolean
    }
  | { readonly type: 'transcript-overdue'; readonly at: Date }
  | {
      readonly type: 'text-received'
      readonly at: Date
      readonly messageSid: string
      readonly text: string
      readonly mediaCount: number
      readonly reading: ClinicalReading
      readonly language: Language
      /** CANCEL and its like stop the texts and may also mean an appointment */
      readonly mayWantToCancel: boolean
    }
  | {
      readonly type: 'opted-out'
      readonly at: Date
      readonly means: OptOutMeans
      readonly evidence: string
      /** who wrote it down: a staff id, or "key:" and an API key's id; absent: the person or the carrier said so themselves */
      readonly by?: string
      /** so many texts were with the carrier already and may still arrive */
      readonly onTheWay?: number
    }
  | {
      readonly type: 'opted-in-again'
      readonly at: Date
      readonly evidence: string
      /** as above */
      readonly by?: string
    }
  | {
      readonly type: 'wrong-number-reported'
      readonly at: Date
      readonly evidence: string
      readonly onTheWay?: number
    }
  /** somebody said something about the number, which is true of all its items */
  | {
      readonly type: 'contact-fact-set'
      readonly at: Date
      readonly by: string
      readonly fact: ContactFactKind
      readonly note: string | null
      readonly evidence: string
      readonly onTheWay?: number
    }
  | { readonly type: 'touch-due'; readonly at: Date }
  /** nobody read in time what the person wrote */
  | { readonly type: 'reply-overdue'; readonly at: Date }
  /** a text beside the cadence: staff write it, or the person asked for it */
  | {
      readonly type: 'text-ordered'
      readonly at: Date
      /** the staff member; null: it answers the person's HELP */
      readonly by: string | null
      readonly step: string
      readonly content: TextContent
      readonly language: Language
    }
  /** an opt-out on another item of the same person stopped a text of this one */
  | { readonly type: 'text-canceled'; readonly at: Date; readonly messageId: string; readonly why: string }
  | {
      readonly type: 'text-held'
      readonly at: Date
      readonly messageId: string
      /** null: until somebody resumes the sender */
      readonly until: Date | null
      readonly why: string
    }
  | { readonly type: 'text-refused'; readonly at: Date; readonly messageId: string; readonly why: string }
  | { readonly type: 'text-sent'; readonly at: Date; readonly messageId: string }
  | { readonly type: 'text-unknown'; readonly at: Date; readonly messageId: string }
  | { readonly type: 'text-delivered'; readonly at: Date; readonly messageId: string }
  | {
      readonly type: 'text-undelivered' | 'text-failed'
      readonly at: Date
      readonly messageId: string
      readonly code: number | null
    }
  | {
      readonly type: 'outcome-recorded'
      readonly at: Date
      readonly by: string
      readonly outcome: RecordedOutcome
      readonly note: string
      readonly callbackAt: Date | null
      /** licensed staff judge words themselves; anybody else's note is read for clinical ones */
      readonly licensed: boolean
      readonly reading: ClinicalReading
      /** of an outcome that stops texts: so many were with the carrier already and may still arrive */
      readonly onTheWay?: number
    }
  | {
      readonly type: 'note-added'
      readonly at: Date
      readonly by: string
      readonly note: string
      readonly licensed: boolean
      readonly reading: ClinicalReading
    }
  /** a list, a form, another system or a staff member told of something this person needs */
  | {
      readonly type: 'request-received'
      readonly at: Date
      readonly requestId: string
      readonly source: RequestSource
      readonly by: string
      readonly trigger: Trigger
      readonly language: Language
      /** licensed staff decide before it is closed unreached, whatever its workflow says */
      readonly sensitive: boolean
      /** nobody is called about it before then; null: as soon as its workflow says */
      readonly notBefore: Date | null
      /** of the reason, where no licensed person judged it */
      readonly reading: ClinicalReading
    }
  /** the import that brought a request was undone; `nothingElse`: it was all that the item was for, and nobody has worked on it */
  | {
      readonly type: 'request-withdrawn'
      readonly at: Date
      readonly requestId: string
      readonly by: string
      readonly nothingElse: boolean
    }
  /** the time by which somebody had to act went by */
  | { readonly type: 'target-missed'; readonly at: Date }
  /** a person takes an item off the active list without an attempt */
  | {
      readonly type: 'removed'
      readonly at: Date
      readonly by: string
      readonly reason: RemovalReason
      readonly note: string
      readonly licensed: boolean
      readonly reading: ClinicalReading
    }
  /** a closed item is worked again */
  | {
      readonly type: 'reopened'
      readonly at: Date
      readonly by: string
      readonly note: string
      readonly licensed: boolean
      readonly reading: ClinicalReading
    }
  /** somebody hands an item to licensed staff by their own judgement, or says that it cannot wait */
  | {
      readonly type: 'routing-raised'
      readonly at: Date
      readonly by: string
      readonly urgency: Exclude<Urgency, 'routine'>
      /** empty: nothing to add */
      readonly note: string
      readonly licensed: boolean
      readonly reading: ClinicalReading
    }
  /** a licensed person judged that nothing clinical is to be done about it; nobody else may */
  | { readonly type: 'routing-lowered'; readonly at: Date; readonly by: string; readonly reason: string }
  /** other word lists count than those by which its words were read */
  | {
      readonly type: 'words-read-again'
      readonly at: Date
      readonly text: string
      readonly reading: ClinicalReading
    }
  | { readonly type: 'claimed'; readonly at: Date; readonly by: string; readonly until: Date }
  | { readonly type: 'released'; readonly at: Date; readonly by: string }
  | {
      readonly type: 'acknowledged'
      readonly at: Date
      readonly by: string
      /** since when somebody on call was alerted in vain; absent: nobody was */
      readonly alertedAt?: Date
    }
  | AlertEvent

export type OptOutMeans = 'keyword' | 'natural' | 'staff' | 'carrier' | 'voicemail'

/** What a text says: an approved wording by its id, or words of a staff member's own where the practice allows them. */
export type TextContent = { readonly wording: string } | { readonly words: string }

/** Orders that follow from a fact; the shell carries them out in the same transaction. */
export type Effect =
  /** write the text down and let the gate decide when it is about to leave; one text per step, ever */
  | {
      readonly type: 'plan-text'
      readonly step: string
      readonly content: TextContent
      readonly language: Language
      readonly at: Date
      /** the staff member who writes it; null: nobody does, a rule of the practice asks for it */
      readonly by: string | null
    }
  /** stop every text to this item's contact that has not left */
  | {
      readonly type: 'cancel-texts'
      readonly why:
        | 'opted-out'
        | 'replied'
        | 'spoke-with-practice'
        | 'clinical'
        | 'closed'
        | 'wrong-number'
        | 'reminders-unanswered'
        /** the next text of the cadence is planned, and an earlier one has not left yet: the person gets the later one alone */
        | 'superseded'
    }
  /** nobody calls the contact again before then, about whatever; null: the person got in touch, so that the rest is over */
  | { readonly type: 'rest-contact'; readonly until: Date | null }
  | AlertEffect

/** One line of an item's history. `clinical` may be read by licensed staff only. */
export type HistoryLine = {
  readonly kind: LastAction
  readonly at: Date
  readonly actor: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  readonly clinical?: Readonly<Record<string, unknown>>
}

/** What an item is opened with. */
export type Opening = {
  readonly id: string
  readonly clinicId: string
  readonly lineId: string
  readonly contactId: string | null
  readonly trigger: Trigger
  /** licensed staff decide before it is closed unreached, also where its workflow does not say so */
  readonly sensitive?: boolean
  /** nobody is called about it before then: a recall that is due later. Absent: from when it came in */
  readonly notBefore?: Date
  /** the closed item that this one goes on from, if it does */
  readonly earlierId?: string
}

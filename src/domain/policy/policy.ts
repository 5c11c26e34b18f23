import type { PracticeWords } from '../clinical/reading.ts'
import type { EscalationTarget } from '../follow-up/item.ts'
import type { Language, OpenStatus, Outcome, PageLanguage, Queue, Trigger } from '../follow-up/words.ts'
import type { Script } from './script-words.ts'
import type { Openness } from '../time/business-time.ts'
import type { Block, Calendar, DateTable, Weekday } from '../time/calendar.ts'

/**
 * The rules of one practice: everything that a practice manager may change in the clinic file. By the time these types are
 * used the file was checked in full, so that every wording, language and prompt that a rule names is there.
 */
export type Policy = {
  /** the clinic's id and a short hash of what the file says; stored with every decision */
  readonly version: string
  readonly clinicId: string
  /** as texts and pages print it */
  readonly name: string
  /** as the recorded voice should say it */
  readonly spokenName: string
  /** E.164; printed in every text as the number to call */
  readonly callbackPhone: string
  /** two letters, for its holidays; null in rules that were kept before it was kept with them: the federal holidays count then */
  readonly state: string | null
  /** legal holidays on which it works all the same, by name */
  readonly openOn: readonly string[]
  /** the first one is spoken first and used where nobody chose */
  readonly languages: readonly [Language, ...Language[]]
  readonly lines: readonly Line[]
  readonly calendar: Calendar
  readonly prompts: Prompts
  /** what callers hear instead of the closed greeting on a single day, by ISO date, in every language; only days with words of their own */
  readonly oneOffGreetings: Readonly<Record<string, SpokenWords>>
  readonly keys: GreetingKeys
  readonly wordings: Readonly<Record<string, Wording>>
  /** one for every trigger; what the file leaves out is as built in */
  readonly workflows: Readonly<Record<Trigger, Workflow>>
  readonly persistence: PersistenceRules
  readonly texting: TextingRules
  readonly voicemail: VoicemailRules
  readonly repeats: RepeatRules
  /** whether the caller's name from the phone network is shown as a suggestion; it is paid for per call and often wrong */
  readonly callerNames: boolean
  readonly clinical: ClinicalRules
  /** whom an urgent item alerts, in this order, each after the next delay; somebody on it is on call at any time */
  readonly onCall: readonly OnCallContact[]
}

/** A phone line that patients call. */
export type Line = {
  /** the practice's id, a slash and the line's id in its file: two practices may both have a "main" line */
  readonly id: string
  readonly name: string
  /** E.164, used by one line of one practice only */
  readonly phone: string
  readonly connect: Connect
  /** what this line says in other words than the practice's other lines; a language that is not there is said as by the others */
  readonly prompts: Partial<Prompts>
}

type Connect =
  /** the practice's own phones rang already: every call that arrives here was missed by them */
  | { readonly kind: 'backup' }
  /** Ringback answers first and rings the practice */
  | {
      readonly kind: 'front'
      readonly ring: readonly string[]
      readonly order: RingOrder
      /** in turn: for each phone */
      readonly seconds: number
      /** whoever picks up presses 1 to take the call, so that a mailbox that answers does not count */
      readonly pressToTake: boolean
      /** when the phones are rung; at other times the call is treated as missed at once */
      readonly ringWhen: readonly Openness[]
    }

export const RING_ORDERS = ['together', 'in-turn'] as const
export type RingOrder = (typeof RING_ORDERS)[number]

/** One thing that callers hear, per language. */
export type SpokenWords = Readonly<Partial<Record<Language, Prompt>>>

/** What callers hear. */
export type Prompts = Readonly<Record<PromptName, SpokenWords>>

export const PROMPT_NAMES = [
  /** after the practice's name, while it is open and nobody could answer */
  'open',
  'lunch',
  'closed',
  'holiday',
  /** said first on every call: whom to call in an emergency */
  'emergency',
  /** while the practice's phones ring */
  'connecting',
  /** said to whoever picks up at the practice, in its first language: press 1 to take the call */
  'takeCall',
  /** asks for the key that allows a text about this call */
  'consentAsk',
  'consentThanks',
  /** offers this language, so it is spoken in it while the call is still in another one */
  'languageOffer',
  /** another key than those on offer */
  'wrongKey',
  /** asks for a message and announces the recording */
  'leaveMessage',
  'goodbye',
] as const
export type PromptName = (typeof PROMPT_NAMES)[number]

/**
 * `text` is spoken by the carrier's voice unless there is a recording of it. It may be empty in a language that the carrier has no
 * voice for: there is always a recording then.
 */
export type Prompt = { readonly text: string; readonly recording?: string }

/** The phone keys of the greeting. */
type GreetingKeys = {
  /** agrees to a text about this call; the same key in every language */
  readonly agreeToText: string
  /** which key changes to which language */
  readonly languages: Readonly<Partial<Record<Language, string>>>
}

/** What a text is for; consent is asked and kept for each. */
export const TEXT_PURPOSES = [
  /** answers the person's own call, voicemail or text */
  'callback',
  'scheduling',
  'forms',
  'recall',
] as const
export type TextPurpose = (typeof TEXT_PURPOSES)[number]

/** An approved message. Fields in braces are filled in: {practice} and {phone}, nothing else. */
export type Wording = {
  readonly id: string
  readonly purpose: TextPurpose
  readonly texts: Readonly<Partial<Record<Language, WordingText>>>
}

/** `version` is a short hash of the text: a message says which exact words were sent. */
type WordingText = { readonly text: string; readonly version: string }

/** How one kind of request is followed up. */
export type Workflow = {
  readonly queue: Queue
  /** the first attempt is due then, counted from when the request came in */
  readonly target: Delay
  /** attempts in order */
  readonly cadence: readonly Step[]
  /** where the item stands when all steps were taken and nobody was reached; a person decides how it is closed */
  readonly afterCadence: AfterCadence
  /** true: contacts through any line of the practice join one open item of this kind; false: each line has its own */
  readonly joinLines: boolean
  /** true: licensed staff decide before an item is closed without the person having been reached */
  readonly sensitive: boolean
  /** who hears, and when, that the due time went by without anybody acting; the last one hears it again every business day */
  readonly ladder: readonly [Rung, ...Rung[]]
  /** what a person must write down with an outcome */
  readonly document: readonly DocumentRule[]
  readonly script: Script
}

/** One step of the ladder. `after` is counted from the due time for the first, from the rung before for the others. */
export type Rung = { readonly after: Delay; readonly to: EscalationTarget }

/** `outcome`: for which result. `what`: the words that stand beside the note, per language of the pages. */
export type DocumentRule = {
  readonly outcome: Outcome
  readonly what: Readonly<Record<PageLanguage, string>>
}

export type Step =
  /** `voicemail`: whether a generic message may be left when nobody answers */
  | { readonly do: 'call'; readonly id: string; readonly after: Delay; readonly voicemail: boolean }
  | { readonly do: 'text'; readonly id: string; readonly after: Delay; readonly wording: string }

/** Counted from the planned time of the step before; for the first step, from when the request came in. */
export type Delay =
  | { readonly minutes: number }
  | { readonly businessMinutes: number }
  /** at the opening of that business day, or at another time of day than what it is counted from */
  | { readonly businessDays: number; readonly otherTimeOfDay?: true }
  /**
   * `end-of-block`: before the practice closes or goes to lunch; `next-block`: when it opens again, the same day or later;
   * `next-morning`: at the first opening of a day that is still to come
   */
  | { readonly until: 'end-of-block' | 'next-block' | 'next-morning' }

/** Persistence must not become pressure. */
type PersistenceRules = {
  /** after an attempt nobody calls the person again for so many minutes, unless it is urgent or the person calls */
  readonly restMinutes: number
  /** after so many texts without an answer the practice's staff are told, and no more texts are planned */
  readonly unansweredTexts: number
}

type AfterCadence = {
  readonly status: OpenStatus
  readonly queue: Queue
  /** when that decision is due */
  readonly businessDays: number
}

/** Limits on texts. They hold for one phone number over all lines and practices of this installation. */
export type TextingRules = {
  /** recipients' local hours; null means the narrowest window that fits every state. Never wider than a state allows */
  readonly window: Readonly<Partial<Record<Weekday, Block>>> | null
  readonly perDay: number
  readonly perWeek: number
  readonly maxChars: number
  /** the carrier gives a text up after so many minutes, or earlier when the window closes */
  readonly validityMinutes: number
  /** texts a second from one of the practice's numbers, as its carrier allows */
  readonly perSecond: number
  /** somebody must have read a reply after so many minutes of business time */
  readonly readRepliesWithinBusinessMinutes: number
  /** whether staff may write texts in words of their own, through the same gate and lint */
  readonly freeText: boolean
  /** who answers HELP: `carrier` with its own text, or `practice` with the wording named here */
  readonly help: { readonly by: 'carrier' } | { readonly by: 'practice'; readonly wording: string }
  /** texts may hold links to this domain of the practice and no other; null: none at all */
  readonly linkDomain: string | null
  /** no text leaves on these days: the legal holidays, those on which the practice works included */
  readonly holidays: DateTable
}

type VoicemailRules = {
  readonly maxSeconds: number
  /** after so many minutes without a transcript a person must listen */
  readonly transcriptWithinMinutes: number
  /** and has so many minutes of business time to do it */
  readonly hearWithinBusinessMinutes: number
  readonly notHeardQueue: Queue
  /** recordings of closed items and the pictures in their texts are deleted at the carrier so many days after they came */
  readonly keepDays: number
}

/** Somebody who calls again and again is called back sooner. */
type RepeatRules = {
  /** from so many repeated calls about one open item on */
  readonly raiseAfter: number
  /** the callback is due within so many minutes of business time */
  readonly dueWithinBusinessMinutes: number
}

type ClinicalRules = {
  /** a clinical item is due after so many minutes of business time */
  readonly targetBusinessMinutes: number
  /** an urgent one after so many minutes of any time, day and night */
  readonly urgentMinutes: number
  /** the first on-call contact is alerted so many minutes after the item became urgent */
  readonly alertAfterMinutes: number
  /** minutes between an alert that nobody acknowledged and the next contact's alert */
  readonly escalateEveryMinutes: number
  /** the practice's own list beside the built-in one */
  readonly words: PracticeWords
}

export type OnCallContact = {
  readonly role: 'licensed' | 'manager'
  /** E.164 */
  readonly phone: string
  readonly name: string | null
  /** in which alerts are worded; null: as the practice's first language, or English where that has no words */
  readonly language: PageLanguage | null
  readonly by: readonly AlertMeans[]
  readonly when: (typeof DUTY_TIMES)[number]
}

/** How somebody on call is alerted. */
export const ALERT_MEANS = ['call', 'text'] as const
export type AlertMeans = (typeof ALERT_MEANS)[number]

/** When somebody is on call: at all times, or by the practice's hours. Lunch and holidays count as closed. */
export const DUTY_TIMES = ['always', 'open', 'closed'] as const

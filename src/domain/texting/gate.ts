import type { Permission } from '../consent/ledger.ts'

/**
 * The only way to a text. Every question is asked again at the moment of sending, under the contact's lock, and the answer is
 * stored with the message, so that years later anyone can see why it went out.
 */
export type GateQuestion = {
  readonly at: Date
  /** what the consent ledger says for this text's scope */
  readonly permission: Permission
  /** what we know of the number: set by carrier answers and by staff */
  readonly textable: Textable
  /** false: the number is abroad, or none that the lists of numbers know, so nobody can say whose hours hold there */
  readonly servedNumber: boolean
  /** false: the caller ID failed verification, so the number may belong to a stranger */
  readonly callerTrusted: boolean
  /** findings of the generic-content lint over the text as it would leave; empty when clean */
  readonly lint: readonly string[]
  readonly segments: number
  /** whether the item still wants this text: open, cadence running, not with the clinical team */
  readonly wanted: boolean
  /** when texts to this number left, over all items, within the last seven days */
  readonly sentAt: readonly Date[]
  readonly caps: { readonly perDay: number; readonly perWeek: number }
  /** calling hours where the recipient may be */
  readonly window:
    | { readonly allowed: true; readonly closesAt: Date }
    /** null: the places the recipient may be in have no hour in common */
    | { readonly allowed: false; readonly opensAt: Date | null }
  /** how long the carrier may keep trying by the practice's rules */
  readonly validityMinutes: number
  readonly zones: readonly string[]
  readonly wordingVersion: string
  readonly policyVersion: string
}

export const TEXTABLE = ['unknown', 'mobile', 'landline', 'invalid', 'blocked', 'reassigned'] as const
export type Textable = (typeof TEXTABLE)[number]

export type RefusalReason =
  | 'opted-out'
  | 'no-consent'
  | 'landline'
  | 'invalid-number'
  | 'number-not-served'
  | 'blocked'
  | 'reassigned'
  | 'caller-id-failed'
  | 'wording-not-generic'
  | 'more-than-one-segment'
  | 'no-longer-wanted'
  | 'no-common-hours'
export type HoldReason = 'daily-cap' | 'weekly-cap' | 'outside-calling-hours'

/** Why a text waits or ends besides the gate's reasons and the carrier's faults; the same column holds them all. */
export type WaitReason =
  /** its sender or the account has a fault that somebody must mend and then resume sending */
  | 'sending-stopped'
  /** others of the same sender leave first, as many a second as its carrier lets through */
  | 'sender-busy'
  /** its line was given up, so there is no number that it could leave from */
  | 'line-gone'
  /** an earlier try arrived though the carrier had reported that it would not */
  | 'arrived-after-all'

export type Verdict = { readonly proof: Proof } & (
  | { readonly type: 'go'; readonly validitySeconds: number }
  | { readonly type: 'hold'; readonly until: Date; readonly why: HoldReason }
  | { readonly type: 'refuse'; readonly why: RefusalReason }
)

/** What the verdict rests on. */
type Proof = {
  readonly askedAt: string
  readonly consentId: string | null
  readonly consentWordingVersion: string | null
  readonly wordingVersion: string
  readonly policyVersion: string
  readonly zones: readonly string[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Twilio's bounds for ValidityPeriod, seconds (Message resource). */
const VALIDITY = { min: 1, max: 36_000 }

/** Asks the gate. The first question that fails decides; refusals come before holds, so that nothing hopeless waits. */
export function askGate(question: GateQuestion): Verdict {
  const proof: Proof = {
    askedAt: question.at.toISOString(),
    consentId: question.permission.allowed ? question.permission.consentId : null,
    consentWordingVersion: question.permission.allowed ? question.permission.wordingVersion : null,
    wordingVersion: question.wordingVersion,
    policyVersion: question.policyVersion,
    zones: question.zones,
  }
  const refusal = refusalOf(question)
  if (refusal) return { type: 'refuse', why: refusal, proof }

  const hold = capHold(question)
  if (hold) return { type: 'hold', ...hold, proof }
  if (!question.window.allowed) {
    const { opensAt } = question.window
    if (opensAt === null) return { type: 'refuse', why: 'no-common-hours', proof }
    return { type: 'hold', why: 'outside-calling-hours', until: opensAt, proof }
  }
  // A text still queued at the carrier when the window closes must die there rather than arrive at night.
  const left = Math.floor((question.window.closesAt.getTime() - question.at.getTime()) / 1000)
  if (left < VALIDITY.min)
    return { type: 'hold', why: 'outside-calling-hours', until: question.window.closesAt, proof }
  const seconds = Math.min(left, question.validityMinutes * 60, VALIDITY.max)
  return { type: 'go', validitySeconds: seconds, proof }
}

/** Why a number takes no text of ours. */
const UNFIT: Readonly<Partial<Record<Textable, RefusalReason>>> = {
  landline: 'landline',
  invalid: 'invalid-number',
  blocked: 'blocked',
  reassigned: 'reassigned',
}

function refusalOf(question: GateQuestion): RefusalReason | null {
  const { permission } = question
  if (!permission.allowed && permission.why === 'opted-out') return permission.why
  // Before missing consent: a number that changed hands lost its consent by that, and staff should read why.
  const unfit = UNFIT[question.textable]
  if (unfit) return unfit
  if (!question.servedNumber) return 'number-not-served'
  if (!permission.allowed) return permission.why
  if (!question.callerTrusted) return 'caller-id-failed'
  if (question.segments > 1) return 'more-than-one-segment'
  if (question.lint.length > 0) return 'wording-not-generic'
  if (!question.wanted) return 'no-longer-wanted'
  return null
}

/** 1 a day and 3 a week by default, counted as rolling spans so that midnight opens no loophole (47 CFR 64.1200(a)(9)(iv)(F)). */
function capHold(question: GateQuestion): { until: Date; why: HoldReason } | null {
  const week = freeAgainAt(question, 7 * DAY, question.caps.perWeek)
  if (week) return { until: week, why: 'weekly-cap' }
  const day = freeAgainAt(question, DAY, question.caps.perDay)
  if (day) return { until: day, why: 'daily-cap' }
  return null
}

function freeAgainAt(question: GateQuestion, span: number, cap: number): Date | null {
  const now = question.at.getTime()
  const recent = question.sentAt
    .map((sent) => sent.getTime())
    .filter((sent) => sent > now - span)
    .sort((a, b) => a - b)
  if (recent.length < cap) return null
  const blocking = recent[recent.length - cap]
  return blocking === undefined ? null : new Date(blocking + span)
}

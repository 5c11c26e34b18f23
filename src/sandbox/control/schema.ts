import { z } from 'zod'
import type { ClockState } from '../../platform/clock.ts'
import type { Faults } from '../faults.ts'
import type { WaitingFor } from '../voice/leg.ts'
import type { WebhookLogEntry } from '../webhook-sender.ts'
import type { CallRecord, HeardLine, MessageRecord, PhoneBehaviour } from '../records.ts'
import { NO_CALLER_NUMBER, callerNumber } from './caller-number.ts'

/** The words of the control API: what may be asked, and what comes back. Shared by the server and its client. */

const line = z.string().regex(/^\+\d{8,15}$/, 'expected a clinic line in E.164, such as +14155550100')

/** What a person types as their number, made E.164. */
const caller = z.string().transform((typed, context) => {
  const phone = callerNumber(typed)
  if (phone !== null) return phone
  context.addIssue(NO_CALLER_NUMBER)
  return z.NEVER
})
/** `lost`: the carrier asks no address of the customer about this; only its log knows of it. */
const webhooks = z.literal('lost').optional()

export const startCall = z.strictObject({
  /** The caller's number; nothing, `anonymous` or `+266696687` for a withheld one. */
  from: caller,
  to: line,
  /** Extra parameters of every voice webhook, such as StirVerstat, ForwardedFrom, CallerName. */
  fields: z.record(z.string().regex(/^[A-Za-z]\w*$/), z.string().max(200)).optional(),
  /** `instant` prompts are over at once; `spoken` ones last as long as it takes to say them. */
  pace: z.enum(['instant', 'spoken']).optional(),
  webhooks,
})
export const pressKeys = z.strictObject({
  digits: z.string().regex(/^[0-9*#]{1,40}$/, 'expected keys: 0-9 * #'),
})
export const speakMessage = z.strictObject({
  text: z.string().max(5000),
  /** The length of the recording; without it, as long as the text takes to say. Where nothing records, nobody hears it. */
  seconds: z.number().int().min(0).max(3600).optional(),
  /** Hangs up afterwards instead of falling silent. */
  hangUp: z.boolean().optional(),
})
export const sendText = z.strictObject({
  from: z.string().regex(/^(\+\d{8,15}|\d{5,6})$/, 'expected a phone in E.164 or a short code'),
  to: line,
  body: z.string().max(1600),
  /** Content types of attached pictures, such as image/jpeg. */
  media: z
    .array(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/))
    .max(10)
    .optional(),
  webhooks,
})
const CLOCK_EXPECTED =
  'expected `now` with an offset, such as 2026-11-23T18:05:00Z, or `local` at the practice, such as 2026-11-23T10:05'
export const setClock = z.union(
  [
    z.strictObject({ now: z.iso.datetime({ offset: true, error: CLOCK_EXPECTED }) }),
    z.strictObject({
      local: z.iso.datetime({ local: true, error: CLOCK_EXPECTED }).regex(/\d$/, CLOCK_EXPECTED),
    }),
  ],
  CLOCK_EXPECTED,
)
export const jumpClock = z.strictObject({
  ms: z
    .int()
    .min(0)
    .max(400 * 86_400_000),
})
export const speedClock = z.strictObject({ speed: z.number().min(0).max(10_000) })
export const becomeIdle = z.strictObject({
  /**
   * true: the clock jumps over what the carrier and scripted phones will do anyway (callbacks, transcripts, deliveries).
   * `everything`: people's waits (a key, a message, picking up) run out too.
   */
  advance: z.union([z.boolean(), z.literal('everything')]).optional(),
  /** Real milliseconds, 30,000 when absent. */
  timeoutMs: z.int().min(1).max(600_000).optional(),
})

export type StartCall = z.input<typeof startCall>
export type SpeakMessage = z.input<typeof speakMessage>
export type SendText = z.input<typeof sendText>
export type BecomeIdle = z.input<typeof becomeIdle>

export type CallView = Pick<
  CallRecord,
  'sid' | 'parentSid' | 'from' | 'to' | 'direction' | 'status' | 'createdAt' | 'endedAt' | 'durationSeconds'
> & {
  /** The phone of the person on this leg. */
  readonly person: string
  readonly live: boolean
  /** What the person can do: press a key, speak after the tone, answer or decline, only hang up. */
  readonly waitingFor: WaitingFor
  readonly heard: readonly HeardLine[]
  readonly warnings: readonly string[]
}
export type TextView = Pick<
  MessageRecord,
  'sid' | 'from' | 'to' | 'body' | 'media' | 'direction' | 'status' | 'errorCode'
> & { readonly at: string }
export type LineView = { readonly phone: string; readonly friendlyName: string }
export type PhoneSettings = { readonly behaviour: PhoneBehaviour; readonly optedOut: boolean }
/** One attempt to reach one of the customer's addresses. */
export type RequestView = WebhookLogEntry
/** Everything the page shows for one phone. */
export type Overview = {
  readonly clock: ClockState | null
  readonly now: string
  /** The practice's, an IANA name. */
  readonly zone: string
  /** False at nights and weekends of the practice, when texts usually wait. */
  readonly usualTextingTime: boolean
  readonly lines: readonly LineView[]
  readonly optedOut: boolean
  readonly call: CallView | null
  readonly texts: readonly TextView[]
  /** Live legs of other phones: the practice's handset that rings, a patient being called back. */
  readonly others: readonly CallView[]
  /** Texts that other phones got lately, newest last: a colleague on call, another patient. */
  readonly otherTexts: readonly TextView[]
  /** Newest first; `who` is the person's phone, null where neither the request nor its call tells. */
  readonly requests: readonly (RequestView & { readonly who: string | null })[]
}
export type { ClockState, Faults, PhoneBehaviour }

import { z } from 'zod'

/** What goes wrong with one phone number, for tests and drills. Set through the control API. */
export const faults = z.strictObject({
  /** What a REST create to this number meets: a Twilio error code, a bare HTTP status, or a connection that dies after the work is done. */
  rest: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('refuse'), code: z.int().min(10_000).max(999_999) }),
      z.strictObject({ type: z.literal('http'), status: z.int().min(400).max(599) }),
      z.strictObject({ type: z.literal('lost-answer') }),
    ])
    .optional(),
  /** The REST fault is used up after so many requests; without it, it stays. */
  restTimes: z.int().min(1).optional(),
  /** How a text ends instead of `delivered`. */
  delivery: z
    .strictObject({ status: z.enum(['undelivered', 'failed']), errorCode: z.int().min(10_000).max(99_999) })
    .optional(),
  /** Seconds a text waits at the carrier before it moves; beyond its validity period it fails with 30036. */
  backlogSeconds: z.number().min(0).max(172_800).optional(),
  /** What happens to status callbacks of calls and texts. */
  callbacks: z.enum(['missing', 'duplicated', 'reordered']).optional(),
  /** Each status callback leaves so many seconds late. */
  callbackDelaySeconds: z.number().min(0).max(86_400).optional(),
  transcription: z.enum(['failed', 'never', 'noisy']).optional(),
  /** Seconds from the recording's callback to the transcript's, instead of two. */
  transcriptionDelaySeconds: z.number().min(0).max(86_400).optional(),
  /** The caller spoke, but nothing was captured, or the carrier failed to keep it. */
  recording: z.enum(['absent', 'failed']).optional(),
  /** The sound of recordings cannot be fetched: 503. */
  media: z.literal('unavailable').optional(),
  /** After the caller hung up while it rang: no Dial action request, or one that says no-answer instead of canceled. */
  hangUpAction: z.enum(['lost', 'no-answer']).optional(),
})
export type Faults = z.infer<typeof faults>
export type RestFault = NonNullable<Faults['rest']>

type FaultBook = { readonly faults: Map<string, Faults> }

/** The faults that touch a call or text between two numbers: those of the called or addressed one first, then the other's. */
export function faultsBetween(store: FaultBook, to: string, from: string): Faults {
  return { ...store.faults.get(from), ...store.faults.get(to) }
}

/** Takes the REST fault of a destination, once or as often as was asked for. */
export function takeRestFault(store: FaultBook, to: string): RestFault | undefined {
  const found = store.faults.get(to)
  if (!found?.rest) return undefined
  if (found.restTimes !== undefined) {
    const { rest: _rest, restTimes, ...others } = found
    store.faults.set(to, restTimes > 1 ? { ...found, restTimes: restTimes - 1 } : others)
  }
  return found.rest
}

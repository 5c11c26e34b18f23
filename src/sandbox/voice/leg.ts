import type { CallRecord, HeardLine, PhoneBehaviour } from '../records.ts'
import type { Timers, TimerKind } from '../timers.ts'
import type { XmlElement } from '../xml.ts'

/** What a person on the line can do next. `ringing` hears it ring elsewhere, `answer` is being rung. */
export type WaitingFor = 'key' | 'message' | 'answer' | 'ringing' | 'talk' | 'nothing'

/** What a caller says after the tone. */
export type SpokenMessage = { readonly text: string; readonly seconds: number; readonly hangUp: boolean }

type Wait = {
  readonly for: WaitingFor
  /** Ends it as if its time had passed. */
  pass(): void
  /** Ends it because of the hang-up or of new instructions. */
  interrupt(): void
  readonly key?: (key: string) => void
  readonly speak?: (message: SpokenMessage) => void
  readonly pickUp?: (how: 'answers' | 'busy' | 'failed' | 'mailbox') => void
}

/** New instructions from the REST API for a running call. */
export type NewInstructions =
  { readonly type: 'url'; readonly url: string } | { readonly type: 'twiml'; readonly document: XmlElement }

/** One live connection between the carrier and one phone. */
export type Leg = {
  readonly record: CallRecord
  /** The phone of the person on this leg. */
  readonly person: string
  /** Prompts take time on the clock instead of being over at once. */
  readonly spoken: boolean
  /** Set when a script and not a person handles this phone. */
  script: PhoneBehaviour | null
  keysLeft: string
  /** Set while a mailbox is on the line: stops the clock that ends its stay. */
  endStay: (() => void) | null
  gone: boolean
  instructions: NewInstructions | null
  wait: Wait | null
  /** Asked with the reason when an address of this call gives no TwiML; null where there is none. */
  readonly fallbackUrl: string | null
  /** The carrier reaches none of the customer's addresses during this call. */
  readonly webhooksLost: boolean
  /** Where the present document came from; relative addresses count from it. */
  documentUrl: string
  /** The language of what was said last. */
  language: string
  /** Seconds of speech that did not pass on the clock; they count for the call's duration. */
  unclockedSeconds: number
}

export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'time-over' }
  | { readonly type: 'interrupted' }

export type WaitWish<T> = {
  readonly for: WaitingFor
  /** Milliseconds of the clock, null for no limit. */
  readonly ms: number | null
  readonly kind?: TimerKind
  /** Gets the means to end the wait, gives what the phone can do meanwhile. */
  readonly hear?: (end: { done(value: T): void }) => Pick<Wait, 'key' | 'speak' | 'pickUp'>
}

/** What a skipped wait adds to the call's length at most; a conversation would otherwise count its limit of hours. */
const LONGEST_SKIP_MS = 60_000

/** A wait of one leg that its phone, its time, a hang-up or new instructions end. */
export function waitOn<T>(
  leg: Leg,
  timers: Timers,
  changed: () => void,
  wish: WaitWish<T>,
): Promise<Outcome<T>> {
  if (isInterrupted(leg)) return Promise.resolve({ type: 'interrupted' })
  return new Promise((resolve) => {
    let cancel = (): void => undefined
    const end = (outcome: Outcome<T>): void => {
      cancel()
      if (leg.wait !== wait) return
      leg.wait = null
      changed()
      resolve(outcome)
    }
    const wait: Wait = {
      for: wish.for,
      pass: () => {
        leg.unclockedSeconds += Math.min(wish.ms ?? 0, LONGEST_SKIP_MS) / 1000
        end({ type: 'time-over' })
      },
      interrupt: () => end({ type: 'interrupted' }),
      ...wish.hear?.({ done: (value) => end({ type: 'done', value }) }),
    }
    leg.wait = wait
    if (wish.ms !== null)
      cancel = timers.after(wish.ms, wish.kind ?? 'open', () => end({ type: 'time-over' }))
    changed()
  })
}

/** The phone is gone or the REST API gave new instructions: what is being done stops here. */
export function isInterrupted(leg: Leg): boolean {
  return leg.gone || leg.instructions !== null
}

/** Puts a line into what the person on this leg heard or did. */
export function hear(
  leg: Leg,
  at: string,
  kind: HeardLine['kind'],
  text: string,
  language: string | null = null,
): void {
  leg.record.heard.push({ at, kind, text, language })
}

/** Notes something the customer's TwiML got wrong; the call goes on. */
export function warn(leg: Leg, text: string): void {
  if (!leg.record.warnings.includes(text)) leg.record.warnings.push(text)
}

import type { Language } from '../follow-up/words.ts'
import type { Line, Policy, PromptName, RingOrder, SpokenWords } from '../policy/policy.ts'
import { openness, type Openness } from '../time/business-time.ts'

/**
 * What the caller meets next. The web layer speaks it to the carrier; it is kept as the answer to repeated webhooks. The steps follow
 * from the rules and from what the carrier says alone, so that a caller is served even while nothing can be recorded.
 */
export type CallStep =
  /** ring the practice's own phones; the result comes back */
  | {
      readonly step: 'ring'
      readonly lineId: string
      readonly numbers: readonly string[]
      readonly order: RingOrder
      readonly seconds: number
      /** whoever picks up must press 1 before the caller is put through */
      readonly pressToTake: boolean
      /** the line's number is shown instead of the caller's, who shows none that a phone could be rung from */
      readonly showLine: boolean
    }
  /** greet, offer the keys, then take a message */
  | {
      readonly step: 'greet'
      readonly lineId: string
      readonly language: Language
      readonly openness: Openness
      /** the ISO date of a single day with a greeting of its own */
      readonly oneOff: string | null
      /** `none`: no keys at all, for a caller whose first way through failed; `languages`: nobody is asked to agree to texts */
      readonly keys: 'all' | 'languages' | 'none'
      /** how often the greeting was heard before on this call: each answer to it counts once */
      readonly round: number
    }
  /** ask for a message and record it */
  | {
      readonly step: 'take-message'
      readonly lineId: string
      readonly language: Language
      readonly said: 'agreed' | 'wrong-key' | 'nothing'
    }
  | { readonly step: 'goodbye'; readonly lineId: string; readonly language: Language }
  /** nobody is there to hear anything */
  | { readonly step: 'end' }
  /** the number reached us but belongs to no practice here */
  | { readonly step: 'not-in-service' }

/** Where a call stands: whose line, when, in which language, and whether there is a number that a text could go to. */
export type CallPlace = {
  readonly policy: Policy
  readonly line: Line
  readonly at: Date
  readonly language: Language
  readonly textable: boolean
  readonly showsNumber: boolean
}

/** How a call begins: a front line rings the practice when the practice wants it; everything else was missed already. */
export function firstStep(place: CallPlace): CallStep {
  const { connect, id } = place.line
  if (connect.kind === 'front' && connect.ringWhen.includes(openness(place.policy.calendar, place.at))) {
    return {
      step: 'ring',
      lineId: id,
      numbers: connect.ring,
      order: connect.order,
      seconds: connect.seconds,
      pressToTake: connect.pressToTake,
      showLine: !place.showsNumber,
    }
  }
  return greetingStep(place)
}

/** Nobody took the call: greet, and offer the keys. */
export function greetingStep(place: CallPlace): Extract<CallStep, { step: 'greet' }> {
  const { policy, line, at, language } = place
  const now = openness(policy.calendar, at)
  const date = at.toTemporalInstant().toZonedDateTimeISO(policy.calendar.zone).toPlainDate().toString()
  return {
    step: 'greet',
    lineId: line.id,
    language,
    openness: now,
    oneOff: now === 'closed' && policy.oneOffGreetings[date] !== undefined ? date : null,
    keys: place.textable ? 'all' : 'languages',
    round: 0,
  }
}

/** The key that takes a call at the practice. Whoever picks up knows it by heart, so no practice chooses another one. */
export const TAKE_CALL_KEY = '1'

/** What a pressed key means in the greeting. */
export type Choice =
  | { readonly type: 'agree-to-text' }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'no-key' }
  | { readonly type: 'wrong-key' }

export function readChoice(policy: Policy, digits: string): Choice {
  if (digits === '') return { type: 'no-key' }
  if (digits === policy.keys.agreeToText) return { type: 'agree-to-text' }
  for (const language of policy.languages) {
    if (policy.keys.languages[language] === digits) return { type: 'language', language }
  }
  return { type: 'wrong-key' }
}

/** Nobody needs to change the language more often; then the message is asked for. */
const MOST_ROUNDS = 6

/**
 * @param heard.agreed the key counted as consent and was recorded as such.
 * @param heard.round of the greeting that was answered.
 */
export function stepAfterChoice(
  place: CallPlace,
  choice: Choice,
  { agreed, round }: { readonly agreed: boolean; readonly round: number },
): CallStep {
  if (choice.type === 'language' && round < MOST_ROUNDS)
    return { ...greetingStep({ ...place, language: choice.language }), round: round + 1 }
  const said = agreed ? 'agreed' : choice.type === 'wrong-key' ? 'wrong-key' : 'nothing'
  return { step: 'take-message', lineId: place.line.id, language: place.language, said }
}

/** @param digits Twilio's `Digits`: the key that ended the message, or the word `hangup`. */
export function stepAfterMessage(place: CallPlace, digits: string): CallStep {
  if (digits === 'hangup') return { step: 'end' }
  return { step: 'goodbye', lineId: place.line.id, language: place.language }
}

/**
 * Whether a person took the call. Anything but a completed and bridged dial was missed: a caller who gives up while it rings is
 * reported as canceled, no-answer, busy or failed, depending on the carrier.
 * @param dial.bridged Twilio's DialBridged. It is absent on older accounts; then `completed` counts, unless the line asks for a key
 * and nobody pressed it: that was a mailbox.
 * @param line.taken somebody pressed the key.
 */
export function wasAnswered(
  dial: { readonly status: string; readonly bridged: string | undefined },
  line: { readonly pressToTake: boolean; readonly taken: boolean },
): boolean {
  if (dial.status !== 'completed' || dial.bridged === 'false') return false
  return dial.bridged === 'true' || !line.pressToTake || line.taken
}

/** What is said on a line: its own words, or the practice's. */
export function spokenWords(policy: Policy, line: Line, name: PromptName): SpokenWords {
  return { ...policy.prompts[name], ...line.prompts[name] }
}

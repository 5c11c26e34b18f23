import type { Language } from '../follow-up/words.ts'
import type { Line, Policy } from '../policy/policy.ts'
import { openness, type Openness } from '../time/business-time.ts'

/** What the caller meets next. The web layer speaks it to the carrier; it is kept as the answer to repeated webhooks. */
export type CallStep =
  /** ring the practice's own phones; the result comes back */
  | { readonly step: 'ring'; readonly numbers: readonly string[]; readonly seconds: number }
  /** greet, offer the keys, then take a message */
  | {
      readonly step: 'greet'
      readonly language: Language
      readonly openness: Openness
      /** false: no number to text, so nobody is asked to agree */
      readonly askConsent: boolean
    }
  /** ask for a message and record it */
  | {
      readonly step: 'take-message'
      readonly language: Language
      readonly said: 'agreed' | 'wrong-key' | 'nothing'
    }
  | { readonly step: 'goodbye'; readonly language: Language }
  /** nobody is there to hear anything */
  | { readonly step: 'end' }
  /** the number reached us but belongs to no practice here */
  | { readonly step: 'not-in-service' }

/** How a call begins: a front line rings the practice while it is open; everything else was missed already. */
export function firstStep(policy: Policy, line: Line, at: Date, hasNumber: boolean): CallStep {
  const now = openness(policy.calendar, at)
  if (line.connect.kind === 'front' && now === 'open') {
    return { step: 'ring', numbers: line.connect.ring, seconds: line.connect.seconds }
  }
  return { step: 'greet', language: policy.languages[0], openness: now, askConsent: hasNumber }
}

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

/**
 * Whether a person took the call. Anything but a completed and bridged dial was missed: a caller who gives up while it rings is
 * reported as canceled, no-answer, busy or failed, depending on the carrier.
 * @param bridged Twilio's DialBridged; absent on older accounts, and then `completed` counts.
 */
export function wasAnswered(dialStatus: string, bridged: string | undefined): boolean {
  return dialStatus === 'completed' && bridged !== 'false'
}

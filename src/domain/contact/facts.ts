import type { Textable } from '../texting/gate.ts'

/**
 * What staff or the carrier said about a number. Facts are append-only; the contact holds what is true now.
 *   several-people, one-person        — who answers it may be somebody else than the patient
 *   do-not-call, may-call             — the person does not want to be called; texts are a matter of consent
 *   no-voicemail, voicemail-allowed   — nothing may be left on the answering machine
 *   wrong-number                      — it never was the patient's
 *   number-changed, reassigned        — it was the patient's and is not any more: staff know it, or the carrier does (30005)
 *   landline, invalid, blocked        — why texts do not arrive
 *   textable                          — texts may be tried again
 *   preference                        — how the person wants to be reached (45 CFR 164.522(b)), in the words of staff
 */
export const CONTACT_FACTS = [
  'several-people',
  'one-person',
  'do-not-call',
  'may-call',
  'no-voicemail',
  'voicemail-allowed',
  'wrong-number',
  'number-changed',
  'reassigned',
  'landline',
  'invalid',
  'blocked',
  'textable',
  'preference',
] as const
export type ContactFactKind = (typeof CONTACT_FACTS)[number]

/** What staff may say; the rest only the carrier can know. */
export const STAFF_FACTS = [
  'several-people',
  'one-person',
  'do-not-call',
  'may-call',
  'no-voicemail',
  'voicemail-allowed',
  'wrong-number',
  'number-changed',
  'landline',
  'invalid',
  'textable',
  'preference',
] as const satisfies readonly ContactFactKind[]
export type StaffFact = (typeof STAFF_FACTS)[number]

/** What is true of a number now. */
export type ContactState = {
  readonly shared: boolean
  readonly noCalls: boolean
  readonly noVoicemail: boolean
  readonly preference: string | null
  readonly textable: Textable
}

/** What a fact does besides being remembered. */
export type FactRule = {
  /** the preference is not here: its words come with the fact */
  readonly becomes: Partial<ContactState>
  /** `revoke`: whoever has the number never agreed; `drop`: whoever has it now never did */
  readonly consent: 'revoke' | 'drop' | null
  /** the number no longer reaches the patient: waiting texts are stopped and open items need another number */
  readonly lost: boolean
}

const fact = (becomes: Partial<ContactState>): FactRule => ({ becomes, consent: null, lost: false })

/** `textable` makes the number unknown rather than mobile: what it takes is for the carrier to tell. */
export const FACT_RULES: Readonly<Record<ContactFactKind, FactRule>> = {
  'several-people': fact({ shared: true }),
  'one-person': fact({ shared: false }),
  'do-not-call': fact({ noCalls: true }),
  'may-call': fact({ noCalls: false }),
  'no-voicemail': fact({ noVoicemail: true }),
  'voicemail-allowed': fact({ noVoicemail: false }),
  'wrong-number': { becomes: {}, consent: 'revoke', lost: true },
  'number-changed': { becomes: { textable: 'unknown' }, consent: 'drop', lost: true },
  reassigned: { becomes: { textable: 'reassigned' }, consent: 'drop', lost: false },
  landline: fact({ textable: 'landline' }),
  invalid: fact({ textable: 'invalid' }),
  blocked: fact({ textable: 'blocked' }),
  textable: fact({ textable: 'unknown' }),
  preference: fact({}),
}

/** What is true after a fact. @param note the words that came with it; for a preference they are it, and null takes it back. */
export function afterFact(state: ContactState, kind: ContactFactKind, note: string | null): ContactState {
  return { ...state, ...FACT_RULES[kind].becomes, ...(kind === 'preference' ? { preference: note } : {}) }
}

/** Whether a fact says only what is known already. A number that is lost is lost again: the items since then need to know. */
export function saysNothingNew(state: ContactState, kind: ContactFactKind, note: string | null): boolean {
  if (FACT_RULES[kind].lost || FACT_RULES[kind].consent !== null) return false
  if (note !== null && kind !== 'preference') return false
  const after = afterFact(state, kind, note)
  return (
    after.shared === state.shared &&
    after.noCalls === state.noCalls &&
    after.noVoicemail === state.noVoicemail &&
    after.preference === state.preference &&
    after.textable === state.textable
  )
}

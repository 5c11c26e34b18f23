/**
 * The life of an outgoing text.
 *
 *   planned  → held → planned…   the gate said not yet
 *   planned  → refused           the gate said no; final
 *   planned  → canceled          an opt-out, a reply or a clinical word came first; final
 *   planned  → sending           claimed by a worker; on the wire
 *   sending  → sent → delivered | undelivered | failed
 *   sending  → held              nothing left, and the carrier's code allows another try: the gate is asked again
 *   sent     → held              it did not arrive, likewise
 *   sending  → unknown           the answer was lost: never resent, looked up in the carrier's log
 *   received                     an incoming text
 */
export const MESSAGE_STATES = [
  'planned',
  'held',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'refused',
  'unknown',
  'canceled',
  'received',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** Texts that have not left and can still be stopped. */
export const WAITING = ['planned', 'held'] as const satisfies readonly MessageState[]

/** Whether a text has not left yet. */
export function isWaiting(state: string): boolean {
  return WAITING.some((waiting) => waiting === state)
}

type CarrierFact = 'sent' | 'delivered' | 'undelivered' | 'failed'

/** What each status of Twilio's Message resource means to us; `sent` is "the carrier has it", which is no success yet. */
const MEANING = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
} as const satisfies Record<string, CarrierFact>
export type CarrierStatus = keyof typeof MEANING

const RANK: Readonly<Partial<Record<MessageState, number>>> & Readonly<Record<CarrierFact, number>> = {
  sending: 0,
  unknown: 0,
  sent: 1,
  delivered: 2,
  undelivered: 2,
  failed: 2,
}

/**
 * Merges a carrier status into what we know. Callbacks come late, twice and out of order, so the state never goes back
 * and the first of two final states stays.
 * @returns the new state, or null when nothing changes.
 */
export function mergeStatus(current: MessageState, incoming: CarrierStatus): CarrierFact | null {
  const rank = RANK[current]
  const meaning = MEANING[incoming]
  return rank !== undefined && RANK[meaning] > rank ? meaning : null
}

/** Whether the carrier now reports another end than the one that stands. */
export function contradicts(current: MessageState, incoming: CarrierStatus): boolean {
  const meaning = MEANING[incoming]
  return RANK[current] === RANK.delivered && RANK[meaning] === RANK.delivered && meaning !== current
}

/** Whether the carrier's word is one we know; others are kept out of the merge and logged. */
export function isCarrierStatus(word: string): word is CarrierStatus {
  return Object.hasOwn(MEANING, word)
}

import type { Policy } from '../policy/policy.ts'
import type { Effect, HistoryLine } from './events.ts'
import type { FollowUp } from './item.ts'

/** What a fact makes of an item: its next state, the lines for its history, and the orders that follow. */
export type Decision = {
  readonly next: FollowUp
  readonly history: readonly HistoryLine[]
  readonly effects: readonly Effect[]
}

/** What `decide` must know besides item and event. */
export type DecisionContext = {
  readonly policy: Policy
  /** whether the consent ledger allows a text about this item now; without it, text steps of the cadence are passed over */
  readonly mayText: boolean
  /** until when nobody calls the contact again, because somebody tried not long ago; null: they may be called now */
  readonly restUntil: Date | null
}

import type { Decision } from './decision.ts'
import type { HistoryLine } from './events.ts'
import type { OpenFollowUp } from './item.ts'
import { backFromWaiting } from './calling-again.ts'
import { endCadence } from './routing.ts'

/* A text that does not get through tells nobody anything. The callback is owed all the same, at its time, and the item says why. */

/** A text did not arrive, so the person may never have seen it: staff call instead of waiting for an answer. */
export function textLost(item: OpenFollowUp, at: Date): OpenFollowUp {
  const { escalation } = sendingGoesOn(item)
  return {
    ...item,
    ...callInstead(item),
    escalation: item.status === 'scheduled' ? escalation : (escalation ?? { at, why: 'undelivered' }),
  }
}

/**
 * A text waits. Until a time that is known, that is its ordinary way. But while its sender is stopped nobody knows when it leaves, and it
 * may be long after it was of use: nobody waits for an answer to it, and the item shows it until the text goes on its way or falls away.
 * @param until null: until somebody resumes the sender.
 */
export function textHeld(item: OpenFollowUp, at: Date, until: Date | null): OpenFollowUp {
  if (until !== null) return sendingGoesOn(item)
  return {
    ...item,
    ...callInstead(item),
    escalation: item.escalation ?? { at, why: 'text-stopped' },
  }
}

/** The text that a stop held back has left, or is not to leave any more: there is nothing to tell of it. */
export function sendingGoesOn<Item extends { readonly escalation: OpenFollowUp['escalation'] }>(
  item: Item,
): Item {
  return item.escalation?.why === 'text-stopped' ? { ...item, escalation: null } : item
}

/** The number does not reach the person: reminders end, and somebody looks for one that does. What is clinical stays where it is. */
export function numberLost(
  acted: OpenFollowUp,
  item: OpenFollowUp,
  history: readonly HistoryLine[],
): Decision {
  const found = item.queue === 'licensed' ? {} : LOOK_FOR_NUMBER
  return {
    next: { ...acted, ...found, cadence: endCadence(item, 'opted-out') },
    history,
    effects: [{ type: 'cancel-texts', why: 'wrong-number' }],
  }
}

const LOOK_FOR_NUMBER = { status: 'waiting-on-internal-review', nextAction: 'find-number' } as const

function callInstead(item: OpenFollowUp): Partial<OpenFollowUp> {
  return item.status === 'waiting-on-patient' ? backFromWaiting(item, 'call-back') : {}
}

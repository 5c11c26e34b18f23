import { nextOpening } from '../time/business-time.ts'
import type { Decision, DecisionContext } from './decision.ts'
import type { HistoryLine } from './events.ts'
import { historyLine } from './history.ts'
import type { NextAction, OpenFollowUp } from './item.ts'
import { earlier } from './routing.ts'
import { later } from './schedule.ts'

/*
 * Persistence must not become pressure: after so many texts that nobody answered, in one way or another, a person calls instead and the
 * reminders are over.
 */

/** What a call takes the place of; what else is to be done on an item is done all the same. */
const CALLED_INSTEAD: readonly NextAction[] = [
  'call',
  'call-back',
  'check-in',
  'confirm-booking',
  'collect-forms',
]

/** A text about the item left. */
export function textLeft(
  given: { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] },
  at: Date,
  { policy, restUntil }: DecisionContext,
): Decision {
  const unansweredTexts = given.acted.unansweredTexts + 1
  const counted: OpenFollowUp = { ...given.acted, unansweredTexts }
  // Told once; what staff write after it is theirs to know.
  if (unansweredTexts !== policy.persistence.unansweredTexts)
    return { next: counted, history: given.history, effects: [] }
  const dueAt = nextOpening(policy.calendar, later(at, restUntil ?? at))
  const calls = counted.queue !== 'licensed' && CALLED_INSTEAD.includes(counted.nextAction)
  return {
    next: {
      ...counted,
      ...(calls
        ? { status: 'callback-needed', nextAction: 'call-back', dueAt: earlier(counted.dueAt, dueAt) }
        : {}),
      lastAction: 'reminders-unanswered',
      lastActionAt: at,
      escalation: counted.escalation ?? { at, why: 'reminders-unanswered' },
    },
    history: [
      ...given.history,
      historyLine('reminders-unanswered', at, 'system', { texts: unansweredTexts }),
    ],
    effects: [{ type: 'cancel-texts', why: 'reminders-unanswered' }],
  }
}

/** Whether the cadence may still text about an item. */
export function remindersLeft(item: OpenFollowUp, { policy }: DecisionContext): boolean {
  return item.unansweredTexts < policy.persistence.unansweredTexts
}

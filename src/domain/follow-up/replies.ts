import type { Policy } from '../policy/policy.ts'
import { addBusinessMinutes } from '../time/business-time.ts'
import { backFromWaiting } from './calling-again.ts'
import type { Decision } from './decision.ts'
import type { HistoryLine, ItemEvent } from './events.ts'
import type { FollowUp, OpenFollowUp } from './item.ts'
import { earlier, endCadence, routeByReading } from './routing.ts'
import { targetTime, workflowFor } from './schedule.ts'

/*
 * What people write must be read by a person, in time. The clock of a reply runs until somebody worked on the item: recorded an
 * outcome, acknowledged it or wrote to the person. Taking an item does not stop it, since a claim that lapses leaves the reply unread;
 * nor does a note, which may come from a colleague who never saw the reply.
 */

/** The person wrote: reminders end, whoever waited for them acts again, and the words are read for clinical ones. */
export function replyReceived(
  given: { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] },
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'text-received' }>,
  policy: Policy,
): Decision {
  const answered: OpenFollowUp = {
    ...given.acted,
    ...backFromWaiting(item, 'read-reply'),
    nextAction: item.queue === 'licensed' ? item.nextAction : 'read-reply',
    repeatContacts: item.repeatContacts + 1,
    unansweredTexts: 0,
    dueAt: earlier(item.dueAt, targetTime(policy, workflowFor(policy, item.trigger), event.at)),
    cadence: endCadence(item, 'replied'),
  }
  // A picture may show a wound as well as a form: nobody but licensed staff opens it.
  const reading =
    event.mediaCount > 0 && event.reading.class === 'none'
      ? { ...event.reading, class: 'clinical' as const }
      : event.reading
  const change = {
    next: answered,
    history: given.history,
    effects: [{ type: 'cancel-texts', why: 'replied' }],
  } as const
  return routeByReading(change, item, reading, event.at, policy)
}

/** Starts the clock of a reply; one that runs goes on, for the reply before is unread still. Licensed staff have their own clock. */
export function readSoon(item: FollowUp, at: Date, policy: Policy): FollowUp {
  if (item.status === 'closed' || item.queue === 'licensed') return { ...item, replyBy: null }
  const within = policy.texting.readRepliesWithinBusinessMinutes
  return { ...item, replyBy: item.replyBy ?? addBusinessMinutes(policy.calendar, at, within) }
}

/** Nobody read it in time: it is due now and says so, once. An alarm that was raised before keeps its reason. */
export function replyOverdue(item: OpenFollowUp, at: Date): OpenFollowUp {
  return {
    ...item,
    replyBy: null,
    dueAt: earlier(item.dueAt, at),
    escalation: item.escalation ?? { at, why: 'reply-unread' },
  }
}

import type { Policy } from '../policy/policy.ts'
import { afterLastAttempt, attemptsUsedUp, heardByPerson } from './attempts.ts'
import type { Decision } from './decision.ts'
import type { HistoryLine, ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { FollowUp, NextAction, OpenFollowUp } from './item.ts'
import { firstCallFor } from './needs.ts'
import { endCadence, moreSevere, toLicensed } from './routing.ts'
import { targetTime, workflowFor } from './schedule.ts'
import type { Queue } from './words.ts'

/*
 * Routing by people. Anybody may hand an item to licensed staff, since no word list knows all that is clinical; only they hand it back,
 * and say why. Words that were read before are judged with that: they do not route the item again, but what comes later may.
 */

type Given = { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] }

/** Whether there is a routing to lower. */
export function isRouted({ queue, urgency }: Pick<FollowUp, 'queue' | 'urgency'>): boolean {
  return queue === 'licensed' || urgency !== 'routine'
}

/** Raised by a person. Words in the note that say more than the person did count as well, unless they judge words themselves. */
export function raised(
  { acted, history }: Given,
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'routing-raised' }>,
  policy: Policy,
): Decision {
  const { at, licensed, reading } = event
  const said = licensed || reading.class === 'none' ? 'routine' : reading.class
  const urgency = moreSevere(event.urgency, said)
  const next = toLicensed(acted, item, { urgency, alarm: 'raised-as-urgent' }, at, policy)
  const line = historyLine('routed-to-clinical', at, 'system', { urgency: next.urgency })
  return { next, history: [...history, line], effects: [{ type: 'cancel-texts', why: 'clinical' }] }
}

/**
 * Back to the queue of its workflow, as somebody to call. Nothing is texted by itself any more: the person is owed a call, and what was
 * planned for them was planned before anybody knew what they wanted. A booking stays one.
 */
export function lowered(
  { acted, history }: Given,
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'routing-lowered' }>,
  policy: Policy,
): Decision {
  const { at } = event
  const workflow = workflowFor(policy, item.trigger)
  const { queue } = workflow
  const next: OpenFollowUp = {
    ...acted,
    // Who judges an item that waits to be listened to has listened.
    ...(item.nextAction === 'listen-to-voicemail' ? heardByPerson(item) : {}),
    queue,
    urgency: 'routine',
    cadence: endCadence(item, 'clinical'),
    replyBy: null,
    escalation: null,
    ...(item.status === 'scheduled'
      ? {}
      : {
          status: 'callback-needed',
          nextAction: nextActionIn(queue, item),
          dueAt: targetTime(policy, workflow, at),
        }),
  }
  const over = item.status !== 'scheduled' && !item.sensitive && attemptsUsedUp(workflow, item.attempts)
  const planned = over ? afterLastAttempt(next, policy, at) : { next, history: [] }
  return {
    next: planned.next,
    history: [...history, ...planned.history],
    effects: [{ type: 'cancel-texts', why: 'clinical' }],
  }
}

function nextActionIn(queue: Queue, { contactId, trigger }: OpenFollowUp): NextAction {
  if (queue === 'licensed') return 'licensed-review'
  if (queue === 'manager') return 'manager-review'
  return contactId === null ? 'find-number' : firstCallFor(trigger)
}

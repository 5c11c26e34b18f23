import type { Policy } from '../policy/policy.ts'
import { backFromWaiting, calledAgain } from './calling-again.ts'
import { closedWith } from './closing.ts'
import type { Decision } from './decision.ts'
import type { HistoryLine, ItemEvent } from './events.ts'
import type { NextAction, OpenFollowUp } from './item.ts'
import { earlier, routeByReading } from './routing.ts'
import { targetTime, workflowFor } from './schedule.ts'
import type { Trigger } from './words.ts'

/* What a list, a form, another system or a colleague tells of somebody's needs. Several needs of one person are one conversation. */

type Received = Extract<ItemEvent, { type: 'request-received' }>
type Given = { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] }

/** Triggers of somebody who asked to be called; about all else the practice gets in touch by itself. */
const ASKED_FOR: readonly Trigger[] = [
  'missed-call',
  'after-hours-voicemail',
  'patient-message',
  'appointment-request',
  'web-form',
  'bilingual-support',
]

/** Whether they are called back or called for the first time. */
export function firstCallFor(trigger: Trigger): NextAction {
  return ASKED_FOR.includes(trigger) ? 'call-back' : 'call'
}

/**
 * Another need of somebody who has an open item: it is talked about with the rest. It brings the due time forward, never back, and one
 * for later waits for its day. A form the person filled in themself counts like another call of theirs.
 */
export function requestJoined(given: Given, item: OpenFollowUp, event: Received, policy: Policy): Decision {
  const { at, notBefore } = event
  const target = targetTime(policy, workflowFor(policy, event.trigger), notBefore ?? at)
  const waits = notBefore !== null && notBefore > at
  const base = event.source === 'form' ? calledAgain(given.acted, at, policy) : given.acted
  const joined: OpenFollowUp = {
    ...base,
    ...(waits ? {} : backFromWaiting(base, firstCallFor(event.trigger))),
    dueAt: earlier(base.dueAt, target),
    sensitive: isSensitiveWith(item, event, policy),
  }
  return routed({ ...given, acted: joined }, item, event, policy)
}

/** The request that an item was opened with. */
export function requestOpened(given: Given, item: OpenFollowUp, event: Received, policy: Policy): Decision {
  const acted = { ...given.acted, sensitive: isSensitiveWith(item, event, policy) }
  return routed({ ...given, acted }, item, event, policy)
}

/** The import that brought a need was undone. What it alone was for, and nobody touched, is off the list again. */
export function requestWithdrawn(
  { acted, history }: Given,
  event: Extract<ItemEvent, { type: 'request-withdrawn' }>,
): Decision {
  if (!event.nothingElse || !isUntouched(acted)) return { next: acted, history, effects: [] }
  return {
    next: closedWith(acted, { at: event.at, outcome: 'removed', note: 'import-undone' }),
    history,
    effects: [{ type: 'cancel-texts', why: 'closed' }],
  }
}

function isUntouched(item: OpenFollowUp): boolean {
  const { attempts, repeatContacts, unansweredTexts, ownerId } = item
  return attempts === 0 && repeatContacts === 0 && unansweredTexts === 0 && ownerId === null
}

function isSensitiveWith(item: OpenFollowUp, event: Received, policy: Policy): boolean {
  return item.sensitive || event.sensitive || workflowFor(policy, event.trigger).sensitive
}

function routed({ acted, history }: Given, item: OpenFollowUp, event: Received, policy: Policy): Decision {
  return routeByReading({ next: acted, history, effects: [] }, item, event.reading, event.at, policy)
}

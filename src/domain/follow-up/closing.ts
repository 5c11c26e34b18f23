import type { Policy } from '../policy/policy.ts'
import type { Decision } from './decision.ts'
import { startOfClimb } from './escalating.ts'
import type { HistoryLine, ItemEvent } from './events.ts'
import { lineOf } from './history.ts'
import type { ClosedFollowUp, NextAction, OpenFollowUp } from './item.ts'
import { endCadence, routeByReading, routeToListener } from './routing.ts'
import { clinicalTarget, targetTime, workflowFor } from './schedule.ts'
import type { Outcome } from './words.ts'

/* The end of an item, and its way back. */

/** An item is done: nothing about it is due any more, and how it ended stands on it. */
export function closedWith(
  item: OpenFollowUp,
  end: { readonly at: Date; readonly outcome: Outcome; readonly note: string },
): ClosedFollowUp {
  const { dueAt: _due, nextAction: _next, escalateAt: _climbs, ...facts } = item
  return {
    ...facts,
    status: 'closed',
    cadence: endCadence(item, 'closed'),
    hearBy: null,
    replyBy: null,
    claimedUntil: null,
    outcome: end.outcome,
    closingNote: end.note,
    closedAt: end.at,
  }
}

/**
 * Whether somebody may take an item off the list without an attempt. What is or may be clinical, and what licensed staff are to decide
 * before it is closed unreached, is theirs alone to take off.
 */
export function mayRemove(
  item: Pick<OpenFollowUp, 'queue' | 'urgency' | 'heard' | 'sensitive'>,
  licensed: boolean,
): boolean {
  if (licensed) return true
  return (
    item.queue !== 'licensed' &&
    item.urgency === 'routine' &&
    item.heard !== 'not-heard-yet' &&
    !item.sensitive
  )
}

/** Whether somebody may end the attempts to reach the person with "unable to reach". */
export function mayGiveUp({ sensitive }: Pick<OpenFollowUp, 'sensitive'>, licensed: boolean): boolean {
  return licensed || !sensitive
}

/** Off the list, for a reason. A note with clinical words that nobody licensed has judged keeps it open, as with every other end. */
export function removed(
  given: { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] },
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'removed' }>,
  policy: Policy,
): Decision {
  const { acted, history } = given
  const { at, note } = event
  const effects = [{ type: 'cancel-texts', why: 'closed' }] as const
  if (!event.licensed && event.reading.class !== 'none')
    return routeByReading({ next: acted, history, effects }, item, event.reading, at, policy)
  return { next: closedWith(acted, { at, outcome: 'removed', note }), history, effects }
}

/** Open again with all that happened so far. Its planned attempts were made or given up: a person decides what comes next. */
export function reopened(
  item: ClosedFollowUp,
  event: Extract<ItemEvent, { type: 'reopened' }>,
  policy: Policy,
): Decision {
  const { at } = event
  const { outcome: _outcome, closingNote: _note, closedAt: _closed, ...facts } = item
  const clinical = item.queue === 'licensed' || item.urgency !== 'routine'
  const dueAt = clinical
    ? clinicalTarget(policy, item.urgency === 'urgent', at)
    : targetTime(policy, workflowFor(policy, item.trigger), at)
  const back: OpenFollowUp = {
    ...facts,
    status: clinical ? 'routed-to-clinical' : 'callback-needed',
    nextAction: actionOf(item),
    dueAt,
    ...startOfClimb(policy, { ...item, dueAt }, at),
    lastAction: 'reopened',
    lastActionAt: at,
    unansweredTexts: 0,
    escalation: null,
    ownerId: null,
    policyVersion: policy.version,
    version: item.version + 1,
  }
  const next = item.heard === 'not-heard-yet' ? routeToListener(back, policy, at) : back
  const change = { next, history: [lineOf(event)], effects: [] }
  return event.licensed ? change : routeByReading(change, back, event.reading, at, policy)
}

function actionOf({ queue, urgency, contactId }: ClosedFollowUp): NextAction {
  if (queue === 'licensed' || urgency !== 'routine') return 'licensed-review'
  if (queue === 'manager') return 'manager-review'
  return contactId === null ? 'find-number' : 'call-back'
}

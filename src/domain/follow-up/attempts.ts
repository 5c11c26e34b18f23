import type { Policy } from '../policy/policy.ts'
import { addBusinessDays, nextOpening } from '../time/business-time.ts'
import { closedWith, mayGiveUp } from './closing.ts'
import type { Decision } from './decision.ts'
import type { Effect, HistoryLine, ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { Cadence, OpenFollowUp } from './item.ts'
import { OUTCOME_RULES, type OutcomeRule } from './outcomes.ts'
import { earlier, endCadence, moreSevere, routeByReading, routeToListener } from './routing.ts'
import { cadenceAt, clinicalTarget, dueTime, later, workflowFor } from './schedule.ts'

/*
 * Attempts to reach somebody: the cadence brings them up (touches.ts), people make them, and their number is bounded. Once as many calls
 * were made as the workflow plans, a person decides how the item is closed: a licensed one where it is sensitive.
 */

type Workflow = ReturnType<typeof workflowFor>

/** What came of an attempt. The table OUTCOME_RULES says what follows; clinical words and urgency are stronger than the table. */
export function outcomeRecorded(
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  given: { policy: Policy; history: readonly HistoryLine[]; acted: OpenFollowUp },
): Decision {
  const { policy } = given
  const { at } = event
  const rule = OUTCOME_RULES[event.outcome]
  const clinicalNote = !event.licensed && event.reading.class !== 'none'
  const effects = effectsOf(rule, at, policy)
  const acted: OpenFollowUp = {
    ...given.acted,
    attempts: item.attempts + (rule.attempt ? 1 : 0),
    lastAttemptAt: rule.attempt ? at : item.lastAttemptAt,
    unansweredTexts: rule.reached ? 0 : item.unansweredTexts,
  }
  // A voicemail that nobody has read or heard keeps the item open, unless whoever closes it is to listen anyway.
  const unheard =
    item.heard === 'not-heard-yet' && item.nextAction !== 'listen-to-voicemail' && !event.licensed
  const unreached = event.outcome === 'unable-to-reach' && !mayGiveUp(item, event.licensed)
  if (rule.next === 'closed' && !clinicalNote && !unheard && !unreached) {
    const next = closedWith(acted, { at, outcome: event.outcome, note: event.note })
    return { next, history: given.history, effects }
  }
  const workflow = workflowFor(policy, item.trigger)
  const cadence =
    rule.cadence === 'ends'
      ? endCadence(item, 'outcome')
      : afterAttempt(item, workflow, acted.attempts, at, policy)
  const base: OpenFollowUp = {
    ...acted,
    ...(item.nextAction === 'listen-to-voicemail' ? heardByPerson(item) : {}),
    cadence,
    replyBy: null,
    claimedUntil: null,
  }
  // An outcome that would close does not, when its note holds clinical words that no licensed person has judged.
  const { next, history } =
    rule.next !== 'closed'
      ? opened(base, item, event, rule.next, workflow, policy)
      : unheard
        ? { next: routeToListener(base, policy, at), history: [] }
        : unreached
          ? handedOver(base, policy, at)
          : { next: base, history: [] }
  const change = { next, history: [...given.history, ...history], effects }
  return event.licensed ? change : routeByReading(change, item, event.reading, at, policy)
}

function effectsOf(rule: OutcomeRule, at: Date, policy: Policy): Effect[] {
  const effects: Effect[] = []
  if (rule.stopsTexts) effects.push({ type: 'cancel-texts', why: rule.stopsTexts })
  else if (rule.cadence === 'ends') effects.push({ type: 'cancel-texts', why: 'closed' })
  if (wasNotReached(rule)) effects.push({ type: 'rest-contact', until: restAfter(at, policy) })
  return effects
}

/** Somebody tried and nobody picked up: the only case in which the cadence goes on. */
function wasNotReached(rule: OutcomeRule): boolean {
  return rule.attempt && rule.cadence === 'goes-on'
}

function restAfter(at: Date, { persistence }: Policy): Date {
  return new Date(at.getTime() + persistence.restMinutes * 60_000)
}

/** Whoever acts on an item that waits to be listened to has listened; only people whom the practice chose for it may act. */
export function heardByPerson(item: OpenFollowUp): Partial<OpenFollowUp> {
  return {
    heard: 'heard',
    hearBy: null,
    nextAction: item.queue === 'licensed' ? 'licensed-review' : 'call-back',
  }
}

/** An open item and the lines that what happened to it adds to its history. */
type Told = { readonly next: OpenFollowUp; readonly history: readonly HistoryLine[] }

function opened(
  base: OpenFollowUp,
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  rule: Exclude<OutcomeRule['next'], 'closed'>,
  workflow: Workflow,
  policy: Policy,
): Told {
  const { at } = event
  const urgency = moreSevere(item.urgency, rule.urgency ?? 'routine')
  // Managers are no more licensed than assistants: what is clinical stays where it can be judged.
  const queue =
    rule.queue === 'same' || urgency !== 'routine' ? (rule.urgency ? 'licensed' : item.queue) : rule.queue
  const planned = dueTime(policy, workflow, rule.due, { at, cadence: base.cadence, agreed: event.callbackAt })
  const wakes = nextOpening(policy.calendar, restAfter(at, policy))
  const due = wasNotReached(OUTCOME_RULES[event.outcome]) ? later(planned, wakes) : planned
  const reached = OUTCOME_RULES[event.outcome].reached === true
  const next: OpenFollowUp = {
    ...base,
    status: rule.status,
    queue,
    urgency,
    nextAction: rule.nextAction,
    // Somebody with an urgent need who was not reached is not put off until the next attempt.
    dueAt:
      item.urgency === 'routine' || reached
        ? due
        : earlier(due, clinicalTarget(policy, item.urgency === 'urgent', at)),
    escalation: item.urgency === 'routine' || reached ? null : item.escalation,
  }
  const over = rule.due === 'next-attempt' && urgency === 'routine' && queue !== 'licensed'
  return over && attemptsUsedUp(workflow, base.attempts)
    ? afterLastAttempt(next, policy, at)
    : { next, history: [] }
}

/**
 * What comes after an attempt is counted from it, however late it was made. One made before its step came up takes the step's place, so
 * that nobody is called twice within minutes.
 */
function afterAttempt(
  item: OpenFollowUp,
  workflow: Workflow,
  attempts: number,
  at: Date,
  policy: Policy,
): Cadence {
  const { cadence } = item
  if (cadence.state === 'ended') return cadence
  if (attempts <= callsBefore(workflow, cadence.step)) return cadenceAt(policy, workflow, cadence.step, at)
  const coming = workflow.cadence.findIndex((step, index) => step.do === 'call' && index >= cadence.step)
  return coming === -1 ? cadence : cadenceAt(policy, workflow, coming + 1, at)
}

/** Calls that the cadence has asked for before it came to a step. */
export function callsBefore(workflow: Workflow, step: number): number {
  return workflow.cadence.filter((other, index) => other.do === 'call' && index < step).length
}

/** Whether as many calls were made as the workflow plans; one that plans none sets no bound. */
export function attemptsUsedUp(workflow: Workflow, attempts: number): boolean {
  const planned = callsBefore(workflow, workflow.cadence.length)
  return planned > 0 && attempts >= planned
}

/** All attempts were made and nobody was reached: a person decides how the item is closed. */
export function afterLastAttempt(item: OpenFollowUp, policy: Policy, at: Date): Told {
  if (item.queue === 'licensed') return { next: item, history: [] }
  if (item.sensitive) return handedOver(item, policy, at)
  const workflow = workflowFor(policy, item.trigger)
  const { status, queue, businessDays } = workflow.afterCadence
  const dueAt = addBusinessDays(policy.calendar, at, businessDays)
  return { next: { ...item, status, queue, nextAction: 'decide-closure', dueAt }, history: [] }
}

/** Nobody was reached about something that is clinically sensitive: licensed staff decide what becomes of it. */
function handedOver(item: OpenFollowUp, policy: Policy, at: Date): Told {
  return {
    next: {
      ...item,
      status: 'routed-to-clinical',
      queue: 'licensed',
      nextAction: 'licensed-review',
      dueAt: clinicalTarget(policy, false, at),
      cadence: endCadence(item, 'completed'),
      lastAction: 'handed-over',
      lastActionAt: at,
    },
    history: [historyLine('handed-over', at, 'system', { why: 'sensitive' })],
  }
}

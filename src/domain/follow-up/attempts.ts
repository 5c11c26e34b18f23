import type { Policy } from '../policy/policy.ts'
import type { Decision, DecisionContext } from './decision.ts'
import type { Effect, HistoryLine, ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { Cadence, ClosedFollowUp, OpenFollowUp } from './item.ts'
import { OUTCOME_RULES, type OutcomeRule } from './outcomes.ts'
import { earlier, endCadence, moreSevere, routeByReading, routeToListener } from './routing.ts'
import { cadenceAt, clinicalTarget, dueTime, workflowFor } from './schedule.ts'

/*
 * Attempts to reach somebody: the cadence brings them up, people make them, and their number is bounded. Once as many calls were made
 * as the workflow plans, a person decides how the item is closed.
 */

type Workflow = ReturnType<typeof workflowFor>

/** A step of the cadence is due: a text is planned, or a call is asked for. */
export function touchDue(
  acted: OpenFollowUp,
  item: OpenFollowUp,
  at: Date,
  context: DecisionContext,
): Decision {
  const { policy } = context
  const workflow = workflowFor(policy, item.trigger)
  if (item.cadence.state === 'ended') return { next: item, history: [], effects: [] }
  const step = workflow.cadence[item.cadence.step]
  const cadence = cadenceAt(policy, workflow, item.cadence.step + 1, at)
  const history: HistoryLine[] = []
  const effects: Effect[] = []
  let next: OpenFollowUp = { ...acted, lastAction: item.lastAction, lastActionAt: item.lastActionAt, cadence }
  if (step?.do === 'text' && context.mayText) {
    history.push(historyLine('text-planned', at, 'system', { step: step.id, wording: step.wording }))
    effects.push({
      type: 'plan-text',
      step: step.id,
      content: { wording: step.wording },
      language: item.language,
      at,
      by: null,
    })
    next = { ...next, lastAction: 'text-planned', lastActionAt: at }
  }
  if (step?.do === 'call') {
    history.push(historyLine('call-attempt-due', at, 'system', { step: step.id }))
    next = {
      ...next,
      ...(item.queue === 'licensed' ? {} : { status: 'callback-needed', nextAction: 'call-back' }),
      dueAt: earlier(item.dueAt, at),
    }
  }
  if (cadence.state === 'ended') {
    history.push(historyLine('cadence-ended', at, 'system', { why: cadence.why }))
    if (step?.do !== 'call' && attemptsUsedUp(workflow, item.attempts))
      next = awaitingClosure(next, policy, at)
  }
  return { next, history, effects }
}

/** What came of an attempt. The table OUTCOME_RULES says what follows; clinical words and urgency are stronger than the table. */
export function outcomeRecorded(
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  given: { policy: Policy; history: readonly HistoryLine[]; acted: OpenFollowUp },
): Decision {
  const { policy, history, acted } = given
  const rule = OUTCOME_RULES[event.outcome]
  const clinicalNote = !event.licensed && event.reading.class !== 'none'
  const effects: Effect[] = []
  if (rule.stopsTexts) effects.push({ type: 'cancel-texts', why: rule.stopsTexts })
  else if (rule.cadence === 'ends') effects.push({ type: 'cancel-texts', why: 'closed' })
  const attempts = item.attempts + (rule.attempt ? 1 : 0)
  // A voicemail that nobody has read or heard keeps the item open, unless whoever closes it is to listen anyway.
  const unheard =
    item.heard === 'not-heard-yet' && item.nextAction !== 'listen-to-voicemail' && !event.licensed
  if (rule.next === 'closed' && !clinicalNote && !unheard) {
    return { next: closed(acted, event, attempts), history, effects }
  }
  const workflow = workflowFor(policy, item.trigger)
  const cadence =
    rule.cadence === 'ends'
      ? endCadence(item, 'outcome')
      : afterAttempt(item, workflow, attempts, event.at, policy)
  const base: OpenFollowUp = {
    ...acted,
    ...(item.nextAction === 'listen-to-voicemail' ? heardByPerson(item) : {}),
    attempts,
    cadence,
    replyBy: null,
    claimedUntil: null,
  }
  // An outcome that would close does not, when its note holds clinical words that no licensed person has judged.
  const next =
    rule.next === 'closed'
      ? unheard
        ? routeToListener(base, policy, event.at)
        : base
      : opened(base, item, event, rule.next, workflow, policy)
  const change = { next, history, effects }
  return event.licensed ? change : routeByReading(change, item, event.reading, event.at, policy)
}

/** Whoever acts on an item that waits to be listened to has listened; only people whom the practice chose for it may act. */
export function heardByPerson(item: OpenFollowUp): Partial<OpenFollowUp> {
  return {
    heard: 'heard',
    hearBy: null,
    nextAction: item.queue === 'licensed' ? 'licensed-review' : 'call-back',
  }
}

function closed(
  acted: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  attempts: number,
): ClosedFollowUp {
  const { dueAt: _due, nextAction: _next, ...facts } = acted
  return {
    ...facts,
    status: 'closed',
    attempts,
    cadence: endCadence(acted, 'closed'),
    hearBy: null,
    replyBy: null,
    claimedUntil: null,
    outcome: event.outcome,
    closingNote: event.note,
    closedAt: event.at,
  }
}

function opened(
  base: OpenFollowUp,
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  rule: Exclude<OutcomeRule['next'], 'closed'>,
  workflow: Workflow,
  policy: Policy,
): OpenFollowUp {
  const { at } = event
  const urgency = moreSevere(item.urgency, rule.urgency ?? 'routine')
  // Managers are no more licensed than assistants: what is clinical stays where it can be judged.
  const queue =
    rule.queue === 'same' || urgency !== 'routine' ? (rule.urgency ? 'licensed' : item.queue) : rule.queue
  const due = dueTime(policy, workflow, rule.due, { at, cadence: base.cadence, agreed: event.callbackAt })
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
  return over && attemptsUsedUp(workflow, base.attempts) ? awaitingClosure(next, policy, at) : next
}

/** An attempt made before its step came up takes the step's place, so that nobody is called twice within minutes. */
function afterAttempt(
  item: OpenFollowUp,
  workflow: Workflow,
  attempts: number,
  at: Date,
  policy: Policy,
): Cadence {
  const { cadence } = item
  if (cadence.state === 'ended') return cadence
  const asked = workflow.cadence.filter((step, index) => step.do === 'call' && index < cadence.step).length
  if (attempts <= asked) return cadence
  const coming = workflow.cadence.findIndex((step, index) => step.do === 'call' && index >= cadence.step)
  return coming === -1 ? cadence : cadenceAt(policy, workflow, coming + 1, at)
}

function attemptsUsedUp(workflow: Workflow, attempts: number): boolean {
  const planned = workflow.cadence.filter((step) => step.do === 'call').length
  return planned > 0 && attempts >= planned
}

/** All attempts were made and nobody was reached: a person decides how the item is closed. */
function awaitingClosure(item: OpenFollowUp, policy: Policy, at: Date): OpenFollowUp {
  if (item.queue === 'licensed') return item
  const workflow = workflowFor(policy, item.trigger)
  const { status, queue, businessDays } = workflow.afterCadence
  return {
    ...item,
    status,
    queue,
    nextAction: 'decide-closure',
    dueAt: dueTime(policy, workflow, { businessDays }, { at, cadence: item.cadence, agreed: null }),
  }
}

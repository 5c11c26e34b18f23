import type { Policy } from '../policy/policy.ts'
import { addBusinessDays, nextMorning, nextOpening } from '../time/business-time.ts'
import type { Calendar } from '../time/calendar.ts'
import { afterLastAttempt, attemptsUsedUp, callsBefore } from './attempts.ts'
import type { Decision, DecisionContext } from './decision.ts'
import { afterRest, restsNow } from './escalating.ts'
import type { Effect, HistoryLine } from './events.ts'
import { historyLine } from './history.ts'
import type { Cadence, OpenFollowUp } from './item.ts'
import { remindersLeft } from './reminders.ts'
import { earlier } from './routing.ts'
import { cadenceAt, workflowFor } from './schedule.ts'

/*
 * The cadence comes to its next step. It does not run ahead of people: what comes after a call waits until the call was made, so that
 * nobody reads "we tried to call you" whom nobody called. Nor does it make up for lost time: what an outage left behind is one call that
 * is due now, and the rest is planned from there.
 */

type Workflow = ReturnType<typeof workflowFor>
type Running = Extract<Cadence, { state: 'running' }>

/** A step of the cadence is due: a text is planned, or a call is asked for. */
export function touchDue(
  acted: OpenFollowUp,
  item: OpenFollowUp,
  at: Date,
  context: DecisionContext,
): Decision {
  const { policy, restUntil } = context
  const workflow = workflowFor(policy, item.trigger)
  if (item.cadence.state === 'ended') return { next: item, history: [], effects: [] }
  if (item.attempts < callsBefore(workflow, item.cadence.step))
    return waiting(item, item.cadence, nextMorning(policy.calendar, at))
  const index = stepDue(policy, workflow, item.cadence, at)
  const step = workflow.cadence[index]
  if (step?.do === 'call' && restsNow(item, at, restUntil))
    return waiting(
      afterRest(item, restUntil, policy, at),
      item.cadence,
      nextOpening(policy.calendar, restUntil),
    )
  const cadence = cadenceAt(policy, workflow, index + 1, at)
  const history: HistoryLine[] = []
  const effects: Effect[] = []
  let next: OpenFollowUp = { ...acted, lastAction: item.lastAction, lastActionAt: item.lastActionAt, cadence }
  if (step?.do === 'text' && context.mayText && remindersLeft(item, context)) {
    history.push(historyLine('text-planned', at, 'system', { step: step.id, wording: step.wording }))
    effects.push(
      { type: 'cancel-texts', why: 'superseded' },
      {
        type: 'plan-text',
        step: step.id,
        content: { wording: step.wording },
        language: item.language,
        at,
        by: null,
      },
    )
    next = { ...next, lastAction: 'text-planned', lastActionAt: at }
  }
  if (step?.do === 'call') {
    history.push(historyLine('call-attempt-due', at, 'system', { step: step.id }))
    next = {
      ...next,
      ...(item.queue === 'licensed' ? {} : { status: 'callback-needed', nextAction: callAgain(item) }),
      dueAt: earlier(item.dueAt, at),
    }
  }
  if (cadence.state === 'ended') {
    history.push(historyLine('cadence-ended', at, 'system', { why: cadence.why }))
    if (step?.do !== 'call' && attemptsUsedUp(workflow, item.attempts)) {
      const last = afterLastAttempt(next, policy, at)
      return { next: last.next, history: [...history, ...last.history], effects }
    }
  }
  return { next, history, effects }
}

/** The same step comes up again later; nothing happened that anybody needs to read of. */
function waiting(item: OpenFollowUp, cadence: Running, nextTouchAt: Date): Decision {
  return { next: { ...item, cadence: { ...cadence, nextTouchAt } }, history: [], effects: [] }
}

/**
 * Whether a text is of no use any more, since it should have left on a business day before the last one: nobody wants "we missed your
 * call" a week later.
 */
export function hasLostItsUse(calendar: Calendar, planned: Date, at: Date): boolean {
  return at >= addBusinessDays(calendar, planned, 2)
}

/** The step to take now. For a text that is too late the next call comes, at once; where none is left the cadence is over. */
function stepDue(policy: Policy, workflow: Workflow, { step, nextTouchAt }: Running, at: Date): number {
  if (workflow.cadence[step]?.do !== 'text' || !hasLostItsUse(policy.calendar, nextTouchAt, at)) return step
  const call = workflow.cadence.findIndex((other, index) => other.do === 'call' && index > step)
  return call === -1 ? workflow.cadence.length : call
}

function callAgain({ nextAction }: OpenFollowUp): 'call' | 'call-back' {
  return nextAction === 'call' ? 'call' : 'call-back'
}

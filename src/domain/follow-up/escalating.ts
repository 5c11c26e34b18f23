import type { Policy } from '../policy/policy.ts'
import { nextMorning, nextOpening } from '../time/business-time.ts'
import type { Decision, DecisionContext } from './decision.ts'
import type { ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { EscalationTarget, NextAction, OpenFollowUp } from './item.ts'
import { after, later, workflowFor } from './schedule.ts'

/*
 * Nothing depends on memory: an item whose due time went by without anybody acting climbs its workflow's ladder, and who stands on the
 * last rung hears of it again every business morning until somebody acts. To act is to record an outcome, to acknowledge or to write to
 * the person; taking an item is not enough, since a claim may lapse, nor is a note.
 *
 * An urgent item climbs the list of on-call contacts instead, one after the other, at any hour. After each round of the list the waits
 * double, up to a day, so that a weekend of silence does not bury its history.
 */

type Climb = Pick<OpenFollowUp, 'escalateAt' | 'escalationStep' | 'escalatedTo'>

const MINUTE = 60_000
const DAY_IN_MINUTES = 24 * 60

/** An item at the foot of its ladder: nobody was told yet. Counted from its due time, or from `at` where that went by already. */
export function startOfClimb(
  policy: Policy,
  item: Pick<OpenFollowUp, 'trigger' | 'urgency' | 'dueAt'>,
  at: Date,
): Climb {
  const from = later(item.dueAt, at)
  const [first] = workflowFor(policy, item.trigger).ladder
  const escalateAt = item.urgency === 'urgent' ? from : after(policy, from, first.after)
  return { escalateAt, escalationStep: 0, escalatedTo: null }
}

/** The one place that keeps the ladder's clock right, whatever an event did to an open item. */
export function climbing(
  before: OpenFollowUp,
  next: OpenFollowUp,
  event: ItemEvent,
  policy: Policy,
): OpenFollowUp {
  if (event.type === 'target-missed') return next
  if (isAct(event))
    return { ...next, ...startOfClimb(policy, next, actedUntil(next, event, policy)), ...calm(next) }
  const inNewHands = next.queue !== before.queue || next.urgency !== before.urgency
  const putOff = next.dueAt > before.dueAt
  const broughtForward = next.dueAt < before.dueAt && next.escalationStep === 0
  return inNewHands || putOff || broughtForward ? { ...next, ...startOfClimb(policy, next, event.at) } : next
}

function isAct(event: ItemEvent): boolean {
  return (
    event.type === 'outcome-recorded' ||
    event.type === 'acknowledged' ||
    (event.type === 'text-ordered' && event.by !== null)
  )
}

/** Whoever acknowledged a clinical item has the practice's clinical target to see to it. */
function actedUntil(item: OpenFollowUp, event: ItemEvent, policy: Policy): Date {
  if (event.type !== 'acknowledged' || item.queue !== 'licensed') return event.at
  return after(policy, event.at, { businessMinutes: policy.clinical.targetBusinessMinutes })
}

function calm({ escalation }: OpenFollowUp): Pick<OpenFollowUp, 'escalation'> {
  return { escalation: escalation?.why === 'overdue' ? null : escalation }
}

/** Nobody acted in time: the next one of the ladder hears it. While the person is not to be called again yet, it waits instead. */
export function targetMissed(
  acted: OpenFollowUp,
  item: OpenFollowUp,
  at: Date,
  { policy, restUntil }: DecisionContext,
): Decision {
  if (restsNow(item, at, restUntil))
    return { next: afterRest(item, restUntil, policy, at), history: [], effects: [] }
  const { to, who, next: escalateAt } = rungOf(policy, item, at)
  const step = item.escalationStep + 1
  return {
    next: {
      ...acted,
      escalation: item.escalation ?? { at, why: 'overdue' },
      ...{ escalateAt, escalationStep: step, escalatedTo: to },
    },
    history: [historyLine('target-missed', at, 'system', { step, to, ...(who === null ? {} : { who }) })],
    effects: [],
  }
}

/** Who hears it now, by name where a person is on call, and when the next one does. */
function rungOf(
  policy: Policy,
  item: OpenFollowUp,
  at: Date,
): { readonly to: EscalationTarget; readonly who: string | null; readonly next: Date } {
  const step = item.escalationStep
  if (item.urgency === 'urgent') {
    const contact = policy.onCall[step % policy.onCall.length]
    const rounds = Math.floor((step + 1) / Math.max(1, policy.onCall.length))
    const wait = Math.min(policy.clinical.escalateEveryMinutes * 2 ** rounds, DAY_IN_MINUTES)
    return {
      to: contact ? 'on-call' : 'licensed',
      who: contact?.name ?? null,
      next: new Date(at.getTime() + wait * MINUTE),
    }
  }
  const { ladder } = workflowFor(policy, item.trigger)
  const rung = ladder[Math.min(step, ladder.length - 1)] ?? ladder[0]
  const coming = ladder[step + 1]
  const next = coming ? after(policy, at, coming.after) : nextMorning(policy.calendar, at)
  if (rung.to === 'on-call') return { to: 'on-call', who: onCallFor(policy, item), next }
  // Assistants can do nothing about an item of the clinical team.
  return { to: rung.to === 'assistant' && item.queue === 'licensed' ? 'licensed' : rung.to, who: null, next }
}

/** The first on the on-call list who may work the item; anybody else on it rather than nobody. */
function onCallFor({ onCall }: Policy, { queue }: OpenFollowUp): string | null {
  const role = queue === 'licensed' ? 'licensed' : 'manager'
  return (onCall.find((contact) => contact.role === role) ?? onCall[0])?.name ?? null
}

/** What is done by calling the person; anything else on an item goes on while they rest. A call at an agreed time was asked for. */
export const RESTING_ACTIONS = ['call', 'call-back'] as const satisfies readonly NextAction[]

/** Whether an item waits because somebody tried to reach the person not long ago, about this or about something else. */
export function restsNow(item: OpenFollowUp, at: Date, restUntil: Date | null): restUntil is Date {
  if (restUntil === null || restUntil <= at) return false
  return item.urgency === 'routine' && item.queue !== 'licensed' && isCall(item.nextAction)
}

function isCall(action: NextAction): boolean {
  return RESTING_ACTIONS.some((call) => call === action)
}

/** Due again when the rest is over, and not before the practice opens. */
export function afterRest(item: OpenFollowUp, restUntil: Date, policy: Policy, at: Date): OpenFollowUp {
  const next = { ...item, dueAt: later(item.dueAt, nextOpening(policy.calendar, restUntil)) }
  return { ...next, ...startOfClimb(policy, next, at) }
}

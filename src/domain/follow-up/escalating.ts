import { haveTakenOver, nextHandover, onDuty } from '../alerting/on-duty.ts'
import type { OnCallContact, Policy } from '../policy/policy.ts'
import { nextMorning, nextOpening } from '../time/business-time.ts'
import type { Decision, DecisionContext } from './decision.ts'
import type { Effect, ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { EscalationTarget, FollowUp, NextAction, OpenFollowUp } from './item.ts'
import { after, clinicalTarget, later, workflowFor } from './schedule.ts'

/*
 * Nothing depends on memory: an item whose due time went by without anybody acting climbs its workflow's ladder, and who stands on the
 * last rung hears of it again every business morning until somebody acts. To act is to record an outcome, to acknowledge or to write to
 * the person; taking an item is not enough, since a claim may lapse, nor is a note.
 *
 * An urgent item climbs the list of those on call instead, from when it became urgent, one after the other, at any hour. Who is alerted in
 * vain is followed by the next one of the round at once. After each round of the list the waits double, up to a day, so that a weekend of
 * silence neither buries its history nor rings the same phone all night. Whoever comes on call begins the climb anew: to them it is new.
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
  if (raisesAlarm(before, next)) return { ...next, ...startOfAlarm(policy, event.at) }
  if (isAct(event))
    return { ...next, ...startOfClimb(policy, next, actedUntil(next, event, policy)), ...calm(next) }
  const inNewHands = next.queue !== before.queue || next.urgency !== before.urgency
  const putOff = next.dueAt > before.dueAt
  const anew = startOfClimb(policy, next, event.at)
  if (inNewHands || putOff) return { ...next, ...anew }
  const broughtForward = next.dueAt < before.dueAt && next.escalationStep === 0
  return broughtForward && anew.escalateAt < next.escalateAt ? { ...next, ...anew } : next
}

/**
 * Whether the alarm of an urgent item sounds, by words that were read or by a person: those on call are alerted, or are about to be. Once
 * it does, more of the same does not start it. After an act the flag may stay, but nobody is alerted for a while.
 */
export function alarmSounds(
  item: Pick<OpenFollowUp, 'escalation' | 'escalationStep' | 'escalateAt'>,
  at: Date,
  policy: Policy,
): boolean {
  const { escalation, escalationStep, escalateAt } = item
  return isAlarm(escalation) && (escalationStep > 0 || escalateAt <= startOfAlarm(policy, at).escalateAt)
}

function isAlarm(escalation: OpenFollowUp['escalation']): boolean {
  return escalation?.why === 'urgent-words' || escalation?.why === 'raised-as-urgent'
}

/** It became urgent, or something urgent came after somebody had seen to it. */
function raisesAlarm(before: Pick<OpenFollowUp, 'urgency' | 'escalation'>, next: OpenFollowUp): boolean {
  if (next.urgency !== 'urgent') return false
  // The very same entry, and not the same instant: much may happen in one.
  const isNew = next.escalation !== before.escalation
  return before.urgency !== 'urgent' || (isAlarm(next.escalation) && (isNew || !isAlarm(before.escalation)))
}

/** The first contact hears of what is urgent without waiting for its due time. */
function startOfAlarm(policy: Policy, at: Date): Climb {
  const escalateAt = new Date(at.getTime() + policy.clinical.alertAfterMinutes * MINUTE)
  return { escalateAt, escalationStep: 0, escalatedTo: null }
}

/** An item that was opened again with urgent words in the note. */
export function alarmed(decision: Decision, at: Date, policy: Policy): Decision {
  const { next } = decision
  if (next.status === 'closed' || !raisesAlarm({ urgency: next.urgency, escalation: null }, next))
    return decision
  return { ...decision, next: { ...next, ...startOfAlarm(policy, at) } }
}

function isAct(event: ItemEvent): boolean {
  return (
    event.type === 'outcome-recorded' ||
    event.type === 'acknowledged' ||
    event.type === 'alert-acknowledged' ||
    (event.type === 'text-ordered' && event.by !== null)
  )
}

/** Nobody on call needs to answer for an item that somebody acted on, or that is closed. @param next as the event left it. */
export function alertsEnd(next: FollowUp, event: ItemEvent): readonly Effect[] {
  if (next.status !== 'closed' && !isAct(event) && event.type !== 'routing-lowered') return []
  const by = 'by' in event ? event.by : null
  const acknowledged =
    event.type === 'alert-acknowledged'
      ? { by: event.who ?? event.role, means: event.means }
      : typeof by === 'string'
        ? { by, means: 'act' as const }
        : null
  return [{ type: 'end-alerts', at: event.at, acknowledged }]
}

/**
 * Whoever acknowledged a clinical item has the practice's clinical target to see to it; where it is urgent, by the clock, since what
 * cannot wait does not wait for the next morning in the hands of somebody who pressed a key. Who did something else about an urgent one
 * has its urgent target, also where that had gone by: they would be called about it in the next minute otherwise.
 */
function actedUntil(item: OpenFollowUp, event: ItemEvent, policy: Policy): Date {
  const acknowledged = event.type === 'acknowledged' || event.type === 'alert-acknowledged'
  const isUrgent = item.urgency === 'urgent'
  if (acknowledged && item.queue === 'licensed') {
    const { targetBusinessMinutes: minutes } = policy.clinical
    return after(policy, event.at, isUrgent ? { minutes } : { businessMinutes: minutes })
  }
  return isUrgent ? clinicalTarget(policy, true, event.at) : event.at
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
  const anew = item.urgency === 'urgent' && haveTakenOver(policy, item.escalateAt, at)
  const climbed = anew ? { ...item, escalationStep: 0 } : item
  const { to, contact, next: escalateAt } = rungOf(policy, climbed, at)
  const step = climbed.escalationStep + 1
  // What is urgent is told before it is late.
  const late = item.dueAt <= at
  const kind = late ? 'target-missed' : 'on-call-alerted'
  const who = contact?.name ?? null
  return {
    next: {
      ...acted,
      lastAction: kind,
      escalation: item.escalation ?? (late ? { at, why: 'overdue' } : null),
      ...{ escalateAt, escalationStep: step, escalatedTo: to },
    },
    history: [historyLine(kind, at, 'system', { step, to, ...(who === null ? {} : { who }) })],
    effects: contact ? [{ type: 'alert-on-call', at, contact, step, urgent: item.urgency === 'urgent' }] : [],
  }
}

/** An alert was in vain: the next contact of the same round hears of it now, and not sooner than a minute after the last one. */
export function alertFailed(
  acted: OpenFollowUp,
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'alert-failed' }>,
  policy: Policy,
): OpenFollowUp {
  const { at, alertedAt, step, inVain, why } = event
  const isLatest = item.urgency === 'urgent' && item.escalationStep === step
  // Where the list has changed since, those on it now have not been called at all.
  const roundIsOver = why !== 'not-on-call' && step % Math.max(1, onDuty(policy, at).length) === 0
  if (!inVain || !isLatest || roundIsOver) return acted
  const soon = later(at, new Date(alertedAt.getTime() + MINUTE))
  return { ...acted, escalateAt: soon < item.escalateAt ? soon : item.escalateAt }
}

/** Who hears it now, by name where a person is on call, and when the next one does. */
function rungOf(
  policy: Policy,
  item: OpenFollowUp,
  at: Date,
): { readonly to: EscalationTarget; readonly contact: OnCallContact | null; readonly next: Date } {
  const step = item.escalationStep
  if (item.urgency === 'urgent') {
    const contacts = onDuty(policy, at)
    const contact = contacts[step % contacts.length] ?? null
    const rounds = Math.floor((step + 1) / Math.max(1, contacts.length))
    const wait = Math.min(policy.clinical.escalateEveryMinutes * 2 ** rounds, DAY_IN_MINUTES)
    return { to: contact ? 'on-call' : 'licensed', contact, next: untilHandover(policy, at, wait) }
  }
  const { ladder } = workflowFor(policy, item.trigger)
  const rung = ladder[Math.min(step, ladder.length - 1)] ?? ladder[0]
  const coming = ladder[step + 1]
  const next = coming ? after(policy, at, coming.after) : nextMorning(policy.calendar, at)
  if (rung.to === 'on-call') return { to: 'on-call', contact: onCallFor(policy, item, at), next }
  // Assistants can do nothing about an item of the clinical team.
  const to = rung.to === 'assistant' && item.queue === 'licensed' ? 'licensed' : rung.to
  return { to, contact: null, next }
}

/** A wait, in minutes, that ends when others come on call, though not sooner than a minute after the last alert. */
function untilHandover(policy: Policy, at: Date, wait: number): Date {
  const next = new Date(at.getTime() + wait * MINUTE)
  const handover = nextHandover(policy, at)
  return handover !== null && handover < next ? later(handover, new Date(at.getTime() + MINUTE)) : next
}

/** The first of those on call who may work the item; anybody else of them rather than nobody. */
function onCallFor(policy: Policy, { queue }: OpenFollowUp, at: Date): OnCallContact | null {
  const contacts = onDuty(policy, at)
  const role = queue === 'licensed' ? 'licensed' : 'manager'
  return contacts.find((contact) => contact.role === role) ?? contacts[0] ?? null
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

import type { Policy } from '../policy/policy.ts'
import type { Effect, HistoryLine, ItemEvent, Opening } from './events.ts'
import { historyLine, lineOf } from './history.ts'
import type { ClosedFollowUp, FollowUp, NextAction, OpenFollowUp } from './item.ts'
import { OUTCOME_RULES } from './outcomes.ts'
import { earlier, endCadence, moreSevere, routeByReading, routeToListener } from './routing.ts'
import { cadenceAt, dueTime, startCadence, targetTime, workflowFor } from './schedule.ts'
import { unreachable, type Language } from './words.ts'

/** What a fact makes of an item: its next state, the lines for its history, and the orders that follow. */
export type Decision = {
  readonly next: FollowUp
  readonly history: readonly HistoryLine[]
  readonly effects: readonly Effect[]
}

/** What `decide` must know besides item and event. */
export type DecisionContext = {
  readonly policy: Policy
  /** whether the consent ledger allows a text about this item now; without it, text steps of the cadence are passed over */
  readonly mayText: boolean
}

/**
 * Opens an item for somebody who called or wrote. Every request becomes an item with an owner (its queue), a due time and a
 * next action, before anything else is known.
 */
export function openItem(
  opening: Opening,
  event: { readonly at: Date; readonly language: Language; readonly kind: 'call' | 'text' },
  policy: Policy,
): OpenFollowUp {
  const workflow = workflowFor(policy, opening.trigger)
  const reachable = opening.contactId !== null
  return {
    ...opening,
    status: 'new-request',
    queue: workflow.queue,
    urgency: 'routine',
    heard: 'nothing-to-hear',
    reason: opening.trigger,
    language: event.language,
    receivedAt: event.at,
    dueAt: targetTime(policy, workflow, event.at),
    nextAction: event.kind === 'text' ? 'read-reply' : reachable ? 'call-back' : 'find-number',
    lastAction: event.kind === 'text' ? 'text-received' : 'call-missed',
    lastActionAt: event.at,
    attempts: 0,
    repeatContacts: 0,
    // Somebody who wrote to us is waiting for a person, not for reminders.
    cadence:
      event.kind === 'text'
        ? { state: 'ended', step: 0, why: 'replied' }
        : startCadence(policy, workflow, event.at, reachable),
    hearBy: null,
    escalation: null,
    ownerId: null,
    claimedUntil: null,
    policyVersion: policy.version,
    version: 0,
  }
}

/**
 * The one place where an item changes. Pure: the same item, event and policy always give the same decision.
 * A closed item takes what still arrives for it (a late delivery status, a transcript) into its history without reopening;
 * a new call or text from its contact opens a new item instead (casework decides which item an event is for).
 */
export function decide(item: FollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const change = item.status === 'closed' ? noteOnClosed(item, event) : changeOpen(item, event, context)
  return { ...change, next: { ...change.next, version: item.version + 1 } }
}

/** The first line of a new item's history is the event that opened it. */
export function decideOpening(item: OpenFollowUp, event: ItemEvent, context: DecisionContext): Decision {
  if (event.type === 'call-missed') {
    return { next: item, history: [lineOf(event)], effects: [] }
  }
  // A text is read when it opens an item just as when it joins one.
  const decision = changeOpen(item, event, context)
  return { ...decision, next: { ...decision.next, repeatContacts: 0 } }
}

function noteOnClosed(item: ClosedFollowUp, event: ItemEvent): Decision {
  return { next: item, history: [lineOf(event)], effects: [] }
}

function changeOpen(item: OpenFollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const history = [lineOf(event)]
  const acted = { ...item, lastAction: lineOf(event).kind, lastActionAt: event.at }
  const plain = (next: FollowUp, effects: readonly Effect[] = []): Decision => ({ next, history, effects })
  const { policy } = context
  const workflow = workflowFor(policy, item.trigger)

  switch (event.type) {
    case 'call-missed':
      // Calling again brings the due time forward, never back, and shows how often the person tried.
      return {
        history: history.map((entry) => ({ ...entry, kind: 'called-again' as const })),
        effects: [],
        next: {
          ...acted,
          lastAction: 'called-again',
          ...backFromWaiting(item, 'call-back'),
          repeatContacts: item.repeatContacts + 1,
          dueAt: earlier(item.dueAt, targetTime(policy, workflow, event.at)),
        },
      }
    case 'language-chosen':
      return plain({ ...acted, language: event.language })
    case 'text-agreed':
      return plain(acted)
    case 'voicemail-left': {
      const hearBy = new Date(event.at.getTime() + policy.voicemail.transcriptWithinMinutes * 60_000)
      const told = event.transcribed ? acted : { ...acted, heard: 'not-heard-yet' as const, hearBy }
      return plain(event.openHours || item.trigger !== 'missed-call' ? told : asAfterHours(told, policy))
    }
    case 'no-voicemail':
      return plain({ ...acted, hearBy: null })
    case 'voicemail-transcribed': {
      const heard = event.reliable
        ? { ...acted, heard: 'heard' as const, hearBy: null }
        : routeToListener(acted, policy, event.at)
      return routeByReading({ next: heard, history, effects: [] }, item, event.reading, event.at, policy)
    }
    case 'transcription-failed':
    case 'transcript-overdue':
      return plain(item.heard === 'not-heard-yet' ? routeToListener(acted, policy, event.at) : acted)
    case 'text-received': {
      const answered: OpenFollowUp = {
        ...acted,
        ...backFromWaiting(item, 'read-reply'),
        nextAction: item.queue === 'licensed' ? item.nextAction : 'read-reply',
        repeatContacts: item.repeatContacts + 1,
        dueAt: earlier(item.dueAt, targetTime(policy, workflow, event.at)),
        cadence: endCadence(item, 'replied'),
      }
      // A picture may show a wound as well as a form: nobody but licensed staff opens it.
      const reading =
        event.mediaCount > 0 && event.reading.class === 'none'
          ? { ...event.reading, class: 'clinical' as const }
          : event.reading
      const stop: Effect[] =
        item.cadence.state === 'running' ? [{ type: 'cancel-texts', why: 'replied' }] : []
      return routeByReading({ next: answered, history, effects: stop }, item, reading, event.at, policy)
    }
    case 'opted-out':
      return plain({ ...acted, cadence: withoutTexts(item, context) }, [
        { type: 'cancel-texts', why: 'opted-out' },
      ])
    case 'opted-in-again':
      return plain(acted)
    case 'wrong-number-reported':
      return plain(
        {
          ...acted,
          status: item.queue === 'licensed' ? item.status : 'waiting-on-internal-review',
          nextAction: item.queue === 'licensed' ? item.nextAction : 'find-number',
          cadence: endCadence(item, 'opted-out'),
        },
        [{ type: 'cancel-texts', why: 'wrong-number' }],
      )
    case 'touch-due':
      return touch(acted, item, event.at, context)
    case 'text-held':
    case 'text-refused':
    case 'text-sent':
    case 'text-unknown':
    case 'text-delivered':
      return plain(acted)
    case 'text-undelivered':
    case 'text-failed':
      // The person may never have seen it: staff call instead of waiting for an answer.
      return plain({
        ...acted,
        ...backFromWaiting(item, 'call-back'),
        escalation: item.escalation ?? { at: event.at, why: 'undelivered' },
      })
    case 'outcome-recorded':
      return recordOutcome(item, event, { policy, history, acted })
    case 'note-added':
      return routeByReading({ next: acted, history, effects: [] }, item, event.reading, event.at, policy)
    case 'claimed':
      return plain({ ...acted, ownerId: event.by, claimedUntil: event.until })
    case 'released':
      return plain({ ...acted, ownerId: null, claimedUntil: null })
    case 'acknowledged':
      return plain({ ...acted, ownerId: event.by, escalation: null })
    default:
      return unreachable(event)
  }
}

function touch(acted: OpenFollowUp, item: OpenFollowUp, at: Date, context: DecisionContext): Decision {
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
    effects.push({ type: 'plan-text', step: step.id, wording: step.wording, language: item.language, at })
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
  if (cadence.state === 'ended' && cadence.why === 'completed') {
    history.push(historyLine('cadence-ended', at, 'system', { why: 'completed' }))
    // Attempts are used up: a person decides how the item is closed. The last call keeps its own due time until it is made.
    if (step?.do !== 'call' && item.attempts > 0 && item.queue !== 'licensed') {
      next = {
        ...next,
        status: workflow.afterCadence.status,
        queue: workflow.afterCadence.queue,
        nextAction: 'decide-closure',
        dueAt: dueTime(
          policy,
          workflow,
          { businessDays: workflow.afterCadence.businessDays },
          { at, cadence, agreed: null },
        ),
      }
    }
  }
  return { next, history, effects }
}

function recordOutcome(
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'outcome-recorded' }>,
  given: { policy: Policy; history: readonly HistoryLine[]; acted: OpenFollowUp },
): Decision {
  const rule = OUTCOME_RULES[event.outcome]
  const workflow = workflowFor(given.policy, item.trigger)
  const cadence =
    rule.cadence === 'ends' ? endCadence(item, rule.next === 'closed' ? 'closed' : 'outcome') : item.cadence
  const attempts = item.attempts + (rule.attempt ? 1 : 0)
  const effects: Effect[] = []
  if (rule.stopsTexts) effects.push({ type: 'cancel-texts', why: rule.stopsTexts })
  else if (rule.cadence === 'ends') effects.push({ type: 'cancel-texts', why: 'closed' })
  if (rule.next === 'closed') {
    const { dueAt: _due, nextAction: _next, ...facts } = given.acted
    const next: ClosedFollowUp = {
      ...facts,
      status: 'closed',
      attempts,
      cadence,
      hearBy: null,
      claimedUntil: null,
      outcome: event.outcome,
      closingNote: event.note,
      closedAt: event.at,
    }
    return { next, history: given.history, effects }
  }
  const open: OpenFollowUp = {
    ...given.acted,
    attempts,
    cadence,
    status: rule.next.status,
    queue: rule.next.queue === 'same' ? item.queue : rule.next.queue,
    urgency: moreSevere(item.urgency, rule.next.urgency ?? 'routine'),
    nextAction: rule.next.nextAction,
    dueAt: dueTime(given.policy, workflow, rule.next.due, {
      at: event.at,
      cadence,
      agreed: event.callbackAt,
    }),
    claimedUntil: null,
    escalation: null,
  }
  // What an assistant writes down may itself be clinical ("she says her chest hurts").
  return routeByReading(
    { next: open, history: given.history, effects },
    item,
    event.reading,
    event.at,
    given.policy,
  )
}

/** A message left while the practice was closed follows its own workflow, from when the call came in. */
function asAfterHours(item: OpenFollowUp, policy: Policy): OpenFollowUp {
  const trigger = 'after-hours-voicemail'
  const workflow = workflowFor(policy, trigger)
  const begun = item.cadence.state === 'ended' || item.cadence.step > 0
  return {
    ...item,
    trigger,
    reason: trigger,
    dueAt: targetTime(policy, workflow, item.receivedAt),
    cadence: begun ? item.cadence : startCadence(policy, workflow, item.receivedAt, item.contactId !== null),
  }
}

/** Opted out of texts, the person is still owed the callback: only the text steps fall away. */
function withoutTexts(item: OpenFollowUp, context: DecisionContext): OpenFollowUp['cadence'] {
  if (item.cadence.state === 'ended') return item.cadence
  const workflow = workflowFor(context.policy, item.trigger)
  const callsLeft = workflow.cadence.some((step, index) => step.do === 'call' && index >= item.cadence.step)
  return callsLeft ? item.cadence : endCadence(item, 'opted-out')
}

/** Somebody we waited for spoke up, so we are the ones to act again. */
function backFromWaiting(
  item: OpenFollowUp,
  nextAction: NextAction,
): Pick<OpenFollowUp, 'status' | 'nextAction'> {
  return item.status === 'waiting-on-patient' || item.status === 'scheduled'
    ? { status: 'callback-needed', nextAction }
    : { status: item.status, nextAction: item.nextAction }
}

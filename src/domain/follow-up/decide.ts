import { FACT_RULES } from '../contact/facts.ts'
import type { Policy } from '../policy/policy.ts'
import type { Decision, DecisionContext } from './decision.ts'
import type { Effect, HistoryLine, ItemEvent } from './events.ts'
import { lineOf } from './history.ts'
import type { FollowUp, OpenFollowUp } from './item.ts'
import { heardByPerson, outcomeRecorded } from './attempts.ts'
import { calledAgain, spokeWithPractice } from './calling-again.ts'
import { removed, reopened } from './closing.ts'
import { alarmed, alertFailed, alertsEnd, climbing, targetMissed } from './escalating.ts'
import { requestJoined, requestOpened, requestWithdrawn } from './needs.ts'
import { numberLost, sendingGoesOn, textHeld, textLost } from './not-told.ts'
import { textLeft } from './reminders.ts'
import { readSoon, replyOverdue, replyReceived } from './replies.ts'
import { lowered, raised } from './raising.ts'
import { earlier, endCadence, readAgain, readByAfter, routeByReading, routeToListener } from './routing.ts'
import { startCadence, targetTime, workflowFor } from './schedule.ts'
import { touchDue } from './touches.ts'
import { unreachable } from './words.ts'

/**
 * The one place where an item changes. Pure: the same item, event and policy always give the same decision.
 * A closed item takes what still arrives for it (a late delivery status) into its history and opens again only when a person says so; a
 * call, a text or a voicemail of its contact goes to another open item or opens one (casework decides which item an event is for).
 */
export function decide(item: FollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const { policy } = context
  if (item.status === 'closed') {
    if (event.type === 'reopened') return alarmed(reopened(item, event, policy), event.at, policy)
    return { next: { ...item, version: item.version + 1 }, history: [lineOf(event)], effects: [] }
  }
  const {
    next: changed,
    history,
    effects: ordered,
  } = withRest(changeOpen(item, event, context), event, context)
  const effects = [...ordered, ...alertsEnd(changed, event)]
  // A text that is not to leave any more is not waited for either.
  const next = effects.some(({ type }) => type === 'cancel-texts') ? sendingGoesOn(changed) : changed
  // Whoever held an item in one queue does not keep it in another.
  const owner = next.queue === item.queue ? {} : { ownerId: null, claimedUntil: null }
  // A message that waits to be heard comes before whatever else came in.
  const unheard = item.nextAction === 'listen-to-voicemail' && next.heard === 'not-heard-yet'
  const version = item.version + 1
  // Licensed staff work by a clock of their own.
  const replyBy = next.queue === 'licensed' ? null : next.replyBy
  if (next.status === 'closed') return { next: { ...next, version }, history, effects }
  const nextAction = unheard ? item.nextAction : next.nextAction
  // What leaves no line in the history leaves the rules it names as they are, so that the first line under other rules can say so.
  const policyVersion = history.length === 0 ? item.policyVersion : policy.version
  const readBy = readByAfter(item, event, policy)
  const decided = { ...next, ...owner, nextAction, replyBy, policyVersion, readBy, version }
  return { next: climbing(item, decided, event, policy), history: underRules(item, history, policy), effects }
}

/** The first line that is written under other rules than those before says so. */
function underRules(
  item: OpenFollowUp,
  history: readonly HistoryLine[],
  { version }: Policy,
): readonly HistoryLine[] {
  const [first, ...rest] = history
  if (!first || item.policyVersion === version) return history
  const detail = { ...first.detail, policy: version, policyBefore: item.policyVersion }
  return [{ ...first, detail }, ...rest]
}

/** Whoever gets in touch may be called back at once, however lately somebody tried to reach them. */
function withRest(decision: Decision, event: ItemEvent, { restUntil }: DecisionContext): Decision {
  const inTouch =
    event.type === 'call-missed' ||
    event.type === 'call-answered' ||
    event.type === 'text-received' ||
    (event.type === 'request-received' && event.source === 'form')
  if (!inTouch || restUntil === null) return decision
  return { ...decision, effects: [...decision.effects, { type: 'rest-contact', until: null }] }
}

/** The first line of a new item's history is the event that opened it. */
export function decideOpening(item: OpenFollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const { next, history } = opening(item, event, context)
  const { effects } = withRest({ next, history, effects: [] }, event, context)
  const climbs = next.status === 'closed' ? next : climbing(item, next, event, context.policy)
  return { next: climbs, history, effects }
}

function opening(item: OpenFollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const history = [lineOf(event)]
  if (event.type === 'call-missed') return { next: item, history, effects: [] }
  if (event.type === 'request-received')
    return requestOpened({ acted: item, history }, item, event, context.policy)
  // A text is read when it opens an item just as when it joins one; but nobody has replied to anything yet.
  const decision = changeOpen(item, event, context)
  const { next } = decision
  const cadence = next.urgency === 'routine' ? item.cadence : next.cadence
  return { ...decision, next: { ...next, cadence, repeatContacts: 0 } }
}

function changeOpen(item: OpenFollowUp, event: ItemEvent, context: DecisionContext): Decision {
  const entry = lineOf(event)
  const history = [entry]
  const acted = { ...item, lastAction: entry.kind, lastActionAt: event.at }
  const plain = (next: FollowUp, effects: readonly Effect[] = []): Decision => ({ next, history, effects })
  const { policy } = context

  switch (event.type) {
    case 'call-missed':
      return {
        history: [{ ...entry, kind: 'called-again' }],
        effects: [],
        next: { ...calledAgain(item, event.at, policy), lastAction: 'called-again', lastActionAt: event.at },
      }
    case 'call-answered':
      return plain(
        { ...acted, ...spokeWithPractice(item), cadence: endCadence(item, 'spoke-with-practice') },
        [{ type: 'cancel-texts', why: 'spoke-with-practice' }],
      )
    case 'language-chosen':
      return plain({ ...acted, language: event.language })
    case 'text-agreed':
      return plain(acted)
    case 'voicemail-left': {
      const hearBy = new Date(event.at.getTime() + policy.voicemail.transcriptWithinMinutes * 60_000)
      const told: OpenFollowUp = event.transcribed
        ? acted
        : { ...acted, heard: 'not-heard-yet', hearBy: item.hearBy ? earlier(item.hearBy, hearBy) : hearBy }
      const fresh =
        item.status === 'new-request' && item.urgency === 'routine' && item.trigger === 'missed-call'
      const placed = fresh && !event.openHours ? asAfterHours(told, policy) : told
      return plain(event.transcribed || event.readable ? placed : routeToListener(placed, policy, event.at))
    }
    case 'no-voicemail':
      // An earlier message of the same item may still wait to be heard.
      return plain(acted)
    case 'voicemail-transcribed': {
      const heard = event.reliable
        ? heardByMachine(acted, event.othersUnheard)
        : event.heardByPerson
          ? acted
          : routeToListener(acted, policy, event.at)
      return routeByReading({ next: heard, history, effects: [] }, item, event.reading, event.at, policy)
    }
    case 'transcription-failed':
      return plain(event.heardByPerson ? acted : routeToListener(acted, policy, event.at))
    case 'transcript-overdue':
      return plain(routeToListener(acted, policy, event.at))
    case 'text-received': {
      const change = replyReceived({ acted, history }, item, event, policy)
      return { ...change, next: readSoon(change.next, event.at, policy) }
    }
    case 'opted-out':
      return plain({ ...acted, cadence: withoutTexts(item, context) }, [
        { type: 'cancel-texts', why: 'opted-out' },
      ])
    case 'opted-in-again':
      return plain(acted)
    case 'wrong-number-reported':
      return numberLost(acted, item, history)
    case 'contact-fact-set':
      return FACT_RULES[event.fact].lost ? numberLost(acted, item, history) : plain(acted)
    case 'reply-overdue':
      return plain(replyOverdue(acted, event.at))
    case 'text-ordered': {
      const { step, content, language, at, by } = event
      // Whoever writes to the person has read what they wrote.
      const next = event.by === null ? acted : { ...acted, replyBy: null }
      return plain(next, [{ type: 'plan-text', step, content, language, at, by }])
    }
    case 'touch-due':
      return touchDue(acted, item, event.at, context)
    case 'text-held':
      return plain(textHeld(acted, event.at, event.until))
    case 'text-canceled':
    case 'text-refused':
    case 'text-unknown':
    case 'text-delivered':
      return plain(sendingGoesOn(acted))
    case 'text-sent':
      return textLeft({ acted: sendingGoesOn(acted), history }, event.at, context)
    case 'text-undelivered':
    case 'text-failed':
      return plain(textLost(acted, event.at))
    case 'outcome-recorded':
      return outcomeRecorded(item, event, { policy, history, acted })
    case 'note-added':
      return event.licensed
        ? plain(acted)
        : routeByReading({ next: acted, history, effects: [] }, item, event.reading, event.at, policy)
    case 'request-received':
      return requestJoined({ acted, history }, item, event, policy)
    case 'request-withdrawn':
      return requestWithdrawn({ acted, history }, event)
    case 'target-missed':
      return targetMissed(acted, item, event.at, context)
    case 'removed':
      return removed({ acted, history }, item, event, policy)
    case 'reopened':
      // Somebody else was quicker.
      return { next: item, history: [], effects: [] }
    case 'routing-raised':
      return raised({ acted, history }, item, event, policy)
    case 'routing-lowered':
      return lowered({ acted, history }, item, event, policy)
    case 'words-read-again':
      return readAgain({ acted, history }, item, event, policy)
    case 'claimed':
      return plain({ ...acted, ownerId: event.by, claimedUntil: event.until })
    case 'released':
      return plain({ ...acted, ownerId: null, claimedUntil: null })
    case 'alert-failed':
      return plain(alertFailed(acted, item, event, policy))
    case 'alert-acknowledged':
      return plain({ ...acted, replyBy: null, escalation: null })
    case 'acknowledged':
      return plain({
        ...acted,
        ...(item.nextAction === 'listen-to-voicemail' ? heardByPerson(item) : {}),
        ownerId: event.by,
        claimedUntil: null,
        replyBy: null,
        escalation: null,
      })
    default:
      return unreachable(event)
  }
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
    queue: item.queue === 'licensed' ? 'licensed' : workflow.queue,
    sensitive: item.sensitive || workflow.sensitive,
    dueAt: earlier(item.dueAt, targetTime(policy, workflow, item.receivedAt)),
    cadence: begun ? item.cadence : startCadence(policy, workflow, item.receivedAt, item.contactId !== null),
  }
}

/** A machine read this voicemail. The item counts as heard when that was the last one that waited. */
function heardByMachine(item: OpenFollowUp, othersUnheard: boolean): OpenFollowUp {
  if (othersUnheard) return item
  const waited = item.nextAction === 'listen-to-voicemail'
  return {
    ...item,
    heard: 'heard',
    hearBy: null,
    // It stays where it is: only a licensed person moves it back.
    nextAction: waited ? (item.queue === 'licensed' ? 'licensed-review' : 'call-back') : item.nextAction,
    escalation: item.escalation?.why === 'not-heard' ? null : item.escalation,
  }
}

/** Opted out of texts, the person is still owed the callback: only the text steps fall away. */
function withoutTexts(item: OpenFollowUp, context: DecisionContext): OpenFollowUp['cadence'] {
  if (item.cadence.state === 'ended') return item.cadence
  const workflow = workflowFor(context.policy, item.trigger)
  const callsLeft = workflow.cadence.some((step, index) => step.do === 'call' && index >= item.cadence.step)
  return callsLeft ? item.cadence : endCadence(item, 'opted-out')
}

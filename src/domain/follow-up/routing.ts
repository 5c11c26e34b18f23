import type { ClinicalReading } from '../clinical/detect.ts'
import { lexiconVersion } from '../clinical/version.ts'
import type { Policy } from '../policy/policy.ts'
import { addBusinessMinutes } from '../time/business-time.ts'
import { alarmSounds } from './escalating.ts'
import type { Effect, HistoryLine, ItemEvent } from './events.ts'
import { historyLine } from './history.ts'
import type { CadenceEnd, Escalation, FollowUp, OpenFollowUp } from './item.ts'
import { clinicalTarget } from './schedule.ts'
import { URGENCIES, type Urgency } from './words.ts'

type Change = {
  readonly next: FollowUp
  readonly history: readonly HistoryLine[]
  readonly effects: readonly Effect[]
}

/**
 * Clinical words move the item to licensed staff and end every automatic text; nothing but a licensed person moves it back.
 * @param change what the event did so far. @param before the item as it was.
 */
export function routeByReading(
  change: Change,
  before: OpenFollowUp,
  reading: ClinicalReading,
  at: Date,
  policy: Policy,
): Change {
  const { next } = change
  if (reading.class === 'none' || next.status === 'closed') return change
  const routed = toLicensed(next, before, { urgency: reading.class, alarm: 'urgent-words' }, at, policy)
  const { spans: matched, discounted, lexicon } = reading
  const line = historyLine(
    'routed-to-clinical',
    at,
    'system',
    { urgency: routed.urgency, lexicon },
    { matched, discounted },
  )
  return {
    next: routed,
    history: [...change.history, line],
    effects: [...change.effects, { type: 'cancel-texts', why: 'clinical' }],
  }
}

/** With licensed staff, never less urgent than it was, and without a cadence. What is urgent sounds the alarm, once (escalating.ts). */
export function toLicensed(
  next: OpenFollowUp,
  before: OpenFollowUp,
  said: { readonly urgency: Urgency; readonly alarm: Escalation },
  at: Date,
  policy: Policy,
): OpenFollowUp {
  const urgency = moreSevere(before.urgency, said.urgency)
  // Clinical words bring the due time forward, never back.
  const dueAt = earlier(next.dueAt, clinicalTarget(policy, urgency === 'urgent', at))
  const alarm = said.urgency === 'urgent' && !alarmSounds(before, at, policy)
  return {
    ...next,
    status: 'routed-to-clinical',
    queue: 'licensed',
    urgency,
    nextAction: next.nextAction === 'listen-to-voicemail' ? next.nextAction : 'licensed-review',
    dueAt,
    cadence: endCadence(before, 'clinical'),
    escalation: alarm ? { at, why: said.alarm } : next.escalation,
  }
}

/**
 * Words that were there before, read by the word lists that count now. Only what they find is told, and it can only raise: what is with
 * licensed staff is judged by them.
 */
export function readAgain(
  { acted, history }: { readonly acted: OpenFollowUp; readonly history: readonly HistoryLine[] },
  item: OpenFollowUp,
  event: Extract<ItemEvent, { type: 'words-read-again' }>,
  policy: Policy,
): Change {
  if (event.reading.class === 'none' || item.queue === 'licensed')
    return { next: item, history: [], effects: [] }
  return routeByReading({ next: acted, history, effects: [] }, item, event.reading, event.at, policy)
}

/** By which word lists an item's words are read after an event: by one version all of them, or else by none that can be named. */
export function readByAfter(item: OpenFollowUp, event: ItemEvent, policy: Policy): string {
  if (!('reading' in event)) return item.readBy
  // What they were really read by: the practice's own words may have changed again meanwhile.
  if (event.type === 'words-read-again') return event.reading.lexicon
  const version = lexiconVersion(policy.clinical.words)
  return item.readBy === version ? version : ''
}

/** No machine could read the voicemail, so a person must listen: it goes to whom the practice chose, by default licensed staff. */
export function routeToListener(item: OpenFollowUp, policy: Policy, at: Date): OpenFollowUp {
  const queue =
    item.queue === 'licensed' || item.urgency !== 'routine' ? 'licensed' : policy.voicemail.notHeardQueue
  return {
    ...item,
    heard: 'not-heard-yet',
    queue,
    status: queue === 'licensed' ? 'routed-to-clinical' : item.status,
    nextAction: 'listen-to-voicemail',
    hearBy: null,
    dueAt: earlier(
      item.dueAt,
      addBusinessMinutes(policy.calendar, at, policy.voicemail.hearWithinBusinessMinutes),
    ),
    escalation: item.escalation ?? { at, why: 'not-heard' },
  }
}

/** The cadence stopped for good; a cadence that had ended keeps its first reason. */
export function endCadence(item: OpenFollowUp, why: CadenceEnd): OpenFollowUp['cadence'] {
  return item.cadence.state === 'ended' ? item.cadence : { state: 'ended', step: item.cadence.step, why }
}

export function moreSevere(a: Urgency, b: Urgency): Urgency {
  return URGENCIES.indexOf(a) >= URGENCIES.indexOf(b) ? a : b
}

export function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b
}

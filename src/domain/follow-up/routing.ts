import type { ClinicalReading } from '../clinical/detect.ts'
import type { Policy } from '../policy/policy.ts'
import { addBusinessMinutes } from '../time/business-time.ts'
import type { Effect, HistoryLine } from './events.ts'
import { historyLine } from './history.ts'
import type { CadenceEnd, FollowUp, OpenFollowUp } from './item.ts'
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
  const urgency = moreSevere(before.urgency, reading.class)
  const escalated = before.escalation?.why === 'urgent-words'
  return {
    next: {
      ...next,
      status: 'routed-to-clinical',
      queue: 'licensed',
      urgency,
      nextAction: next.nextAction === 'listen-to-voicemail' ? next.nextAction : 'licensed-review',
      // Clinical words bring the due time forward, never back.
      dueAt: earlier(next.dueAt, clinicalTarget(policy, urgency === 'urgent', at)),
      cadence: endCadence(before, 'clinical'),
      // Once raised it climbs from then on; more of the same words do not start it again.
      escalation: reading.class === 'urgent' && !escalated ? { at, why: 'urgent-words' } : next.escalation,
    },
    history: [
      ...change.history,
      historyLine(
        'routed-to-clinical',
        at,
        'system',
        { urgency, lexicon: reading.lexicon },
        {
          matched: reading.spans,
          discounted: reading.discounted,
        },
      ),
    ],
    effects: [...change.effects, { type: 'cancel-texts', why: 'clinical' }],
  }
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

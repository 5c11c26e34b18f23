import { lexiconVersion } from '../clinical/version.ts'
import type { Policy } from '../policy/policy.ts'
import { startOfClimb } from './escalating.ts'
import type { Opening } from './events.ts'
import type { OpenFollowUp } from './item.ts'
import { firstCallFor } from './needs.ts'
import { later, startCadence, targetTime, workflowFor } from './schedule.ts'
import type { Language } from './words.ts'

const OPENED_BY = {
  call: 'call-missed',
  text: 'text-received',
  note: 'note-added',
  request: 'request-received',
} as const

/**
 * Opens an item for somebody who called or wrote, or of whose need we were told. Every request becomes an item with an owner (its
 * queue), a due time and a next action, before anything else is known.
 */
export function openItem(
  opening: Opening,
  event: { readonly at: Date; readonly language: Language; readonly kind: keyof typeof OPENED_BY },
  policy: Policy,
): OpenFollowUp {
  const { notBefore, ...place } = opening
  const { trigger } = place
  const workflow = workflowFor(policy, trigger)
  const reachable = place.contactId !== null
  const from = later(event.at, notBefore ?? event.at)
  const dueAt = targetTime(policy, workflow, from)
  const call = event.kind === 'request' ? firstCallFor(trigger) : 'call-back'
  return {
    ...place,
    earlierId: place.earlierId ?? null,
    sensitive: workflow.sensitive || place.sensitive === true,
    status: 'new-request',
    queue: workflow.queue,
    urgency: 'routine',
    heard: 'nothing-to-hear',
    reason: trigger,
    language: event.language,
    receivedAt: event.at,
    dueAt,
    nextAction: event.kind === 'text' ? 'read-reply' : reachable ? call : 'find-number',
    lastAction: OPENED_BY[event.kind],
    lastActionAt: event.at,
    attempts: 0,
    repeatContacts: 0,
    unansweredTexts: 0,
    lastAttemptAt: null,
    cadence: startCadence(policy, workflow, from, reachable),
    hearBy: null,
    replyBy: null,
    escalation: null,
    ...startOfClimb(policy, { trigger, urgency: 'routine', dueAt }, event.at),
    ownerId: null,
    claimedUntil: null,
    policyVersion: policy.version,
    readBy: lexiconVersion(policy.clinical.words),
    version: 0,
  }
}

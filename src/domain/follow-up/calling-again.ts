import type { Policy } from '../policy/policy.ts'
import { addBusinessMinutes } from '../time/business-time.ts'
import type { NextAction, OpenFollowUp } from './item.ts'
import { earlier } from './routing.ts'
import { targetTime, workflowFor } from './schedule.ts'

/* The person gets in touch again while their item is open: nobody waits twice, and whoever keeps trying is called back sooner. */

/** Calling again brings the due time forward, never back; whoever keeps calling is called back before others. */
export function calledAgain(item: OpenFollowUp, at: Date, policy: Policy): OpenFollowUp {
  const { raiseAfter, dueWithinBusinessMinutes } = policy.repeats
  const repeatContacts = item.repeatContacts + 1
  const raised = repeatContacts >= raiseAfter
  const target = targetTime(policy, workflowFor(policy, item.trigger), at)
  const soon = addBusinessMinutes(policy.calendar, at, dueWithinBusinessMinutes)
  return {
    ...item,
    ...backFromWaiting(item, 'call-back'),
    repeatContacts,
    unansweredTexts: 0,
    dueAt: earlier(item.dueAt, raised ? earlier(soon, target) : target),
    escalation: item.escalation ?? (raised ? { at, why: 'repeat-contacts' } : null),
  }
}

/**
 * The person reached somebody. What they settled is not known here, so a person decides whether the item is done; what is clinical or
 * booked stays as it is.
 */
export function spokeWithPractice(item: OpenFollowUp): Partial<OpenFollowUp> {
  if (item.queue === 'licensed' || item.status === 'scheduled') return { unansweredTexts: 0 }
  return { status: 'waiting-on-internal-review', nextAction: 'decide-closure', unansweredTexts: 0 }
}

/** Somebody we waited for spoke up, so we are the ones to act again. */
export function backFromWaiting(
  item: OpenFollowUp,
  nextAction: NextAction,
): Pick<OpenFollowUp, 'status' | 'nextAction'> {
  const waited = item.status === 'waiting-on-patient' || item.status === 'scheduled'
  return waited || item.nextAction === 'decide-closure'
    ? { status: 'callback-needed', nextAction }
    : { status: item.status, nextAction: item.nextAction }
}

import type { OnCallContact, Policy } from '../policy/policy.ts'
import { isOpen, nextChange } from '../time/business-time.ts'

/** Who of the practice's on-call list is on call at an instant, in the order of the list. */
export function onDuty({ onCall, calendar }: Policy, at: Date): readonly OnCallContact[] {
  const now = isOpen(calendar, at) ? 'open' : 'closed'
  return onCall.filter(({ when }) => when === 'always' || when === now)
}

/** When others are on call than at an instant; null: they are the same at all times. */
export function nextHandover(policy: Policy, at: Date): Date | null {
  return policy.onCall.every(({ when }) => when === 'always') ? null : nextChange(policy.calendar, at)
}

/** Whether somebody is on call at an instant who was not just before an earlier one. */
export function haveTakenOver(policy: Policy, since: Date, at: Date): boolean {
  const before = onDuty(policy, new Date(since.getTime() - 1))
  return onDuty(policy, at).some((contact) => !before.includes(contact))
}

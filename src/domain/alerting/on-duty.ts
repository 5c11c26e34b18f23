import type { OnCallContact, Policy } from '../policy/policy.ts'
import { isOpen } from '../time/business-time.ts'

/** Who of the practice's on-call list is on call at an instant, in the order of the list. */
export function onDuty({ onCall, calendar }: Policy, at: Date): readonly OnCallContact[] {
  const now = isOpen(calendar, at) ? 'open' : 'closed'
  return onCall.filter(({ when }) => when === 'always' || when === now)
}

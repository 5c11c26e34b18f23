import type { ConsentKind, Scope } from '../consent/ledger.ts'
import type { FollowUp } from '../follow-up/item.ts'

/** What other systems may be told of, as their subscriptions name it. */
export const HAPPENINGS = [
  'follow-up.opened',
  'follow-up.escalated',
  'follow-up.closed',
  'consent.changed',
] as const
export type HappeningName = (typeof HAPPENINGS)[number]

/**
 * One thing that happened, as another system hears it. It holds what is needed to ask for more with a key of the right scope, and
 * nothing that a patient said: an endpoint is somebody else's log file.
 */
export type Happening = {
  readonly type: HappeningName
  readonly at: Date
  /** the practices that it is about: who subscribed to none of them hears nothing of it */
  readonly clinics: readonly string[]
  readonly data: Readonly<Record<string, string | number | null>>
}

/** What other systems hear of a change. `before` is null for an item that was just opened. Usually nothing, seldom two things. */
export function happeningsOf(before: FollowUp | null, after: FollowUp, at: Date): Happening[] {
  const told = (type: HappeningName): Happening => ({
    type,
    at,
    clinics: [after.clinicId],
    data: itemInBrief(after),
  })
  const escalated =
    after.escalation !== null && after.escalation.at.getTime() !== before?.escalation?.at.getTime()
  return [
    ...(before === null ? [told('follow-up.opened')] : []),
    ...(escalated ? [told('follow-up.escalated')] : []),
    ...(after.status === 'closed' && before?.status !== 'closed' ? [told('follow-up.closed')] : []),
  ]
}

/**
 * A line that was added to the ledger of a number: consent belongs to a number, and is asked for by it.
 * @param contact.phone E.164
 * @param contact.clinics the practices with which the number was in touch
 */
export function consentChanged(
  contact: { readonly phone: string; readonly clinics: readonly string[] },
  line: { readonly kind: ConsentKind; readonly scope: Scope | 'all'; readonly basis: string },
  at: Date,
): Happening {
  const { kind, scope, basis } = line
  return {
    ...{ type: 'consent.changed', at, clinics: contact.clinics },
    data: { phone: contact.phone, kind, scope, basis },
  }
}

function itemInBrief(item: FollowUp): Happening['data'] {
  return {
    id: item.id,
    clinic: item.clinicId,
    line: item.lineId,
    trigger: item.trigger,
    status: item.status,
    queue: item.queue,
    urgency: item.urgency,
    escalation: item.escalation?.why ?? null,
    dueAt: item.status === 'closed' ? null : item.dueAt.toISOString(),
    outcome: item.status === 'closed' ? item.outcome : null,
    closedAt: item.status === 'closed' ? item.closedAt.toISOString() : null,
  }
}

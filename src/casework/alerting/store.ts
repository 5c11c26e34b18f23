import { randomInt, randomUUID } from 'node:crypto'
import type { StaffAlert } from '../../../prisma/generated/client.ts'
import { freeCode } from '../../domain/alerting/code.ts'
import { languageOf, type AlertState } from '../../domain/alerting/words.ts'
import type { Effect } from '../../domain/follow-up/events.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import { ALERT_MEANS, type AlertMeans, type OnCallContact } from '../../domain/policy/policy.ts'
import type { Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import { assignments } from '../columns.ts'

/** One way of an alert. `at`: when it is to leave, or when its state last changed. */
export type Way = {
  readonly state: AlertState
  readonly at: Date
  readonly tries: number
  readonly sid: string | null
}

/** How the call or the text of an alert stands. */
export function wayOf(alert: StaffAlert, means: AlertMeans): Way {
  // The CHECKs of the table hold the words.
  return means === 'call'
    ? { state: alert.callState as AlertState, at: alert.callAt, tries: alert.callTries, sid: alert.callSid }
    : { state: alert.textState as AlertState, at: alert.textAt, tries: alert.textTries, sid: alert.textSid }
}

/** Changes one way of an alert. To be called under the lock of its item. */
export async function changeWay(
  tx: Tx,
  alertId: string,
  means: AlertMeans,
  change: Partial<Way> & { readonly at: Date },
): Promise<void> {
  const columns = Object.entries(change).map(([name, value]) => [`${means}_${name}`, value] as const)
  await tx.$executeRaw`
    UPDATE staff_alert SET ${assignments(Object.fromEntries(columns))} WHERE id = ${alertId}::uuid`
}

/** Somebody is not told more often than this of items that are only overdue: after a quiet week there may be dozens. */
const OVERDUE_EVERY_MS = 60 * 60_000

/**
 * Writes an alert down and puts its call and its text into the queue, in the transaction of the step that calls for it. What is overdue
 * and not urgent is told by text where the contact takes texts, once an hour.
 */
export async function planAlert(
  deps: Casework,
  tx: Tx,
  item: FollowUp,
  { at, contact, step, urgent }: Extract<Effect, { type: 'alert-on-call' }>,
): Promise<void> {
  const { phone, role, name } = contact
  // So that no two open alerts of one phone get the same code.
  await lockPhone(tx, phone)
  const open = await tx.staffAlert.findMany({ where: { phone, endedAt: null }, select: { code: true } })
  if (!urgent && (await toldLately(tx, phone, at))) return
  const policy = deps.practices.policy(item.clinicId)
  const ways = waysOf(contact, urgent)
  const stateOf = (means: AlertMeans): AlertState => (ways.includes(means) ? 'waiting' : 'not-used')
  const id = randomUUID()
  await tx.staffAlert.create({
    data: {
      ...{ id, followUpId: item.id, clinicId: item.clinicId, itemVersion: item.version, step, urgent },
      ...{ contactName: name, contactRole: role, phone, language: languageOf(contact, policy) },
      code: freeCode(
        open.map(({ code }) => code),
        randomInt(1_000_000) / 1_000_000,
      ),
      ...{ textState: stateOf('text'), textAt: at, callState: stateOf('call'), callAt: at, createdAt: at },
    },
  })
  for (const means of ways) await deps.jobs.enqueue(tx, `alert-${means}`, id, at)
}

/** Until the transaction ends, nothing else about alerts of this phone is decided. To be taken after contact and item. */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ringback alert'), hashtext(${phone}))`
}

async function toldLately(tx: Tx, phone: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - OVERDUE_EVERY_MS)
  return (await tx.staffAlert.count({ where: { phone, urgent: false, createdAt: { gt: since } } })) > 0
}

function waysOf({ by }: OnCallContact, urgent: boolean): readonly AlertMeans[] {
  if (!urgent && by.includes('text')) return ['text']
  return ALERT_MEANS.filter((means) => by.includes(means))
}

/**
 * Ends the open alerts of an item: somebody has it, or it is closed. Every act asks for it, also on an item that never was alerted about:
 * whether one is open only this table knows, since the item's own climb may have begun anew meanwhile.
 */
export async function endAlerts(
  tx: Tx,
  followUpId: string,
  { at, acknowledged }: Extract<Effect, { type: 'end-alerts' }>,
): Promise<void> {
  const ended = assignments({
    endedAt: at,
    acknowledgedAt: acknowledged ? at : undefined,
    acknowledgedBy: acknowledged?.by,
    acknowledgedMeans: acknowledged?.means,
  })
  await tx.$executeRaw`
    UPDATE staff_alert SET ${ended} WHERE follow_up_id = ${followUpId}::uuid AND ended_at IS NULL`
}

/** When the first alert of an item left that nobody has acknowledged; null: there is none. */
export async function alertedSince(tx: Tx, followUpId: string): Promise<Date | null> {
  const { _min } = await tx.staffAlert.aggregate({
    where: { followUpId, endedAt: null },
    _min: { createdAt: true },
  })
  return _min.createdAt
}

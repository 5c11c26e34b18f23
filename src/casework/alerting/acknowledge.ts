import type { StaffAlert } from '../../../prisma/generated/client.ts'
import type { AcknowledgedBy } from '../../domain/alerting/words.ts'
import { TAKE_CALL_KEY } from '../../domain/calling/call-flow.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import type { OnCallContact } from '../../domain/policy/policy.ts'
import type { Tx } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'
import type { Desk } from '../record.ts'
import { onAlert } from './on-alert.ts'
import { alertedSince, changeWay } from './store.ts'

/** How a pressed key was taken: it counts, it came too late, it is asked for again, or it was the last try. */
export type KeyAnswer = 'taken' | 'taken-before' | 'again' | 'bye'

/**
 * Whoever picked up a call of ours pressed a key. A second delivery of the same press gets the same answer.
 * @param press.turn whether the words were heard for the first or the second time.
 */
export async function alertKeyPressed(
  deps: Casework,
  press: {
    readonly id: string
    readonly callSid: string
    readonly digits: string
    readonly turn: 1 | 2
  },
): Promise<KeyAnswer> {
  const { id, callSid, digits, turn } = press
  const receipt = `alert-key:${callSid}:${String(turn)}:${digits}`
  const { answer } = await onAlert<KeyAnswer>(deps, id, receipt, async (desk, { alert, item }) => {
    if (digits !== TAKE_CALL_KEY) return turn === 1 ? 'again' : 'bye'
    if (!item) throw new NotFound('The practice of this alert is in no clinic file.')
    const taken = await acknowledgeAlert(desk, alert, item, 'key')
    return taken === 'alerted-anew' ? 'bye' : taken
  })
  return answer ?? 'bye'
}

/** How somebody's word that they have an item was taken. */
type Acknowledgement =
  | 'taken'
  /** somebody else had acted on it already, or it is closed */
  | 'taken-before'
  /** it answers an alert that is over, and the item was alerted again since: nobody has said yet that they have that */
  | 'alerted-anew'

/**
 * Somebody on call says that they have an item. It is theirs to see to from now on, and nobody else is alerted about it. Who says so twice,
 * by key and by code, hears both times that it is theirs; but for the first time nothing changes.
 */
export async function acknowledgeAlert(
  desk: Desk,
  alert: StaffAlert,
  item: FollowUp,
  means: Exclude<AcknowledgedBy, 'act'>,
): Promise<Acknowledgement> {
  const { at, tx } = desk
  const way = means === 'key' ? 'call' : 'text'
  await changeWay(tx, alert.id, way, { state: 'reached', at })
  if (item.status === 'closed') return 'taken-before'
  if (alert.endedAt !== null) return takenBefore(tx, alert)
  await desk.apply(item, {
    ...{ type: 'alert-acknowledged', at, means },
    ...{ who: alert.contactName, role: alert.contactRole as OnCallContact['role'] },
    alertedAt: (await alertedSince(tx, item.id)) ?? alert.createdAt,
  })
  await tx.auditEntry.create({
    data: {
      ...{ at, actor: 'on-call', action: 'alert-acknowledged', subject: `follow-up:${item.id}` },
      detail: { alert: alert.id, means },
    },
  })
  return 'taken'
}

async function takenBefore(
  tx: Tx,
  { followUpId, contactName, contactRole }: StaffAlert,
): Promise<Acknowledgement> {
  const latest = await tx.staffAlert.findFirst({ where: { followUpId }, orderBy: { itemVersion: 'desc' } })
  if (latest?.endedAt === null) return 'alerted-anew'
  const byPhone = latest?.acknowledgedMeans === 'key' || latest?.acknowledgedMeans === 'code'
  return byPhone && latest.acknowledgedBy === (contactName ?? contactRole) ? 'taken' : 'taken-before'
}

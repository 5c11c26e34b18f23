import type { StaffAlert } from '../../../prisma/generated/client.ts'
import type { AcknowledgedBy } from '../../domain/alerting/words.ts'
import { TAKE_CALL_KEY } from '../../domain/calling/call-flow.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import type { OnCallContact } from '../../domain/policy/policy.ts'
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
    return acknowledgeAlert(desk, alert, item, 'key')
  })
  return answer ?? 'bye'
}

/**
 * Somebody on call says that they have an item. It is theirs to see to from now on, and nobody else is alerted about it.
 * @returns `taken-before` when somebody had acted on it already, or it is closed: then nothing changes.
 */
export async function acknowledgeAlert(
  desk: Desk,
  alert: StaffAlert,
  item: FollowUp,
  means: Exclude<AcknowledgedBy, 'act'>,
): Promise<'taken' | 'taken-before'> {
  const { at, tx } = desk
  const way = means === 'key' ? 'call' : 'text'
  await changeWay(tx, alert.id, way, { state: 'reached', at })
  if (alert.endedAt !== null || item.status === 'closed') return 'taken-before'
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

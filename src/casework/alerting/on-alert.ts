import type { StaffAlert } from '../../../prisma/generated/client.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'
import { record, type Desk, type Recorded } from '../record.ts'

/** An alert and the item it is about; null: the item stands still, since its practice is in no clinic file. */
export type AlertOfItem = { readonly alert: StaffAlert; readonly item: FollowUp | null }

/**
 * Records something about an alert under the locks of its contact and its item, which every change of either takes.
 * @param receipt the carrier's own id of what it tells; null for what cannot come twice.
 * @throws NotFound when there is no such alert.
 */
export async function onAlert<Answer extends string>(
  deps: Casework,
  id: string,
  receipt: string | null,
  work: (desk: Desk, about: AlertOfItem) => Promise<Answer | null>,
): Promise<Recorded<Answer>> {
  const found = await deps.db.staffAlert.findUnique({
    where: { id },
    select: { followUpId: true, followUp: { select: { contactId: true } } },
  })
  if (!found) throw new NotFound('This alert is not known here.')
  const incident = { receipt, at: deps.clock.now(), contact: { id: found.followUp.contactId } }
  return record(deps, incident, async (desk) => {
    const item = await desk.item(found.followUpId)
    const alert = await desk.tx.staffAlert.findUniqueOrThrow({ where: { id } })
    return work(desk, { alert, item })
  })
}

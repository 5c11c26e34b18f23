import type { HistoryLine, ItemEvent } from '../../domain/follow-up/events.ts'
import { appendHistory } from '../item-store.ts'
import { textsOnTheWay } from '../message-store.ts'
import type { Desk } from '../record.ts'

/**
 * Lets what is now known of a number reach its open items, of every practice of the installation: the number is the same for all.
 * @param told.line what their history says of it; null: the event says it.
 * @param told.event what else it does to an item of which so many texts are with the carrier already; null: nothing.
 */
export async function tellOpenItems(
  desk: Desk,
  contactId: string,
  told: {
    readonly line: HistoryLine | null
    readonly event: ((onTheWay: number) => ItemEvent) | null
  },
): Promise<void> {
  const open = await desk.tx.followUp.findMany({
    where: { contactId, status: { not: 'closed' } },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  const leaving = await textsOnTheWay(desk.tx, contactId, desk.at)
  for (const { id } of open) {
    const item = await desk.item(id)
    if (!item) continue
    if (told.line) await appendHistory(desk.tx, id, [told.line])
    const onTheWay = leaving.filter(({ followUpId }) => followUpId === id).length
    if (told.event) await desk.apply(item, told.event(onTheWay))
  }
}

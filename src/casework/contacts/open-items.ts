import type { ItemEvent } from '../../domain/follow-up/events.ts'
import { textsOnTheWay } from '../message-store.ts'
import type { Desk } from '../record.ts'

/**
 * Lets what is now known of a number reach its open items, of every practice of the installation: the number is the same for all.
 * @param event what it is to an item of which so many texts are with the carrier already.
 * @param except the item whose own event tells of it.
 */
export async function tellOpenItems(
  desk: Desk,
  contactId: string,
  event: (onTheWay: number) => ItemEvent,
  except: string | null = null,
): Promise<void> {
  const open = await desk.tx.followUp.findMany({
    where: { contactId, status: { not: 'closed' } },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  const leaving = await textsOnTheWay(desk.tx, contactId, desk.at)
  for (const { id } of open) {
    const item = id === except ? null : await desk.item(id)
    if (!item) continue
    const onTheWay = leaving.filter(({ followUpId }) => followUpId === id).length
    await desk.apply(item, event(onTheWay))
  }
}

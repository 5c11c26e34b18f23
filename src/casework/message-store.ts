import { randomUUID } from 'node:crypto'
import type { Effect } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { WAITING } from '../domain/texting/delivery.ts'
import { renderWording } from '../domain/texting/wording.ts'
import type { Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'

/**
 * Writes a text down and puts its sending into the queue. It has not been allowed yet: the gate is asked when it is about to
 * leave. One text per step of an item, ever: a second order for the same step writes nothing.
 */
export async function planText(
  deps: Casework,
  tx: Tx,
  item: FollowUp,
  order: Extract<Effect, { type: 'plan-text' }>,
): Promise<void> {
  if (!item.contactId) return
  const policy = deps.practices.policy(item.clinicId)
  const wording = renderWording(policy, order.wording, order.language)
  const contact = await tx.contact.findUniqueOrThrow({
    where: { id: item.contactId },
    select: { phone: true },
  })
  const id = randomUUID()
  const { count } = await tx.message.createMany({
    data: [
      {
        id,
        direction: 'out',
        state: 'planned',
        clinicId: item.clinicId,
        lineId: item.lineId,
        contactId: item.contactId,
        followUpId: item.id,
        phone: contact.phone,
        purpose: policy.wordings[order.wording]?.purpose ?? null,
        step: order.step,
        language: wording.language,
        wordingVersion: `${order.wording}@${wording.version}`,
        body: wording.text,
        notBefore: order.at,
        createdAt: order.at,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 1) await deps.jobs.enqueue(tx, 'send-text', id, order.at)
}

/**
 * Stops every text that has not left: for an opt-out or a wrong number all texts to the contact, whichever item or clinic
 * they belong to; otherwise those of this item. A text on the wire can no longer be stopped.
 */
export async function cancelTexts(
  tx: Tx,
  item: FollowUp,
  why: Extract<Effect, { type: 'cancel-texts' }>['why'],
): Promise<void> {
  if (why === 'opted-out' || why === 'wrong-number') {
    if (item.contactId) await cancelTextsOf(tx, item.contactId, why)
    return
  }
  await tx.message.updateMany({
    where: { followUpId: item.id, state: { in: [...WAITING] } },
    data: { state: 'canceled', refusal: why },
  })
}

/** Stops every text to a contact that has not left. */
export async function cancelTextsOf(tx: Tx, contactId: string, why: string): Promise<void> {
  await tx.message.updateMany({
    where: { contactId, state: { in: [...WAITING] } },
    data: { state: 'canceled', refusal: why },
  })
}

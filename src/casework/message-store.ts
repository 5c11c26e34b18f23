import { randomUUID } from 'node:crypto'
import type { Effect } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { WAITING } from '../domain/texting/delivery.ts'
import { composeText } from '../domain/texting/wording.ts'
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
  const text = composeText(policy, order.content, order.language)
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
        purpose: text.purpose,
        step: order.step,
        language: text.language,
        wordingVersion: text.wordingVersion,
        body: text.body,
        sentBy: order.by,
        notBefore: order.at,
        createdAt: order.at,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 1) await deps.jobs.enqueue(tx, 'send-text', id, order.at)
}

/** A text that the history of its item must tell of. */
export type ToldText = { readonly id: string; readonly followUpId: string | null }

/**
 * Stops the texts of an item that have not left. An outcome that leaves the item open ends its reminders, and not what a colleague
 * wrote. A text on the wire can no longer be stopped.
 */
export async function cancelTextsOfItem(tx: Tx, item: FollowUp, why: string): Promise<void> {
  const onlyReminders = why === 'closed' && item.status !== 'closed'
  await tx.message.updateMany({
    where: { followUpId: item.id, state: { in: [...WAITING] }, ...(onlyReminders ? { sentBy: null } : {}) },
    data: { state: 'canceled', refusal: why },
  })
}

/** Stops every text to a contact that has not left, whichever item or clinic it belongs to. */
export function cancelTextsOf(tx: Tx, contactId: string, why: string): Promise<ToldText[]> {
  return tx.message.updateManyAndReturn({
    where: { contactId, state: { in: [...WAITING] } },
    data: { state: 'canceled', refusal: why },
    select: { id: true, followUpId: true },
  })
}

/** The carrier gives a text up after so long at the most. Source: Twilio, Message resource, ValidityPeriod. */
const LONGEST_ON_THE_WAY_MS = 36_000_000

/** Texts to a contact that the carrier has, or is being handed, and that have not arrived: nothing can stop them any more. */
export function textsOnTheWay(tx: Tx, contactId: string, at: Date): Promise<ToldText[]> {
  return tx.message.findMany({
    where: {
      contactId,
      direction: 'out',
      state: { in: ['sending', 'sent', 'unknown'] },
      claimedAt: { gt: new Date(at.getTime() - LONGEST_ON_THE_WAY_MS) },
    },
    select: { id: true, followUpId: true },
  })
}

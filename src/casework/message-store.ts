import { randomUUID } from 'node:crypto'
import { Prisma, type FollowUp as ItemRow, type Message } from '../../prisma/generated/client.ts'
import { HELP_STEP } from '../domain/consent/asked.ts'
import type { Effect } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { WAITING } from '../domain/texting/delivery.ts'
import { composeText } from '../domain/texting/wording.ts'
import type { Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { assignments, partOf, selection } from './columns.ts'
import { itemOf } from './item-store.ts'

/** A text with the item that it belongs to, if any. */
export type TextOfItem = { readonly message: Message; readonly item: FollowUp | null }

const [TEXT, ITEM] = [Prisma.MessageScalarFieldEnum, Prisma.FollowUpScalarFieldEnum]
const [OF_TEXT, OF_ITEM] = ['text.', 'item.']
/** What to select from `TEXT_AND_ITEM` for `textOfRow`. */
export const TEXT_AND_ITEM_COLUMNS = Prisma.sql`
  ${selection(TEXT, 'message', OF_TEXT)}, ${selection(ITEM, 'item', OF_ITEM)}`
export const TEXT_AND_ITEM = Prisma.sql`message LEFT JOIN follow_up AS item ON item.id = message.follow_up_id`

export function textOfRow(row: Readonly<Record<string, unknown>>): TextOfItem {
  const message = partOf(row, TEXT, OF_TEXT) as Omit<Message, 'leftAt'> & { leftAt: Date[] | null }
  const item = message.followUpId === null ? null : itemOf(partOf(row, ITEM, OF_ITEM) as ItemRow)
  // Prisma's own reading makes an empty list of it as well.
  return { message: { ...message, leftAt: message.leftAt ?? [] }, item }
}

/**
 * A text and its item in one statement. Under the lock of the contact, which every change of either takes, they stay as they are.
 * Throws when there is no such text.
 */
export async function textOfItem(tx: Tx, id: string): Promise<TextOfItem> {
  const [row] = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT ${TEXT_AND_ITEM_COLUMNS} FROM ${TEXT_AND_ITEM} WHERE message.id = ${id}::uuid`
  if (!row) throw new Error('The text is gone; texts are never deleted while somebody works on them')
  return textOfRow(row)
}

/** What sending changes of a text. */
export type TextChange = Partial<
  Pick<
    Message,
    | 'state'
    | 'sid'
    | 'notBefore'
    | 'claimedAt'
    | 'claimedBy'
    | 'sentAt'
    | 'settledAt'
    | 'errorCode'
    | 'refusal'
    | 'tries'
    | 'leftAt'
  >
> & { readonly verdict?: Prisma.Sql }

/**
 * Locks a text's contact and then its item and itself, like every other change, and finds it when neither is another than was seen.
 * As the parts of a statement; the last, `same`, holds the item's id.
 */
export function lockUnchanged({ message, item }: TextOfItem): [name: string, part: Prisma.Sql][] {
  return [
    ['held', Prisma.sql`SELECT FROM contact WHERE id = ${message.contactId}::uuid FOR UPDATE`],
    // What it waited for is seen all the same: a locked row is read again in its newest version.
    [
      'same',
      Prisma.sql`
        SELECT item.id FROM held, message JOIN follow_up AS item ON item.id = message.follow_up_id
        WHERE message.id = ${message.id}::uuid AND message.state = ${message.state} AND message.tries = ${message.tries}
          AND message.sid IS NOT DISTINCT FROM ${message.sid} AND item.version = ${item?.version}
        FOR UPDATE OF item, message`,
    ],
  ]
}

/** The statement that changes a text, to be run by itself or as part of another. */
export function textUpdate(id: string, change: TextChange): Prisma.Sql {
  return Prisma.sql`UPDATE message SET ${assignments(change)} WHERE id = ${id}::uuid`
}

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
 * Stops the texts of an item that have not left. An outcome that leaves the item open ends its reminders, and neither what a colleague
 * wrote nor the answer to HELP. A text on the wire can no longer be stopped.
 */
export async function cancelTextsOfItem(tx: Tx, item: FollowUp, why: string): Promise<void> {
  const onlyReminders =
    why === 'reminders-unanswered' || why === 'superseded' || (why === 'closed' && item.status !== 'closed')
  const reminder = { sentBy: null, NOT: { step: { startsWith: HELP_STEP } } }
  await tx.message.updateMany({
    where: { followUpId: item.id, state: { in: [...WAITING] }, ...(onlyReminders ? reminder : {}) },
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

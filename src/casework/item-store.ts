import { Prisma, type FollowUp as Row } from '../../prisma/generated/client.ts'
import type { HistoryLine } from '../domain/follow-up/events.ts'
import type {
  Cadence,
  CadenceEnd,
  Escalation,
  FollowUp,
  LastAction,
  NextAction,
} from '../domain/follow-up/item.ts'
import type {
  Heard,
  Language,
  OpenStatus,
  Outcome,
  Queue,
  Trigger,
  Urgency,
} from '../domain/follow-up/words.ts'
import type { Db, Tx } from '../platform/db.ts'
import { CHANGES_CHANNEL } from './changes.ts'

/**
 * Loads one item and locks it until the transaction ends, so that two changes follow one another.
 * The contact's lock is always taken before (record.ts), never after.
 */
export async function lockItem(tx: Tx, id: string): Promise<FollowUp | null> {
  await tx.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.followUp.findUnique({ where: { id } })
  return row && fromRow(row)
}

/** One item as it is now, not locked: for showing what would happen, never for changing it. */
export async function itemById(db: Db, id: string): Promise<FollowUp | null> {
  const row = await db.followUp.findUnique({ where: { id } })
  return row && fromRow(row)
}

/** The open items of a contact in a clinic, newest first. Call it under the contact's lock. */
export async function openItemsOf(tx: Tx, contactId: string, clinicId: string): Promise<FollowUp[]> {
  const rows = await tx.followUp.findMany({
    where: { contactId, clinicId, status: { not: 'closed' } },
    orderBy: { receivedAt: 'desc' },
    take: 20,
  })
  return rows.map(fromRow)
}

/** For so long after its end somebody who writes goes on from what was closed. */
const GOES_ON_MS = 30 * 86_400_000

/** The closed item that a contact without an open one in this clinic goes on from at `at`; null when there is none, or long ago. */
export async function earlierItemOf(
  tx: Tx,
  contactId: string,
  clinicId: string,
  at: Date,
): Promise<string | null> {
  const since = new Date(at.getTime() - GOES_ON_MS)
  const [latest] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM follow_up WHERE contact_id = ${contactId}::uuid AND clinic_id = ${clinicId}
      AND status = 'closed' AND closed_at >= ${since}
      AND NOT EXISTS (SELECT 1 FROM follow_up open WHERE open.contact_id = ${contactId}::uuid
        AND open.clinic_id = ${clinicId} AND open.status <> 'closed')
    ORDER BY closed_at DESC LIMIT 1`
  return latest?.id ?? null
}

/** Writes a new item; the database gives it its number. */
export async function insertItem(tx: Tx, item: FollowUp): Promise<void> {
  await tx.followUp.create({ data: { id: item.id, ...toColumns(item), receivedAt: item.receivedAt } })
}

/** Saves an item that was locked by this transaction. Throws when another change came between, which the lock rules out. */
export async function saveItem(tx: Tx, item: FollowUp): Promise<void> {
  const { count } = await tx.followUp.updateMany({
    where: { id: item.id, version: item.version - 1 },
    data: toColumns(item),
  })
  if (count !== 1) throw new Error(`Item ${item.id} was changed by somebody else while it was locked`)
}

/** Writes lines of an item's history and tells every process that the item changed, in one statement. */
export async function appendHistory(
  tx: Tx,
  followUpId: string,
  lines: readonly HistoryLine[],
): Promise<void> {
  // Raw, because Prisma plans a createMany anew each time, and every webhook writes history.
  const rows = lines.map(
    ({ at, kind, actor, detail, clinical }) => Prisma.sql`(${followUpId}::uuid, ${at}, ${kind}, ${actor},
      ${JSON.stringify(detail)}::jsonb, ${clinical ? JSON.stringify(clinical) : null}::jsonb)`,
  )
  if (rows.length === 0) return tellOf(tx, followUpId)
  // The same notice is told once for a transaction, however many lines it has.
  await tx.$executeRaw`
    INSERT INTO history (follow_up_id, at, kind, actor, detail, clinical) VALUES ${Prisma.join(rows)}
    RETURNING pg_notify(${CHANGES_CHANNEL}, ${followUpId})`
}

/** Tells every process that something about an item changed. */
export async function tellOf(tx: Tx, followUpId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANGES_CHANNEL}, ${followUpId})`
}

function toColumns(item: FollowUp) {
  const closed = item.status === 'closed'
  return {
    clinicId: item.clinicId,
    lineId: item.lineId,
    contactId: item.contactId,
    trigger: item.trigger,
    status: item.status,
    queue: item.queue,
    urgency: item.urgency,
    heard: item.heard,
    reason: item.reason,
    language: item.language,
    dueAt: closed ? null : item.dueAt,
    nextAction: closed ? null : item.nextAction,
    lastAction: item.lastAction,
    lastActionAt: item.lastActionAt,
    attempts: item.attempts,
    repeatContacts: item.repeatContacts,
    cadenceStep: item.cadence.step,
    nextTouchAt: item.cadence.state === 'running' ? item.cadence.nextTouchAt : null,
    cadenceEnded: item.cadence.state === 'ended' ? item.cadence.why : null,
    hearBy: item.hearBy,
    replyBy: item.replyBy,
    earlierId: item.earlierId,
    escalatedAt: item.escalation?.at ?? null,
    escalation: item.escalation?.why ?? null,
    ownerId: item.ownerId,
    claimedUntil: item.claimedUntil,
    outcome: closed ? item.outcome : null,
    closingNote: closed ? item.closingNote : null,
    closedAt: closed ? item.closedAt : null,
    policyVersion: item.policyVersion,
    version: item.version,
  }
}

/** The CHECKs of the table hold the words and the pairs, so a row that was read is a valid item. */
function fromRow(row: Row): FollowUp {
  const facts = {
    id: row.id,
    clinicId: row.clinicId,
    lineId: row.lineId,
    contactId: row.contactId,
    trigger: row.trigger as Trigger,
    queue: row.queue as Queue,
    urgency: row.urgency as Urgency,
    heard: row.heard as Heard,
    reason: row.reason,
    language: row.language as Language,
    receivedAt: row.receivedAt,
    lastAction: row.lastAction as LastAction,
    lastActionAt: row.lastActionAt,
    attempts: row.attempts,
    repeatContacts: row.repeatContacts,
    cadence: cadenceOf(row),
    hearBy: row.hearBy,
    replyBy: row.replyBy,
    earlierId: row.earlierId,
    escalation: row.escalatedAt && { at: row.escalatedAt, why: row.escalation as Escalation },
    ownerId: row.ownerId,
    claimedUntil: row.claimedUntil,
    policyVersion: row.policyVersion,
    version: row.version,
  }
  if (row.status !== 'closed') {
    return {
      ...facts,
      status: row.status as OpenStatus,
      dueAt: present(row.dueAt),
      nextAction: present(row.nextAction) as NextAction,
    }
  }
  return {
    ...facts,
    status: 'closed',
    outcome: present(row.outcome) as Outcome,
    closingNote: present(row.closingNote),
    closedAt: present(row.closedAt),
  }
}

function cadenceOf(row: Row): Cadence {
  return row.nextTouchAt
    ? { state: 'running', step: row.cadenceStep, nextTouchAt: row.nextTouchAt }
    : { state: 'ended', step: row.cadenceStep, why: present(row.cadenceEnded) as CadenceEnd }
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('A column that the CHECKs of follow_up require is empty')
  return value
}

import { Prisma, type FollowUp as Row } from '../../prisma/generated/client.ts'
import type { HistoryLine } from '../domain/follow-up/events.ts'
import type {
  Cadence,
  CadenceEnd,
  Escalation,
  EscalationTarget,
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
import { assignments, json, oneRow, selection } from './columns.ts'

const COLUMNS = selection(Prisma.FollowUpScalarFieldEnum, 'follow_up')

/**
 * Loads one item and locks it until the transaction ends, so that two changes follow one another.
 * The contact's lock is always taken before (record.ts), never after.
 */
export async function lockItem(tx: Tx, id: string): Promise<FollowUp | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM follow_up WHERE id = ${id}::uuid FOR UPDATE`
  return row ? itemOf(row) : null
}

/** One item as it is now, not locked: for showing what would happen, never for changing it. */
export async function itemById(db: Db, id: string): Promise<FollowUp | null> {
  const row = await db.followUp.findUnique({ where: { id } })
  return row && itemOf(row)
}

/** The open items of a contact in a clinic, newest first. Under the contact's lock, which every change of them takes, they stay as they are. */
export async function openItemsOf(tx: Tx, contactId: string, clinicId: string): Promise<FollowUp[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM follow_up
    WHERE contact_id = ${contactId}::uuid AND clinic_id = ${clinicId} AND status <> 'closed'
    ORDER BY received_at DESC LIMIT 20`
  return rows.map(itemOf)
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

/** Writes a new item with the first lines of its history, and tells every process of it. The database gives it its number. */
export async function insertItem(tx: Tx, item: FollowUp, history: readonly HistoryLine[]): Promise<void> {
  const columns = { id: item.id, receivedAt: item.receivedAt, ...toColumns(item) }
  await writeItem(tx, Prisma.sql`INSERT INTO follow_up ${oneRow(columns)}`, history)
}

/**
 * Saves an item that this transaction loaded under its lock, with what its history says of the change, and tells every process of it.
 * Throws when another change came between, which the lock rules out.
 * @param beside another write that goes with it, such as of the text that the history speaks of
 */
export async function saveItem(
  tx: Tx,
  item: FollowUp,
  history: readonly HistoryLine[],
  beside?: Prisma.Sql,
): Promise<void> {
  const count = await writeItem(tx, itemUpdate(item), history, beside ? [['beside', beside]] : [])
  if (count !== 1) throw new Error(`Item ${item.id} was changed by somebody else while it was locked`)
}

/** The statement that saves an item on top of the version that it was decided from. */
export function itemUpdate(item: FollowUp): Prisma.Sql {
  return Prisma.sql`
    UPDATE follow_up SET ${assignments(toColumns(item))}
    WHERE id = ${item.id}::uuid AND version = ${item.version - 1}`
}

/**
 * Writes an item, its history and the notice of it in one statement, since every webhook and every text writes all three.
 * @param others further parts of the statement by their names
 * @returns how many items were written; when none was, its history has no line either.
 */
export function writeItem(
  db: Pick<Tx, '$executeRaw'>,
  write: Prisma.Sql,
  history: readonly HistoryLine[],
  others: readonly (readonly [name: string, part: Prisma.Sql])[] = [],
): Promise<number> {
  const lines = history.map(
    ({ at, kind, actor, detail, clinical }) => Prisma.sql`
      SELECT id, ${at}::timestamptz, ${kind}, ${actor}, ${json(detail)}, ${json(clinical)} FROM written`,
  )
  const parts = [...others, ['written', Prisma.sql`${write} RETURNING id`] as const]
  // A change may have nothing to tell.
  if (lines.length > 0)
    parts.push([
      'told',
      Prisma.sql`
        INSERT INTO history (follow_up_id, at, kind, actor, detail, clinical) ${Prisma.join(lines, ' UNION ALL ')}`,
    ])
  const named = parts.map(([name, part]) => Prisma.sql`${Prisma.raw(name)} AS (${part})`)
  return db.$executeRaw`
    WITH ${Prisma.join(named)} SELECT pg_notify(${CHANGES_CHANNEL}, id::text) FROM written`
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
    sensitive: item.sensitive,
    unansweredTexts: item.unansweredTexts,
    escalateAt: closed ? null : item.escalateAt,
    escalationStep: item.escalationStep,
    escalatedTo: item.escalatedTo,
    lastAttemptAt: item.lastAttemptAt,
    policyVersion: item.policyVersion,
    readBy: item.readBy,
    version: item.version,
  }
}

/** The CHECKs of the table hold the words and the pairs, so a row that was read is a valid item. */
export function itemOf(row: Row): FollowUp {
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
    sensitive: row.sensitive,
    unansweredTexts: row.unansweredTexts,
    escalationStep: row.escalationStep,
    escalatedTo: row.escalatedTo as EscalationTarget | null,
    lastAttemptAt: row.lastAttemptAt,
    policyVersion: row.policyVersion,
    readBy: row.readBy,
    version: row.version,
  }
  if (row.status !== 'closed') {
    return {
      ...facts,
      status: row.status as OpenStatus,
      dueAt: present(row.dueAt),
      nextAction: present(row.nextAction) as NextAction,
      escalateAt: present(row.escalateAt),
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

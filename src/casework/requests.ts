import { randomUUID } from 'node:crypto'
import { Prisma } from '../../prisma/generated/client.ts'
import { readClinical, type ClinicalReading } from '../domain/clinical/detect.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import type { LastAction } from '../domain/follow-up/item.ts'
import { isSensitive, wordsOfNeed, type Need, type RequestSource } from '../domain/follow-up/request.ts'
import { LANGUAGES, type Language } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { MessageState } from '../domain/texting/delivery.ts'
import { startOfDate } from '../domain/time/business-time.ts'
import { inTransaction, type Tx } from '../platform/db.ts'
import { BadInput, NotFound } from '../platform/errors.ts'
import type { Casework } from './casework.ts'
import { oneRow } from './columns.ts'
import { deskFor, type Desk } from './record.ts'

/* What a list, a form, another system or a colleague tells of somebody's needs, and its way back when a list is undone. */

export type RequestOrder = {
  readonly clinicId: string
  /** a line of that clinic: it calls the person back, and its number stands in the texts */
  readonly lineId: string
  /** E.164; null: there is none, so that somebody must find one */
  readonly phone: string | null
  readonly language: Language | null
  readonly need: Need
  readonly source: RequestSource
  /** a staff id, or "key:" and an API key's id */
  readonly by: string
  /** the other system's own id of the request */
  readonly sourceRef: string | null
  readonly importId: string | null
  /** a licensed person judged the reason, so that no machine does */
  readonly licensed: boolean
}

/** `joined`: the person had an open item already, and this is talked about there. */
export type ReceivedRequest = {
  readonly type: 'opened' | 'joined'
  readonly followUpId: string
  readonly number: number
}

/** Takes a request in, in one transaction. Whether it was taken in before is for the caller to know. */
export function receiveRequest(deps: Casework, order: RequestOrder): Promise<ReceivedRequest> {
  const contact = order.phone === null ? null : { phone: order.phone }
  return inTransaction(deps.db, async (tx) =>
    receiveRequestAt(deps, await deskFor(deps, tx, { at: deps.clock.now(), contact }), order),
  )
}

/**
 * The same inside a transaction that is open already.
 * @param desk the desk of the order's own contact (`deskFor`); of nobody for an order without a number.
 */
export async function receiveRequestAt(
  deps: Casework,
  desk: Desk,
  order: RequestOrder,
): Promise<ReceivedRequest> {
  const { tx, at } = desk
  const { clinicId, lineId, need, source, by } = order
  const { policy } = deps.practices.line(lineId)
  if (policy.clinicId !== clinicId)
    throw new BadInput(`The line ${lineId} is not one of the clinic ${clinicId}.`)
  const language = await rememberPerson(desk, order, policy)
  const requestId = randomUUID()
  const reading = readNeed(need, policy)
  const sensitive = isSensitive(need)
  const starts = need.dueFrom === null ? null : startOfDate(policy.calendar, need.dueFrom)
  const notBefore = starts !== null && starts > at ? starts : null
  const event: Extract<ItemEvent, { type: 'request-received' }> = {
    type: 'request-received',
    ...{ at, requestId, source, by, language, sensitive, notBefore },
    trigger: need.trigger,
    reading: order.licensed ? readClinical('') : reading,
  }
  const open = await desk.openItemFor(clinicId, lineId)
  // Somebody who writes to us goes on from what was closed not long ago; lists and other systems do not write for them.
  const earlierId = open || source !== 'form' ? null : await desk.earlierItemFor(clinicId)
  const item = open
    ? await desk.apply(open, event)
    : await desk.open(
        {
          ...{ clinicId, lineId, trigger: need.trigger, language, sensitive, earlierId },
          ...(notBefore ? { notBefore } : {}),
        },
        event,
      )
  const number = await writeDown(tx, order, {
    ...{ id: requestId, at, followUpId: item.id, clinical: reading.class !== 'none' },
  })
  // A list is audited as one act of whoever brought it in.
  if (order.importId === null) {
    await tx.auditEntry.create({
      data: { at, actor: by, action: 'request-received', subject: `follow-up:${item.id}` },
    })
  }
  return { type: open ? 'joined' : 'opened', followUpId: item.id, number }
}

/** Words of a need are read wherever somebody may have put them. Names are read for emergencies alone: many a name is a word of illness. */
function readNeed(need: Need, policy: Policy): ClinicalReading {
  const { words } = policy.clinical
  const reading = readClinical(wordsOfNeed(need), words)
  const named = readClinical([need.personName, need.responsible].filter(Boolean).join('\n'), words)
  return named.class === 'urgent' && reading.class !== 'urgent' ? named : reading
}

/**
 * Name and language are kept where none was known; what is known came from the person or from staff and stays.
 * @returns the language to speak with them.
 */
async function rememberPerson(desk: Desk, order: RequestOrder, policy: Policy): Promise<Language> {
  const { contact, tx } = desk
  const first = policy.languages[0]
  if (!contact) return order.language ?? first
  const [known] = await tx.$queryRaw<{ language: string | null }[]>`
    UPDATE contact SET name = coalesce(name, ${order.need.personName}), language = coalesce(language, ${order.language})
    WHERE id = ${contact.id}::uuid RETURNING language`
  return order.language ?? LANGUAGES.find((language) => language === known?.language) ?? first
}

async function writeDown(
  tx: Tx,
  { need, source, sourceRef, importId }: RequestOrder,
  row: {
    readonly id: string
    readonly at: Date
    readonly followUpId: string
    readonly clinical: boolean
  },
): Promise<number> {
  const { dueFrom, dueTo, lastAppointment, lastOutreachAt, ...words } = need
  const date = (given: string | null): Prisma.Sql => Prisma.sql`${given}::date`
  const columns = {
    ...{ ...words, responsible: need.responsible ?? null, ...row, source, sourceRef },
    importId: Prisma.sql`${importId}::uuid`,
    ...{ id: Prisma.sql`${row.id}::uuid`, followUpId: Prisma.sql`${row.followUpId}::uuid` },
    ...{ dueFrom: date(dueFrom), dueTo: date(dueTo) },
    ...{ lastAppointment: date(lastAppointment), lastOutreachAt: date(lastOutreachAt) },
  }
  const [written] = await tx.$queryRaw<{ number: number }[]>`
    INSERT INTO request ${oneRow(columns)}
    RETURNING (SELECT number FROM follow_up WHERE follow_up.id = request.follow_up_id)`
  if (!written) throw new Error('A request that was written is not there')
  return written.number
}

/** `removed`: its item is off the list too; `stays`: somebody worked on it, or it is about more than this. */
export type Withdrawn = 'removed' | 'stays'

/** Takes a request back that an import brought by mistake. What was taken back before stays as it is. */
export async function withdrawRequest(
  deps: Casework,
  order: { readonly requestId: string; readonly by: string },
): Promise<Withdrawn> {
  const request = await deps.db.request.findUnique({
    where: { id: order.requestId },
    select: { followUp: { select: { contactId: true } } },
  })
  if (!request) throw new NotFound('There is no such request.')
  const contact = { id: request.followUp.contactId }
  return inTransaction(deps.db, async (tx) =>
    withdrawRequestAt(await deskFor(deps, tx, { at: deps.clock.now(), contact }), order),
  )
}

/** The same inside a transaction that is open already. @param desk the desk of the request's own contact. */
export async function withdrawRequestAt(
  desk: Desk,
  { requestId, by }: { readonly requestId: string; readonly by: string },
): Promise<Withdrawn> {
  const { tx, at } = desk
  const { followUpId } = await tx.request.findUniqueOrThrow({
    where: { id: requestId },
    select: { followUpId: true },
  })
  const item = await desk.item(followUpId)
  // Asked again under the item's lock, so that two undos at once withdraw it once.
  const { count } = await tx.request.updateMany({
    where: { id: requestId, withdrawnAt: null },
    data: { withdrawnAt: at },
  })
  if (!item || count === 0) return 'stays'
  const nothingElse = await isAllOf(tx, followUpId)
  const { status } = await desk.apply(item, { type: 'request-withdrawn', at, requestId, by, nothingElse })
  return item.status !== 'closed' && status === 'closed' ? 'removed' : 'stays'
}

/** What happens to an item without anybody working on it. */
const BY_ITSELF: readonly LastAction[] = [
  'request-received',
  'request-withdrawn',
  'routed-to-clinical',
  'text-planned',
  'text-held',
  'text-refused',
  'text-canceled',
  'call-attempt-due',
  'cadence-ended',
  'target-missed',
  'on-call-alerted',
  'alert-failed',
]

const NOT_LEFT: MessageState[] = ['planned', 'held', 'refused', 'canceled']

/** Whether no other need is left on an item, and nobody called, wrote or did anything about it. */
async function isAllOf(tx: Tx, followUpId: string): Promise<boolean> {
  const needs = await tx.request.count({ where: { followUpId, withdrawnAt: null } })
  const acts = await tx.historyEntry.count({ where: { followUpId, kind: { notIn: [...BY_ITSELF] } } })
  const texts = await tx.message.count({ where: { followUpId, state: { notIn: NOT_LEFT } } })
  return needs === 0 && acts === 0 && texts === 0
}

import { z } from 'zod'
import type { Import } from '../../../prisma/generated/client.ts'
import { fieldsOf, listTrigger, type Mapping } from '../../domain/imports/fields.ts'
import { IMPORTED } from '../../domain/imports/verdict.ts'
import { worksFor, type Actor } from '../../domain/staff/roles.ts'
import { NotFound } from '../../platform/errors.ts'
import { inTransaction, type Tx } from '../../platform/db.ts'
import { lockImport } from './list.ts'
import { dropRows } from './upkeep.ts'
import { headingKey, type ListDeps } from './take-in.ts'

/** Who orders: a staff member, or a program with a key. */
export type Orderer = Pick<Actor, 'id' | 'clinics'>

/**
 * `not-now`: somebody was faster, or the work before is still under way; the page shows how things are. `no-phone-column`: without it
 * no row can be imported. `nothing-to-import`: no row would change anything.
 */
export type OrderResult =
  | { readonly type: 'ordered' }
  | { readonly type: 'refused'; readonly reason: 'not-now' | 'no-phone-column' | 'nothing-to-import' }

const ORDERED: OrderResult = { type: 'ordered' }
const NOT_NOW: OrderResult = { type: 'refused', reason: 'not-now' }

/** Says which column holds what; it is remembered for the practice's next list with these headings, and every row is judged anew. */
export function chooseColumns(
  deps: ListDeps,
  orderer: Orderer,
  id: string,
  wanted: Mapping,
): Promise<OrderResult> {
  return order(deps, orderer, id, async (tx, list, at) => {
    if (list.state !== 'preview') return NOT_NOW
    const mapping = possible(wanted, list)
    if (mapping.phone === undefined) return { type: 'refused', reason: 'no-phone-column' }
    const key = { clinicId: list.clinicId, heading: headingKey(list.columns) }
    await tx.importMapping.upsert({
      where: { clinicId_heading: key },
      create: { ...key, mapping, usedAt: at },
      update: { mapping, usedAt: at },
    })
    await tx.import.update({
      where: { id },
      data: { mapping, state: 'judging', judgedRow: 0, counts: {}, touchedAt: at },
    })
    await deps.jobs.enqueue(tx, 'judge-import', id, at)
    return ORDERED
  })
}

/** Imports the rows that the preview shows as new or joining. */
export function startImport(deps: ListDeps, orderer: Orderer, id: string): Promise<OrderResult> {
  return order(deps, orderer, id, async (tx, list) => {
    if (list.state !== 'preview') return NOT_NOW
    const some = await tx.importRow.findFirst({
      where: { importId: id, verdict: { in: [...IMPORTED] } },
      select: { row: true },
    })
    if (!some) return { type: 'refused', reason: 'nothing-to-import' }
    await beginRun(deps, tx, id, orderer.id)
    return ORDERED
  })
}

/** The start itself, under the import's lock. */
export async function beginRun(deps: ListDeps, tx: Tx, id: string, by: string): Promise<void> {
  const at = deps.clock.now()
  await tx.import.update({
    where: { id },
    data: { state: 'running', startedAt: at, startedBy: by, touchedAt: at },
  })
  await audit(tx, at, by, 'import-started', id)
  await deps.jobs.enqueue(tx, 'run-import', id, at)
}

/** Gives up a list that was only looked at; its rows go at once. */
export async function discardImport(deps: ListDeps, orderer: Orderer, id: string): Promise<OrderResult> {
  const result = await order(deps, orderer, id, async (tx, list, at) => {
    if (list.state !== 'preview') return NOT_NOW
    await tx.import.update({ where: { id }, data: { state: 'discarded', finishedAt: at, touchedAt: at } })
    await audit(tx, at, orderer.id, 'import-discarded', id)
    return ORDERED
  })
  if (result.type === 'ordered') await dropRows(deps, id)
  return result
}

/** Takes an import back: what nobody worked goes from the list, what somebody did stays, and each history says so. */
export function orderUndo(deps: ListDeps, orderer: Orderer, id: string): Promise<OrderResult> {
  return order(deps, orderer, id, async (tx, list, at) => {
    if (list.state !== 'done') return NOT_NOW
    await tx.import.update({
      where: { id },
      data: { state: 'undoing', undoneBy: orderer.id, touchedAt: at },
    })
    await audit(tx, at, orderer.id, 'import-undone', id)
    await deps.jobs.enqueue(tx, 'undo-import', id, at)
    return ORDERED
  })
}

async function order(
  deps: ListDeps,
  orderer: Orderer,
  id: string,
  work: (tx: Tx, list: Import, at: Date) => Promise<OrderResult>,
): Promise<OrderResult> {
  const unknown = new NotFound('There is no such import.')
  if (!z.uuid().safeParse(id).success) throw unknown
  return inTransaction(deps.db, async (tx) => {
    const list = await lockImport(tx, id)
    if (!list || !worksFor(orderer, list.clinicId)) throw unknown
    return work(tx, list, deps.clock.now())
  })
}

/** Only columns that the file has, for fields that such a list has; two fields may read one column. */
function possible(wanted: Mapping, { columns, trigger }: Import): Mapping {
  const about = listTrigger(trigger)
  const fields = about ? fieldsOf(about) : []
  return Object.fromEntries(
    fields.flatMap((field) => {
      const column = wanted[field]
      return column !== undefined && column < columns.length ? [[field, column]] : []
    }),
  )
}

async function audit(tx: Tx, at: Date, actor: string, action: string, id: string): Promise<void> {
  await tx.auditEntry.create({ data: { at, actor, action, subject: `import:${id}` } })
}

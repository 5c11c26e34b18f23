import { expect } from 'vitest'
import { orderUndo, startImport } from '../../../src/casework/imports/orders.ts'
import { takeInList, type ListOrder } from '../../../src/casework/imports/take-in.ts'
import { readImport, type ImportView } from '../../../src/casework/imports/view.ts'
import { recordOutcome } from '../../../src/casework/staff-actions.ts'
import type { CaseworkStage } from '../../support/casework.ts'
import type { Colleague } from '../people.ts'

export const MANAGER = { id: 'manager-1', name: 'Rosa', roles: ['manager'], clinics: [] } as const

export const RECALLS: ListOrder = {
  ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', trigger: 'recall-due' },
  ...{ fileName: 'recall.csv', startsItself: false },
}

/** The bytes of a text, as if they came over the wire in pieces. */
export async function* piecesOf(text: string | Buffer, length = 4_096): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += length)
    yield await Promise.resolve(bytes.subarray(at, at + length))
}

/** Brings a list in and lets the jobs look through it. @returns the import's id */
export async function bring(
  stage: CaseworkStage,
  text: string | Buffer,
  order: Partial<ListOrder> = {},
): Promise<string> {
  const taken = await takeInList(stage.sending, MANAGER.id, { ...RECALLS, ...order }, piecesOf(text))
  if (taken.type === 'refused') throw new Error(`The list was refused: ${taken.problem.why}`)
  await runLists(stage)
  return taken.id
}

/** Works the jobs of lists until none is left. */
export async function runLists(stage: CaseworkStage): Promise<void> {
  while (stage.enqueued.some(({ name, at }) => name.endsWith('-import') && at <= stage.now()))
    if ((await stage.runJobs()) > 0) throw new Error('A job of a list failed')
}

export async function view(stage: CaseworkStage, id: string): Promise<ImportView> {
  const found = await readImport(stage.db, [], id)
  if (!found) throw new Error('The import is gone')
  return found
}

/** What became of each row, as `row: verdict why`. */
export async function verdicts(stage: CaseworkStage, id: string): Promise<string[]> {
  const rows = await stage.db.importRow.findMany({ where: { importId: id }, orderBy: { row: 'asc' } })
  return rows.map(({ row, verdict, why }) => {
    const {
      why: reason,
      row: other,
      problems,
    } = (why ?? {}) as {
      why?: string
      row?: number
      problems?: { why: string }[]
    }
    const about = [reason, ...(problems ?? []).map((problem) => problem.why)].filter(Boolean).join('+')
    return [`${String(row)}: ${verdict ?? '-'}`, about, other && `row ${String(other)}`]
      .filter(Boolean)
      .join(' ')
  })
}

/** A list with its heading and rows, as Windows ends its lines. */
export const list = (head: string, ...rows: string[]): string => [head, ...rows].join('\r\n')

/** Imports what the preview shows. */
export async function run(stage: CaseworkStage, id: string): Promise<void> {
  expect(await startImport(stage.sending, MANAGER, id)).toEqual({ type: 'ordered' })
  await runLists(stage)
}

export async function undo(stage: CaseworkStage, id: string): Promise<void> {
  expect(await orderUndo(stage.sending, MANAGER, id)).toEqual({ type: 'ordered' })
  await runLists(stage)
}

/** What an import brought, in its order. */
export const requestsOf = (stage: CaseworkStage, id: string) =>
  stage.db.request.findMany({ where: { importId: id }, include: { followUp: true }, orderBy: { seq: 'asc' } })

/** The one item of a number. */
export async function itemOf(stage: CaseworkStage, phone: string) {
  const items = await stage.db.followUp.findMany({
    where: { contact: { phone } },
    include: { contact: true },
  })
  expect(items).toHaveLength(1)
  return items[0]!
}

export async function workOn(
  stage: CaseworkStage,
  clerk: Colleague,
  number: number,
  outcome: 'no-answer' | 'resolved',
): Promise<void> {
  const order = { number, outcome, note: 'Spoke about it.' }
  expect(await recordOutcome(stage.sending, clerk.actor, order)).toMatchObject({ type: 'done' })
}

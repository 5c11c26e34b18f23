import { readRow } from '../../domain/imports/rows.ts'
import {
  IMPORTED,
  judge,
  MOST_ON_NUMBER,
  UNKNOWN_CONTACT,
  type EarlierRow,
  type Verdict,
} from '../../domain/imports/verdict.ts'
import { inTransaction, type Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import { knownContacts } from './known.ts'
import { IS_IMPORTED, lockList, type OpenList, type StoredRow } from './list.ts'
import { beginRun } from './orders.ts'
import { whyOf } from './verdict-store.ts'

const ROWS_AT_ONCE = 500
/** Then the job gives way to the next one and comes again. */
const BATCHES_PER_JOB = 20

type JudgedRow = { readonly row: number; readonly phone: string | null; readonly verdict: Verdict }

/**
 * Looks through the rows of a list and says of each what importing it would do. It changes nothing about anybody, and may be done
 * again: after a crash it goes on with the row after the last one
 * that was judged.
 */
export async function judgeImport(deps: Casework, id: string): Promise<void> {
  for (let batch = 0; batch < BATCHES_PER_JOB; batch += 1) {
    const more = await inTransaction(deps.db, (tx) => judgeBatch(deps, tx, id))
    if (!more) return
  }
  await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, 'judge-import', id, deps.clock.now()))
}

/** @returns whether rows may be left. */
async function judgeBatch(deps: Casework, tx: Tx, id: string): Promise<boolean> {
  const list = await lockList(deps, tx, id, 'judging')
  if (!list) return false
  const rows = await tx.importRow.findMany({
    where: { importId: id, row: { gt: list.row.judgedRow } },
    select: { row: true, cells: true },
    orderBy: { row: 'asc' },
    take: ROWS_AT_ONCE,
  })
  const at = deps.clock.now()
  const last = rows.at(-1)
  if (!last) {
    await settle(deps, tx, list, at)
    return false
  }
  await saveVerdicts(tx, id, await judgeRows(tx, list, rows, at))
  await tx.import.update({ where: { id }, data: { judgedRow: last.row, touchedAt: at } })
  return true
}

async function judgeRows(tx: Tx, list: OpenList, rows: readonly StoredRow[], at: Date): Promise<JudgedRow[]> {
  const read = rows.map(({ row, cells }) => ({ row, read: readRow(cells, list.rules) }))
  const phones = [
    ...new Set(read.flatMap(({ read: one }) => (one.type === 'read' ? [one.listed.phone] : []))),
  ]
  const known = await knownContacts(tx, list, phones, at)
  const above = await rowsAbove(tx, list, phones)
  return read.map(({ row, read: one }): JudgedRow => {
    if (one.type === 'rejected')
      return { row, phone: null, verdict: { kind: 'rejected', problems: one.problems } }
    const { listed } = one
    const earlier = above.get(listed.phone) ?? []
    const verdict = judge(listed, known.get(listed.phone) ?? UNKNOWN_CONTACT, earlier)
    if (IMPORTED.includes(verdict.kind)) above.set(listed.phone, [...earlier, { row, need: listed.need }])
    return { row, phone: listed.phone, verdict }
  })
}

/** What the rows further up say of these numbers; more than may share a number need not be known. */
async function rowsAbove(
  tx: Tx,
  list: OpenList,
  phones: readonly string[],
): Promise<Map<string, readonly EarlierRow[]>> {
  const rows = await tx.$queryRaw<(StoredRow & { phone: string })[]>`
    SELECT above.row, above.cells, asked.phone FROM unnest(${phones}::text[]) AS asked(phone)
    CROSS JOIN LATERAL (
      SELECT row, cells FROM import_row
      WHERE import_id = ${list.id}::uuid AND phone = asked.phone AND row <= ${list.row.judgedRow}
        AND ${IS_IMPORTED}
      ORDER BY row LIMIT ${MOST_ON_NUMBER}) above`
  const needs = rows.flatMap(({ row, cells, phone }) => {
    const read = readRow(cells, list.rules)
    return read.type === 'read' ? [{ phone, row, need: read.listed.need }] : []
  })
  return new Map(Map.groupBy(needs, ({ phone }) => phone))
}

async function saveVerdicts(tx: Tx, id: string, rows: readonly JudgedRow[]): Promise<void> {
  const data = JSON.stringify(
    rows.map(({ row, phone, verdict }) => ({ row, phone, verdict: verdict.kind, why: whyOf(verdict) })),
  )
  await tx.$executeRaw`
    UPDATE import_row SET phone = judged.phone, verdict = judged.verdict, why = nullif(judged.why, 'null'::jsonb)
    FROM jsonb_to_recordset(${data}::jsonb) AS judged(row int, phone text, verdict text, why jsonb)
    WHERE import_id = ${id}::uuid AND import_row.row = judged.row`
}

/** Every row has its verdict: somebody looks at it, or it goes on by itself. */
async function settle(deps: Casework, tx: Tx, { id, row: list }: OpenList, at: Date): Promise<void> {
  const counts = await countVerdicts(tx, id)
  await tx.import.update({ where: { id }, data: { state: 'preview', counts, touchedAt: at } })
  const some = IMPORTED.some((verdict) => (counts[verdict] ?? 0) > 0)
  if (list.startsItself && some) await beginRun(deps, tx, id, list.createdBy)
}

/** How many rows have which verdict. */
export async function countVerdicts(tx: Tx, id: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ verdict: string; count: number }[]>`
    SELECT verdict, count(*)::int FROM import_row
    WHERE import_id = ${id}::uuid GROUP BY verdict`
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]))
}

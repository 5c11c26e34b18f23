import { z } from 'zod'
import type { Import } from '../../../prisma/generated/client.ts'
import type { Mapping } from '../../domain/imports/fields.ts'
import { VERDICTS, type VerdictKind } from '../../domain/imports/verdict.ts'
import { worksFor } from '../../domain/staff/roles.ts'
import { cursorOf, readCursor } from '../../platform/cursor.ts'
import type { Db } from '../../platform/db.ts'
import { IS_IMPORTED } from './list.ts'
import type { Why } from './verdict-store.ts'

export const IMPORT_STATES = [
  'reading',
  'judging',
  'preview',
  'running',
  'done',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** An import as lists and pages show it. Counts only: nothing here says who is on the list. */
export type ImportView = {
  readonly id: string
  readonly clinicId: string
  readonly lineId: string
  readonly trigger: string
  readonly fileName: string
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly state: ImportState
  readonly rows: number
  /** rows by what importing them would do, or did once it is done */
  readonly counts: Readonly<Record<VerdictKind, number>>
  /** items that left the list with it when it was undone, and items that stayed because they were worked; null: not undone */
  readonly undone: { readonly removed: number; readonly kept: number } | null
  /** how far the work of its state is; null: nothing is under way */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly undoneAt: Date | null
  /** who brought it in, a staff id or "key:" and an API key's id; their name where they have one */
  readonly by: string
  readonly byName: string | null
  /** its rows were removed, so that there is no file of them any more */
  readonly rowsGone: boolean
}

const PAGE = 25
const ORDER = 'imports'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The imports of these practices (empty: all), newest first. @param after the `next` of the page before. */
export async function listImports(
  db: Db,
  clinics: readonly string[],
  after: string | undefined,
): Promise<{ readonly items: readonly ImportView[]; readonly next: string | null }> {
  const beyond = after === undefined ? null : readCursor(ORDER, after, UUID)
  const rows = await db.import.findMany({
    where: {
      ...(clinics.length > 0 ? { clinicId: { in: [...clinics] } } : {}),
      ...(beyond
        ? { OR: [{ createdAt: { lt: beyond.at } }, { createdAt: beyond.at, id: { lt: beyond.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const names = await namesOf(db, shown)
  const last = shown.at(-1)
  return {
    items: await Promise.all(shown.map((row) => viewOf(db, row, names))),
    next: rows.length > PAGE && last ? cursorOf(ORDER, last.createdAt, last.id) : null,
  }
}

/** One import; null when there is none in these practices (empty: all). */
export async function readImport(db: Db, clinics: readonly string[], id: string): Promise<ImportView | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.import.findUnique({ where: { id } })
  if (!row || !worksFor({ clinics }, row.clinicId)) return null
  return viewOf(db, row, await namesOf(db, [row]))
}

/** A row as the preview shows it. */
export type RowView = {
  readonly row: number
  readonly cells: readonly string[]
  readonly phone: string | null
  readonly verdict: VerdictKind
  readonly why: Why
}

const ROWS_PER_PAGE = 50

/** Rows that have a verdict, in the order of the list. @param choice.after the last row of the page before. */
export async function readRows(
  db: Db,
  id: string,
  choice: { readonly verdict: VerdictKind | null; readonly after: number },
): Promise<{ readonly rows: readonly RowView[]; readonly next: number | null }> {
  const rows = await db.importRow.findMany({
    where: { importId: id, verdict: choice.verdict ?? { not: null }, row: { gt: choice.after } },
    orderBy: { row: 'asc' },
    take: ROWS_PER_PAGE + 1,
  })
  const shown = rows.slice(0, ROWS_PER_PAGE).map(rowView)
  return { rows: shown, next: rows.length > ROWS_PER_PAGE ? (shown.at(-1)?.row ?? null) : null }
}

const NOT_IMPORTED = { verdict: { in: ['skipped', 'rejected'] } }

export function countNotImported(db: Db, id: string): Promise<number> {
  return db.importRow.count({ where: { importId: id, ...NOT_IMPORTED } })
}

const FILE_BATCH = 1_000

/** The rows that were not imported, a thousand at a time, with what their file said. */
export async function* rowsNotImported(db: Db, id: string): AsyncGenerator<readonly RowView[]> {
  let after = 0
  for (;;) {
    const rows = await db.importRow.findMany({
      where: { importId: id, ...NOT_IMPORTED, row: { gt: after } },
      orderBy: { row: 'asc' },
      take: FILE_BATCH,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(rowView)
    after = last.row
  }
}

function rowView(row: {
  row: number
  cells: string[]
  phone: string | null
  verdict: string | null
  why: unknown
}): RowView {
  // The CHECK of the table holds the words.
  return { ...row, verdict: row.verdict as VerdictKind, why: row.why ?? {} }
}

async function viewOf(db: Db, row: Import, names: ReadonlyMap<string, string>): Promise<ImportView> {
  const counts = row.counts as Partial<Record<string, number>>
  const state = row.state as ImportState
  return {
    ...{ id: row.id, clinicId: row.clinicId, lineId: row.lineId, trigger: row.trigger, state },
    ...{ fileName: row.fileName, columns: row.columns, mapping: row.mapping as Mapping, rows: row.rows },
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, counts[verdict] ?? 0])) as Record<
      VerdictKind,
      number
    >,
    undone: row.state === 'undone' ? { removed: counts['removed'] ?? 0, kept: counts['kept'] ?? 0 } : null,
    progress: await progressOf(db, row.id, state),
    ...{ createdAt: row.createdAt, startedAt: row.startedAt, finishedAt: row.finishedAt },
    ...{ undoneAt: row.undoneAt, by: row.createdBy, byName: names.get(row.createdBy) ?? null },
    rowsGone: row.rowsGoneAt !== null,
  }
}

/** Counted, not kept: a counter in the import's row would make its workers wait for one another. */
async function progressOf(db: Db, id: string, state: ImportState): Promise<ImportView['progress']> {
  const [counted] =
    state === 'judging'
      ? await db.$queryRaw<{ done: number; of: number }[]>`
          SELECT (count(*) FILTER (WHERE r.row <= i.judged_row))::int AS done, count(*)::int AS of
          FROM import_row r JOIN import i ON i.id = r.import_id WHERE r.import_id = ${id}::uuid`
      : state === 'running'
        ? await db.$queryRaw<{ done: number; of: number }[]>`
            SELECT (count(*) FILTER (WHERE done))::int AS done, count(*)::int AS of FROM import_row
            WHERE import_id = ${id}::uuid AND (done OR ${IS_IMPORTED})`
        : state === 'undoing'
          ? await db.$queryRaw<{ done: number; of: number }[]>`
              SELECT count(withdrawn_at)::int AS done, count(*)::int AS of FROM request
              WHERE import_id = ${id}::uuid`
          : []
  return counted ?? null
}

async function namesOf(
  db: Db,
  rows: readonly { readonly createdBy: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ createdBy }) => createdBy))]
  const staff = await db.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

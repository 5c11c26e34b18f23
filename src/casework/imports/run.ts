import { readRow, type ListedNeed } from '../../domain/imports/rows.ts'
import { IMPORTED, judge, UNKNOWN_CONTACT, type Verdict } from '../../domain/imports/verdict.ts'
import { inTransaction, type Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import { deskFor, type Desk } from '../record.ts'
import { receiveRequestAt } from '../requests.ts'
import { announceConsents } from '../outgoing/announce.ts'
import { grantListed } from './consents.ts'
import { countVerdicts } from './judge.ts'
import { knownContacts } from './known.ts'
import { IS_IMPORTED, lockList, type OpenList, type StoredRow } from './list.ts'
import { responsibleOf, staffOf, type StaffNames } from './responsible.ts'
import { whyOf } from './verdict-store.ts'

const ROWS_AT_ONCE = 200
/** Then the job gives way to the next one and comes again, so that two imports take turns and a stop need not wait. */
const BATCHES_PER_JOB = 5
/** Rows of one transaction: enough to share its commit, few enough that a caller of one of them does not wait. */
const ROWS_PER_TRANSACTION = 20
/** Transactions side by side. */
const LANES = 3

type ListedRow = { readonly row: number; readonly listed: ListedNeed }

/** A list that is being imported. */
type Run = OpenList & { readonly staff: StaffNames }

/**
 * Imports what the preview showed as new or joining. Each row is judged again under the lock of its contact, because time went by;
 * what became of it is written in the transaction that does it, so that a row is imported once whatever dies in between, and however
 * many workers do the same.
 */
export async function runImport(deps: Casework, id: string): Promise<void> {
  for (let batch = 0; batch < BATCHES_PER_JOB; batch += 1) {
    const open = await inTransaction(deps.db, (tx) => lockList(deps, tx, id, 'running'))
    if (!open) return
    const list = { ...open, staff: await staffOf(deps.db, open.policy.clinicId) }
    const rows = await rowsToDo(deps, list)
    if (rows.length === 0) {
      await inTransaction(deps.db, (tx) => finish(deps, tx, id))
      return
    }
    const work = bundles(await readable(deps, list, rows))
    const lane = async (): Promise<void> => {
      for (let next = work.shift(); next; next = work.shift()) await importBundle(deps, list, next)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    await deps.db.import.update({ where: { id }, data: { touchedAt: deps.clock.now() } })
  }
  await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, 'run-import', id, deps.clock.now()))
}

function rowsToDo({ db }: Casework, list: OpenList): Promise<StoredRow[]> {
  return db.$queryRaw<StoredRow[]>`
    SELECT row, cells FROM import_row
    WHERE import_id = ${list.id}::uuid AND NOT done AND ${IS_IMPORTED}
    ORDER BY row LIMIT ${ROWS_AT_ONCE}`
}

/** What a row could not be read for may be new since it was judged: the practice may have taken over the number. */
async function readable(deps: Casework, list: OpenList, rows: readonly StoredRow[]): Promise<ListedRow[]> {
  const good: ListedRow[] = []
  for (const { row, cells } of rows) {
    const read = readRow(cells, list.rules)
    if (read.type === 'read') good.push({ row, listed: read.listed })
    else {
      const verdict: Verdict = { kind: 'rejected', problems: read.problems }
      await inTransaction(deps.db, (tx) => settleRows(tx, list.id, [{ row, verdict, followUpId: null }]))
    }
  }
  return good
}

/**
 * Rows of different numbers go together, in the order of the numbers: everybody who locks several contacts locks them in this order.
 * The second row of a number waits for the next batch, where it meets what the first one did.
 */
function bundles(rows: readonly ListedRow[]): ListedRow[][] {
  const firsts = [...Map.groupBy(rows, ({ listed }) => listed.phone).values()].flatMap(
    ([first]) => first ?? [],
  )
  const sorted = firsts.toSorted((a, b) => (a.listed.phone < b.listed.phone ? -1 : 1))
  return Array.from({ length: Math.ceil(sorted.length / ROWS_PER_TRANSACTION) }, (_, index) =>
    sorted.slice(index * ROWS_PER_TRANSACTION, (index + 1) * ROWS_PER_TRANSACTION),
  )
}

/** A row that fails must not take the others with it: they are tried one by one, and the row says that it failed here. */
async function importBundle(deps: Casework, list: Run, rows: readonly ListedRow[]): Promise<void> {
  try {
    await inTransaction(deps.db, (tx) => importRows(deps, tx, list, rows))
    return
  } catch (error) {
    deps.log.warn(
      { err: error, importId: list.id, rows: rows.length },
      'rows of an import are tried one by one',
    )
  }
  for (const row of rows) {
    try {
      await inTransaction(deps.db, (tx) => importRows(deps, tx, list, [row]))
    } catch (error) {
      deps.log.error(
        { err: error, importId: list.id, row: row.row },
        'a row of an import could not be recorded',
      )
      const verdict: Verdict = { kind: 'rejected', problems: [{ why: 'not-recorded', field: null }] }
      await inTransaction(deps.db, (tx) =>
        settleRows(tx, list.id, [{ row: row.row, verdict, followUpId: null }]),
      )
    }
  }
}

async function importRows(deps: Casework, tx: Tx, list: Run, rows: readonly ListedRow[]): Promise<void> {
  const at = deps.clock.now()
  const desks = new Map<string, Desk>()
  for (const { listed } of rows)
    desks.set(listed.phone, await deskFor(deps, tx, { at, contact: { phone: listed.phone } }))
  const open = await claim(tx, list.id, rows)
  const known = await knownContacts(tx, list, [...desks.keys()], at)
  const settled: SettledRow[] = []
  for (const { row, listed } of rows) {
    const desk = desks.get(listed.phone)
    if (!desk || !open.has(row)) continue
    const verdict = judge(listed, known.get(listed.phone) ?? UNKNOWN_CONTACT, [])
    settled.push(
      IMPORTED.includes(verdict.kind)
        ? await importRow(deps, desk, list, { row, listed }, verdict)
        : { row, verdict, followUpId: null },
    )
  }
  for (const { listed } of rows) {
    const contact = listed.consent && desks.get(listed.phone)?.contact
    if (contact) await announceConsents(deps, tx, contact, at)
  }
  await settleRows(tx, list.id, settled)
}

/** The consent before the need, so that what the need plans knows of it. */
async function importRow(
  deps: Casework,
  desk: Desk,
  list: Run,
  { row, listed }: ListedRow,
  verdict: Verdict,
): Promise<SettledRow> {
  const by = list.row.startedBy ?? list.row.createdBy
  const { clinicId, calendar } = list.policy
  if (listed.consent) await grantListed(desk, listed.consent, { importId: list.id, row, by, calendar })
  const { type, followUpId, number } = await receiveRequestAt(deps, desk, {
    ...{ clinicId, lineId: list.lineId, phone: listed.phone, by, licensed: false },
    ...{ language: listed.language, source: 'import', sourceRef: listed.sourceRef },
    need: { ...listed.need, responsible: responsibleOf(listed.need, list.staff) },
    importId: list.id,
  })
  const optedOut = verdict.kind === 'opted-out' || (verdict.kind === 'joined' && verdict.optedOut)
  const became: Verdict =
    type === 'joined'
      ? { kind: 'joined', item: number, row: null, optedOut }
      : { kind: optedOut ? 'opted-out' : 'new' }
  return { row, verdict: became, followUpId }
}

/** The rows that nobody imported meanwhile, locked; always after the contacts. */
async function claim(tx: Tx, id: string, rows: readonly ListedRow[]): Promise<ReadonlySet<number>> {
  const numbers = rows.map(({ row }) => row)
  const open = await tx.$queryRaw<{ row: number }[]>`
    SELECT row FROM import_row
    WHERE import_id = ${id}::uuid AND row = ANY(${numbers}::int[]) AND NOT done ORDER BY row FOR UPDATE`
  return new Set(open.map(({ row }) => row))
}

type SettledRow = { readonly row: number; readonly verdict: Verdict; readonly followUpId: string | null }

async function settleRows(tx: Tx, id: string, rows: readonly SettledRow[]): Promise<void> {
  const data = JSON.stringify(
    rows.map(({ row, verdict, followUpId }) => ({
      ...{ row, verdict: verdict.kind, why: whyOf(verdict), item: followUpId },
    })),
  )
  await tx.$executeRaw`
    UPDATE import_row SET done = true, verdict = settled.verdict, why = nullif(settled.why, 'null'::jsonb),
      follow_up_id = settled.item
    FROM jsonb_to_recordset(${data}::jsonb) AS settled(row int, verdict text, why jsonb, item uuid)
    WHERE import_id = ${id}::uuid AND import_row.row = settled.row AND NOT done`
}

async function finish(deps: Casework, tx: Tx, id: string): Promise<void> {
  const list = await lockList(deps, tx, id, 'running')
  if (!list) return
  const at = deps.clock.now()
  const counts = await countVerdicts(tx, id)
  await tx.import.update({ where: { id }, data: { state: 'done', finishedAt: at, touchedAt: at, counts } })
  deps.log.info({ importId: id, ...counts }, 'an import is done')
}

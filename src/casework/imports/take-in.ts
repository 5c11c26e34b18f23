import { createHash, randomUUID } from 'node:crypto'
import { readCaller } from '../../domain/calling/caller.ts'
import { fieldsOf, type ListTrigger, type Mapping } from '../../domain/imports/fields.ts'
import { guessMapping } from '../../domain/imports/headings.ts'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import type { Jobs } from '../jobs.ts'
import { rowsOf, UnreadableFile, type CsvRow, type FileProblem } from './file.ts'

export type ListOrder = {
  readonly clinicId: string
  readonly lineId: string
  readonly trigger: ListTrigger
  /** as the sender calls it */
  readonly fileName: string
  /** true: imported as soon as it was looked through, without anybody seeing the preview */
  readonly startsItself: boolean
}

/** What taking in and ordering stand on: less than the rest of the casework, so that a command can do it beside the running product. */
export type ListDeps = Pick<Casework, 'db' | 'clock'> & { readonly jobs: Pick<Jobs, 'enqueue'> }

export type TakenIn =
  | { readonly type: 'taken-in'; readonly id: string; readonly rows: number }
  | { readonly type: 'refused'; readonly problem: FileProblem }

const ROWS_AT_ONCE = 1_000
/** Characters after which rows are written, however few: rows may be long. */
const TEXT_AT_ONCE = 1_000_000
const LONGEST_FILE_NAME = 120

/**
 * Takes in a list as it comes over the wire: its rows go to the database a thousand at a time, so that a list of any length needs the
 * same memory. Nothing about anybody changes yet; a job then looks through the rows.
 * @param by a staff id, or "key:" and an API key's id, or "command".
 * @param bytes the file; what follows a refusal is not read.
 */
export async function takeInList(
  deps: ListDeps,
  by: string,
  order: ListOrder,
  bytes: AsyncIterable<Uint8Array>,
): Promise<TakenIn> {
  const { db, clock } = deps
  const id = randomUUID()
  let rows = 0
  let columns: readonly string[] | null = null
  let waiting: CsvRow[] = []
  let length = 0
  const write = async (): Promise<void> => {
    await insertRows(db, id, waiting, clock.now())
    waiting = []
    length = 0
  }
  try {
    for await (const row of rowsOf(bytes)) {
      if (columns === null) {
        columns = headingOf(row)
        await begin(deps, id, by, order, columns)
        continue
      }
      rows += 1
      waiting.push(row)
      length += row.cells.reduce((sum, cell) => sum + cell.length, 0)
      if (waiting.length === ROWS_AT_ONCE || length > TEXT_AT_ONCE) await write()
    }
    if (columns === null || rows === 0) throw new UnreadableFile({ why: 'no-rows', row: null })
    await write()
  } catch (error) {
    await db.import.deleteMany({ where: { id } })
    if (error instanceof UnreadableFile) return { type: 'refused', problem: error.problem }
    throw error
  }
  await complete(deps, id, by, { rows, trigger: order.trigger })
  return { type: 'taken-in', id, rows }
}

/** @throws UnreadableFile when the first row is a person already: without headings nobody knows what the columns are. */
function headingOf({ cells, row }: CsvRow): string[] {
  const isNumber = (cell: string): boolean => /\d{7}/.test(cell.replaceAll(/\D/g, '')) && isPhone(cell)
  if (cells.some(isNumber)) throw new UnreadableFile({ why: 'no-heading', row })
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1).map((cell) => cell.trim().replaceAll(/\s+/g, ' '))
}

function isPhone(cell: string): boolean {
  const { kind } = readCaller(cell)
  return kind === 'number' || kind === 'foreign'
}

async function begin(
  { db, clock }: ListDeps,
  id: string,
  by: string,
  order: ListOrder,
  columns: readonly string[],
): Promise<void> {
  const at = clock.now()
  const { fileName, ...rest } = order
  await db.import.create({
    data: {
      ...rest,
      ...{ id, columns: [...columns], state: 'reading', createdAt: at, createdBy: by, touchedAt: at },
      fileName: plainName(fileName),
      mapping: await mappingFor(db, order, columns),
    },
  })
}

/** What was chosen the last time that the practice brought a list with these headings; otherwise what their names tell. */
async function mappingFor(
  db: Db,
  { clinicId, trigger }: ListOrder,
  columns: readonly string[],
): Promise<Mapping> {
  const known = await db.importMapping.findUnique({
    where: { clinicId_heading: { clinicId, heading: headingKey(columns) } },
  })
  if (!known) return guessMapping(columns, trigger)
  const fields = fieldsOf(trigger)
  const remembered = Object.entries(known.mapping as Mapping)
  return Object.fromEntries(remembered.filter(([field]) => fields.some((each) => each === field)))
}

/** The heading line as a key of one length, the same for small and capital letters. */
export function headingKey(columns: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(columns.map((column) => column.toLowerCase())))
    .digest('hex')
}

/** One statement for all of them: rows one by one would take a hundred times as long. */
async function insertRows(db: Db, id: string, rows: readonly CsvRow[], at: Date): Promise<void> {
  if (rows.length === 0) return
  const data = JSON.stringify(rows.map(({ row, cells }) => [row, cells]))
  await db.$executeRaw`
    WITH touched AS (UPDATE import SET touched_at = ${at} WHERE id = ${id}::uuid)
    INSERT INTO import_row (import_id, row, cells)
    SELECT ${id}::uuid, (line ->> 0)::int, ARRAY(SELECT jsonb_array_elements_text(line -> 1))
    FROM jsonb_array_elements(${data}::jsonb) AS line`
}

async function complete(
  { db, clock, jobs }: ListDeps,
  id: string,
  by: string,
  { rows, trigger }: { rows: number; trigger: string },
): Promise<void> {
  const at = clock.now()
  await inTransaction(db, async (tx) => {
    await tx.import.update({ where: { id }, data: { state: 'judging', rows, touchedAt: at } })
    await tx.auditEntry.create({
      data: {
        at,
        actor: by,
        action: 'import-uploaded',
        subject: `import:${id}`,
        detail: { rows, trigger },
      },
    })
    await jobs.enqueue(tx, 'judge-import', id, at)
  })
}

/** A name to recognise the file by, without the folders that some browsers send along. */
function plainName(given: string): string {
  const name = given
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  return name === '' ? 'list.csv' : name.slice(0, LONGEST_FILE_NAME)
}

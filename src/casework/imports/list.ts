import { Prisma, type Import } from '../../../prisma/generated/client.ts'
import { listTrigger, type Mapping } from '../../domain/imports/fields.ts'
import type { ListRules } from '../../domain/imports/rows.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'

/** A list as its work needs it. */
export type OpenList = {
  readonly id: string
  readonly policy: Policy
  readonly lineId: string
  readonly rules: ListRules
  readonly row: Import
}

/** A row of a list as it is kept: its number in the file, and its cells as they were written. */
export type StoredRow = { readonly row: number; readonly cells: readonly string[] }

/** Rows that importing changes something for (`IMPORTED`). In words of their own, by which PostgreSQL finds the index of those to do. */
export const IS_IMPORTED = Prisma.sql`verdict IN ('new', 'joined', 'opted-out')`

/** Locks an import until the transaction ends. Null: there is none. */
export async function lockImport(tx: Tx, id: string): Promise<Import | null> {
  await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${id}::uuid FOR UPDATE`
  return tx.import.findUnique({ where: { id } })
}

/**
 * Locks an import until the transaction ends; everything that changes its state or reads its rows for work does so first, so that two
 * workers of one import follow one another. Null: it is gone, or not in this state (any more).
 */
export async function lockList(
  deps: Casework,
  tx: Tx,
  id: string,
  state: 'judging' | 'running' | 'undoing',
): Promise<OpenList | null> {
  const row = await lockImport(tx, id)
  return row?.state === state ? openList(deps, row) : null
}

/** How the rows of an import are read, by the practice's present rules. */
function openList(deps: Casework, row: Import): OpenList {
  const policy = deps.practices.policy(row.clinicId)
  const { zone } = policy.calendar
  const today = deps.clock.now().toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate()
  const trigger = listTrigger(row.trigger)
  if (!trigger) throw new Error(`The import ${row.id} is about what no list is about`)
  return {
    ...{ id: row.id, lineId: row.lineId, policy, row },
    rules: {
      mapping: row.mapping as Mapping,
      columns: row.columns.length,
      trigger,
      today: today.toString(),
      ownNumbers: [policy.callbackPhone, ...policy.lines.map(({ phone }) => phone)],
    },
  }
}

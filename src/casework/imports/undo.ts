import { inTransaction, type Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import { announceConsents } from '../outgoing/announce.ts'
import { deskFor } from '../record.ts'
import { withdrawRequestAt } from '../requests.ts'
import { voidListed } from './consents.ts'
import { lockList, type OpenList } from './list.ts'

const REQUESTS_AT_ONCE = 100
/** Then the job gives way to the next one and comes again. */
const BATCHES_PER_JOB = 10

/**
 * Takes back what an import brought: each request is withdrawn, an item that nobody worked leaves the list with it, and consents that
 * the list stated are void. Doing it twice is doing it once.
 */
export async function undoImport(deps: Casework, id: string): Promise<void> {
  for (let batch = 0; batch < BATCHES_PER_JOB; batch += 1) {
    const list = await inTransaction(deps.db, (tx) => lockList(deps, tx, id, 'undoing'))
    if (!list) return
    const requests = await deps.db.$queryRaw<{ id: string; contactId: string | null }[]>`
      SELECT r.id, f.contact_id AS "contactId" FROM request r JOIN follow_up f ON f.id = r.follow_up_id
      WHERE r.import_id = ${id}::uuid AND r.withdrawn_at IS NULL ORDER BY r.seq LIMIT ${REQUESTS_AT_ONCE}`
    if (requests.length === 0) {
      await inTransaction(deps.db, (tx) => finish(deps, tx, id))
      return
    }
    for (const request of requests) await takeBack(deps, list, request)
    await deps.db.import.update({ where: { id }, data: { touchedAt: deps.clock.now() } })
  }
  await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, 'undo-import', id, deps.clock.now()))
}

async function takeBack(
  deps: Casework,
  { id, row, rules }: OpenList,
  request: { readonly id: string; readonly contactId: string | null },
): Promise<void> {
  const by = row.undoneBy ?? row.createdBy
  const { consentRecall, consentReminders } = rules.mapping
  const statesConsents = consentRecall !== undefined || consentReminders !== undefined
  const incident = { at: deps.clock.now(), contact: { id: request.contactId } }
  await inTransaction(deps.db, async (tx) => {
    const desk = await deskFor(deps, tx, incident)
    if (statesConsents) await voidListed(desk, id, by)
    await withdrawRequestAt(desk, { requestId: request.id, by })
    if (statesConsents && desk.contact) await announceConsents(deps, tx, desk.contact, incident.at)
  })
}

/** An item is gone from the list when it was removed; every other one was worked, or answers something else as well. */
async function finish(deps: Casework, tx: Tx, id: string): Promise<void> {
  const list = await lockList(deps, tx, id, 'undoing')
  if (!list) return
  const at = deps.clock.now()
  const [came] = await tx.$queryRaw<{ removed: number; kept: number }[]>`
    SELECT count(*) FILTER (WHERE f.outcome = 'removed')::int AS removed,
      count(*) FILTER (WHERE f.outcome IS DISTINCT FROM 'removed')::int AS kept
    FROM (SELECT DISTINCT follow_up_id FROM request WHERE import_id = ${id}::uuid) r
    JOIN follow_up f ON f.id = r.follow_up_id`
  const counts = { ...(list.row.counts as Record<string, number>), ...came }
  await tx.import.update({ where: { id }, data: { state: 'undone', undoneAt: at, touchedAt: at, counts } })
}

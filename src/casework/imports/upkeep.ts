import type { Casework } from '../casework.ts'
import { inTransaction } from '../../platform/db.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** A file that came in for so long was cut off with its connection or its process. */
const CUT_OFF_AFTER = 60 * MINUTE
/** Work on an import that stood still for so long lost its job. */
const STOOD_STILL_AFTER = 10 * MINUTE
/** What people wrote into their lists is kept for so long after the import ended, for the file of what was not imported. */
const KEEP_ROWS_FOR = 30 * DAY

const JOB_OF = { judging: 'judge-import', running: 'run-import', undoing: 'undo-import' } as const

/** Removes the rows of old imports and of files that were cut off, and wakes imports whose work was lost. */
export async function keepUpImports({ db, clock, jobs, log }: Casework): Promise<void> {
  const now = clock.now()
  const before = (ms: number): Date => new Date(now.getTime() - ms)
  await db.import.deleteMany({ where: { state: 'reading', touchedAt: { lt: before(CUT_OFF_AFTER) } } })
  for (const [state, job] of Object.entries(JOB_OF)) {
    const lost = await db.import.findMany({
      where: { state, touchedAt: { lt: before(STOOD_STILL_AFTER) } },
      select: { id: true },
    })
    for (const { id } of lost) await inTransaction(db, (tx) => jobs.enqueue(tx, job, id, now))
    if (lost.length > 0) log.warn({ imports: lost.length, state }, 'imports that stood still go on')
  }
  // Asked by its state, so that one that somebody starts at this very moment is not given up.
  await db.import.updateMany({
    where: { state: 'preview', touchedAt: { lt: before(KEEP_ROWS_FOR) } },
    data: { state: 'discarded', finishedAt: now },
  })
  const ended = { state: { in: ['done', 'undone'] }, finishedAt: { lt: before(KEEP_ROWS_FOR) } }
  const old = await db.import.findMany({
    where: { rowsGoneAt: null, OR: [{ state: 'discarded' }, ended] },
    select: { id: true },
  })
  for (const { id } of old) await dropRows({ db, clock }, id)
  if (old.length > 0) log.info({ imports: old.length }, 'rows of old imports were removed')
}

/** Removes the rows of an import that needs them no more; whatever stops it on the way, the upkeep finishes it. */
export async function dropRows({ db, clock }: Pick<Casework, 'db' | 'clock'>, id: string): Promise<void> {
  await db.importRow.deleteMany({ where: { importId: id } })
  await db.import.update({ where: { id }, data: { rowsGoneAt: clock.now() } })
}

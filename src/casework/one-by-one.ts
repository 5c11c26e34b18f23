import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import type { JobName } from './jobs.ts'
import { record, type Desk } from './record.ts'

/* How the tick works through what it found. */

/** The most of one kind in one tick; the rest comes with the next, a minute later, so that an outage is caught up without a burst. */
export const BATCH = 500
/** Of a batch that is full, the share of the newest. */
const NEWEST = BATCH / 5

export type Found = { readonly id: string; readonly contactId: string | null }

/**
 * What is due, the oldest first. Where there is more than one tick takes, the newest have a share of it: what cannot be recorded stays due
 * and is the oldest soon, and must not keep everything else from its turn.
 * @param find finds at most `take` of what is due, in this order of the time at which it was.
 */
export async function batch<Thing extends { readonly id: string }>(
  find: (order: 'asc' | 'desc', take: number) => Promise<Thing[]>,
): Promise<Thing[]> {
  const oldest = await find('asc', BATCH)
  if (oldest.length < BATCH) return oldest
  const taken = oldest.slice(0, BATCH - NEWEST)
  const newest = await find('desc', NEWEST)
  return [...taken, ...newest.filter(({ id }) => taken.every((one) => one.id !== id))]
}

/** What belongs to a practice whose rules are known; the rest stands still. */
export function inForce({ practices }: Casework): { clinicId: { in: string[] } } {
  return { clinicId: { in: practices.known.map(({ clinicId }) => clinicId) } }
}

/** One transaction for each. @returns how many were changed, by what `change` says. */
export function each(
  deps: Casework,
  kind: 'followUpId' | 'messageId',
  found: readonly Found[],
  change: (desk: Desk, id: string) => Promise<boolean>,
): Promise<number> {
  return oneByOne(deps, kind, found, async ({ id, contactId }) => {
    const incident = { receipt: null, at: deps.clock.now(), contact: { id: contactId } }
    const { answer } = await record(deps, incident, async (desk) =>
      (await change(desk, id)) ? 'changed' : null,
    )
    return answer === 'changed'
  })
}

/** Orders a job anew for each of what should have had one; whoever does the job finds out whether it was done. @returns how many. */
export async function orderAgain(
  deps: Casework,
  job: JobName,
  due: readonly { readonly id: string }[],
  at: Date,
): Promise<number> {
  for (const { id } of due) {
    await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, job, id, at))
  }
  return due.length
}

/** What fails is logged and does not hold up the others. @returns for how many `work` said that it changed something. */
export async function oneByOne<Thing extends { readonly id: string }>(
  deps: Casework,
  kind: 'followUpId' | 'messageId' | 'callSid' | 'alertId',
  things: readonly Thing[],
  work: (thing: Thing) => Promise<boolean>,
): Promise<number> {
  let count = 0
  for (const thing of things) {
    try {
      if (await work(thing)) count += 1
    } catch (error) {
      deps.log.error(
        { err: error, [kind]: thing.id },
        'the tick could not record what is due; it tries again next minute',
      )
    }
  }
  return count
}

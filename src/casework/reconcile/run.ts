import type { CarrierLog } from '../../platform/carrier/log.ts'
import type { Casework } from '../casework.ts'

/** What the comparison with the carrier's lists stands on. */
export type Reconciling = Casework & { readonly carrier: CarrierLog }

/**
 * Why something at the carrier is not accounted for here:
 *
 *   no-line       it came to a number that is in no clinic file
 *   no-call       a recording of a call that the carrier does not know (any more)
 *   not-recorded  recording it failed; the log says where
 */
export type Problem = { readonly sid: string; readonly why: 'no-line' | 'no-call' | 'not-recorded' }

/** What one comparison has found so far. */
export type Tally = {
  calls: number
  recordings: number
  texts: number
  created: number
  repaired: number
  readonly problems: Problem[]
}

/** One comparison under way. */
export type Run = {
  readonly deps: Reconciling
  readonly since: Date
  readonly startedAt: Date
  /** by line id: what the carrier logged before was never ours */
  readonly addedAt: ReadonlyMap<string, Date>
  readonly tally: Tally
}

/** How many entries of the carrier are looked up here with one query. */
const BATCH = 500

/**
 * Reads one of the carrier's lists in batches.
 * @returns the error that broke it off, or null. What was read before it is worth comparing all the same.
 */
export async function readList<Entry>(
  list: AsyncIterable<Entry>,
  onBatch: (batch: readonly Entry[]) => Promise<void>,
): Promise<{ readonly error: unknown } | null> {
  const entries = list[Symbol.asyncIterator]()
  let batch: Entry[] = []
  let broken: { error: unknown } | null = null
  for (;;) {
    try {
      const next = await entries.next()
      if (next.done) break
      batch.push(next.value)
    } catch (error) {
      broken = { error }
      break
    }
    if (batch.length < BATCH) continue
    await onBatch(batch)
    batch = []
  }
  if (batch.length > 0) await onBatch(batch)
  return broken
}

/** Works on one entry. What fails is logged, becomes a problem and does not hold up the others. */
export async function one(run: Run, sid: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    run.deps.log.error(
      { err: error, sid },
      'what the carrier has on record could not be recorded here; the next comparison tries again',
    )
    run.tally.problems.push({ sid, why: 'not-recorded' })
  }
}

/** Whose a number is, and whether it was already at that time. */
export function whose(run: Run, phone: string, at: Date): 'ours' | 'not-yet-ours' | 'unknown' {
  const found = run.deps.practices.lineByPhone(phone)
  if (!found) return 'unknown'
  const addedAt = run.addedAt.get(found.line.id)
  // The carrier's times have whole seconds.
  return addedAt && at.getTime() + SECOND <= addedAt.getTime() ? 'not-yet-ours' : 'ours'
}

const SECOND = 1_000

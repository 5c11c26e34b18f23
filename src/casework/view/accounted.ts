import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Problem } from '../reconcile/run.ts'

/** Whether every call and text that the carrier lists is on record here. Holds no personal data. */
export type Accounted = {
  /** up to when the carrier's lists were compared with ours; null: never yet */
  readonly asOf: Date | null
  /** what is on the carrier's lists and could not be put on record */
  readonly problems: readonly Unaccounted[]
  /** why the newest comparison could not be made; null: it was made */
  readonly failure: string | null
}

/** The carrier's id of a call, a recording or a text, and why it is not on record. */
export type Unaccounted = Problem

const REASONS = ['no-line', 'no-call', 'not-recorded'] as const satisfies readonly Problem['why'][]

/** A reason that a newer process of this installation wrote is no reason to show nothing. */
const FOUND = z.array(z.object({ sid: z.string(), why: z.enum(REASONS).catch('not-recorded') }))

/** What the newest comparison with the carrier's lists found; null when none has been finished yet. */
export async function readAccounted(db: Db): Promise<Accounted | null> {
  const newest = await db.reconciliation.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { finishedAt: 'desc' },
  })
  if (!newest) return null
  const problems = FOUND.parse(newest.problems)
  if (newest.failure === null) return { asOf: newest.startedAt, problems, failure: null }
  const made = await db.reconciliation.findFirst({
    where: { finishedAt: { not: null }, failure: null },
    orderBy: { finishedAt: 'desc' },
  })
  // It broke off, so what the one before it found may be missing still.
  const found = new Map([...FOUND.parse(made?.problems ?? []), ...problems].map((one) => [one.sid, one]))
  return { asOf: made?.startedAt ?? null, problems: [...found.values()], failure: newest.failure }
}

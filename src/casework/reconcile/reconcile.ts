import { randomUUID } from 'node:crypto'
import type { Reconciliation } from '../../../prisma/generated/client.ts'
import { tellEveryPage } from '../changes.ts'
import { compareCalls } from './calls.ts'
import { readOrder, type Reason } from './order.ts'
import { compareRecordings } from './recordings.ts'
import type { Reconciling, Run, Tally } from './run.ts'
import { compareTexts } from './texts.ts'

/*
 * Webhooks get lost, together with the calls and texts that they tell of. So the carrier's own lists are compared with ours: what is
 * missing is recorded with its true time, what differs is repaired, and what can be neither is told to staff. Everything that is
 * recorded goes through the use cases of the webhooks, which know by the carrier's ids what they have recorded before: however often
 * and wherever this runs, each thing is here once.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Recordings, transcripts and delivery reports of a call may come a day after it; webhooks are repeated for as long. */
const LEAST_WINDOW = 26 * HOUR
/** What was still under way when the last comparison began is looked at again. */
const OVERLAP = 2 * HOUR
const LONGEST_WINDOW = 35 * DAY
/** More would make the row heavy; how many there were stands in the log. */
const MOST_PROBLEMS = 1_000

/** In this order: a recording needs its call. */
const COMPARISONS = [
  ['calls', compareCalls],
  ['recordings', compareRecordings],
  ['texts', compareTexts],
] as const

/** Carries out an order from the queue. */
export async function carryOutReconciliation(deps: Reconciling, orderName: string): Promise<void> {
  const { why, id } = readOrder(orderName)
  await reconcile(deps, why, id)
}

/**
 * Compares the carrier's lists with ours and writes down the result.
 * @param id of the row that tells the result.
 * @returns that row. A carrier that cannot be read is a result too, in `failure`; it throws only when the database does.
 */
export async function reconcile(
  deps: Reconciling,
  why: Reason,
  id: string = randomUUID(),
): Promise<Reconciliation> {
  const run = await begin(deps)
  const { since, startedAt, tally } = run
  const begun = { why, since, startedAt, finishedAt: null }
  // A job that was broken off comes again under the same id.
  await deps.db.reconciliation.upsert({ where: { id }, create: { id, ...begun }, update: begun })
  const failure = await compare(run)
  const result = await deps.db.reconciliation.update({
    where: { id },
    data: {
      ...tally,
      problems: tally.problems.slice(0, MOST_PROBLEMS),
      failure,
      finishedAt: deps.clock.now(),
    },
  })
  await tellEveryPage(deps.db)
  const { problems, ...counts } = tally
  const line = { reconciliation: id, why, ...counts, problems: problems.length }
  if (problems.length > 0) deps.log.warn(line, 'not everything at the carrier is accounted for')
  else if (failure === null) deps.log.info(line, 'compared with the lists of the carrier')
  return result
}

async function begin(deps: Reconciling): Promise<Run> {
  const startedAt = deps.clock.now()
  const lines = await deps.db.clinicLine.findMany({
    where: { active: true },
    select: { id: true, addedAt: true },
  })
  // What a run could not put on record stays in the time compared until one has.
  const last = await deps.db.reconciliation.findFirst({
    where: { finishedAt: { not: null }, failure: null, problems: { equals: [] } },
    orderBy: { startedAt: 'desc' },
    select: { startedAt: true },
  })
  const now = startedAt.getTime()
  const wanted = Math.min(now - LEAST_WINDOW, (last?.startedAt.getTime() ?? now - LONGEST_WINDOW) - OVERLAP)
  const firstLine = Math.min(now, ...lines.map(({ addedAt }) => addedAt.getTime()))
  return {
    deps,
    startedAt,
    since: new Date(Math.max(wanted, now - LONGEST_WINDOW, firstLine)),
    addedAt: new Map(lines.map((line) => [line.id, line.addedAt])),
    tally: { calls: 0, recordings: 0, texts: 0, created: 0, repaired: 0, problems: [] } satisfies Tally,
  }
}

/** @returns why the comparison could not be made in full, in words for staff; null when it was. */
async function compare(run: Run): Promise<string | null> {
  for (const [name, compareList] of COMPARISONS) {
    const broken = await compareList(run)
    if (!broken) continue
    run.deps.log.error({ err: broken.error, list: name }, 'a list of the carrier could not be read')
    return `The carrier's list of ${name} could not be read.`
  }
  return null
}

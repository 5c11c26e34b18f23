import { randomUUID } from 'node:crypto'
import { inTransaction } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'

/** Why a comparison is made. The same words stand in the database's CHECK. */
const REASONS = ['start', 'hourly', 'command'] as const
export type Reason = (typeof REASONS)[number]

/** An order for one comparison: its reason and the id of the row that will tell its result. */
export type Order = { readonly why: Reason; readonly id: string }

/** An order as the id of a job. */
export function orderName({ why, id }: Order): string {
  return `${why}:${id}`
}

/** @throws for what is no order: the queue holds what `orderName` wrote. */
export function readOrder(name: string): Order {
  const [word, id] = name.split(':')
  const why = REASONS.find((reason) => reason === word)
  if (!why || !id) throw new Error('The job orders no comparison that is known here.')
  return { why, id }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Apart from the full hour, when practices' own systems are busy. */
const MINUTE_OF_HOUR = 7 * MINUTE
const NAME = 'reconcile'

/**
 * Puts a comparison into the queue, and beside it the deletion of what is past its time. `start`: now. `hourly`: at minute 7 of each
 * hour; it may be called as often as one likes, by as many processes as there are, and orders one comparison for each hour, also when
 * that minute itself was missed.
 */
export async function planReconciliation(deps: Casework, why: 'start' | 'hourly'): Promise<void> {
  const now = deps.clock.now()
  const slot = new Date(Math.floor((now.getTime() - MINUTE_OF_HOUR) / HOUR) * HOUR + MINUTE_OF_HOUR)
  // Two processes' clocks differ by seconds; one that is hours behind was moved by hand.
  const moved = new Date(slot.getTime() + 2 * HOUR)
  const order = { why, id: randomUUID() }
  await inTransaction(deps.db, async (tx) => {
    const fresh = await tx.$executeRaw`
      INSERT INTO heartbeat (name, at, by) VALUES (${NAME}, ${slot}, ${order.id})
      ON CONFLICT (name) DO UPDATE SET at = excluded.at, by = excluded.by
      WHERE heartbeat.at < excluded.at OR heartbeat.at > ${moved}`
    if (why === 'hourly' && fresh === 0) return
    await deps.jobs.enqueue(tx, 'reconcile', orderName(order), now)
    await deps.jobs.enqueue(tx, 'delete-recordings', order.id, now)
  })
}

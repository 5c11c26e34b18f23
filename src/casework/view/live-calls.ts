import type { Db } from '../../platform/db.ts'

/** Somebody is on the telephone about an item at this moment. */
export type LiveCall = {
  readonly direction: 'inbound' | 'outbound'
  readonly state: 'ringing' | 'answered'
}

/** A call whose end was never reported does not count for longer. Twilio ends every call after so many hours (Call resource, TimeLimit). */
const LONGEST_CALL_MS = 4 * 60 * 60 * 1000

type CallFacts = {
  readonly direction: string
  readonly state: string
  readonly answeredAt: Date | null
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** The newest call of an item that is going on; null: nobody is on the line. */
export function liveCallOf(calls: readonly CallFacts[], now: Date): LiveCall | null {
  const since = liveSince(now)
  const [newest] = calls
    .filter(({ endedAt, state, startedAt }) => endedAt === null && isLive(state) && startedAt > since)
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
  return newest ? liveCall(newest) : null
}

/** The calls that are going on about these items, by item id: one look into the small index of live calls. */
export async function readLiveCalls(
  db: Db,
  followUpIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, LiveCall>> {
  if (followUpIds.length === 0) return new Map()
  // The conditions of the partial index that serves this, in its very words.
  const rows = await db.$queryRaw<{ followUpId: string; direction: string; answeredAt: Date | null }[]>`
    select follow_up_id as "followUpId", direction, answered_at as "answeredAt"
    from call
    where ended_at is null and state in ('ringing', 'answered')
      and follow_up_id = any(${[...followUpIds]}::uuid[]) and started_at > ${liveSince(now)}
    order by started_at`
  return new Map(rows.map((row) => [row.followUpId, liveCall(row)]))
}

function liveSince(now: Date): Date {
  return new Date(now.getTime() - LONGEST_CALL_MS)
}

function isLive(state: string): boolean {
  return state === 'ringing' || state === 'answered'
}

function liveCall({ direction, answeredAt }: { direction: string; answeredAt: Date | null }): LiveCall {
  return {
    direction: direction === 'outbound' ? 'outbound' : 'inbound',
    state: answeredAt === null ? 'ringing' : 'answered',
  }
}

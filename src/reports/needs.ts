import { Prisma } from '../../prisma/generated/client.ts'
import type { Trigger } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { nextOpening } from '../domain/time/business-time.ts'
import type { Db } from '../platform/db.ts'
import { said, SPOKEN, TRIED } from './lines.ts'
import { averageBetween } from './numbers.ts'
import { dateAt, spanOf, type Span } from './span.ts'

/**
 * What became, as of now, of what people needed in a week, for the needs that are judged by their own measure. An item counts once for
 * each kind of need; needs that were taken back with their list, and items taken off the active list, do not count.
 */
export type Needs = {
  /**
   * Requests for an appointment. Their day is the practice's day on which it is open next when they come in: that same day for one that
   * comes before closing time, the next business day for one of the evening or the weekend.
   */
  readonly appointmentRequests: {
    /** the next four add up to it */
    readonly total: number
    /** somebody tried to reach the person, or spoke to them, before their day was over … */
    readonly contactedSameDay: number
    readonly contactedLater: number
    /** … or nobody did, and it is over */
    readonly notContacted: number
    readonly notDueYet: number
  }
  readonly referrals: {
    readonly received: number
    /** a visit was booked */
    readonly scheduled: number
    /** from the referral to the booking; of those booked */
    readonly averageBusinessMinutesToScheduled: number | null
  }
  /** intakes found incomplete: told by another system or a list, or recorded as the outcome of an attempt */
  readonly intake: {
    readonly incomplete: number
    /** the item was closed as resolved, or the visit booked, since */
    readonly completed: number
  }
  /** people who missed a visit */
  readonly noShows: {
    readonly total: number
    readonly reached: number
    /** another visit was booked */
    readonly scheduled: number
  }
}

const KINDS = [
  'appointment-request',
  'referral-received',
  'incomplete-intake',
  'no-show',
] as const satisfies readonly Trigger[]

type NeedRow = {
  readonly kind: (typeof KINDS)[number]
  readonly at: Date
  /** null: not yet */
  readonly tried: Date | null
  readonly reached: boolean
  readonly scheduled: Date | null
  readonly completed: boolean
}

/** @param now the present instant. */
export async function needsOf(db: Db, policy: Policy, week: Span, now: Date): Promise<Needs> {
  const rows = await readNeeds(db, policy.clinicId, week)
  const of = (kind: NeedRow['kind']): readonly NeedRow[] => rows.filter((row) => row.kind === kind)
  const referrals = of('referral-received')
  const intakes = of('incomplete-intake')
  const noShows = of('no-show')
  return {
    appointmentRequests: contacted(policy, of('appointment-request'), now),
    referrals: {
      received: referrals.length,
      scheduled: booked(referrals),
      averageBusinessMinutesToScheduled: averageBetween(
        policy.calendar,
        referrals.map(({ at, scheduled }) => [at, scheduled]),
      ),
    },
    intake: {
      incomplete: intakes.length,
      completed: intakes.filter(({ completed }) => completed).length,
    },
    noShows: {
      total: noShows.length,
      reached: noShows.filter(({ reached }) => reached).length,
      scheduled: booked(noShows),
    },
  }
}

function booked(rows: readonly NeedRow[]): number {
  return rows.filter(({ scheduled }) => scheduled !== null).length
}

function contacted({ calendar }: Policy, rows: readonly NeedRow[], now: Date): Needs['appointmentRequests'] {
  const verdicts = rows.map(({ at, tried }) => {
    const day = dateAt(calendar, nextOpening(calendar, at))
    const { end } = spanOf(calendar, day, day)
    if (tried !== null) return tried < end ? 'same-day' : 'later'
    return now < end ? 'not-due-yet' : 'not-contacted'
  })
  const count = (verdict: (typeof verdicts)[number]): number =>
    verdicts.filter((each) => each === verdict).length
  return {
    total: rows.length,
    contactedSameDay: count('same-day'),
    contactedLater: count('later'),
    notContacted: count('not-contacted'),
    notDueYet: count('not-due-yet'),
  }
}

/** What was told several times in the week counts from the first time on. */
function readNeeds(db: Db, clinicId: string, { start, end }: Span): Promise<NeedRow[]> {
  const first = (line: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`(SELECT min(h.at) FROM history h WHERE h.follow_up_id = need.item AND h.at >= need.at AND ${line})`
  return db.$queryRaw<NeedRow[]>`
    SELECT need.kind, need.at, ${first(TRIED)} AS tried, ${first(SPOKEN)} IS NOT NULL AS reached,
      ${first(said('reached-scheduled'))} AS scheduled,
      ${first(said('resolved', 'reached-scheduled'))} IS NOT NULL AS completed
    FROM (
      SELECT told.item, told.kind, min(told.at) AS at FROM (
        SELECT r.follow_up_id AS item, r.trigger AS kind, r.at FROM request r
        WHERE r.at >= ${start} AND r.at < ${end} AND r.withdrawn_at IS NULL AND r.trigger IN (${Prisma.join([...KINDS])})
        UNION ALL
        SELECT h.follow_up_id, 'incomplete-intake', h.at FROM history h
        WHERE h.at >= ${start} AND h.at < ${end} AND ${said('incomplete-intake')}) told
      GROUP BY told.item, told.kind) need
    JOIN follow_up f ON f.id = need.item
    WHERE f.clinic_id = ${clinicId} AND f.outcome IS DISTINCT FROM 'removed'`
}

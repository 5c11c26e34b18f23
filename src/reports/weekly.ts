import { Prisma } from '../../prisma/generated/client.ts'
import { targetTime, workflowFor } from '../domain/follow-up/schedule.ts'
import type { Outcome, Trigger } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Db } from '../platform/db.ts'
import { acknowledgementsIn, type Acknowledgements } from './acknowledgements.ts'
import { escalationsIn, type Escalations } from './escalations.ts'
import { said, SPOKEN, TRIED } from './lines.ts'
import { needsOf, type Needs } from './needs.ts'
import { averageBetween } from './numbers.ts'
import { sampleOfClosed, type Sampled } from './sample.ts'
import { startOfLastBusinessDay, type Span } from './span.ts'

/**
 * The week of a practice on one page. It counts calls and items, never people at work: it finds where work gets stuck. What became of
 * the week's calls and requests is told as of now; targets are those of the rules in force now.
 */
export type Weekly = {
  readonly missedCalls: {
    readonly total: number
    /** of these: somebody called back, or the person got through, by the practice's target for it … */
    readonly returnedInTime: number
    readonly returnedLate: number
    /** … or not yet, and the target went by */
    readonly notReturned: number
    readonly notDueYet: number
    /** the person was spoken to in the end */
    readonly recovered: number
    readonly averageCallbackBusinessMinutes: number | null
  }
  readonly requests: {
    readonly opened: number
    readonly closed: number
    /** of those opened */
    readonly averageBusinessMinutesToFirstAttempt: number | null
    /** of those closed, without what was taken off the list */
    readonly averageBusinessMinutesToCompletion: number | null
    /** open at the end of the week, or now, and for a whole business day at least; recall lists are worked by their own dates */
    readonly unresolvedOlderThanOneBusinessDay: number
    /** somebody called again about what was open */
    readonly repeatContacts: number
    readonly wrongNumbers: number
  }
  readonly booked: { readonly total: number; readonly fromCallbacks: number }
  readonly escalated: Escalations
  /** how soon those on call answered for what was urgent */
  readonly alerts: Acknowledgements
  /** what kept people from booking, the most frequent first */
  readonly barriers: readonly { readonly outcome: Barrier; readonly items: number }[]
  /** recalls that were on the list in this week */
  readonly recall: { readonly onList: number; readonly reached: number; readonly scheduled: number }
  /** opened requests of people who speak another language than the practice's first */
  readonly otherLanguages: {
    readonly items: number
    readonly reached: number
    /** somebody who speaks it had to be found first */
    readonly supportNeeded: number
  }
  readonly needs: Needs
  /** some of the items closed in the week, for looking over what was written down */
  readonly sample: readonly Sampled[]
}

export const BARRIERS = [
  'needs-insurance-review',
  'needs-outside-document',
  'needs-language-support',
  'needs-telehealth-help',
  'incomplete-intake',
] as const satisfies readonly Outcome[]
type Barrier = (typeof BARRIERS)[number]

const CALLBACKS = [
  'missed-call',
  'after-hours-voicemail',
  'patient-message',
] as const satisfies readonly Trigger[]
const RECALLS = ['recall-due', 'care-gap'] as const satisfies readonly Trigger[]

/** @param now the present instant. */
export async function weekly(db: Db, policy: Policy, week: Span, now: Date): Promise<Weekly> {
  const [missedCalls, requests, events, ...others] = await Promise.all([
    missedCallsOf(db, policy, week, now),
    requestsOf(db, policy, week, now),
    eventsOf(db, policy, week),
    escalationsIn(db, policy.clinicId, week),
    recallOf(db, policy, week),
    otherLanguagesOf(db, policy, week),
    needsOf(db, policy, week, now),
    sampleOfClosed(db, policy.clinicId, week),
    acknowledgementsIn(db, policy.clinicId, week),
  ])
  const [escalated, recall, otherLanguages, needs, sample, alerts] = others
  const { repeatContacts, wrongNumbers, booked, barriers } = events
  return {
    missedCalls,
    requests: { ...requests, repeatContacts, wrongNumbers },
    ...{ booked, escalated, alerts, barriers, recall, otherLanguages, needs, sample },
  }
}

async function missedCallsOf(
  db: Db,
  policy: Policy,
  { start, end }: Span,
  now: Date,
): Promise<Weekly['missedCalls']> {
  const rows = await db.$queryRaw<
    { trigger: Trigger; startedAt: Date; tried: Date | null; recovered: boolean }[]
  >`
    SELECT f.trigger, c.started_at AS "startedAt",
      (SELECT min(h.at) FROM history h WHERE h.follow_up_id = f.id AND h.at >= c.started_at AND ${TRIED}) AS tried,
      EXISTS (SELECT 1 FROM history h WHERE h.follow_up_id = f.id AND h.at >= c.started_at AND ${SPOKEN}) AS recovered
    FROM call c JOIN follow_up f ON f.id = c.follow_up_id
    WHERE c.clinic_id = ${policy.clinicId} AND c.state = 'missed' AND c.direction = 'inbound'
      AND c.started_at >= ${start} AND c.started_at < ${end}`
  const judged = rows.map(({ trigger, startedAt, tried }) => {
    const inTime = (tried ?? now) <= targetTime(policy, workflowFor(policy, trigger), startedAt)
    if (tried === null) return inTime ? 'not-due-yet' : 'not-returned'
    return inTime ? 'in-time' : 'late'
  })
  const count = (verdict: (typeof judged)[number]): number => judged.filter((each) => each === verdict).length
  return {
    total: rows.length,
    returnedInTime: count('in-time'),
    returnedLate: count('late'),
    notReturned: count('not-returned'),
    notDueYet: count('not-due-yet'),
    recovered: rows.filter(({ recovered }) => recovered).length,
    averageCallbackBusinessMinutes: averageBetween(
      policy.calendar,
      rows.map(({ startedAt, tried }) => [startedAt, tried]),
    ),
  }
}

async function requestsOf(
  db: Db,
  policy: Policy,
  { start, end }: Span,
  now: Date,
): Promise<Omit<Weekly['requests'], 'repeatContacts' | 'wrongNumbers'>> {
  const { clinicId, calendar } = policy
  const cutoff = startOfLastBusinessDay(calendar, now < end ? now : end)
  const [opened, closed, unresolved] = await Promise.all([
    db.$queryRaw<{ receivedAt: Date; tried: Date | null }[]>`
      SELECT f.received_at AS "receivedAt",
        (SELECT min(h.at) FROM history h WHERE h.follow_up_id = f.id AND ${TRIED}) AS tried
      FROM follow_up f WHERE f.clinic_id = ${clinicId} AND f.received_at >= ${start} AND f.received_at < ${end}`,
    db.followUp.findMany({
      where: { clinicId, status: 'closed', closedAt: { gte: start, lt: end } },
      select: { receivedAt: true, closedAt: true, outcome: true },
    }),
    cutoff === null
      ? 0
      : db.followUp.count({
          where: {
            ...{ clinicId, receivedAt: { lt: cutoff }, trigger: { notIn: [...RECALLS] } },
            OR: [{ status: { not: 'closed' } }, { closedAt: { gte: end } }],
          },
        }),
  ])
  return {
    opened: opened.length,
    closed: closed.length,
    averageBusinessMinutesToFirstAttempt: averageBetween(
      policy.calendar,
      opened.map(({ receivedAt, tried }) => [receivedAt, tried]),
    ),
    averageBusinessMinutesToCompletion: averageBetween(
      policy.calendar,
      closed
        .filter(({ outcome }) => outcome !== 'removed')
        .map(({ receivedAt, closedAt }) => [receivedAt, closedAt]),
    ),
    unresolvedOlderThanOneBusinessDay: unresolved,
  }
}

/** What happened in the week, to whichever item: each item counts once for each kind. */
async function eventsOf(
  db: Db,
  { clinicId }: Policy,
  { start, end }: Span,
): Promise<{
  readonly repeatContacts: number
  readonly wrongNumbers: number
  readonly booked: Weekly['booked']
  readonly barriers: Weekly['barriers']
}> {
  const rows = await db.$queryRaw<{ what: string; callback: boolean; items: number; lines: number }[]>`
    SELECT CASE WHEN h.kind = 'wrong-number-reported' THEN 'wrong-number'
        ELSE coalesce(h.detail->>'outcome', h.kind) END AS what,
      f.trigger IN (${Prisma.join([...CALLBACKS])}) AS callback,
      count(DISTINCT f.id)::int AS items, count(*)::int AS lines
    FROM history h JOIN follow_up f ON f.id = h.follow_up_id
    WHERE f.clinic_id = ${clinicId} AND h.at >= ${start} AND h.at < ${end}
      AND h.kind IN ('outcome-recorded', 'called-again', 'wrong-number-reported')
    GROUP BY 1, 2`
  const sum = (what: string, of: 'items' | 'lines' = 'items'): number =>
    rows.reduce((all, row) => (row.what === what ? all + row[of] : all), 0)
  return {
    repeatContacts: sum('called-again', 'lines'),
    wrongNumbers: sum('wrong-number'),
    booked: {
      total: sum('reached-scheduled'),
      fromCallbacks: rows.find(({ what, callback }) => what === 'reached-scheduled' && callback)?.items ?? 0,
    },
    barriers: BARRIERS.map((outcome) => ({ outcome, items: sum(outcome) }))
      .filter(({ items }) => items > 0)
      .sort((a, b) => b.items - a.items),
  }
}

async function recallOf(db: Db, { clinicId }: Policy, { start, end }: Span): Promise<Weekly['recall']> {
  const [row] = await db.$queryRaw<Weekly['recall'][]>`
    SELECT count(*)::int AS "onList",
      (count(*) FILTER (WHERE EXISTS
        (SELECT 1 FROM history h WHERE h.follow_up_id = f.id AND h.at < ${end} AND ${SPOKEN})))::int AS reached,
      (count(*) FILTER (WHERE EXISTS
        (SELECT 1 FROM history h WHERE h.follow_up_id = f.id AND h.at < ${end} AND ${said('reached-scheduled')})))::int
        AS scheduled
    FROM follow_up f
    WHERE f.clinic_id = ${clinicId} AND f.trigger IN (${Prisma.join([...RECALLS])}) AND f.received_at < ${end}
      AND (f.status <> 'closed' OR (f.closed_at >= ${start} AND f.outcome <> 'removed'))`
  return row ?? { onList: 0, reached: 0, scheduled: 0 }
}

async function otherLanguagesOf(
  db: Db,
  { clinicId, languages }: Policy,
  { start, end }: Span,
): Promise<Weekly['otherLanguages']> {
  const [row] = await db.$queryRaw<Weekly['otherLanguages'][]>`
    SELECT count(*)::int AS items,
      (count(*) FILTER (WHERE EXISTS
        (SELECT 1 FROM history h WHERE h.follow_up_id = f.id AND ${SPOKEN})))::int AS reached,
      (count(*) FILTER (WHERE EXISTS
        (SELECT 1 FROM history h WHERE h.follow_up_id = f.id AND ${said('needs-language-support')})))::int
        AS "supportNeeded"
    FROM follow_up f
    WHERE f.clinic_id = ${clinicId} AND f.language <> ${languages[0]} AND f.received_at >= ${start} AND f.received_at < ${end}`
  return row ?? { items: 0, reached: 0, supportNeeded: 0 }
}

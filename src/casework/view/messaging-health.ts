import { Prisma } from '../../../prisma/generated/client.ts'
import { standingOptOuts } from '../../domain/consent/ledger.ts'
import type { FaultReason } from '../../domain/texting/carrier-code-table.ts'
import { ruleOfReport } from '../../domain/texting/carrier-codes.ts'
import type { MessageState } from '../../domain/texting/delivery.ts'
import type { Db } from '../../platform/db.ts'
import { ledgerLine } from '../contact-store.ts'
import { activeStops, type ActiveStop } from '../sending/stops.ts'

/** The spans that a reader may choose: days that end now. */
export const HEALTH_DAYS = [1, 7, 30] as const
export type HealthDays = (typeof HEALTH_DAYS)[number]

/** How texting goes. Counts and item numbers only: nothing here says who was texted. */
export type MessagingHealth = {
  readonly since: Date
  readonly until: Date
  /** what became, up to now, of the texts that were planned in the span */
  readonly texts: SpanTexts
  readonly queue: TextQueue
  /** over all practices of the installation, because a number belongs to none of them */
  readonly numbers: NumberCounts
  /** faults for which texts wait until somebody resumes them, oldest first */
  readonly stops: readonly ActiveStop[]
}

type SpanTexts = {
  readonly planned: number
  readonly states: Readonly<Record<OutgoingState, number>>
  /** undelivered and failed ones, most frequent first */
  readonly faults: readonly FaultCount[]
  /** those that the gate refused, most frequent first; words of src/domain/texting/gate.ts */
  readonly refused: readonly Counted[]
  /** those that an opt-out, a reply or a person's decision came before */
  readonly canceled: readonly Counted[]
}
type OutgoingState = Exclude<MessageState, 'received'>
type Counted = { readonly why: string; readonly count: number }
type FaultCount = {
  readonly reason: FaultReason
  readonly count: number
  /** the carrier's codes behind it; null: it gave none */
  readonly codes: readonly { readonly code: number | null; readonly count: number }[]
}

/** What has not left or not been settled by now, whenever it was planned. */
type TextQueue = {
  /** planned and held */
  readonly waiting: number
  /** of these, whose time has come */
  readonly due: number
  readonly held: readonly HeldTexts[]
  readonly onTheWire: number
  /** whose answer was lost and which the carrier's log did not show yet */
  readonly unknown: number
}
type HeldTexts = Counted & {
  readonly oldest: {
    /** the number of its item; null when it has none */
    readonly item: number | null
    readonly clinicId: string
    readonly plannedAt: Date
    /** null: until somebody resumes it */
    readonly until: Date | null
  }
}

type NumberCounts = {
  readonly optedOut: number
  /** those that were opted out within the span, some of whom may have agreed again */
  readonly optedOutInSpan: number
} & Readonly<Record<'landline' | 'invalid' | 'blocked' | 'reassigned', number>>

/**
 * How texting goes for the practices of a reader. Every query reads an index of the texts concerned, never the whole table.
 * @param clinics the reader's practices; empty: all.
 */
export async function readMessagingHealth(
  db: Db,
  clinics: readonly string[],
  days: HealthDays,
  now: Date,
): Promise<MessagingHealth> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const [texts, queue, numbers, stops] = await Promise.all([
    readTextsSince(db, clinics, since),
    queueOf(db, clinics, now),
    numbersOf(db, since),
    activeStops(db),
  ])
  return { since, until: now, texts, queue, numbers, stops }
}

function ofClinics(clinics: readonly string[]): Prisma.Sql {
  return clinics.length > 0 ? Prisma.sql`and clinic_id in (${Prisma.join([...clinics])})` : Prisma.empty
}

type Group = { state: OutgoingState; refusal: string | null; code: number | null; count: number }

/** What became, up to now, of the texts that were planned since an instant. */
export async function readTextsSince(db: Db, clinics: readonly string[], since: Date): Promise<SpanTexts> {
  const groups = await db.$queryRaw<Group[]>`
    select state, refusal, error_code as code, count(*)::int as count
    from message
    where direction = 'out' and created_at >= ${since} ${ofClinics(clinics)}
    group by state, refusal, error_code`
  const states: Record<OutgoingState, number> = {
    ...{ planned: 0, held: 0, sending: 0, sent: 0, delivered: 0, undelivered: 0 },
    ...{ failed: 0, refused: 0, unknown: 0, canceled: 0 },
  }
  for (const { state, count } of groups) states[state] += count
  return {
    planned: total(groups),
    states,
    faults: faultsOf(groups.filter(({ state }) => state === 'undelivered' || state === 'failed')),
    refused: byReason(groups.filter(({ state }) => state === 'refused')),
    canceled: byReason(groups.filter(({ state }) => state === 'canceled')),
  }
}

function faultsOf(groups: readonly Group[]): FaultCount[] {
  const faults = Map.groupBy(groups, ({ code }) => ruleOfReport(code).reason)
  return [...faults]
    .map(([reason, found]) => ({
      reason,
      count: total(found),
      codes: [...Map.groupBy(found, ({ code }) => code)]
        .map(([code, same]) => ({ code, count: total(same) }))
        .sort((a, b) => b.count - a.count || (a.code ?? 0) - (b.code ?? 0)),
    }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason))
}

function byReason(groups: readonly Group[]): Counted[] {
  return [...Map.groupBy(groups, ({ refusal }) => refusal ?? '')]
    .map(([why, same]) => ({ why, count: total(same) }))
    .sort((a, b) => b.count - a.count || a.why.localeCompare(b.why))
}

function total(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

type OldestHeld = {
  why: string
  count: number
  item: number | null
  clinicId: string
  plannedAt: Date
  until: Date | null
}

async function queueOf(db: Db, clinics: readonly string[], now: Date): Promise<TextQueue> {
  const [counted, held] = await Promise.all([
    // The words of the partial index that holds what is not settled.
    db.$queryRaw<{ state: OutgoingState; count: number; due: number }[]>`
      select state, count(*)::int as count,
        (count(*) filter (where not_before is null or not_before <= ${now}))::int as due
      from message
      where state in ('planned', 'held', 'sending', 'unknown') ${ofClinics(clinics)}
      group by state`,
    db.$queryRaw<OldestHeld[]>`
      with oldest as (
        select distinct on (refusal) refusal, follow_up_id, clinic_id, created_at, not_before,
          (count(*) over (partition by refusal))::int as count
        from message
        where state = 'held' ${ofClinics(clinics)}
        order by refusal, created_at, id)
      select o.refusal as why, o.count, f.number as item, o.clinic_id as "clinicId", o.created_at as "plannedAt",
        o.not_before as until
      from oldest o left join follow_up f on f.id = o.follow_up_id
      order by o.count desc, o.refusal`,
  ])
  const of = (state: OutgoingState) => counted.find((row) => row.state === state) ?? { count: 0, due: 0 }
  return {
    waiting: of('planned').count + of('held').count,
    due: of('planned').due + of('held').due,
    held: held.map(({ why, count, ...oldest }) => ({ why, count, oldest })),
    onTheWire: of('sending').count,
    unknown: of('unknown').count,
  }
}

async function numbersOf(db: Db, since: Date): Promise<NumberCounts> {
  const [rows, optedOut, [span]] = await Promise.all([
    db.$queryRaw<{ textable: string; count: number }[]>`
      select textable, count(*)::int as count from contact
      where textable in ('landline', 'invalid', 'blocked', 'reassigned')
      group by textable`,
    countOptedOut(db),
    db.$queryRaw<{ count: number }[]>`
      select count(distinct contact_id)::int as count from consent_event where kind = 'revoke' and at >= ${since}`,
  ])
  const of = (textable: string) => rows.find((row) => row.textable === textable)?.count ?? 0
  return {
    optedOut,
    optedOutInSpan: span?.count ?? 0,
    landline: of('landline'),
    invalid: of('invalid'),
    blocked: of('blocked'),
    reassigned: of('reassigned'),
  }
}

/**
 * How many numbers are opted out by the ledger. The database answers where it can; where somebody agreed again after a revocation,
 * which is rare, the rules of the ledger decide whether that counts.
 */
async function countOptedOut(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ out: boolean; count: number; ids: string[] }[]>`
    with ledger as (
      select contact_id,
        max(seq) filter (where kind = 'revoke' and basis in ('keyword', 'carrier')) as keyword,
        max(seq) filter (where kind = 'revoke' and basis not in ('keyword', 'carrier')) as spoken,
        max(seq) filter (where kind = 'lift') as lifted,
        max(seq) filter (where kind = 'grant') as granted
      from consent_event
      where contact_id in (select contact_id from consent_event where kind = 'revoke')
      group by contact_id),
    read as (
      select contact_id,
        coalesce(keyword > coalesce(lifted, 0), false) or coalesce(spoken > coalesce(granted, 0), false) as out
      from ledger
      where keyword > coalesce(lifted, 0) or spoken is not null)
    select out, count(*)::int as count,
      coalesce(array_agg(contact_id::text) filter (where not out), '{}') as ids
    from read group by out`
  const agreedAgain = rows.find(({ out }) => !out)?.ids ?? []
  const lines = await db.consentEvent.findMany({
    where: { contactId: { in: agreedAgain } },
    orderBy: { seq: 'asc' },
    omit: { words: true },
  })
  const ledgers = [...Map.groupBy(lines, ({ contactId }) => contactId).values()]
  const still = ledgers.filter((ledger) => {
    const { byKeyword, inWords } = standingOptOuts(ledger.map(ledgerLine))
    return byKeyword !== null || inWords !== null
  }).length
  return (rows.find(({ out }) => out)?.count ?? 0) + still
}

import { Prisma } from '../../../prisma/generated/client.ts'
import { RESTING_ACTIONS } from '../../domain/follow-up/escalating.ts'
import type { Escalation, EscalationTarget, LastAction, NextAction } from '../../domain/follow-up/item.ts'
import {
  unreachable,
  type Heard,
  type Language,
  type Outcome,
  type Queue,
  type Status,
  type Trigger,
  type Urgency,
} from '../../domain/follow-up/words.ts'
import { cursorOf, readCursor } from '../../platform/cursor.ts'
import type { Db } from '../../platform/db.ts'

/** One item as a list shows it. Holds no clinical text. */
export type BoardRow = {
  readonly id: string
  readonly number: number
  readonly clinicId: string
  readonly lineId: string
  readonly phone: string | null
  readonly name: string | null
  readonly trigger: Trigger
  readonly status: Status
  readonly queue: Queue
  readonly urgency: Urgency
  readonly heard: Heard
  readonly reason: string
  readonly language: Language
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly nextAction: NextAction | null
  readonly lastAction: LastAction
  readonly lastActionAt: Date
  readonly attempts: number
  readonly repeatContacts: number
  readonly escalatedAt: Date | null
  readonly escalation: Escalation | null
  /** who heard last that nobody acted on it in time */
  readonly escalatedTo: EscalationTarget | null
  /** until when nobody calls the person again, because somebody tried not long ago */
  readonly restUntil: Date | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly outcome: Outcome | null
  readonly closedAt: Date | null
}

export type BoardFilter = {
  /** one item alone */
  readonly id?: string
  /** the reader's practices; empty: all */
  readonly clinics: readonly string[]
  readonly clinic?: string
  readonly queue?: Queue
  readonly status?: Status
  readonly trigger?: Trigger
  /** E.164 */
  readonly phone?: string
  /** true: open items only, by due time; false: closed ones only; absent: all */
  readonly open?: boolean
  /** with `open: true`: what is urgent before all else */
  readonly urgentFirst?: boolean
  /** the shelf of those called not long ago: `only` it, or the list `without` it, at an instant; absent: both together */
  readonly resting?: { readonly at: Date; readonly shelf: 'only' | 'without' }
}

export type BoardPage = {
  readonly items: readonly BoardRow[]
  /** hand it back as `after` for the following page; null: there is none */
  readonly next: string | null
}

/**
 * One page of items. Open items come in the order of work: what is due first, then the lower number; any other choice comes
 * newest first. Both orders are by values that no two items share, so that no page repeats or skips an item that stood still.
 * @param page.limit items on a page, at most 200.
 * @param page.after the `next` of the page before; BadInput when it is not one.
 */
export async function readBoard(
  db: Pick<Db, '$queryRaw'>,
  filter: BoardFilter,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<BoardPage> {
  const by = orderOf(filter)
  const limit = Math.min(Math.max(page.limit, 1), 200)
  const conditions = [...conditionsOf(filter), ...(page.after === undefined ? [] : [beyond(page.after, by)])]
  const rows = await db.$queryRaw<BoardRow[]>`
    select f.id, f.number, f.clinic_id as "clinicId", f.line_id as "lineId", c.phone, c.name, f.trigger, f.status, f.queue,
      f.urgency, f.heard, f.reason, f.language, f.received_at as "receivedAt", f.due_at as "dueAt",
      f.next_action as "nextAction", f.last_action as "lastAction", f.last_action_at as "lastActionAt", f.attempts,
      f.repeat_contacts as "repeatContacts", f.escalated_at as "escalatedAt", f.escalation,
      f.escalated_to as "escalatedTo", c.rest_until as "restUntil", f.owner_id as "ownerId",
      coalesce(s.name, k.name) as "ownerName", f.outcome, f.closed_at as "closedAt"
    from follow_up f
    left join contact c on c.id = f.contact_id
    left join staff s on s.id = f.owner_id
    left join api_key k on f.owner_id = 'key:' || k.id
    where ${all(conditions)}
    order by ${ORDERS[by]}
    limit ${limit + 1}`
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? placeOf(last, by) : null }
}

export type LaneCount = {
  readonly open: number
  readonly overdue: number
  readonly urgent: number
  /** voicemails that nobody could read yet */
  readonly notHeard: number
  /** called not long ago, and left in peace for a while; in none of the other counts */
  readonly resting: number
}

/** How many open items each queue holds, in one grouped query. */
export async function countLanes(
  db: Db,
  filter: BoardFilter,
  now: Date,
): Promise<Readonly<Record<Queue, LaneCount>>> {
  const where = all(conditionsOf({ clinics: filter.clinics, open: true }))
  const [rows, resting] = await Promise.all([
    db.$queryRaw<(Omit<LaneCount, 'resting'> & { queue: Queue })[]>`
      select f.queue, count(*)::int as open,
        (count(*) filter (where f.due_at < ${now}))::int as overdue,
        (count(*) filter (where f.urgency = 'urgent'))::int as urgent,
        (count(*) filter (where f.heard = 'not-heard-yet'))::int as "notHeard"
      from follow_up f where ${where} group by f.queue`,
    // From the few contacts that rest, so that the many items that do not are not asked.
    db.$queryRaw<{ queue: Queue; open: number; overdue: number }[]>`
      select f.queue, count(*)::int as open, (count(*) filter (where f.due_at < ${now}))::int as overdue
      from contact c join follow_up f on f.contact_id = c.id
      where c.rest_until > ${now} and ${RESTS} and ${where} group by f.queue`,
  ])
  const laneOf = (queue: Queue): LaneCount => {
    const all = rows.find((row) => row.queue === queue)
    const shelf = resting.find((row) => row.queue === queue)
    return {
      open: (all?.open ?? 0) - (shelf?.open ?? 0),
      overdue: (all?.overdue ?? 0) - (shelf?.overdue ?? 0),
      urgent: all?.urgent ?? 0,
      notHeard: all?.notHeard ?? 0,
      resting: shelf?.open ?? 0,
    }
  }
  return { assistant: laneOf('assistant'), licensed: laneOf('licensed'), manager: laneOf('manager') }
}

/** The items that wait while their contact rests: `restsNow` in the words of the database. */
const RESTS = Prisma.sql`(f.urgency = 'routine' and f.queue <> 'licensed' and f.next_action in (${Prisma.join([...RESTING_ACTIONS])}))`

function onShelf({ at, shelf }: NonNullable<BoardFilter['resting']>): Prisma.Sql {
  const rests = Prisma.sql`(${RESTS} and c.rest_until > ${at})`
  return shelf === 'only' ? rests : Prisma.sql`${rests} is not true`
}

/** How many items were closed since an instant, such as the beginning of the practice's day. */
export function countClosedSince(db: Db, clinics: readonly string[], since: Date): Promise<number> {
  return db.followUp.count({
    where: {
      status: 'closed',
      closedAt: { gte: since },
      ...(clinics.length > 0 ? { clinicId: { in: [...clinics] } } : {}),
    },
  })
}

function conditionsOf(filter: BoardFilter): Prisma.Sql[] {
  return [
    // The condition of the partial index that serves the board, in its very words.
    ...(filter.open === true ? [Prisma.sql`f.status <> 'closed'`] : []),
    ...(filter.open === false ? [Prisma.sql`f.status = 'closed'`] : []),
    ...(filter.clinics.length > 0 ? [Prisma.sql`f.clinic_id in (${Prisma.join([...filter.clinics])})`] : []),
    ...(filter.id === undefined ? [] : [Prisma.sql`f.id = ${filter.id}::uuid`]),
    ...(filter.clinic === undefined ? [] : [Prisma.sql`f.clinic_id = ${filter.clinic}`]),
    ...(filter.queue === undefined ? [] : [Prisma.sql`f.queue = ${filter.queue}`]),
    ...(filter.status === undefined ? [] : [Prisma.sql`f.status = ${filter.status}`]),
    ...(filter.resting === undefined ? [] : [onShelf(filter.resting)]),
    ...(filter.trigger === undefined ? [] : [Prisma.sql`f.trigger = ${filter.trigger}`]),
    ...(filter.phone === undefined
      ? []
      : [Prisma.sql`f.contact_id = (select id from contact where phone = ${filter.phone})`]),
  ]
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, ' and ') : Prisma.sql`true`
}

/** Orders by values that no two items share, by the names that stand in cursors. */
const ORDERS = {
  due: Prisma.sql`f.due_at, f.number`,
  'urgent-first': Prisma.sql`f.urgency <> 'urgent', f.due_at, f.number`,
  newest: Prisma.sql`f.received_at desc, f.number desc`,
} as const
type Order = keyof typeof ORDERS

function orderOf({ open, urgentFirst }: BoardFilter): Order {
  if (open !== true) return 'newest'
  return urgentFirst === true ? 'urgent-first' : 'due'
}

function placeOf(row: BoardRow, order: Order): string {
  const number = String(row.number)
  const place = order === 'urgent-first' && row.urgency === 'urgent' ? `u${number}` : number
  return cursorOf(order, order !== 'newest' && row.dueAt ? row.dueAt : row.receivedAt, place)
}

function beyond(cursor: string, order: Order): Prisma.Sql {
  const { at, id } = readCursor(order, cursor, order === 'urgent-first' ? /^u?\d{1,9}$/ : /^\d{1,9}$/)
  const urgent = id.startsWith('u')
  const number = Number(id.replace('u', ''))
  switch (order) {
    case 'due':
      return Prisma.sql`(f.due_at, f.number) > (${at}, ${number})`
    case 'urgent-first':
      return Prisma.sql`(f.urgency <> 'urgent', f.due_at, f.number) > (${!urgent}, ${at}, ${number})`
    case 'newest':
      return Prisma.sql`(f.received_at, f.number) < (${at}, ${number})`
    default:
      return unreachable(order)
  }
}

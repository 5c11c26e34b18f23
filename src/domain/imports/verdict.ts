import type { Need } from '../follow-up/request.ts'
import { plainWord } from './words.ts'
import type { ListedNeed, RowProblem } from './rows.ts'

/**
 * What importing a row would do.
 *   new       — a new item
 *   joined    — the person has an open item: the need becomes part of it
 *   opted-out — a new item without any text: the person asked for none, and is called
 *   skipped   — nothing, because the person is taken care of, or must not be called
 *   rejected  — nothing, because the row cannot be read
 */
export const VERDICTS = ['new', 'joined', 'opted-out', 'skipped', 'rejected'] as const
export type VerdictKind = (typeof VERDICTS)[number]

/** The rows that change something. */
export const IMPORTED: readonly VerdictKind[] = ['new', 'joined', 'opted-out']

export type SkipReason =
  'do-not-call' | 'wrong-number' | 'already-scheduled' | 'in-cadence' | 'closed-lately' | 'duplicate'

/** `item` is an item's number, `row` a row of the same list. */
export type Verdict =
  | { readonly kind: 'new' | 'opted-out' }
  | {
      readonly kind: 'joined'
      readonly item: number | null
      readonly row: number | null
      readonly optedOut: boolean
    }
  | {
      readonly kind: 'skipped'
      readonly why: SkipReason
      readonly item: number | null
      readonly row: number | null
    }
  | { readonly kind: 'rejected'; readonly problems: readonly RejectedFor[] }

/** `too-many-on-number`: a number that stands for nobody; `not-recorded`: it failed on our side. */
export type RejectedFor =
  RowProblem | { readonly why: 'too-many-on-number' | 'not-recorded'; readonly field: null }

/** What is on record of a number in the practice of the list. */
export type KnownContact = {
  readonly noCalls: boolean
  /** it was reported not to be the patient's, and nobody was in touch from it since */
  readonly wrongNumber: boolean
  readonly optedOut: boolean
  /** the open items, and those closed within CLOSED_LATELY_DAYS; the newest first */
  readonly items: readonly KnownItem[]
}

export type KnownItem = {
  readonly number: number
  readonly open: boolean
  readonly scheduled: boolean
  /** a contact through the line of the list joins it */
  readonly joins: boolean
  readonly requests: readonly KnownRequest[]
}

export type KnownRequest = Pick<Need, 'trigger' | 'personName' | 'segment' | 'reason'>

/** For so long after an item was closed the same need is not brought up again. */
export const CLOSED_LATELY_DAYS = 30
/** Nobody shares a telephone with more people; more rows than that have a placeholder for a number. */
export const MOST_ON_NUMBER = 10

export const UNKNOWN_CONTACT: KnownContact = {
  noCalls: false,
  wrongNumber: false,
  optedOut: false,
  items: [],
}

/** An earlier row of the same list with the same number that would be, or was, imported. */
export type EarlierRow = { readonly row: number; readonly need: Need }

/** What importing a row would do, as things are. @param earlier rows of the same list with this number, in their order */
export function judge(listed: ListedNeed, known: KnownContact, earlier: readonly EarlierRow[]): Verdict {
  const { need } = listed
  const skipped = (why: SkipReason, of: { item?: number; row?: number } = {}): Verdict => ({
    ...{ kind: 'skipped', why, item: of.item ?? null, row: of.row ?? null },
  })
  if (known.noCalls) return skipped('do-not-call')
  if (known.wrongNumber) return skipped('wrong-number')
  if (listed.booked) return skipped('already-scheduled')
  const double = earlier.find((row) => isSameNeed(row.need, need))
  if (double) return skipped('duplicate', { row: double.row })
  if (earlier.length >= MOST_ON_NUMBER)
    return { kind: 'rejected', problems: [{ why: 'too-many-on-number', field: null }] }
  for (const item of known.items) {
    const about = { item: item.number }
    if (item.open && item.scheduled && isOfPerson(item, need)) return skipped('already-scheduled', about)
    if (!item.requests.some((request) => isSameNeed(request, need))) continue
    return skipped(item.open ? 'in-cadence' : 'closed-lately', about)
  }
  const open = known.items.find((item) => item.open && item.joins)
  const above = earlier[0]
  if (open || above)
    return {
      ...{ kind: 'joined', item: open?.number ?? null, row: open ? null : (above?.row ?? null) },
      optedOut: known.optedOut,
    }
  return { kind: known.optedOut ? 'opted-out' : 'new' }
}

/** Whether two requests ask for the same thing for the same person. What only one of them says does not part them. */
function isSameNeed(a: KnownRequest, b: KnownRequest): boolean {
  return (
    a.trigger === b.trigger &&
    a.segment === b.segment &&
    isSamePerson(a.personName, b.personName) &&
    (a.reason === null || b.reason === null || plainWord(a.reason) === plainWord(b.reason))
  )
}

/** A booked visit of one person of a family says nothing about the others. */
function isOfPerson(item: KnownItem, need: Need): boolean {
  const names = item.requests.map(({ personName }) => personName)
  return names.length === 0 || names.some((name) => isSamePerson(name, need.personName))
}

/** "Lopez, Maria" and "María J. López" may be one person; "Ana López" is another. Without a name nobody can be told apart. */
export function isSamePerson(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const [first, second] = [new Set(plainWord(a).split(' ')), new Set(plainWord(b).split(' '))]
  return first.isSubsetOf(second) || second.isSubsetOf(first)
}

import { z } from 'zod'
import { readBoard } from '../casework/view/board.ts'
import { OUTCOMES, QUEUES, type Queue } from '../domain/follow-up/words.ts'
import { mayWork } from '../domain/staff/roles.ts'
import type { AdminDeps } from './deps.ts'
import type { ItemNotice } from './pages/item.ts'
import type { StaffVisit } from './visit.ts'
import { fill } from './words.ts'

/** What was just done to an item, as the address says after the redirect. */
const DONE = z.object({
  done: z
    .enum([
      ...OUTCOMES,
      ...([
        'note',
        'claim',
        'release',
        'acknowledge',
        'text',
        'text-stopped',
        'remove',
        'reopen',
        'raise',
        'lower',
      ] as const),
    ])
    .optional()
    .catch(undefined),
  from: z.enum(QUEUES).optional().catch(undefined),
})

/** What the page says first when somebody comes from an act on it; null when they do not. */
export async function doneNotice(
  deps: AdminDeps,
  visit: StaffVisit,
  number: number,
  query: unknown,
): Promise<ItemNotice | null> {
  const { done, from } = DONE.parse(query)
  if (done === undefined) return null
  const { words } = visit
  const said = {
    note: words.ui.doneNote,
    claim: words.ui.doneClaim,
    release: words.ui.doneRelease,
    acknowledge: words.ui.doneAcknowledge,
    text: words.ui.doneText,
    'text-stopped': words.ui.doneTextStopped,
    reopen: words.workflow.doneReopen,
  }
  const routed = { raise: words.routing.doneRaise, lower: words.routing.doneLower }
  if (isSaid(done, routed))
    return { kind: 'done', text: routed[done], nextItem: await nextItem(deps, visit, number, from) }
  if (done === 'remove')
    return {
      kind: 'done',
      text: words.workflow.doneRemove,
      nextItem: await nextItem(deps, visit, number, from),
    }
  if (isSaid(done, said)) return { kind: 'done', text: said[done], nextItem: null }
  const text = fill(words.ui.doneOutcome, { outcome: words.outcomes[done] })
  return { kind: 'done', text, nextItem: await nextItem(deps, visit, number, from) }
}

function isSaid<Said extends object>(done: PropertyKey, said: Said): done is keyof Said {
  return done in said
}

/** What is due next in the queue the last item came from, and free to be taken. */
async function nextItem(
  deps: AdminDeps,
  { staff, now }: StaffVisit,
  number: number,
  from: Queue | undefined,
): Promise<number | null> {
  if (from === undefined || !mayWork(staff.roles, from)) return null
  const { items } = await readBoard(
    deps.casework.db,
    { clinics: staff.clinics, queue: from, open: true, resting: { at: now, shelf: 'without' } },
    { limit: 20 },
  )
  const free = items.find(
    (item) =>
      item.number !== number &&
      (item.ownerId === null || item.ownerId === staff.id) &&
      item.dueAt !== null &&
      item.dueAt.getTime() < now.getTime() + 24 * 3_600_000,
  )
  return free?.number ?? null
}

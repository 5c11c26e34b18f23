import { Router, type Response } from 'express'
import { z } from 'zod'
import { readAccounted } from '../casework/view/accounted.ts'
import { countClosedSince, countLanes, readBoard } from '../casework/view/board.ts'
import { readClinicalClocks, type ClinicalClock } from '../casework/view/clinical-clocks.ts'
import { readHeartbeat } from '../casework/view/heartbeat.ts'
import { readLiveCalls } from '../casework/view/live-calls.ts'
import { QUEUES, type Queue } from '../domain/follow-up/words.ts'
import { mayReadClinical, worksFor } from '../domain/staff/roles.ts'
import { NotAllowed } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { boardPage, type Lane } from './pages/board.ts'
import { startOfDay } from './times.ts'
import { staffVisitOf } from './visit.ts'

/** How many items of each queue the board shows before "Show all". */
const FIRST_ITEMS = 25
const PAGE_ITEMS = 50
/** How many of those called not long ago stand under a queue. */
const FIRST_ON_SHELF = 5

const CHOICE = z.object({
  queue: z.enum(QUEUES).optional().catch(undefined),
  after: z.string().max(100).optional(),
  shelf: z.literal('called').optional().catch(undefined),
})

/** The board, one queue of it, and the clinical queue of licensed staff. */
export function boardsRouter(deps: AdminDeps): Router {
  const router = Router()

  router.get('/', async (request, response) => {
    const { queue, after, shelf } = CHOICE.parse(request.query)
    const onlyShelf = queue !== undefined && shelf !== undefined
    await showBoard(deps, response, { only: queue, after, onlyShelf, path: request.originalUrl })
  })

  router.get('/clinical', async (request, response) => {
    if (!mayReadClinical(staffVisitOf(response).staff.roles)) throw new NotAllowed('clinical-only')
    const { after } = CHOICE.parse(request.query)
    const path = request.originalUrl
    await showBoard(deps, response, { only: 'licensed', after, onlyShelf: false, clinical: true, path })
  })

  router.get('/live', (request, response) => {
    deps.live.stream(request, response, staffVisitOf(response).staff.clinics)
  })

  return router
}

async function showBoard(
  deps: AdminDeps,
  response: Response,
  choice: {
    readonly only: Queue | undefined
    readonly after: string | undefined
    readonly onlyShelf: boolean
    /** the page of licensed staff: urgent first, with the clocks of each item */
    readonly clinical?: boolean
    readonly path: string
  },
): Promise<void> {
  const { only, after, onlyShelf, clinical = false, path } = choice
  const visit = staffVisitOf(response)
  const { db, practices } = deps.casework
  const { clinics } = visit.staff
  const here = practices.all.filter(({ clinicId }) => worksFor({ clinics }, clinicId))
  const zone = (here[0] ?? practices.all[0])?.calendar.zone ?? 'UTC'
  const queues = only ? [only] : QUEUES
  const at = visit.now
  const [counts, closedToday, accounted, heartbeat, ...pages] = await Promise.all([
    countLanes(db, { clinics }, at),
    countClosedSince(db, clinics, startOfDay(at, zone)),
    readAccounted(db),
    readHeartbeat(deps.casework),
    ...queues.map((queue) =>
      readBoard(
        db,
        {
          ...{ clinics, queue, open: true, urgentFirst: clinical },
          resting: { at, shelf: onlyShelf ? 'only' : 'without' },
        },
        { limit: only ? PAGE_ITEMS : FIRST_ITEMS, after: only ? after : undefined },
      ),
    ),
  ])
  const shelves = await Promise.all(
    queues.map(async (queue) => {
      if (onlyShelf || counts[queue].resting === 0) return []
      const filter = { clinics, queue, open: true, resting: { at, shelf: 'only' } } as const
      return (await readBoard(db, filter, { limit: FIRST_ON_SHELF })).items
    }),
  )
  const shown = [...pages.flatMap(({ items }) => items), ...shelves.flat()].map(({ id }) => id)
  const live = await readLiveCalls(db, shown, at)
  const clocks = clinical ? await readClinicalClocks(db, shown) : new Map<string, ClinicalClock>()
  const lanes = queues
    .map((queue, index): Lane => ({
      queue,
      count: counts[queue],
      page: pages[index] ?? { items: [], next: null },
      shelf: shelves[index] ?? [],
    }))
    // The manager's queue is small and often empty: it takes room only when something is in it.
    .filter(({ queue, count }) => only === queue || queue !== 'manager' || count.open + count.resting > 0)
  const { words } = visit
  const title = onlyShelf ? words.workflow.recentlyCalled : only ? words.queues[only] : words.ui.board
  const maySee = visit.staff.roles.includes('manager') || visit.staff.roles.includes('admin')
  sendPage(response, visit, {
    title,
    at: only === 'licensed' ? 'clinical' : 'board',
    live: true,
    body: boardPage(visit, title, {
      ...{ lanes, closedToday, live, clocks, accounted, path, later: after !== undefined },
      ...(only ? { only, onlyShelf } : {}),
      ...(maySee && heartbeat.state !== 'ok' ? { clockStopped: heartbeat.at } : {}),
      zoneOf: (clinicId) =>
        practices.all.find((policy) => policy.clinicId === clinicId)?.calendar.zone ?? zone,
      firstLanguage: (clinicId) =>
        practices.all.find((policy) => policy.clinicId === clinicId)?.languages[0] ?? 'en',
      clinicName: (clinicId) =>
        here.length > 1 ? (here.find((policy) => policy.clinicId === clinicId)?.name ?? null) : null,
    }),
  })
}

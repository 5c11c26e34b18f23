import { Router, type Response } from 'express'
import { z } from 'zod'
import { readAccounted } from '../casework/view/accounted.ts'
import { countClosedSince, countLanes, readBoard } from '../casework/view/board.ts'
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

const CHOICE = z.object({
  queue: z.enum(QUEUES).optional().catch(undefined),
  after: z.string().max(100).optional(),
})

/** The board, one queue of it, and the clinical queue of licensed staff. */
export function boardsRouter(deps: AdminDeps): Router {
  const router = Router()

  router.get('/', async (request, response) => {
    const { queue, after } = CHOICE.parse(request.query)
    await showBoard(deps, response, queue, after, request.originalUrl)
  })

  router.get('/clinical', async (request, response) => {
    if (!mayReadClinical(staffVisitOf(response).staff.roles)) throw new NotAllowed('clinical-only')
    await showBoard(deps, response, 'licensed', CHOICE.parse(request.query).after, request.originalUrl)
  })

  router.get('/live', (request, response) => {
    deps.live.stream(request, response, staffVisitOf(response).staff.clinics)
  })

  return router
}

async function showBoard(
  deps: AdminDeps,
  response: Response,
  only: Queue | undefined,
  after: string | undefined,
  path: string,
): Promise<void> {
  const visit = staffVisitOf(response)
  const { db, practices } = deps.casework
  const { clinics } = visit.staff
  const here = practices.all.filter(({ clinicId }) => worksFor({ clinics }, clinicId))
  const zone = (here[0] ?? practices.all[0])?.calendar.zone ?? 'UTC'
  const queues = only ? [only] : QUEUES
  const [counts, closedToday, accounted, ...pages] = await Promise.all([
    countLanes(db, { clinics }, visit.now),
    countClosedSince(db, clinics, startOfDay(visit.now, zone)),
    readAccounted(db),
    ...queues.map((queue) =>
      readBoard(
        db,
        { clinics, queue, open: true },
        { limit: only ? PAGE_ITEMS : FIRST_ITEMS, after: only ? after : undefined },
      ),
    ),
  ])
  const shown = pages.flatMap(({ items }) => items.map(({ id }) => id))
  const live = await readLiveCalls(db, shown, visit.now)
  const lanes = queues
    .map((queue, index): Lane => ({
      queue,
      count: counts[queue],
      page: pages[index] ?? { items: [], next: null },
    }))
    // The manager's queue is small and often empty: it takes room only when something is in it.
    .filter(({ queue, count }) => only === queue || queue !== 'manager' || count.open > 0)
  const title = only ? visit.words.queues[only] : visit.words.ui.board
  sendPage(response, visit, {
    title,
    at: only === 'licensed' ? 'clinical' : 'board',
    live: true,
    body: boardPage(visit, title, {
      ...{ lanes, closedToday, live, accounted, path, later: after !== undefined },
      ...(only ? { only } : {}),
      zoneOf: (clinicId) =>
        practices.all.find((policy) => policy.clinicId === clinicId)?.calendar.zone ?? zone,
      firstLanguage: (clinicId) =>
        practices.all.find((policy) => policy.clinicId === clinicId)?.languages[0] ?? 'en',
      clinicName: (clinicId) =>
        here.length > 1 ? (here.find((policy) => policy.clinicId === clinicId)?.name ?? null) : null,
    }),
  })
}

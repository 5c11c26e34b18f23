import { Router } from 'express'
import { z } from 'zod'
import { resumeSending } from '../casework/sending/stops.ts'
import { readMessagingHealth, type HealthDays } from '../casework/view/messaging-health.ts'
import { mayWork, worksFor } from '../domain/staff/roles.ts'
import { NotAllowed } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { messagingPage } from './pages/messaging.ts'
import { staffVisitOf, type StaffVisit } from './visit.ts'

const CHOICE = z.object({
  days: z
    .enum(['1', '7', '30'])
    .catch('7')
    .transform((days) => Number(days) as HealthDays),
  resumed: z.coerce.number().int().min(0).optional().catch(undefined),
})

/** How texting goes, for those who answer for it, and the button that lets it go on after a fault. */
export function messagingRouter({ casework }: AdminDeps): Router {
  const router = Router()

  router.get('/messaging', async (request, response) => {
    const visit = managersOnly(staffVisitOf(response))
    const { days, resumed } = CHOICE.parse(request.query)
    const { clinics } = visit.staff
    const { practices } = casework
    const here = practices.all.find(({ clinicId }) => worksFor({ clinics }, clinicId)) ?? practices.all[0]
    const health = await readMessagingHealth(casework.db, clinics, days, visit.now)
    sendPage(response, visit, {
      title: visit.words.messaging.title,
      at: 'messaging',
      body: messagingPage(visit, {
        ...{ health, days, resumed: resumed ?? null },
        zone: here?.calendar.zone ?? 'UTC',
        lineName: (phone) => practices.lineByPhone(phone)?.line.name ?? null,
      }),
    })
  })

  router.post('/messaging/resume', async (_request, response) => {
    const { staff } = managersOnly(staffVisitOf(response))
    const ended = await resumeSending(casework, staff.id)
    response.redirect(303, `/admin/messaging?resumed=${String(ended)}`)
  })

  return router
}

/** @throws NotAllowed for everybody who does not manage. */
function managersOnly(visit: StaffVisit): StaffVisit {
  if (!mayWork(visit.staff.roles, 'manager')) throw new NotAllowed('managers-only')
  return visit
}

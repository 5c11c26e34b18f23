import { Router } from 'express'
import { z } from 'zod'
import { lowerItem, raiseItem } from '../casework/raising.ts'
import type { AdminDeps } from './deps.ts'
import { answer, itemOf, NOTHING_TYPED, showItem } from './items.ts'
import { staffVisitOf } from './visit.ts'

const TEXT = z.string().max(2_000).default('')
const RAISE_FORM = z.object({ urgency: z.enum(['clinical', 'urgent']), note: TEXT })
const LOWER_FORM = z.object({
  reason: TEXT,
  seen: z.string().max(200).optional(),
  // Without it nobody knows what its sender had read, so nothing of it counts as read.
  read: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/** An item's way to licensed staff and back. */
export function routingRouter(deps: AdminDeps): Router {
  const router = Router()

  router.post('/follow-ups/:number/raise', async (request, response) => {
    const { urgency, note } = RAISE_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const { staff } = staffVisitOf(response)
    const result = await raiseItem(deps.casework, staff, { number: item.number, urgency, note })
    await answer(deps, response, item, result, 'raise', NOTHING_TYPED)
  })

  router.post('/follow-ups/:number/lower', async (request, response) => {
    const { reason, read, seen } = LOWER_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const { staff, words } = staffVisitOf(response)
    const order = { number: item.number, reason, read, ...(seen === undefined ? {} : { seen }) }
    const result = await lowerItem(deps.casework, staff, order)
    const typed = { ...NOTHING_TYPED, routing: { lower: reason } }
    if (result.type === 'refused' && result.reason === 'note-required') {
      const notice = { kind: 'refused', text: words.routing.lowerReasonRequired } as const
      await showItem(deps, response, item.number, notice, typed, 422)
      return
    }
    await answer(deps, response, item, result, 'lower', typed)
  })

  return router
}

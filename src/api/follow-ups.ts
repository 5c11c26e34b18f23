import { z } from 'zod'
import { readBoard } from '../casework/view/board.ts'
import { readDossier } from '../casework/view/dossier.ts'
import { followUpView, rowView } from '../casework/view/follow-up-view.ts'
import { NotFound } from '../platform/errors.ts'
import { requireClinic } from './access.ts'
import { operation } from './operation.ts'
import { requestView } from './request-view.ts'
import { FOLLOW_UP_PAGE, FOLLOW_UP_WITH_HISTORY, FOLLOW_UPS_QUERY, NO_ITEM, NO_QUERY } from './schemas.ts'

export const listFollowUps = operation({
  id: 'listFollowUps',
  method: 'get',
  path: '/follow-ups',
  summary: 'Follow-up items: the open ones by due time, any other choice newest first.',
  scopes: ['assistant', 'licensed', 'manager'],
  query: FOLLOW_UPS_QUERY,
  answer: FOLLOW_UP_PAGE,
  run: async ({ casework, reader, query }) => {
    const { after, limit, ...filter } = query
    requireClinic(reader, filter.clinic)
    const page = await readBoard(casework.db, { ...filter, clinics: reader.clinics }, { limit, after })
    return { items: page.items.map(rowView), next: page.next }
  },
})

export const readFollowUp = operation({
  id: 'readFollowUp',
  method: 'get',
  path: '/follow-ups/:id',
  summary: 'One follow-up item with what the person needs and its history.',
  scopes: ['assistant', 'licensed', 'manager'],
  query: NO_QUERY,
  answer: FOLLOW_UP_WITH_HISTORY,
  run: async ({ casework, reader, param }) => {
    const id = z.uuid().safeParse(param('id'))
    const dossier = id.success
      ? await readDossier(casework.db, reader, { id: id.data }, casework.clock.now())
      : null
    // The same for an item of a clinic that the key is not for: whether it exists is none of its holder's business.
    if (!dossier) throw new NotFound(NO_ITEM)
    const { history, ...item } = followUpView(dossier)
    return { ...item, requests: dossier.requests.map(requestView), history: [...history] }
  },
})

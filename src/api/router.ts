import express, { Router } from 'express'
import type { Casework } from '../casework/casework.ts'
import { NotFound } from '../platform/errors.ts'
import { ACTS } from './acts.ts'
import { keyRequired } from './access.ts'
import { readAudit } from './audit.ts'
import { dailyCloseReport, heatmapReport, weeklyReport } from './clinic-reports.ts'
import { readContact, recordConsent } from './contacts.ts'
import { listFollowUps, readFollowUp } from './follow-ups.ts'
import { createImport, readOneImport, startOneImport } from './imports.ts'
import { createFollowUp } from './intake.ts'
import { listMessages } from './messages.ts'
import { openApiDocument } from './openapi.ts'
import { answerProblems } from './problems.ts'
import { messagingReport } from './reports.ts'

export type ApiDeps = { readonly casework: Casework }

const OPERATIONS = [
  listFollowUps,
  createFollowUp,
  readFollowUp,
  ...ACTS,
  readContact,
  recordConsent,
  listMessages,
  messagingReport,
  dailyCloseReport,
  weeklyReport,
  heatmapReport,
  readAudit,
  createImport,
  readOneImport,
  startOneImport,
]

/** The JSON API of other programs; to be mounted at `/api/v1`. Only its own description is open without a key. */
export function apiRouter({ casework }: ApiDeps): Router {
  const router = Router()
  const document = openApiDocument(OPERATIONS)
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  router.get('/openapi.json', (_request, response) => response.json(document))
  router.use(keyRequired(casework.db))
  // A body is read only when the key was found good.
  router.use(express.json({ limit: '64kb' }))
  for (const { method, path, handler } of OPERATIONS) router[method](path, handler(casework))
  router.use(() => {
    throw new NotFound('There is no such operation: /api/v1/openapi.json lists what there is.')
  })
  router.use(answerProblems(casework.log))
  return router
}

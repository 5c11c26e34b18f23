import express, { Router, type ErrorRequestHandler } from 'express'
import { z } from 'zod'
import { httpError, NotFound } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import { assetsRouter } from './assets.ts'
import { boardsRouter } from './boards.ts'
import { contactsRouter } from './contacts.ts'
import type { AdminDeps } from './deps.ts'
import { doorsRouter } from './doors.ts'
import { pageHeaders, sameOriginOnly } from './guard.ts'
import { importsRouter } from './imports.ts'
import { itemsRouter } from './items.ts'
import { messagingRouter } from './messaging.ts'
import { messagePage } from './pages/doors.ts'
import { picturesRouter } from './pictures.ts'
import { recallRouter } from './recall.ts'
import { recordingsRouter } from './recordings.ts'
import { routingRouter } from './routing.ts'
import { settingsRouter } from './settings.ts'
import { fallbackVisit, recognise, staffOnly, type Visit } from './visit.ts'

/**
 * The pages of staff; to be mounted at `/admin`. The order is the rule: files, headers, who is it, no change on behalf of
 * another site, then the doors, and behind `staffOnly` everything about patients.
 */
export function adminRouter(deps: AdminDeps): Router {
  const router = Router()
  router.use(assetsRouter())
  router.use(pageHeaders(deps.baseUrl))
  router.use(recognise(deps))
  router.use(sameOriginOnly(deps.baseUrl))
  router.use(express.urlencoded({ extended: false, limit: '64kb' }))
  router.use(doorsRouter(deps))
  router.use(staffOnly)
  router.use(boardsRouter(deps))
  router.use(itemsRouter(deps))
  router.use(routingRouter(deps))
  router.use(recordingsRouter(deps))
  router.use(contactsRouter(deps))
  router.use(importsRouter(deps))
  router.use(recallRouter(deps))
  router.use(messagingRouter(deps))
  router.use(settingsRouter(deps))
  router.use(picturesRouter(deps))
  router.use(() => {
    throw new NotFound('no such page')
  })
  router.use(errorPage(deps))
  return router
}

/** Whatever went wrong is said in the frame of the pages, in the reader's language, and nothing more than that. */
function errorPage({ casework }: AdminDeps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const visit =
      (response.locals['visit'] as Visit | undefined) ?? fallbackVisit(request, casework.clock.now())
    const status = error instanceof z.ZodError ? 400 : httpError(error).status
    if (status >= 500) casework.log.error({ err: error }, 'a page could not be shown')
    const [title, text] = errorWords(visit, status, error instanceof Error ? error.message : '')
    sendPage(response, visit, { title, body: messagePage(visit, title, text), narrow: true }, status)
  }
}

function errorWords(
  { words: { ui, messaging, imports, settings } }: Visit,
  status: number,
  message: string,
): readonly [string, string] {
  if (status === 404) return [ui.notFoundTitle, ui.notFound]
  if (status === 403 && message === 'managers-only') return [ui.forbiddenTitle, messaging.forbidden]
  if (status === 403 && message === 'importers-only') return [ui.forbiddenTitle, imports.forbidden]
  if (status === 403 && message === 'settings-only') return [ui.forbiddenTitle, settings.forbidden]
  if (status === 403 && message === 'reload-for-all') return [ui.forbiddenTitle, settings.reloadForAll]
  if (status === 403) return [ui.forbiddenTitle, message === 'cross-site' ? ui.crossSite : ui.forbidden]
  return status < 500 ? [ui.badTitle, ui.bad] : [ui.failedTitle, ui.failed]
}

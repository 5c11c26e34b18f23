import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { webhookRouter, type WebhookDeps } from '../webhooks/router.ts'
import type { AdminDeps } from './admin/deps.ts'
import { adminRouter } from './admin/router.ts'
import { apiRouter, type ApiDeps } from './api/router.ts'
import { healthRouter, type HealthDeps } from './health.ts'
import { httpError } from './platform/errors.ts'

export type AppDeps = WebhookDeps & AdminDeps & ApiDeps & HealthDeps

/** The whole product as one list, read from top to bottom. */
export function createApp(deps: AppDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // A proxy on the same machine or network tells the client's address, which the sign-in limit counts by.
  app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal'])
  app.use(healthRouter(deps))
  app.use('/webhooks', webhookRouter(deps))
  app.use(helmet())
  app.use('/api/v1', apiRouter(deps))
  app.use('/admin', adminRouter(deps))
  app.get('/', (_request, response) => response.redirect('/admin'))
  app.use((_request: Request, response: Response) => {
    response
      .status(404)
      .type('text/plain')
      .send('There is nothing at this address. The admin page is at /admin.')
  })
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const { status, text } = httpError(error)
    if (status >= 500)
      deps.casework.log.error(
        { err: error, method: request.method, path: withoutNumbers(request.path) },
        'request failed',
      )
    if (response.headersSent) next(error)
    else response.status(status).type('text/plain').send(text)
  })
  return app
}

/** A path may name a contact by its phone number, which no log line holds. The query, which might hold more, is left out altogether. */
function withoutNumbers(path: string): string {
  return path.replace(/\d{7,}/g, '…')
}

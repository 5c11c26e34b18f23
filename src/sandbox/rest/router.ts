import { timingSafeEqual, createHash } from 'node:crypto'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import type { Carrier } from '../carrier.ts'
import type { Exchange } from '../voice/exchange.ts'
import { callsRouter } from './calls.ts'
import { answerFault, RestFault } from './errors.ts'
import { mediaRouter } from './media.ts'
import { messagesRouter } from './messages.ts'
import { numbersRouter } from './numbers.ts'
import { recordingsRouter, transcriptionsRouter } from './recordings.ts'

/** The account's REST API, to be mounted at the account's path. */
export function restRouter(carrier: Carrier, exchange: Exchange): Router {
  const router = Router()
  const expected = digest(
    `Basic ${Buffer.from(`${carrier.accountSid}:${carrier.authToken}`).toString('base64')}`,
  )
  router.use((req, _res, next) => {
    const given = digest(req.get('authorization') ?? '')
    if (!timingSafeEqual(given, expected)) throw new RestFault(20003, 401)
    next()
  })
  router.use(express.urlencoded({ extended: false, limit: '64kb' }))
  router.use(messagesRouter(carrier))
  router.use(mediaRouter(carrier))
  router.use(callsRouter(carrier, exchange))
  router.use(recordingsRouter(carrier))
  router.use(transcriptionsRouter(carrier))
  router.use(numbersRouter(carrier))
  router.use(() => {
    throw new RestFault(20404, 404)
  })
  router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    if (!(error instanceof RestFault)) carrier.log.error({ err: error }, 'sandbox REST request broke')
    answerFault(res, error instanceof RestFault ? error : new RestFault(20500, 500))
  })
  return router
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

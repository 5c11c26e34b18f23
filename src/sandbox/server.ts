import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { Clock } from '../platform/clock.ts'
import { httpError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { accountPath, API_VERSION, type Carrier } from './carrier.ts'
import { liveUpdates } from './control/events.ts'
import { controlRouter } from './control/router.ts'
import { pageRouter } from './page.ts'
import type { SandboxNumber } from './records.ts'
import { answerFault, RestFault } from './rest/errors.ts'
import { restRouter } from './rest/router.ts'
import { keepStateFile, readStateFile } from './state-file.ts'
import { createStore, toSavedState } from './store.ts'
import { resumeTexts } from './texts/outbound.ts'
import { createTimers } from './timers.ts'
import { createExchange } from './voice/exchange.ts'
import { createWebhookSender } from './webhook-sender.ts'

export type SandboxOptions = {
  /** 0 for any free port. */
  port: number
  host: string
  accountSid: string
  authToken: string
  clock: Clock
  log: Log
  numbers: SandboxNumber[]
  /** The practice's time zone, an IANA name: the page shows and sets the clock in it. UTC when absent. */
  zone?: string
  /** Where the carrier's memory is kept; without it the sandbox forgets everything when it stops. */
  stateFile?: string
  /** Real milliseconds before the first retry of a webhook, 250 when absent; each further wait is twice as long. */
  retryMs?: number
}

export type Sandbox = {
  /** http://localhost:port, or another host that it was told to listen on */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the sandbox carrier: a stand-in for Twilio that keeps to this computer. It serves the REST API, calls the
 * customer's webhooks, and shows a phone at `/`. What a former run left in the state file goes on, and a clock that can
 * be moved is moved on to where it stood.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, log, stateFile } = options
  const saved = stateFile === undefined ? undefined : readStateFile(stateFile)
  if (saved && clock.control && new Date(saved.clock.now) > clock.now()) {
    await clock.control.set(new Date(saved.clock.now))
    clock.control.setSpeed(saved.clock.speed)
  }
  const app = express()
  // As the product: whoever keeps a connection must not find it closed in the moment of using it.
  const server = createServer({ keepAliveTimeout: 75_000 }, app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const url = addressOf(server.address() as AddressInfo)

  const store = createStore(clock, options.numbers, saved)
  const timers = createTimers(clock)
  const webhooks = createWebhookSender({
    authToken: options.authToken,
    clock,
    log,
    timers,
    retryMs: options.retryMs,
  })
  const carrier: Carrier = {
    accountSid: options.accountSid,
    authToken: options.authToken,
    url,
    clock,
    log,
    store,
    timers,
    webhooks,
  }
  const file =
    stateFile === undefined ? undefined : keepStateFile(stateFile, log, () => toSavedState(store, clock))
  const forgetFile = file && store.onChange(file.changed)
  const stopMinutes = clock.control?.onMinute(store.changed)
  const exchange = createExchange(carrier)
  resumeTexts(carrier)
  const live = liveUpdates(carrier)

  app.disable('x-powered-by')
  app.use(accountPath(options.accountSid), restRouter(carrier, exchange))
  app.use(`/${API_VERSION}`, (_req, res) => answerFault(res, new RestFault(20003, 401)))
  app.get('/sandbox/api/events', live.handle)
  app.use('/sandbox/api', controlRouter(carrier, exchange, options.zone ?? 'UTC'))
  app.use(pageRouter())
  app.use((_req, res) => {
    res.status(404).json({ error: 'There is nothing at this address of the sandbox.' })
  })
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    const { status, text } = httpError(error)
    if (status === 500) log.error({ err: error }, 'sandbox request broke')
    res.status(status).json({ error: text })
  })
  store.changed()

  return {
    url,
    stop: async () => {
      stopMinutes?.()
      // First of all, so that calls cut off by the stop are remembered as they were: live.
      forgetFile?.()
      file?.stop()
      live.stop()
      timers.stop()
      webhooks.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function addressOf({ address, family, port }: AddressInfo): string {
  const host = ['127.0.0.1', '0.0.0.0', '::'].includes(address) ? 'localhost' : address
  return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`
}

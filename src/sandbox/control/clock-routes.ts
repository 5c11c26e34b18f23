import { Router, type Response } from 'express'
import type { ClockControl } from '../../platform/clock.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import type { Carrier } from '../carrier.ts'
import type { Exchange } from '../voice/exchange.ts'
import { parse } from './parse.ts'
import { atLocalTime, nextWeekday } from './practice-time.ts'
import * as asked from './schema.ts'

/** Real milliseconds that what is under way gets to end before time goes back. */
const SETTLE_MS = 10_000

/** Moves the sandbox's time. @param zone in which times without an offset are meant, an IANA name. */
export function clockRoutes(carrier: Carrier, exchange: Exchange, zone: string): Router {
  const router = Router()
  const control = (): ClockControl => {
    if (!carrier.clock.control)
      throw new NotFound('This sandbox runs on real time: only a product with SANDBOX_CLOCK can move it.')
    return carrier.clock.control
  }
  const answer = (res: Response): void => {
    carrier.store.changed()
    res.json(control().state())
  }
  const moveTo = async (instant: Date): Promise<void> => {
    if (instant < carrier.clock.now()) {
      // Whatever waits for a later time would stand still until the clock comes there again.
      if ([...exchange.live.values()].some((leg) => !leg.gone))
        throw new Conflict('Time cannot go back during a call. Hang up first.')
      await carrier.timers.idle({ advance: 'due', timeoutMs: SETTLE_MS })
    }
    await control().set(instant)
  }
  router.get('/', (_req, res) => answer(res))
  router.post('/set', async (req, res) => {
    control()
    const wanted = parse(asked.setClock, req.body)
    await moveTo('local' in wanted ? atLocalTime(wanted.local, zone) : new Date(wanted.now))
    answer(res)
  })
  router.post('/next-weekday', async (_req, res) => {
    await control().set(nextWeekday(carrier.clock.now(), zone))
    answer(res)
  })
  router.post('/jump', async (req, res) => {
    await control().jump(parse(asked.jumpClock, req.body).ms)
    answer(res)
  })
  router.post('/speed', (req, res) => {
    control().setSpeed(parse(asked.speedClock, req.body).speed)
    answer(res)
  })
  return router
}

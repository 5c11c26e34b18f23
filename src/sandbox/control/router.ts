import express, { Router } from 'express'
import { z } from 'zod'
import { BadInput, NotAllowed, NotFound } from '../../platform/errors.ts'
import type { Carrier } from '../carrier.ts'
import { faults } from '../faults.ts'
import { phoneBehaviour, type CallRecord } from '../records.ts'
import { receiveText } from '../texts/inbound.ts'
import type { Exchange } from '../voice/exchange.ts'
import { callerNumber, NO_CALLER_NUMBER } from './caller-number.ts'
import { clockRoutes } from './clock-routes.ts'
import { parse } from './parse.ts'
import * as asked from './schema.ts'
import { textsOf, viewCall, viewOverview, viewText } from './views.ts'

const IDLE_TIMEOUT_MS = 30_000
/** Characters said in a second, for messages whose length was not given. */
const CHARACTERS_PER_SECOND = 15

/**
 * The hand that moves phones, people and time: JSON in and out, for the page, the drill and tests.
 * @param zone the practice's, an IANA name.
 */
export function controlRouter(carrier: Carrier, exchange: Exchange, zone: string): Router {
  const router = Router()
  // Another site's page must not be able to make calls here: browsers say where a request comes from.
  router.use((req, _res, next) => {
    const site = req.get('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new NotAllowed(
        'The sandbox is controlled from its own page or from a program, not from another site.',
      )
    next()
  })
  router.use(express.json({ limit: '64kb' }))
  router.use('/calls', callRoutes(carrier, exchange))
  router.use('/clock', clockRoutes(carrier, exchange, zone))
  router.use('/phones', phoneRoutes(carrier))
  router.use('/faults', faultRoutes(carrier))

  router.post('/texts', (req, res) => {
    const { from, to, body, media, webhooks } = parse(asked.sendText, req.body)
    const text = { from, to, body, media: media ?? [], webhooksLost: webhooks === 'lost' }
    res.status(201).json(viewText(receiveText(carrier, text)))
  })
  router.get('/lines', (_req, res) => {
    res.json([...carrier.store.numbers.values()].map(({ phone, friendlyName }) => ({ phone, friendlyName })))
  })
  router.get('/caller', (req, res) => {
    const phone = callerNumber(parse(z.object({ typed: z.string().default('') }), req.query).typed)
    if (phone === null) throw new BadInput(NO_CALLER_NUMBER)
    res.json({ phone })
  })
  router.get('/requests', (req, res) => {
    const after = Number(req.query['after'] ?? 0)
    res.json(carrier.webhooks.log().filter((entry) => entry.id > after))
  })
  router.post('/idle', async (req, res) => {
    const { advance, timeoutMs } = parse(asked.becomeIdle, req.body ?? {})
    await carrier.timers.idle({
      advance: advance === 'everything' ? 'everything' : advance ? 'due' : 'nothing',
      timeoutMs: timeoutMs ?? IDLE_TIMEOUT_MS,
    })
    res.json({ now: carrier.store.stamp() })
  })
  router.get('/overview', (req, res) => {
    const { phone } = parse(z.object({ phone: z.string().default('') }), req.query)
    res.json(viewOverview(carrier, exchange, { phone, zone }))
  })
  return router
}

function callRoutes(carrier: Carrier, exchange: Exchange): Router {
  const router = Router()
  const find = (sid: string): CallRecord => {
    const call = carrier.store.calls.get(sid)
    if (!call) throw new NotFound('No call has this identifier.')
    return call
  }
  router.post('/', (req, res) => {
    const { from, to, fields, pace, webhooks } = parse(asked.startCall, req.body)
    const call = exchange.startIncoming({
      from,
      to,
      fields: fields ?? {},
      spoken: pace === 'spoken',
      webhooksLost: webhooks === 'lost',
    })
    res.status(201).json(viewCall(exchange, call))
  })
  router.get('/', (_req, res) => {
    res.json([...carrier.store.calls.values()].map((call) => viewCall(exchange, call)))
  })
  router.get('/:sid', (req, res) => {
    res.json(viewCall(exchange, find(req.params.sid)))
  })
  router.post('/:sid/press', async (req, res) => {
    await exchange.press(req.params.sid, parse(asked.pressKeys, req.body).digits)
    res.json(viewCall(exchange, find(req.params.sid)))
  })
  router.post('/:sid/speak', (req, res) => {
    const { text, seconds, hangUp } = parse(asked.speakMessage, req.body)
    exchange.speak(req.params.sid, {
      text,
      seconds: seconds ?? Math.max(1, Math.ceil(text.length / CHARACTERS_PER_SECOND)),
      hangUp: hangUp ?? false,
    })
    res.json(viewCall(exchange, find(req.params.sid)))
  })
  const acts = {
    'hang-up': exchange.hangUp,
    answer: exchange.pickUp,
    decline: exchange.decline,
    skip: exchange.skip,
  }
  for (const [name, act] of Object.entries(acts)) {
    router.post(`/:sid/${name}`, (req: express.Request<{ sid: string }>, res) => {
      act(req.params.sid)
      res.json(viewCall(exchange, find(req.params.sid)))
    })
  }
  return router
}

function phoneRoutes(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  router.get('/:phone', (req, res) => {
    const { phone } = req.params
    res.json({
      behaviour: store.phones.get(phone) ?? { pickUp: 'no-answer' },
      optedOut: store.optOuts.has(phone),
    })
  })
  router.put('/:phone', (req, res) => {
    const behaviour = parse(phoneBehaviour, req.body)
    store.phones.set(req.params.phone, behaviour)
    store.changed()
    res.json({ behaviour, optedOut: store.optOuts.has(req.params.phone) })
  })
  router.get('/:phone/texts', (req, res) => {
    res.json(textsOf(carrier, req.params.phone))
  })
  return router
}

function faultRoutes(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  router.get('/', (_req, res) => {
    res.json(Object.fromEntries(store.faults))
  })
  router.put('/:phone', (req, res) => {
    const wanted = parse(faults, req.body)
    store.faults.set(req.params.phone, wanted)
    store.changed()
    res.json(wanted)
  })
  router.delete('/:phone', (req, res) => {
    store.faults.delete(req.params.phone)
    store.changed()
    res.status(204).end()
  })
  return router
}

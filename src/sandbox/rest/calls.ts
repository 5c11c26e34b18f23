import { Router, type Request } from 'express'
import { z } from 'zod'
import type { Carrier } from '../carrier.ts'
import { dialable } from '../phone-number.ts'
import type { CallRecord } from '../records.ts'
import { readTwiml } from '../voice/documents.ts'
import type { Exchange, OutgoingCall } from '../voice/exchange.ts'
import type { NewInstructions } from '../voice/leg.ts'
import { answerCreate } from './create.ts'
import { RestFault } from './errors.ts'
import { dateFilter, equals, page } from './list.ts'
import { isPublicAddress } from './messages.ts'
import { callShape } from './shapes.ts'

const LONGEST_TWIML = 4000
const LONGEST_RING_SECONDS = 600

const instructionFields = z.object({ Url: z.string().optional(), Twiml: z.string().optional() })
const createFields = instructionFields.extend({
  To: z.string().default(''),
  From: z.string().default(''),
  Method: z.string().optional(),
  FallbackUrl: z.string().optional(),
  StatusCallback: z.string().optional(),
  StatusCallbackEvent: z.union([z.string(), z.array(z.string())]).default('completed'),
  Timeout: z.coerce.number().int().min(1).max(LONGEST_RING_SECONDS).default(60),
})
const updateFields = instructionFields.extend({ Status: z.enum(['completed', 'canceled']).optional() })

/** Numbers with a fixed outcome, as with Twilio's test credentials. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21217,
  '+15005550002': 21214,
  '+15005550003': 21215,
  '+15005550004': 21216,
}
const MAGIC_CALLER = '+15005550006'

export function callsRouter(carrier: Carrier, exchange: Exchange): Router {
  const router = Router()
  const { store } = carrier
  const find = (req: Request<{ sid: string }>): CallRecord => {
    const found = store.calls.get(req.params.sid)
    if (!found) throw new RestFault(20404, 404)
    return found
  }

  router.post('/Calls.json', (req, res) => {
    answerCreate(carrier, req, res, () =>
      callShape(carrier, exchange.startOutgoing(readCall(carrier, req.body))),
    )
  })
  router.get('/Calls.json', (req, res) => {
    const started = dateFilter(req, 'StartTime')
    const ended = dateFilter(req, 'EndTime')
    const wanted = (call: CallRecord): boolean =>
      equals(req, 'To', call.to) &&
      equals(req, 'From', call.from) &&
      equals(req, 'Status', call.status) &&
      equals(req, 'ParentCallSid', call.parentSid) &&
      started(call.startedAt) &&
      ended(call.endedAt)
    res.json(page(req, 'calls', { all: store.calls.values(), wanted }, (call) => callShape(carrier, call)))
  })
  router.get('/Calls/:sid.json', (req, res) => {
    res.json(callShape(carrier, find(req)))
  })
  router.post('/Calls/:sid.json', (req, res) => {
    const call = find(req)
    const wanted = updateFields.safeParse(req.body ?? {})
    if (!wanted.success) throw new RestFault(20001)
    update(exchange, call, wanted.data)
    res.json(callShape(carrier, call))
  })
  return router
}

function update(exchange: Exchange, call: CallRecord, wanted: z.infer<typeof updateFields>): void {
  const leg = exchange.live.get(call.sid)
  if (!leg) throw new RestFault(21220)
  if (wanted.Status === 'canceled' && call.answeredAt !== null) throw new RestFault(21220)
  if (wanted.Status !== undefined) {
    exchange.end(leg)
  } else if (wanted.Url !== undefined || wanted.Twiml !== undefined) {
    if (call.direction === 'outbound-dial' || call.answeredAt === null) throw new RestFault(21220)
    exchange.instruct(leg, readInstructions(wanted))
  }
}

/** Checks a new call the way Twilio does. @throws RestFault */
function readCall(carrier: Carrier, body: unknown): OutgoingCall {
  const parsed = createFields.safeParse(body ?? {})
  if (!parsed.success) throw new RestFault(20001)
  const fields = parsed.data
  const to = dialable(fields.To)
  if (to === null) throw new RestFault(21217)
  const magic = MAGIC_TO[to]
  if (magic !== undefined) throw new RestFault(magic)
  const from = dialable(fields.From)
  if (from === null || from === '+15005550001') throw new RestFault(21212)
  if (from !== MAGIC_CALLER && !carrier.store.numbers.has(from)) throw new RestFault(21210)
  if (fields.StatusCallback !== undefined && !isPublicAddress(fields.StatusCallback))
    throw new RestFault(21609)
  // twilio-node repeats the parameter; older clients send the events in one, separated by spaces.
  const events = [fields.StatusCallbackEvent].flat().flatMap((text) => text.split(/\s+/))
  return {
    from,
    to,
    instructions: readInstructions(fields),
    method: fields.Method,
    fallbackUrl: fields.FallbackUrl,
    timeoutSeconds: fields.Timeout,
    callbacks: fields.StatusCallback === undefined ? null : { url: fields.StatusCallback, events },
  }
}

/** Url wins over Twiml when both are given. */
function readInstructions(fields: z.infer<typeof instructionFields>): NewInstructions {
  if (fields.Url !== undefined) {
    if (!isPublicAddress(fields.Url)) throw new RestFault(21205)
    return { type: 'url', url: fields.Url }
  }
  if (fields.Twiml === undefined || fields.Twiml.length > LONGEST_TWIML) throw new RestFault(21205)
  try {
    return { type: 'twiml', document: readTwiml(fields.Twiml) }
  } catch {
    throw new RestFault(12100)
  }
}

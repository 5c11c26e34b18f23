import { Router } from 'express'
import { z } from 'zod'
import type { Carrier } from '../carrier.ts'
import { dialable } from '../phone-number.ts'
import type { MessageRecord } from '../records.ts'
import { queueText } from '../texts/outbound.ts'
import { RestFault } from './errors.ts'
import { dateFilter, equals, page } from './list.ts'
import { answerCreate } from './create.ts'
import { messageShape } from './shapes.ts'

const LONGEST_BODY = 1600
const LONGEST_VALIDITY_SECONDS = 36_000

const createFields = z.object({
  To: z.string().optional(),
  From: z.string().optional(),
  MessagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/)
    .optional(),
  Body: z.string().default(''),
  StatusCallback: z.string().optional(),
  ValidityPeriod: z.coerce.number().optional(),
})

/** Numbers with a fixed outcome, as with Twilio's test credentials. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}
const MAGIC_FROM: Readonly<Record<string, number>> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
}
/** The one magic sender that works. */
const MAGIC_SENDER = '+15005550006'

export function messagesRouter(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  const find = (req: { params: { sid: string } }): MessageRecord => listedMessage(carrier, req.params.sid)

  router.post('/Messages.json', (req, res) => {
    answerCreate(carrier, req, res, () =>
      messageShape(carrier, queueText(carrier, readText(carrier, req.body))),
    )
  })
  router.get('/Messages.json', (req, res) => {
    const sent = dateFilter(req, 'DateSent')
    const wanted = (message: MessageRecord): boolean =>
      message.listed &&
      equals(req, 'To', message.to) &&
      equals(req, 'From', message.from) &&
      sent(message.sentAt ?? message.createdAt)
    res.json(
      page(req, 'messages', { all: store.messages.values(), wanted }, (message) =>
        messageShape(carrier, message),
      ),
    )
  })
  router.get('/Messages/:sid.json', (req, res) => {
    res.json(messageShape(carrier, find(req)))
  })
  router.post('/Messages/:sid.json', (req, res) => {
    const message = find(req)
    const wanted = z.object({ Body: z.literal('').optional() }).safeParse(req.body ?? {})
    if (!wanted.success) throw new RestFault(20001)
    if (wanted.data.Body === '') message.body = ''
    message.updatedAt = store.stamp()
    store.changed()
    res.json(messageShape(carrier, message))
  })
  router.delete('/Messages/:sid.json', (req, res) => {
    const message = find(req)
    message.listed = false
    message.body = ''
    store.changed()
    res.status(204).end()
  })
  return router
}

/** @throws RestFault when there is none, or it was deleted. */
export function listedMessage({ store }: Carrier, sid: string): MessageRecord {
  const found = store.messages.get(sid)
  if (!found?.listed) throw new RestFault(20404, 404)
  return found
}

/** Checks a new text the way Twilio does, in its order. @throws RestFault */
function readText(carrier: Carrier, body: unknown): Parameters<typeof queueText>[1] {
  const { store } = carrier
  const parsed = createFields.safeParse(body ?? {})
  if (!parsed.success) throw new RestFault(20001)
  const { To, From, MessagingServiceSid, Body, StatusCallback, ValidityPeriod } = parsed.data
  if (!To) throw new RestFault(21604)
  const to = dialable(To)
  if (to === null) throw new RestFault(21211)
  const from = sender(carrier, From, MessagingServiceSid)
  const magic = MAGIC_TO[to]
  if (magic !== undefined) throw new RestFault(magic)
  if (to === from) throw new RestFault(21266)
  if (Body.trim() === '') throw new RestFault(21602)
  if (Body.length > LONGEST_BODY) throw new RestFault(21617)
  if (StatusCallback !== undefined && !isPublicAddress(StatusCallback)) throw new RestFault(21609)
  const validitySeconds = ValidityPeriod ?? LONGEST_VALIDITY_SECONDS
  if (!(validitySeconds >= 1 && validitySeconds <= LONGEST_VALIDITY_SECONDS)) throw new RestFault(90007)
  if (store.phones.get(to)?.line === 'landline') throw new RestFault(21614)
  if (store.optOuts.has(to)) throw new RestFault(21610)
  return {
    from,
    to,
    body: Body,
    direction: 'outbound-api',
    serviceSid: MessagingServiceSid ?? null,
    statusCallback: StatusCallback ?? null,
    validitySeconds,
  }
}

/** The sending number: the one named, else the first of the account, which plays the service's pool. */
function sender(carrier: Carrier, named: string | undefined, service: string | undefined): string {
  if (!named) {
    const [first] = carrier.store.numbers.keys()
    if (service === undefined || first === undefined) throw new RestFault(21603)
    return first
  }
  const from = dialable(named)
  if (from === null) throw new RestFault(21212)
  const magic = MAGIC_FROM[from]
  if (magic !== undefined) throw new RestFault(magic)
  if (from !== MAGIC_SENDER && !carrier.store.numbers.has(from)) throw new RestFault(21606)
  return from
}

/** A callback address Twilio accepts: absolute, and without underscores in the host. */
export function isPublicAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.hostname.includes('_')
}

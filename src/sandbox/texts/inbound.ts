import { NotFound } from '../../platform/errors.ts'
import { API_VERSION, accountPath, type Carrier } from '../carrier.ts'
import { geography } from '../geography.ts'
import type { MessageRecord } from '../records.ts'
import { mediaSid, newSid } from '../sid.ts'
import { readTwiml, twimlFault } from '../voice/documents.ts'
import { childElements, textOf, type XmlElement } from '../xml.ts'
import { AUTOMATIC_REPLIES, keywordOf } from './keywords.ts'
import { queueText } from './outbound.ts'
import { segmentsOf } from './segments.ts'

/** More replies to one text are not sent (14109). */
const MOST_REPLIES = 10
const LONGEST_VALIDITY_SECONDS = 36_000

export type IncomingText = {
  readonly from: string
  readonly to: string
  readonly body: string
  /** Content types of attached pictures. */
  readonly media: readonly string[]
  /** No address of the customer can be reached: only the carrier's log knows of the text. */
  readonly webhooksLost: boolean
}

/**
 * A text from a phone to a clinic line: opt-out words are acted on first, then the number's address hears of it (not of
 * HELP), and what its TwiML answers is sent back.
 */
export function receiveText(carrier: Carrier, text: IncomingText): MessageRecord {
  const { store } = carrier
  const number = store.numbers.get(text.to)
  if (!number) throw new NotFound('No clinic line of this account has the number this text was sent to.')
  const now = store.stamp()
  const message: MessageRecord = {
    sid: newSid(text.media.length > 0 ? 'MM' : 'SM'),
    from: text.from,
    to: text.to,
    body: text.body,
    media: [...text.media],
    deletedMedia: [],
    direction: 'inbound',
    status: 'received',
    segments: segmentsOf(text.body),
    serviceSid: null,
    statusCallback: null,
    validitySeconds: LONGEST_VALIDITY_SECONDS,
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: now,
    listed: true,
    shown: text.body,
  }
  store.messages.set(message.sid, message)
  const keyword = keywordOf(text.body)
  if (keyword !== null) {
    if (keyword === 'stop')
      store.optOuts.set(text.from, { phone: text.from, at: now, word: text.body.trim() })
    if (keyword === 'start') store.optOuts.delete(text.from)
    reply(carrier, message, AUTOMATIC_REPLIES[keyword])
  }
  store.changed()
  if (keyword !== 'help' && !text.webhooksLost) {
    void deliverToCustomer(carrier, message, number.smsUrl, number.smsFallbackUrl).catch((error: unknown) =>
      carrier.log.error({ err: error, messageSid: message.sid }, 'sandbox text broke'),
    )
  }
  return message
}

async function deliverToCustomer(
  carrier: Carrier,
  message: MessageRecord,
  url: string,
  fallbackUrl: string,
): Promise<void> {
  const result = await carrier.webhooks.send({
    url,
    sid: message.sid,
    parameters: inboundParameters(carrier, message),
    ...(fallbackUrl === '' ? {} : { fallbackUrl }),
    refuse: twimlFault,
  })
  if (result.type === 'failed') return
  const verbs = childElements(readTwiml(result.answer.body))
  const replies = verbs.filter((verb) => verb.name === 'Message')
  if (replies.length < verbs.length || replies.length > MOST_REPLIES) {
    carrier.log.warn({ messageSid: message.sid }, 'TwiML of a text: only up to ten <Message> are carried out')
  }
  for (const verb of replies.slice(0, MOST_REPLIES)) {
    if (!carrier.store.optOuts.has(message.from)) reply(carrier, message, messageText(verb))
  }
}

/** The words of a Message verb: its Body elements, or the text in it. */
function messageText(verb: XmlElement): string {
  const bodies = childElements(verb).filter((child) => child.name === 'Body')
  return bodies.length > 0 ? bodies.map(textOf).join(' ') : textOf(verb)
}

function reply(carrier: Carrier, to: MessageRecord, body: string): void {
  queueText(carrier, {
    from: to.to,
    to: to.from,
    body,
    direction: 'outbound-reply',
    serviceSid: null,
    statusCallback: null,
    validitySeconds: LONGEST_VALIDITY_SECONDS,
  })
}

function inboundParameters(carrier: Carrier, message: MessageRecord): Record<string, string> {
  const media = Object.fromEntries(
    message.media.flatMap((contentType, place) => [
      [
        `MediaUrl${place}`,
        `${carrier.url}${accountPath(carrier.accountSid)}/Messages/${message.sid}/Media/${mediaSid(message, place)}`,
      ],
      [`MediaContentType${place}`, contentType],
    ]),
  )
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    AccountSid: carrier.accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: String(message.media.length),
    NumSegments: String(message.segments),
    SmsStatus: 'received',
    ApiVersion: API_VERSION,
    ...geography('From', message.from),
    ...geography('To', message.to),
    ...media,
  }
}

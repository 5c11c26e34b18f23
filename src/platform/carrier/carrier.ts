import { twilioClient, type CarrierAccount } from './client.ts'
import { carrierLog, type CarrierLog } from './log.ts'
import { carrierPictures, type CarrierPictures } from './pictures.ts'
import { carrierRecordings, type CarrierRecordings } from './recordings.ts'

/**
 * The carrier in our words. Twilio's client, error classes and numbers stop in this folder.
 */
export type Carrier = TextSender & CallPlacer & CarrierLog & CarrierRecordings & CarrierPictures

type CallPlacer = {
  /** Has the carrier ring a phone. Never throws: what happened is in the answer. */
  placeCall(order: CallOrder): Promise<SendAnswer>
}

type CallOrder = {
  readonly to: string
  readonly from: string
  /** absolute URL that says what is spoken once somebody picked up */
  readonly url: string
  /** absolute URL for how the call ended */
  readonly statusCallback: string
  readonly ringSeconds: number
}

type TextSender = {
  /** Hands one text to the carrier. Never throws: what happened is in the answer. */
  sendText(order: TextOrder): Promise<SendAnswer>
  /** Looks in the carrier's log for a text whose answer was lost. Throws when the log cannot be read. */
  findText(search: {
    to: string
    body: string
    since: Date
  }): Promise<{ sid: string; status: string; code: number | null } | null>
}

type TextOrder = {
  readonly to: string
  readonly from: string
  readonly body: string
  /** absolute URL for delivery statuses; holds only an opaque id */
  readonly statusCallback: string
  /** seconds the carrier may keep trying, so that a backlog cannot deliver at night */
  readonly validitySeconds: number
}

/**
 * What became of the request. `not-reached`: nobody was there to take it, so nothing left. `fault`: everything else that is no success;
 * what the code and the HTTP status mean, and whether the text may have left, is for the table of codes to say.
 */
export type SendAnswer =
  | { readonly type: 'sent'; readonly sid: string; readonly status: string }
  | { readonly type: 'not-reached' }
  | {
      readonly type: 'fault'
      /** the carrier's own code; null: the answer held none, or none came */
      readonly code: number | null
      /** null: no answer came */
      readonly httpStatus: number | null
    }

/**
 * Appended to every address that Twilio is to call: five retries on any failure, so that a restart of ours loses no webhook.
 * Twilio does not sign it. Source: Twilio, "Webhooks connection overrides" (rc, rp).
 */
export const RETRIED = '#rc=5&rp=all'

export function createCarrier(
  options: CarrierAccount & { readonly messagingServiceSid: string | undefined },
): Carrier {
  const client = twilioClient(options)
  return {
    ...carrierLog(client),
    ...carrierRecordings(options),
    ...carrierPictures(options),
    sendText: (order) =>
      answerOf(() =>
        client.messages.create({
          to: order.to,
          from: order.from,
          body: order.body,
          statusCallback: order.statusCallback,
          validityPeriod: order.validitySeconds,
          ...(options.messagingServiceSid ? { messagingServiceSid: options.messagingServiceSid } : {}),
        }),
      ),
    placeCall: ({ to, from, url, statusCallback, ringSeconds }) =>
      answerOf(() => client.calls.create({ to, from, url, statusCallback, timeout: ringSeconds })),
    findText: async ({ to, body, since }) => {
      const found = await client.messages.list({
        to,
        dateSentAfter: new Date(since.getTime() - 60_000),
        limit: 50,
      })
      const match = found.find((message) => message.body === body && message.direction.startsWith('outbound'))
      if (!match) return null
      // The client's types promise a number; the API sends null for a text without a fault.
      const {
        sid,
        status,
        errorCode: code,
      } = match as { sid: string; status: string; errorCode: number | null }
      return { sid, status, code }
    },
  }
}

async function answerOf(
  order: () => Promise<{ readonly sid: string; readonly status: string }>,
): Promise<SendAnswer> {
  try {
    const { sid, status } = (await order()) as { sid: string | undefined; status: string }
    // A proxy may answer with a success that holds neither a text nor a call.
    return sid ? { type: 'sent', sid, status } : { type: 'fault', code: null, httpStatus: 200 }
  } catch (error) {
    return answerToError(error)
  }
}

function answerToError(error: unknown): SendAnswer {
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (neverConnected(error)) return { type: 'not-reached' }
  return {
    type: 'fault',
    code: typeof code === 'number' ? code : null,
    httpStatus: typeof status === 'number' ? status : null,
  }
}

/** What only looking a name up and connecting can end with. */
const BEFORE_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']
const CONNECTING = ['connect', 'getaddrinfo']

/**
 * Whether there was nobody at the other end, so that nothing was sent. Other system errors, such as "host unreachable", break an open
 * connection just as well, after the text went out: the system call tells which it was. Where a name has several addresses, all were tried.
 */
function neverConnected(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, syscall, errors, cause } = error as Record<string, unknown>
  if (typeof code === 'string' && BEFORE_CONNECTION.includes(code)) return true
  if (typeof syscall === 'string') return CONNECTING.includes(syscall)
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverConnected)
  return neverConnected(cause)
}

import { twilioClient, type CarrierAccount } from './client.ts'
import { carrierLog, type CarrierLog } from './log.ts'
import { carrierRecordings, type CarrierRecordings } from './recordings.ts'

/**
 * The carrier in our words. Twilio's client, error classes and numbers stop in this folder.
 */
export type Carrier = TextSender & CarrierLog & CarrierRecordings

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

/** Named by what to do next. `unknown`: the text may have left, so it is never sent again blindly. */
export type SendAnswer =
  | { readonly type: 'sent'; readonly sid: string; readonly status: string }
  | { readonly type: 'refused'; readonly code: number | null; readonly meaning: RefusalMeaning }
  | { readonly type: 'try-later' }
  | { readonly type: 'unknown' }

export type RefusalMeaning = 'opted-out' | 'landline' | 'invalid-number' | 'other'

/** What a refused send says about the number. Source: Twilio error dictionary, pages 21610, 21614, 21635, 21211, 21217. */
const MEANING_OF_CODE: Readonly<Record<number, RefusalMeaning>> = {
  21610: 'opted-out',
  21614: 'landline',
  21635: 'landline',
  30006: 'landline',
  21211: 'invalid-number',
  21217: 'invalid-number',
  30005: 'invalid-number',
}

/** What a delivery error says about the number; `other` for codes that say nothing. */
export function meaningOfCode(code: number | null): RefusalMeaning {
  return (code === null ? undefined : MEANING_OF_CODE[code]) ?? 'other'
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
    sendText: async (order) => {
      try {
        const message = await client.messages.create({
          to: order.to,
          from: order.from,
          body: order.body,
          statusCallback: order.statusCallback,
          validityPeriod: order.validitySeconds,
          ...(options.messagingServiceSid ? { messagingServiceSid: options.messagingServiceSid } : {}),
        })
        return { type: 'sent', sid: message.sid, status: message.status }
      } catch (error) {
        return answerToError(error)
      }
    },
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

/** Nothing was sent: there was nobody at the other end (system errors of connecting and of name look-up). */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
/** The fault is ours or the sender's, not the text's: credentials (401, 403) and a full sender queue (Twilio error 21611). */
const NOT_FOR_NOW = { statuses: [401, 403, 429], codes: [20003, 20429, 21611] }

/**
 * 4xx: the carrier read the request and said no. What it did not process may be tried later. Everything else (5xx, reset, timeout)
 * may have happened after the text left.
 */
function answerToError(error: unknown): SendAnswer {
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (typeof code === 'string' && NOT_CONNECTED.includes(code)) return { type: 'try-later' }
  if (typeof status === 'number' && NOT_FOR_NOW.statuses.includes(status)) return { type: 'try-later' }
  if (typeof code === 'number' && NOT_FOR_NOW.codes.includes(code)) return { type: 'try-later' }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const number = typeof code === 'number' ? code : null
    return { type: 'refused', code: number, meaning: meaningOfCode(number) }
  }
  return { type: 'unknown' }
}

import { sendCallback } from '../callbacks.ts'
import { API_VERSION, type Carrier } from '../carrier.ts'
import { faultsBetween } from '../faults.ts'
import type { MessageRecord, MessageStatus } from '../records.ts'
import { newSid } from '../sid.ts'
import { segmentsOf } from './segments.ts'

/** Milliseconds from one state of a text to the next. */
const STEP_MS = 300

export type NewText = Pick<
  MessageRecord,
  'from' | 'to' | 'body' | 'direction' | 'serviceSid' | 'statusCallback' | 'validitySeconds'
>

/** Takes a text into the queue and sends it on its way; its callbacks and its arrival follow on the clock. */
export function queueText(carrier: Carrier, text: NewText): MessageRecord {
  const { store } = carrier
  const now = store.stamp()
  const message: MessageRecord = {
    ...text,
    sid: newSid('SM'),
    media: [],
    deletedMedia: [],
    status: text.serviceSid === null ? 'queued' : 'accepted',
    segments: segmentsOf(text.body),
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    listed: true,
    shown: text.body,
  }
  store.messages.set(message.sid, message)
  store.changed()
  const backlogMs = (faultsBetween(store, message.to, message.from).backlogSeconds ?? 0) * 1000
  advanceLater(carrier, message, STEP_MS + backlogMs)
  return message
}

/** Takes up, after a restart, the texts that were on their way. */
export function resumeTexts(carrier: Carrier): void {
  for (const message of carrier.store.messages.values()) {
    if (message.direction !== 'inbound' && NEXT[message.status] !== null)
      advanceLater(carrier, message, STEP_MS)
  }
}

/** The way of a text that nothing stops. */
const NEXT: Readonly<Record<MessageStatus, MessageStatus | null>> = {
  accepted: 'queued',
  queued: 'sending',
  sending: 'sent',
  sent: 'delivered',
  delivered: null,
  undelivered: null,
  failed: null,
  received: null,
}

function advanceLater(carrier: Carrier, message: MessageRecord, ms: number): void {
  carrier.timers.after(ms, 'due', () => {
    advance(carrier, message)
    if (NEXT[message.status] !== null) advanceLater(carrier, message, STEP_MS)
  })
}

function advance(carrier: Carrier, message: MessageRecord): void {
  const { store, clock } = carrier
  const next = NEXT[message.status]
  if (next === null || !store.messages.has(message.sid)) return
  const faults = faultsBetween(store, message.to, message.from)
  const now = store.stamp()
  const waited = (clock.now().getTime() - Date.parse(message.createdAt)) / 1000
  if (next === 'sending' && waited > message.validitySeconds) {
    message.status = 'failed'
    message.errorCode = 30036
  } else if (
    faults.delivery &&
    (next === 'delivered' || (next === 'sending' && faults.delivery.status === 'failed'))
  ) {
    message.status = faults.delivery.status
    message.errorCode = faults.delivery.errorCode
  } else {
    message.status = next
  }
  if (message.status === 'sent') message.sentAt = now
  message.updatedAt = now
  store.changed()
  reportStatus(carrier, message)
}

function reportStatus(carrier: Carrier, message: MessageRecord): void {
  if (!message.statusCallback) return
  const arrived = message.status === 'delivered' || message.status === 'undelivered'
  sendCallback(carrier, {
    url: message.statusCallback,
    sid: message.sid,
    faults: faultsBetween(carrier.store, message.to, message.from),
    parameters: {
      MessageSid: message.sid,
      MessageStatus: message.status,
      SmsSid: message.sid,
      SmsStatus: message.status,
      To: message.to,
      From: message.from,
      AccountSid: carrier.accountSid,
      ApiVersion: API_VERSION,
      ...(message.serviceSid === null ? {} : { MessagingServiceSid: message.serviceSid }),
      ...(message.errorCode === null ? {} : { ErrorCode: String(message.errorCode) }),
      ...(arrived ? { RawDlrDoneDate: rawDoneDate(message.updatedAt) } : {}),
    },
  })
}

/** `YYMMDDhhmm` as carriers write it, without a zone. */
function rawDoneDate(at: string): string {
  return at.slice(2, 16).replace(/\D/g, '')
}

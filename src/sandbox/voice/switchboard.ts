import { sendCallback } from '../callbacks.ts'
import type { Carrier } from '../carrier.ts'
import { faultsBetween } from '../faults.ts'
import type { CallRecord, CallStatus } from '../records.ts'
import { newSid } from '../sid.ts'
import type { Leg } from './leg.ts'
import { voiceParameters } from './voice-parameters.ts'

/** The events a customer can subscribe to on a call. */
type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'

type NewCall = Pick<CallRecord, 'from' | 'to' | 'direction'> & {
  readonly parentSid?: string
  readonly fields?: Record<string, string>
  readonly callbacks?: CallRecord['callbacks']
  readonly spoken?: boolean
  readonly fallbackUrl?: string | undefined
  readonly webhooksLost?: boolean
}

/** The live legs and the change of their states; every change reports itself to whoever subscribed. */
export type Switchboard = {
  readonly live: ReadonlyMap<string, Leg>
  open(call: NewCall): Leg
  /** Starts dialing an outbound leg: `ringing`. */
  ring(leg: Leg): void
  /** The phone is connected; does nothing when it was before. */
  answer(leg: Leg): void
  /** Takes the phone off the line with a final status and stops what the leg was doing. Sends nothing yet. */
  disconnect(leg: Leg, status: CallStatus): void
  /** The leg has nothing more to do: its completed event leaves. */
  close(leg: Leg): void
}

const FINAL: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled']

export function isFinal(status: CallStatus): boolean {
  return FINAL.includes(status)
}

export function createSwitchboard(carrier: Carrier): Switchboard {
  const { store } = carrier
  const live = new Map<string, Leg>()

  const report = (leg: Leg, event: CallEvent): void => {
    const { callbacks, status } = leg.record
    if (!callbacks?.events.includes(event)) return
    sendCallStatus(carrier, leg.record, callbacks.url, event === 'initiated' ? 'initiated' : status)
  }
  const setStatus = (leg: Leg, status: CallStatus): void => {
    leg.record.status = status
    leg.record.updatedAt = store.stamp()
    store.changed()
  }

  return {
    live,
    open: (call) => {
      const now = store.stamp()
      const inbound = call.direction === 'inbound'
      const record: CallRecord = {
        sid: newSid('CA'),
        parentSid: call.parentSid ?? null,
        from: call.from,
        to: call.to,
        direction: call.direction,
        status: inbound ? 'ringing' : 'queued',
        createdAt: now,
        updatedAt: now,
        startedAt: inbound ? now : null,
        answeredAt: null,
        endedAt: null,
        durationSeconds: null,
        fields: call.fields ?? {},
        callbacks: call.callbacks ?? null,
        callbacksSent: 0,
        heard: [],
        warnings: [],
      }
      const leg: Leg = {
        record,
        person: inbound ? call.from : call.to,
        spoken: call.spoken ?? false,
        script: null,
        keysLeft: '',
        endStay: null,
        gone: false,
        instructions: null,
        wait: null,
        fallbackUrl: call.fallbackUrl ?? null,
        webhooksLost: call.webhooksLost ?? false,
        documentUrl: '',
        language: 'en-US',
        unclockedSeconds: 0,
      }
      store.calls.set(record.sid, record)
      live.set(record.sid, leg)
      store.changed()
      return leg
    },
    ring: (leg) => {
      leg.record.startedAt ??= store.stamp()
      report(leg, 'initiated')
      setStatus(leg, 'ringing')
      report(leg, 'ringing')
    },
    answer: (leg) => {
      if (leg.record.answeredAt !== null || leg.gone) return
      leg.record.answeredAt = store.stamp()
      setStatus(leg, 'in-progress')
      report(leg, 'answered')
    },
    disconnect: (leg, status) => {
      if (leg.gone) return
      leg.gone = true
      leg.endStay?.()
      const { record } = leg
      record.endedAt = store.stamp()
      const from = record.answeredAt ?? record.endedAt
      const clocked = (Date.parse(record.endedAt) - Date.parse(from)) / 1000
      record.durationSeconds =
        record.answeredAt === null ? 0 : Math.max(0, Math.round(clocked + leg.unclockedSeconds))
      setStatus(leg, status)
      leg.wait?.interrupt()
    },
    close: (leg) => {
      if (!live.delete(leg.record.sid)) return
      // A call canceled while still queued never began, so there is nothing to report.
      if (leg.record.startedAt !== null && !leg.webhooksLost) reportEnd(carrier, leg.record)
      store.changed()
    },
  }
}

/**
 * Sends the completed event of a call: to the address given with a call made through REST, or to the number's own
 * status callback for a call that came in.
 */
export function reportEnd(carrier: Carrier, call: CallRecord): void {
  if (call.direction === 'inbound') {
    const url = carrier.store.numbers.get(call.to)?.statusCallback
    if (url) sendCallStatus(carrier, call, url, call.status)
  } else if (call.callbacks?.events.includes('completed')) {
    sendCallStatus(carrier, call, call.callbacks.url, call.status)
  }
}

/** @param status what the callback says: the resource's word, or `initiated`, which only callbacks know. */
function sendCallStatus(
  carrier: Carrier,
  call: CallRecord,
  url: string,
  status: CallStatus | 'initiated',
): void {
  const ended = isFinal(call.status)
  const parameters = {
    ...voiceParameters(carrier.accountSid, call),
    CallStatus: status,
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.callbacksSent),
    Timestamp: carrier.clock.now().toUTCString().replace('GMT', '+0000'),
    ...(ended
      ? {
          CallDuration: String(call.durationSeconds ?? 0),
          Duration: String(Math.ceil((call.durationSeconds ?? 0) / 60)),
          SipResponseCode: sipResponse(call.status),
        }
      : {}),
  }
  call.callbacksSent += 1
  sendCallback(carrier, {
    url,
    sid: call.sid,
    parameters,
    faults: faultsBetween(carrier.store, call.to, call.from),
  })
}

const SIP_RESPONSES: Partial<Record<CallStatus, string>> = {
  completed: '200',
  busy: '486',
  'no-answer': '487',
  canceled: '487',
}

function sipResponse(status: CallStatus): string {
  return SIP_RESPONSES[status] ?? '500'
}

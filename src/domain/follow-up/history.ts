import type { HistoryLine, ItemEvent } from './events.ts'
import type { LastAction } from './item.ts'
import { unreachable } from './words.ts'

/** One line of history. `clinical` is what only licensed staff may read. */
export function historyLine(
  kind: LastAction,
  at: Date,
  actor: string,
  detail: HistoryLine['detail'] = {},
  clinical?: HistoryLine['clinical'],
): HistoryLine {
  return clinical ? { kind, at, actor, detail, clinical } : { kind, at, actor, detail }
}

/** The line that an event leaves on an item, whatever else it changes. */
export function lineOf(event: ItemEvent): HistoryLine {
  const { at } = event
  switch (event.type) {
    case 'call-missed':
      return historyLine(event.type, at, 'caller', { callSid: event.callSid, openHours: event.openHours })
    case 'language-chosen':
    case 'text-agreed':
      return historyLine(event.type, at, 'caller', { callSid: event.callSid, language: event.language })
    case 'voicemail-left':
      return historyLine(event.type, at, 'caller', { callSid: event.callSid, seconds: event.seconds })
    case 'no-voicemail':
    case 'call-answered':
      return historyLine(event.type, at, 'caller', { callSid: event.callSid })
    case 'voicemail-transcribed':
      return historyLine(
        event.type,
        at,
        'carrier',
        { callSid: event.callSid, reliable: event.reliable },
        { text: event.text },
      )
    case 'transcription-failed':
      return historyLine(event.type, at, 'carrier', { callSid: event.callSid })
    case 'transcript-overdue':
    case 'reply-overdue':
    case 'touch-due':
      return historyLine(event.type === 'touch-due' ? 'call-attempt-due' : event.type, at, 'system')
    case 'text-received':
      return historyLine(
        event.type,
        at,
        'caller',
        { messageSid: event.messageSid, media: event.mediaCount, mayWantToCancel: event.mayWantToCancel },
        { text: event.text },
      )
    case 'opted-out':
      return historyLine(event.type, at, whoOptedOut(event), { means: event.means, ...evidenceOf(event) })
    case 'opted-in-again':
      return historyLine('opt-in-again', at, event.by ?? 'caller', { evidence: event.evidence })
    case 'wrong-number-reported':
      return historyLine(event.type, at, 'caller', evidenceOf(event))
    case 'contact-fact-set':
      return historyLine(event.type, at, event.by, {
        fact: event.fact,
        ...(event.note === null ? {} : { note: event.note }),
        ...evidenceOf(event),
      })
    case 'text-held':
      return historyLine(event.type, at, 'system', {
        messageId: event.messageId,
        ...(event.until ? { until: event.until.toISOString() } : {}),
        why: event.why,
      })
    case 'text-ordered':
      return historyLine('text-planned', at, event.by ?? 'system', {
        step: event.step,
        wording: 'wording' in event.content ? event.content.wording : null,
      })
    case 'text-canceled':
    case 'text-refused':
      return historyLine(event.type, at, 'system', { messageId: event.messageId, why: event.why })
    case 'text-sent':
    case 'text-unknown':
    case 'text-delivered':
      return historyLine(event.type, at, 'carrier', { messageId: event.messageId })
    case 'text-undelivered':
    case 'text-failed':
      return historyLine(event.type, at, 'carrier', { messageId: event.messageId, code: event.code })
    case 'outcome-recorded':
      return withNote(
        historyLine(event.type, at, event.by, {
          outcome: event.outcome,
          ...(event.callbackAt ? { callbackAt: event.callbackAt.toISOString() } : {}),
          ...onTheWayOf(event),
        }),
        event,
      )
    case 'note-added':
      return withNote(historyLine(event.type, at, event.by), event)
    case 'request-received': {
      const { requestId, source, trigger } = event
      const actor = source === 'form' ? 'caller' : event.by
      return historyLine(event.type, at, actor, { requestId, source, trigger })
    }
    case 'request-withdrawn':
      return historyLine(event.type, at, event.by, { requestId: event.requestId })
    case 'target-missed':
      return historyLine(event.type, at, 'system')
    case 'removed':
      return withNote(historyLine(event.type, at, event.by, { reason: event.reason }), event)
    case 'reopened':
      return withNote(historyLine(event.type, at, event.by), event)
    // Why an item is raised or lowered is about what the patient said, whatever words it is put in.
    case 'routing-raised':
      return historyLine(
        event.type,
        at,
        event.by,
        { urgency: event.urgency },
        event.note === '' ? undefined : { text: event.note },
      )
    case 'routing-lowered':
      return historyLine(event.type, at, event.by, {}, { text: event.reason })
    case 'words-read-again':
      return historyLine(
        event.type,
        at,
        'system',
        { lexicon: event.reading.lexicon },
        {
          text: event.text,
        },
      )
    case 'claimed':
      return historyLine(event.type, at, event.by, { until: event.until.toISOString() })
    case 'released':
      return historyLine(event.type, at, event.by)
    case 'acknowledged':
      return historyLine(event.type, at, event.by, minutesOf(event))
    case 'alert-failed': {
      const { who, means, why, code } = event
      return historyLine(event.type, at, 'carrier', {
        ...named(who),
        ...{ means, why },
        ...(code === null ? {} : { code }),
      })
    }
    case 'alert-acknowledged':
      return historyLine(event.type, at, 'on-call', {
        ...named(event.who),
        ...{ role: event.role, means: event.means },
        ...minutesOf(event),
      })
    default:
      return unreachable(event)
  }
}

function named(who: string | null): HistoryLine['detail'] {
  return who === null ? {} : { who }
}

/** From the first alert to the acknowledgement, to a tenth of a minute. */
function minutesOf({ at, alertedAt }: { at: Date; alertedAt?: Date }): HistoryLine['detail'] {
  return alertedAt ? { minutes: Math.round((at.getTime() - alertedAt.getTime()) / 6_000) / 10 } : {}
}

function whoOptedOut({ by, means }: Extract<ItemEvent, { type: 'opted-out' }>): string {
  return by ?? (means === 'carrier' ? 'carrier' : 'caller')
}

function evidenceOf(event: { evidence: string; onTheWay?: number }): HistoryLine['detail'] {
  return { evidence: event.evidence, ...onTheWayOf(event) }
}

function onTheWayOf({ onTheWay = 0 }: { onTheWay?: number }): HistoryLine['detail'] {
  return onTheWay === 0 ? {} : { onTheWay }
}

/** A note with clinical words in it is read by licensed staff only, like the words of a patient. */
function withNote(line: HistoryLine, event: Extract<ItemEvent, { note: string }>): HistoryLine {
  if (event.note === '') return line
  return event.reading.class === 'none'
    ? { ...line, detail: { ...line.detail, note: event.note } }
    : { ...line, clinical: { text: event.note } }
}

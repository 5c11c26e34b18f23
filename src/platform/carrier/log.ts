import type { Twilio } from 'twilio'
import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js'

/** What the carrier has on record: its lists of calls, recordings and texts, for comparing them with ours. All may throw. */
export type CarrierLog = {
  /** Incoming calls that began at or after `since`, oldest or newest first; legs that we rang are told by `legsOf`. */
  calls(since: Date): AsyncIterable<LoggedCall>
  /** The phones that were rung for a call. */
  legsOf(callSid: string): Promise<readonly LoggedCall[]>
  /** One call by its id; null when the carrier knows of none. */
  call(sid: string): Promise<LoggedCall | null>
  /** The messages that callers left; other recordings of the account are none of ours. */
  recordings(since: Date): AsyncIterable<LoggedRecording>
  /** What the carrier's machine wrote down of a recording; null when there is nothing (yet). */
  transcriptOf(recordingSid: string): Promise<LoggedTranscript | null>
  texts(since: Date): AsyncIterable<LoggedText>
  /** What is attached to a text, in the carrier's order; empty when nothing is kept (any more). */
  mediaOf(messageSid: string): Promise<readonly LoggedMedia[]>
}

export type LoggedCall = {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly direction: 'inbound' | 'outbound'
  /** Twilio's Call status, such as completed */
  readonly status: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly seconds: number | null
}
export type LoggedRecording = {
  readonly sid: string
  readonly callSid: string
  /** Twilio's Recording status, such as completed or absent */
  readonly status: string
  readonly seconds: number
  readonly createdAt: Date
}
type LoggedTranscript = { readonly sid: string; readonly status: string; readonly text: string }
export type LoggedText = {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
  readonly direction: 'inbound' | 'outbound'
  /** Twilio's Message status */
  readonly status: string
  readonly code: number | null
  readonly mediaCount: number
  readonly at: Date
}

type LoggedMedia = {
  readonly sid: string
  /** as the sender's phone said; empty when it did not */
  readonly contentType: string
}

/** The most that Twilio lists at once. Source: Twilio REST API, PageSize. */
const PAGE_SIZE = 1000

/** Statuses after which nothing more happens on a call. Source: Twilio, Call resource, status. */
const OVER: readonly string[] = ['completed', 'busy', 'no-answer', 'failed', 'canceled']

/** Whether a call has ended, however it went. */
export function isOver(call: LoggedCall): boolean {
  return OVER.includes(call.status)
}

/** Reads Twilio's lists with its own client, one page in memory at a time. */
export function carrierLog(client: Twilio): CarrierLog {
  return {
    calls: async function* (since) {
      const page = await client.calls.page({ startTimeAfter: since, pageSize: PAGE_SIZE })
      for await (const call of everyPage(page)) if (call.direction === 'inbound') yield callOf(call)
    },
    legsOf: async (callSid) => (await client.calls.list({ parentCallSid: callSid })).map(callOf),
    call: async (sid) => {
      try {
        return callOf(await client.calls(sid).fetch())
      } catch (error) {
        if (isUnknown(error)) return null
        throw error
      }
    },
    recordings: async function* (since) {
      const page = await client.recordings.page({ dateCreatedAfter: since, pageSize: PAGE_SIZE })
      for await (const entry of everyPage(page)) {
        const { sid, status, duration, dateCreated } = entry
        const callSid = maybe(entry.callSid)
        // Conversations that somebody recorded are no voicemails; those of conferences have no call.
        if (callSid === null || entry.source !== 'RecordVerb') continue
        // The length of an absent recording is -1, that of an unfinished one null.
        const seconds = Math.max(0, Number(duration))
        yield { sid, callSid, status, seconds, createdAt: dateCreated }
      }
    },
    transcriptOf: async (recordingSid) => {
      const [found] = await client.recordings(recordingSid).transcriptions.list({ limit: 1 })
      if (!found) return null
      return { sid: found.sid, status: found.status, text: maybe(found.transcriptionText) ?? '' }
    },
    texts: async function* (since) {
      const page = await client.messages.page({ dateSentAfter: since, pageSize: PAGE_SIZE })
      for await (const text of everyPage(page)) {
        const { sid, status } = text
        yield {
          ...{ sid, status },
          from: maybe(text.from) ?? '',
          to: maybe(text.to) ?? '',
          body: maybe(text.body) ?? '',
          direction: text.direction === 'inbound' ? 'inbound' : 'outbound',
          code: maybe(text.errorCode),
          mediaCount: Number(text.numMedia),
          at: maybe(text.dateSent) ?? text.dateCreated,
        }
      }
    },
    mediaOf: async (messageSid) => {
      try {
        const media = await client.messages(messageSid).media.list()
        return media.map(({ sid, contentType }) => ({ sid, contentType: maybe(contentType) ?? '' }))
      } catch (error) {
        if (isUnknown(error)) return []
        throw error
      }
    },
  }
}

function isUnknown(error: unknown): boolean {
  return (error as { status?: unknown }).status === 404
}

type Page<Entry> = { readonly instances: readonly Entry[]; nextPage(): Promise<Page<Entry>> | undefined }

async function* everyPage<Entry>(first: Page<Entry>): AsyncGenerator<Entry> {
  let page: Page<Entry> | undefined = first
  while (page) {
    yield* page.instances
    page = await page.nextPage()
  }
}

function callOf(call: CallInstance): LoggedCall {
  const { sid, status } = call
  const seconds = maybe(call.duration)
  return {
    ...{ sid, status },
    from: maybe(call.from) ?? '',
    to: maybe(call.to) ?? '',
    direction: call.direction === 'inbound' ? 'inbound' : 'outbound',
    startedAt: maybe(call.startTime) ?? call.dateCreated,
    endedAt: maybe(call.endTime),
    seconds: seconds === null ? null : Number(seconds),
  }
}

/** The client's types promise a value where the API sends null for what is not known yet. */
function maybe<Value>(value: Value): Value | null {
  return value ?? null
}

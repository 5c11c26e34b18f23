import nock from 'nock'
import { ACCOUNT } from './webhook.ts'

/** A call on Twilio's list; what a test does not say is that of a short call to the main line. */
type ListedCall = {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly at: Date
  /** null: still going on */
  readonly seconds: number | null
  readonly direction?: string
  readonly status?: string
  readonly parent?: string
}
type ListedRecording = {
  readonly sid: string
  /** null: the recording of a conference */
  readonly callSid: string | null
  readonly at: Date
  readonly seconds: number
  readonly status?: string
  /** Twilio's Recording source; what a test does not say is a voicemail */
  readonly source?: string
}
type ListedText = {
  readonly sid: string
  readonly status: string
  readonly body: string
  readonly to: string
  readonly direction: string
  readonly at: Date
  readonly from?: string
  readonly code?: number
  /** what is attached, in the order of Twilio's list of it */
  readonly media?: readonly ListedMedia[]
}
type ListedMedia = { readonly sid: string; readonly contentType: string }

type ListName = 'Calls' | 'Recordings' | 'Messages'

/** What Twilio has on record, behind its own client: a test writes into it. */
export type TwilioLog = {
  readonly calls: ListedCall[]
  readonly recordings: ListedRecording[]
  /** by the recording's sid */
  readonly transcripts: Map<string, { readonly sid: string; readonly status: string; readonly text: string }>
  readonly texts: ListedText[]
  /** lists that cannot be read from a page on, counted from 0 */
  readonly broken: Map<ListName, number>
  /** calls whose legs cannot be read, and texts of which it cannot be read what is attached */
  readonly noLegs: Set<string>
  readonly noMedia: Set<string>
  /** the dates from which on lists were asked for */
  readonly askedSince: string[]
  /** how many entries a page has at most */
  pageSize: number
}

export function emptyTwilioLog(): TwilioLog {
  return {
    calls: [],
    recordings: [],
    transcripts: new Map(),
    texts: [],
    broken: new Map(),
    noLegs: new Set(),
    noMedia: new Set(),
    askedSince: [],
    pageSize: 1000,
  }
}

const ROOT = `/2010-04-01/Accounts/${ACCOUNT}`

/** Serves the lists as Twilio does: newest first, in pages, whole seconds. */
export function serveTwilioLog(api: string, log: TwilioLog): void {
  const serve = <Entry extends { readonly at: Date }>(
    name: ListName,
    list: { entries: readonly Entry[]; since: string; mine(entry: Entry, asked: URLSearchParams): boolean },
    shape: (entry: Entry) => object,
  ): void => {
    const answer = (request: Request): [number, object] => {
      const asked = new URL(request.url).searchParams
      const since = asked.get(list.since)
      if (since !== null) log.askedSince.push(since)
      const page = Number(asked.get('Page') ?? 0)
      const parent = asked.get('ParentCallSid')
      if (page >= (log.broken.get(name) ?? Infinity) || (parent && log.noLegs.has(parent)))
        return [503, { code: 20503, message: 'unavailable', status: 503 }]
      const found = list.entries
        .filter((entry) => list.mine(entry, asked))
        .filter(({ at }) => since === null || at >= new Date(since))
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())
      const start = page * log.pageSize
      asked.set('Page', String(page + 1))
      const more = start + log.pageSize < found.length
      return [
        200,
        {
          [name.toLowerCase()]: found.slice(start, start + log.pageSize).map(shape),
          next_page_uri: more ? `${ROOT}/${name}.json?${asked.toString()}` : null,
        },
      ]
    }
    nock(api).persist().get(`${ROOT}/${name}.json`).query(true).reply(answer)
  }
  const named = (asked: URLSearchParams, name: string, value: string): boolean =>
    asked.get(name) === null || asked.get(name) === value

  serve(
    'Calls',
    {
      entries: log.calls,
      since: 'StartTime>',
      mine: ({ parent }, asked) => named(asked, 'ParentCallSid', parent ?? ''),
    },
    callShape,
  )
  serve('Recordings', { entries: log.recordings, since: 'DateCreated>', mine: () => true }, recordingShape)
  serve(
    'Messages',
    { entries: log.texts, since: 'DateSent>', mine: ({ to }, asked) => named(asked, 'To', to) },
    textShape,
  )
  nock(api)
    .persist()
    .get(/\/Calls\/CA\w+\.json$/)
    .reply((request: Request): [number, object] => {
      const found = log.calls.find(({ sid }) => request.url.endsWith(`/Calls/${sid}.json`))
      return found ? [200, callShape(found)] : [404, { code: 20404, message: 'not found', status: 404 }]
    })
  nock(api)
    .persist()
    .get(/\/Messages\/\w+\/Media\.json$/)
    .query(true)
    .reply((request: Request): [number, object] => {
      const [, message = ''] = /Messages\/(\w+)\/Media/.exec(request.url) ?? []
      if (log.noMedia.has(message)) return [503, { code: 20503, message: 'unavailable', status: 503 }]
      const found = log.texts.find(({ sid }) => sid === message)
      if (!found) return [404, { code: 20404, message: 'not found', status: 404 }]
      const media = (found.media ?? []).map(({ sid, contentType }) => ({ sid, content_type: contentType }))
      return [200, { media_list: media, next_page_uri: null }]
    })
  nock(api)
    .persist()
    .get(/\/Recordings\/RE\w+\/Transcriptions\.json$/)
    .query(true)
    .reply((request: Request): [number, object] => {
      const [, recording = ''] = /Recordings\/(RE\w+)\//.exec(request.url) ?? []
      const found = log.transcripts.get(recording)
      const transcriptions = found
        ? [{ sid: found.sid, status: found.status, transcription_text: found.text }]
        : []
      return [200, { transcriptions, next_page_uri: null }]
    })
}

/** `Tue, 18 Aug 2015 17:00:21 +0000` */
const rfc2822 = (at: Date): string => at.toUTCString().replace('GMT', '+0000')
const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)

function callShape({ sid, from, to, at, seconds, ...call }: ListedCall): object {
  return {
    ...{ sid, from, to },
    direction: call.direction ?? 'inbound',
    status: call.status ?? (seconds === null ? 'in-progress' : 'completed'),
    parent_call_sid: call.parent ?? null,
    date_created: rfc2822(at),
    start_time: rfc2822(at),
    end_time: seconds === null ? null : rfc2822(after(at, seconds)),
    duration: seconds === null ? null : String(seconds),
  }
}

function recordingShape({ sid, callSid, at, seconds, ...recording }: ListedRecording): object {
  const { status = 'completed', source = 'RecordVerb' } = recording
  return {
    ...{ sid, source },
    call_sid: callSid,
    status,
    duration: String(seconds),
    date_created: rfc2822(at),
  }
}

function textShape({ sid, status, body, to, direction, at, from, code, media = [] }: ListedText): object {
  return {
    ...{ sid, status, body, to, direction },
    from: from ?? '',
    num_media: String(media.length),
    error_code: code ?? null,
    date_created: rfc2822(at),
    date_sent: rfc2822(at),
  }
}

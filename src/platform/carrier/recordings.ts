import type { CarrierAccount } from './client.ts'
import { carrierDelete, carrierRequest, checkedId } from './request.ts'

/** The sound of voicemails. It stays at the carrier and passes through us, so that only signed-in staff ever hear it. */
export type CarrierRecordings = {
  /**
   * Opens the sound of a recording, or the part of it that a player asks for.
   * @param range an HTTP Range header as the player sent it.
   */
  openRecording(sid: string, range: string | undefined): Promise<RecordingSound>
  /** Deletes the sound. One that is gone already counts as deleted. Throws when the carrier did not do it. */
  deleteRecording(sid: string): Promise<void>
  /** Deletes what the carrier's machine wrote down, likewise. */
  deleteTranscript(sid: string): Promise<void>
}

export type RecordingSound =
  | {
      readonly type: 'sound'
      /** 200, or 206 for a part */
      readonly status: 200 | 206
      readonly contentType: string
      readonly contentLength: number | null
      readonly contentRange: string | null
      readonly body: ReadableStream<Uint8Array>
    }
  /** the range lies outside the sound */
  | { readonly type: 'bad-range'; readonly contentRange: string | null }
  /** the carrier has no such recording (any more) */
  | { readonly type: 'gone' }
  /** the carrier did not answer, or not as expected */
  | { readonly type: 'unavailable' }

const RECORDING_SID = /^RE[0-9a-f]{32}$/
const TRANSCRIPTION_SID = /^TR[0-9a-f]{32}$/
/** One range of bytes, which is all that players ask for. Anything else is answered with the whole sound (RFC 9110, 14.2). */
const ONE_RANGE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/

export function carrierRecordings(account: CarrierAccount): CarrierRecordings {
  const ask = carrierRequest(account)
  return {
    openRecording: async (sid, range) => {
      if (!RECORDING_SID.test(sid)) return { type: 'gone' }
      const wanted = range !== undefined && ONE_RANGE.test(range) ? range : undefined
      try {
        const answer = await ask(
          'GET',
          `Recordings/${sid}.mp3`,
          wanted === undefined ? {} : { range: wanted },
        )
        const sound = soundOf(answer, wanted)
        if (sound.type !== 'sound') await answer.body?.cancel()
        return sound
      } catch {
        return { type: 'unavailable' }
      }
    },
    deleteRecording: async (sid) => carrierDelete(ask, `Recordings/${checkedId(sid, RECORDING_SID)}.json`),
    deleteTranscript: async (sid) =>
      carrierDelete(ask, `Transcriptions/${checkedId(sid, TRANSCRIPTION_SID)}.json`),
  }
}

function soundOf(answer: Response, wanted: string | undefined): RecordingSound {
  const { status, body, headers } = answer
  const contentRange = headers.get('content-range')
  const contentType = headers.get('content-type') ?? ''
  if (status === 404 || status === 410) return { type: 'gone' }
  if (status === 416 && wanted !== undefined) return { type: 'bad-range', contentRange }
  if (!body || !contentType.startsWith('audio/')) return { type: 'unavailable' }
  const contentLength = lengthOf(headers)
  if (status === 206 && wanted !== undefined && contentRange !== null)
    return { type: 'sound', status, contentType, contentLength, contentRange, body }
  if (status !== 200) return { type: 'unavailable' }
  const whole = { type: 'sound', status, contentType, contentLength, contentRange: null, body } as const
  return wanted === undefined || contentLength === null ? whole : partOf(whole, contentLength, wanted)
}

/** The part that a player asked for, when the carrier sent everything: without it nobody could seek. */
function partOf(
  whole: Extract<RecordingSound, { type: 'sound' }>,
  size: number,
  wanted: string,
): RecordingSound {
  const [, first, last = '', suffix] = ONE_RANGE.exec(wanted) ?? []
  const start = first === undefined ? Math.max(size - Number(suffix), 0) : Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end) return { type: 'bad-range', contentRange: `bytes */${size}` }
  return {
    ...whole,
    status: 206,
    contentLength: end - start + 1,
    contentRange: `bytes ${start}-${end}/${size}`,
    body: whole.body.pipeThrough(onlyBytes(start, end)),
  }
}

/** Lets through the bytes from `start` to `end`, both included, and hangs up after them. */
function onlyBytes(start: number, end: number): TransformStream<Uint8Array, Uint8Array> {
  let at = 0
  return new TransformStream({
    transform(chunk, controller) {
      const part = chunk.subarray(Math.max(start - at, 0), Math.max(end + 1 - at, 0))
      if (part.length > 0) controller.enqueue(part)
      at += chunk.length
      if (at > end) controller.terminate()
    },
  })
}

/** The size of the sound in bytes; null when it is not told, or told of another form than the one we get. */
function lengthOf(headers: Headers): number | null {
  const text = headers.get('content-length')
  if (text === null || headers.get('content-encoding') !== null) return null
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

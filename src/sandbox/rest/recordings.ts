import { Router, type Request, type Response } from 'express'
import type { Carrier } from '../carrier.ts'
import type { RecordingRecord, TranscriptionRecord } from '../records.ts'
import { faultsBetween } from '../faults.ts'
import { silentMp3 } from '../voice/mp3.ts'
import { toneWav } from '../voice/wav.ts'
import { RestFault } from './errors.ts'
import { dateFilter, equals, page } from './list.ts'
import { recordingShape, transcriptionShape } from './shapes.ts'

export function recordingsRouter(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  const find = (sid: string): RecordingRecord => {
    const found = store.recordings.get(sid)
    if (!found || found.status === 'deleted') throw new RestFault(20404, 404)
    return found
  }
  const list = (req: Request, callSid?: string): object => {
    const created = dateFilter(req, 'DateCreated')
    const wanted = (recording: RecordingRecord): boolean =>
      recording.status !== 'deleted' &&
      (callSid === undefined || recording.callSid === callSid) &&
      equals(req, 'CallSid', recording.callSid) &&
      created(recording.createdAt)
    return page(req, 'recordings', { all: store.recordings.values(), wanted }, (recording) =>
      recordingShape(carrier, recording),
    )
  }

  router.get('/Recordings.json', (req, res) => {
    res.json(list(req))
  })
  router.get('/Calls/:callSid/Recordings.json', (req, res) => {
    res.json(list(req, req.params.callSid))
  })
  router.get('/Recordings/:sid.json', (req, res) => {
    res.json(recordingShape(carrier, find(req.params.sid)))
  })
  router.delete('/Recordings/:sid.json', (req, res) => {
    const recording = find(req.params.sid)
    recording.status = 'deleted'
    recording.spoken = ''
    store.changed()
    res.status(204).end()
  })
  const playable = (sid: string): RecordingRecord => {
    const recording = find(sid)
    if (recording.status !== 'completed') throw new RestFault(20404, 404)
    const call = store.calls.get(recording.callSid)
    if (call && faultsBetween(store, call.to, call.from).media === 'unavailable')
      throw new RestFault(20500, 503)
    return recording
  }
  const wav = (req: Request<{ sid: string }>, res: Response): void => {
    sendSound(req, res, { type: 'audio/x-wav', bytes: toneWav(playable(req.params.sid).seconds) })
  }
  router.get('/Recordings/:sid.mp3', (req, res) => {
    sendSound(req, res, { type: 'audio/mpeg', bytes: silentMp3(playable(req.params.sid).seconds) })
  })
  router.get('/Recordings/:sid.wav', wav)
  router.get('/Recordings/:sid', wav)
  return router
}

export function transcriptionsRouter(carrier: Carrier): Router {
  const router = Router()
  const { recordings, transcriptions, changed } = carrier.store
  const find = (sid: string): TranscriptionRecord => {
    const found = transcriptions.get(sid)
    if (!found) throw new RestFault(20404, 404)
    return found
  }
  const list = (req: Request, wanted: (transcription: TranscriptionRecord) => boolean): object =>
    page(req, 'transcriptions', { all: transcriptions.values(), wanted }, (transcription) =>
      transcriptionShape(carrier, transcription),
    )
  router.get('/Transcriptions.json', (req, res) => {
    res.json(list(req, () => true))
  })
  router.get('/Recordings/:recordingSid/Transcriptions.json', (req, res) => {
    const { recordingSid } = req.params
    if (!recordings.has(recordingSid)) throw new RestFault(20404, 404)
    res.json(list(req, (transcription) => transcription.recordingSid === recordingSid))
  })
  router.get('/Transcriptions/:sid.json', (req, res) => {
    res.json(transcriptionShape(carrier, find(req.params.sid)))
  })
  router.delete('/Transcriptions/:sid.json', (req, res) => {
    transcriptions.delete(find(req.params.sid).sid)
    changed()
    res.status(204).end()
  })
  return router
}

/** Sends the sound, or the part of it that a player asked for. */
function sendSound(
  req: Request,
  res: Response,
  { type, bytes }: { readonly type: string; readonly bytes: Buffer },
): void {
  res.set({ 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'no-store' })
  const ranges = req.range(bytes.length)
  if (ranges === -1) {
    res.status(416).set('content-range', `bytes */${bytes.length}`).end()
    return
  }
  const part = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
  if (part) {
    res.status(206).set('content-range', `bytes ${part.start}-${part.end}/${bytes.length}`)
    res.end(bytes.subarray(part.start, part.end + 1))
  } else {
    res.end(bytes)
  }
}

import { Router, type Request, type Response } from 'express'
import type { Carrier } from '../carrier.ts'
import type { RecordingRecord, TranscriptionRecord } from '../records.ts'
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
    const found = [...store.recordings.values()].filter(
      (recording) =>
        recording.status !== 'deleted' &&
        (callSid === undefined || recording.callSid === callSid) &&
        equals(req, 'CallSid', recording.callSid) &&
        created(recording.createdAt),
    )
    return page(req, 'recordings', found, (recording) => recordingShape(carrier, recording))
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
  const media = (req: Request<{ sid: string }>, res: Response): void => {
    const recording = find(req.params.sid)
    if (recording.status !== 'completed') throw new RestFault(20404, 404)
    sendWav(req, res, toneWav(recording.seconds))
  }
  router.get('/Recordings/:sid.wav', media)
  router.get('/Recordings/:sid', media)
  return router
}

export function transcriptionsRouter(carrier: Carrier): Router {
  const router = Router()
  const { transcriptions, changed } = carrier.store
  const find = (sid: string): TranscriptionRecord => {
    const found = transcriptions.get(sid)
    if (!found) throw new RestFault(20404, 404)
    return found
  }
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
function sendWav(req: Request, res: Response, wav: Buffer): void {
  res.set({ 'content-type': 'audio/x-wav', 'accept-ranges': 'bytes', 'cache-control': 'no-store' })
  const ranges = req.range(wav.length)
  if (ranges === -1) {
    res.status(416).set('content-range', `bytes */${wav.length}`).end()
    return
  }
  const part = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
  if (part) {
    res.status(206).set('content-range', `bytes ${part.start}-${part.end}/${wav.length}`)
    res.end(wav.subarray(part.start, part.end + 1))
  } else {
    res.end(wav)
  }
}

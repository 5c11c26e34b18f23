import { Router, type Response } from 'express'
import { openVoicemail } from '../casework/recordings.ts'
import { unreachable } from '../domain/follow-up/words.ts'
import { NotFound } from '../platform/errors.ts'
import type { RecordingSound } from '../platform/carrier/recordings.ts'
import type { AdminDeps } from './deps.ts'
import { passOn, refuse } from './passed-on.ts'
import { readerOf, staffVisitOf } from './visit.ts'

const CALL_SID = /^CA[0-9a-f]{32}$/i

/** The sound of voicemails, for staff who may hear it: it comes from the carrier, passes through, and is kept nowhere. */
export function recordingsRouter({ casework, recordings }: AdminDeps): Router {
  const router = Router()
  router.get('/recordings/:callSid', async (request, response) => {
    const { callSid } = request.params
    if (!CALL_SID.test(callSid)) throw new NotFound('A voicemail is addressed by the id of its call.')
    const { db, clock, log } = casework
    const visit = staffVisitOf(response)
    const { ui } = visit.words
    const reader = readerOf(visit)
    const range = request.get('range')
    const voicemail = await openVoicemail({ db, clock, recordings }, reader, callSid, range)
    switch (voicemail.type) {
      case 'sound':
        head(response, voicemail)
        await passOn(request, response, voicemail.body, log, { name: 'voicemail', ids: { callSid } })
        return
      case 'bad-range':
        if (voicemail.contentRange !== null) response.set('content-range', voicemail.contentRange)
        response.status(416).end()
        return
      case 'not-found':
        throw new NotFound(`There is no voicemail of call ${callSid}.`)
      case 'not-yours':
        refuse(response, 403, ui.voicemailTitle, ui.withheld)
        return
      case 'gone':
        refuse(response, 410, ui.voicemailTitle, ui.voicemailGone)
        return
      case 'unavailable':
        log.warn({ callSid }, 'the carrier did not hand over a recording')
        refuse(response, 502, ui.voicemailTitle, ui.voicemailUnavailable)
        return
      default:
        unreachable(voicemail)
    }
  })
  return router
}

function head(response: Response, sound: Extract<RecordingSound, { type: 'sound' }>): void {
  response.status(sound.status).set({
    'content-type': sound.contentType,
    'accept-ranges': 'bytes',
    ...(sound.contentLength === null ? {} : { 'content-length': String(sound.contentLength) }),
    ...(sound.contentRange === null ? {} : { 'content-range': sound.contentRange }),
  })
}

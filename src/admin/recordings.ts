import { pipeline } from 'node:stream/promises'
import { Router, type Response } from 'express'
import { openVoicemail } from '../casework/recordings.ts'
import { unreachable } from '../domain/follow-up/words.ts'
import { NotFound } from '../platform/errors.ts'
import type { RecordingSound } from '../platform/carrier/recordings.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { messagePage } from './pages/doors.ts'
import { readerOf, staffVisitOf } from './visit.ts'

const CALL_SID = /^CA[0-9a-f]{32}$/i

/** The sound of voicemails, for staff who may hear it: it comes from the carrier, passes through, and is kept nowhere. */
export function recordingsRouter({ casework, recordings }: AdminDeps): Router {
  const router = Router()
  router.get('/recordings/:callSid', async (request, response) => {
    const { callSid } = request.params
    if (!CALL_SID.test(callSid)) throw new NotFound('A voicemail is addressed by the id of its call.')
    const { db, clock, log } = casework
    const reader = readerOf(staffVisitOf(response))
    const range = request.get('range')
    const voicemail = await openVoicemail({ db, clock, recordings }, reader, callSid, range)
    switch (voicemail.type) {
      case 'sound':
        head(response, voicemail)
        if (request.method === 'HEAD') {
          await voicemail.body.cancel()
          response.end()
          return
        }
        // A player that has enough hangs up, and a carrier that breaks off cannot be mended: the player sees a short sound and asks again.
        await pipeline(voicemail.body, response).catch((error: unknown) =>
          log.debug(
            { callSid, code: (error as { code?: unknown }).code },
            'a voicemail was not sent to its end',
          ),
        )
        return
      case 'bad-range':
        if (voicemail.contentRange !== null) response.set('content-range', voicemail.contentRange)
        response.status(416).end()
        return
      case 'not-found':
        throw new NotFound(`There is no voicemail of call ${callSid}.`)
      case 'not-yours':
        refuse(response, 403, 'withheld')
        return
      case 'gone':
        refuse(response, 410, 'voicemailGone')
        return
      case 'unavailable':
        log.warn({ callSid }, 'the carrier did not hand over a recording')
        refuse(response, 502, 'voicemailUnavailable')
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

function refuse(
  response: Response,
  status: 403 | 410 | 502,
  said: 'withheld' | 'voicemailGone' | 'voicemailUnavailable',
): void {
  const visit = staffVisitOf(response)
  const { voicemailTitle: title, [said]: text } = visit.words.ui
  sendPage(response, visit, { title, body: messagePage(visit, title, text), narrow: true }, status)
}

import { pipeline } from 'node:stream/promises'
import { Router, type Response } from 'express'
import { openPicture } from '../casework/pictures.ts'
import { unreachable } from '../domain/follow-up/words.ts'
import { NotFound } from '../platform/errors.ts'
import type { PictureData } from '../platform/carrier/pictures.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { messagePage } from './pages/doors.ts'
import { readerOf, staffVisitOf } from './visit.ts'

const MESSAGE_SID = /^(?:SM|MM)[0-9a-f]{32}$/i
const INDEX = /^\d{1,2}$/
/** What a browser shows without running anything; whatever else people send is saved to a file, never opened here. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
/** Strangers send these: nothing in one may load, run or reach the page it was opened from. */
const SEALED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** What people attached to their texts, for staff who may see it: it comes from the carrier, passes through, and is kept nowhere. */
export function picturesRouter({ casework, pictures }: AdminDeps): Router {
  const router = Router()
  router.get('/pictures/:messageSid/:index', async (request, response) => {
    const { messageSid, index } = request.params
    if (!MESSAGE_SID.test(messageSid) || !INDEX.test(index))
      throw new NotFound('A picture is addressed by the id of its text and its place in it.')
    const { db, clock, log } = casework
    const reader = readerOf(staffVisitOf(response))
    const picture = await openPicture({ db, clock, pictures }, reader, messageSid, Number(index))
    switch (picture.type) {
      case 'picture':
        head(response, picture, Number(index))
        if (request.method === 'HEAD') {
          await picture.body.cancel()
          response.end()
          return
        }
        await pipeline(picture.body, response).catch((error: unknown) =>
          log.debug(
            { messageSid, code: (error as { code?: unknown }).code },
            'a picture was not sent to its end',
          ),
        )
        return
      case 'not-found':
        throw new NotFound('There is no such picture.')
      case 'not-yours':
        refuse(response, 403, 'withheld')
        return
      case 'gone':
        refuse(response, 410, 'pictureGone')
        return
      case 'unavailable':
        log.warn({ messageSid }, 'the carrier did not hand over a picture')
        refuse(response, 502, 'pictureUnavailable')
        return
      default:
        unreachable(picture)
    }
  })
  return router
}

function head(response: Response, picture: Extract<PictureData, { type: 'picture' }>, index: number): void {
  const kind = picture.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const shown = SHOWN.includes(kind)
  response.set({
    'content-type': shown ? kind : 'application/octet-stream',
    'content-disposition': shown ? 'inline' : `attachment; filename="attachment-${String(index + 1)}"`,
    'content-security-policy': SEALED,
    'x-content-type-options': 'nosniff',
    ...(picture.contentLength === null ? {} : { 'content-length': String(picture.contentLength) }),
  })
}

function refuse(
  response: Response,
  status: 403 | 410 | 502,
  said: 'withheld' | 'pictureGone' | 'pictureUnavailable',
): void {
  const visit = staffVisitOf(response)
  const { pictureTitle: title, [said]: text } = visit.words.ui
  sendPage(response, visit, { title, body: messagePage(visit, title, text), narrow: true }, status)
}

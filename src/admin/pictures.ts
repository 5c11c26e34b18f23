import { Router, type Response } from 'express'
import { openPicture } from '../casework/pictures.ts'
import { unreachable } from '../domain/follow-up/words.ts'
import { NotFound } from '../platform/errors.ts'
import type { PictureData } from '../platform/carrier/pictures.ts'
import type { AdminDeps } from './deps.ts'
import { passOn, refuse } from './passed-on.ts'
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
    const visit = staffVisitOf(response)
    const { ui } = visit.words
    const reader = readerOf(visit)
    const picture = await openPicture({ db, clock, pictures }, reader, messageSid, Number(index))
    switch (picture.type) {
      case 'picture':
        head(response, picture, Number(index))
        await passOn(request, response, picture.body, log, { name: 'picture', ids: { messageSid } })
        return
      case 'not-found':
        throw new NotFound('There is no such picture.')
      case 'not-yours':
        refuse(response, 403, ui.pictureTitle, ui.withheld)
        return
      case 'gone':
        refuse(response, 410, ui.pictureTitle, ui.pictureGone)
        return
      case 'unavailable':
        log.warn({ messageSid }, 'the carrier did not hand over a picture')
        refuse(response, 502, ui.pictureTitle, ui.pictureUnavailable)
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

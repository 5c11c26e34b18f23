import type { CarrierAccount } from './client.ts'
import { carrierDelete, carrierRequest, checkedId, inTime } from './request.ts'

/** What people attach to their texts. It stays at the carrier and passes through us, so that only signed-in staff ever see it. */
export type CarrierPictures = {
  /** Opens a picture by the ids of its text and its own. */
  openPicture(messageSid: string, mediaSid: string): Promise<PictureData>
  /** Deletes a picture, likewise. One that is gone already counts as deleted. Throws when the carrier did not do it. */
  deletePicture(messageSid: string, mediaSid: string): Promise<void>
}

export type PictureData =
  | {
      readonly type: 'picture'
      /** as the carrier says; the sender's phone chose it */
      readonly contentType: string
      readonly contentLength: number | null
      readonly body: ReadableStream<Uint8Array>
    }
  /** the carrier has no such picture (any more) */
  | { readonly type: 'gone' }
  /** the carrier did not answer, or not as expected */
  | { readonly type: 'unavailable' }

const MESSAGE_SID = /^(?:SM|MM)[0-9a-f]{32}$/i
const MEDIA_SID = /^ME[0-9a-f]{32}$/i
/** From the API to the place where the media lies, and once more from there. */
const MOST_REDIRECTS = 2

/**
 * Twilio hands media out from places of its own, to which its API points with a signed address that is good for a while. Source: Twilio,
 * "Protect Media Access with HTTP Basic Authentication" (mms.twiliocdn.com, before that s3-external-1.amazonaws.com).
 */
const MEDIA_PLACES: readonly { readonly host: string; readonly path: string }[] = [
  { host: 'mms.twiliocdn.com', path: '/' },
  { host: 'media.twiliocdn.com', path: '/' },
  { host: 's3-external-1.amazonaws.com', path: '/media.twiliocdn.com/' },
]

/**
 * The address asked first is ours (see `carrierRequest`) and the only one that gets our credentials. A redirect is followed to the API's
 * own host or to the carrier's places for media, without them; anywhere else is refused.
 */
export function carrierPictures(account: CarrierAccount): CarrierPictures {
  const ask = carrierRequest(account)
  return {
    openPicture: async (messageSid, mediaSid) => {
      if (!MESSAGE_SID.test(messageSid) || !MEDIA_SID.test(mediaSid)) return { type: 'gone' }
      try {
        let asked: URL | string = account.apiUrl
        let answer = await ask('GET', `Messages/${messageSid}/Media/${mediaSid}`)
        for (let redirects = 0; isRedirect(answer) && redirects < MOST_REDIRECTS; redirects += 1) {
          await answer.body?.cancel()
          const target = placeOf(answer, asked, account.apiUrl)
          if (!target) return { type: 'unavailable' }
          asked = target
          answer = await inTime(target, { headers: { 'accept-encoding': 'identity' } })
        }
        const picture = pictureOf(answer)
        if (picture.type !== 'picture') await answer.body?.cancel()
        return picture
      } catch {
        return { type: 'unavailable' }
      }
    },
    deletePicture: async (messageSid, mediaSid) =>
      carrierDelete(
        ask,
        `Messages/${checkedId(messageSid, MESSAGE_SID)}/Media/${checkedId(mediaSid, MEDIA_SID)}.json`,
      ),
  }
}

function isRedirect({ status }: Response): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

/** Where a redirect from `asked` leads; null when that is no place of the carrier's. */
function placeOf(answer: Response, asked: URL | string, apiUrl: string): URL | null {
  const location = answer.headers.get('location')
  const target = location === null ? null : URL.parse(location, asked)
  if (target?.username !== '' || target.password !== '') return null
  if (target.origin === new URL(apiUrl).origin) return target
  const known = MEDIA_PLACES.some(
    ({ host, path }) => target.host === host && target.pathname.startsWith(path),
  )
  return known && target.protocol === 'https:' ? target : null
}

function pictureOf({ status, body, headers }: Response): PictureData {
  if (status === 404 || status === 410) return { type: 'gone' }
  if (status !== 200 || !body) return { type: 'unavailable' }
  const length = headers.get('content-length')
  const told = length !== null && /^\d{1,15}$/.test(length) && headers.get('content-encoding') === null
  return {
    type: 'picture',
    contentType: headers.get('content-type') ?? '',
    contentLength: told ? Number(length) : null,
    body,
  }
}

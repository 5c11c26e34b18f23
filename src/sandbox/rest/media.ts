import { Router } from 'express'
import type { Carrier } from '../carrier.ts'
import { faultsBetween } from '../faults.ts'
import type { MessageRecord } from '../records.ts'
import { mediaSid } from '../sid.ts'
import { RestFault } from './errors.ts'
import { page } from './list.ts'
import { listedMessage } from './messages.ts'
import { mediaShape } from './shapes.ts'

/** What everything attached looks like here, whatever its sender called it. */
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='

type Attached = {
  readonly message: MessageRecord
  readonly place: number
  readonly sid: string
  readonly contentType: string
}

/** What is attached to texts: the list of one text, each by its id, and deleting it. */
export function mediaRouter(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  const attachedTo = (messageSid: string): readonly Attached[] => {
    const message = listedMessage(carrier, messageSid)
    const all = message.media.map((contentType, place) => ({
      ...{ message, place, contentType },
      sid: mediaSid(message, place),
    }))
    return all.filter(({ place }) => !message.deletedMedia.includes(place))
  }
  const find = ({ messageSid, sid }: { messageSid: string; sid: string }): Attached => {
    const found = attachedTo(messageSid).find((one) => one.sid === sid)
    if (!found) throw new RestFault(20404, 404)
    return found
  }

  router.get('/Messages/:messageSid/Media.json', (req, res) => {
    // The newest stands first on each of Twilio's lists; these came together, so they keep their order.
    const all = attachedTo(req.params.messageSid).toReversed()
    res.json(page(req, 'media_list', { all, wanted: () => true }, (one) => mediaShape(carrier, one)))
  })
  router.get('/Messages/:messageSid/Media/:sid.json', (req, res) => {
    res.json(mediaShape(carrier, find(req.params)))
  })
  router.delete('/Messages/:messageSid/Media/:sid.json', (req, res) => {
    const { message, place } = find(req.params)
    message.deletedMedia.push(place)
    store.changed()
    res.status(204).end()
  })
  router.get('/Messages/:messageSid/Media/:sid', (req, res) => {
    const { message, contentType } = find(req.params)
    if (faultsBetween(store, message.to, message.from).media === 'unavailable')
      throw new RestFault(20500, 503)
    res.set('content-type', contentType).send(Buffer.from(ONE_PIXEL, 'base64'))
  })
  return router
}

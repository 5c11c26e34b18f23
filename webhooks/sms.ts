import { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Casework } from '../src/casework/casework.ts'
import { deliveryReported } from '../src/casework/sending/delivery-report.ts'
import { textArrived, type ArrivedText } from '../src/casework/texts.ts'
import { BadInput } from '../src/platform/errors.ts'
import { fieldsOf } from './fields.ts'
import { idsOfMedia, type MediaHome } from './media.ts'
import { EMPTY_TWIML, replyTwiml } from './twiml.ts'

/**
 * Twilio's messaging webhooks. The answer to a text is empty: what we write to patients goes through the gate, never as a reply. Only
 * somebody on call who answers an alert hears at once how that was taken.
 */
export function smsWebhooks(deps: Casework, home: MediaHome): Router {
  const router = Router()
  router.post('/incoming', async (request, response) => {
    const answer = await textArrived(deps, readText(deps, home, request.body))
    response.type('text/xml').send(answer === null ? EMPTY_TWIML : replyTwiml(answer))
  })
  router.post('/status', async (request, response) => {
    // Our own opaque id, put into the callback's URL, since the report may come before the carrier's id is known here.
    const messageId = z.uuid().safeParse(request.query['message'])
    if (!messageId.success)
      throw new BadInput('The status callback must carry ?message= and the id of our text.')
    const attempt = z.coerce.number().int().min(0).catch(0).parse(request.query['attempt'])
    await deliveryReported(deps, {
      messageId: messageId.data,
      attempt,
      ...fieldsOf.textStatus(request.body),
    })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  return router
}

/** The carrier got no answer to a text. It is recorded now, or else found by reconciliation; the sender hears nothing either way. */
export function textFallback(deps: Casework, home: MediaHome): RequestHandler {
  return async (request, response) => {
    const text = readText(deps, home, request.body)
    let answer: string | null = null
    try {
      answer = await textArrived(deps, text)
    } catch (error) {
      deps.log.error(
        { err: error, messageSid: text.messageSid },
        'a text could not be recorded; reconciliation will find it',
      )
    }
    response.type('text/xml').send(answer === null ? EMPTY_TWIML : replyTwiml(answer))
  }
}

/** A text as the carrier tells of it. What it says is attached and is not kept for us there is counted and never asked for. */
function readText(deps: Casework, home: MediaHome, body: unknown): ArrivedText {
  const { attachments, ...text } = fieldsOf.incomingText(body)
  const media = idsOfMedia(attachments, text.messageSid, home)
  const ignored = text.mediaCount - media.length
  if (ignored > 0)
    deps.log.warn(
      { messageSid: text.messageSid, ignored },
      'attachments of a text are not kept at our carrier account under this text; nobody can open them here',
    )
  return { ...text, media }
}

import { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Casework } from '../src/casework/casework.ts'
import { deliveryReported, textArrived } from '../src/casework/texts.ts'
import { BadInput } from '../src/platform/errors.ts'
import { fieldsOf } from './fields.ts'
import { EMPTY_TWIML } from './twiml.ts'

/** Twilio's messaging webhooks. The answer to a text is always empty: what we write goes through the gate, never as a reply. */
export function smsWebhooks(deps: Casework): Router {
  const router = Router()
  router.post('/incoming', async (request, response) => {
    await textArrived(deps, fieldsOf.incomingText(request.body))
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/status', async (request, response) => {
    // Our own opaque id, put into the callback's URL, since the report may come before the carrier's id is known here.
    const messageId = z.uuid().safeParse(request.query['message'])
    if (!messageId.success)
      throw new BadInput('The status callback must carry ?message= and the id of our text.')
    await deliveryReported(deps, { messageId: messageId.data, ...fieldsOf.textStatus(request.body) })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  return router
}

/** The carrier got no answer to a text. It is recorded now, or else found by reconciliation; the sender hears nothing either way. */
export function textFallback(deps: Casework): RequestHandler {
  return async (request, response) => {
    const text = fieldsOf.incomingText(request.body)
    try {
      await textArrived(deps, text)
    } catch (error) {
      deps.log.error(
        { err: error, messageSid: text.messageSid },
        'a text could not be recorded; reconciliation will find it',
      )
    }
    response.type('text/xml').send(EMPTY_TWIML)
  }
}

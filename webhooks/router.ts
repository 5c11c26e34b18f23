import { Router, type RequestHandler } from 'express'
import type { Casework } from '../src/casework/casework.ts'
import { alertWebhooks } from './alert.ts'
import { signatureCheck } from './signature.ts'
import { smsWebhooks, textFallback } from './sms.ts'
import { callFallback, voiceWebhooks } from './voice.ts'

export type WebhookDeps = {
  readonly casework: Casework
  readonly webhooks: {
    /** what Twilio calls, without a slash at the end */
    readonly publicUrl: string
    readonly accountSid: string
    /** the carrier's API, where it keeps what people attach to their texts */
    readonly apiUrl: string
    /** the auth token, and the next one while it is being rotated */
    readonly tokens: readonly string[]
  }
}

/** Everything that Twilio calls. The signature is checked on the router itself, so that no path can slip past it. */
export function webhookRouter({ casework, webhooks }: WebhookDeps): Router {
  const router = Router()
  router.use(signatureCheck({ ...webhooks, log: casework.log }))
  router.use('/voice', voiceWebhooks(casework, webhooks.publicUrl))
  router.use('/sms', smsWebhooks(casework, webhooks))
  router.use('/alert', alertWebhooks(casework, webhooks.publicUrl))
  router.post('/fallback', fallback(casework, webhooks))
  return router
}

/** Where the carrier turns when an address of ours gave no answer, for calls and for texts. */
function fallback(casework: Casework, webhooks: WebhookDeps['webhooks']): RequestHandler {
  const ofCall = callFallback(casework, webhooks.publicUrl)
  const ofText = textFallback(casework, webhooks)
  return (request, response, next) => {
    const fields = request.body as Readonly<Record<string, unknown>>
    return 'MessageSid' in fields ? ofText(request, response, next) : ofCall(request, response, next)
  }
}

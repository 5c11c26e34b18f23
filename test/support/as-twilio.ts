import { WEDNESDAY_9 } from './practice.ts'
import { LINES, startTestProduct, type TestProduct } from './product.ts'
import { ACCOUNT, postWebhook, sid, TOKEN } from './webhook.ts'

export type AsTwilio = Awaited<ReturnType<typeof startAsTwilio>>

/** The real product on Wednesday at nine, and a test that is Twilio itself: no carrier listens to what the product sends. */
export async function startAsTwilio() {
  const running: TestProduct = await startTestProduct(WEDNESDAY_9, {
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: 'http://127.0.0.1:9',
  })
  let count = 0
  const post = (
    path: string,
    fields: Record<string, string>,
    how: { token?: string; publicUrl?: string } = {},
  ) => postWebhook(running.url, path, fields, how)
  /** A number that nothing else in this file has: of callers, calls, texts. */
  const next = (): number => (count += 1)
  return {
    running,
    post,
    next,
    items: (phone: string) => running.stage.api.items({ phone }),
    /** A new caller on a new call; `count` is theirs alone, for the ids of recordings and transcripts. */
    caller: (to: string = LINES.backup) => {
      const own = next()
      const from = `+1415555${String(1000 + own)}`
      const CallSid = sid('CA', own)
      const fields = { CallSid, From: from, To: to, CallStatus: 'ringing', Direction: 'inbound' }
      return { from, CallSid, fields, count: own, incoming: () => post('voice/incoming', fields) }
    },
  }
}

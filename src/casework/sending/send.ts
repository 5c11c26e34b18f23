import { RETRIED } from '../../platform/carrier/carrier.ts'
import { recordAnswer } from './answer.ts'
import { claim } from './claim.ts'
import type { Sending } from './deps.ts'
import { giveBack, stoodStill } from './give-back.ts'

/**
 * How a text leaves, the only way there is:
 *
 *   claim:  under the contact's lock ask the gate; write `sending`, who claimed it and the verdict; commit
 *   send:   one call to the carrier, no transaction open; none if this process stood still since the claim, which is given back then
 *   record: under the contact's lock write what the carrier said; commit
 *
 * A crash after the claim leaves `sending` behind; the tick turns that into `unknown` and looks it up, and never sends it again.
 * Safe to call twice for one text, also at the same time.
 */
export async function sendText(deps: Sending, messageId: string): Promise<void> {
  const claimed = await claim(deps, messageId)
  if (!claimed) return
  if (stoodStill(deps, claimed)) {
    await giveBack(deps, claimed)
    return
  }
  const { message, sender, validitySeconds } = claimed
  const answer = await deps.carrier.sendText({
    to: message.phone,
    from: sender,
    body: message.body,
    statusCallback: reportsTo(deps, messageId, message.tries),
    validitySeconds,
  })
  await recordAnswer(deps, messageId, message.tries, answer, claimed)
}

/**
 * Where the carrier reports how the text fares. It names our own opaque id, since a report may come before the carrier's id is
 * known here, and from the second try on which try it speaks of.
 */
function reportsTo({ publicUrl }: Sending, messageId: string, attempt: number): string {
  const which = attempt === 0 ? '' : `&attempt=${String(attempt)}`
  return `${publicUrl}/webhooks/sms/status?message=${messageId}${which}${RETRIED}`
}

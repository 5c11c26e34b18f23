import { recordAnswer } from './answer.ts'
import { deliveryReported } from './delivery-report.ts'
import type { Sending } from './deps.ts'

/**
 * Looks for a text whose answer was lost in the carrier's log. Found: it is sent. Not found: it stays unknown and staff see it;
 * it is never sent again, since a log that is late must not make two texts of one.
 */
export async function lookUpText(deps: Sending, messageId: string): Promise<void> {
  const message = await deps.db.message.findUnique({ where: { id: messageId } })
  if (message?.state !== 'unknown' || message.sid !== null || !message.claimedAt) return
  const found = await deps.carrier.findText({
    to: message.phone,
    body: message.body,
    since: message.claimedAt,
  })
  if (!found) throw new TextNotFound('The carrier does not know this text yet; the job asks again later.')
  const { sid, status } = found
  const attempt = message.tries
  await recordAnswer(deps, messageId, attempt, { type: 'sent', sid, status })
  // Its delivery reports may be lost like its answer was.
  await deliveryReported(deps, { messageId, attempt, ...found })
}

/** Makes the queue ask again; after its last try the text stays `unknown`. */
class TextNotFound extends Error {}

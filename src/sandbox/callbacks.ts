import type { Carrier } from './carrier.ts'
import type { Faults } from './faults.ts'
import type { Parameters } from './webhook-sender.ts'

/**
 * Sends one status callback the way the faults of its numbers want it: late, twice, after its successor, or not at all.
 * Callbacks of one call or text leave independently of each other, as Twilio's do.
 */
export function sendCallback(
  carrier: Carrier,
  callback: { url: string; sid: string; parameters: Parameters; faults: Faults },
): void {
  const { url, sid, parameters, faults } = callback
  if (faults.callbacks === 'missing') return
  const send = (): void => {
    void carrier.webhooks.send({ url, sid, parameters })
    if (faults.callbacks === 'duplicated') void carrier.webhooks.send({ url, sid, parameters })
  }
  const late =
    (faults.callbackDelaySeconds ?? 0) * 1000 + (faults.callbacks === 'reordered' ? overtaken(parameters) : 0)
  if (late > 0) carrier.timers.after(late, 'due', send)
  else send()
}

/** Reordered callbacks: the further along the state, the sooner it leaves. */
function overtaken(parameters: Parameters): number {
  const order = ['queued', 'initiated', 'sending', 'ringing', 'sent', 'in-progress']
  const place = order.indexOf(parameters['MessageStatus'] ?? parameters['CallStatus'] ?? '')
  return place < 0 ? 0 : (order.length - place) * 5000
}

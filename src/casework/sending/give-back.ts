import { record } from '../record.ts'
import type { Claimed } from './claim.ts'
import type { Sending } from './deps.ts'

/**
 * How long after its claim a text may still be handed over. An opt-out waits somewhat longer for a text on the wire (opt-out-texts.ts), and
 * the end of the hours, a reply or a stop may have come since: whoever stood still for longer asks again.
 */
const CLAIM_LASTS_MS = 3_000

/** Whether this process stood still since it claimed the text: it slept, was stopped, or had no time on the processor. */
export function stoodStill({ clock }: Sending, { madeAt }: Claimed): boolean {
  return clock.now().getTime() - madeAt.getTime() > CLAIM_LASTS_MS
}

/** Gives back a text that was claimed and not handed to the carrier, so that the gate is asked anew. */
export async function giveBack(deps: Sending, claimed: Claimed): Promise<void> {
  const { id, tries } = claimed.message
  const incident = { receipt: null, at: deps.clock.now(), contact: { text: id } }
  await record(deps, incident, async (desk) => {
    const { at, tx } = desk
    const { message } = await desk.text(id)
    // The tick may have taken it for lost meanwhile; only this process knows that it never left.
    const open = message.state === 'sending' || message.state === 'unknown'
    const ours =
      message.claimedBy === deps.process &&
      message.claimedAt?.getTime() === claimed.claimedAt.getTime() &&
      message.tries === tries
    if (!open || !ours) return null
    await desk.changeText(id, { state: 'planned', claimedBy: null, notBefore: at })
    await deps.jobs.enqueue(tx, 'send-text', id, at)
    return null
  })
}

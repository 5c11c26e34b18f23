import type { Call } from '../../prisma/generated/client.ts'
import { greetingStep, wasAnswered, type CallStep } from '../domain/calling/call-flow.ts'
import { onCall, placeOfCall, recordArrival, type CallOrigin, type OfCall } from './call-record.ts'
import type { Casework } from './casework.ts'
import { missed, openItemOf } from './missed-call.ts'
import type { Desk } from './record.ts'

/**
 * How a call goes, one use case per webhook. Each is recorded once by the provider's ids; a repeated webhook gets the step that the
 * first one got. They may come in any order, late, or not at all: each says enough to record the call by itself.
 */

/**
 * A call reached one of our lines.
 * @param at when it came in; later than that only for a call that the carrier's log tells of.
 */
export async function callArrived(
  deps: Casework,
  call: CallOrigin,
  at: Date = deps.clock.now(),
): Promise<CallStep> {
  return (await recordArrival(deps, call, at)) ?? { step: 'not-in-service' }
}

/** Somebody at the practice took the call: by the key that the line asks for, or as the carrier's log shows. */
export async function callTaken(deps: Casework, taken: OfCall, at?: Date): Promise<void> {
  await onCall(
    deps,
    taken,
    'taken',
    async (desk, call) => {
      if (call.state === 'ringing') await answered(desk, call)
      return { step: 'end' }
    },
    at,
  )
}

/** The practice's phones rang and somebody answered or not. */
export async function ringingEnded(
  deps: Casework,
  result: OfCall & { readonly dialStatus: string; readonly bridged: string | undefined },
): Promise<CallStep> {
  return onCall(deps, result, 'dialed', async (desk, call) => {
    const place = placeOfCall(deps, desk, call)
    const { connect } = place.line
    const pressToTake = connect.kind === 'front' && connect.pressToTake
    const dial = { status: result.dialStatus, bridged: result.bridged }
    if (wasAnswered(dial, { pressToTake, taken: call.answeredAt !== null })) {
      if (call.answeredAt === null) await answered(desk, call)
      return { step: 'end' }
    }
    if (call.state !== 'missed') await missed(desk, call)
    return greetingStep(place)
  })
}

/** The first way through failed, and the carrier asks what to do with the caller: take a message, whatever went wrong. */
export async function callFellBack(deps: Casework, call: OfCall): Promise<CallStep> {
  return onCall(deps, call, 'fallback', async (desk, row) => {
    if (row.state === 'answered') return { step: 'end' }
    await openItemOf(desk, row)
    return { ...greetingStep(placeOfCall(deps, desk, row)), keys: 'none' }
  })
}

/** Statuses after which nothing more happens on a call (Twilio: Call resource, status). */
const FINAL = ['completed', 'busy', 'no-answer', 'failed', 'canceled']

/**
 * The call is over. Whether anybody answered it is told by `ringingEnded`, which may come a moment later or, when the caller gave
 * up while it rang, never: then `settleEndedCall` counts it as missed.
 */
export async function callEnded(
  deps: Casework,
  end: OfCall & { readonly status: string; readonly seconds: number | null },
  at?: Date,
): Promise<void> {
  if (!FINAL.includes(end.status)) return
  await onCall(
    deps,
    end,
    `status:${end.status}`,
    async (desk, call) => {
      if (call.endedAt === null) {
        await desk.tx.call.update({
          where: { sid: call.sid },
          data: { endedAt: desk.at, seconds: end.seconds },
        })
        if (call.followUpId !== null) await desk.tell(call.followUpId)
      }
      return { step: 'end' }
    },
    at,
  )
}

/**
 * A call that ended while it rang, and nobody said that it was answered: it was missed. The tick calls this after a grace.
 * @param at when the call came in, where that is long ago.
 */
export async function settleEndedCall(deps: Casework, callSid: string, at?: Date): Promise<void> {
  await onCall(
    deps,
    { callSid },
    'given-up',
    async (desk, call) => {
      if (call.state === 'ringing') await missed(desk, call)
      return { step: 'end' }
    },
    at,
  )
}

/** The person spoke with the practice, which stands on their open item too. */
async function answered(desk: Desk, call: Call): Promise<void> {
  await desk.tx.call.update({
    where: { sid: call.sid },
    data: { state: 'answered', answeredAt: desk.at },
  })
  const item = await desk.item(call.followUpId)
  if (item) await desk.apply(item, { type: 'call-answered', at: desk.at, callSid: call.sid })
}

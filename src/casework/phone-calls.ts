import type { Call } from '../../prisma/generated/client.ts'
import { greetingStep, wasAnswered, type CallStep } from '../domain/calling/call-flow.ts'
import { onCall, placeOfCall, recordArrival, type CallOrigin, type OfCall } from './call-record.ts'
import type { Casework } from './casework.ts'
import { itemOfMissed, missed } from './missed-call.ts'
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

/** Somebody at the practice pressed the key that takes the call. Whether the two were joined is told by `ringingEnded`. */
export async function callTaken(deps: Casework, taken: OfCall): Promise<void> {
  await onCall(deps, taken, 'taken', async (desk, call) => {
    if (call.state === 'ringing') {
      await desk.tx.call.update({ where: { sid: call.sid }, data: { answeredAt: desk.at } })
      if (call.followUpId !== null) await desk.tell(call.followUpId)
    }
    return { step: 'end' }
  })
}

/** The carrier's log shows that a person at the practice took the call. @param at when */
export async function callAnswered(deps: Casework, call: OfCall, at: Date): Promise<void> {
  await onCall(
    deps,
    call,
    'answered',
    async (desk, row) => {
      if (row.state === 'ringing') await answered(desk, row)
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
      if (call.state !== 'answered') await answered(desk, call)
      return { step: 'end' }
    }
    if (call.state !== 'missed') await missed(desk, call)
    return greetingStep(place)
  })
}

/**
 * The first way through failed, and the carrier asks what to do with the caller: take a message, whatever went wrong, unless it says
 * that the practice took the call.
 */
export async function callFellBack(
  deps: Casework,
  call: OfCall & { readonly dialStatus?: string | undefined; readonly bridged?: string | undefined },
): Promise<CallStep> {
  const { dialStatus, bridged } = call
  if (dialStatus !== undefined) {
    const step = await ringingEnded(deps, { ...call, dialStatus, bridged })
    if (step.step === 'end') return step
  }
  return onCall(deps, call, 'fallback', async (desk, row) => {
    if (row.state === 'answered') return { step: 'end' }
    await itemOfMissed(desk, row)
    return { ...greetingStep(placeOfCall(deps, desk, row)), keys: 'none' }
  })
}

/** Statuses after which nothing more happens on a call (Twilio: Call resource, status). */
const FINAL = ['completed', 'busy', 'no-answer', 'failed', 'canceled']

/**
 * The call is over. Whether anybody answered it is told by `ringingEnded`, which may come a moment later or, when the caller gave
 * up while it rang, never: then the carrier's log is asked, and `settleEndedCall` counts it as missed.
 * @param at when it ended
 */
export async function callEnded(
  deps: Casework,
  end: OfCall & { readonly status: string; readonly seconds: number | null },
  at: Date = deps.clock.now(),
): Promise<void> {
  if (!FINAL.includes(end.status)) return
  const work = async (desk: Desk, call: Call): Promise<CallStep> => {
    if (call.endedAt === null) {
      await desk.tx.call.update({ where: { sid: call.sid }, data: { endedAt: at, seconds: end.seconds } })
      if (call.followUpId !== null) await desk.tell(call.followUpId)
    }
    return { step: 'end' }
  }
  const arrived = { at: new Date(at.getTime() - (end.seconds ?? 0) * 1_000), told: 'end' } as const
  await onCall(deps, end, `status:${end.status}`, work, at, arrived)
}

/**
 * A call that ended while it rang, and nobody said that it was answered, the carrier's log neither: it was missed.
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
    data: { state: 'answered', answeredAt: call.answeredAt ?? desk.at },
  })
  const item = await desk.item(call.followUpId)
  if (item) await desk.apply(item, { type: 'call-answered', at: desk.at, callSid: call.sid })
}

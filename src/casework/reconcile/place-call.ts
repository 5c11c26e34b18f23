import { settleEndedCall } from '../phone-calls.ts'
import { recordCall } from './calls.ts'
import type { Reconciling } from './run.ts'

/**
 * Asks the carrier's log what came before the end of a call, which is all that we were told of it. A call that the log does not know
 * counts as missed: nothing says that anybody took it. Throws when the carrier cannot be asked.
 */
export async function placeCall(deps: Reconciling, callSid: string): Promise<void> {
  const call = await deps.carrier.call(callSid)
  if (call) await recordCall(deps, call)
  else {
    const known = await deps.db.call.findUnique({ where: { sid: callSid }, select: { startedAt: true } })
    if (known) await settleEndedCall(deps, callSid, known.startedAt)
  }
}

import { messageRecorded } from '../voicemails.ts'
import { recordCall } from './calls.ts'
import type { Reconciling } from './run.ts'

/**
 * Finds the call of a recording that was told of before it: known by now, or as the carrier's log has it.
 * @returns what hinders it; such a recording keeps waiting and is looked at by every comparison. Throws when the carrier cannot be asked.
 */
export async function placeRecording(
  deps: Reconciling,
  sid: string,
): Promise<'placed' | 'no-call' | 'no-line'> {
  const waiting = await deps.db.unplacedRecording.findUnique({ where: { sid } })
  if (!waiting) return 'placed'
  const { callSid, state, seconds, receivedAt } = waiting
  const known = await deps.db.call.findUnique({ where: { sid: callSid }, select: { sid: true } })
  if (!known) {
    const call = await deps.carrier.call(callSid)
    const hindrance = !call ? 'no-call' : deps.practices.lineByPhone(call.to) ? null : 'no-line'
    if (!call || hindrance) {
      deps.log.error(
        { recordingSid: sid, callSid },
        'a recording belongs to no call that is known here or to the carrier; find out whose it is',
      )
      return hindrance ?? 'no-call'
    }
    // The arrival of a call takes up the recordings that wait for it.
    await recordCall(deps, call)
  }
  if (await deps.db.unplacedRecording.findUnique({ where: { sid } })) {
    await messageRecorded(deps, { callSid, recordingSid: sid, status: state, seconds }, receivedAt)
    await deps.db.unplacedRecording.deleteMany({ where: { sid } })
  }
  return 'placed'
}

import { API_VERSION } from '../carrier.ts'
import { geography } from '../geography.ts'
import type { CallRecord } from '../records.ts'

/** The parameters every voice webhook of a call carries, whatever it is about. */
export function voiceParameters(accountSid: string, call: CallRecord): Record<string, string> {
  return {
    CallSid: call.sid,
    AccountSid: accountSid,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    CallStatus: call.status,
    Direction: call.direction,
    ApiVersion: API_VERSION,
    ...(call.parentSid === null ? {} : { ParentCallSid: call.parentSid }),
    ...geography('From', call.from),
    ...geography('To', call.to),
    ...geography('Caller', call.from),
    ...geography('Called', call.to),
    ...call.fields,
  }
}

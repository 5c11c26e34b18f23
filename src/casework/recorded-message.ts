import type { Call } from '../../prisma/generated/client.ts'
import { machineReads } from '../domain/calling/voicemail.ts'
import { openItemOf } from './missed-call.ts'
import type { Desk } from './record.ts'

/** What the carrier says about a recording, its call left out. */
export type Recording = { readonly recordingSid: string; readonly status: string; readonly seconds: number }

/** The carrier finished the recording of a call, or says there is none, or that it failed. Runs inside `record`. */
export async function recordMessage(desk: Desk, call: Call, recording: Recording): Promise<void> {
  const { sid: callSid } = call
  const { at } = desk
  const there = recording.status === 'completed' && recording.seconds > 0
  // The same recording told again, in whatever way it came.
  if (there && call.recordingSid === recording.recordingSid) return
  // Nothing was said: no reason to open anything again.
  const nothing = !there && recording.status !== 'failed'
  const read = call.transcriptState === 'completed' || call.heardAt !== null
  const item = nothing || read ? await desk.item(call.followUpId) : await openItemOf(desk, call)
  // Of two recordings of one call, which the greeting never makes, the longer one is kept to be played.
  const kept = there && recording.seconds > (call.recordingSeconds ?? 0)
  await desk.tx.call.update({
    where: { sid: callSid },
    data: {
      // A report that nothing was recorded, coming late, does not undo a recording.
      ...(nothing && call.recordingSid !== null ? {} : { recordingState: recording.status }),
      ...(kept ? { recordingSid: recording.recordingSid, recordingSeconds: recording.seconds } : {}),
    },
  })
  if (!item) return
  if (nothing) {
    await desk.apply(item, { type: 'no-voicemail', at, callSid })
  } else if (there) {
    await desk.apply(item, {
      type: 'voicemail-left',
      at,
      callSid,
      seconds: recording.seconds,
      openHours: call.openHours,
      transcribed: read,
      readable:
        call.languageTold &&
        call.transcriptState !== 'failed' &&
        machineReads(call.language, recording.seconds),
    })
  } else {
    // The person spoke and the carrier lost it.
    await desk.apply(item, {
      type: 'transcription-failed',
      at,
      callSid,
      heardByPerson: call.heardAt !== null,
    })
  }
}

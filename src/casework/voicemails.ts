import { readClinical } from '../domain/clinical/detect.ts'
import { readOptOut } from '../domain/consent/opt-out.ts'
import type { Casework } from './casework.ts'
import { appendConsent } from './contact-store.ts'
import { onCall } from './phone-calls.ts'

/** The carrier finished a recording, or says there is none. */
export async function messageRecorded(
  deps: Casework,
  recording: { callSid: string; recordingSid: string; status: string; seconds: number },
): Promise<void> {
  await onCall(
    deps,
    recording.callSid,
    `recording:${recording.recordingSid}:${recording.status}`,
    async (desk, call) => {
      const item = call.followUpId === null ? null : await desk.item(call.followUpId)
      const there = recording.status === 'completed' && recording.seconds > 0
      await desk.tx.call.update({
        where: { sid: call.sid },
        data: {
          recordingState: recording.status,
          ...(there ? { recordingSid: recording.recordingSid, recordingSeconds: recording.seconds } : {}),
        },
      })
      if (!item) return { step: 'end' }
      await desk.apply(
        item,
        there
          ? {
              type: 'voicemail-left',
              at: desk.at,
              callSid: call.sid,
              seconds: recording.seconds,
              openHours: call.openHours,
              transcribed: call.transcriptState !== null,
            }
          : { type: 'no-voicemail', at: desk.at, callSid: call.sid },
      )
      return { step: 'end' }
    },
  )
}

/**
 * The carrier transcribed a recording, or could not. Its machine knows US English only, so for a call in another language the
 * words are kept and read for clinical ones, but a person must listen all the same.
 */
export async function messageTranscribed(
  deps: Casework,
  transcript: { callSid: string; transcriptionSid: string; status: string; text: string },
): Promise<void> {
  await onCall(
    deps,
    transcript.callSid,
    `transcription:${transcript.transcriptionSid}`,
    async (desk, call) => {
      const item = call.followUpId === null ? null : await desk.item(call.followUpId)
      const text = transcript.text.trim()
      const readable = transcript.status === 'completed' && text !== ''
      await desk.tx.call.update({
        where: { sid: call.sid },
        data: { transcriptState: readable ? 'completed' : 'failed', transcript: readable ? text : null },
      })
      if (!item) return { step: 'end' }
      if (!readable) {
        await desk.apply(item, { type: 'transcription-failed', at: desk.at, callSid: call.sid })
        return { step: 'end' }
      }
      const { words } = deps.practices.policy(call.clinicId).clinical
      const heard = await desk.apply(item, {
        type: 'voicemail-transcribed',
        at: desk.at,
        callSid: call.sid,
        text,
        reliable: call.language === 'en',
        reading: readClinical(text, words),
      })
      // Asking by voice to stop the texts is a revocation too (47 CFR 64.1200(a)(11): voicemail).
      if (desk.contact && readOptOut(text).kind === 'natural') {
        await appendConsent(desk.tx, desk.contact.id, {
          at: desk.at,
          kind: 'revoke',
          scope: 'all',
          basis: 'voicemail',
          evidence: call.sid,
          words: text,
          followUpId: item.id,
        })
        await desk.apply(heard, {
          type: 'opted-out',
          at: desk.at,
          means: 'voicemail',
          evidence: call.sid,
        })
      }
      return { step: 'end' }
    },
  )
}

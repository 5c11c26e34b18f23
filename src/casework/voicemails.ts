import type { Call } from '../../prisma/generated/client.ts'
import { readClinical } from '../domain/clinical/detect.ts'
import { readOptOut } from '../domain/consent/opt-out.ts'
import type { Casework } from './casework.ts'
import { appendConsent } from './contact-store.ts'
import { onCall, openItemOf } from './phone-calls.ts'
import type { Desk } from './record.ts'

/** The language that the carrier's transcription knows (Twilio: <Record> transcribe, US English only). */
const TRANSCRIBED_LANGUAGE = 'en'

/** The carrier finished a recording, or says there is none, or that it failed. */
export async function messageRecorded(
  deps: Casework,
  recording: { callSid: string; recordingSid: string; status: string; seconds: number },
): Promise<void> {
  const what = `recording:${recording.recordingSid}:${recording.status}`
  await onCall(deps, recording.callSid, what, async (desk, call) => {
    const there = recording.status === 'completed' && recording.seconds > 0
    await desk.tx.call.update({
      where: { sid: call.sid },
      data: {
        recordingState: recording.status,
        ...(there ? { recordingSid: recording.recordingSid, recordingSeconds: recording.seconds } : {}),
      },
    })
    // Nothing was said: no reason to open anything again.
    const nothing = !there && recording.status !== 'failed'
    const item = nothing ? await desk.item(call.followUpId) : await openItemOf(desk, call)
    if (!item) return { step: 'end' }
    if (nothing) {
      await desk.apply(item, { type: 'no-voicemail', at: desk.at, callSid: call.sid })
    } else if (there) {
      await desk.apply(item, {
        type: 'voicemail-left',
        at: desk.at,
        callSid: call.sid,
        seconds: recording.seconds,
        openHours: call.openHours,
        transcribed: call.transcriptState !== null,
      })
    } else {
      // The person spoke and the carrier lost it.
      await desk.apply(item, { type: 'transcription-failed', at: desk.at, callSid: call.sid })
    }
    return { step: 'end' }
  })
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
      const text = transcript.text.trim()
      const readable = transcript.status === 'completed' && text !== ''
      await desk.tx.call.update({
        where: { sid: call.sid },
        data: { transcriptState: readable ? 'completed' : 'failed', transcript: readable ? text : null },
      })
      const item = await openItemOf(desk, call)
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
        reliable: call.language === TRANSCRIBED_LANGUAGE,
        othersUnheard: await othersUnheard(desk, call, item.id),
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
        await desk.apply(heard, { type: 'opted-out', at: desk.at, means: 'voicemail', evidence: call.sid })
      }
      return { step: 'end' }
    },
  )
}

/** Whether another recording of the item was read by no machine and heard by no person. */
async function othersUnheard(desk: Desk, call: Call, followUpId: string): Promise<boolean> {
  const waiting = await desk.tx.call.count({
    where: {
      followUpId,
      sid: { not: call.sid },
      recordingSid: { not: null },
      heardAt: null,
      NOT: { transcriptState: 'completed', language: TRANSCRIBED_LANGUAGE },
    },
  })
  return waiting > 0
}

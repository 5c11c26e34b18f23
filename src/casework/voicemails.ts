import type { Call } from '../../prisma/generated/client.ts'
import { machineKnows } from '../domain/calling/voicemail.ts'
import { readClinical } from '../domain/clinical/detect.ts'
import { readOptOut } from '../domain/consent/opt-out.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { appendConsent } from './contact-store.ts'
import { LOOK_UP_AFTER, onCall, type OfCall } from './call-record.ts'
import { openItemOf } from './missed-call.ts'
import type { Desk } from './record.ts'
import { recordMessage, type Recording } from './recorded-message.ts'

/** The carrier finished a recording, or says there is none, or that it failed. @param at when, where that is long ago. */
export async function messageRecorded(
  deps: Casework,
  recording: Recording & OfCall,
  at: Date = deps.clock.now(),
): Promise<void> {
  const { callSid, recordingSid, status } = recording
  const known = await deps.db.call.findUnique({ where: { sid: callSid }, select: { sid: true } })
  if (!known) return waitForCall(deps, recording)
  await onCall(
    deps,
    recording,
    `recording:${recordingSid}:${status}`,
    async (desk, call) => {
      await recordMessage(desk, call, recording)
      return { step: 'end' }
    },
    at,
  )
}

/** The report of a recording names no phone, so it cannot stand for its call: it is kept until the call is known. */
function waitForCall(deps: Casework, recording: Recording & OfCall): Promise<void> {
  return inTransaction(deps.db, async (tx) => {
    const now = deps.clock.now()
    const { recordingSid: sid, callSid, status: state, seconds, language = null } = recording
    await tx.unplacedRecording.createMany({
      data: [{ sid, callSid, state, seconds, language, receivedAt: now }],
      skipDuplicates: true,
    })
    await deps.jobs.enqueue(tx, 'place-recording', sid, new Date(now.getTime() + LOOK_UP_AFTER))
  })
}

/**
 * The carrier transcribed a recording, or could not. Its machine knows US English only, so for a call in another language the
 * words are kept and read for clinical ones, but a person must listen all the same.
 */
export async function messageTranscribed(
  deps: Casework,
  transcript: OfCall & {
    readonly transcriptionSid: string
    readonly status: string
    readonly text: string
  },
  at?: Date,
): Promise<void> {
  await onCall(
    deps,
    transcript,
    `transcription:${transcript.transcriptionSid}`,
    async (desk, call) => {
      const text = transcript.text.trim()
      const readable = transcript.status === 'completed' && text !== ''
      await desk.tx.call.update({
        where: { sid: call.sid },
        data: {
          transcriptState: readable ? 'completed' : 'failed',
          // Of two recordings of one call both are read.
          transcript: readable ? [call.transcript, text].filter(Boolean).join('\n') : call.transcript,
          transcriptionSid: transcript.transcriptionSid,
        },
      })
      const item = await openItemOf(desk, call)
      const heardByPerson = call.heardAt !== null
      if (!readable) {
        await desk.apply(item, {
          type: 'transcription-failed',
          at: desk.at,
          callSid: call.sid,
          heardByPerson,
        })
        return { step: 'end' }
      }
      const { words } = deps.practices.policy(call.clinicId).clinical
      const heard = await desk.apply(item, {
        type: 'voicemail-transcribed',
        at: desk.at,
        callSid: call.sid,
        text,
        reliable: call.languageTold && machineKnows(call.language),
        heardByPerson,
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
    at,
  )
}

/** Whether another recording of the item was read by no machine and heard by no person. */
async function othersUnheard(desk: Desk, call: Call, followUpId: string): Promise<boolean> {
  const waiting = await desk.tx.call.findMany({
    where: {
      followUpId,
      sid: { not: call.sid },
      recordingSid: { not: null },
      heardAt: null,
    },
    select: { transcriptState: true, language: true, languageTold: true },
  })
  return waiting.some(
    ({ transcriptState, language, languageTold }) =>
      transcriptState !== 'completed' || !languageTold || !machineKnows(language),
  )
}

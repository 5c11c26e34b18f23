import type { Call } from '../../prisma/generated/client.ts'
import { machineKnows } from '../domain/calling/voicemail.ts'
import { readClinical } from '../domain/clinical/detect.ts'
import { readOptOut, type OptOutReading } from '../domain/consent/opt-out.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { LOOK_UP_AFTER, onCall, type OfCall } from './call-record.ts'
import { openItemOf } from './missed-call.ts'
import { revoke, sendsOnTheWire, stopsTexts } from './opt-out-texts.ts'
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
 * @returns for a message that asks for no more texts only when no text to the number is being handed over any more.
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
  const told: { stopped?: string } = {}
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
      const asked = readOptOut(text)
      if (desk.contact && stopsTexts(asked)) {
        told.stopped = desk.contact.id
        await optedOutByVoice(desk, heard, { evidence: call.sid, words: text, says: asked.kind })
      }
      return { step: 'end' }
    },
    at,
  )
  if (told.stopped !== undefined) await sendsOnTheWire(deps, told.stopped)
}

/** Asking by voice to stop the texts is a revocation too (47 CFR 64.1200(a)(11): voicemail), in whatever words. */
async function optedOutByVoice(
  desk: Desk,
  item: FollowUp,
  asked: { readonly evidence: string; readonly words: string; readonly says: OptOutReading['kind'] },
): Promise<void> {
  const { at } = desk
  const { evidence, words, says } = asked
  const means = 'voicemail'
  const onTheWay = await revoke(desk, { evidence, words, means, followUpId: item.id }, item.id)
  const told = { at, evidence, onTheWay }
  await desk.apply(
    item,
    says === 'wrong-number'
      ? { type: 'wrong-number-reported', ...told }
      : { type: 'opted-out', means, ...told },
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

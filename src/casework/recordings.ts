import type { CarrierRecordings, RecordingSound } from '../platform/carrier/recordings.ts'
import type { Casework } from './casework.ts'
import type { Reader } from './view/dossier.ts'
import { mayReadWords } from './view/redaction.ts'

/** What playing a voicemail takes: the record of who may, and the carrier that keeps the sound. */
export type Playback = Pick<Casework, 'db' | 'clock'> & { readonly recordings: CarrierRecordings }

export type Voicemail =
  | RecordingSound
  /** there is no such voicemail in the reader's practices */
  | { readonly type: 'not-found' }
  /** it is for the clinical team, or for those who were asked to listen */
  | { readonly type: 'not-yours' }

/** A player asks for a recording piece by piece; within this time that is one hearing. */
const ONE_HEARING_MS = 10 * 60 * 1000

/**
 * Opens a voicemail, or the part of it that a player asks for, if this reader may hear it. That somebody plays it is in the audit
 * before a byte is handed over; a refusal or a sound that cannot be had is not a hearing.
 * @param range an HTTP Range header.
 */
export async function openVoicemail(
  deps: Playback,
  reader: Reader,
  callSid: string,
  range: string | undefined,
): Promise<Voicemail> {
  const call = await deps.db.call.findUnique({
    where: { sid: callSid },
    select: {
      clinicId: true,
      recordingSid: true,
      startedAt: true,
      recordingDeletedAt: true,
      followUp: { include: { history: { orderBy: { id: 'asc' } } } },
    },
  })
  if (!call?.recordingSid || !call.followUp) return { type: 'not-found' }
  if (reader.clinics.length > 0 && !reader.clinics.includes(call.clinicId)) return { type: 'not-found' }
  if (!mayReadWords(call.followUp, reader, call.startedAt)) return { type: 'not-yours' }
  if (call.recordingDeletedAt) return { type: 'gone' }
  const sound = await deps.recordings.openRecording(call.recordingSid, range)
  if (sound.type !== 'sound') return sound
  try {
    await noteHearing(deps, reader, callSid, call.followUp.id)
    return sound
  } catch (error) {
    await sound.body.cancel()
    throw error
  }
}

async function noteHearing(
  { db, clock }: Playback,
  reader: Reader,
  callSid: string,
  followUp: string,
): Promise<void> {
  const at = clock.now()
  const hearing = { actor: reader.id, action: 'recording-played', subject: `call:${callSid}` }
  const since = new Date(at.getTime() - ONE_HEARING_MS)
  const noted = await db.auditEntry.findFirst({ where: { ...hearing, at: { gt: since, lte: at } } })
  if (!noted) await db.auditEntry.create({ data: { ...hearing, at, detail: { followUp } } })
}

import { accountPath, type Carrier } from '../carrier.ts'
import { faultsBetween, type Faults } from '../faults.ts'
import type { CallRecord, RecordingRecord, TranscriptionRecord } from '../records.ts'
import { newSid } from '../sid.ts'
import { transcribe } from './transcript.ts'
import { voiceParameters } from './voice-parameters.ts'

/** Milliseconds until a recording is processed, and from there until its transcript. */
const PROCESSING_MS = 1000
const TRANSCRIBING_MS = 2000

/** Twilio transcribes recordings longer than 2 and shorter than 120 seconds (13617). */
const SHORTEST_SECONDS = 2
const LONGEST_SECONDS = 120

/** What a Record verb asks for. */
export type RecordingWishes = Pick<
  RecordingRecord,
  'statusCallback' | 'statusEvents' | 'transcribe' | 'transcribeCallback'
>
/** What was captured between the tone and the end; nothing when the line was dead or the caller gone at once. */
export type Captured =
  | { readonly seconds: number; readonly spoken: string; readonly language: string }
  | 'nothing'
  /** Something was said, but the carrier could not keep it. */
  | 'failure'

/** Address of a recording as webhooks carry it: without a file ending. */
export function recordingUrl(carrier: Carrier, sid: string): string {
  return `${carrier.url}${accountPath(carrier.accountSid)}/Recordings/${sid}`
}

/** The tone has sounded: the recording exists and runs. */
export function startRecording(carrier: Carrier, call: CallRecord, wishes: RecordingWishes): RecordingRecord {
  const now = carrier.store.stamp()
  const recording: RecordingRecord = {
    ...wishes,
    sid: newSid('RE'),
    callSid: call.sid,
    status: 'in-progress',
    seconds: 0,
    createdAt: now,
    updatedAt: now,
    spoken: '',
    language: 'en-US',
  }
  carrier.store.recordings.set(recording.sid, recording)
  carrier.store.changed()
  reportRecording(carrier, recording, 'in-progress')
  return recording
}

/** The recording is over: it is processed and reported, and later its transcript, to the addresses the verb named. */
export function finishRecording(
  carrier: Carrier,
  call: CallRecord,
  recording: RecordingRecord,
  captured: Captured,
): void {
  if (typeof captured === 'object') Object.assign(recording, captured)
  recording.status = 'processing'
  recording.updatedAt = carrier.store.stamp()
  carrier.store.changed()
  carrier.timers.after(PROCESSING_MS, 'due', () => process(carrier, call, recording, captured === 'failure'))
}

/** Takes up, after a restart, the recordings that were on their way. */
export function resumeRecordings(carrier: Carrier): void {
  for (const recording of carrier.store.recordings.values()) {
    const call = carrier.store.calls.get(recording.callSid)
    if (!call) continue
    if (recording.status === 'processing' || recording.status === 'in-progress') {
      finishRecording(carrier, call, recording, 'nothing')
    } else if (
      recording.status === 'completed' &&
      recording.transcribe &&
      !isTranscribed(carrier, recording)
    ) {
      transcribeLater(carrier, call, recording)
    }
  }
}

function process(carrier: Carrier, call: CallRecord, recording: RecordingRecord, failed: boolean): void {
  const status = failed ? 'failed' : recording.seconds === 0 ? 'absent' : 'completed'
  recording.status = status
  recording.updatedAt = carrier.store.stamp()
  carrier.store.changed()
  reportRecording(carrier, recording, status)
  if (recording.transcribe && status === 'completed') transcribeLater(carrier, call, recording)
}

/** Sends one recording event to those who subscribed to it; a failure goes to those who want the completed one. */
function reportRecording(
  carrier: Carrier,
  recording: RecordingRecord,
  event: 'in-progress' | 'completed' | 'absent' | 'failed',
): void {
  const subscription = event === 'failed' ? 'completed' : event
  if (!recording.statusCallback || !recording.statusEvents.includes(subscription)) return
  void carrier.webhooks.send({
    url: recording.statusCallback,
    sid: recording.sid,
    parameters: {
      AccountSid: carrier.accountSid,
      CallSid: recording.callSid,
      RecordingSid: recording.sid,
      RecordingUrl: recordingUrl(carrier, recording.sid),
      RecordingStatus: event,
      RecordingDuration: String(recording.seconds),
      RecordingChannels: '1',
      RecordingSource: 'RecordVerb',
      RecordingStartTime: new Date(recording.createdAt).toUTCString().replace('GMT', '+0000'),
      ErrorCode: '0',
      RecordingTrack: 'both',
    },
  })
}

function transcribeLater(carrier: Carrier, call: CallRecord, recording: RecordingRecord): void {
  const faults = faultsBetween(carrier.store, call.to, call.from)
  if (faults.transcription === 'never') return
  const wait =
    faults.transcriptionDelaySeconds === undefined ? TRANSCRIBING_MS : faults.transcriptionDelaySeconds * 1000
  carrier.timers.after(wait, 'due', () => deliverTranscript(carrier, call, recording, faults))
}

function deliverTranscript(
  carrier: Carrier,
  call: CallRecord,
  recording: RecordingRecord,
  faults: Faults,
): void {
  if (recording.status === 'deleted') return
  const inRange = recording.seconds > SHORTEST_SECONDS && recording.seconds < LONGEST_SECONDS
  const completed = inRange && faults.transcription !== 'failed'
  const now = carrier.store.stamp()
  const transcription: TranscriptionRecord = {
    sid: newSid('TR'),
    recordingSid: recording.sid,
    status: completed ? 'completed' : 'failed',
    text: completed
      ? transcribe(recording.spoken, {
          language: recording.language,
          noisy: faults.transcription === 'noisy',
        })
      : '',
    seconds: recording.seconds,
    createdAt: now,
    updatedAt: now,
  }
  carrier.store.transcriptions.set(transcription.sid, transcription)
  carrier.store.changed()
  if (!recording.transcribeCallback) return
  void carrier.webhooks.send({
    url: recording.transcribeCallback,
    sid: transcription.sid,
    parameters: {
      ...voiceParameters(carrier.accountSid, call),
      TranscriptionSid: transcription.sid,
      TranscriptionText: transcription.text,
      TranscriptionStatus: transcription.status,
      TranscriptionUrl: `${carrier.url}${accountPath(carrier.accountSid)}/Transcriptions/${transcription.sid}`,
      TranscriptionType: 'fast',
      RecordingSid: recording.sid,
      RecordingUrl: recordingUrl(carrier, recording.sid),
    },
  })
}

function isTranscribed(carrier: Carrier, recording: RecordingRecord): boolean {
  return [...carrier.store.transcriptions.values()].some((one) => one.recordingSid === recording.sid)
}

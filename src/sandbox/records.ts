import { z } from 'zod'
import { faults } from './faults.ts'

/**
 * What the carrier remembers, in the form in which it stands in the state file. Instants are ISO strings here, because
 * these records are written to JSON and read back as they are.
 */

const instant = z.iso.datetime()

/** The resource's words, and `initiated`, which only status callbacks know. */
const CALL_STATUSES = [
  'queued',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
] as const
export type CallStatus = (typeof CALL_STATUSES)[number]

const HEARD_KINDS = [
  'say',
  'play',
  'pause',
  'ringing',
  'connected',
  'tone',
  'key',
  'message',
  'notice',
] as const

const heardLine = z.object({
  at: instant,
  kind: z.enum(HEARD_KINDS),
  text: z.string(),
  /** The language attribute of what was said; null where none was spoken. */
  language: z.string().nullable(),
})
export type HeardLine = z.infer<typeof heardLine>

const callRecord = z.object({
  sid: z.string(),
  parentSid: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-dial']),
  status: z.enum(CALL_STATUSES),
  createdAt: instant,
  updatedAt: instant,
  startedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  durationSeconds: z.number().nullable(),
  /** Extra parameters every voice webhook of this call carries, such as StirVerstat or ForwardedFrom. */
  fields: z.record(z.string(), z.string()),
  callbacks: z.object({ url: z.string(), events: z.array(z.string()) }).nullable(),
  callbacksSent: z.number(),
  heard: z.array(heardLine),
  warnings: z.array(z.string()),
})
export type CallRecord = z.infer<typeof callRecord>

const MESSAGE_STATUSES = [
  'accepted',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'received',
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

const messageRecord = z.object({
  sid: z.string(),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  media: z.array(z.string()),
  /** the places of those that the customer deleted */
  deletedMedia: z.array(z.number()).default([]),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
  status: z.enum(MESSAGE_STATUSES),
  segments: z.number(),
  serviceSid: z.string().nullable(),
  statusCallback: z.string().nullable(),
  validitySeconds: z.number(),
  errorCode: z.number().nullable(),
  createdAt: instant,
  updatedAt: instant,
  sentAt: instant.nullable(),
  /** False for what the customer deleted or emptied: the phone still shows it, the REST API does not. */
  listed: z.boolean(),
  /** The words as they reached the phone, kept when the customer redacts its copy. */
  shown: z.string(),
})
export type MessageRecord = z.infer<typeof messageRecord>

const recordingRecord = z.object({
  sid: z.string(),
  callSid: z.string(),
  status: z.enum(['in-progress', 'processing', 'completed', 'absent', 'failed', 'deleted']),
  seconds: z.number(),
  createdAt: instant,
  updatedAt: instant,
  spoken: z.string(),
  language: z.string(),
  statusCallback: z.string().nullable(),
  statusEvents: z.array(z.string()),
  transcribe: z.boolean(),
  transcribeCallback: z.string().nullable(),
})
export type RecordingRecord = z.infer<typeof recordingRecord>

const transcriptionRecord = z.object({
  sid: z.string(),
  recordingSid: z.string(),
  status: z.enum(['completed', 'failed']),
  text: z.string(),
  seconds: z.number(),
  createdAt: instant,
  updatedAt: instant,
})
export type TranscriptionRecord = z.infer<typeof transcriptionRecord>

const numberRecord = z.object({
  sid: z.string(),
  phone: z.string(),
  friendlyName: z.string(),
  voiceUrl: z.string(),
  voiceFallbackUrl: z.string(),
  statusCallback: z.string(),
  smsUrl: z.string(),
  smsFallbackUrl: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** The settings the sandbox was started with; while these stay the same, changes made through REST survive a restart. */
  given: z.string(),
})
export type NumberRecord = z.infer<typeof numberRecord>

const optOut = z.object({ phone: z.string(), at: instant, word: z.string() })

/** How a phone that the clinic rings behaves when nobody handles it on the page. */
export const phoneBehaviour = z.strictObject({
  /** `mailbox` answers, presses nothing, and stays. */
  pickUp: z.enum(['answers', 'no-answer', 'busy', 'failed', 'mailbox']),
  /** Seconds of ringing before it answers or reports busy. */
  afterSeconds: z.number().min(0).max(600).optional(),
  /** Keys it presses, one call's worth, as soon as it is asked for keys. */
  presses: z
    .string()
    .regex(/^[0-9*#]*$/)
    .optional(),
  /**
   * Hangs up after so many seconds of talking; without it the conversation lasts until someone hangs up. A mailbox's seconds
   * count from picking up, 20 when absent.
   */
  talkSeconds: z.number().min(0).max(14_400).optional(),
  /** A landline takes no texts. */
  line: z.enum(['mobile', 'landline']).optional(),
})
export type PhoneBehaviour = z.infer<typeof phoneBehaviour>

export const savedState = z.object({
  version: z.literal(1),
  clock: z.object({ now: instant, speed: z.number() }),
  calls: z.array(callRecord),
  messages: z.array(messageRecord),
  recordings: z.array(recordingRecord),
  transcriptions: z.array(transcriptionRecord),
  numbers: z.array(numberRecord),
  optOuts: z.array(optOut),
  phones: z.record(z.string(), phoneBehaviour),
  faults: z.record(z.string(), faults).default({}),
})
export type SavedState = z.infer<typeof savedState>
export type OptOut = z.infer<typeof optOut>
export type SandboxNumber = {
  phone: string
  friendlyName: string
  voiceUrl: string
  voiceFallbackUrl?: string
  statusCallback?: string
  smsUrl: string
  smsFallbackUrl?: string
}

import { z } from 'zod'
import { BadInput } from '../src/platform/errors.ts'

/*
 * Twilio's field names end here: each schema reads one kind of webhook and says it in our words. Unknown fields are ignored, since
 * Twilio adds some without notice. Source: Twilio's TwiML request, Dial, Record, Gather and Messaging webhook pages.
 */

const callSid = z.string().regex(/^CA[0-9a-f]{32}$/i, 'CallSid: CA and 32 hex digits')
/** PostgreSQL takes no NUL in a text, and no person means one. */
const text = z
  .string()
  .default('')
  .transform((value) => value.replaceAll('\u0000', ''))
const count = z.coerce.number().int().min(0)

const incomingCall = z
  .object({ CallSid: callSid, From: text, To: z.string(), StirVerstat: z.string().optional() })
  .transform((f) => ({
    callSid: f.CallSid,
    from: f.From,
    to: f.To,
    callerIdVerified: f.StirVerstat === '' ? undefined : f.StirVerstat,
  }))

const dialResult = z
  .object({ CallSid: callSid, DialCallStatus: z.string(), DialBridged: z.string().optional() })
  .transform((f) => ({ callSid: f.CallSid, dialStatus: f.DialCallStatus, bridged: f.DialBridged }))

const keyPress = z
  .object({ CallSid: callSid, Digits: text })
  .transform((f) => ({ callSid: f.CallSid, digits: f.Digits }))

const recordingStatus = z
  .object({
    CallSid: callSid,
    RecordingSid: text,
    RecordingStatus: z.string().default('completed'),
    RecordingDuration: count.default(0),
  })
  .transform((f) => ({
    callSid: f.CallSid,
    recordingSid: f.RecordingSid,
    status: f.RecordingStatus,
    seconds: f.RecordingDuration,
  }))

const transcription = z
  .object({
    CallSid: callSid,
    TranscriptionSid: z.string(),
    TranscriptionStatus: z.string(),
    TranscriptionText: text,
  })
  .transform((f) => ({
    callSid: f.CallSid,
    transcriptionSid: f.TranscriptionSid,
    status: f.TranscriptionStatus,
    text: f.TranscriptionText,
  }))

const callStatus = z
  .object({ CallSid: callSid, From: text, To: text, CallStatus: z.string(), CallDuration: count.optional() })
  .transform((f) => ({
    callSid: f.CallSid,
    from: f.From,
    to: f.To,
    status: f.CallStatus,
    seconds: f.CallDuration ?? null,
  }))

const incomingText = z
  .object({
    MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i, 'MessageSid: SM or MM and 32 hex digits'),
    From: text,
    To: z.string(),
    Body: text,
    NumMedia: count.default(0),
    // A word that Twilio adds later must not lose the text.
    OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
  })
  .transform((f) => ({
    messageSid: f.MessageSid,
    from: f.From,
    to: f.To,
    body: f.Body,
    mediaCount: f.NumMedia,
    carrierVerdict: f.OptOutType,
  }))

const textStatus = z
  .object({
    MessageSid: z.string(),
    MessageStatus: z.string(),
    ErrorCode: z.coerce.number().int().optional(),
  })
  .transform((f) => ({ sid: f.MessageSid, status: f.MessageStatus, code: f.ErrorCode ?? null }))

/** One reader per kind of webhook. Each throws BadInput naming the field, never its value. */
export const fieldsOf = {
  incomingCall: reader(incomingCall),
  dialResult: reader(dialResult),
  keyPress: reader(keyPress),
  recordingStatus: reader(recordingStatus),
  transcription: reader(transcription),
  callStatus: reader(callStatus),
  incomingText: reader(incomingText),
  textStatus: reader(textStatus),
}

function reader<T>(schema: z.ZodType<T>): (fields: unknown) => T {
  return (fields) => {
    const read = schema.safeParse(fields)
    if (read.success) return read.data
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new BadInput(`These fields are not as Twilio documents them: ${wrong.join('; ')}`)
  }
}

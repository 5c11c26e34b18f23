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

/** What every webhook of a call says. */
const callFields = {
  CallSid: callSid,
  From: text,
  To: text,
  StirVerstat: z.string().optional(),
  CallerName: z.string().max(200).optional().catch(undefined),
}
const originOf = (f: z.output<z.ZodObject<typeof callFields>>) => ({
  callSid: f.CallSid,
  from: f.From,
  to: f.To,
  callerIdVerified: f.StirVerstat === '' ? undefined : f.StirVerstat,
  callerName: f.CallerName === '' ? undefined : f.CallerName,
})

const incomingCall = z.object({ ...callFields, To: z.string() }).transform(originOf)

const dialResult = z
  .object({ ...callFields, DialCallStatus: z.string(), DialBridged: z.string().optional() })
  .transform((f) => ({ ...originOf(f), dialStatus: f.DialCallStatus, bridged: f.DialBridged }))

const keyPress = z
  .object({ ...callFields, Digits: text })
  .transform((f) => ({ ...originOf(f), digits: f.Digits }))

/** The carrier could not get an answer from the address that it names, and asks here instead. */
const fallback = z
  .object({
    ...callFields,
    ErrorUrl: text,
    ParentCallSid: text,
    DialCallStatus: z.string().optional(),
    DialBridged: z.string().optional(),
  })
  .transform((f) => ({
    ...originOf(f),
    failed: pathOf(f.ErrorUrl),
    onOurLeg: f.ParentCallSid !== '',
    dialStatus: f.DialCallStatus,
    bridged: f.DialBridged,
  }))

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
    ...callFields,
    TranscriptionSid: z.string(),
    TranscriptionStatus: z.string(),
    TranscriptionText: text,
  })
  .transform((f) => ({
    ...originOf(f),
    transcriptionSid: f.TranscriptionSid,
    status: f.TranscriptionStatus,
    text: f.TranscriptionText,
  }))

const callStatus = z
  .object({
    ...callFields,
    CallStatus: z.string(),
    CallDuration: count.optional(),
    // RFC 2822
    Timestamp: z.coerce.date().optional().catch(undefined),
  })
  .transform((f) => ({
    ...originOf(f),
    status: f.CallStatus,
    seconds: f.CallDuration ?? null,
    at: f.Timestamp,
  }))

const incomingText = z
  .looseObject({
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
    attachments: attachmentsOf(f),
    carrierVerdict: f.OptOutType,
  }))

/** Where Twilio says each attachment is, and what its sender called it. @see attachmentsAt for which of them are ours */
export type Attachment = { readonly address: string; readonly contentType: string }

/** The most that one message can have. Source: Twilio, Media resource. */
const MOST_ATTACHMENTS = 10
const CONTENT_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/

function attachmentsOf(f: Readonly<Record<string, unknown>> & { readonly NumMedia: number }): Attachment[] {
  return Array.from({ length: Math.min(f.NumMedia, MOST_ATTACHMENTS) }, (_each, place) => {
    const address = f[`MediaUrl${String(place)}`]
    const contentType = f[`MediaContentType${String(place)}`]
    return {
      address: typeof address === 'string' ? address : '',
      contentType: typeof contentType === 'string' && CONTENT_TYPE.test(contentType) ? contentType : '',
    }
  })
}

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
  fallback: reader(fallback),
  recordingStatus: reader(recordingStatus),
  transcription: reader(transcription),
  callStatus: reader(callStatus),
  incomingText: reader(incomingText),
  textStatus: reader(textStatus),
}

/** The path and query of an address; empty when it is none. */
function pathOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? '' : `${url.pathname}${url.search}`
}

function reader<T>(schema: z.ZodType<T>): (fields: unknown) => T {
  return (fields) => {
    const read = schema.safeParse(fields)
    if (read.success) return read.data
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new BadInput(`These fields are not as Twilio documents them: ${wrong.join('; ')}`)
  }
}

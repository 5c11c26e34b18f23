import { API_VERSION, accountPath, type Carrier } from '../carrier.ts'
import type {
  CallRecord,
  MessageRecord,
  NumberRecord,
  RecordingRecord,
  TranscriptionRecord,
} from '../records.ts'

/** The resources as Twilio documents them: snake_case, dates in RFC 2822, counts as strings. */

/** `Tue, 18 Aug 2015 17:00:21 +0000` */
function rfc2822(at: string): string
function rfc2822(at: string | null): string | null
function rfc2822(at: string | null): string | null {
  return at === null ? null : new Date(at).toUTCString().replace('GMT', '+0000')
}

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Carrier violation',
  30008: 'Unknown error',
  30034: 'Message from an unregistered number',
  30036: 'Validity period expired',
}

export function messageShape(carrier: Carrier, message: MessageRecord): object {
  const uri = `${accountPath(carrier.accountSid)}/Messages/${message.sid}`
  return {
    sid: message.sid,
    account_sid: carrier.accountSid,
    api_version: API_VERSION,
    body: message.body,
    from: message.from,
    to: message.to,
    direction: message.direction,
    status: message.status,
    num_segments: String(message.status === 'accepted' ? 0 : message.segments),
    num_media: String(message.media.length),
    messaging_service_sid: message.serviceSid,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : (ERROR_TEXTS[message.errorCode] ?? 'Delivery failed'),
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.updatedAt),
    date_sent: rfc2822(message.sentAt),
    price: null,
    price_unit: 'USD',
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  }
}

export function mediaShape(
  carrier: Carrier,
  { message, sid, contentType }: { message: MessageRecord; sid: string; contentType: string },
): object {
  return {
    sid,
    account_sid: carrier.accountSid,
    parent_sid: message.sid,
    content_type: contentType,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    uri: `${accountPath(carrier.accountSid)}/Messages/${message.sid}/Media/${sid}.json`,
  }
}

export function callShape(carrier: Carrier, call: CallRecord): object {
  const account = accountPath(carrier.accountSid)
  const uri = `${account}/Calls/${call.sid}`
  const ours = call.direction === 'inbound' ? call.to : call.from
  return {
    sid: call.sid,
    account_sid: carrier.accountSid,
    parent_call_sid: call.parentSid,
    api_version: API_VERSION,
    from: call.from,
    from_formatted: formatted(call.from),
    to: call.to,
    to_formatted: formatted(call.to),
    phone_number_sid: carrier.store.numbers.get(ours)?.sid ?? null,
    direction: call.direction,
    status: call.status,
    start_time: rfc2822(call.startedAt),
    end_time: rfc2822(call.endedAt),
    duration: call.durationSeconds === null ? null : String(call.durationSeconds),
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    answered_by: null,
    forwarded_from: call.fields['ForwardedFrom'] ?? null,
    caller_name: call.fields['CallerName'] ?? null,
    group_sid: null,
    trunk_sid: null,
    queue_time: '0',
    price: null,
    price_unit: 'USD',
    uri: `${uri}.json`,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
  }
}

export function recordingShape(carrier: Carrier, recording: RecordingRecord): object {
  const uri = `${accountPath(carrier.accountSid)}/Recordings/${recording.sid}`
  return {
    sid: recording.sid,
    account_sid: carrier.accountSid,
    api_version: API_VERSION,
    call_sid: recording.callSid,
    conference_sid: null,
    // The resource has no word for a failure; only the callback has.
    status: recording.status === 'failed' ? 'absent' : recording.status,
    duration: String(recording.status === 'absent' || recording.status === 'failed' ? -1 : recording.seconds),
    channels: 1,
    source: 'RecordVerb',
    start_time: rfc2822(recording.createdAt),
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    price: null,
    price_unit: 'USD',
    error_code: null,
    encryption_details: null,
    media_url: `${carrier.url}${uri}`,
    uri: `${uri}.json`,
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
  }
}

export function transcriptionShape(carrier: Carrier, transcription: TranscriptionRecord): object {
  return {
    sid: transcription.sid,
    account_sid: carrier.accountSid,
    api_version: API_VERSION,
    recording_sid: transcription.recordingSid,
    status: transcription.status,
    transcription_text: transcription.text,
    type: 'fast',
    duration: String(transcription.seconds),
    date_created: rfc2822(transcription.createdAt),
    date_updated: rfc2822(transcription.updatedAt),
    price: null,
    price_unit: 'USD',
    uri: `${accountPath(carrier.accountSid)}/Transcriptions/${transcription.sid}.json`,
  }
}

export function numberShape(carrier: Carrier, number: NumberRecord): object {
  return {
    sid: number.sid,
    account_sid: carrier.accountSid,
    api_version: API_VERSION,
    phone_number: number.phone,
    friendly_name: number.friendlyName,
    voice_url: number.voiceUrl,
    voice_method: 'POST',
    voice_fallback_url: number.voiceFallbackUrl || null,
    voice_fallback_method: 'POST',
    voice_caller_id_lookup: false,
    voice_receive_mode: 'voice',
    voice_application_sid: null,
    status_callback: number.statusCallback || null,
    status_callback_method: 'POST',
    sms_url: number.smsUrl,
    sms_method: 'POST',
    sms_fallback_url: number.smsFallbackUrl || null,
    sms_fallback_method: 'POST',
    sms_application_sid: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    beta: false,
    origin: 'twilio',
    status: 'in-use',
    type: 'local',
    address_requirements: 'none',
    address_sid: null,
    identity_sid: null,
    bundle_sid: null,
    trunk_sid: null,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    uri: `${accountPath(carrier.accountSid)}/IncomingPhoneNumbers/${number.sid}.json`,
  }
}

/** `(415) 555-0123` for a US number, else as it is. */
function formatted(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
}

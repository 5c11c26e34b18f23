import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { callLine, DESK, LINE, PATIENT, startRig, type Rig } from './rig.ts'

const SPEC = '../shared/twilio-openapi/twilio_api_v2010.json'

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}
type Operation = {
  readonly parameters?: readonly { readonly name: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}
type Spec = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const RFC_2822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$/

/** Everything about a value that the schema does not allow, each with its place. */
function problems(spec: Spec, schema: Schema, value: unknown, at: string): readonly string[] {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!
    return problems(spec, spec.components.schemas[name]!, value, at)
  }
  if (value === null) return schema.nullable ? [] : [`${at} is null`]
  if (schema.enum && !schema.enum.includes(value))
    return [`${at} is ${JSON.stringify(value)}, not one of ${schema.enum.join()}`]
  switch (schema.type) {
    case 'object': {
      if (typeof value !== 'object') return [`${at} is no object`]
      if (!schema.properties) return []
      const known = Object.keys(schema.properties)
      const given = value as Record<string, unknown>
      return [
        ...known.filter((key) => !(key in given)).map((key) => `${at}.${key} is missing`),
        ...Object.keys(given)
          .filter((key) => !known.includes(key))
          .map((key) => `${at}.${key} is unknown`),
        ...known
          .filter((key) => key in given)
          .flatMap((key) => problems(spec, schema.properties![key]!, given[key], `${at}.${key}`)),
      ]
    }
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, place) => problems(spec, schema.items!, item, `${at}[${place}]`))
        : [`${at} is no list`]
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at} is no integer`]
    case 'number':
    case 'boolean':
      return typeof value === schema.type ? [] : [`${at} is no ${schema.type}`]
    case 'string':
      if (typeof value !== 'string') return [`${at} is no string`]
      if (schema.format === 'date-time-rfc-2822' && !RFC_2822.test(value))
        return [`${at} is no RFC 2822 date`]
      return schema.pattern && !new RegExp(schema.pattern).test(value)
        ? [`${at} does not match ${schema.pattern}`]
        : []
    case undefined:
    default:
      return []
  }
}

describe.skipIf(!existsSync(SPEC))('the REST API against Twilio’s published description', () => {
  const spec = existsSync(SPEC)
    ? (JSON.parse(readFileSync(SPEC, 'utf8')) as Spec)
    : { paths: {}, components: { schemas: {} } }

  /** Asks, and checks request parameters and answer against the operation the path belongs to. */
  async function checked(
    rig: Rig,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    form?: Record<string, string>,
  ): Promise<{ sid: string }> {
    const template = `/2010-04-01/Accounts/{AccountSid}${path
      .split('?')[0]!
      .replace(/\/[A-Z]{2}[0-9a-f]{32}/g, '/{Sid}')
      .replace('/Recordings/{Sid}/', '/Recordings/{RecordingSid}/')
      .replace('/Messages/{Sid}/', '/Messages/{MessageSid}/')}`
    const operation = spec.paths[template]![method.toLowerCase()]!
    const named = [
      ...(operation.parameters ?? []).map((parameter) => parameter.name),
      ...Object.values(operation.requestBody?.content ?? {}).flatMap((content) =>
        Object.keys(content.schema.properties ?? {}),
      ),
    ]
    const used = [...Object.keys(form ?? {}), ...new URLSearchParams(path.split('?')[1] ?? '').keys()]
    expect(named).toEqual(expect.arrayContaining(used))
    const answer = await rig.rest(method, path, form)
    const documented = operation.responses[String(answer.status)]
    expect(documented, `${method} ${template} answers ${answer.status}`).toBeDefined()
    const schema = Object.values(documented?.content ?? {})[0]?.schema
    if (!schema) return { sid: '' }
    const body: unknown = await answer.json()
    expect(problems(spec, schema, body, template)).toEqual([])
    return body as { sid: string }
  }

  test('messages', async () => {
    const rig = await startRig({})
    const service = `MG${'0'.repeat(32)}`
    await checked(rig, 'POST', '/Messages.json', { MessagingServiceSid: service, To: PATIENT, Body: 'Hello' })
    const { sid } = await checked(rig, 'POST', '/Messages.json', {
      From: LINE,
      To: PATIENT,
      Body: 'Hello',
      StatusCallback: `${rig.customer.url}/sms/status`,
      ValidityPeriod: '600',
    })
    await rig.control.setFaults(PATIENT, { delivery: { status: 'undelivered', errorCode: 30003 } })
    await rig.control.idle({ advance: true })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hi' })
    await checked(rig, 'GET', `/Messages/${sid}.json`)
    await checked(
      rig,
      'GET',
      `/Messages.json?To=${encodeURIComponent(PATIENT)}&From=${encodeURIComponent(LINE)}&DateSent%3E=2026-01-01&PageSize=1`,
    )
    await checked(rig, 'GET', '/Messages.json?PageSize=1&Page=1')
    await checked(rig, 'POST', `/Messages/${sid}.json`, { Body: '' })
    await checked(rig, 'DELETE', `/Messages/${sid}.json`)
  })

  test('what is attached to a message', async () => {
    const rig = await startRig({})
    const media = ['image/jpeg', 'text/vcard']
    const { sid } = await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Look', media })
    await checked(rig, 'GET', `/Messages/${sid}/Media.json?PageSize=1`)
    const list = await (await rig.rest('GET', `/Messages/${sid}/Media.json`)).json()
    const { media_list: attached } = list as { media_list: { sid: string }[] }
    await checked(rig, 'GET', `/Messages/${sid}/Media/${attached[0]!.sid}.json`)
    await checked(rig, 'DELETE', `/Messages/${sid}/Media/${attached[0]!.sid}.json`)
  })

  test('calls, recordings and transcriptions', async () => {
    const rig = await startRig({
      '/voice': '<Record action="/done" transcribe="true" transcribeCallback="/transcription"/>',
    })
    const incoming = await callLine(rig)
    await checked(rig, 'GET', `/Calls/${incoming.sid}.json`)
    await rig.control.speak(incoming.sid, { text: 'Hello there', seconds: 5, hangUp: true })
    await checked(rig, 'GET', '/Recordings.json')
    await rig.control.idle({ advance: true })
    const { sid } = await checked(rig, 'POST', '/Calls.json', {
      From: LINE,
      To: DESK,
      Url: `${rig.customer.url}/staff`,
      StatusCallback: `${rig.customer.url}/call-status`,
      StatusCallbackEvent: 'completed',
      Timeout: '20',
    })
    await checked(rig, 'POST', `/Calls/${sid}.json`, { Status: 'canceled' })
    await checked(
      rig,
      'GET',
      `/Calls.json?To=${encodeURIComponent(LINE)}&Status=completed&StartTime%3E=2026-03-01`,
    )
    await checked(rig, 'GET', `/Recordings.json?CallSid=${incoming.sid}&DateCreated%3E=2026-03-01`)
    const transcription = rig.customer.at('/transcription')[0]!.params
    await checked(rig, 'GET', `/Recordings/${transcription['RecordingSid']!}.json`)
    await checked(rig, 'GET', `/Calls.json?ParentCallSid=${incoming.sid}&PageSize=1`)
    await checked(rig, 'GET', `/Recordings/${transcription['RecordingSid']!}/Transcriptions.json?PageSize=5`)
    await checked(rig, 'GET', '/Transcriptions.json')
    await checked(rig, 'GET', `/Transcriptions/${transcription['TranscriptionSid']!}.json`)
    await checked(rig, 'DELETE', `/Transcriptions/${transcription['TranscriptionSid']!}.json`)
    await checked(rig, 'DELETE', `/Recordings/${transcription['RecordingSid']!}.json`)
  })

  test('numbers', async () => {
    const rig = await startRig({})
    await checked(rig, 'GET', `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(LINE)}`)
    const page = (await (await rig.rest('GET', '/IncomingPhoneNumbers.json')).json()) as {
      incoming_phone_numbers: { sid: string }[]
    }
    const { sid } = page.incoming_phone_numbers[0]!
    await checked(rig, 'GET', `/IncomingPhoneNumbers/${sid}.json`)
    await checked(rig, 'POST', `/IncomingPhoneNumbers/${sid}.json`, {
      FriendlyName: 'Front desk',
      VoiceUrl: `${rig.customer.url}/voice`,
      VoiceFallbackUrl: '',
      SmsUrl: `${rig.customer.url}/sms`,
      SmsFallbackUrl: `${rig.customer.url}/fallback`,
      StatusCallback: `${rig.customer.url}/status`,
    })
  })
})

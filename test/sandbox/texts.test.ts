import { describe, expect, test } from 'vitest'
import { ACCOUNT, LINE, PATIENT, SECOND_LINE, startRig, type Rig } from './rig.ts'

const send = (rig: Rig, form: Record<string, string> = {}): Promise<Response> =>
  rig.rest('POST', '/Messages.json', {
    From: LINE,
    To: PATIENT,
    Body: 'Please call Harbor Family Practice.',
    StatusCallback: `${rig.customer.url}/sms/status?outbox=7`,
    ...form,
  })
const statuses = (rig: Rig): readonly (string | undefined)[] =>
  rig.customer.at('/sms/status').map((one) => one.params['MessageStatus'])

describe('a text from a phone', () => {
  test('of which the line never hears is only in the carrier’s log', async () => {
    const rig = await startRig({ '/sms': '<Message>Noted</Message>' })
    const { sid } = await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello', webhooks: 'lost' })
    await rig.control.idle({ advance: true })
    expect(rig.customer.received).toEqual([])
    const listed = (await (await rig.rest('GET', '/Messages.json')).json()) as { messages: unknown[] }
    expect(listed.messages).toMatchObject([{ sid, direction: 'inbound', status: 'received', body: 'Hello' }])
  })

  test('reaches the line’s address with what the carrier knows of it', async () => {
    const rig = await startRig({ '/sms': '' })
    const { sid } = await rig.control.sendText({
      from: PATIENT,
      to: LINE,
      body: ' ¿Mañana? ',
      media: ['image/jpeg'],
    })
    await rig.control.idle()
    const [one] = rig.customer.at('/sms')
    expect(one?.signed).toBe(true)
    expect(one?.params).toMatchObject({
      MessageSid: sid,
      SmsSid: sid,
      SmsMessageSid: sid,
      AccountSid: ACCOUNT,
      From: PATIENT,
      To: LINE,
      Body: ' ¿Mañana? ',
      NumMedia: '1',
      NumSegments: '1',
      MediaContentType0: 'image/jpeg',
      SmsStatus: 'received',
      ApiVersion: '2010-04-01',
      FromState: 'CA',
    })
    const picture = await rig.rest('GET', new URL(one!.params['MediaUrl0']!).pathname.split(ACCOUNT)[1]!)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
  })

  test('is answered with the messages of the TwiML', async () => {
    const rig = await startRig({
      '/sms': '<Message>First</Message><Message><Body>Second &amp; last</Body></Message>',
    })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await rig.control.idle({ advance: true })
    expect((await rig.control.texts(PATIENT)).map((text) => [text.from, text.body])).toEqual([
      [PATIENT, 'Hello'],
      [LINE, 'First'],
      [LINE, 'Second & last'],
    ])
  })

  test.each(['STOP', 'stop', ' Unsubscribe ', 'QUIT', 'optout', 'REVOKE', 'Cancel', 'END', 'stopall'])(
    '%j opts the phone out of every line, is confirmed, and still reaches the webhook',
    async (word) => {
      const rig = await startRig({ '/sms': '<Message>never sent</Message>' })
      await rig.control.sendText({ from: PATIENT, to: LINE, body: word })
      await rig.control.idle({ advance: true })
      expect(rig.customer.at('/sms')).toHaveLength(1)
      expect((await rig.control.texts(PATIENT)).map((text) => text.body)).toEqual([
        word,
        expect.stringContaining('unsubscribed'),
      ])
      for (const From of [LINE, SECOND_LINE]) {
        const refused = await send(rig, { From })
        expect(refused.status).toBe(400)
        expect(await refused.json()).toMatchObject({ code: 21610, status: 400 })
      }
      expect((await send(rig, { To: '+14155550142' })).status).toBe(201)
    },
  )

  test('START lets messages through again', async () => {
    const rig = await startRig({ '/sms': '' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'STOP' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'start' })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/sms').map((one) => one.params['Body'])).toEqual(['STOP', 'start'])
    expect((await send(rig)).status).toBe(201)
  })

  test('HELP is answered by the carrier alone', async () => {
    const rig = await startRig({ '/sms': '' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'help' })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/sms')).toEqual([])
    expect((await rig.control.texts(PATIENT)).at(-1)?.body).toContain('STOP')
  })

  test.each(['STOP please', 'please stop', 'stop.'])('%j is an ordinary message', async (body) => {
    const rig = await startRig({ '/sms': '' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body })
    await rig.control.idle({ advance: true })
    expect((await rig.control.phone(PATIENT)).optedOut).toBe(false)
    expect(await rig.control.texts(PATIENT)).toHaveLength(1)
  })
})

describe('a text to a phone', () => {
  test('goes through its states and arrives', async () => {
    const rig = await startRig({})
    const created = await send(rig)
    expect(created.status).toBe(201)
    expect(await created.json()).toMatchObject({
      status: 'queued',
      num_segments: '1',
      direction: 'outbound-api',
    })
    expect(await rig.control.texts(PATIENT)).toEqual([])
    await rig.control.idle({ advance: true })
    expect(statuses(rig)).toEqual(['sending', 'sent', 'delivered'])
    const last = rig.customer.at('/sms/status').at(-1)
    expect(last).toMatchObject({ signed: true, query: 'outbox=7' })
    expect(last?.params).toMatchObject({
      SmsStatus: 'delivered',
      To: PATIENT,
      From: LINE,
      RawDlrDoneDate: '2603021700',
    })
    expect((await rig.control.texts(PATIENT)).map((text) => text.body)).toEqual([
      'Please call Harbor Family Practice.',
    ])
  })

  test('sent through a messaging service starts accepted with no segments counted', async () => {
    const rig = await startRig({})
    const created = await send(rig, { From: '', MessagingServiceSid: `MG${'a'.repeat(32)}` })
    expect(await created.json()).toMatchObject({ status: 'accepted', num_segments: '0', from: LINE })
    await rig.control.idle({ advance: true })
    expect(statuses(rig)).toEqual(['queued', 'sending', 'sent', 'delivered'])
  })

  test('of 161 plain characters counts two segments, and of 71 with an emoji too', async () => {
    const rig = await startRig({})
    expect(await (await send(rig, { Body: 'a'.repeat(161) })).json()).toMatchObject({ num_segments: '2' })
    expect(await (await send(rig, { Body: `${'a'.repeat(69)}👍` })).json()).toMatchObject({
      num_segments: '2',
    })
  })

  test.each([
    { form: { To: 'not a number' }, code: 21211 },
    { form: { To: '' }, code: 21604 },
    { form: { From: '+14155550999' }, code: 21606 },
    { form: { From: 'clinic' }, code: 21212 },
    { form: { From: '' }, code: 21603 },
    { form: { Body: '  ' }, code: 21602 },
    { form: { Body: 'x'.repeat(1601) }, code: 21617 },
    { form: { To: LINE }, code: 21266 },
    { form: { StatusCallback: 'http://my_host/x' }, code: 21609 },
    { form: { ValidityPeriod: '36001' }, code: 90007 },
    { form: { To: '+15005550001' }, code: 21211 },
    { form: { To: '+15005550002' }, code: 21612 },
    { form: { To: '+15005550003' }, code: 21408 },
    { form: { To: '+15005550004' }, code: 21610 },
    { form: { To: '+15005550009' }, code: 21614 },
    { form: { From: '+15005550001' }, code: 21212 },
    { form: { From: '+15005550007' }, code: 21606 },
    { form: { From: '+15005550008' }, code: 21611 },
  ])('is refused with $code for $form', async ({ form, code }) => {
    const rig = await startRig({})
    const answer = await send(rig, form)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      code,
      status: 400,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    })
    expect(await (await rig.rest('GET', '/Messages.json')).json()).toMatchObject({ messages: [] })
  })

  test('to a landline is refused', async () => {
    const rig = await startRig({})
    await rig.control.setPhone(PATIENT, { pickUp: 'no-answer', line: 'landline' })
    expect(await (await send(rig)).json()).toMatchObject({ code: 21614 })
  })

  test('that the carrier could not deliver in its validity period fails with 30036', async () => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { backlogSeconds: 4000 })
    await send(rig, { ValidityPeriod: '3600' })
    await rig.control.idle({ advance: true })
    expect(statuses(rig)).toEqual(['failed'])
    expect(rig.customer.at('/sms/status')[0]?.params['ErrorCode']).toBe('30036')
    expect(await rig.control.texts(PATIENT)).toEqual([])
  })
})

describe('faults of a phone', () => {
  test('undelivered texts carry their error and never arrive', async () => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { delivery: { status: 'undelivered', errorCode: 30003 } })
    await send(rig)
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/sms/status').at(-1)?.params).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    })
    expect(await rig.control.texts(PATIENT)).toEqual([])
  })

  test.each([
    { callbacks: 'missing' as const, seen: [] },
    {
      callbacks: 'duplicated' as const,
      seen: ['sending', 'sending', 'sent', 'sent', 'delivered', 'delivered'],
    },
    { callbacks: 'reordered' as const, seen: ['delivered', 'sent', 'sending'] },
  ])('status callbacks can be $callbacks', async ({ callbacks, seen }) => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { callbacks })
    await send(rig)
    await rig.control.idle({ advance: true })
    expect(statuses(rig)).toEqual(seen)
  })

  test('status callbacks can come hours late', async () => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { callbackDelaySeconds: 7200 })
    await send(rig)
    await rig.clock.control.jump(3_600_000)
    expect(statuses(rig)).toEqual([])
    await rig.control.idle({ advance: true })
    expect(statuses(rig)).toEqual(['sending', 'sent', 'delivered'])
    expect(Date.parse((await rig.control.clock()).now)).toBeGreaterThan(Date.parse('2026-03-02T20:00:00Z'))
  })

  test('a REST fault lasts as often as it was asked for', async () => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { rest: { type: 'refuse', code: 21612 }, restTimes: 2 })
    const codes = [(await send(rig)).status, (await send(rig)).status, (await send(rig)).status]
    expect(codes).toEqual([400, 400, 201])
  })

  test.each([429, 500, 503])('HTTP %i is answered before anything happens', async (status) => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { rest: { type: 'http', status } })
    expect((await send(rig)).status).toBe(status)
    await rig.control.idle({ advance: true })
    expect(await rig.control.texts(PATIENT)).toEqual([])
  })

  test('a lost answer leaves the customer in doubt although the text goes out', async () => {
    const rig = await startRig({})
    await rig.control.setFaults(PATIENT, { rest: { type: 'lost-answer' } })
    await expect(send(rig)).rejects.toThrow()
    await rig.control.idle({ advance: true })
    expect(await rig.control.texts(PATIENT)).toHaveLength(1)
  })
})

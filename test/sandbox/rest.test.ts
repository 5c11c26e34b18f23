import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ACCOUNT, callLine, clientOf, DESK, LINE, PATIENT, said, startRig, TOKEN, type Rig } from './rig.ts'

describe('who may ask', () => {
  test.each([
    { note: 'no credentials', headers: {} },
    { note: 'a wrong token', headers: { authorization: `Basic ${btoa(`${ACCOUNT}:wrong`)}` } },
  ])('$note is answered with 401 and 20003', async ({ headers }) => {
    const rig = await startRig({})
    const answer = await fetch(`${rig.account}/Messages.json`, { headers })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 20003, status: 401 })
  })

  test('another account is not there', async () => {
    const rig = await startRig({})
    const answer = await fetch(rig.account.replace(ACCOUNT, `AC${'f'.repeat(32)}`) + '/Messages.json')
    expect(await answer.json()).toMatchObject({ code: 20003 })
  })

  test('what does not exist is 20404', async () => {
    const rig = await startRig({})
    for (const path of [
      '/Messages/SM1.json',
      '/Calls/CA1.json',
      '/Recordings/RE1.json',
      '/Recordings/RE1',
      '/Nothing.json',
    ]) {
      const answer = await rig.rest('GET', path)
      expect([path, answer.status, ((await answer.json()) as { code: number }).code]).toEqual([
        path,
        404,
        20404,
      ])
    }
  })
})

describe('the carrier’s own client', () => {
  test('sends, fetches, lists, redacts and deletes a text', async () => {
    const rig = await startRig({})
    const client = clientOf(rig)
    const sent = await client.messages.create({ from: LINE, to: PATIENT, body: 'Please call us.' })
    await rig.control.idle({ advance: true })
    const fetched = await client.messages(sent.sid).fetch()
    expect(fetched).toMatchObject({
      status: 'delivered',
      body: 'Please call us.',
      errorCode: null,
      numSegments: '1',
    })
    expect(fetched.dateSent).toEqual(new Date('2026-03-02T17:00:00Z'))
    expect(await client.messages.list({ to: PATIENT })).toHaveLength(1)
    expect(
      await client.messages.list({ to: PATIENT, dateSentAfter: new Date('2026-03-02T17:01:00Z') }),
    ).toEqual([])
    expect(
      await client.messages.list({ to: PATIENT, dateSentBefore: new Date('2026-03-02T17:01:00Z') }),
    ).toHaveLength(1)
    expect((await client.messages(sent.sid).update({ body: '' })).body).toBe('')
    expect(await client.messages(sent.sid).remove()).toBe(true)
    expect(await client.messages.list()).toEqual([])
    expect((await rig.control.texts(PATIENT)).map((text) => text.body)).toEqual(['Please call us.'])
  })

  test('throws the refusal with its code', async () => {
    const rig = await startRig({})
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'STOP' })
    await expect(
      clientOf(rig).messages.create({ from: LINE, to: PATIENT, body: 'Hello' }),
    ).rejects.toMatchObject({ code: 21610, status: 400 })
  })

  test('pages through a long list without losing or repeating any', async () => {
    const rig = await startRig({})
    const client = clientOf(rig)
    for (let sent = 0; sent < 7; sent += 1) {
      await client.messages.create({ from: LINE, to: PATIENT, body: `Text ${sent}` })
    }
    const listed = await client.messages.list({ pageSize: 3 })
    expect(listed.map((message) => message.body)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((place) => `Text ${place}`),
    )
  })

  test('finds recordings and transcripts of a call, plays a part of one, and deletes them', async () => {
    const rig = await startRig({
      '/voice': '<Record action="/done" transcribe="true" transcribeCallback="/transcription"/>',
    })
    const client = clientOf(rig)
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Hello', seconds: 3, hangUp: true })
    await rig.control.idle({ advance: true })
    const [recording] = await client.recordings.list({ callSid: call.sid })
    expect(recording).toMatchObject({ duration: '3', status: 'completed', source: 'RecordVerb', channels: 1 })
    const media = await rig.rest('GET', `/Recordings/${recording!.sid}.wav`)
    const wav = Buffer.from(await media.arrayBuffer())
    expect(wav.subarray(0, 4).toString()).toBe('RIFF')
    expect(wav.length).toBe(44 + 3 * 16_000)
    const part = await fetch(`${rig.account}/Recordings/${recording!.sid}`, {
      headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`, range: 'bytes=0-9' },
    })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-9/${wav.length}`])
    const transcriptSid = rig.customer.at('/transcription')[0]!.params['TranscriptionSid']!
    expect(await client.transcriptions(transcriptSid).fetch()).toMatchObject({
      status: 'completed',
      transcriptionText: 'Hello',
      recordingSid: recording!.sid,
    })
    expect(await client.transcriptions(transcriptSid).remove()).toBe(true)
    expect(await client.recordings(recording!.sid).remove()).toBe(true)
    await expect(client.recordings(recording!.sid).fetch()).rejects.toMatchObject({ code: 20404 })
    expect(await client.recordings.list()).toEqual([])
  })

  test('points a number somewhere else', async () => {
    const rig = await startRig({ '/elsewhere': '<Say>Moved</Say>' })
    const client = clientOf(rig)
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: LINE })
    expect(number).toMatchObject({
      phoneNumber: LINE,
      voiceUrl: `${rig.customer.url}/voice`,
      capabilities: { sms: true },
    })
    await client.incomingPhoneNumbers(number!.sid).update({ voiceUrl: `${rig.customer.url}/elsewhere` })
    expect(said(await callLine(rig))).toEqual(['Moved'])
  })
})

describe('a call made through REST', () => {
  const create = (rig: Rig): Promise<{ sid: string }> =>
    clientOf(rig).calls.create({
      from: LINE,
      to: DESK,
      url: `${rig.customer.url}/staff`,
      statusCallback: `${rig.customer.url}/call-status`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    })
  const staff = {
    '/staff': '<Gather numDigits="1" action="/accept"><Say>Press 1 to call the patient</Say></Gather>',
    '/accept': ({ params }: { params: Readonly<Record<string, string>> }) =>
      params['Digits'] === '1' ? `<Dial callerId="${LINE}" action="/ended">${PATIENT}</Dial>` : '<Hangup/>',
  }

  test('rings the staff phone, and after its key the patient, and reports each step in order', async () => {
    const rig = await startRig(staff)
    await rig.control.setPhone(DESK, { pickUp: 'answers', presses: '1' })
    await rig.control.setPhone(PATIENT, { pickUp: 'answers', talkSeconds: 90 })
    const { sid } = await create(rig)
    await rig.control.idle({ advance: true })
    expect(
      rig.customer.at('/call-status').map((one) => [one.params['CallStatus'], one.params['SequenceNumber']]),
    ).toEqual([
      ['initiated', '0'],
      ['ringing', '1'],
      ['in-progress', '2'],
      ['completed', '3'],
    ])
    expect(rig.customer.at('/ended')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialCallDuration: '90',
    })
    const calls = await clientOf(rig).calls.list({ parentCallSid: sid })
    expect(calls[0]).toMatchObject({
      to: PATIENT,
      from: LINE,
      direction: 'outbound-dial',
      status: 'completed',
      duration: '90',
    })
  })

  test.each([
    { pickUp: 'busy' as const, status: 'busy' },
    { pickUp: 'failed' as const, status: 'failed' },
  ])('to a phone that is $pickUp completes as $status', async ({ pickUp, status }) => {
    const rig = await startRig(staff)
    await rig.control.setPhone(DESK, { pickUp })
    await create(rig)
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/call-status').at(-1)?.params).toMatchObject({
      CallStatus: status,
      CallDuration: '0',
    })
    expect(rig.customer.at('/staff')).toEqual([])
  })

  test('nobody answers in its time is no-answer', async () => {
    const rig = await startRig(staff)
    await create(rig)
    await rig.control.idle({ advance: 'everything' })
    expect(rig.customer.at('/call-status').at(-1)?.params['CallStatus']).toBe('no-answer')
  })

  test('a mailbox that answers the staff phone is never joined with the patient', async () => {
    const rig = await startRig(staff)
    await rig.control.setPhone(DESK, { pickUp: 'mailbox' })
    await create(rig)
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/accept')).toEqual([])
    expect((await rig.control.calls()).map((call) => [call.person, call.status])).toEqual([
      [DESK, 'completed'],
    ])
  })

  test('can be ended, and given other instructions, while it runs', async () => {
    const rig = await startRig({ ...staff, '/other': '<Say>Something else</Say><Pause length="60"/>' })
    const client = clientOf(rig)
    const { sid } = await create(rig)
    await rig.clock.control.jump(200)
    await rig.control.answer(sid)
    await rig.control.idle()
    await client.calls(sid).update({ url: `${rig.customer.url}/other` })
    await expect.poll(async () => said(await rig.control.call(sid))).toContain('Something else')
    await client.calls(sid).update({ status: 'completed' })
    await rig.control.idle()
    expect((await client.calls(sid).fetch()).status).toBe('completed')
    await expect(client.calls(sid).update({ status: 'completed' })).rejects.toMatchObject({ code: 21220 })
  })

  test('canceled while it is still queued rings nobody and reports nothing', async () => {
    const rig = await startRig(staff)
    const { sid } = await create(rig)
    expect((await clientOf(rig).calls(sid).update({ status: 'canceled' })).status).toBe('canceled')
    await rig.control.idle({ advance: true })
    expect(rig.customer.received).toEqual([])
  })

  test('runs TwiML that came with the request', async () => {
    const rig = await startRig({})
    await rig.control.setPhone(DESK, { pickUp: 'answers' })
    const { sid } = await clientOf(rig).calls.create({
      from: LINE,
      to: DESK,
      twiml: '<Response><Say>Hi</Say></Response>',
    })
    await rig.control.idle({ advance: true })
    expect(said(await rig.control.call(sid))).toEqual(['Hi'])
  })

  test.each([
    { form: { To: '+15005550001' }, code: 21217 },
    { form: { To: '+15005550002' }, code: 21214 },
    { form: { To: '+15005550003' }, code: 21215 },
    { form: { To: '+15005550004' }, code: 21216 },
    { form: { From: '+15005550001' }, code: 21212 },
    { form: { From: '+14155550999' }, code: 21210 },
    { form: { Url: 'nowhere' }, code: 21205 },
  ])('is refused with $code for $form', async ({ form, code }) => {
    const rig = await startRig({})
    const answer = await rig.rest('POST', '/Calls.json', {
      From: LINE,
      To: DESK,
      Url: `${rig.customer.url}/staff`,
      ...(form as Record<string, string>),
    })
    expect(await answer.json()).toMatchObject({ code, status: 400 })
  })

  test('lists only calls that began after an instant', async () => {
    const rig = await startRig({ '/voice': '<Say>Hi</Say>' })
    await callLine(rig)
    await rig.clock.control.jump(3_600_000)
    const second = await callLine(rig)
    const later = await clientOf(rig).calls.list({
      to: LINE,
      startTimeAfter: new Date('2026-03-02T17:30:00Z'),
    })
    expect(later.map((call) => call.sid)).toEqual([second.sid])
    expect(await clientOf(rig).calls.list({ to: LINE, status: 'completed' })).toHaveLength(2)
  })
})

test('the client of the control API stands apart from the server', () => {
  const source = readFileSync('src/sandbox/control-client.ts', 'utf8')
  expect(source.match(/from '(.+)'/g)).toEqual(["from './control/schema.ts'"])
})

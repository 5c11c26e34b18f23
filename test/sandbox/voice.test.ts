import { describe, expect, test } from 'vitest'
import { ACCOUNT, callLine, DESK, LINE, PATIENT, said, startRig } from './rig.ts'

describe('an incoming call', () => {
  test('asks the line for TwiML with every parameter and a valid signature', async () => {
    const rig = await startRig({ '/voice': '<Say>Hello</Say>' })
    const { sid } = await rig.control.startCall({
      from: PATIENT,
      to: LINE,
      fields: { StirVerstat: 'TN-Validation-Passed-A' },
    })
    await rig.control.idle({ advance: true })
    const [first] = rig.customer.at('/voice')
    expect(first?.signed).toBe(true)
    expect(first?.headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/)
    expect(first?.params).toEqual({
      CallSid: sid,
      AccountSid: ACCOUNT,
      From: PATIENT,
      To: LINE,
      Caller: PATIENT,
      Called: LINE,
      CallStatus: 'ringing',
      Direction: 'inbound',
      ApiVersion: '2010-04-01',
      StirVerstat: 'TN-Validation-Passed-A',
      ...Object.fromEntries(
        ['From', 'To', 'Caller', 'Called'].flatMap((side) => [
          [`${side}City`, 'SAN FRANCISCO'],
          [`${side}State`, 'CA'],
          [`${side}Zip`, '94105'],
          [`${side}Country`, 'US'],
        ]),
      ),
    })
  })

  test('tells the line once, at the end, that it is completed', async () => {
    const rig = await startRig({ '/voice': '<Say>Goodbye</Say><Hangup/><Say>never</Say>' })
    const call = await callLine(rig)
    expect(call).toMatchObject({ status: 'completed', live: false })
    expect(said(call)).toEqual(['Goodbye'])
    expect(rig.customer.at('/status').map((one) => one.params)).toMatchObject([
      {
        CallSid: call.sid,
        CallStatus: 'completed',
        CallDuration: '1',
        Duration: '1',
        SequenceNumber: '0',
        CallbackSource: 'call-progress-events',
        Timestamp: 'Mon, 02 Mar 2026 17:00:00 +0000',
      },
    ])
  })

  test('says in which language each prompt is spoken', async () => {
    const rig = await startRig({
      '/voice':
        '<Say>Hi &amp; welcome</Say><Say language="es-US" voice="Polly.Lupe">Hola</Say><Play>https://x.example/a.mp3</Play><Pause length="2"/>',
    })
    const { heard } = await callLine(rig)
    expect(heard.map(({ kind, text, language }) => [kind, text, language])).toEqual([
      ['say', 'Hi & welcome', 'en-US'],
      ['say', 'Hola', 'es-US'],
      ['play', 'https://x.example/a.mp3', null],
      ['pause', '2 s', null],
    ])
  })

  test.each([
    { reason: 'busy', status: 'busy' },
    { reason: 'rejected', status: 'no-answer' },
  ])('is never answered when it is rejected as $reason', async ({ reason, status }) => {
    const rig = await startRig({ '/voice': `<Reject reason="${reason}"/>` })
    expect(await callLine(rig)).toMatchObject({ status, durationSeconds: 0, heard: [] })
    expect(rig.customer.at('/status')[0]?.params).toMatchObject({ CallStatus: status, CallDuration: '0' })
  })

  test('follows a redirect to a relative address', async () => {
    const rig = await startRig({ '/voice': '<Redirect>next?n=1</Redirect>', '/next': '<Say>There</Say>' })
    expect(said(await callLine(rig))).toEqual(['There'])
    expect(rig.customer.at('/next')[0]).toMatchObject({ signed: true, query: 'n=1' })
  })

  test('passes over verbs it does not know and notes them', async () => {
    const rig = await startRig({ '/voice': '<Enqueue>hold</Enqueue><Say>Still here</Say>' })
    const call = await callLine(rig)
    expect(said(call)).toEqual(['Still here'])
    expect(call.warnings).toEqual([expect.stringContaining('<Enqueue>')])
  })

  test('to a number that is no line of the account is refused', async () => {
    const rig = await startRig({})
    await expect(rig.control.startCall({ from: PATIENT, to: '+14155550999' })).rejects.toThrow('404')
  })

  test('from a withheld number carries it as the carrier writes it', async () => {
    const rig = await startRig({ '/voice': '<Say>Hi</Say>' })
    await callLine(rig, { from: '+266696687' })
    await callLine(rig, { from: 'anonymous' })
    expect(rig.customer.at('/voice').map((one) => [one.params['From'], one.params['FromCity']])).toEqual([
      ['+266696687', ''],
      ['anonymous', ''],
    ])
  })
})

describe('Gather', () => {
  const menu =
    '<Gather numDigits="1" timeout="4" action="/choice"><Say>Press 1</Say></Gather><Say>No key came</Say>'

  test('sends the key to its action', async () => {
    const rig = await startRig({
      '/voice': menu,
      '/choice': ({ params }) => `<Say>You chose ${params['Digits'] ?? ''}</Say>`,
    })
    const call = await callLine(rig)
    expect(call.waitingFor).toBe('key')
    await rig.control.press(call.sid, '1')
    await rig.control.idle()
    expect(rig.customer.at('/choice')[0]?.params).toMatchObject({ Digits: '1', CallStatus: 'in-progress' })
    expect(said(await rig.control.call(call.sid))).toEqual(['Press 1', 'You chose 1'])
  })

  test('goes on to the next verb when nobody presses a key in its time', async () => {
    const rig = await startRig({ '/voice': menu })
    const call = await callLine(rig)
    await rig.clock.control.jump(3900)
    expect((await rig.control.call(call.sid)).waitingFor).toBe('key')
    await rig.clock.control.jump(200)
    await rig.control.idle()
    expect(said(await rig.control.call(call.sid))).toEqual(['Press 1', 'No key came'])
    expect(rig.customer.at('/choice')).toEqual([])
  })

  test('asks its action with no digits when that is wanted', async () => {
    const rig = await startRig({
      '/voice': '<Gather actionOnEmptyResult="true" action="/choice"/>',
      '/choice': '<Say>Nothing</Say>',
    })
    const call = await callLine(rig)
    await rig.control.skip(call.sid)
    await rig.control.idle()
    expect(rig.customer.at('/choice')[0]?.params['Digits']).toBe('')
  })

  test('collects several keys until the finishing one', async () => {
    const rig = await startRig({ '/voice': '<Gather action="/choice" finishOnKey="*"/>', '/choice': '' })
    const call = await callLine(rig)
    await rig.control.press(call.sid, '40#7*')
    await rig.control.idle()
    expect(rig.customer.at('/choice')[0]?.params['Digits']).toBe('40#7')
  })

  test('ends quietly when the caller hangs up', async () => {
    const rig = await startRig({ '/voice': menu })
    const call = await callLine(rig)
    await rig.control.hangUp(call.sid)
    await rig.control.idle()
    expect(rig.customer.received.map((one) => one.path)).toEqual(['/voice', '/status'])
    expect(await rig.control.call(call.sid)).toMatchObject({ status: 'completed', live: false })
  })

  test('lets a key cut a prompt short when prompts take their time', async () => {
    const rig = await startRig({ '/voice': menu, '/choice': '' })
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE, pace: 'spoken' })
    await rig.control.idle()
    expect(await rig.control.call(sid)).toMatchObject({ status: 'in-progress', waitingFor: 'key' })
    await rig.control.press(sid, '1')
    await rig.control.idle()
    expect(rig.customer.at('/choice')).toHaveLength(1)
  })
})

describe('speaking before the tone', () => {
  test.each([
    { note: 'while keys are waited for', pace: 'instant' as const, verb: '<Gather timeout="30"/>' },
    { note: 'over a greeting', pace: 'spoken' as const, verb: '<Say>A greeting that takes its time</Say>' },
  ])('is noted $note and changes nothing', async ({ pace, verb }) => {
    const rig = await startRig({ '/voice': `${verb}<Record action="/done"/>`, '/done': '<Hangup/>' })
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE, pace })
    await expect.poll(async () => (await rig.control.call(sid)).status, { interval: 5 }).toBe('in-progress')
    const before = await rig.control.call(sid)
    const after = await rig.control.speak(sid, { text: 'Hello? I need a doctor' })
    expect(after.heard.slice(before.heard.length).map(({ kind, text }) => [kind, text])).toEqual([
      ['notice', 'Said while nothing was recording: “Hello? I need a doctor”'],
    ])
    expect(after).toMatchObject({ status: before.status, waitingFor: before.waitingFor, live: true })
    expect(rig.customer.received.map((one) => one.path)).toEqual(['/voice'])
    await rig.control.skip(sid)
    await rig.control.idle()
    expect((await rig.control.call(sid)).waitingFor).toBe('message')
    expect((await rig.control.speak(sid, { text: 'Call me back', hangUp: true })).status).toBe('completed')
  })

  test('ends the call when the caller puts the phone down after it', async () => {
    const rig = await startRig({ '/voice': '<Gather timeout="30"/>' })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Forget it', hangUp: true })
    await rig.control.idle()
    expect(await rig.control.call(call.sid)).toMatchObject({ status: 'completed', live: false })
    expect(rig.customer.at('/status')).toHaveLength(1)
  })

  test('is not possible on a phone that still rings', async () => {
    const rig = await startRig({ '/voice': `<Dial>${DESK}</Dial>` })
    await callLine(rig)
    const child = (await rig.control.calls()).find((one) => one.person === DESK)!
    await expect(rig.control.speak(child.sid, { text: 'Hello' })).rejects.toThrow('answer it')
  })
})

describe('a call that the line never hears of', () => {
  test('asks nothing, is told as an error to the caller, and stands in the carrier’s log', async () => {
    const rig = await startRig({ '/voice': '<Say>Hello</Say>' })
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE, webhooks: 'lost' })
    await rig.control.idle({ advance: 'everything' })
    expect(rig.customer.received).toEqual([])
    expect(await rig.control.requests()).toEqual([])
    const call = await rig.control.call(sid)
    expect(said(call)).toEqual(['We are sorry, an application error has occurred. Goodbye.'])
    expect(call).toMatchObject({ status: 'completed', live: false, durationSeconds: 4 })
    const listed = (await (await rig.rest('GET', '/Calls.json')).json()) as { calls: unknown[] }
    expect(listed.calls).toMatchObject([{ sid, from: PATIENT, to: LINE, status: 'completed', duration: '4' }])
  })
})

describe('Pause and Say', () => {
  test.each([
    { verb: '<Pause length="600"/>', note: 'a pause before the phone is answered', status: 'canceled' },
    {
      verb: '<Say>A long story</Say><Pause length="600"/>',
      note: 'a pause after words',
      status: 'completed',
    },
    { verb: '<Say>A prompt that takes its time</Say>', note: 'a prompt', status: 'completed' },
  ])('hanging up during $note ends the call as $status', async ({ verb, status }) => {
    const rig = await startRig({ '/voice': `${verb}<Redirect>/never</Redirect>` })
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE, pace: 'spoken' })
    await expect.poll(async () => (await rig.control.call(sid)).heard.length).toBeGreaterThan(0)
    await rig.control.hangUp(sid)
    await rig.control.idle()
    expect(await rig.control.call(sid)).toMatchObject({ status, live: false })
    expect(rig.customer.at('/never')).toEqual([])
  })
})

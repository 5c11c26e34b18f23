import { describe, expect, test } from 'vitest'
import {
  callLine,
  closing,
  LINE,
  PATIENT,
  said,
  startCarrier,
  startCustomer,
  startRig,
  type Rig,
} from './rig.ts'

describe('delivering a webhook', () => {
  const failing =
    (fragment: string, script: Parameters<typeof startCustomer>[0]) => async (): Promise<Rig> => {
      const customer = await startCustomer(script)
      closing(() => customer.stop())
      return startCarrier(customer, {
        numbers: [
          {
            phone: LINE,
            friendlyName: 'Main line',
            voiceUrl: `${customer.url}/voice${fragment}`,
            smsUrl: `${customer.url}/sms${fragment}`,
            voiceFallbackUrl: `${customer.url}/fallback`,
            smsFallbackUrl: `${customer.url}/fallback`,
          },
        ],
      })
    }

  test('does not retry a server error by default, and asks the fallback address with the reason', async () => {
    const rig = await failing('', { '/sms': { status: 500 }, '/fallback': '<Message>Noted</Message>' })()
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/sms')).toHaveLength(1)
    expect(rig.customer.at('/fallback')[0]).toMatchObject({
      signed: true,
      params: { ErrorCode: '11200', ErrorUrl: `${rig.customer.url}/sms`, Body: 'Hello' },
    })
    expect((await rig.control.texts(PATIENT)).at(-1)?.body).toBe('Noted')
  })

  test('retries what the address asks for, with the same token and body', async () => {
    let asked = 0
    const rig = await failing('#rc=2&rp=5xx', {
      '/sms': () => {
        asked += 1
        return asked < 3 ? { status: 503 } : ''
      },
    })()
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await rig.control.idle()
    const tries = rig.customer.at('/sms')
    expect(tries).toHaveLength(3)
    expect(new Set(tries.map((one) => one.headers['i-twilio-idempotency-token'])).size).toBe(1)
    expect(new Set(tries.map((one) => JSON.stringify(one.params))).size).toBe(1)
    expect(tries.every((one) => one.signed)).toBe(true)
    expect((await rig.control.requests()).map((one) => [one.attempt, one.status])).toEqual([
      [1, 503],
      [2, 503],
      [3, 200],
    ])
  })

  test('survives a customer that is not there yet', async () => {
    const rig = await failing('#rc=5&rp=all', { '/sms': '' })()
    const port = Number(new URL(rig.customer.url).port)
    await rig.customer.stop()
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await expect.poll(async () => (await rig.control.requests()).length).toBeGreaterThan(0)
    const back = await startCustomer({ '/sms': '' }, port)
    closing(() => back.stop())
    await rig.control.idle()
    expect(back.at('/sms')).toHaveLength(1)
    expect((await rig.control.requests())[0]).toMatchObject({
      status: null,
      problem: 'no-connection (ECONNREFUSED)',
    })
  })

  test.each([
    { note: 'a server error', reply: { status: 500 } },
    { note: 'an answer that is no XML', reply: { twiml: '<Response><Say>open</Response>' } },
    { note: 'an answer of the wrong type', reply: { twiml: '<Response/>', type: 'application/json' } },
    { note: 'an endless redirect', reply: { status: 307, location: '/voice' } },
  ])('a caller hears the spoken error after $note without a fallback', async ({ reply }) => {
    const rig = await startRig({ '/voice': reply })
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE })
    await rig.control.idle({ advance: true })
    const call = await rig.control.call(sid)
    expect(call).toMatchObject({ status: 'completed', live: false })
    expect(call.heard.map((line) => line.text)).toEqual([
      'We are sorry, an application error has occurred. Goodbye.',
    ])
  })

  test('a voice fallback takes over the call', async () => {
    const rig = await failing('', {
      '/voice': { status: 404 },
      '/fallback': '<Say>Please call again</Say>',
    })()
    const { sid } = await rig.control.startCall({ from: PATIENT, to: LINE })
    await rig.control.idle({ advance: true })
    expect((await rig.control.call(sid)).heard.map((line) => line.text)).toEqual(['Please call again'])
    expect(rig.customer.at('/fallback')[0]?.params).toMatchObject({ ErrorCode: '11200' })
  })

  test.each([
    { note: 'a server error', reply: { status: 503 }, errorCode: '11200' },
    {
      note: 'an answer that is no XML',
      reply: { twiml: '<Response><Say>open</Response>' },
      errorCode: '12100',
    },
    {
      note: 'an answer of the wrong type',
      reply: { twiml: '<Response/>', type: 'application/json' },
      errorCode: '12300',
    },
    { note: 'an endless redirect', reply: { status: 307, location: '/choice' }, errorCode: '11215' },
  ])('a fallback saves a call in its middle after $note', async ({ reply, errorCode }) => {
    const rig = await failing('', {
      '/voice': '<Gather numDigits="1" action="/choice"/>',
      '/choice': reply,
      '/fallback': '<Say>Please leave a message</Say><Record action="/done"/>',
      '/done': '<Say>Thanks</Say>',
    })()
    const call = await callLine(rig)
    await rig.control.press(call.sid, '1')
    await rig.control.idle()
    expect(rig.customer.at('/fallback')).toMatchObject([
      {
        signed: true,
        params: {
          ErrorCode: errorCode,
          ErrorUrl: `${rig.customer.url}/choice`,
          CallSid: call.sid,
          From: PATIENT,
          To: LINE,
          CallStatus: 'in-progress',
          Digits: '1',
        },
      },
    ])
    await rig.control.speak(call.sid, { text: 'Call me' })
    await rig.control.idle({ advance: true })
    expect(said(await rig.control.call(call.sid))).toEqual(['Please leave a message', 'Thanks'])
  })

  test('a fallback is asked when the line takes too long', async () => {
    const rig = await failing('#rt=100', { '/voice': 'never', '/fallback': '<Say>Please call again</Say>' })()
    const call = await callLine(rig)
    expect(rig.customer.at('/fallback')[0]?.params).toMatchObject({
      ErrorCode: '11200',
      ErrorUrl: `${rig.customer.url}/voice`,
    })
    expect(said(call)).toEqual(['Please call again'])
  })

  test.each(['a call', 'a text'])(
    'a fallback elsewhere is asked for %s when nobody is at home',
    async (what) => {
      const elsewhere = await startCustomer({
        '/fallback': ({ params }) =>
          'CallSid' in params ? '<Say>Please call again</Say>' : '<Message>Please call us</Message>',
      })
      closing(() => elsewhere.stop())
      const away = await startCustomer({})
      await away.stop()
      const rig = await startCarrier(away, {
        numbers: [
          {
            phone: LINE,
            friendlyName: 'Main line',
            voiceUrl: `${away.url}/voice`,
            smsUrl: `${away.url}/sms`,
            voiceFallbackUrl: `${elsewhere.url}/fallback`,
            smsFallbackUrl: `${elsewhere.url}/fallback`,
          },
        ],
      })
      if (what === 'a call') expect(said(await callLine(rig))).toEqual(['Please call again'])
      else await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
      await rig.control.idle({ advance: true })
      if (what === 'a text') expect((await rig.control.texts(PATIENT)).at(-1)?.body).toBe('Please call us')
      expect(elsewhere.at('/fallback')).toMatchObject([
        { signed: true, params: { ErrorCode: '11205', From: PATIENT, To: LINE } },
      ])
    },
  )

  test('a fallback that fails too leaves the caller with the spoken error', async () => {
    const rig = await failing('', { '/voice': { status: 500 }, '/fallback': { status: 500 } })()
    expect(said(await callLine(rig))).toEqual(['We are sorry, an application error has occurred. Goodbye.'])
    expect(rig.customer.at('/fallback')).toHaveLength(1)
  })

  test('the fallback is asked after the last retry, which need not take long', async () => {
    const customer = await startCustomer({
      '/voice': { status: 500 },
      '/fallback': '<Say>Please call again</Say>',
    })
    closing(() => customer.stop())
    const rig = await startCarrier(customer, {
      retryMs: 1,
      numbers: [
        {
          phone: LINE,
          friendlyName: 'Main line',
          voiceUrl: `${customer.url}/voice#rc=5&rp=all`,
          smsUrl: `${customer.url}/sms`,
          voiceFallbackUrl: `${customer.url}/fallback#rc=5&rp=all`,
        },
      ],
    })
    expect(said(await callLine(rig))).toEqual(['Please call again'])
    expect(customer.received.map((one) => one.path)).toEqual([
      ...Array<string>(6).fill('/voice'),
      '/fallback',
    ])
  })
})

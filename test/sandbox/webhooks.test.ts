import { describe, expect, test } from 'vitest'
import { closing, LINE, PATIENT, startCarrier, startCustomer, startRig, type Rig } from './rig.ts'

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
})

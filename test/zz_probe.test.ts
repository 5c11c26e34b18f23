import nock from 'nock'
import { test } from 'vitest'
import { createCarrier } from '../src/platform/carrier.ts'
test('probe', async () => {
  nock.disableNetConnect()
  const c = createCarrier({
    accountSid: `AC${'1'.repeat(32)}`,
    authToken: 't',
    apiUrl: 'https://api.twilio.com',
    messagingServiceSid: undefined,
  })
  const order = {
    to: '+14155551234',
    from: '+14155550100',
    body: 'x',
    statusCallback: 'https://r.example/webhooks/sms/status?message=1#rc=5&rp=all',
    validitySeconds: 60,
  }
  const path = `/2010-04-01/Accounts/AC${'1'.repeat(32)}/Messages.json`
  const go = async (n: string) => {
    const s = performance.now()
    console.log(n, await c.sendText(order), Math.round(performance.now() - s))
  }
  nock('https://api.twilio.com')
    .post(path)
    .reply(() => {
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
    })
  await go('throw')
  nock('https://api.twilio.com')
    .post(path)
    .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
  await go('replyWithError')
  nock('https://api.twilio.com').post(path).delay(60_000).reply(201, { sid: 'SM1' })
  await go('delayConnection')
  nock('https://api.twilio.com')
    .post(path)
    .reply(async (_uri, body) => {
      console.log(body)
      await Promise.resolve()
      return [201, { sid: 'SM1', status: 'queued' }]
    })
  await go('async')
  nock('https://api.twilio.com').post(path).reply(500, 'oops')
  await go('500')
  nock('https://api.twilio.com').post(path).reply(400, { code: 21610, message: 'x', status: 400 })
  await go('400')
  await go('nomatch')
  nock('https://api.twilio.com')
    .get(path)
    .query(true)
    .reply(function (uri) {
      console.log(uri)
      return [
        200,
        {
          messages: [{ sid: 'SM1', body: 'x', direction: 'outbound-api', status: 'queued' }],
          next_page_uri: null,
          page: 0,
          page_size: 50,
          first_page_uri: '',
          uri: '',
        },
      ]
    })
  console.log(await c.findText({ to: '+14155551234', body: 'x', since: new Date('2026-12-02T18:00:00Z') }))
}, 30000)

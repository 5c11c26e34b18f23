import nock from 'nock'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCarrier, type SendAnswer } from '../../src/platform/carrier/carrier.ts'
import { closeNetwork, openNetwork } from '../support/network.ts'
import { ACCOUNT, TOKEN } from '../support/webhook.ts'

beforeEach(closeNetwork)
afterEach(openNetwork)

/** What sending a text comes to when the connection ends like this. */
async function answerTo(error: Error): Promise<SendAnswer> {
  nock('https://api.twilio.com')
    .post(/Messages\.json$/)
    .replyWithError(error)
  const account = { accountSid: ACCOUNT, authToken: TOKEN, apiUrl: 'https://api.twilio.com' }
  return createCarrier({ ...account, messagingServiceSid: undefined }).sendText({
    ...{ to: '+14155550123', from: '+14155550100', body: 'x' },
    ...{ statusCallback: 'https://practice.example/s', validitySeconds: 60 },
  })
}

const systemError = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall })

describe('a text whose connection fails', () => {
  // The request was written; the way back broke (ICMP "host unreachable" on an open connection). Nobody knows whether a text left.
  test.each(['EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'])(
    'may have left when an open connection broke: %s',
    async (code) => {
      expect(await answerTo(systemError(code, 'read'))).toEqual({
        type: 'fault',
        code: null,
        httpStatus: null,
      })
    },
  )

  test.each([
    systemError('ECONNREFUSED', 'connect'),
    systemError('EHOSTUNREACH', 'connect'),
    systemError('ETIMEDOUT', 'connect'),
    systemError('ENOTFOUND', 'getaddrinfo'),
    Object.assign(
      new AggregateError([systemError('ENETUNREACH', 'connect'), systemError('ETIMEDOUT', 'connect')]),
      {
        code: 'ETIMEDOUT',
      },
    ),
  ])('did not leave when there never was a connection: $message $code', async (error) => {
    expect(await answerTo(error)).toEqual({ type: 'not-reached' })
  })
})

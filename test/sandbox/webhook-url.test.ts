import { expect, test } from 'vitest'
import { webhookTarget } from '../../src/sandbox/webhook-url.ts'

test('an address without a fragment is retried once and only when nobody was there', () => {
  expect(webhookTarget('https://clinic.example/voice?x=1')).toEqual({
    url: 'https://clinic.example/voice?x=1',
    retries: 1,
    retryOn: new Set(['ct']),
    connectMs: 5000,
    readMs: 15_000,
    totalMs: 15_000,
  })
})

test('the fragment’s settings are used and the fragment is neither called nor signed', () => {
  expect(webhookTarget('https://clinic.example/voice#rc=5&rp=all&ct=200&rt=300&tt=400')).toEqual({
    url: 'https://clinic.example/voice',
    retries: 5,
    retryOn: new Set(['4xx', '5xx', 'ct', 'rt']),
    connectMs: 200,
    readMs: 300,
    totalMs: 400,
  })
})

test('settings outside what the carrier allows are ignored', () => {
  expect(webhookTarget('https://clinic.example/#rc=6&rp=never&ct=50&rt=90000')).toMatchObject({
    retries: 1,
    retryOn: new Set(['ct']),
    connectMs: 5000,
    readMs: 15_000,
  })
})

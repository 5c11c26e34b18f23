import { stringify } from 'node:querystring'
import { describe, expect, test } from 'vitest'
import { readSigned } from '../../webhooks/signature.ts'

/*
 * Vectors of Twilio's own client library (its test suite) and others computed with it; they pin the check to what Twilio signs.
 */
const TOKEN = '12345'
const U = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const P = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
}
const V = 'https://clinic.example/twilio/voice?clinic=7'
const Q = {
  AccountSid: `AC${'0'.repeat(32)}`,
  ApiVersion: '2010-04-01',
  CallSid: 'CA00000000000000000000000000000001',
  CallStatus: 'ringing',
  Called: '+14155550100',
  Caller: '+14155550123',
  Direction: 'inbound',
  From: '+14155550123',
  To: '+14155550100',
}
const H1 = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620'
const H2 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
const JSON_BODY = '{"property": "value", "boolean": true}'

type Form = Record<string, string | string[]>

function form(url: string, fields: Form, signature: string | undefined, tokens = [TOKEN]) {
  const rawBody = Buffer.from(stringify(fields))
  return readSigned({ url, contentType: 'application/x-www-form-urlencoded', rawBody, signature }, tokens)
}

function json(url: string, body: string, signature: string) {
  return readSigned({ url, contentType: 'application/json', rawBody: Buffer.from(body), signature }, [TOKEN])
}

describe('a form that Twilio signed is accepted', () => {
  test.each<[string, string, Form, string]>([
    ['plain', U, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['with a port in our URL', U.replace('.com/', '.com:1234/'), P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    [
      'over http with a port',
      'http://mycompany.com:1234/myapp.php?foo=1&bar=2',
      P,
      'Zmvh+3yNM1Phv2jhDCwEM3q5ebU=',
    ],
    ['signed with :443', U, P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['signed with :80', 'http://mycompany.com/myapp.php?foo=1&bar=2', P, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    ['with user and password', U.replace('//', '//user:pass@'), P, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
    ['with a user', U.replace('//', '//user@'), P, '2YRLlVAflCqxaNicjMpJcSTgzSs='],
    [
      'with user and password, signed with :443',
      U.replace('//', '//user:pass@'),
      P,
      'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=',
    ],
    ['with a quote in the query', `${U}&Body=It's+amazing`, P, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
    [
      'with a repeated field',
      U,
      { 'MessagingBinding.Address': ['+1325xxxxxxx', '+1415xxxxxxx'] },
      '83O6e2vORAoJHUNzJjDWN1jz+BA=',
    ],
    [
      'with a repeated field in the other order',
      U,
      { 'MessagingBinding.Address': ['+1415xxxxxxx', '+1325xxxxxxx'] },
      '83O6e2vORAoJHUNzJjDWN1jz+BA=',
    ],
    [
      'with a value twice',
      U,
      { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
    ],
    ['without fields', U, {}, 'zYQTYrRWXE7LtzbG4PfP7/bkkGo='],
    ['a call', V, Q, 'Sp3+Sn6cdSTD14sC4lagDIAJdb0='],
    ['a call without fields', V, {}, 'kvxFk0oIVph2PfSL/4pReUrEt5o='],
    [
      'with blanks and an empty field',
      V,
      { ...Q, Body: ' STOP ', FromCity: '' },
      'DKwVW/DZT4aivSuZhaIytZLkfc8=',
    ],
    ['with accents and an emoji', V, { ...Q, Body: '¿Dónde está? 👍' }, '7ItADHKAj/EFm7BvOQborBCIN4I='],
    ['whose fields sort capitals first', V, { b: '2', B: '1', a: '3' }, 'w9uJnaUocQKnSU788saP8dVCZxs='],
  ])('%s', (_note, url, fields, signature) => {
    expect(form(url, fields, signature)).not.toBeNull()
  })

  test('with the next token while the account rotates', () => {
    expect(form(U, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', ['another', TOKEN])).toMatchObject(P)
  })
})

describe('JSON that Twilio signed is accepted', () => {
  test.each([
    ['with a query', `${U}&bodySHA256=${H1}`, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4='],
    ['empty', `${U}&bodySHA256=${H2}`, '{}', 'Ldidvp12m26NI7eqEvxnEpkd9Hc='],
    [
      'without another query',
      `https://mycompany.com/myapp.php?bodySHA256=${H1}`,
      JSON_BODY,
      'y77kIzt2vzLz71DgmJGsen2scGs=',
    ],
  ])('%s', (_note, url, body, signature) => {
    expect(json(url, body, signature)).toEqual({})
  })
})

describe('everything else is refused', () => {
  test.each<[string, () => unknown]>([
    ['no signature', () => form(U, P, undefined)],
    ['a wrong signature', () => form(U, P, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=')],
    ['a changed field', () => form(U, { ...P, From: '+14158675300' }, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    ['an added field', () => form(U, { ...P, OptOutType: 'STOP' }, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    ['a trimmed field', () => form(V, { ...Q, Body: 'STOP', FromCity: '' }, 'DKwVW/DZT4aivSuZhaIytZLkfc8=')],
    ['another path', () => form(U.replace('myapp', 'other'), P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    ['another token', () => form(U, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', ['54321'])],
    ['a fragment left in the URL', () => form(`${U}#rc=2`, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    [
      'JSON with a changed byte',
      () =>
        json(`${U}&bodySHA256=${H1}`, JSON_BODY.replace('value', 'valve'), 'a9nBmqA0ju/hNViExpshrM61xv4='),
    ],
    ['JSON without its hash in the URL', () => json(U, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4=')],
    ['a URL that is none', () => form('/webhooks/voice/incoming', P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
  ])('%s', (_note, read) => {
    expect(read()).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { readCaller } from '../../../src/domain/calling/caller.ts'

describe(readCaller, () => {
  test.each([
    'anonymous',
    'Anonymous',
    'unavailable',
    'restricted',
    'unknown',
    'private',
    'blocked',
    'withheld',
    'other',
    '',
    ' ',
  ])('"%s" is a withheld number', (from) => {
    expect(readCaller(from)).toEqual({ kind: 'withheld' })
  })

  test.each(['266696687', '7378742833', '2562533', '8656696', '86282452253'])(
    'the keypad word %s is a withheld number, with a plus, a leading 1 or neither',
    (digits) => {
      for (const from of [digits, `+${digits}`, `1${digits}`, `+1${digits}`]) {
        expect(readCaller(from)).toEqual({ kind: 'withheld' })
      }
    },
  )

  test.each([
    { from: 'sip:alice@example.com', raw: 'sip' },
    { from: 'SIPS:alice@example.com', raw: 'sip' },
    { from: 'client:front-desk', raw: 'client' },
    { from: '12345', raw: 'short-code' },
    { from: '+262966', raw: 'short-code' },
    { from: '911', raw: 'invalid' },
    { from: '+15555550123', raw: 'invalid' },
    { from: 'Cedar Grove', raw: 'invalid' },
    { from: '+1415555010', raw: 'invalid' },
    { from: '+12222222222', raw: 'invalid' },
    { from: '9999999999', raw: 'invalid' },
    { from: '+447700900123', raw: 'invalid' },
  ])('"$from" is not a phone: $raw', ({ from, raw }) => {
    expect(readCaller(from)).toEqual({ kind: 'not-a-phone', raw })
  })

  test.each([
    { from: '+14155550123', phone: '+14155550123', note: 'E.164' },
    { from: '4155550123', phone: '+14155550123', note: 'ten digits' },
    { from: '14155550123', phone: '+14155550123', note: 'eleven digits' },
    { from: '+18005550123', phone: '+18005550123', note: 'toll-free' },
    { from: '+17875550123', phone: '+17875550123', note: 'Puerto Rico' },
    { from: '+14165550123', phone: '+14165550123', note: 'Canada, in the same numbering plan' },
  ])('$from can be called back ($note)', ({ from, phone }) => {
    expect(readCaller(from)).toEqual({ kind: 'number', phone, trusted: true })
  })

  test.each(['+12325550123', '+12875550123'])(
    '%s, of an area code that is new, is called but not texted',
    (from) => {
      expect(readCaller(from)).toEqual({ kind: 'number', phone: from, trusted: false })
    },
  )

  test.each(['+442071838750', '+525512345678'])('%s is abroad', (from) => {
    expect(readCaller(from)).toEqual({ kind: 'foreign', phone: from })
  })

  test.each([
    { verstat: undefined, trusted: true },
    { verstat: '', trusted: true },
    { verstat: 'No-TN-Validation', trusted: true },
    { verstat: 'TN-Validation-Passed-A', trusted: true },
    { verstat: 'TN-Validation-Passed-C-Diverted', trusted: true },
    { verstat: 'TN-Validation-Failed', trusted: false },
    { verstat: 'TN-Validation-Failed-A', trusted: false },
    { verstat: 'TN-Validation-Failed-B-Diverted', trusted: false },
  ])('a caller ID checked as "$verstat" is trusted: $trusted', ({ verstat, trusted }) => {
    expect(readCaller('+14155550123', verstat)).toEqual({ kind: 'number', phone: '+14155550123', trusted })
  })
})

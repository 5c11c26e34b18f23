import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeCode, readCode } from '../../../src/domain/alerting/code.ts'
import { alertSpeech, alertText, answerText } from '../../../src/domain/alerting/words.ts'

describe('the code in a reply', () => {
  test.each([
    ['1234', '1234'],
    [' 0042 ', '0042'],
    ['ok 1234', '1234'],
    ['OK1234', '1234'],
    ['1234 got it', '1234'],
    ["1234 - I've got it", '1234'],
    ['1234 I’m on my way', '1234'],
    ['Sí, 1234.', '1234'],
    ['1234 👍', '1234'],
    ['“1234”', '1234'],
    ['#1234', '1234'],
    ['1234?', '1234'],
    ['12 34', '1234'],
    ['12-34', '1234'],
    ['1 2 3 4', '1234'],
    ['1234\n', '1234'],
    ['１２３４', '1234'],
    ['١٢٣٤', '1234'],
    ['OK, I got it: 1234!', '1234'],
  ])('is found as phones and people write it: %s', (body, code) => expect(readCode(body)).toEqual({ code }))

  test.each([
    '1',
    '123',
    '12345',
    '1234 5678',
    'ok',
    'OK!',
    'Ok got it',
    'on it',
    'I’ve got it',
    'Ya voy',
    'sí',
  ])('is missed where somebody means to answer without it: %s', (body) =>
    expect(readCode(body)).toBe('without-code'),
  )

  test.each([
    '',
    '415 555 0160',
    'My appointment was on 12/02/2026, please call me',
    'Can I come at 10:30',
    'Can I come at 1430?',
    'I was billed $1234',
    'Can you call me at 5550160',
    'I need 2 refills',
    'ok can you call me',
    'I live at 1234 Cedar Street, Oakland, and need the address of the practice',
  ])('is not read into other texts: %s', (body) => expect(readCode(body)).toBeNull())

  test('whatever is written, it is four digits of the text itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (body) => {
        const reply = readCode(body)
        if (reply !== null && reply !== 'without-code') expect(body.replace(/\D/g, '')).toBe(reply.code)
      }),
    )
  })
})

test('no two open alerts of one phone get the same code', () => {
  expect(freeCode([], 0.1234)).toBe('1234')
  expect(freeCode(['1234', '1235'], 0.1234)).toBe('1236')
  expect(freeCode(['9999'], 0.9999)).toBe('0000')
  expect(freeCode([], 0)).toBe('0000')
})

test.each(['en', 'es'] as const)(
  'alerts name the practice, the item and the code, and nothing else: %s',
  (language) => {
    const practice = 'Cedar Grove'
    for (const urgent of [true, false]) {
      const text = alertText(language, { practice, number: 4711, code: '0815', urgent })
      expect(text).toMatch(/^Cedar Grove: .*4711.*0815/)
      expect(text.replace('4711', '').replace('0815', '')).not.toMatch(/\d/)
      expect(text.length).toBeLessThan(140)
      expect(alertSpeech(language, practice, urgent).asks).toMatch(/Cedar Grove.* 1 /)
    }
    for (const answer of ['taken', 'taken-before', 'wrong-code'] as const)
      expect(answerText(answer, language, { practice, number: null })).toMatch(/^Cedar Grove: /)
  },
)

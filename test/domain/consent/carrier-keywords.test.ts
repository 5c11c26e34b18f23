import { describe, expect, test } from 'vitest'
import { isBlockedByCarrier } from '../../../src/domain/consent/carrier-keywords.ts'

describe(isBlockedByCarrier, () => {
  test.each([
    'STOP',
    'stop',
    ' Stop ',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OptOut',
  ])('the carrier takes "%s" for an opt-out by itself', (text) => {
    expect(isBlockedByCarrier(text)).toBe(true)
  })

  test.each([
    'STOP please',
    'Stop.',
    'STOP ALL',
    'opt out',
    'ALTO',
    'basta',
    'desist',
    '🛑',
    'stopp',
    'START',
    '',
  ])('and not "%s"', (text) => {
    expect(isBlockedByCarrier(text)).toBe(false)
  })

  test('what the carrier says of the text decides, where it says something', () => {
    expect(isBlockedByCarrier('Arret', 'STOP')).toBe(true)
    expect(isBlockedByCarrier('STOP', 'HELP')).toBe(false)
  })
})

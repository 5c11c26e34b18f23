import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isCarrierStatus,
  mergeStatus,
  type CarrierStatus,
  type MessageState,
} from '../../../src/domain/texting/delivery.ts'

describe(mergeStatus, () => {
  test.each([
    {
      note: 'the first report while the answer is still out',
      current: 'sending',
      incoming: 'queued',
      result: 'sent',
    },
    { note: 'delivered', current: 'sent', incoming: 'delivered', result: 'delivered' },
    { note: 'a late "sent" after delivered', current: 'delivered', incoming: 'sent', result: null },
    { note: 'a second delivered', current: 'delivered', incoming: 'delivered', result: null },
    {
      note: 'undelivered after delivered: the first end stays',
      current: 'delivered',
      incoming: 'undelivered',
      result: null,
    },
    { note: 'failed from unknown', current: 'unknown', incoming: 'failed', result: 'failed' },
    {
      note: 'a report about a text that never left',
      current: 'refused',
      incoming: 'delivered',
      result: null,
    },
    { note: 'canceled at the carrier', current: 'sent', incoming: 'canceled', result: 'failed' },
    { note: 'read means delivered', current: 'sent', incoming: 'read', result: 'delivered' },
  ] as const)('$note', ({ current, incoming, result }) => {
    expect(mergeStatus(current, incoming)).toBe(result)
  })

  test('the same reports in any order, any number of times, end in the same state', () => {
    const reports: CarrierStatus[] = ['queued', 'sending', 'sent', 'delivered']
    const orders = fc.array(fc.constantFrom(...reports), { minLength: 0, maxLength: 12 })
    fc.assert(
      fc.property(orders, (extra) => {
        const end = [...extra, ...reports].reduce<MessageState>(
          (state, next) => mergeStatus(state, next) ?? state,
          'sending',
        )
        expect(end).toBe('delivered')
      }),
    )
  })
})

test('a status word that the carrier invents is not taken for one we know', () => {
  expect(isCarrierStatus('delivered')).toBe(true)
  expect(isCarrierStatus('toString')).toBe(false)
})

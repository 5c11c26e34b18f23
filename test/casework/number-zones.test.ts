import { describe, expect, test } from 'vitest'
import { stateOfNumber, zonesOfNumber } from '../../src/casework/number-zones.ts'

const CASES = [
  { phone: '+14155550123', zones: ['America/Los_Angeles'], state: 'CA', note: 'San Francisco' },
  {
    phone: '+18504325555',
    zones: ['America/Chicago'],
    state: 'FL',
    note: 'Pensacola, west of the time line',
  },
  { phone: '+18502225555', zones: ['America/New_York'], state: 'FL', note: 'Tallahassee, east of it' },
  { phone: '+12085550123', zones: ['America/Boise', 'America/Los_Angeles'], state: 'ID', note: 'Idaho' },
  { phone: '+12065550123', zones: ['America/Los_Angeles'], state: 'WA', note: 'the state, not the city' },
  { phone: '+12025550123', zones: ['America/New_York'], state: 'DC', note: 'the capital' },
  { phone: '+18085550123', zones: ['Pacific/Honolulu'], state: 'HI', note: 'Hawaii' },
  { phone: '+17875550123', zones: ['America/Puerto_Rico'], state: null, note: 'a territory is no state' },
  { phone: '+14165550123', zones: ['America/Toronto'], state: null, note: 'a province is no state' },
  { phone: '+18005550123', zones: [], state: null, note: 'toll-free numbers have no place' },
  { phone: '+442071838750', zones: [], state: null, note: 'abroad' },
  { phone: 'anonymous', zones: [], state: null, note: 'no number' },
]

describe(zonesOfNumber, () => {
  test.each(CASES)('$phone may be in $zones, state $state: $note', async ({ phone, zones, state }) => {
    expect(await zonesOfNumber(phone)).toEqual(zones)
    expect(await stateOfNumber(phone)).toBe(state)
  })

  test('knows two numbers of one town apart from their neighbours', async () => {
    const [west, east] = await Promise.all([zonesOfNumber('+18504320001'), zonesOfNumber('+18502220001')])
    expect([west, east]).toEqual([['America/Chicago'], ['America/New_York']])
  })
})

import { describe, expect, test } from 'vitest'
import {
  afterFact,
  CONTACT_FACTS,
  FACT_RULES,
  saysNothingNew,
  STAFF_FACTS,
  type ContactState,
} from '../../../src/domain/contact/facts.ts'

const plain: ContactState = {
  shared: false,
  noCalls: false,
  noVoicemail: false,
  preference: null,
  textable: 'unknown',
}

describe(afterFact, () => {
  test('each wish can be taken back', () => {
    for (const [said, takenBack] of [
      ['several-people', 'one-person'],
      ['do-not-call', 'may-call'],
      ['no-voicemail', 'voicemail-allowed'],
      ['landline', 'textable'],
    ] as const) {
      const after = afterFact(plain, said, null)
      expect(after).not.toEqual(plain)
      expect(afterFact(after, takenBack, null)).toEqual(plain)
    }
  })

  test('how to reach somebody is kept in the words of staff until it is taken back', () => {
    const after = afterFact(plain, 'preference', 'mornings, at work')
    expect(after.preference).toBe('mornings, at work')
    expect(afterFact(after, 'do-not-call', 'asked on the phone').preference).toBe('mornings, at work')
    expect(afterFact(after, 'preference', null)).toEqual(plain)
  })
})

describe('what ends consent', () => {
  test('only a wrong number and one that changed hands do', () => {
    expect(CONTACT_FACTS.filter((kind) => FACT_RULES[kind].consent !== null)).toEqual([
      'wrong-number',
      'number-changed',
      'reassigned',
    ])
  })

  test('staff cannot say what only the carrier knows', () => {
    expect(CONTACT_FACTS.filter((kind) => !STAFF_FACTS.some((known) => known === kind))).toEqual([
      'reassigned',
      'blocked',
    ])
  })
})

describe(saysNothingNew, () => {
  test('what is known already need not be written down twice, unless somebody adds words', () => {
    const known = { ...plain, noCalls: true }
    expect(saysNothingNew(known, 'do-not-call', null)).toBe(true)
    expect(saysNothingNew(known, 'do-not-call', 'asked again, angry')).toBe(false)
    expect(saysNothingNew(known, 'may-call', null)).toBe(false)
    expect(saysNothingNew({ ...plain, preference: 'mornings' }, 'preference', 'mornings')).toBe(true)
  })

  test('a number that is lost is lost again for the items since then', () => {
    expect(saysNothingNew(plain, 'wrong-number', null)).toBe(false)
    expect(saysNothingNew(plain, 'number-changed', null)).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import type { TextingRules } from '../../../src/domain/policy/policy.ts'
import { changed, clinicFolder, placeOf, problemsOf } from './clinic-files.ts'

const { write } = clinicFolder()

const rulesOf = (text: string): TextingRules | undefined => loadPolicies(write(text))[0]?.texting

describe('the rules for texts', () => {
  test('a file from before these settings loads with the narrowest of them', () => {
    const without = changed(
      '  perSecond: 1\n  readRepliesWithinBusinessMinutes: 60\n  freeText: false\n  help: carrier\n  linkDomain: null\n',
      '',
    )
    expect(rulesOf(without)).toMatchObject({
      ...{ perSecond: 1, readRepliesWithinBusinessMinutes: 60, freeText: false, linkDomain: null },
      help: { by: 'carrier' },
    })
  })

  test('a practice may send faster, allow free text and links, and answer HELP itself', () => {
    const text = changed('perSecond: 1', 'perSecond: 12')
      .replace('freeText: false', 'freeText: true')
      .replace('readRepliesWithinBusinessMinutes: 60', 'readRepliesWithinBusinessMinutes: 30')
      .replace('help: carrier', 'help: { wording: call-received }')
      .replace('linkDomain: null', 'linkDomain: cedargrove.example')
    expect(rulesOf(text)).toMatchObject({
      ...{
        perSecond: 12,
        readRepliesWithinBusinessMinutes: 30,
        freeText: true,
        linkDomain: 'cedargrove.example',
      },
      help: { by: 'practice', wording: 'call-received' },
    })
  })

  test.each([
    {
      note: 'a rate that no carrier allows',
      to: ['perSecond: 1', 'perSecond: 101'],
      at: '101\n  read',
      says: 'texting › perSecond: found the number 101, expected a whole number from 1 to 100',
    },
    {
      note: 'HELP answered by a wording that does not exist',
      to: ['help: carrier', 'help: { wording: call-recieved }'],
      at: 'call-recieved',
      says: 'texting › help › wording: found "call-recieved", expected the name of a wording: call-received (did you mean that?)',
    },
    {
      note: 'HELP answered by somebody else',
      to: ['help: carrier', 'help: nobody'],
      at: 'nobody\n  link',
      says: 'texting › help: found "nobody", expected carrier, or the wording that answers, such as { wording: help }',
    },
    {
      note: 'free text that is neither allowed nor not',
      to: ['freeText: false', 'freeText: sometimes'],
      at: 'sometimes',
      says: 'texting › freeText: found "sometimes", expected true or false',
    },
    {
      note: 'a link domain that is an address',
      to: ['linkDomain: null', 'linkDomain: https://cedargrove.example/forms'],
      at: 'https://cedargrove',
      says: 'expected a domain of the practice, such as cedargrove.example, without https:// and without a path',
    },
    {
      note: 'a shortener as link domain',
      to: ['linkDomain: null', 'linkDomain: bit.ly'],
      at: 'bit.ly',
      says: 'texting › linkDomain: found "bit.ly", expected a domain of the practice: carriers filter shortened links',
    },
  ] as const)('$note is a mistake', ({ to: [from, to], at, says }) => {
    const text = changed(from, to)
    const problems = problemsOf(write(text))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(says)
    expect(problems[0]?.split('  ')[0]).toBe(placeOf(text, at))
  })

  test('a wording may hold a link to the domain of the practice and to no other', () => {
    const linked = changed('we tried to call you back.', 'we tried to call. https://cedargrove.example')
    expect(problemsOf(write(linked))).toEqual([
      expect.stringContaining(
        'wordings › tried-to-reach-you › en: found "https://cedargrove.example" (link)',
      ),
    ])
    const own = linked.replace('linkDomain: null', 'linkDomain: cedargrove.example')
    expect(problemsOf(write(own))).toEqual([])
    expect(problemsOf(write(own.replace('linkDomain: cedargrove', 'linkDomain: elmstreet')))).toHaveLength(1)
  })
})

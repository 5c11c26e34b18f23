import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { lintWording } from '../../../src/domain/texting/lint.ts'
import { fillIn, printedPhone, renderWording } from '../../../src/domain/texting/wording.ts'

const [example] = loadPolicies('clinic.yaml')
const policy = example!

describe(renderWording, () => {
  test('fills in the practice and its number and says which words were used', () => {
    expect(renderWording(policy, 'call-received', 'en')).toEqual({
      text:
        'Cedar Grove Family Practice: sorry we missed your call. We will call you back, or you can call ' +
        '(415) 555-0100. Reply STOP to opt out.',
      language: 'en',
      version: policy.wordings['call-received']?.texts.en?.version,
    })
  })

  test('every wording of the example is generic, one message long and in both languages', () => {
    for (const id of Object.keys(policy.wordings)) {
      for (const language of policy.languages) {
        const { text } = renderWording(policy, id, language)
        const needs = { practiceName: policy.name, phone: '(415) 555-0100', maxChars: 160 }
        expect(lintWording(text, needs), text).toEqual([])
      }
      expect(renderWording(policy, id, 'es').text).toContain('Responda STOP')
    }
  })

  test('uses the first language where the wanted one is not spoken', () => {
    const english = {
      ...policy,
      wordings: {
        hello: { id: 'hello', purpose: 'callback', texts: { en: { text: 'Hello', version: 'v1' } } },
      },
    } as const
    expect(renderWording(english, 'hello', 'es')).toEqual({ text: 'Hello', language: 'en', version: 'v1' })
  })

  test('refuses a wording that the practice does not have', () => {
    expect(() => renderWording(policy, 'free-words', 'en')).toThrow(/has no wording "free-words"/)
  })
})

describe(fillIn, () => {
  test('fills in nothing but the practice and the phone', () => {
    expect(fillIn('{practice} {phone} {name} {practice}', { practice: 'Elm', phone: '1' })).toBe(
      'Elm 1 {name} Elm',
    )
  })
})

describe(printedPhone, () => {
  test.each([
    { phone: '+14155550100', printed: '(415) 555-0100' },
    { phone: '+442071838750', printed: '+442071838750' },
  ])('$phone is printed as $printed', ({ phone, printed }) => {
    expect(printedPhone(phone)).toBe(printed)
  })
})

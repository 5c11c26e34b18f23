import { describe, expect, test } from 'vitest'
import { TRIGGERS } from '../../../src/domain/follow-up/words.ts'
import type { Step } from '../../../src/domain/policy/policy.ts'
import { mayLeaveVoicemail, scriptFor } from '../../../src/domain/policy/script.ts'
import { examplePractice } from '../../support/practice.ts'

const practice = examplePractice()

describe(scriptFor, () => {
  test.each(TRIGGERS)(
    'of %s names the practice and its number, and leaves no field to fill in',
    (trigger) => {
      for (const language of ['en', 'es'] as const) {
        const script = scriptFor(practice, trigger, language)
        expect(script.language).toBe(language)
        expect(script.words.opening).toContain('Cedar Grove Family Practice')
        expect(script.words.voicemail).toContain('(415) 555-0100')
        expect(JSON.stringify(script.words)).not.toMatch(/\{(?:practice|phone)/)
      }
    },
  )

  test('is in English for a language in which there is none', () => {
    const script = scriptFor(practice, 'recall-due', 'vi')
    expect(script).toEqual(scriptFor(practice, 'recall-due', 'en'))
    expect(script.language).toBe('en')
  })
})

describe(mayLeaveVoicemail, () => {
  const call = (id: string, voicemail: boolean): Step => ({
    ...{ do: 'call', id, after: { businessDays: 1 } },
    voicemail,
  })
  const text: Step = { do: 'text', id: 'text', after: { minutes: 2 }, wording: 'call-received' }
  const workflow = {
    ...practice.workflows['missed-call'],
    cadence: [text, call('first', true), call('second', false), text, call('last', true)],
  }

  test.each([
    { note: 'the first call', attempts: 0, may: true },
    { note: 'the second', attempts: 1, may: false },
    { note: 'the last', attempts: 2, may: true },
    { note: 'one that no workflow planned', attempts: 3, may: false },
  ])('at $note: $may', ({ attempts, may }) => {
    expect(mayLeaveVoicemail(workflow, attempts)).toBe(may)
  })
})

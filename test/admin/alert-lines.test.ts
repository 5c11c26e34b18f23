import { describe, expect, test } from 'vitest'
import { workflowNote } from '../../src/admin/pages/endings.ts'
import { wordsIn } from '../../src/admin/words.ts'

const line = (kind: string, detail: object, language: 'en' | 'es' = 'en') =>
  workflowNote(kind, detail, wordsIn(language))

describe('what the history says of alerts', () => {
  test.each([
    ['on-call-alerted', { step: 1, to: 'on-call', who: 'Nora' }, 'Nora (On-call contact) was told'],
    [
      'alert-failed',
      { who: 'Nora', means: 'call', why: 'no-key' },
      'Nora, by call: answered, and nobody pressed 1',
    ],
    [
      'alert-failed',
      { means: 'text', why: 'refused', code: 21610 },
      'On-call contact, by text: the phone network refused it',
    ],
    [
      'alert-acknowledged',
      { who: 'Nora', role: 'licensed', means: 'key', minutes: 2.5 },
      'Nora pressed 1 on the call · 2.5 min after the first alert',
    ],
    ['alert-acknowledged', { role: 'manager', means: 'code' }, 'On-call contact answered with the code'],
  ])('is in plain English: %s', (kind, detail, says) => expect(line(kind, detail)).toBe(says))

  test.each([
    ['on-call-alerted', { step: 1, to: 'on-call', who: 'Nora' }, 'Se avisó a: Nora (Persona de guardia)'],
    ['alert-failed', { who: 'Nora', means: 'call', why: 'busy' }, 'Nora, por llamada: ocupado'],
    [
      'alert-acknowledged',
      { who: 'Nora', role: 'licensed', means: 'code', minutes: 1 },
      'Nora: respondió con el código · 1 min después del primer aviso',
    ],
  ])('and in Spanish: %s', (kind, detail, says) => expect(line(kind, detail, 'es')).toBe(says))
})

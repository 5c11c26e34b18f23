import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { lintWording } from '../../../src/domain/texting/lint.ts'
import { changed, clinicFolder, placeOf, problemsOf } from './clinic-files.ts'

const { write } = clinicFolder()

const VIETNAMESE: Readonly<Record<string, string>> = {
  emergency: 'Nếu đây là trường hợp cấp cứu, xin cúp máy và gọi 911.',
  open: 'Quý vị đã gọi đến {practice}. Chúng tôi sẽ gọi lại cho quý vị.',
  lunch: 'Quý vị đã gọi đến {practice}. Chúng tôi đang nghỉ trưa.',
  closed: 'Quý vị đã gọi đến {practice}. Văn phòng đã đóng cửa.',
  holiday: 'Quý vị đã gọi đến {practice}. Văn phòng nghỉ lễ.',
  connecting: 'Xin chờ máy.',
  consentAsk: 'Nhấn phím 1 nếu chúng tôi có thể nhắn tin cho quý vị về cuộc gọi này.',
  consentThanks: 'Cảm ơn quý vị.',
  languageOffer: 'Tiếng Việt, nhấn phím 3.',
  wrongKey: 'Phím này không dùng ở đây.',
  leaveMessage: 'Xin để lại lời nhắn sau tiếng bíp.',
  goodbye: 'Cảm ơn quý vị đã gọi.',
}

/** The example with a third language on key 3: `words` gives each prompt's value in it. */
function withThird(language: string, words: (prompt: string) => string): string {
  let prompt = ''
  const lines = changed('languages: [en, es]\n\n', `languages: [en, es, ${language}]\n\n`)
    .replace('    es: 2\n', `    es: 2\n    ${language}: 3\n`)
    .split('\n')
  return lines
    .flatMap((line, index) => {
      const section = lines.slice(0, index).findLast((before) => /^\w/.test(before))
      prompt = /^ {2}(\w+):$/.exec(line)?.[1] ?? prompt
      const spanish = section === 'prompts:' && line.startsWith('    es: ')
      return spanish ? [line, `    ${language}: ${words(prompt)}`] : [line]
    })
    .join('\n')
}

const inVietnamese = withThird('vi', (prompt) => VIETNAMESE[prompt] ?? 'missing')

describe('a practice with a third language', () => {
  test('loads with its prompts and key, and without texts in it', () => {
    const [policy] = loadPolicies(write(inVietnamese))
    expect(policy?.languages).toEqual(['en', 'es', 'vi'])
    expect(policy?.keys.languages).toEqual({ es: '2', vi: '3' })
    expect(policy?.prompts.closed.vi?.text).toBe(
      'Quý vị đã gọi đến Cedar Grove Family Practice. Văn phòng đã đóng cửa.',
    )
    expect(Object.keys(policy?.wordings['call-received']?.texts ?? {})).toEqual(['en', 'es'])
  })

  test('may have texts in it, which keep the rules that hold in every language', () => {
    const text = inVietnamese.replace(
      '  message-received:\n',
      '    vi: >-\n      {practice}: xin goi {phone}. Nhan STOP de ngung.\n  message-received:\n',
    )
    const [policy] = loadPolicies(write(text))
    expect(policy?.wordings['call-received']?.texts.vi?.text).toContain('Nhan STOP')
    const broken = text.replace('Nhan STOP de ngung.', 'Xem https://cedar.example.com')
    expect(problemsOf(write(broken)).map((problem) => problem.split('expected')[0])).toEqual([
      `${placeOf(broken, '>-\n      {practice}: xin goi')}  wordings › call-received › vi: found nothing (no-opt-out), `,
      `${placeOf(broken, '>-\n      {practice}: xin goi')}  wordings › call-received › vi: found "https://cedar.example.com" (link), `,
    ])
  })

  test('is told each prompt, key and offer that it forgot', () => {
    const text = changed('languages: [en, es]\n\n', 'languages: [en, es, vi]\n\n')
    const missing = Object.keys(VIETNAMESE).map((prompt) => `prompts › ${prompt} › vi`)
    const places = problemsOf(write(text)).map((problem) => problem.replace(/^\S+ {2}([^:]*):.*$/s, '$1'))
    expect([...places].sort()).toEqual([...missing, 'keys › languages › vi'].sort())
    expect(problemsOf(write(text))).toContain(
      `${placeOf(text, 'goodbye:')}  prompts › goodbye › vi: found nothing, expected a text in vi, because the practice speaks it`,
    )
  })

  test('is told when its offer names another key than its own', () => {
    const text = inVietnamese.replace('nhấn phím 3', 'nhấn phím 2')
    expect(problemsOf(write(text))).toEqual([
      `${placeOf(text, 'Tiếng Việt')}  prompts › languageOffer › vi: found "Tiếng Việt, nhấn phím 2.", expected words that name the key 3`,
    ])
  })
})

describe('a language that the carrier has no voice for', () => {
  const recording = (prompt: string) => `recording: https://recordings.example.com/${prompt}-ht.mp3`

  test('is heard from recordings, with a text only where the words are checked', () => {
    const checked: Readonly<Record<string, string>> = {
      emergency: 'Si se yon ijans, rele 911.',
      consentAsk: 'Peze 1.',
      languageOffer: 'Pou kreyòl, peze 3.',
    }
    const text = withThird('ht', (prompt) => {
      const said = checked[prompt]
      return said === undefined ? `{ ${recording(prompt)} }` : `{ text: "${said}", ${recording(prompt)} }`
    })
    const [policy] = loadPolicies(write(text))
    expect(policy?.prompts.goodbye.ht).toEqual({
      text: '',
      recording: 'https://recordings.example.com/goodbye-ht.mp3',
    })
    expect(policy?.prompts.emergency.ht?.text).toBe('Si se yon ijans, rele 911.')
  })

  test('is refused without a recording', () => {
    const text = withThird('ht', (prompt) =>
      prompt === 'goodbye' ? 'Orevwa.' : `{ text: Peze 1 oswa 3 oswa 911., ${recording(prompt)} }`,
    )
    expect(problemsOf(write(text))).toEqual([
      `${placeOf(text, 'Orevwa.')}  prompts › goodbye › ht: found "Orevwa.", ` +
        'expected a recording, because the carrier has no voice for ht: { text: ..., recording: https://... }',
    ])
  })

  test('needs the emergency words in writing, so that somebody can check that they say 911', () => {
    const text = withThird('ht', (prompt) =>
      prompt === 'emergency' ? `{ ${recording(prompt)} }` : `{ text: Peze 1 oswa 3., ${recording(prompt)} }`,
    )
    expect(problemsOf(write(text))).toEqual([
      `${placeOf(text, '{ recording: https://recordings.example.com/emergency')}  prompts › emergency › ht: ` +
        'found a group, expected words that say to dial 911',
    ])
  })
})

describe('a first language other than English and Spanish', () => {
  const first = inVietnamese
    .replace('languages: [en, es, vi]\n\n', 'languages: [vi, en]\n\n')
    .replace('    es: 2\n    vi: 3\n', '    en: 2\n')
    .replace(/ {4}es: Para español, oprima 2\.\n.*\n/, '    en: For English, press 2.\n')

  test('needs its own words for staff who pick up, and its own texts, because they go to whoever chose no language', () => {
    expect(problemsOf(write(first)).map((problem) => problem.replace(/^\S+ {2}([^:]*):.*$/s, '$1'))).toEqual([
      'prompts › takeCall › vi',
      'wordings › call-received › vi',
      'wordings › message-received › vi',
      'wordings › tried-to-reach-you › vi',
      'wordings › please-call-us › vi',
      'wordings › about-your-visit › vi',
      'wordings › forms-missing › vi',
      'wordings › time-to-call-us › vi',
    ])
  })

  test('needs no words for staff when no line asks them for a key', () => {
    const text = first.replace('pressToTake: true\n', 'pressToTake: false\n')
    expect(problemsOf(write(text)).filter((problem) => problem.includes('takeCall'))).toEqual([])
  })
})

describe('the lint of a text', () => {
  const needs = { practiceName: 'Cedar Grove', phone: '(415) 555-0100', maxChars: 160 }

  test('reads clinical words in English and Spanish, and nothing into other languages', () => {
    const french = 'Cedar Grove: le pain est bon. (415) 555-0100. Envoyez STOP.'
    expect(lintWording(french, needs, 'fr')).toEqual([])
    expect(lintWording(french, needs, 'en').map(({ rule }) => rule)).toEqual(['no-opt-out', 'clinical-word'])
  })

  test('asks for the word STOP itself in every language', () => {
    const text = 'Cedar Grove: (415) 555-0100. Non-STOPPABLE.'
    expect(lintWording(text, needs, 'fr').map(({ rule }) => rule)).toEqual(['no-opt-out'])
  })
})

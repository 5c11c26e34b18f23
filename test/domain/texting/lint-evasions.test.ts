import { describe, expect, test } from 'vitest'
import { lintWording, type LintRule } from '../../../src/domain/texting/lint.ts'
import type { Language } from '../../../src/domain/follow-up/words.ts'

const NEEDS = {
  practiceName: 'Cedar Grove',
  phone: '(415) 555-0100',
  lines: ['+14155550100', '+14155550101'],
  maxChars: 160,
  linkDomain: 'cedargrove.example',
}
const saying = (middle: string): string => `Cedar Grove: ${middle} (415) 555-0100. Reply STOP`
const rulesOf = (middle: string, language: Language = 'en', needs: object = {}): LintRule[] =>
  lintWording(saying(middle), { ...NEEDS, ...needs }, language).map(({ rule }) => rule)

describe('a text cannot hide', () => {
  test.each([
    ['an invisible character inside the word', 'HI\u200bV test'],
    ['an invisible character inside the word', 'can\u200bcer'],
    ['a soft hyphen', 'che\u00admo'],
    ['a Cyrillic letter that looks Latin', 'c\u0430ncer'],
    ['wide letters', 'ｃａｎｃｅｒ'],
    ['letters of mathematics', '𝐜𝐚𝐧𝐜𝐞𝐫'],
    ['letters one by one', 'H.I.V. test'],
    ['letters one by one', 'c a n c e r'],
    ['the place that names the disease', 'our cancer center'],
    ['the place that names the disease', 'the diabetes clinic'],
  ])('a clinical word by %s: %s', (_how, words) => {
    expect(rulesOf(words)).toContain('clinical-word')
  })

  test.each([
    ...[
      'oncólogo',
      'urólogo',
      'psicólogo',
      'radiólogo',
      'nefrólogo',
      'neurólogo',
      'hematólogo',
      'hepatólogo',
    ],
    ...['inmunólogo', 'neumólogo', 'podólogo', 'pediatra', 'partera', 'odontólogo', 'dentista', 'therapist'],
    ...[
      'O.B.G.Y.N.',
      'vascular',
      'onc\u043elogy',
      'oncol\u200bogy',
      'salud mental',
      'mental health',
      'fisioterapeuta',
    ],
  ])('a specialty, as Spanish and English write it: %s', (word) => {
    expect(rulesOf(`su ${word}`)).toContain('specialty')
  })

  test.each([
    ...[
      'evil.tech/a',
      'evil.ru',
      'evil.pro',
      'evil.zip',
      'evil.news',
      'evil.center',
      'evil.br',
      'evil.xn--p1ai',
    ],
    ...[
      'evil\u200b.com',
      'evil。com',
      'evil．com',
      'evil[.]com',
      'evil(dot)com',
      'evil dot com',
      'evil .com',
      'evil. com',
    ],
    ...[
      'localhost/x',
      '[::1]/x',
      'https:evil.example',
      'mailto:a@b.example',
      'https://cedar\u200bgrove.example/forms',
    ],
  ])('a link that a phone would open or a person can put together: %s', (link) => {
    expect(rulesOf(`see ${link}`)).toContain('link')
  })

  test.each([
    '1-900-555-1234',
    '212-555-9999',
    '+1 212 555 9999',
    '+44 20 7183 8750',
    '555-9999',
    '1-800-FLOWERS',
  ])('another number to call: %s', (phone) => {
    expect(rulesOf(`call ${phone} or`)).toContain('other-phone')
  })

  test.each([
    ...['Maria Lopez, please call', 'Maria, please call', 'For Maria Lopez: call', 'Para María López: llame'],
    ...['Hi maria, call', 'Buenos dias Maria, call', 'Good morning Maria. Call'],
  ])('a name: %s', (words) => {
    expect(rulesOf(words)).toContain('person')
  })

  test.each(['лично', 'ΗΙ', 'ｈｉ', 'ʜɪ'])('letters that are not those of the language: %s', (word) => {
    expect(rulesOf(`call ${word}`)).toContain('odd-letter')
  })
})

describe('what a person at the practice wrote', () => {
  test('is read for clinical words whatever language it is said to be in, an approved wording only in its own', () => {
    for (const language of ['vi', 'fr', 'ru'] as const) {
      expect(rulesOf('your HIV test results:', language, { ownWords: true })).toContain('clinical-word')
      expect(rulesOf('your HIV test results:', language)).toEqual([])
    }
  })
})

describe('a generic text is left alone', () => {
  test.each([
    ...[
      'we are closed on Monday, Dec. 25.',
      'Monday, Dec 24 we close at noon.',
      'Happy Holidays, see you in 2027.',
    ],
    ...[
      'please bring your insurance card, ID and forms.',
      'we moved to 12 Oak Street, Suite 4.',
      'Sorry, we missed you.',
    ],
    ...[
      'Office Hours: 8 a.m.-5 p.m., Mon.-Fri.',
      'Hi there, please call us.',
      'Dear patient, we tried to call you.',
    ],
    ...[
      'our hours change on 12-24-2026 at 10.30.',
      'Call us. Me or a colleague will answer.',
      'New Patients, please arrive early.',
    ],
    ...[
      'see https://cedargrove.example/forms for forms.',
      'Scheduling is at 415.555.0101, all else at +1 415 555 0100:',
    ],
    ...['Hola, gracias por llamar.', 'Estimado paciente, llámenos al', 'Si prefiere, llame al'],
  ])('%s', (words) => {
    expect(rulesOf(words).filter((rule) => rule !== 'second-segment' && rule !== 'too-long')).toEqual([])
  })

  test.each<[Language, string]>([
    ['zh', '我们错过了您的来电。请致电'],
    ['ru', 'мы пропустили ваш звонок. Позвоните в Cedar Grove:'],
    ['ja', 'お電話ありがとうございます。Cedar Groveより'],
    ['ar', 'نأسف لعدم الرد على مكالمتكم.'],
    ['vi', 'xin lỗi đã bỏ lỡ cuộc gọi của quý vị.'],
    ['ht', 'nou regrèt nou manke apèl ou.'],
  ])('in %s', (language, words) => {
    expect(rulesOf(words, language).filter((rule) => rule !== 'second-segment')).toEqual([])
  })
})

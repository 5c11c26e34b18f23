import { describe, expect, test } from 'vitest'
import { lintWording, type LintRule } from '../../../src/domain/texting/lint.ts'

const NEEDS = { practiceName: 'Cedar Grove Family Practice', phone: '(415) 555-0100', maxChars: 160 }
const START = 'Cedar Grove Family Practice: '
const END = ' Call (415) 555-0100. Reply STOP to opt out.'

const rulesOf = (text: string): LintRule[] => lintWording(text, NEEDS).map((finding) => finding.rule)

describe(lintWording, () => {
  test.each([
    `${START}sorry we missed your call. We will call you back.${END}`,
    `${START}we received your voicemail and will call you back.${END}`,
    `${START}it is time to schedule your next visit.${END}`,
    `${START}recibimos su llamada. Llame al (415) 555-0100. Responda STOP para no recibir mensajes.`,
    `${START}¿prefiere llamarnos? Marque (415) 555-0100. Conteste STOP para no recibir textos.`,
  ])('finds nothing in a generic text: %s', (text) => {
    expect(lintWording(text, NEEDS)).toEqual([])
  })

  test.each<{ text: string; rule: LintRule; found: string }>([
    { text: `${START}hello {name}.${END}`, rule: 'unknown-field', found: '{name}' },
    { text: `${START}see https://example.com/p/7.${END}`, rule: 'link', found: 'https://example.com/p/7.' },
    { text: `${START}see www.example.org now.${END}`, rule: 'link', found: 'www.example.org' },
    { text: `${START}see bit.ly/abc now.${END}`, rule: 'link', found: 'bit.ly/abc' },
    { text: `${START}Dr. Alvarez called you.${END}`, rule: 'person', found: 'Dr. Alvarez' },
    { text: `${START}la Dra. Ortiz le llama.${END}`, rule: 'person', found: 'Dra. Ortiz' },
    { text: `${START}our cardiology team called.${END}`, rule: 'specialty', found: 'cardiology' },
    { text: `${START}our pediatric office called.${END}`, rule: 'specialty', found: 'pediatric' },
    { text: `${START}nuestro equipo de oncología.${END}`, rule: 'specialty', found: 'oncología' },
    { text: `${START}your OB/GYN visit.${END}`, rule: 'specialty', found: 'OB/GYN' },
    { text: `${START}behavioral health called.${END}`, rule: 'specialty', found: 'behavioral' },
  ])('finds $found: $rule', ({ text, rule, found }) => {
    const finding = lintWording(text, NEEDS).find((one) => one.rule === rule)
    expect(finding?.found).toBe(found)
    expect(text.slice(finding?.at).startsWith(found)).toBe(true)
    expect(finding?.fix).not.toBe('')
  })

  test.each([
    `${START}your test results are ready.${END}`,
    `${START}about your chest pain.${END}`,
    `${START}your prescription is ready for refill.${END}`,
    `${START}sobre su dolor de pecho.${END}`,
    `${START}good news: no infection.${END}`,
  ])('finds clinical words: %s', (text) => {
    expect(rulesOf(text)).toContain('clinical-word')
  })

  test.each<{ text: string; rule: LintRule }>([
    { text: `We missed your call.${END}`, rule: 'no-practice-name' },
    { text: `${START}we missed your call. Reply STOP to opt out.`, rule: 'no-phone' },
    { text: `${START}we missed your call. Call (415) 555-0100.`, rule: 'no-opt-out' },
    { text: `${START}please stop by. Call (415) 555-0100.`, rule: 'no-opt-out' },
  ])('misses what must be there: $rule', ({ text, rule }) => {
    expect(rulesOf(text)).toEqual([rule])
  })

  test('one letter outside the GSM alphabet makes a second message, and is named', () => {
    const text = `${START}también puede llamar al (415) 555-0100. Responda STOP para no recibir mensajes.`
    expect(lintWording(text.replace('también', 'tambien'), NEEDS)).toEqual([])
    // é is in the alphabet, í is not.
    expect(lintWording(text, NEEDS)).toEqual([])
    const accented = text.replace('también', 'todavía')
    expect(lintWording(accented, NEEDS)).toMatchObject([
      { rule: 'second-segment', found: '2 segments because of í', at: accented.indexOf('í') },
    ])
  })

  test('a text may be as long as allowed and not one letter longer', () => {
    const filler = 'x'.repeat(160 - START.length - END.length)
    expect(rulesOf(`${START}${filler}${END}`)).toEqual([])
    expect(rulesOf(`${START}${filler}x${END}`)).toEqual(['second-segment', 'too-long'])
    expect(lintWording(`${START}ok.${END}`, { ...NEEDS, maxChars: 60 })).toMatchObject([{ rule: 'too-long' }])
  })

  test('tells everything that is wrong at once', () => {
    expect(rulesOf('Dr. House: your oncology results are at www.example.com')).toEqual(
      expect.arrayContaining(['no-practice-name', 'no-phone', 'no-opt-out', 'person', 'specialty', 'link']),
    )
  })
})

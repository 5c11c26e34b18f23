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
    `${START}hi, this is the front desk. We missed your call.${END}`,
    `${START}our hours are 8 a.m. to 5 p.m., Mon.-Fri.${END}`,
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
    { text: `${START}Nurse Kelly called you.${END}`, rule: 'person', found: 'Nurse Kelly' },
    { text: `${START}la señora Ruiz le llama.${END}`, rule: 'person', found: 'señora Ruiz' },
    { text: `${START}Hi Maria, we missed you.${END}`, rule: 'person', found: 'Hi Maria' },
    { text: `${START}hola, José: recibimos su llamada.${END}`, rule: 'person', found: 'hola, José' },
    { text: `${START}our surgical team called.${END}`, rule: 'specialty', found: 'surgical' },
    { text: `${START}the Women's Health desk called.${END}`, rule: 'specialty', found: "Women's Health" },
    { text: `${START}de salud de la mujer.${END}`, rule: 'specialty', found: 'salud de la mujer' },
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

describe('links', () => {
  const OWN = { ...NEEDS, linkDomain: 'cedargrove.example' }
  const saying = (link: string): string => `${START}forms: ${link}${END}`
  const linksOf = (link: string, needs: typeof NEEDS = OWN): (readonly [string, string])[] =>
    lintWording(saying(link), needs)
      .filter(({ rule }) => rule === 'link')
      .map(({ found, fix }) => [found, fix] as const)

  test.each([
    'https://cedargrove.example',
    'https://cedargrove.example/forms.',
    'https://www.cedargrove.example/new-patients/',
    'HTTPS://Forms.CedarGrove.example/hours',
  ])('to a page of the practice may stand: %s', (link) => {
    expect(linksOf(link)).toEqual([])
  })

  test.each([
    {
      link: 'https://cedargrove.example/forms',
      why: 'a practice that names no domain',
      needs: NEEDS,
      fix: 'texting › linkDomain',
    },
    { link: 'http://cedargrove.example', why: 'not https', fix: 'Begin the link with https://' },
    { link: 'cedargrove.example/forms', why: 'no https', fix: 'Begin the link with https://' },
    { link: 'www.cedargrove.example', why: 'no https', fix: 'Begin the link with https://' },
    { link: 'ftp://cedargrove.example/a', why: 'another protocol', fix: 'Begin the link with https://' },
    { link: 'https://example.com/forms', why: 'another site', fix: 'Link to cedargrove.example' },
    {
      link: 'https://cedargrove.example.evil.com',
      why: 'a site that only looks like it',
      fix: 'Link to cedargrove.example',
    },
    {
      link: 'https://notcedargrove.example',
      why: 'a site that only ends like it',
      fix: 'Link to cedargrove.example',
    },
    {
      link: 'https://cedargrove.example@evil.com',
      why: 'a site behind a user',
      fix: 'Link to cedargrove.example',
    },
    { link: 'https://evil.com\\@cedargrove.example', why: 'a backslash', fix: 'Link to cedargrove.example' },
    { link: 'https://cedargrove.example:8443/a', why: 'a port', fix: 'Link to cedargrove.example' },
    { link: 'https://сedargrove.example', why: 'a Cyrillic letter', fix: 'Link to cedargrove.example' },
    { link: 'https://bit.ly/abc', why: 'a shortener', fix: 'carriers refuse shortened links' },
    { link: 'tinyurl.com/abc', why: 'a shortener without https', fix: 'carriers refuse shortened links' },
    { link: 'https://cedargrove.example/f?patient=7', why: 'a query', fix: 'what stands after ?' },
    { link: 'https://cedargrove.example/f#7', why: 'a fragment', fix: 'what stands after ?' },
    { link: 'https://cedargrove.example/p/48213', why: 'a number of somebody', fix: 'long number or code' },
    { link: 'https://cedargrove.example/a8f3k2m9', why: 'a code of somebody', fix: 'long number or code' },
    { link: 'https://cedargrove.example/p;id=mr', why: 'a field in the path', fix: 'long number or code' },
    { link: 'https://93.184.216.34/forms', why: 'a bare address', fix: 'Link to cedargrove.example' },
    { link: 'info@cedargrove.example', why: 'an e-mail address', fix: 'Begin the link with https://' },
  ])('$link is refused: $why', ({ link, needs, fix }) => {
    const found = linksOf(link, needs)
    expect(found).toHaveLength(1)
    expect(found[0]?.[1]).toContain(fix)
    expect(saying(link)).toContain(found[0]?.[0])
  })

  test('every link is told with its place', () => {
    const text = saying('https://cedargrove.example/a and bit.ly/b')
    expect(lintWording(text, OWN)).toMatchObject([
      { rule: 'link', at: text.indexOf('bit.ly'), found: 'bit.ly/b' },
    ])
  })

  test('a telephone number with dots is no link', () => {
    expect(linksOf('call 415.555.0100 at 8.30')).toEqual([])
  })
})

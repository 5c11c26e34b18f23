import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/domain/follow-up/words.ts'
import { lintSpoken } from '../../../src/domain/texting/spoken-lint.ts'

describe(lintSpoken, () => {
  test.each<{ language: Language; text: string }>([
    { language: 'en', text: 'Hello, this is {practice}. Please call us back at {phone}. Thank you.' },
    { language: 'en', text: 'This is {practice} returning your call. Our number is {phone}.' },
    { language: 'es', text: 'Hola, le llamamos de {practice}. Por favor, llámenos al {phone}.' },
    { language: 'fr', text: 'Bonjour, ici {practice}. Rappelez-nous au {phone}. Du pain.' },
  ])('lets pass in $language: $text', ({ language, text }) => {
    expect(lintSpoken(text, ['practice', 'phone'], language)).toEqual([])
  })

  test.each<{ language?: Language; text: string; rule: string; found: string }>([
    { text: 'This is {practice}.', rule: 'no-phone', found: 'nothing' },
    { text: 'Please call {phone}.', rule: 'no-practice-name', found: 'nothing' },
    { text: '{practice}, {phone}: your appointment is tomorrow.', rule: 'reason', found: 'appointment' },
    { text: '{practice}, {phone}: it is about your bill.', rule: 'reason', found: 'bill' },
    { text: '{practice}, {phone}: we got a referral for you.', rule: 'reason', found: 'referral' },
    { text: '{practice}, {phone}: time for a check-up.', rule: 'reason', found: 'check-up' },
    { language: 'es', text: '{practice}, {phone}: es sobre su cita.', rule: 'reason', found: 'cita' },
    { language: 'es', text: '{practice}, {phone}: llame por su seguro.', rule: 'reason', found: 'seguro' },
    { text: '{practice}, {phone}: Dr. Lee would like to talk to you.', rule: 'person', found: 'Dr. Lee' },
    { text: '{practice}, {phone}: your insulin is ready.', rule: 'clinical-word', found: 'insulin' },
    { text: 'Cardiology at {practice}, {phone}.', rule: 'specialty', found: 'Cardiology' },
    { text: '{practice}, {phone}: see www.example.com', rule: 'link', found: 'www.example.com' },
  ])('finds $found in: $text', ({ language = 'en', text, rule, found }) => {
    const findings = lintSpoken(text, ['practice', 'phone'], language)
    expect(findings).toMatchObject([{ rule, found }])
    expect(findings[0]?.fix).not.toBe('')
  })

  test('takes no offence at the practice’s own name, which stands for itself', () => {
    expect(lintSpoken('This is {practice}.', ['practice'], 'en')).toEqual([])
  })
})

import type { Language } from '../follow-up/words.ts'

/**
 * The locale in which the carrier's voice speaks a language, null where it has no voice. Source: Twilio, TwiML Voice, <Say>, attribute
 * `language`, and the list of its text-to-speech voices. `arb` is Modern Standard Arabic, `cmn-CN` Mandarin, `fil-PH` Filipino, whose
 * base is Tagalog; Spanish, French and Portuguese are those of the Americas. Haitian Creole is not in the list.
 */
const SPEECH = {
  en: 'en-US',
  es: 'es-US',
  zh: 'cmn-CN',
  tl: 'fil-PH',
  vi: 'vi-VN',
  ar: 'arb',
  fr: 'fr-CA',
  ko: 'ko-KR',
  ru: 'ru-RU',
  pt: 'pt-BR',
  ht: null,
  hi: 'hi-IN',
  de: 'de-DE',
  pl: 'pl-PL',
  it: 'it-IT',
  ja: 'ja-JP',
} as const satisfies Record<Language, string | null>

/** The locale for the carrier's voice; null means that callers can hear this language from recordings only. */
export function speechOf<Spoken extends Language>(language: Spoken): (typeof SPEECH)[Spoken] {
  return SPEECH[language]
}

import type { Language } from '../../domain/follow-up/words.ts'

/** What is said to whoever picks up at a practice whose file has no words for it. */
export const OWN_TAKE_CALL: Readonly<Partial<Record<Language, string>>> = {
  en: 'Call for {practice}. Press 1 to take it.',
  es: 'Llamada para {practice}. Oprima 1 para atenderla.',
}

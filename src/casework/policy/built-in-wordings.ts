import type { Language } from '../../domain/follow-up/words.ts'
import type { TextPurpose } from '../../domain/policy/policy.ts'

/** As the clinic file writes a wording: what it is for, and its text per language. */
export type PlainWording = { readonly purpose: TextPurpose } & Readonly<Partial<Record<Language, string>>>

/**
 * The texts that the built-in cadences name, for practices whose file has none of that name. They say who writes, which number to call
 * and how to opt out, and nothing from which a reason could be guessed. The longest name that a practice may have fits; in Spanish they
 * do without the letters that make a message three times as long.
 */
export const BUILT_IN_WORDINGS: Readonly<Record<string, PlainWording>> = {
  'call-received': {
    purpose: 'callback',
    en: '{practice}: sorry we missed your call. We will call back, or call {phone}. Reply STOP to opt out.',
    es: '{practice}: le devolveremos su llamada. O llame al {phone}. Responda STOP para salir.',
  },
  'message-received': {
    purpose: 'callback',
    en: '{practice}: we got your message and will call back. Or call {phone}. Reply STOP to opt out.',
    es: '{practice}: recibimos su mensaje y le llamaremos. O llame al {phone}. Responda STOP para salir.',
  },
  'tried-to-reach-you': {
    purpose: 'callback',
    en: '{practice}: we tried to call you back. Please call us at {phone}. Reply STOP to opt out.',
    es: '{practice}: no pudimos comunicarnos con usted. Llame al {phone}. Responda STOP para salir.',
  },
  'please-call-us': {
    purpose: 'scheduling',
    en: '{practice}: please call us at {phone} to find a time that suits you. Reply STOP to opt out.',
    es: '{practice}: llame al {phone} para buscar una hora que le convenga. Responda STOP para salir.',
  },
  'about-your-visit': {
    purpose: 'scheduling',
    en: '{practice}: please call us at {phone} to confirm the time set aside for you. Reply STOP to opt out.',
    es: '{practice}: llame al {phone} para confirmar la hora que tiene con nosotros. Responda STOP para salir.',
  },
  'forms-missing': {
    purpose: 'forms',
    en: '{practice}: some of your paperwork has not reached us. Please call {phone}. Reply STOP to opt out.',
    es: '{practice}: nos faltan papeles suyos. Llame al {phone}. Responda STOP para salir.',
  },
  'time-to-call-us': {
    purpose: 'recall',
    en: '{practice}: it is time to plan your next visit. Please call {phone}. Reply STOP to opt out.',
    es: '{practice}: es hora de hacer su cita. Llame al {phone}. Responda STOP para salir.',
  },
}

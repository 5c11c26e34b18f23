import type { PageLanguage } from '../follow-up/words.ts'
import type { OnCallContact, Policy } from '../policy/policy.ts'

/** How one way of an alert stands: its call or its text. */
export const ALERT_STATES = [
  /** the contact is not alerted this way */
  'not-used',
  /** to be done when its time comes, for the first time or again */
  'waiting',
  /** a worker is handing it to the carrier */
  'sending',
  /** the carrier took it */
  'sent',
  /** the text arrived, or somebody pressed the key on the call */
  'reached',
  'failed',
  /** the carrier's answers were lost, and it was not tried a third time */
  'unknown',
  /** somebody acted before it left */
  'not-needed',
] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** Why one way of an alert reached nobody. */
export const ALERT_FAILURES = [
  'busy',
  'no-answer',
  /** somebody or a mailbox picked up and nobody pressed the key */
  'no-key',
  /** the carrier could not call or text this phone; its code says more */
  'refused',
  'undelivered',
  /** the carrier's answers were lost */
  'unknown',
  /** nobody at the carrier takes orders; it is tried again every minute */
  'carrier-not-reached',
  /** the practice took the phone off its list before the alert left */
  'not-on-call',
  /** the practice has no line to call or text from any more */
  'no-line',
] as const
export type AlertFailure = (typeof ALERT_FAILURES)[number]

/** How somebody said that they have an item: a key on the call, the code in a text, or by working it. */
export const ACKNOWLEDGED_BY = ['key', 'code', 'act'] as const
export type AcknowledgedBy = (typeof ACKNOWLEDGED_BY)[number]

/** The language in which a contact is alerted. */
export function languageOf({ language }: Pick<OnCallContact, 'language'>, policy: Policy): PageLanguage {
  return language ?? (policy.languages[0] === 'es' ? 'es' : 'en')
}

/** What a text of ours is about. It names no patient and no reason: anybody may look over the contact's shoulder. */
type About = {
  /** the practice's name */
  readonly practice: string
  /** of the item, which people say */
  readonly number: number
}

/** The text of an alert. @param alert.code four digits that the answer must hold. */
export function alertText(
  language: PageLanguage,
  { practice, number, code, urgent }: About & { readonly code: string; readonly urgent: boolean },
): string {
  const item = String(number)
  const words = {
    en: urgent
      ? `${practice}: urgent request, item ${item}. Reply ${code} to say that you have it.`
      : `${practice}: a request is overdue, item ${item}. Reply ${code} to say that you have it.`,
    es: urgent
      ? `${practice}: solicitud urgente, asunto ${item}. Responda ${code} para decir que se encarga.`
      : `${practice}: una solicitud se ha retrasado, asunto ${item}. Responda ${code} para decir que se encarga.`,
  }
  return words[language]
}

/** How a contact's answer was taken; `wrong-code`: it names no alert that is open, or none at all. */
export const ALERT_ANSWERS = ['taken', 'taken-before', 'wrong-code'] as const
export type AlertAnswer = (typeof ALERT_ANSWERS)[number]

/** What a contact who answered by text hears. @param number of the item; null where the code named none. */
export function answerText(
  answer: AlertAnswer,
  language: PageLanguage,
  { practice, number }: { readonly practice: string; readonly number: number | null },
): string {
  const item = String(number ?? '')
  const words: Readonly<Record<AlertAnswer, Readonly<Record<PageLanguage, string>>>> = {
    taken: {
      en: `${practice}: thank you. Item ${item} is yours.`,
      es: `${practice}: gracias. El asunto ${item} es suyo.`,
    },
    'taken-before': {
      en: `${practice}: thank you. Somebody has item ${item} already.`,
      es: `${practice}: gracias. Alguien ya se encarga del asunto ${item}.`,
    },
    'wrong-code': {
      en: `${practice}: that did not tell us which item you mean. Please reply with just the four digits of our last text.`,
      es: `${practice}: no sabemos a qué asunto se refiere. Responda solo con los cuatro dígitos de nuestro último mensaje.`,
    },
  }
  return words[answer][language]
}

/** What is said on the call of an alert. @param practice as the voice says it. */
export function alertSpeech(language: PageLanguage, practice: string, urgent: boolean) {
  const words = {
    en: {
      asks: urgent
        ? `This is ${practice}. An urgent request is waiting. Press 1 to say that you have it.`
        : `This is ${practice}. A request is overdue. Press 1 to say that you have it.`,
      taken: 'Thank you. You have it now. Please look at the request. Goodbye.',
      'taken-before': 'Thank you. Somebody has it already. Goodbye.',
      bye: 'You did not press 1, so we do not count on you. Goodbye.',
    },
    es: {
      asks: urgent
        ? `Le llama ${practice}. Hay una solicitud urgente en espera. Oprima 1 para decir que se encarga.`
        : `Le llama ${practice}. Una solicitud se ha retrasado. Oprima 1 para decir que se encarga.`,
      taken: 'Gracias. Ahora está en sus manos. Revise la solicitud, por favor. Adiós.',
      'taken-before': 'Gracias. Alguien ya se encarga. Adiós.',
      bye: 'No oprimió el 1, así que no contamos con usted. Adiós.',
    },
  }
  return words[language]
}

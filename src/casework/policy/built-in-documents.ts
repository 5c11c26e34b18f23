import type { Outcome, PageLanguage, Trigger } from '../../domain/follow-up/words.ts'
import type { DocumentRule } from '../../domain/policy/policy.ts'

/*
 * What must be written down with an outcome, when the clinic file says nothing else. Outcomes that are recorded most (nobody answered,
 * voicemail left, booked by phone) stay one click: nothing is asked for that the next person can do without.
 */

const rule = (outcome: Outcome, en: string, es: string): DocumentRule => {
  const what: Record<PageLanguage, string> = { en, es }
  return { outcome, what }
}

const EVERYWHERE = [
  rule(
    'needs-insurance-review',
    'The insurance, and what is missing or unclear.',
    'El seguro, y qué falta o no está claro.',
  ),
  rule('needs-outside-document', 'Which document, and from whom.', 'Qué documento, y de quién.'),
  rule('complaint', 'What happened, in their own words.', 'Qué pasó, con sus propias palabras.'),
  rule('patient-declined', 'The reason, if one was given.', 'El motivo, si lo dijeron.'),
  rule('unable-to-reach', 'When and how you tried.', 'Cuándo y cómo lo intentó.'),
  rule('resolved', 'What it was about, and what was done.', 'De qué se trataba, y qué se hizo.'),
]

const BOOKED = rule('reached-scheduled', 'Day and time of the visit.', 'Día y hora de la visita.')

const OWN: Readonly<Partial<Record<Trigger, readonly DocumentRule[]>>> = {
  'referral-received': [
    rule(
      'reached-scheduled',
      'Day and time of the visit, and that the office that referred them was told.',
      'Día y hora de la visita, y que se avisó al consultorio que envió la referencia.',
    ),
    rule(
      'unable-to-reach',
      'When and how you tried, and that the office that referred them was told.',
      'Cuándo y cómo lo intentó, y que se avisó al consultorio que envió la referencia.',
    ),
  ],
  'unconfirmed-appointment': [
    rule('reached-scheduled', 'Confirmed, or the new day and time.', 'Confirmada, o el nuevo día y hora.'),
  ],
  'incomplete-intake': [
    rule('incomplete-intake', 'Which forms are still missing.', 'Qué formularios faltan todavía.'),
  ],
  'missing-insurance': [rule('incomplete-intake', 'What is still missing.', 'Qué falta todavía.')],
  'no-show': [BOOKED],
  'post-visit-scheduling': [BOOKED],
  'bilingual-support': [rule('needs-language-support', 'Which language.', 'Qué idioma.')],
  'recall-due': [BOOKED],
  'care-gap': [BOOKED],
}

/** What a kind of request documents: its own rules, and those of all kinds for the other outcomes. */
export function builtInDocument(trigger: Trigger): readonly DocumentRule[] {
  const own = OWN[trigger] ?? []
  return [...own, ...EVERYWHERE.filter(({ outcome }) => own.every((rule) => rule.outcome !== outcome))]
}

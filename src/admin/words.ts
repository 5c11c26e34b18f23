import type { PageLanguage } from '../domain/follow-up/words.ts'
import { CONTACT_FIELD_WORDS, CONTACT_WORDS } from './contact-words.ts'
import { FIELD_WORDS, type Pair } from './field-words.ts'
import { FAULT_ACTIONS, FAULT_WORDS, MESSAGING_WORDS } from './messaging-words.ts'
import { PAGE_WORDS } from './page-words.ts'

type InOneLanguage<Table extends Record<string, Pair>> = Readonly<Record<keyof Table, string>>

/** Everything the pages say, in one language. */
export type Words = {
  readonly language: PageLanguage
  readonly ui: InOneLanguage<typeof PAGE_WORDS>
  readonly contact: InOneLanguage<typeof CONTACT_WORDS>
  readonly messaging: InOneLanguage<typeof MESSAGING_WORDS>
  readonly faults: InOneLanguage<typeof FAULT_WORDS>
  readonly faultActions: InOneLanguage<typeof FAULT_ACTIONS>
} & { readonly [Kind in keyof typeof FIELD_WORDS]: InOneLanguage<(typeof FIELD_WORDS)[Kind]> } & {
  readonly [Kind in keyof typeof CONTACT_FIELD_WORDS]: InOneLanguage<(typeof CONTACT_FIELD_WORDS)[Kind]>
}

const ALL: Readonly<Record<PageLanguage, Words>> = { en: inLanguage('en'), es: inLanguage('es') }

/** The words of a language. */
export function wordsIn(language: PageLanguage): Words {
  return ALL[language]
}

/** Puts values into a sentence: `fill('due in {time}', { time: '25 min' })`. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function inLanguage(language: PageLanguage): Words {
  const pick = <Table extends Record<string, Pair>>(table: Table): InOneLanguage<Table> =>
    Object.fromEntries(
      Object.entries(table).map(([word, [en, es]]) => [word, language === 'en' ? en : es]),
    ) as InOneLanguage<Table>
  return {
    language,
    ui: pick(PAGE_WORDS),
    messaging: pick(MESSAGING_WORDS),
    faults: pick(FAULT_WORDS),
    faultActions: pick(FAULT_ACTIONS),
    unaccounted: pick(FIELD_WORDS.unaccounted),
    triggers: pick(FIELD_WORDS.triggers),
    statuses: pick(FIELD_WORDS.statuses),
    languages: pick(FIELD_WORDS.languages),
    urgencies: pick(FIELD_WORDS.urgencies),
    queues: pick(FIELD_WORDS.queues),
    owners: pick(FIELD_WORDS.owners),
    outcomes: pick(FIELD_WORDS.outcomes),
    nextActions: pick(FIELD_WORDS.nextActions),
    lastActions: pick(FIELD_WORDS.lastActions),
    escalations: pick(FIELD_WORDS.escalations),
    messageStates: pick(FIELD_WORDS.messageStates),
    notTexted: pick(FIELD_WORDS.notTexted),
    bases: pick(FIELD_WORDS.bases),
    scopes: pick(FIELD_WORDS.scopes),
    consent: pick(FIELD_WORDS.consent),
    refusals: pick(FIELD_WORDS.refusals),
    contact: pick(CONTACT_WORDS),
    contactFacts: pick(CONTACT_FIELD_WORDS.contactFacts),
    textable: pick(CONTACT_FIELD_WORDS.textable),
    writtenBases: pick(CONTACT_FIELD_WORDS.writtenBases),
    consentRefusals: pick(CONTACT_FIELD_WORDS.consentRefusals),
  }
}

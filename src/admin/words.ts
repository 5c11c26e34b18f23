import type { PageLanguage } from '../domain/follow-up/words.ts'
import { CONTACT_FIELD_WORDS, CONTACT_WORDS } from './contact-words.ts'
import { FIELD_WORDS, type Pair } from './field-words.ts'
import { IMPORT_FIELD_WORDS, IMPORT_WORDS } from './import-words.ts'
import { FAULT_ACTIONS, FAULT_WORDS, MESSAGING_WORDS } from './messaging-words.ts'
import { PAGE_WORDS } from './page-words.ts'
import { RECALL_WORDS } from './recall-words.ts'
import { ROUTING_WORDS } from './routing-words.ts'
import { SCRIPT_WORDS } from './script-words.ts'
import { SETTINGS_FIELD_WORDS, SETTINGS_WORDS } from './settings-words.ts'
import { WORKFLOW_FIELD_WORDS, WORKFLOW_WORDS } from './workflow-words.ts'

type InOneLanguage<Table extends Record<string, Pair>> = Readonly<Record<keyof Table, string>>

/** Everything the pages say, in one language. */
export type Words = {
  readonly language: PageLanguage
  readonly ui: InOneLanguage<typeof PAGE_WORDS>
  readonly contact: InOneLanguage<typeof CONTACT_WORDS>
  readonly workflow: InOneLanguage<typeof WORKFLOW_WORDS>
  readonly routing: InOneLanguage<typeof ROUTING_WORDS>
  readonly script: InOneLanguage<typeof SCRIPT_WORDS>
  readonly recall: InOneLanguage<typeof RECALL_WORDS>
  readonly imports: InOneLanguage<typeof IMPORT_WORDS>
  readonly messaging: InOneLanguage<typeof MESSAGING_WORDS>
  readonly settings: InOneLanguage<typeof SETTINGS_WORDS>
  readonly faults: InOneLanguage<typeof FAULT_WORDS>
  readonly faultActions: InOneLanguage<typeof FAULT_ACTIONS>
} & { readonly [Kind in keyof typeof FIELD_WORDS]: InOneLanguage<(typeof FIELD_WORDS)[Kind]> } & {
  readonly [Kind in keyof typeof CONTACT_FIELD_WORDS]: InOneLanguage<(typeof CONTACT_FIELD_WORDS)[Kind]>
} & {
  readonly [Kind in keyof typeof WORKFLOW_FIELD_WORDS]: InOneLanguage<(typeof WORKFLOW_FIELD_WORDS)[Kind]>
} & {
  readonly [Kind in keyof typeof SETTINGS_FIELD_WORDS]: InOneLanguage<(typeof SETTINGS_FIELD_WORDS)[Kind]>
} & { readonly [Kind in keyof typeof IMPORT_FIELD_WORDS]: InOneLanguage<(typeof IMPORT_FIELD_WORDS)[Kind]> }

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
    routing: pick(ROUTING_WORDS),
    script: pick(SCRIPT_WORDS),
    recall: pick(RECALL_WORDS),
    imports: pick(IMPORT_WORDS),
    importStates: pick(IMPORT_FIELD_WORDS.importStates),
    verdicts: pick(IMPORT_FIELD_WORDS.verdicts),
    skipReasons: pick(IMPORT_FIELD_WORDS.skipReasons),
    rowProblems: pick(IMPORT_FIELD_WORDS.rowProblems),
    fileProblems: pick(IMPORT_FIELD_WORDS.fileProblems),
    importRefusals: pick(IMPORT_FIELD_WORDS.importRefusals),
    listFields: pick(IMPORT_FIELD_WORDS.listFields),
    messaging: pick(MESSAGING_WORDS),
    settings: pick(SETTINGS_WORDS),
    promptNames: pick(SETTINGS_FIELD_WORDS.promptNames),
    clinicalCategories: pick(SETTINGS_FIELD_WORDS.clinicalCategories),
    textPurposes: pick(SETTINGS_FIELD_WORDS.textPurposes),
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
    workflow: pick(WORKFLOW_WORDS),
    escalationTargets: pick(WORKFLOW_FIELD_WORDS.escalationTargets),
    alertMeans: pick(WORKFLOW_FIELD_WORDS.alertMeans),
    alertFailures: pick(WORKFLOW_FIELD_WORDS.alertFailures),
    acknowledgedBy: pick(WORKFLOW_FIELD_WORDS.acknowledgedBy),
    requestSources: pick(WORKFLOW_FIELD_WORDS.requestSources),
    segments: pick(WORKFLOW_FIELD_WORDS.segments),
    preferredContacts: pick(WORKFLOW_FIELD_WORDS.preferredContacts),
    removalReasons: pick(WORKFLOW_FIELD_WORDS.removalReasons),
    contactFacts: pick(CONTACT_FIELD_WORDS.contactFacts),
    textable: pick(CONTACT_FIELD_WORDS.textable),
    writtenBases: pick(CONTACT_FIELD_WORDS.writtenBases),
    consentRefusals: pick(CONTACT_FIELD_WORDS.consentRefusals),
  }
}

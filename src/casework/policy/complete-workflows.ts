import { LANGUAGES, TRIGGERS, type Language, type Trigger } from '../../domain/follow-up/words.ts'
import type { DocumentRule, Workflow } from '../../domain/policy/policy.ts'
import type { Script, ScriptWords } from '../../domain/policy/script-words.ts'
import { builtInDocument } from './built-in-documents.ts'
import { SCRIPTS_EN } from './built-in-scripts-en.ts'
import { SCRIPTS_ES } from './built-in-scripts-es.ts'
import { BUILT_IN_WORDINGS, type PlainWording } from './built-in-wordings.ts'
import { BUILT_IN_WORKFLOWS } from './built-in-workflows.ts'
import type { ClinicFile } from './schema.ts'
import type { FileWorkflow } from './workflow-schema.ts'

/** A workflow for every trigger: what the file says, and for the rest what is built in. */
export function completeWorkflows(file: ClinicFile['workflows']): Record<Trigger, Workflow> {
  return Object.fromEntries(
    TRIGGERS.map((trigger) => [trigger, completeWorkflow(trigger, file[trigger] ?? {})]),
  ) as Record<Trigger, Workflow>
}

function completeWorkflow(trigger: Trigger, { document, script, ...own }: FileWorkflow): Workflow {
  return {
    ...BUILT_IN_WORKFLOWS[trigger],
    ...own,
    document: document?.map(documentRule) ?? builtInDocument(trigger),
    script: completeScript(trigger, script ?? {}),
  }
}

function documentRule({ outcome, ...what }: NonNullable<FileWorkflow['document']>[number]): DocumentRule {
  return { outcome, what }
}

/** Part by part and language by language; where nothing is built in, the English parts stand for those that the file leaves out. */
function completeScript(trigger: Trigger, own: NonNullable<FileWorkflow['script']>): Script {
  const builtIn: Partial<Record<Language, ScriptWords>> = { en: SCRIPTS_EN[trigger], es: SCRIPTS_ES[trigger] }
  const script: Partial<Record<Language, ScriptWords>> & { en: ScriptWords } = { en: SCRIPTS_EN[trigger] }
  for (const language of LANGUAGES) {
    const words = own[language]
    const base = builtIn[language] ?? (words && SCRIPTS_EN[trigger])
    if (base) script[language] = { ...base, ...words }
  }
  return script
}

/** The file's wordings, and of the built-in ones those that some workflow names and the file does not have. */
export function completeWordings(
  file: Pick<ClinicFile, 'wordings'>,
  workflows: Readonly<Record<Trigger, Workflow>>,
): Readonly<Record<string, PlainWording>> {
  const named = Object.values(workflows).flatMap(({ cadence }) =>
    cadence.flatMap((step) => (step.do === 'text' ? [step.wording] : [])),
  )
  const lent = Object.entries(BUILT_IN_WORDINGS).filter(([id]) => named.includes(id))
  return { ...Object.fromEntries(lent), ...file.wordings }
}

import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../../domain/follow-up/words.ts'
import {
  PROMPT_NAMES,
  type Policy,
  type Prompt,
  type PromptName,
  type Prompts,
  type SpokenWords,
  type Wording,
} from '../../domain/policy/policy.ts'
import type { WEEKDAYS } from '../../domain/time/calendar.ts'
import { OWN_TAKE_CALL } from './built-in-prompts.ts'
import type { PlainWording } from './built-in-wordings.ts'
import { completeWordings, completeWorkflows } from './complete-workflows.ts'
import { withHolidays, type PolicyContent } from './policy-content.ts'
import type { ClinicFile } from './schema.ts'

type FileWords = NonNullable<ClinicFile['prompts'][PromptName]>

/**
 * The policy that a checked clinic file means. Its version, which is stored with every decision made under it, is a hash of what the
 * rules come to: a note or a line break in the file makes no new one, a built-in rule that changed does.
 */
export function assemblePolicy(file: ClinicFile): Policy {
  const rules = rulesOf(file)
  return withHolidays({ ...rules, version: `${file.clinic}:${shortHash(JSON.stringify(rules))}` })
}

function rulesOf(file: ClinicFile): Omit<PolicyContent, 'version'> {
  const workflows = completeWorkflows(file.workflows)
  const [first, ...others] = file.languages
  if (first === undefined) throw new Error('A checked clinic file has at least one language.')
  return {
    clinicId: file.clinic,
    name: file.name,
    spokenName: file.spokenName ?? file.name,
    callbackPhone: file.phone,
    state: file.state,
    openOn: file.holidays.openOn,
    languages: [first, ...others],
    // Two practices may both have a "main" line, so a line is known by its practice too.
    lines: file.lines.map((line) => ({
      ...line,
      id: `${file.clinic}/${line.id}`,
      prompts: linePromptsOf(file, line.prompts ?? {}),
    })),
    calendar: calendarOf(file),
    prompts: promptsOf(file, first),
    oneOffGreetings: Object.fromEntries(
      file.oneOffDays.flatMap(({ date, greeting }) =>
        greeting ? [[date, spokenWords(file, greeting)] as const] : [],
      ),
    ),
    keys: file.keys,
    wordings: Object.fromEntries(
      Object.entries(completeWordings(file, workflows)).map(([id, words]) => [id, wordingOf(id, words)]),
    ),
    workflows,
    persistence: file.persistence,
    texting: file.texting,
    voicemail: file.voicemail,
    repeats: file.repeats,
    callerNames: file.callerNames,
    clinical: file.clinical,
    onCall: file.onCall,
  }
}

function calendarOf(file: ClinicFile): PolicyContent['calendar'] {
  const hours = (day: (typeof WEEKDAYS)[number]) => file.hours[day] ?? []
  return {
    zone: file.zone,
    hours: {
      monday: hours('monday'),
      tuesday: hours('tuesday'),
      wednesday: hours('wednesday'),
      thursday: hours('thursday'),
      friday: hours('friday'),
      saturday: hours('saturday'),
      sunday: hours('sunday'),
    },
    oneOffDays: Object.fromEntries(
      file.oneOffDays.map(({ date, hours: blocks, reason }) => [date, { blocks, reason }]),
    ),
  }
}

/** Every prompt of the product: those a practice may leave out are built in, silent, or say what callers hear when it is closed. */
function promptsOf(file: ClinicFile, first: Language): Prompts {
  const { closed } = file.prompts
  const ownTakeCall = OWN_TAKE_CALL[first]
  const given = {
    ...file.prompts,
    lunch: file.prompts.lunch ?? closed,
    holiday: file.prompts.holiday ?? closed,
    takeCall: {
      ...(ownTakeCall === undefined ? {} : { [first]: { text: ownTakeCall } }),
      ...file.prompts.takeCall,
    },
  }
  const prompts: Partial<Record<PromptName, SpokenWords>> = {}
  for (const name of PROMPT_NAMES) prompts[name] = spokenWords(file, given[name] ?? {})
  return prompts as Prompts
}

/** Where lunch or a holiday sounds like closed at the practice, a line's own closed words stand for them too. */
function linePromptsOf(file: ClinicFile, own: ClinicFile['prompts']): Partial<Prompts> {
  const given = {
    ...own,
    lunch: file.prompts.lunch ? own.lunch : { ...own.closed, ...own.lunch },
    holiday: file.prompts.holiday ? own.holiday : { ...own.closed, ...own.holiday },
  }
  const prompts: Partial<Record<PromptName, SpokenWords>> = {}
  for (const name of PROMPT_NAMES) {
    const words = spokenWords(file, given[name] ?? {})
    if (Object.keys(words).length > 0) prompts[name] = words
  }
  return prompts
}

function spokenWords(file: ClinicFile, words: FileWords): SpokenWords {
  const practice = file.spokenName ?? file.name
  const spoken: Partial<Record<Language, Prompt>> = {}
  for (const language of LANGUAGES) {
    const prompt = words[language]
    if (prompt) spoken[language] = { ...prompt, text: (prompt.text ?? '').replaceAll('{practice}', practice) }
  }
  return spoken
}

function wordingOf(id: string, words: PlainWording): Wording {
  const texts: Partial<Record<Language, { text: string; version: string }>> = {}
  for (const language of LANGUAGES) {
    const text = words[language]
    if (text !== undefined) texts[language] = { text, version: shortHash(text) }
  }
  return { id, purpose: words.purpose, texts }
}

/** Twelve hexadecimal digits: two texts of one practice with the same ones will not be met. */
function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12)
}

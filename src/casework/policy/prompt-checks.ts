import { speechOf } from '../../domain/calling/languages.ts'
import { TAKE_CALL_KEY } from '../../domain/calling/call-flow.ts'
import { LANGUAGES, type Language } from '../../domain/follow-up/words.ts'
import { PROMPT_NAMES, type PromptName } from '../../domain/policy/policy.ts'
import { OWN_TAKE_CALL } from './built-in-prompts.ts'
import { missingLanguage, type Mistake, type Path } from './problems.ts'
import type { ClinicFile, ReadSections } from './schema.ts'

type FilePrompts = ClinicFile['prompts']
type FilePrompt = NonNullable<NonNullable<FilePrompts[PromptName]>[Language]>

/** Mistakes in what callers hear: the practice's prompts, those of a line and the greetings of single days. */
export function promptMistakes(file: ReadSections): Mistake[] {
  const { prompts, lines = [], oneOffDays = [] } = file
  return [
    ...missingPrompts(file),
    ...(prompts ? wordMistakes(['prompts'], prompts, file) : []),
    ...lines.flatMap((line, index) => {
      const path = ['lines', index, 'prompts']
      return line.prompts
        ? [...wordMistakes(path, line.prompts, file), ...unspoken(path, line.prompts, file)]
        : []
    }),
    ...oneOffDays.flatMap(({ greeting }, index) => {
      const path = ['oneOffDays', index]
      if (!greeting) return []
      const absent = (file.languages ?? []).filter((language) => !greeting[language])
      return [
        ...absent.map((language) => missingLanguage([...path, 'greeting', language], language)),
        ...voiceMistakes([...path, 'greeting'], greeting),
        ...unspoken(path, { greeting }, file),
      ]
    }),
  ]
}

/** Without lunch or holiday words callers hear the closed ones; only a line that rings phones needs words while connecting. */
function neededPrompts({ lines = [] }: ReadSections): readonly PromptName[] {
  const rings = lines.some((line) => line.connect.kind === 'front')
  const spare: readonly PromptName[] = [
    'lunch',
    'holiday',
    'languageOffer',
    'takeCall',
    ...(rings ? [] : (['connecting'] as const)),
  ]
  return PROMPT_NAMES.filter((name) => !spare.includes(name))
}

function missingPrompts(file: ReadSections): Mistake[] {
  const { prompts, languages } = file
  if (!prompts || !languages) return []
  const mistakes: Mistake[] = []
  const needed = neededPrompts(file)
  for (const name of PROMPT_NAMES) {
    const prompt = prompts[name]
    // The practice's own people hear this one, in the first language only.
    if (name === 'takeCall' || (!prompt && !needed.includes(name))) continue
    for (const language of name === 'languageOffer' ? languages.slice(1) : languages) {
      if (!prompt?.[language]) mistakes.push(missingLanguage(['prompts', name, language], language))
    }
  }
  const [first] = languages
  const asks = file.lines?.some(({ connect }) => connect.kind === 'front' && connect.pressToTake)
  if (asks && first && !prompts.takeCall?.[first] && !OWN_TAKE_CALL[first])
    mistakes.push(missingLanguage(['prompts', 'takeCall', first], first))
  return mistakes
}

/** What prompts must say, wherever they stand in the file. A recording is known by the text beside it. */
function wordMistakes(path: Path, prompts: FilePrompts, { keys }: ReadSections): Mistake[] {
  const mistakes: Mistake[] = []
  for (const name of PROMPT_NAMES) {
    mistakes.push(...voiceMistakes([...path, name], prompts[name] ?? {}))
    for (const language of LANGUAGES) {
      const words = prompts[name]?.[language]
      const expected = words && missingWords(name, language, words.text ?? '', keys)
      if (expected !== undefined) mistakes.push({ path: [...path, name, language], at: 'value', expected })
    }
  }
  return mistakes
}

/** What the text of a prompt should have said and does not. */
function missingWords(
  name: PromptName,
  language: Language,
  text: string,
  keys: ReadSections['keys'],
): string | undefined {
  if (name === 'emergency') return text.includes('911') ? undefined : 'words that say to dial 911'
  const key: Partial<Record<PromptName, string | undefined>> = {
    consentAsk: keys?.agreeToText,
    languageOffer: keys?.languages[language],
    takeCall: TAKE_CALL_KEY,
  }
  const named = key[name]
  const keysInText: readonly string[] = text.match(/\d+|[*#]/g) ?? []
  return named === undefined || keysInText.includes(named) ? undefined : `words that name the key ${named}`
}

function voiceMistakes(path: Path, words: NonNullable<FilePrompts[PromptName]>): Mistake[] {
  return LANGUAGES.flatMap((language): Mistake[] => {
    const prompt = words[language]
    return prompt ? unheard([...path, language], prompt, language) : []
  })
}

/** A prompt that no caller would hear. */
function unheard(path: Path, prompt: FilePrompt, language: Language): Mistake[] {
  if (speechOf(language) === null) {
    const expected = `a recording, because the carrier has no voice for ${language}: { text: ..., recording: https://... }`
    return prompt.recording === undefined ? [{ path, at: 'value', expected }] : []
  }
  return prompt.text === undefined ? [{ path: [...path, 'text'], at: 'value', expected: 'words' }] : []
}

/** Words in a language that the practice does not speak: nobody would ever hear them. */
function unspoken(
  path: Path,
  prompts: Readonly<Record<string, NonNullable<FilePrompts[PromptName]>>>,
  { languages }: ReadSections,
): Mistake[] {
  if (!languages) return []
  return Object.entries(prompts).flatMap(([name, words]) =>
    LANGUAGES.filter((language) => words[language] && !languages.includes(language)).map(
      (language): Mistake => ({
        path: [...path, name, language],
        at: 'name',
        found: `the language ${language}`,
        expected: `one that the practice speaks: ${languages.join(', ')}`,
      }),
    ),
  )
}

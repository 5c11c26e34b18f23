import { LANGUAGES, PAGE_LANGUAGES, type Language } from '../../domain/follow-up/words.ts'
import { lintSpoken } from '../../domain/texting/spoken-lint.ts'
import { missingLanguage, type Mistake, type Path } from './problems.ts'
import type { ReadSections } from './schema.ts'
import type { FileWorkflow } from './workflow-schema.ts'

type FileScript = NonNullable<FileWorkflow['script']>
type FileWords = NonNullable<FileScript[Language]>

/**
 * Mistakes in what staff say to the person they call, as far as the file has words of its own. They may be in any language: staff may
 * speak one that the greetings do not offer.
 */
export function scriptMistakes(path: Path, script: FileScript, { languages }: ReadSections): Mistake[] {
  return LANGUAGES.flatMap((language) => {
    const words = script[language]
    if (!words) return []
    const at = [...path, language]
    return [
      ...(isRead(language) ? untranslated(path, script, words, languages ?? []) : []),
      ...fieldMistakes(at, words),
      ...spokenMistakes(at, words, language),
      ...clinicalBranch(at, words),
    ]
  })
}

/** What is changed in English must be changed in Spanish too, or the callers of one language get other answers. */
function untranslated(
  path: Path,
  script: FileScript,
  words: FileWords,
  languages: readonly Language[],
): Mistake[] {
  return PAGE_LANGUAGES.filter((language) => languages.includes(language)).flatMap((language) =>
    Object.keys(words)
      .filter((part) => script[language]?.[part as keyof FileWords] === undefined)
      .map((part) => missingLanguage([...path, language, part], language)),
  )
}

function isRead(language: Language): boolean {
  return PAGE_LANGUAGES.some((read) => read === language)
}

const FIELDS = /\{[^{}]*\}?|\}/gu

/** Fields that nothing is filled in for. */
function fieldMistakes(path: Path, words: FileWords): Mistake[] {
  return textsOf(path, words).flatMap(({ path: at, text }) =>
    [...text.matchAll(FIELDS)]
      .filter(([field]) => field !== '{practice}' && field !== '{phone}')
      .map(([field]): Mistake => ({
        path: at,
        at: 'value',
        found: `"${field}"`,
        expected: 'no fields but {practice} and {phone}',
      })),
  )
}

/** Every text of a script with its place. */
function textsOf(path: Path, value: unknown): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return parts.flatMap(([name, part]) => textsOf([...path, name], part))
}

/** What is said before anybody is known, and what is left on a mailbox, must be as generic as a text. */
function spokenMistakes(path: Path, { opening, voicemail }: FileWords, language: Language): Mistake[] {
  const parts = [
    { name: 'opening', text: opening, fields: ['practice'] },
    { name: 'voicemail', text: voicemail, fields: ['practice', 'phone'] },
  ] as const
  return parts.flatMap(({ name, text, fields }) =>
    text === undefined
      ? []
      : lintSpoken(text, fields, language)
          // A field that nobody fills in is told with the others.
          .filter(({ rule }) => rule !== 'unknown-field')
          .map(({ rule, found, fix }): Mistake => ({
            path: [...path, name],
            at: 'value',
            found: found === 'nothing' ? found : `"${found}" (${rule})`,
            expected: `other words. ${fix}`,
          })),
  )
}

/** Clinical questions go to licensed staff: every decision tree must say so. */
function clinicalBranch(path: Path, { branches }: FileWords): Mistake[] {
  if (!branches || branches.some(({ outcome }) => outcome === 'clinical-question')) return []
  return [
    {
      path: [...path, 'branches'],
      at: 'name',
      found: 'no branch for clinical questions',
      expected: 'one with outcome: clinical-question, so that they go to licensed staff',
    },
  ]
}

import { LANGUAGES, PAGE_LANGUAGES, type Language } from '../../domain/follow-up/words.ts'
import { lintWording } from '../../domain/texting/lint.ts'
import { fillIn, printedPhone } from '../../domain/texting/wording.ts'
import { missingLanguage, type Mistake } from './problems.ts'
import type { ReadSections } from './schema.ts'

/** Mistakes in the texts that may be sent. */
export function wordingMistakes({
  wordings,
  languages,
  name,
  phone,
  lines,
  texting,
}: ReadSections): Mistake[] {
  if (!wordings || !languages) return []
  const mistakes: Mistake[] = []
  for (const [id, wording] of Object.entries(wordings)) {
    for (const language of LANGUAGES) {
      const text = wording[language]
      const path = ['wordings', id, language]
      if (text === undefined) {
        if (needsText(language, languages)) mistakes.push(missingLanguage(path, language))
        continue
      }
      if (name === undefined || phone === undefined) continue
      const values = { practice: name, phone: printedPhone(phone) }
      const needs = {
        practiceName: name,
        phone: values.phone,
        lines: lines?.map((line) => line.phone) ?? [],
        maxChars: texting?.maxChars ?? 160,
        linkDomain: texting?.linkDomain ?? null,
      }
      for (const { rule, found, fix } of lintWording(fillIn(text, values), needs, language)) {
        const quoted = found === 'nothing' ? found : `"${found}"`
        mistakes.push({ path, at: 'value', found: `${quoted} (${rule})`, expected: `another text. ${fix}` })
      }
    }
  }
  return mistakes
}

/** English, Spanish and the first language must be there; whoever speaks another one gets the text in the first. */
function needsText(language: Language, languages: readonly Language[]): boolean {
  return languages.includes(language) && (isRead(language) || language === languages[0])
}

function isRead(language: Language): boolean {
  return PAGE_LANGUAGES.some((read) => read === language)
}

import { LANGUAGES, PAGE_LANGUAGES, type Language } from '../../domain/follow-up/words.ts'
import { lintWording } from '../../domain/texting/lint.ts'
import { fillIn, printedPhone } from '../../domain/texting/wording.ts'
import { completeWordings, completeWorkflows } from './complete-workflows.ts'
import { missingLanguage, type Mistake } from './problems.ts'
import type { ReadSections } from './schema.ts'

/** Mistakes in the texts that may be sent. */
export function wordingMistakes(file: ReadSections): Mistake[] {
  const { wordings, workflows, languages, name, phone, lines, texting } = file
  if (!wordings || !languages) return []
  const mistakes: Mistake[] = []
  const all = workflows ? completeWordings({ wordings }, completeWorkflows(workflows)) : wordings
  for (const [id, wording] of Object.entries(all)) {
    const lent = !Object.hasOwn(wordings, id)
    for (const language of LANGUAGES) {
      const text = wording[language]
      const path = ['wordings', id, language]
      if (text === undefined) {
        if (lent ? isFirstOfUnread(language, languages) : needsText(language, languages))
          mistakes.push(missingLanguage(path, language))
        continue
      }
      if (lent && !languages.includes(language)) continue
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

/** A practice that speaks neither English nor Spanish must write every text itself, those that are built in too. */
function isFirstOfUnread(language: Language, languages: readonly Language[]): boolean {
  return language === languages[0] && !languages.some(isRead)
}

function isRead(language: Language): boolean {
  return PAGE_LANGUAGES.some((read) => read === language)
}

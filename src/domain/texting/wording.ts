import type { Language } from '../follow-up/words.ts'
import type { Policy, TextPurpose } from '../policy/policy.ts'
import type { TextContent } from '../follow-up/events.ts'
import type { LintNeeds } from './lint.ts'

/** The only fields a wording may hold. Anything else could carry what a text must not say. */
type WordingField = 'practice' | 'phone'

/** A text as it would leave, its language, and the version of the approved words it was made from. */
type RenderedText = { readonly text: string; readonly language: Language; readonly version: string }

/**
 * Fills in an approved wording. In a language that it is not written in, the practice's first one is used that it is written in.
 * @throws Error for a wording that the practice does not have: the loader let no rule name one.
 */
export function renderWording(policy: Policy, wordingId: string, language: Language): RenderedText {
  const texts = policy.wordings[wordingId]?.texts
  const written = [language, ...policy.languages].find((one) => texts?.[one] !== undefined)
  const wording = written && texts?.[written]
  if (!wording) {
    throw new Error(
      `The practice ${policy.clinicId} has no wording "${wordingId}": add it to its file under wordings.`,
    )
  }
  return {
    text: fillIn(wording.text, { practice: policy.name, phone: printedPhone(policy.callbackPhone) }),
    language: written,
    version: wording.version,
  }
}

/** In place of a wording's version: nobody approved the words. */
const OWN_WORDS = 'free'

/** What the lint asks of the practice's texts. @param wordingVersion of the text, as `composeText` gives it */
export function lintNeeds(
  { name, callbackPhone, lines, texting }: Policy,
  wordingVersion: string | null,
): LintNeeds {
  return {
    practiceName: name,
    phone: printedPhone(callbackPhone),
    lines: lines.map(({ phone }) => phone),
    maxChars: texting.maxChars,
    linkDomain: texting.linkDomain,
    ownWords: wordingVersion === OWN_WORDS,
  }
}

/** A text as it would leave, with what it is for and where its words come from. */
type ComposedText = {
  readonly body: string
  readonly language: Language
  readonly purpose: TextPurpose | null
  /** `id@version` of an approved wording; `free` for words that a staff member wrote */
  readonly wordingVersion: string
}

/** What a text will say. Words of a staff member's own answer the person's request, so they need consent for that alone. */
export function composeText(policy: Policy, content: TextContent, language: Language): ComposedText {
  if ('words' in content)
    return { body: content.words, language, purpose: 'callback', wordingVersion: OWN_WORDS }
  const { text, version, language: written } = renderWording(policy, content.wording, language)
  return {
    body: text,
    language: written,
    purpose: policy.wordings[content.wording]?.purpose ?? null,
    wordingVersion: `${content.wording}@${version}`,
  }
}

/** Puts values in place of {practice} and {phone}; other fields stay as they are and fail the lint. */
export function fillIn(template: string, values: Readonly<Record<WordingField, string>>): string {
  return template.replaceAll(/\{(practice|phone)\}/g, (_match, field: WordingField) => values[field])
}

/** `+14155550100` → `(415) 555-0100`, the way US numbers are written; other numbers stay E.164. */
export function printedPhone(phone: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone)
  return parts ? `(${parts[1] ?? ''}) ${parts[2] ?? ''}-${parts[3] ?? ''}` : phone
}

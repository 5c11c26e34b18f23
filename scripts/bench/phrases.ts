import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClinicalClass } from '../../src/domain/clinical/reading.ts'

/** A labelled phrase. `any` is clinical of unknown urgency, as some collections label it. */
export type Phrase = {
  readonly text: string
  readonly label: ClinicalClass | 'any'
  readonly language: string
  readonly file: string
}

const OWN = new URL('../../test/domain/clinical/phrases/', import.meta.url)
/** Our own phrases: those the rules were mended and the second net was taught with, and those written afterwards. */
export const BUILT_ON: readonly string[] = filesIn('built-on')
export const HELD_OUT: readonly string[] = filesIn('held-out')

const LINE = /^([a-z]{2}) (none|clinical|urgent): (.+)$/
/** What other collections call the same. */
const LABELS: Readonly<Record<string, Phrase['label']>> = {
  none: 'none',
  admin: 'none',
  other: 'none',
  clinical: 'any',
  urgent: 'urgent',
}

/**
 * Reads phrase files: `en clinical: my knee hurts` a line, or a JSON object a line with `text`, `label` (none, admin, other, clinical,
 * urgent) and `lang`.
 * @throws Error naming file and line of a phrase that is written otherwise.
 */
export function readPhrases(files: readonly string[]): Phrase[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [phraseOf(line.trim(), file, index + 1)])),
  )
}

function phraseOf(line: string, file: string, number: number): Phrase {
  const phrase = line.startsWith('{') ? fromJson(line, file) : fromText(line, file)
  if (phrase !== null) return phrase
  throw new Error(
    `${file}, line ${String(number)} is no labelled phrase. Write "en clinical: my knee hurts" (none, clinical or urgent), or a JSON object with text, label and lang.`,
  )
}

function fromText(line: string, file: string): Phrase | null {
  const [, language, label, text] = LINE.exec(line) ?? []
  if (language === undefined || text === undefined) return null
  return { text, label: label as ClinicalClass, language, file }
}

function fromJson(line: string, file: string): Phrase | null {
  const { text, label, lang } = parsed(line)
  const known = typeof label === 'string' && Object.hasOwn(LABELS, label) ? LABELS[label] : undefined
  if (typeof text !== 'string' || known === undefined) return null
  return { text, label: known, language: typeof lang === 'string' ? lang : '?', file }
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return {}
  }
}

function filesIn(folder: string): string[] {
  const place = new URL(`${folder}/`, OWN)
  return readdirSync(place)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, place)))
}

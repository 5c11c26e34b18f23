import { meaning, type Meaning, type Mention } from './mention.ts'
import { createPhraseBook, type PhraseBook } from './phrase-book.ts'
import type { PracticeWords } from './reading.ts'
import { readTokens, type Token } from './tokens.ts'

/** The rule of every word that a practice adds. */
export const PRACTICE_RULE = 'practice'

/** A practice's word list, laid out for reading. */
type Practice = {
  readonly book: PhraseBook<Meaning> | null
  /** words as they are said, and names of rules */
  readonly removed: ReadonlySet<string>
}

const NONE: Practice = { book: null, removed: new Set() }
/** Laid out once for each list, since a practice's words stay the same from text to text. */
const laidOut = new WeakMap<PracticeWords, Practice>()

export function practiceOf(words: PracticeWords | undefined): Practice {
  if (words === undefined) return NONE
  const known = laidOut.get(words)
  if (known !== undefined) return known
  const practice = {
    book: words.add.length === 0 ? null : bookOf(words),
    removed: new Set(words.remove.flatMap((word) => [word, plainWords(word)])),
  }
  laidOut.set(words, practice)
  return practice
}

/** Whether the practice took the words of a mention or its rule out; it cannot take out an emergency. */
export function isRemoved(
  { removed }: Practice,
  { value, from, to }: Mention,
  tokens: readonly Token[],
): boolean {
  if (removed.size === 0 || value.urgent) return false
  if (removed.has(value.rule)) return true
  const said = tokens.slice(from, to + 1).map(({ form }) => form)
  return removed.has(said.join(' '))
}

function bookOf({ add }: PracticeWords): PhraseBook<Meaning> {
  const groups = add.map(({ term, category, urgent }) => ({
    terms: plainWords(term),
    value: meaning({ rule: PRACTICE_RULE, category, ...(urgent === true ? { urgent } : {}) }),
  }))
  return createPhraseBook<Meaning>(groups, {}, new Set())
}

/** A practice writes plain words, without the notation of the lexicon. */
function plainWords(term: string): string {
  return readTokens(term)
    .map(({ form }) => form)
    .join(' ')
}

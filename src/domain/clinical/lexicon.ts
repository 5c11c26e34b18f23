import type { Category } from './reading.ts'
import type { WordClasses } from './phrase-book.ts'

/**
 * A named group of terms, in the notation of `phrase-book.ts`. Data only: a rule says what the words are, not what to
 * do about them.
 */
export type LexiconRule = {
  /** Shown to the person who checks; stable, since stored readings carry it. */
  readonly rule: string
  readonly category: Category
  /** An emergency: calls the on-call contact, and no practice can switch it off. */
  readonly urgent?: true
  /** A mere mention of a body part: it falls with a negated complaint about the same part. */
  readonly weak?: true
  /** What the body does: here "no" is the complaint ("no bowel movement"), so it takes nothing back. */
  readonly function?: true
  readonly terms: string
}

export type Lexicon = {
  /** Changes whenever a word changes, so that old items can be read again. */
  readonly version: string
  readonly classes: WordClasses
  readonly rules: readonly LexiconRule[]
  /** Everyday or office uses of listed words; they cover a mention only when it lies wholly inside. */
  readonly administrative: string
  /** Words that look like misspellings of listed ones. */
  readonly realWords: string
}

import type { LexiconRule } from './lexicon.ts'
import type { PhraseHit } from './phrase-book.ts'
import type { Category } from './reading.ts'

/** What a term of the book stands for. */
export type Meaning =
  | { kind: 'administrative' }
  /** trouble only beside a part of the body, but "no" takes it back alone as well: "the ankle, no redness" */
  | { kind: 'trouble' }
  | { kind: 'clinical'; rule: string; category: Category; urgent: boolean; weak: boolean; firm: boolean }

/** Words that stand for something clinical, by position in the list of words. */
export type Mention = PhraseHit<Meaning & { kind: 'clinical' }>

export const ADMINISTRATIVE: Meaning = { kind: 'administrative' }
export const TROUBLE: Meaning = { kind: 'trouble' }

/** Kinds of mention that "no" does not take back: "I have no insulin" and "no results yet" need a nurse. */
const UNDENIABLE: ReadonlySet<Category> = new Set(['medication', 'test-result', 'treatment'])

export function meaning(listed: Omit<LexiconRule, 'terms'>): Mention['value'] {
  const { rule, category, urgent = false, weak = false } = listed
  const firm = listed.function === true || (!urgent && UNDENIABLE.has(category))
  return { kind: 'clinical', rule, category, urgent, weak, firm }
}

export function isClinical(hit: PhraseHit<Meaning>): hit is Mention {
  return hit.value.kind === 'clinical'
}

/** Whether a plain "no" can take the mention back, and carry on to the next one in a list. */
export function isDeniable({ value }: Mention): boolean {
  return !value.weak && !value.firm
}

/** The positions of the words of a mention. */
export function positions({ from, to }: Pick<Mention, 'from' | 'to'>): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

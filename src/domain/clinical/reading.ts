/** What a text holds, in order of weight. */
export type ClinicalClass = 'none' | 'clinical' | 'urgent'

export type Category =
  | 'symptom'
  | 'medication'
  | 'test-result'
  | 'treatment'
  | 'pregnancy'
  | 'mental-health'
  | 'injury'
  | 'urgent-language'

/** The statistical reading beside the rules: its own kind and its own rule, since it knows no other. */
export const SECOND_NET_RULE = 'second-net'

/** Words that made a text clinical. `start` and `end` (exclusive) are offsets into the text as given. */
export type ClinicalSpan = {
  start: number
  end: number
  category: Category | typeof SECOND_NET_RULE
  /** The lexicon rule that found it, `practice` for a word the practice added, or `second-net`. */
  rule: string
  urgent: boolean
}

/** Words that would have counted, and why they did not. */
export type DiscountedSpan = ClinicalSpan & { why: 'negated' | 'administrative' }

export type ClinicalReading = {
  class: ClinicalClass
  /** What counted, in order of place; a mention inside a longer one of the same weight is left out. */
  spans: ClinicalSpan[]
  discounted: DiscountedSpan[]
  /** Which word lists read the text. */
  lexicon: string
}

/** What a practice adds to the word lists and takes from them. */
export type PracticeWords = {
  add: { term: string; category: Category; urgent?: boolean }[]
  /** Words as they matched ("tooth cleaning"), or a rule's name. Emergencies stay whatever is named here. */
  remove: string[]
}

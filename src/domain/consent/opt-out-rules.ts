import { ABOUT_ELSE, ABOUT_TEXTS, NO_REQUEST, WANTS_TEXTS } from './opt-out-exceptions.ts'
import { createGrammar, literalsIn, type RuleGroup } from './opt-out-grammar.ts'
import { LEXICON, REAL_WORDS, THUMBED } from './opt-out-lexicon.ts'
import { COMPLAINTS_EN, REQUESTS_ABOUT_TEXTS_EN, REQUESTS_EN } from './opt-out-rules-en.ts'
import { COMPLAINTS_ES, REQUESTS_ABOUT_TEXTS_ES, REQUESTS_ES, SHARED_ES } from './opt-out-rules-es.ts'
import { SHARED_EN } from './opt-out-rules-shared.ts'
import { SHARED_WRONG, WRONG_NUMBER } from './opt-out-rules-wrong-number.ts'
import { createSlips } from './opt-out-slips.ts'
import { createVocabulary } from './opt-out-vocabulary.ts'

/** What the fit of a rule says about the message it is found in. */
export type Meaning =
  | 'request'
  /** a request, where the message is about texts and about nothing else: "turn it off" */
  | 'request-about-texts'
  /** no order; a wrong number in the same message says more */
  | 'complaint'
  | 'wrong-number'
  /** what begins in here asks for nothing */
  | 'nothing'
  /** the sender wants texts to come, so nothing in the message ends them */
  | 'wants-texts'
  | 'about-texts'
  | 'about-else'

const SHARED = { ...SHARED_EN, ...SHARED_ES, ...SHARED_WRONG }

const RULES: readonly RuleGroup<Meaning>[] = [
  { value: 'request', rules: [REQUESTS_EN, REQUESTS_ES].join('\n') },
  { value: 'request-about-texts', rules: [REQUESTS_ABOUT_TEXTS_EN, REQUESTS_ABOUT_TEXTS_ES].join('\n') },
  { value: 'complaint', rules: [COMPLAINTS_EN, COMPLAINTS_ES].join('\n') },
  { value: 'wrong-number', rules: WRONG_NUMBER },
  { value: 'nothing', rules: NO_REQUEST },
  { value: 'wants-texts', rules: WANTS_TEXTS },
  { value: 'about-texts', rules: ABOUT_TEXTS },
  { value: 'about-else', rules: ABOUT_ELSE },
]

const realWords = new Set(REAL_WORDS.trim().split(/\s+/))

export const VOCABULARY = createVocabulary(
  LEXICON,
  literalsIn([...RULES.map(({ rules }) => rules), ...Object.values(SHARED)]),
  { realWords, slips: createSlips(THUMBED.trim().split(/\s+/), realWords) },
)

export const GRAMMAR = createGrammar<Meaning>(VOCABULARY, SHARED, RULES)

import { foldWord, readTokens, type Token } from '../clinical/tokens.ts'
import { COURTESIES, FILLER_PAIRS, FILLERS, HESITATIONS } from './opt-out-keywords.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldWord))

const SOUNDS = set(HESITATIONS)
const FILLER_WORDS = set(FILLERS)
const PAIRS = new Set(FILLER_PAIRS)
const COURTEOUS = set(COURTESIES)

const HELD_LETTER = /([a-z])\1\1/
const HELD_LETTERS = /([a-z])\1{2,}/g

/** After these a full stop ends no sentence. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'sr', 'sra'])

/** The words of a text without hesitations, and with letters held for emphasis ("stoppp") as written otherwise. */
export function readWords(text: string): Token[] {
  const words: Token[] = []
  for (const token of withNumberSigns(text, readTokens(text))) {
    const form = HELD_LETTER.test(token.form) ? token.form.replaceAll(HELD_LETTERS, '$1') : token.form
    if (!SOUNDS.has(form)) words.push(form === token.form ? token : { ...token, form })
    else pauseAfterLast(words, token.pause)
  }
  return words
}

/** "Wrong #" says number; "#5" does not. "Mr." ends no sentence. */
function withNumberSigns(text: string, tokens: readonly Token[]): Token[] {
  const words: Token[] = []
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    const gap = text.slice(token.end, next?.start)
    const sign = gap.indexOf('#')
    if (sign === -1 || (next !== undefined && sign === gap.length - 1)) {
      words.push(TITLES.has(token.form) && gap.startsWith('.') ? { ...token, pause: 'none' } : token)
      return
    }
    const start = token.end + sign
    words.push({ ...token, pause: 'none' }, { form: 'number', start, end: start + 1, pause: token.pause })
  })
  return words
}

/** The words that a sentence is understood by: without greetings, swear words and the like, wherever they stand. */
export function meaningWords(tokens: readonly Token[]): Token[] {
  const words: Token[] = []
  tokens.forEach((token, at) => {
    if (!isFiller(tokens, at)) words.push(token)
    else pauseAfterLast(words, token.pause)
  })
  return words
}

/** Whether a word changes nothing about a keyword beside it: "please STOP now". */
export function isCourtesy({ form }: Token): boolean {
  return COURTEOUS.has(form)
}

function isFiller(tokens: readonly Token[], at: number): boolean {
  const form = tokens[at]?.form ?? ''
  const next = tokens[at + 1]
  // "These please stop": only the courtesy shows that this is an order.
  if (form === 'please' && (next?.form === 'stop' || next?.form === 'quit')) {
    return next.pause === 'none' && at + 2 < tokens.length
  }
  if (FILLER_WORDS.has(form)) return true
  return PAIRS.has(`${form} ${next?.form ?? ''}`) || PAIRS.has(`${tokens[at - 1]?.form ?? ''} ${form}`)
}

function pauseAfterLast(words: Token[], pause: Token['pause']): void {
  const last = words.at(-1)
  if (last === undefined || pause === 'none' || last.pause === 'stop') return
  words[words.length - 1] = { ...last, pause }
}

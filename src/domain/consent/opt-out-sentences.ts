import type { Token } from '../clinical/tokens.ts'
import { findRules, type RuleHit } from './opt-out-grammar.ts'
import { GRAMMAR, VOCABULARY, type Meaning } from './opt-out-rules.ts'
import { marksOf, scoreOf, type Score } from './opt-out-scorecard.ts'
import type { Known } from './opt-out-vocabulary.ts'
import { WEIGHTS } from './opt-out-weights.ts'
import { meaningWords } from './opt-out-words.ts'

/** What sentences ask for, and where: offsets into the text, end exclusive. */
export type Wish = { readonly kind: 'natural' | 'wrong-number'; readonly start: number; readonly end: number }

/**
 * Logarithms of odds, chosen on replies that nobody had learned from: of those where no rule fits, three in four that
 * score SURE are requests; of those where a rule fits by accident, most score below UNLIKELY.
 */
const SURE = 1.5
const UNLIKELY = -2.5

/** Position of the first and the last word, and what the scorecard says of them. */
type Sentence = Score & {
  readonly first: number
  readonly last: number
  readonly denies: boolean
}

/**
 * Reads whether sentences ask for no more texts, or tell of a wrong number. Rules decide, first in the text first; the
 * scorecard speaks up where none fits, and against a rule that fits by accident. A request outweighs a wrong number.
 */
export function readSentences(tokens: readonly Token[]): Wish | null {
  const words = meaningWords(tokens)
  const known = words.map(({ form }) => VOCABULARY.look(form))
  const hits = findRules(GRAMMAR, words, known)
  const said = new Set(hits.map(({ value }) => value))
  if (said.has('wants-texts')) return null

  const sentences = readScores(words, known)
  const excused = excusedWords(hits)
  const isAboutTexts = said.has('about-texts') && !said.has('about-else')
  let wrongNumber: Wish | null = null
  let complaint: Wish | null = null
  for (const { value, from, to } of hits) {
    if (excused.has(from) || isUnlikely(sentences, from)) continue
    const place = { start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 }
    if (value === 'request' || (value === 'request-about-texts' && isAboutTexts)) {
      return { kind: 'natural', ...place }
    }
    if (value === 'wrong-number') wrongNumber ??= { kind: 'wrong-number', ...place }
    if (value === 'complaint') complaint ??= { kind: 'natural', ...place }
  }
  return (
    wrongNumber ??
    complaint ??
    likeliest(
      words,
      sentences.filter((sentence) => !isExcused(sentence, hits)),
    )
  )
}

function excusedWords(hits: readonly RuleHit<Meaning>[]): ReadonlySet<number> {
  const words = new Set<number>()
  for (const { value, from, to } of hits) {
    if (value !== 'nothing') continue
    for (let at = from; at <= to; at += 1) words.add(at)
  }
  return words
}

function isExcused({ first, last }: Sentence, hits: readonly RuleHit<Meaning>[]): boolean {
  return hits.some(({ value, from }) => value === 'nothing' && from >= first && from <= last)
}

function readScores(words: readonly Token[], known: readonly Known[]): Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  words.forEach(({ pause }, last) => {
    if (pause !== 'stop' && last + 1 < words.length) return
    const own = known.slice(first, last + 1)
    const score = scoreOf(WEIGHTS, marksOf(words.slice(first, last + 1), own))
    // Without a word that ends, refuses or denies something, a sentence does none of it, however it sounds.
    const denies = own.some(({ classes }) => classes.has('DENIAL'))
    sentences.push({ first, last, denies, ...score })
    first = last + 1
  })
  return sentences
}

function isUnlikely(sentences: readonly Sentence[], word: number): boolean {
  const sentence = sentences.find(({ last }) => word <= last)
  return sentence !== undefined && best(sentence) < UNLIKELY
}

function likeliest(words: readonly Token[], sentences: readonly Sentence[]): Wish | null {
  const sure = sentences.filter((sentence) => sentence.denies && best(sentence) >= SURE)
  const sentence = sure.reduce<Sentence | null>((a, b) => (a !== null && best(a) >= best(b) ? a : b), null)
  if (sentence === null) return null
  return {
    kind: sentence.request >= sentence.wrongNumber ? 'natural' : 'wrong-number',
    start: words[sentence.first]?.start ?? 0,
    end: words[sentence.last]?.end ?? 0,
  }
}

const best = ({ request, wrongNumber }: Score): number => Math.max(request, wrongNumber)

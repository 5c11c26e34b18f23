import { SECOND_NET } from './second-net-weights.ts'
import type { Token } from './tokens.ts'

/**
 * What the second net adds to the rules: a linear reading of words, pairs of words and runs of three to five letters, whose weights
 * `scripts/train-clinical.ts` learns from labelled phrases. It is asked only where no rule spoke, and can only raise to clinical.
 */
export type NetWeights = {
  /** what each word counts to begin with; below zero, so that plain talk stays below the line */
  readonly perWord: number
  readonly words: ReadonlyMap<string, number>
  /** by the first word of the pair, then the second; `^` stands for the beginning */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** `^` and `$` mark the ends of the word */
  readonly runs: ReadonlyMap<string, number>
}

/** The strongest stretch of a text by its weights, with word positions, `to` inclusive. */
type Stretch = { readonly score: number; readonly from: number; readonly to: number }

/** A word that spoke for the stretch, from the word before when the pair did. */
type Voice = { readonly from: number; readonly to: number; readonly weight: number }

const SHORTEST_RUN = 3
const LONGEST_RUN = 5
/** Shorter words are known by themselves only. */
const SHORTEST_CUT = 4
/** All numbers are one word. */
const NUMBER = '#'
export const START = '^'
const FIGURES = /^\d+$/
/** So many voices are named to the person who checks, the loudest first. */
const MOST_VOICES = 4

const WEIGHTS: NetWeights = readWeights(SECOND_NET.perWord, SECOND_NET.weights)
/** What the words seen before count; see `MOST_WORDS` in `phrase-book.ts`. */
const counted = new Map<string, WordWeights>()
const MOST_COUNTED = 20_000

/** What a word counts by itself, and with the word after it. */
type WordWeights = { readonly alone: number; readonly before: ReadonlyMap<string, number> | undefined }

/** @param isMasked words that were discounted or that the practice took out: they must not come back in by this door. */
export function secondReading(tokens: readonly Token[], isMasked: (at: number) => boolean): readonly Voice[] {
  const words = tokens.map(({ form }, at) => (isMasked(at) ? null : netWord(form)))
  const { score, from, to } = strongestStretch(words, WEIGHTS)
  return score < SECOND_NET.line ? [] : voices(words, from, to)
}

export function netWord(form: string): string {
  return FIGURES.test(form) ? NUMBER : form
}

/**
 * The run of words with the highest sum. More words around it never lower it (they only offer more runs), and it is found in one pass.
 * @param words null for a word that does not count and ends a run of pairs.
 */
export function strongestStretch(words: readonly (string | null)[], weights: NetWeights): Stretch {
  let best: Stretch = { score: -Infinity, from: 0, to: -1 }
  let score = 0
  let from = 0
  for (let to = 0; to < words.length; to += 1) {
    if (score <= 0) {
      score = 0
      from = to
    }
    score += weightAt(words, to, weights)
    if (score > best.score) best = { score, from, to }
  }
  return best
}

function weightAt(words: readonly (string | null)[], at: number, weights: NetWeights): number {
  const word = words[at] ?? null
  if (word === null) return 0
  return wordWeights(word, weights).alone + pairWeight(words, at, weights)
}

function pairWeight(words: readonly (string | null)[], at: number, weights: NetWeights): number {
  const before = at === 0 ? START : words[at - 1]
  const word = words[at]
  if (before === null || before === undefined || word === null || word === undefined) return 0
  return wordWeights(before, weights).before?.get(word) ?? 0
}

function wordWeights(word: string, weights: NetWeights): WordWeights {
  const known = weights === WEIGHTS ? counted.get(word) : undefined
  if (known !== undefined) return known
  const found = { alone: sumOfWord(word, weights), before: weights.pairs.get(word) }
  if (weights !== WEIGHTS) return found
  if (counted.size >= MOST_COUNTED) counted.clear()
  counted.set(word, found)
  return found
}

function sumOfWord(word: string, { perWord, words, runs }: NetWeights): number {
  let sum = perWord + (words.get(word) ?? 0)
  for (const run of runsOf(word)) sum += runs.get(run) ?? 0
  return sum
}

/** The runs of letters of a word, its ends marked: `cough` → `^co`, `cou`, … `gh$`. */
export function runsOf(word: string): string[] {
  if (word.length < SHORTEST_CUT || word === NUMBER) return []
  const marked = `^${word}$`
  const runs: string[] = []
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) runs.push(marked.slice(at, at + length))
  return runs
}

/** What spoke loudest within the stretch, in order of place. */
function voices(words: readonly (string | null)[], from: number, to: number): Voice[] {
  const all: Voice[] = []
  for (let at = from; at <= to; at += 1) {
    const word = words[at] ?? null
    if (word === null) continue
    const pair = pairWeight(words, at, WEIGHTS)
    const isPair = at > from && pair > 0
    all.push({ from: isPair ? at - 1 : at, to: at, weight: wordWeights(word, WEIGHTS).alone + pair })
  }
  const loudest = all.sort((a, b) => b.weight - a.weight).slice(0, MOST_VOICES)
  return loudest.filter(({ weight }, index) => index === 0 || weight > 0).sort((a, b) => a.from - b.from)
}

/** Reads weights as `train-clinical.ts` writes them: `word=12;first second=-3;~run=5`, in hundredths. */
export function readWeights(perWord: number, written: string): NetWeights {
  const words = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  const runs = new Map<string, number>()
  for (const entry of written.split(/[;\n]+/)) {
    const cut = entry.lastIndexOf('=')
    if (cut === -1) continue
    const name = entry.slice(0, cut)
    const weight = Number(entry.slice(cut + 1)) / 100
    const space = name.indexOf(' ')
    if (name.startsWith('~')) runs.set(name.slice(1), weight)
    else if (space === -1) words.set(name, weight)
    else {
      const first = name.slice(0, space)
      const following = pairs.get(first) ?? new Map<string, number>()
      pairs.set(first, following.set(name.slice(space + 1), weight))
    }
  }
  return { perWord, words, pairs, runs }
}

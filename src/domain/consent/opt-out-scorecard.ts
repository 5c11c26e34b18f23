import type { Token } from '../clinical/tokens.ts'
import type { Known } from './opt-out-vocabulary.ts'

/** For each mark of a sentence, how much it speaks for a request and for a wrong number, against anything else. */
export type Weights = ReadonlyMap<string, readonly [request: number, wrongNumber: number]>

/** Logarithms of the odds that a sentence is a request, or tells of a wrong number, against anything else. */
export type Score = { readonly request: number; readonly wrongNumber: number }

const FEW_WORDS = 4
const MANY_WORDS = 15

/** Classes that serve the rules and tell two sentences no better apart than their members do. */
const FOR_RULES_ONLY = new Set(['TOLD', 'NAMES', 'AGAINST', 'BENIGN', 'DENIAL', 'LINK', 'OTHERLIST', 'WHOSE'])
const CLASS = /^[A-Z]/
const DIGITS = /^\d+$/

/**
 * The marks of a sentence: its words and their classes (`stop`, `STOP`), which stand side by side (`STOP>texting`),
 * which begin it (`^STOP`) and end a clause of it (`STOP$`), and its length.
 */
export function marksOf(tokens: readonly Token[], known: readonly Known[]): Set<string> {
  const marks = new Set<string>(['#'])
  const names = known.map(namesOf)
  names.forEach((own, at) => {
    const isLast = at + 1 === names.length || tokens[at]?.pause !== 'none'
    for (const name of own) {
      marks.add(name)
      if (at === 0) marks.add(`^${name}`)
      if (isLast) marks.add(`${name}$`)
      for (const next of names[at + 1] ?? []) marks.add(`${name}>${next}`)
    }
  })
  if (names.length <= FEW_WORDS) marks.add('#short')
  if (names.length >= MANY_WORDS) marks.add('#long')
  return marks
}

/** `?` stands for a word that no list knows, `0` for digits: somebody's number or hour, which says nothing by itself. */
function namesOf({ word, classes }: Known): string[] {
  if (DIGITS.test(word)) return ['0']
  if (classes.size === 0) return [word, '?']
  return [word, ...[...classes].filter((name) => CLASS.test(name) && !FOR_RULES_ONLY.has(name))]
}

export function scoreOf(weights: Weights, marks: Iterable<string>): Score {
  let request = 0
  let wrongNumber = 0
  for (const mark of marks) {
    const weight = weights.get(mark)
    if (weight === undefined) continue
    request += weight[0]
    wrongNumber += weight[1]
  }
  return { request, wrongNumber }
}

import type { Token } from '../clinical/tokens.ts'
import type { Known, Vocabulary } from './opt-out-vocabulary.ts'

/**
 * What a group of rules means, and the rules, one a line:
 *   `stop`         this word                     `STOP`        a word of this class
 *   `[STOP end]`   one of these                  `[^STOP end]` one word that is none of these
 *   `UNKNOWN`      a word of no class            `x?`          may be missing
 *   `STOP~3`       up to three words of this class
 *   `~3`           up to three words of any kind, not across a pause or a conjunction
 *   `~~3`          the same, across commas and conjunctions too
 *   `(a | b c)`    either                        `$name`       the shared rules of that name, either of them
 *   `<` `>`        a clause begins, ends         `<<` `>>`     a pause, or an end of the text
 *   `<<<` `>>>`    the text begins, ends
 *   `(?! a)` `(?<! a)` `(?= a)` `(?<= a)`        not followed by, not right after, followed by, right after
 * Between two words of a rule a comma may stand, but not the end of a sentence.
 */
export type RuleGroup<T> = { readonly value: T; readonly rules: string }
export type Shared = Readonly<Record<string, string>>

/** A place where a rule fits: word positions, `to` inclusive. */
export type RuleHit<T> = { readonly value: T; readonly from: number; readonly to: number }

/**
 * A grammar reads a text as one sign per word, and a rule is a regular expression over these signs. Every repetition in
 * it is bounded, so that reading takes time in step with the length of the text.
 */
export type Grammar<T> = {
  readonly rules: readonly { readonly value: T; readonly expression: RegExp }[]
  readonly signOf: (known: Known) => string
}

/** Signs that stand for no word of a class; those for classes come from Unicode's private use area. */
const COMMA = 'c'
const SENTENCE_END = 's'
const UNKNOWN = 'x'
const FIRST_SIGN = 0xe000

/** The class of the words that join clauses. */
const JOINING = 'JOINING'

const PART = /\(\?<?[!=]|\$[a-z_]+|(?:[A-Z]+|[a-z0-9]+|\[\^?[^\]]+\])(?:~\d)?|~~?\d|<{1,3}|>{1,3}|[()|?]/g

/** The words that rules name themselves. */
export function literalsIn(sources: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const source of sources) {
    for (const part of source.match(/[~$]?[a-z0-9_]+/g) ?? []) if (!/^[~$]/.test(part)) words.add(part)
  }
  return words
}

/**
 * Throws on a rule that names an unknown class or group: the lists are code.
 * @param shared parts that rules have in common, one alternative a line.
 */
export function createGrammar<T>(
  vocabulary: Vocabulary,
  shared: Shared,
  groups: readonly RuleGroup<T>[],
): Grammar<T> {
  const signs = createSigns(vocabulary.sets)
  const compile = (rules: string, isBehind = false): string =>
    `(?:${linesOf(rules)
      .map((line) => compileLine(line, isBehind))
      .join('|')})`
  const compileLine = (line: string, isBehind: boolean): string => {
    // What must not stand before a word is looked for in the same breath: a comma ends the search.
    const behind = [isBehind]
    return (line.match(PART) ?? [])
      .map((part) => {
        if (part.startsWith('(')) behind.push(part.startsWith('(?<') || behind.at(-1) === true)
        if (part === ')') behind.pop()
        return toExpression(part, behind.at(-1) === true)
      })
      .join('')
  }
  const joints = `${COMMA}${SENTENCE_END}${signs.having([JOINING])}`
  const toExpression = (part: string, isBehind: boolean): string => {
    if (part.startsWith('$')) {
      const lines = shared[part.slice(1)]
      if (lines === undefined) throw new Error(`No shared rules are named ${part}.`)
      return compile(lines, isBehind)
    }
    if (part.startsWith('~')) {
      return `(?:[^${part.startsWith('~~') ? SENTENCE_END : joints}]){0,${part.replaceAll('~', '')}}`
    }
    switch (part) {
      case '<<<':
        return '(?<=^)'
      case '>>>':
        return `(?=[${COMMA}${SENTENCE_END}]?$)`
      case '<<':
        return `(?<=^|[${COMMA}${SENTENCE_END}])`
      case '>>':
        return `(?=[${COMMA}${SENTENCE_END}]|$)`
      case '<':
        return `(?<=^|[${joints}])`
      case '>':
        return `(?=[${joints}]|$)`
      case '(':
        return '(?:'
      case ')':
      case '|':
      case '?':
        return part
      default:
        return part.startsWith('(?') ? part : slots(part, isBehind)
    }
  }
  const slots = (part: string, isBehind: boolean): string => {
    const [word = '', most] = part.split('~')
    return most === undefined ? slot(word, isBehind) : `${slot(word, isBehind)}{0,${most}}`
  }
  const slot = (part: string, isBehind: boolean): string => {
    const names = part
      .replaceAll(/[[\]^]/g, '')
      .trim()
      .split(/\s+/)
    const members = signs.having(names)
    const word = part.startsWith('[^') ? `[^${COMMA}${SENTENCE_END}${members}]` : `[${members}]`
    return isBehind ? word : `(?:${word}${COMMA}?)`
  }
  return {
    rules: groups.flatMap(({ value, rules }) =>
      linesOf(rules).map((line) => ({ value, expression: new RegExp(compile(line), 'g') })),
    ),
    signOf: ({ classes }) => signs.of(classes),
  }
}

/** Every place where a rule fits, in the order of the text. @param known what the vocabulary knows of each word. */
export function findRules<T>(
  grammar: Grammar<T>,
  tokens: readonly Token[],
  known: readonly Known[],
): RuleHit<T>[] {
  const wordAt: number[] = []
  let signs = ''
  known.forEach((word, at) => {
    signs += grammar.signOf(word)
    wordAt.push(at)
    const pause = tokens[at]?.pause
    if (pause === 'none') return
    signs += pause === 'comma' ? COMMA : SENTENCE_END
    wordAt.push(at)
  })
  const hits: RuleHit<T>[] = []
  for (const { value, expression } of grammar.rules) {
    expression.lastIndex = 0
    for (let match = expression.exec(signs); match !== null; match = expression.exec(signs)) {
      const { index } = match
      const last = index + match[0].length - 1
      if (last >= index) hits.push({ value, from: wordAt[index] ?? 0, to: wordAt[last] ?? 0 })
      // Rules may overlap themselves: "no, no more texts".
      expression.lastIndex = index + 1
    }
  }
  return hits.sort((a, b) => a.from - b.from || b.to - a.to)
}

type Signs = {
  readonly of: (classes: ReadonlySet<string>) => string
  /** The signs of all words that are in one of these classes. */
  readonly having: (names: readonly string[]) => string
}

/** One sign for each set of classes that some word is in. */
function createSigns(sets: readonly ReadonlySet<string>[]): Signs {
  const signs = new Map<string, string>()
  const signBySet = new Map<ReadonlySet<string>, string>()
  const byName = new Map<string, Set<string>>([['UNKNOWN', new Set([UNKNOWN])]])
  for (const names of sets) {
    const key = [...names].sort().join(' ')
    const sign = signs.get(key) ?? String.fromCharCode(FIRST_SIGN + signs.size)
    signs.set(key, sign)
    signBySet.set(names, sign)
    for (const name of names) {
      const having = byName.get(name)
      if (having === undefined) byName.set(name, new Set([sign]))
      else having.add(sign)
    }
  }
  return {
    of: (classes) => signBySet.get(classes) ?? UNKNOWN,
    having: (names) =>
      names
        .flatMap((name) => {
          const having = byName.get(name)
          if (having === undefined) throw new Error(`No word class is named ${name}.`)
          return [...having]
        })
        .join(''),
  }
}

const linesOf = (rules: string): string[] =>
  rules
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

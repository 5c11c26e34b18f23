import { createSpelling } from '../clinical/spelling.ts'
import { foldWord, type Token } from '../clinical/tokens.ts'

/** Named classes of words. `@OTHER` takes in another class, `*ing` any word that is in no class and ends so. */
export type Lexicon = Readonly<Record<string, string>>

/**
 * What a group of rules means, and the rules, one a line:
 *   `stop`         this word                     `STOP`        a word of this class
 *   `[STOP end]`   one of these                  `[^STOP end]` one word that is none of these
 *   `UNKNOWN`      a word of no class            `x?`          may be missing
 *   `STOP~3`       up to three words of this class
 *   `~3`           up to three words of any kind, not across a pause or a conjunction
 *   `~~3`          the same, across commas and conjunctions too
 *   `(a | b c)`    either                        `$name`       the rules of that name, either of them
 *   `<` `>`        a clause begins, ends         `<<` `>>`     a pause, or an end of the text
 *   `<<<` `>>>`    the text begins, ends
 *   `(?! a)` `(?<! a)` `(?= a)` `(?<= a)`        not followed by, not after, followed by, after
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
  readonly signOf: (form: string) => string
}

/** Signs that stand for no word of a class; those for classes come from Unicode's private use area. */
const COMMA = 'c'
const SENTENCE_END = 's'
const UNKNOWN = 'x'
const SHORTEST_CLIPPED = 4
const FIRST_SIGN = 0xe000

/** The class of the words that join clauses. */
const JOINING = 'JOINING'

const PART = /\(\?<?[!=]|\$[a-z_]+|(?:[A-Z]+|[a-z0-9]+|\[\^?[^\]]+\])(?:~\d)?|~~?\d|<{1,3}|>{1,3}|[()|?]/g

/**
 * Throws on a rule that names an unknown class or group: the lists are code.
 * @param shared parts that rules have in common, one alternative a line.
 * @param realWords words that look like misspellings of listed ones and are not.
 * @param slips mistyped words, and the listed word that each stands for.
 */
export function createGrammar<T>(
  lexicon: Lexicon,
  shared: Shared,
  groups: readonly RuleGroup<T>[],
  { realWords, slips }: { realWords: ReadonlySet<string>; slips: ReadonlyMap<string, string> },
): Grammar<T> {
  const classesOf = new Map<string, Set<string>>()
  const endings = new Map<string, Set<string>>()
  const put = (word: string, name: string): void => {
    if (word.startsWith('*')) addTo(endings, word.slice(1), name)
    else addTo(classesOf, foldWord(word), name)
  }
  for (const name of Object.keys(lexicon)) for (const word of wordsOf(lexicon, name)) put(word, name)
  const sources = [...groups.map(({ rules }) => rules), ...Object.values(shared)]
  for (const part of sources.join('\n').match(/[~$]?[a-z0-9_]+/g) ?? []) {
    if (!/^[~$]/.test(part)) put(part, part)
  }

  const signs = createSigns([...classesOf.values(), ...endings.values()])
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
  const toExpression = (part: string, isBehind: boolean): string => {
    if (part.startsWith('$')) {
      const lines = shared[part.slice(1)]
      if (lines === undefined) throw new Error(`No shared rules are named ${part}.`)
      return compile(lines, isBehind)
    }
    if (part.startsWith('~')) {
      const stops = part.startsWith('~~') ? SENTENCE_END : `${COMMA}${SENTENCE_END}${signs.having([JOINING])}`
      return `(?:[^${stops}]){0,${part.replaceAll('~', '')}}`
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
        return `(?<=^|[${COMMA}${SENTENCE_END}${signs.having([JOINING])}])`
      case '>':
        return `(?=[${COMMA}${SENTENCE_END}${signs.having([JOINING])}]|$)`
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
    const unknown = names.includes('UNKNOWN') ? UNKNOWN : ''
    const members = signs.having(names.filter((name) => name !== 'UNKNOWN')) + unknown
    const word = part.startsWith('[^') ? `[^${COMMA}${SENTENCE_END}${members}]` : `[${members}]`
    return isBehind ? word : `(?:${word}${COMMA}?)`
  }

  const spelling = createSpelling(classesOf.keys(), realWords)
  const meantBy = (form: string): string => {
    // People drop the g: "blowin up my phone".
    if (form.length > SHORTEST_CLIPPED && form.endsWith('in') && classesOf.has(`${form}g`)) return `${form}g`
    return slips.get(form) ?? spelling.wordMeantBy(form) ?? form
  }
  return {
    rules: groups.flatMap(({ value, rules }) =>
      linesOf(rules).map((line) => ({ value, expression: new RegExp(compile(line), 'g') })),
    ),
    signOf: (form) => {
      const meant = classesOf.has(form) ? form : meantBy(form)
      return signs.of(classesOf.get(meant) ?? endingOf(endings, form))
    },
  }
}

/** Every place where a rule fits, in the order of the text. */
export function findRules<T>(grammar: Grammar<T>, tokens: readonly Token[]): RuleHit<T>[] {
  const known = new Map<string, string>()
  const wordAt: number[] = []
  let signs = ''
  tokens.forEach(({ form, pause }, at) => {
    const sign = known.get(form) ?? grammar.signOf(form)
    known.set(form, sign)
    signs += sign
    wordAt.push(at)
    if (pause === 'none') return
    signs += pause === 'comma' ? COMMA : SENTENCE_END
    wordAt.push(at)
  })
  const hits: RuleHit<T>[] = []
  for (const { value, expression } of grammar.rules) {
    expression.lastIndex = 0
    for (let match = expression.exec(signs); match !== null; match = expression.exec(signs)) {
      const { index } = match
      if (match[0] !== '')
        hits.push({ value, from: wordAt[index] ?? 0, to: wordAt[index + match[0].length - 1] ?? 0 })
      // Rules may overlap themselves: "no, no more texts".
      expression.lastIndex = index + 1
    }
  }
  return hits.sort((a, b) => a.from - b.from || b.to - a.to)
}

type Signs = {
  readonly of: (classes: ReadonlySet<string> | undefined) => string
  /** The signs of all words that are in one of these classes. */
  readonly having: (names: readonly string[]) => string
}

/** One sign for each set of classes that some word is in. */
function createSigns(sets: readonly ReadonlySet<string>[]): Signs {
  const signs = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  for (const names of sets) {
    const key = keyOf(names)
    const sign = signs.get(key) ?? String.fromCharCode(FIRST_SIGN + signs.size)
    signs.set(key, sign)
    for (const name of names) addTo(byName, name, sign)
  }
  return {
    of: (classes) => (classes && signs.get(keyOf(classes))) ?? UNKNOWN,
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

const keyOf = (names: ReadonlySet<string>): string => [...names].sort().join(' ')

function* wordsOf(lexicon: Lexicon, name: string): Iterable<string> {
  const words = lexicon[name]
  if (words === undefined) throw new Error(`No word class is named ${name}.`)
  for (const word of words.split(/\s+/)) {
    if (word.startsWith('@')) yield* wordsOf(lexicon, word.slice(1))
    else if (word !== '') yield word
  }
}

/** Endings are three letters long at least and the longest counts, so that "-ings" is not "-ing". */
function endingOf(
  endings: ReadonlyMap<string, ReadonlySet<string>>,
  form: string,
): ReadonlySet<string> | undefined {
  for (let from = 1; from < form.length - 1; from += 1) {
    const classes = endings.get(form.slice(from))
    if (classes !== undefined) return classes
  }
  return undefined
}

const linesOf = (rules: string): string[] =>
  rules
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function addTo(map: Map<string, Set<string>>, key: string, member: string): void {
  const members = map.get(key)
  if (members === undefined) map.set(key, new Set([member]))
  else members.add(member)
}

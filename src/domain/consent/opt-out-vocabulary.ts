import { createSpelling } from '../clinical/spelling.ts'
import { foldWord } from '../clinical/tokens.ts'

/** Named classes of words. `@OTHER` takes in another class, `*ing` any word that is in no class and ends so. */
export type Lexicon = Readonly<Record<string, string>>

/** What is known of a word. */
export type Known = {
  /** the listed word that a mistyped one stands for, the word itself otherwise */
  readonly word: string
  readonly classes: ReadonlySet<string>
}

export type Vocabulary = {
  readonly look: (form: string) => Known
  /** Every set of classes that a word can be in. */
  readonly sets: readonly ReadonlySet<string>[]
}

/** "Pin" is no "ping" without its g. */
const SHORTEST_CLIPPED = 5
const NONE: ReadonlySet<string> = new Set()

/**
 * Throws on a class that takes in an unknown one: the lists are code.
 * @param literals words that rules name; each is a class of its own.
 * @param realWords words that look like misspellings of listed ones and are not.
 * @param slips mistyped words, and the listed word that each stands for.
 */
export function createVocabulary(
  lexicon: Lexicon,
  literals: Iterable<string>,
  { realWords, slips }: { realWords: ReadonlySet<string>; slips: ReadonlyMap<string, string> },
): Vocabulary {
  const classesOf = new Map<string, Set<string>>()
  const endings = new Map<string, Set<string>>()
  for (const name of Object.keys(lexicon)) {
    for (const word of wordsOf(lexicon, name)) {
      if (word.startsWith('*')) addTo(endings, word.slice(1), name)
      else addTo(classesOf, foldWord(word), name)
    }
  }
  for (const word of literals) addTo(classesOf, word, word)

  const spelling = createSpelling(classesOf.keys(), realWords)
  const meantBy = (form: string): string => {
    if (classesOf.has(form)) return form
    // People drop the g: "blowin up my phone".
    if (form.length >= SHORTEST_CLIPPED && form.endsWith('in') && classesOf.has(`${form}g`)) return `${form}g`
    return slips.get(form) ?? spelling.wordMeantBy(form) ?? form
  }
  return {
    look: (form) => {
      const word = meantBy(form)
      return { word, classes: classesOf.get(word) ?? endingOf(endings, form) }
    },
    sets: [...classesOf.values(), ...endings.values()],
  }
}

function* wordsOf(lexicon: Lexicon, name: string): Iterable<string> {
  const words = lexicon[name]
  if (words === undefined) throw new Error(`No word class is named ${name}.`)
  for (const word of words.split(/\s+/)) {
    if (word.startsWith('@')) yield* wordsOf(lexicon, word.slice(1))
    else if (word !== '') yield word
  }
}

/** The longest listed ending counts. */
function endingOf(endings: ReadonlyMap<string, ReadonlySet<string>>, form: string): ReadonlySet<string> {
  for (let from = 1; from < form.length - 1; from += 1) {
    const classes = endings.get(form.slice(from))
    if (classes !== undefined) return classes
  }
  return NONE
}

function addTo(map: Map<string, Set<string>>, key: string, member: string): void {
  const members = map.get(key)
  if (members === undefined) map.set(key, new Set([member]))
  else members.add(member)
}

import type { Token } from './tokens.ts'
import { foldWord } from './tokens.ts'
import { createSpelling, type Spelling, type SpellingRules } from './spelling.ts'

/**
 * Terms are written as words with a few marks, one term per comma or line:
 *   `blood sugar`        these words in this order
 *   `pain|pains`         either word
 *   `the?`               may be missing
 *   `vomit*`, `*itis`    words that begin or end so
 *   `@body`              a word of the named class
 *   `_3`                 up to three words of any kind
 * A line may break after `|`.
 */
export type TermGroup<T> = { readonly terms: string; readonly value: T }
export type WordClasses = Readonly<Record<string, string>>

/**
 * A place where a term was found: word positions, `to` inclusive. `gapped` when words of any kind lie inside; `loose`
 * when the term would allow them, although here there may be none.
 */
export type PhraseHit<T> = {
  readonly value: T
  readonly from: number
  readonly to: number
  readonly gapped: boolean
  readonly loose: boolean
}

type Place<T> = {
  readonly next: Map<number, Place<T>>
  any: Place<T> | null
  /** What ends here, and whether every term that does is loose. */
  readonly ends: Map<T, boolean>
  readonly gapped: boolean
}

/** Terms laid out as a tree of words, so that a text is read once however many terms there are. */
export type PhraseBook<T> = {
  readonly root: Place<T>
  /** Which slots of the tree a word fits. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly beginnings: ReadonlyMap<string, readonly number[]>
  readonly endings: ReadonlyMap<string, readonly number[]>
  readonly spelling: Spelling
  readonly memory: Memory<T>
}

/** What a word fits: words that fit the same slots are the same to every term. */
type Fit<T> = { readonly slots: ReadonlySet<number>; readonly first: Stage<T> | null }

/** The tree places reached by the words so far, what ends at them, and where each next word leads as far as it was tried. */
type Stage<T> = {
  readonly places: readonly Place<T>[]
  readonly ended: readonly Ended<T>[]
  readonly next: Map<Fit<T>, Stage<T> | null>
}
type Ended<T> = Pick<PhraseHit<T>, 'value' | 'gapped' | 'loose'>

/**
 * What was looked up before: most words come again, and so do most beginnings of a phrase. Nothing but speed depends on it.
 */
type Memory<T> = {
  readonly byWord: Map<string, Fit<T>>
  readonly bySlots: Map<string, Fit<T>>
  tried: number
}

/** So many words and so many next words are remembered, then all are forgotten: a text of ever new words must not fill the memory. */
const MOST_WORDS = 20_000
const MOST_TRIED = 200_000

/** Beginnings and endings in the lists are this long at least, so that few have to be looked up per word. */
const SHORTEST_STEM = 3
const LONGEST_STEM = 14
/** Words up to this length often end in an s of their own: "gas", "bus". */
const SHORTEST_PLURAL = 4

/**
 * Lays terms out for `findPhrases`. Throws on a term that names an unknown class: the lists are code.
 * @param classes named sets of words that terms may use as `@name`.
 * @param realWords words that look like misspellings of listed ones and are not.
 * @param guesses what else is guessed of a misspelt word; the short words are those that are terms of their own.
 */
export function createPhraseBook<T>(
  groups: Iterable<TermGroup<T>>,
  classes: WordClasses,
  realWords: ReadonlySet<string>,
  guesses: Pick<SpellingRules, 'sound'> | null = null,
): PhraseBook<T> {
  const root = place<T>(false)
  const slots = new Map<string, number>()
  const exact = new Map<string, number[]>()
  const beginnings = new Map<string, number[]>()
  const endings = new Map<string, number[]>()

  const alone = new Set<string>()
  const slotNumber = (slot: string): number => {
    const known = slots.get(slot)
    if (known !== undefined) return known
    const number = slots.size
    slots.set(slot, number)
    for (const word of wordsOfSlot(slot, classes)) {
      if (word.endsWith('*')) addTo(beginnings, stem(word.slice(0, -1)), number)
      else if (word.startsWith('*')) addTo(endings, stem(word.slice(1)), number)
      else addTo(exact, foldWord(word), number)
    }
    return number
  }

  for (const { terms, value } of groups) {
    for (const term of splitTerms(terms)) {
      let reached = new Set([root])
      if (!term.includes(' ')) for (const word of wordsOfSlot(term, classes)) alone.add(foldWord(word))
      const loose = / _\d/.test(term)
      for (const slot of term.split(' ')) {
        reached = slot.startsWith('_')
          ? throughGap(reached, Number(slot.slice(1)))
          : throughSlot(reached, slotNumber(slot.replace(/\?$/, '')), slot.endsWith('?'))
      }
      for (const { ends } of reached) ends.set(value, loose && ends.get(value) !== false)
    }
  }
  return {
    root,
    exact,
    beginnings,
    endings,
    spelling: createSpelling(exact.keys(), realWords, guesses === null ? {} : { ...guesses, short: alone }),
    memory: { byWord: new Map(), bySlots: new Map(), tried: 0 },
  }
}

/** The terms of a list in the notation above. */
function splitTerms(terms: string): string[] {
  return terms
    .replace(/\|\s+/g, '|')
    .split(/[,\n]/)
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter((term) => term !== '')
}

/**
 * Every place where a term of the book stands in the text. `steps` counts the tree places visited: it grows with the
 * number of words and not faster, whatever the words are, because terms have bounded length.
 */
export function findPhrases<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
): { hits: PhraseHit<T>[]; steps: number } {
  const { memory } = book
  if (memory.byWord.size > MOST_WORDS || memory.tried > MOST_TRIED) {
    memory.byWord.clear()
    memory.bySlots.clear()
    memory.tried = 0
  }
  const fits = tokens.map(({ form }) => memory.byWord.get(form) ?? fitOf(book, form))
  const hits: PhraseHit<T>[] = []
  let steps = 0
  for (let from = 0; from < fits.length; from += 1) {
    let stage = fits[from]?.first ?? null
    for (let to = from; stage !== null; to += 1) {
      steps += 1
      for (const { value, gapped, loose } of stage.ended) hits.push({ value, from, to, gapped, loose })
      const fit = fits[to + 1]
      if (fit === undefined) break
      const known = stage.next.get(fit)
      stage = known === undefined ? tryNext(memory, stage, fit) : known
    }
  }
  return { hits, steps }
}

function tryNext<T>(memory: Memory<T>, stage: Stage<T>, fit: Fit<T>): Stage<T> | null {
  const reached: Place<T>[] = []
  for (const place of stage.places) {
    if (place.any !== null) reached.push(place.any)
    pushNext(place, fit.slots, reached)
  }
  const next = stageOf(reached)
  stage.next.set(fit, next)
  memory.tried += 1
  return next
}

function pushNext<T>({ next }: Place<T>, slots: ReadonlySet<number>, reached: Place<T>[]): void {
  for (const [slot, place] of next) if (slots.has(slot)) reached.push(place)
}

function stageOf<T>(places: readonly Place<T>[]): Stage<T> | null {
  if (places.length === 0) return null
  const ended = places.flatMap(({ ends, gapped }) =>
    Array.from(ends, ([value, loose]) => ({ value, gapped, loose })),
  )
  return { places, ended, next: new Map() }
}

function fitOf<T>(book: PhraseBook<T>, form: string): Fit<T> {
  const { byWord, bySlots } = book.memory
  const slots = slotsOf(book, form)
  const key = slots.join()
  let fit = bySlots.get(key)
  if (fit === undefined) {
    const set = new Set(slots)
    const places: Place<T>[] = book.root.any === null ? [] : [book.root.any]
    pushNext(book.root, set, places)
    fit = { slots: set, first: stageOf(places) }
    bySlots.set(key, fit)
  }
  byWord.set(form, fit)
  return fit
}

function slotsOf<T>(book: PhraseBook<T>, form: string): readonly number[] {
  const found = new Set(book.exact.get(form))
  for (let length = SHORTEST_STEM; length <= Math.min(form.length, LONGEST_STEM); length += 1) {
    for (const slot of book.beginnings.get(form.slice(0, length)) ?? []) found.add(slot)
    if (length === form.length) continue
    for (const slot of book.endings.get(form.slice(-length)) ?? []) found.add(slot)
  }
  // A plural, a possessive or "is" cut short: "her ears are", "my ear's been ringing".
  if (form.length > SHORTEST_PLURAL && form.endsWith('s'))
    for (const slot of book.exact.get(form.slice(0, -1)) ?? []) found.add(slot)
  if (found.size > 0) return [...found]
  const meant = book.spelling.wordMeantBy(form)
  return meant === null ? [] : (book.exact.get(meant) ?? [])
}

function* wordsOfSlot(slot: string, classes: WordClasses): Iterable<string> {
  for (const word of slot.split('|')) {
    if (!word.startsWith('@')) {
      yield word
      continue
    }
    const named = classes[word.slice(1)]
    if (named === undefined)
      throw new Error(`No word class ${word}: name one of ${Object.keys(classes).join(', ')}`)
    for (const member of named.split(/[\s|]+/).filter((text) => text !== ''))
      yield* wordsOfSlot(member, classes)
  }
}

function stem(text: string): string {
  const folded = foldWord(text)
  if (folded.length < SHORTEST_STEM || folded.length > LONGEST_STEM) {
    throw new Error(`"${text}" is no stem: give ${SHORTEST_STEM} to ${LONGEST_STEM} letters beside the *`)
  }
  return folded
}

function throughSlot<T>(from: Set<Place<T>>, slot: number, optional: boolean): Set<Place<T>> {
  const reached = new Set<Place<T>>(optional ? from : [])
  for (const at of from) {
    let next = at.next.get(slot)
    if (next === undefined) {
      next = place(at.gapped)
      at.next.set(slot, next)
    }
    reached.add(next)
  }
  return reached
}

function throughGap<T>(from: Set<Place<T>>, most: number): Set<Place<T>> {
  const reached = new Set(from)
  let edge = from
  for (let words = 0; words < most; words += 1) {
    const next = new Set<Place<T>>()
    for (const at of edge) next.add((at.any ??= place(true)))
    for (const at of next) reached.add(at)
    edge = next
  }
  return reached
}

const place = <T>(gapped: boolean): Place<T> => ({ next: new Map(), any: null, ends: new Map(), gapped })

function addTo(map: Map<string, number[]>, key: string, slot: number): void {
  const slots = map.get(key)
  if (slots === undefined) map.set(key, [slot])
  else if (!slots.includes(slot)) slots.push(slot)
}

/** Finds the listed word that a misspelt one stands for. */
export type Spelling = { wordMeantBy(form: string): string | null }

export type SpellingRules = {
  /** Shorter words to be guessed as well, where only a vowel, a doubled letter or the order of two letters is wrong. */
  readonly short?: Iterable<string>
  /** What a word sounds like: two with the same sound are taken for the same, "ernia" for "hernia". */
  readonly sound?: (word: string) => string
}

/** Short words are too close to each other for guessing. */
const SHORTEST = 7
const LONGEST = 24
/** The same for words of which only a vowel or a doubled letter may be wrong, and for those that only sound alike. */
const SHORTEST_BY_VOWEL = 5
const VOWELS = 'aeiouy'

/**
 * Knows each listed word of seven letters and more with one letter missing, doubled, changed or swapped with its
 * neighbour. The first letter must be right. A look-up costs at most as many steps as the word has letters.
 * @param realWords words one letter away from a listed one that mean something else ("selling" is not "swelling").
 */
export function createSpelling(
  words: Iterable<string>,
  realWords: ReadonlySet<string>,
  { short = [], sound }: SpellingRules = {},
): Spelling {
  const listed = new Set<string>()
  const shortened = new Map<string, string[]>()
  const bySound = new Map<string, string>()
  for (const word of words) {
    if (word.length > LONGEST) continue
    if (sound !== undefined && word.length >= SHORTEST_BY_VOWEL) bySound.set(sound(word), word)
    if (word.length < SHORTEST) continue
    listed.add(word)
    for (const less of oneLetterLess(word)) addTo(shortened, less, word)
  }
  const byVowel = new Map<string, string>()
  for (const word of short) {
    if (word.length < SHORTEST_BY_VOWEL || word.length >= SHORTEST) continue
    for (const slip of slipsOfVowel(word)) byVowel.set(slip, word)
  }

  const oneLetterOff = (form: string): string | null => {
    if (form.length < SHORTEST - 1) return null
    const missing = shortened.get(form)?.find((word) => word.startsWith(form.charAt(0)))
    if (missing !== undefined) return form.length < SHORTEST ? null : missing
    for (const less of oneLetterLess(form)) {
      if (listed.has(less) && less.startsWith(form.charAt(0))) return less
      const changed = shortened
        .get(less)
        ?.find((word) => word.length === form.length && isOneSlip(word, form))
      if (changed !== undefined) return changed
    }
    return null
  }

  const wordMeantBy = (form: string): string | null => {
    if (form.length < SHORTEST_BY_VOWEL - 1 || form.length > LONGEST || realWords.has(form)) return null
    const near = byVowel.get(form) ?? oneLetterOff(form)
    if (near !== null || sound === undefined) return near
    return bySound.get(sound(form)) ?? null
  }
  return { wordMeantBy }
}

/** Every way to write a short word with one vowel wrong or missing, a double letter once, a letter twice, or two neighbours swapped. */
function slipsOfVowel(word: string): Set<string> {
  const slips = new Set<string>()
  for (let at = 1; at < word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    slips.add(`${before}${letter}${letter}${after}`)
    slips.add(`${before}${after.charAt(0)}${letter}${after.slice(1)}`)
    if (letter === word.charAt(at - 1)) slips.add(before + after)
    if (!VOWELS.includes(letter)) continue
    slips.add(before + after)
    for (const vowel of VOWELS) slips.add(before + vowel + after)
  }
  slips.delete(word)
  return slips
}

function oneLetterLess(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
}

/** Same length and first letter: one letter changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (!b.startsWith(a.charAt(0))) return false
  let first = 0
  while (first < a.length && a[first] === b[first]) first += 1
  let last = a.length - 1
  while (last > first && a[last] === b[last]) last -= 1
  if (first >= last) return true
  return last === first + 1 && a[first] === b[last] && a[last] === b[first]
}

function addTo(map: Map<string, string[]>, key: string, word: string): void {
  const owners = map.get(key)
  if (owners === undefined) map.set(key, [word])
  else owners.push(word)
}

/**
 * What a Spanish word sounds like in Latin America, where b and v, s and z, ll and y are one sound and h is none: who writes by ear
 * writes "inchado", "bomito", "dolor de cabesa".
 */
export function spanishSound(word: string): string {
  return word
    .replace(/(^|[^c])h/g, '$1')
    .replace(/v/g, 'b')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/qu?|c(?!h)|k/g, 'k')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/ll|y/g, 'i')
    .replace(/n(?=[bpfm])/g, 'm')
    .replace(/(.)\1+/g, '$1')
}

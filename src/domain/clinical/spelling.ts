/** Finds the listed word that a misspelt one stands for. */
export type Spelling = { wordMeantBy(form: string): string | null }

/** Short words are too close to each other for guessing. */
const SHORTEST = 7
const LONGEST = 24

/**
 * Knows each listed word of seven letters and more with one letter missing, doubled, changed or swapped with its
 * neighbour. The first letter must be right. A look-up costs at most as many steps as the word has letters.
 * @param realWords words one letter away from a listed one that mean something else ("selling" is not "swelling").
 */
export function createSpelling(words: Iterable<string>, realWords: ReadonlySet<string>): Spelling {
  const listed = new Set<string>()
  const shortened = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST) continue
    listed.add(word)
    for (const short of oneLetterLess(word)) {
      const owners = shortened.get(short)
      if (owners === undefined) shortened.set(short, [word])
      else owners.push(word)
    }
  }

  const wordMeantBy = (form: string): string | null => {
    if (form.length < SHORTEST - 1 || form.length > LONGEST || realWords.has(form)) return null
    const missing = shortened.get(form)?.find((word) => word.startsWith(form.charAt(0)))
    if (missing !== undefined) return form.length < SHORTEST ? null : missing
    for (const short of oneLetterLess(form)) {
      if (listed.has(short) && short.startsWith(form.charAt(0))) return short
      const changed = shortened
        .get(short)
        ?.find((word) => word.length === form.length && isOneSlip(word, form))
      if (changed !== undefined) return changed
    }
    return null
  }
  return { wordMeantBy }
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

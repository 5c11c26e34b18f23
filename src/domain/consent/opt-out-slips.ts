/** Keys beside each other on a phone, row by row; a thumb lands on the left or right neighbour, seldom above or below. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * What thumbs make of a word: one letter lost, struck twice, swapped with its neighbour, or the key beside it.
 * @param words short words (three to six letters); longer ones the spelling of the phrase book repairs.
 * @param realWords words that must never be taken for a slip.
 * @returns the listed word for each mistyped one. Words that two listed ones could become are left out.
 */
export function createSlips(words: Iterable<string>, realWords: ReadonlySet<string>): Map<string, string> {
  const listed = new Set(words)
  const slips = new Map<string, string>()
  const doubtful = new Set<string>()
  for (const word of listed) {
    for (const slip of slipsOf(word)) {
      if (slip.length < 3 || listed.has(slip) || realWords.has(slip)) continue
      if (slips.has(slip) && slips.get(slip) !== word) doubtful.add(slip)
      slips.set(slip, word)
    }
  }
  for (const slip of doubtful) slips.delete(slip)
  return slips
}

function* slipsOf(word: string): Iterable<string> {
  for (let at = 0; at < word.length; at += 1) {
    const before = word.slice(0, at)
    const letter = word.charAt(at)
    const after = word.slice(at + 1)
    // People notice a first letter that is missing.
    if (at > 0) yield before + after
    yield before + letter + letter + after
    if (letter === 'o') yield `${before}0${after}`
    if (after !== '') yield before + after.charAt(0) + letter + after.slice(1)
    for (const key of besideOf(letter)) yield before + key + after
  }
}

function besideOf(letter: string): string[] {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? ''
  const at = row.indexOf(letter)
  return [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== '')
}

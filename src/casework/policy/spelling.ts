/** What to write instead of a word that is not known: the nearest known word when there is a near one, otherwise all of them. */
export function didYouMean(found: string, known: readonly string[]): string {
  const [nearest] = known
    .map((name) => ({ name, distance: editDistance(found.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  if (nearest && nearest.distance <= Math.max(1, Math.floor(found.length / 3)))
    return suggestion(nearest.name)
  return known.length === 0 ? 'nothing here' : `one of ${known.join(', ')}`
}

/** `wording (did you mean that?)` */
export function suggestion(name: string): string {
  return `${name} (did you mean that?)`
}

/** How many letters must be put in, left out or changed to make one word from the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [line, letter] of a.split('').entries()) {
    const next = [line + 1]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1)
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

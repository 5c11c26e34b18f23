/** Names that begin like ours are looked at; anything else in the environment is other programs' business. */
const PREFIX = /^(TWILIO|BOOTSTRAP|SANDBOX)_/

/** How many letters may be wrong, missing or too many before it counts as another name. */
const LETTERS = 2

export interface LikelyTypo {
  readonly found: string
  readonly meant: string
}

/**
 * Names in the environment that are none of `known` but look like one that was not given: one or two letters off, or
 * with a word left out (TWILIO_TOKEN). A setting that is silently ignored costs an afternoon.
 */
export function likelyTypos(given: readonly string[], known: readonly string[]): LikelyTypo[] {
  return given
    .filter((name) => PREFIX.test(name) && !known.includes(name))
    .flatMap((found) => {
      const meant =
        known.find((name) => distance(found, name) <= LETTERS) ??
        known.find((name) => isShortFor(found, name))
      return meant === undefined || given.includes(meant) ? [] : [{ found, meant }]
    })
}

function isShortFor(short: string, name: string): boolean {
  const words = name.split('_')
  return short.split('_').every((word) => words.includes(word))
}

/** Levenshtein distance: how many letters to change, add or remove. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1
      line.push(Math.min(at(above, column) + 1, at(line, column - 1) + 1, at(above, column - 1) + change))
    }
    above = line
  }
  return at(above, other.length)
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Infinity
}

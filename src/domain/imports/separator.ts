const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** The file's first line may name its separator: `sep=;`, as Excel writes it. It is no row. */
const NAMED = /^sep=([,;\t])(\r\n|\r|\n)/i

/**
 * What stands between the cells of a table, by its beginning: what the first row with anything in it has most of, outside quotes.
 * @param start the text so far.
 * @returns how much of the text is no table (`skip`), or null while the first row has not ended and more text may come.
 */
export function separatorOf(
  start: string,
  isWhole: boolean,
): { readonly separator: Separator; readonly skip: number } | null {
  const named = NAMED.exec(start)
  if (named) return { separator: named[1] as Separator, skip: named[0].length }
  const counts = new Map<string, number>()
  let quoted = false
  let seen = false
  for (const sign of start) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (seen) return { separator: most(counts), skip: 0 }
    } else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    seen ||= sign.trim() !== ''
  }
  return isWhole ? { separator: most(counts), skip: 0 } : null
}

function most(counts: ReadonlyMap<string, number>): Separator {
  const used = (separator: Separator): number => counts.get(separator) ?? 0
  return SEPARATORS.reduce((best, each) => (used(each) > used(best) ? each : best))
}

/** A measurement that prints what it found; it says nothing about right or wrong, which is for the tests. */
export type Bench = {
  readonly name: string
  readonly about: string
  /** whether files may be named after it */
  readonly takesFiles?: true
  run(files: readonly string[]): Promise<readonly Table[]>
}

export type Table = {
  readonly title: string
  readonly columns: readonly string[]
  /** as many cells as columns; the first is a name, the others figures */
  readonly rows: readonly (readonly string[])[]
}

/** A table as lines of text: names to the left, figures to the right. */
export function tableText({ title, columns, rows }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('   ')
      .trimEnd()
  return [title, line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join(
    '\n',
  )
}

/** The value that `share` of all values do not exceed, such as 0.5 for the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('There is no percentile of no values: measure something first.')
  return value
}

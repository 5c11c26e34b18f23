import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  LIST_LIMITS,
  rowsOf,
  UnreadableFile,
  type CsvRow,
  type FileProblem,
} from '../../../src/casework/imports/file.ts'
import { piecesOf } from './lists.ts'

/** Reads a text that comes in pieces of so many bytes. */
async function read(
  text: string,
  pieceLength = 4_096,
): Promise<{ rows: CsvRow[]; problem: FileProblem | null }> {
  const rows: CsvRow[] = []
  try {
    for await (const row of rowsOf(piecesOf(text, pieceLength))) rows.push(row)
  } catch (error) {
    if (error instanceof UnreadableFile) return { rows, problem: error.problem }
    throw error
  }
  return { rows, problem: null }
}

const cellsOf = async (text: string) => (await read(text)).rows.map(({ cells }) => cells)

describe('a list as a spreadsheet saves it', () => {
  test.each([
    { note: 'commas', text: 'Name,Phone\nAna,415' },
    { note: 'semicolons, as Spanish systems write', text: 'Name;Phone\nAna;415' },
    { note: 'tabs', text: 'Name\tPhone\nAna\t415' },
    { note: 'Windows line ends', text: 'Name,Phone\r\nAna,415\r\n' },
    { note: 'old Macintosh line ends', text: 'Name,Phone\rAna,415\r' },
    { note: 'a first line that names the separator', text: 'sep=;\r\nName;Phone\r\nAna;415' },
    { note: 'quotation marks around everything', text: '"Name","Phone"\n"Ana","415"' },
  ])('is read with $note', async ({ text }) => {
    expect(await read(text)).toEqual({
      rows: [
        { row: 1, cells: ['Name', 'Phone'] },
        { row: 2, cells: ['Ana', '415'] },
      ],
      problem: null,
    })
  })

  test('keeps separators, quotation marks and line breaks inside quoted cells', async () => {
    expect(await cellsOf('Name,Note\n"López, Ana","She said ""call me""\nafter four"')).toEqual([
      ['Name', 'Note'],
      ['López, Ana', 'She said "call me"\nafter four'],
    ])
  })

  test('tells the separator by the first row, not by what stands in its quotes', async () => {
    expect(await cellsOf('"Name, first and last";Phone\nAna;415')).toEqual([
      ['Name, first and last', 'Phone'],
      ['Ana', '415'],
    ])
  })

  test('counts rows as the spreadsheet does, empty ones included, and leaves those out', async () => {
    expect((await read('\nName,Phone\n,\n\nAna,415\n""\n"Eva\n\nPaz",416')).rows).toEqual([
      { row: 2, cells: ['Name', 'Phone'] },
      { row: 5, cells: ['Ana', '415'] },
      // Lines inside quotes are none of the table.
      { row: 7, cells: ['Eva\n\nPaz', '416'] },
    ])
  })

  test('takes a quotation mark in the middle of a cell for what it is', async () => {
    expect(await cellsOf('Name,Height\nAna,5\'2"\nLuis,6"1')).toEqual([
      ['Name', 'Height'],
      ['Ana', '5\'2"'],
      ['Luis', '6"1'],
    ])
  })

  test.each(['', '\n\n', ' \r\n,,\n'])('that holds nothing has no rows: %j', async (text) => {
    expect(await read(text)).toEqual({ rows: [], problem: null })
  })
})

describe('a list that cannot be read', () => {
  test('says in which row a quotation mark was never closed', async () => {
    expect((await read('Name,Note\nAna,"open\nLuis,')).problem).toEqual({ why: 'quote-not-closed', row: 2 })
    expect((await read('\nName,Note\n\n,\nAna,"open')).problem).toEqual({ why: 'quote-not-closed', row: 5 })
  })

  test('is given up at the first row that is too long, whatever follows', async () => {
    const text = `Name,Note\nAna,"${'x'.repeat(LIST_LIMITS.row)}\nLuis,fine`
    expect((await read(text, 1_000)).problem).toEqual({ why: 'row-too-long', row: 2 })
  })

  test('has no more rows than are taken', async () => {
    const text = `Phone\n${'x\n'.repeat(LIST_LIMITS.rows)}`
    expect((await read(text, 65_536)).problem).toBeNull()
    expect((await read(`${text}x`, 65_536)).problem).toEqual({ why: 'too-many-rows', row: null })
  })

  test('has no more rows than a spreadsheet, the empty ones included', async () => {
    const text = `Name,Phone\nAna,415\n${'\n'.repeat(1_048_573)}`
    expect((await read(`${text}Eva,416`, 65_536)).rows.at(-1)).toMatchObject({ row: 1_048_576 })
    expect((await read(`${text}\nEva,416`, 65_536)).problem).toEqual({ why: 'too-many-rows', row: null })
  })

  test('has no more columns than anybody maps', async () => {
    const { problem } = await read(`${'a,'.repeat(LIST_LIMITS.columns)}a\n`)
    expect(problem).toEqual({ why: 'too-many-columns', row: 1 })
  })
})

test('however a list is cut into pieces, the same rows come out of it', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ñ', ',', ';', '"', '\n', '\r', ' ', '1'),
    maxLength: 6,
  })
  const row = fc.array(cell, { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      async (table, lineEnd, pieceLength) => {
        const rows = [['head', 'head'], ...table]
        const text = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join(lineEnd)
        const filled = rows.filter((cells) => cells.some((each) => each.trim() !== ''))
        const found = await read(text, pieceLength)
        expect(found.problem).toBeNull()
        expect(found.rows.map(({ cells }) => cells)).toEqual(filled)
      },
    ),
    { numRuns: 100 },
  )
})

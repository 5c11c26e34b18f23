import { isAscii, isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse, type Parser } from 'csv-parse'
import { separatorOf, type Separator } from '../../domain/imports/separator.ts'

/** Most that a list may hold. Larger ones are cut into several files. */
export const LIST_LIMITS = {
  bytes: 50 * 1024 * 1024,
  rows: 100_000,
  /** bytes; a longer row is almost always a quotation mark that was never closed */
  row: 16 * 1024,
  columns: 100,
} as const

/** One row. `row` counts as spreadsheets do: the first is 1, and empty rows count. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] }

/** Why a file is no list that can be read. `row` counts as spreadsheets do; null: it is about the file as a whole. */
export type FileProblem = {
  readonly why:
    | 'too-large'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'row-too-long'
    | 'quote-not-closed'
    | 'spreadsheet'
    | 'not-text'
    | 'no-rows'
    | 'no-heading'
  readonly row: number | null
}

/** Ends the reading of a file; `takeInList` turns it into its answer. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(`The list cannot be read: ${problem.why}`)
    this.problem = problem
  }
}

/**
 * The rows of a file as it comes in, without the empty ones; no more of it is in memory than a few rows.
 * @throws UnreadableFile for what is no table, or more of one than is taken.
 */
export async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const table = await tableOf(textOf(atMost(bytes)))
  let filled = 0
  try {
    for await (const { record: cells, info } of parserOf(table) as AsyncIterable<Parsed>) {
      const row = rowOf(info)
      if (row > LAST_ROW) throw new UnreadableFile({ why: 'too-many-rows', row: null })
      if (cells.length > LIST_LIMITS.columns) throw new UnreadableFile({ why: 'too-many-columns', row })
      if (cells.every((text) => text.trim() === '')) continue
      filled += 1
      // The heading is no row of the list.
      if (filled > LIST_LIMITS.rows + 1) throw new UnreadableFile({ why: 'too-many-rows', row: null })
      yield { row, cells }
    }
  } catch (error) {
    throw error instanceof CsvError ? problemOf(error) : error
  }
}

/** A spreadsheet has no more rows: below the people of a list it may be saved with empty ones down to here. */
const LAST_ROW = 1_048_576

type Parsed = { readonly record: readonly string[]; readonly info: Counts }
type Counts = { readonly records: number; readonly empty_lines: number }

/** The row that was read last. */
function rowOf({ records, empty_lines }: Counts): number {
  return records + empty_lines
}

/** Reads as far as the separator shows, and gives back the whole text with it. */
async function tableOf(
  texts: AsyncGenerator<string>,
): Promise<{ readonly separator: Separator; readonly texts: AsyncGenerator<string> }> {
  let start = ''
  for (;;) {
    const next = await texts.next()
    start += next.done ? '' : next.value
    const found = separatorOf(start, next.done === true || start.length > LIST_LIMITS.row)
    if (found) return { separator: found.separator, texts: joined(start.slice(found.skip), texts) }
  }
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

function parserOf({ separator, texts }: { separator: Separator; texts: AsyncGenerator<string> }): Parser {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LIST_LIMITS.row,
    // Empty lines are counted and not handed out: a file of nothing else would keep this process busy for minutes.
    skip_empty_lines: true,
    info: true,
    // Rows are as their senders wrote them: shorter, longer, with a quotation mark for inches.
    relax_column_count: true,
    relax_quotes: true,
  })
  // Whatever fails on the way is thrown where the rows are read.
  pipeline(Readable.from(texts, { objectMode: true, highWaterMark: 1 }), parser, () => undefined)
  return parser
}

function problemOf(error: CsvError): Error {
  const row = rowOf(error as unknown as Counts) + 1
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new UnreadableFile({ why: 'row-too-long', row })
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new UnreadableFile({ why: 'quote-not-closed', row })
  return error
}

async function* atMost(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const piece of bytes) {
    sum += piece.length
    if (sum > LIST_LIMITS.bytes) throw new UnreadableFile({ why: 'too-large', row: null })
    yield piece
  }
}

/** What files begin with that are no text: the formats of spreadsheet programs, and PDF. */
const FORMATS = [
  ['504b0304', 'spreadsheet'],
  ['d0cf11e0', 'spreadsheet'],
  ['25504446', 'not-text'],
] as const
const FORMAT_LENGTH = 4

/**
 * Text as spreadsheets save it: UTF-8 with or without its mark, UTF-16 with it, and otherwise Windows-1252, which every byte is a sign
 * of. Which of them it is shows at the first sign that is not plain English.
 */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let start: Buffer | null = Buffer.alloc(0)
  let decode: Decode = utf8OrWindows()
  for await (const piece of bytes) {
    if (start === null) {
      yield plain(decode(Buffer.from(piece), false))
      continue
    }
    start = Buffer.concat([start, piece])
    if (start.length < FORMAT_LENGTH) continue
    decode = decoderFor(start)
    yield plain(decode(start, false))
    start = null
  }
  if (start !== null) decode = decoderFor(start)
  yield plain(decode(start ?? Buffer.alloc(0), true))
}

function plain(text: string): string {
  if (text.includes('\0')) throw new UnreadableFile({ why: 'not-text', row: null })
  return text
}

/** Turns the next bytes into text; a sign that the next bytes may complete is kept until then. */
type Decode = (bytes: Buffer, last: boolean) => string

function decoderFor(start: Buffer): Decode {
  const format = FORMATS.find(([mark]) => start.toString('hex').startsWith(mark))
  if (format) throw new UnreadableFile({ why: format[1], row: null })
  if (start[0] === 0xff && start[1] === 0xfe) return streamed('utf-16le')
  if (start[0] === 0xfe && start[1] === 0xff) return streamed('utf-16be')
  return utf8OrWindows()
}

function streamed(encoding: string): Decode {
  const decoder = new TextDecoder(encoding)
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}

function utf8OrWindows(): Decode {
  let chosen: Decode | null = null
  let kept = Buffer.alloc(0)
  return (bytes, last) => {
    if (chosen) return chosen(bytes, last)
    const all = Buffer.concat([kept, bytes])
    const whole = last ? all.length : wholeLength(all)
    kept = all.subarray(whole)
    const text = all.subarray(0, whole)
    if (isAscii(text)) return text.toString('latin1')
    chosen = isUtf8(text) || mostlyUtf8(text) ? streamed('utf-8') : streamed('windows-1252')
    return chosen(all, last)
  }
}

/** A file with a damaged sign is still UTF-8 when more of its signs can be read than not. */
function mostlyUtf8(text: Buffer): boolean {
  const read = text.toString('utf8').replaceAll(/[\0-\x7f]/g, '')
  const damaged = read.split('�').length - 1
  return read.length - damaged > damaged
}

/** How many bytes at the beginning end with a whole sign of UTF-8. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0b1100_0000) === 0b1000_0000) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

import { unreachable } from '../../domain/follow-up/words.ts'
import type { FileProblem } from './file.ts'

/** What is wrong with a file and what to do, for programs and operators; pages have words of their own. */
export function fileProblemText({ why, row }: FileProblem): string {
  const at = String(row)
  switch (why) {
    case 'too-large':
      return 'A list is at most 50 MB: cut it into several files.'
    case 'too-many-rows':
      return 'A list has at most 100,000 rows: cut it into several files.'
    case 'too-many-columns':
      return `Row ${at} has more than 100 columns.`
    case 'row-too-long':
      return `Row ${at} is longer than 16 kB: most likely a quotation mark is missing there.`
    case 'quote-not-closed':
      return `A quotation mark in row ${at} is never closed.`
    case 'spreadsheet':
      return 'This is a spreadsheet: save it as CSV in UTF-8.'
    case 'not-text':
      return 'This is no text: a CSV file is expected.'
    case 'no-rows':
      return 'There is no row below the heading.'
    case 'no-heading':
      return `Row ${at} must name the columns, and is a person already.`
    default:
      return unreachable(why)
  }
}

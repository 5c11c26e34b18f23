import { readClinical } from '../../domain/clinical/detect.ts'
import type { PracticeWords } from '../../domain/clinical/reading.ts'
import type { Reader } from '../view/dossier.ts'

/**
 * The cells of a list as somebody may read them. A row that was not imported keeps what its file said and belongs to no item by which it
 * could be judged, so its words are. Whoever brought the list in has the file.
 * @param how.words the practice's own; null: it left the clinic files.
 * @param how.withheld what stands in place of words that are for licensed staff alone.
 */
export function readableCells(
  cells: readonly string[],
  list: { readonly by: string },
  reader: Pick<Reader, 'id' | 'mayReadClinical'>,
  how: { readonly words: PracticeWords | null; readonly withheld: string },
): readonly string[] {
  if (reader.mayReadClinical || list.by === reader.id) return cells
  return cells.map((cell) =>
    readClinical(cell, how.words ?? undefined).class === 'none' ? cell : how.withheld,
  )
}

import { readClinical } from './detect.ts'
import type { PracticeWords } from './reading.ts'

const BUILT_IN = readClinical('').lexicon

/**
 * By which word lists a practice's words are read: the version of the built-in ones, and a short mark of what the practice adds and
 * removes. Another version means that words read before may be read otherwise now.
 */
export function lexiconVersion(words?: PracticeWords): string {
  if (words === undefined || (words.add.length === 0 && words.remove.length === 0)) return BUILT_IN
  return `${BUILT_IN} +${markOf(JSON.stringify([words.add, words.remove]))}`
}

/** FNV-1a in 32 bits: enough to tell one word list from the next, and the same in every process. */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

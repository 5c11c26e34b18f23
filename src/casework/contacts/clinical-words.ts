import { readClinical } from '../../domain/clinical/detect.ts'
import type { Casework } from '../casework.ts'

/** Whether any practice of the installation takes these words for clinical: what stands with a number is read by all of them. */
export function readsClinical({ practices }: Casework, text: string): boolean {
  return practices.all.some((policy) => readClinical(text, policy.clinical.words).class !== 'none')
}

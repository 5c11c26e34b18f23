import { loadPolicies } from '../../src/casework/policy/load.ts'
import type { Config } from '../../src/platform/config.ts'
import { UsageError } from './command.ts'

/**
 * The clinics that an account or a key shall be limited to; none: all.
 * @throws UsageError for one that is in no clinic file: its holder would see nothing.
 */
export function knownClinics(config: Config, given: readonly string[] | undefined): readonly string[] {
  if (given === undefined || given.length === 0) return []
  const known = loadPolicies(config.clinicFile).map((policy) => policy.clinicId)
  for (const clinic of given) {
    if (!known.includes(clinic))
      throw new UsageError(
        `--clinic ${clinic} is in no clinic file: it is one of ${known.join(', ')} (CLINIC_FILE says where to look).`,
      )
  }
  return [...new Set(given)]
}

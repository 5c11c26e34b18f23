import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'

let example: Policy | undefined

/** The example practice as it is shipped: Monday to Friday 8–12 and 13–17 in Los Angeles. */
export function examplePractice(): Policy {
  return (example ??= readExample())
}

function readExample(): Policy {
  const [policy] = loadPolicies(fileURLToPath(new URL('../../clinic.yaml', import.meta.url)))
  if (!policy) throw new Error('clinic.yaml holds no practice')
  return policy
}

/** Wednesday 2 December 2026, 9:00 in Los Angeles: open, a plain working week. */
export const WEDNESDAY_9 = new Date('2026-12-02T17:00:00Z')

/** `minutes` after an instant. */
export function later(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * 60_000)
}

import { inject } from 'vitest'

/** Whether this is `npm run test:long`, which also runs every test file that asks. */
export const thorough = inject('thorough')

/** How often something random is tried: `few` times in `npm test`, `many` in `npm run test:long`. */
export function runs(few: number, many: number): number {
  return thorough ? many : few
}

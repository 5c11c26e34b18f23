import type { Carrier } from '../../platform/carrier/carrier.ts'
import type { Casework } from '../casework.ts'

/** What sending stands on besides the use cases. */
export type Sending = Casework & {
  readonly carrier: Carrier
  /** what the carrier calls, without a slash at the end */
  readonly publicUrl: string
  /** which process this is; a claim names it */
  readonly process: string
}

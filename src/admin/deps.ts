import type { Casework } from '../casework/casework.ts'
import type { Accounts } from '../platform/accounts.ts'
import type { Live } from './live.ts'

/** What the pages stand on. */
export type AdminDeps = {
  readonly casework: Casework
  readonly accounts: Accounts
  readonly live: Live
  /** where staff open the pages, such as `https://ringback.example.org` */
  readonly baseUrl: string
}

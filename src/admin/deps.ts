import type { Casework } from '../casework/casework.ts'
import type { Reloaded } from '../casework/reload.ts'
import type { Accounts } from '../platform/accounts.ts'
import type { CarrierRecordings } from '../platform/carrier/recordings.ts'
import type { CarrierPictures } from '../platform/carrier/pictures.ts'
import type { Live } from './live.ts'

/** What the pages stand on. */
export type AdminDeps = {
  readonly casework: Casework
  readonly accounts: Accounts
  readonly live: Live
  /** where voicemails are kept */
  readonly recordings: CarrierRecordings
  /** where what people attach to their texts is kept */
  readonly pictures: CarrierPictures
  /** reads the clinic files again; rules with mistakes change nothing */
  readonly reloadPractices: () => Promise<Reloaded>
  /** where staff open the pages, such as `https://ringback.example.org` */
  readonly baseUrl: string
}

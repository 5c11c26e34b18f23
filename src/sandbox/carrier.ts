import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Store } from './store.ts'
import type { Timers } from './timers.ts'
import type { WebhookSender } from './webhook-sender.ts'

/** What every part of the sandbox carrier stands on. */
export type Carrier = {
  readonly accountSid: string
  readonly authToken: string
  /** Where the sandbox itself can be reached, for links to recordings. */
  readonly url: string
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly timers: Timers
  readonly webhooks: WebhookSender
}

export const API_VERSION = '2010-04-01'

/** The beginning of every address of the account's REST API, without the host. */
export function accountPath(accountSid: string): string {
  return `/${API_VERSION}/Accounts/${accountSid}`
}

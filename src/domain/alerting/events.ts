import type { AlertMeans, OnCallContact } from '../policy/policy.ts'
import type { AcknowledgedBy, AlertFailure } from './words.ts'

/** What becomes of alerts, as facts that change their item. */
export type AlertEvent =
  /** an alert reached nobody by one of its ways */
  | {
      readonly type: 'alert-failed'
      readonly at: Date
      /** the contact's name; null: the list has none */
      readonly who: string | null
      readonly means: AlertMeans
      readonly why: AlertFailure
      /** the carrier's code, where it gave one */
      readonly code: number | null
      /** of the climb */
      readonly step: number
      readonly alertedAt: Date
      /** nothing else of this alert is to be waited for: the next contact hears of it */
      readonly inVain: boolean
    }
  /** somebody on call says that they have it */
  | {
      readonly type: 'alert-acknowledged'
      readonly at: Date
      readonly who: string | null
      readonly role: OnCallContact['role']
      readonly means: Exclude<AcknowledgedBy, 'act'>
      /** the first alert that was not acknowledged yet */
      readonly alertedAt: Date
    }

/** What an item orders about alerts. */
export type AlertEffect =
  /** call and text somebody on call, in generic words */
  | {
      readonly type: 'alert-on-call'
      readonly at: Date
      readonly contact: OnCallContact
      /** of the climb, from 1 */
      readonly step: number
      readonly urgent: boolean
    }
  /** nobody on call needs to answer for this item any more */
  | {
      readonly type: 'end-alerts'
      readonly at: Date
      /** who says that they have it, and how; null: the item was closed without anybody's act */
      readonly acknowledged: { readonly by: string; readonly means: AcknowledgedBy } | null
    }

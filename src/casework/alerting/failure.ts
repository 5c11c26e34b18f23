import type { StaffAlert } from '../../../prisma/generated/client.ts'
import type { AlertFailure, AlertState } from '../../domain/alerting/words.ts'
import type { AlertMeans } from '../../domain/policy/policy.ts'
import type { Desk } from '../record.ts'
import type { AlertOfItem } from './on-alert.ts'
import { changeWay, wayOf } from './store.ts'

/** What came of one way of an alert. */
export type FailedWay = {
  readonly means: AlertMeans
  readonly why: AlertFailure
  readonly code?: number | null
  /** `unknown` where nobody knows; `failed` if left out */
  readonly state?: Extract<AlertState, 'failed' | 'unknown'>
}

/** A call that rang and that nobody took: whatever became of the text, the contact is not at the phone. */
const RANG_IN_VAIN: readonly AlertFailure[] = ['busy', 'no-answer', 'no-key']
const OVER: readonly AlertState[] = ['not-used', 'failed', 'unknown']

/** One way of an alert reached nobody: the item's history says so, and the next contact hears of it when the alert was in vain. */
export async function wayFailed(
  desk: Desk,
  { alert, item }: AlertOfItem,
  { means, why, code = null, state = 'failed' }: FailedWay,
): Promise<void> {
  await changeWay(desk.tx, alert.id, means, { state, at: desk.at })
  const inVain = RANG_IN_VAIN.includes(why) || otherWayIsOver(alert, means)
  await tellFailure(desk, { alert, item }, { means, why, code }, inVain)
}

/** Whether nothing is to be hoped for from the alert's other way. */
export function otherWayIsOver(alert: StaffAlert, means: AlertMeans): boolean {
  return OVER.includes(wayOf(alert, means === 'call' ? 'text' : 'call').state)
}

/** Writes into the item's history that one way reached nobody. An alert that ended meanwhile needs nobody to know. */
export async function tellFailure(
  desk: Desk,
  { alert, item }: AlertOfItem,
  { means, why, code = null }: FailedWay,
  inVain: boolean,
): Promise<void> {
  if (!item || alert.endedAt !== null) return
  await desk.apply(item, {
    ...{ type: 'alert-failed', at: desk.at, who: alert.contactName, means, why, code },
    ...{ step: alert.step, alertedAt: alert.createdAt, inVain },
  })
}

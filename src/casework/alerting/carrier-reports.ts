import type { AlertFailure } from '../../domain/alerting/words.ts'
import type { Casework } from '../casework.ts'
import type { Attempt } from './answer.ts'
import { wayFailed } from './failure.ts'
import { onAlert } from './on-alert.ts'
import { changeWay, wayOf } from './store.ts'

type Report = Attempt & { readonly sid: string; readonly status: string; readonly code: number | null }

/** How a call of ours that is over reached nobody, by Twilio's CallStatus. */
const CALL_ENDS: ReadonlyMap<string, AlertFailure> = new Map([
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['canceled', 'no-answer'],
  // The number cannot be reached at all, so that nobody heard it ring.
  ['failed', 'no-answer'],
  ['completed', 'no-key'],
])
const TEXT_ENDS: readonly string[] = ['undelivered', 'failed']

/** The carrier tells how the call or the text of an alert fares. Reports come late, twice, and before the answer to the order. */
export async function alertReported(deps: Casework, report: Report): Promise<void> {
  const { id, means, attempt, sid, status, code } = report
  await onAlert(deps, id, `alert-${means}:${sid}:${status}`, async (desk, about) => {
    const { state, tries } = wayOf(about.alert, means)
    // Of an earlier try, or of a call on which somebody pressed the key.
    if (tries !== attempt || state === 'reached' || state === 'failed') return null
    const why =
      means === 'call' ? CALL_ENDS.get(status) : TEXT_ENDS.includes(status) ? 'undelivered' : undefined
    if (why) await wayFailed(desk, about, { means, why, code })
    else
      await changeWay(desk.tx, id, means, {
        ...{ state: means === 'text' && status === 'delivered' ? 'reached' : 'sent', at: desk.at, sid },
      })
    return null
  })
}

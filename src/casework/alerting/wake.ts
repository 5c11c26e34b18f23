import { ALERT_MEANS, type AlertMeans } from '../../domain/policy/policy.ts'
import { inTransaction } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import { batch, oneByOne } from '../one-by-one.ts'
import { answerLost } from './answer.ts'
import { onAlert } from './on-alert.ts'
import { wayOf } from './store.ts'

/** Longer than handing over takes with its time-out, and than a job needs to come up. */
const LOST_AFTER_MS = 2 * 60_000

/** Finds alerts whose job got lost and such whose worker is gone, so that nobody knows whether they left. @returns how many. */
export async function wakeAlerts(deps: Casework, at: Date): Promise<number> {
  const before = new Date(at.getTime() - LOST_AFTER_MS)
  const ours = { clinicId: { in: deps.practices.known.map(({ clinicId }) => clinicId) } }
  let woken = 0
  for (const means of ALERT_MEANS) {
    const since = means === 'call' ? { callAt: { lte: before } } : { textAt: { lte: before } }
    const waiting = await batch((order, take) =>
      deps.db.staffAlert.findMany({
        where: { ...ours, ...stateIs(means, 'waiting'), ...since },
        select: { id: true },
        orderBy: { createdAt: order },
        take,
      }),
    )
    for (const { id } of waiting)
      await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, `alert-${means}`, id, at))
    const lost = await batch((order, take) =>
      deps.db.staffAlert.findMany({
        where: { ...ours, ...stateIs(means, 'sending'), ...since },
        select: { id: true },
        orderBy: { createdAt: order },
        take,
      }),
    )
    woken += waiting.length
    woken += await oneByOne(deps, 'alertId', lost, ({ id }) => forgotten(deps, id, means))
  }
  return woken
}

function stateIs(means: AlertMeans, state: 'waiting' | 'sending') {
  return means === 'call' ? { callState: state } : { textState: state }
}

/** @returns whether it was still in the hands of a worker that is gone. */
async function forgotten(deps: Casework, id: string, means: AlertMeans): Promise<boolean> {
  const { answer } = await onAlert(deps, id, null, async (desk, about) => {
    const { state, at } = wayOf(about.alert, means)
    if (state !== 'sending' || at.getTime() > desk.at.getTime() - LOST_AFTER_MS) return null
    await answerLost(deps, desk, about, means)
    return 'lost'
  })
  return answer === 'lost'
}

import { ALERT_MEANS, type AlertMeans } from '../../domain/policy/policy.ts'
import type { Casework } from '../casework.ts'
import { batch, inForce, oneByOne, orderAgain } from '../one-by-one.ts'
import { answerLost } from './answer.ts'
import { onAlert } from './on-alert.ts'
import { wayOf } from './store.ts'

/** Longer than handing over takes with its time-out, and than a job needs to come up. */
const LOST_AFTER_MS = 2 * 60_000

/** Finds alerts whose job got lost and such whose worker is gone, so that nobody knows whether they left. @returns how many. */
export async function wakeAlerts(deps: Casework, at: Date): Promise<number> {
  let woken = 0
  for (const means of ALERT_MEANS) {
    const waiting = await inState(deps, means, 'waiting', at)
    woken += await orderAgain(deps, `alert-${means}`, waiting, at)
    const lost = await inState(deps, means, 'sending', at)
    woken += await oneByOne(deps, 'alertId', lost, ({ id }) => forgotten(deps, id, means))
  }
  return woken
}

/** Alerts one way of which has stood in a state for too long. */
function inState(deps: Casework, means: AlertMeans, state: 'waiting' | 'sending', at: Date) {
  const before = { lte: new Date(at.getTime() - LOST_AFTER_MS) }
  const way = means === 'call' ? { callState: state, callAt: before } : { textState: state, textAt: before }
  return batch((order, take) =>
    deps.db.staffAlert.findMany({
      where: { ...inForce(deps), ...way },
      select: { id: true },
      orderBy: { createdAt: order },
      take,
    }),
  )
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

import cron from 'node-cron'
import type { Casework } from './casework/casework.ts'
import { planReconciliation } from './casework/reconcile/order.ts'
import { tick } from './casework/tick.ts'

/**
 * The heartbeat of cadences: one tick a minute. node-cron runs in UTC without its time-zone option, which goes silent around
 * daylight-saving changes; local times are computed by the domain. Where the clock can be moved, every minute that it passes is a tick
 * too, so that a week is watched in a minute.
 * @returns stops the heartbeat and waits for a tick under way.
 */
export function startHeartbeat(deps: Casework): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const beat = (): void => {
    // Ticks do not overlap; what comes due during one is found by the next.
    if (running) {
      again = true
      return
    }
    running = minute(deps)
      .catch((error: unknown) =>
        deps.log.error({ err: error }, 'the tick failed; the next one comes in a minute'),
      )
      .finally(() => {
        running = null
        if (again) {
          again = false
          beat()
        }
      })
  }
  const task = cron.schedule('* * * * *', beat)
  const stopMinutes = deps.clock.control?.onMinute(beat)
  beat()
  return async () => {
    await task.stop()
    stopMinutes?.()
    again = false
    await running
  }
}

async function minute(deps: Casework): Promise<void> {
  await tick(deps)
  await planReconciliation(deps, 'hourly')
}

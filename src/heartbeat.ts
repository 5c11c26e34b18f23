import cron from 'node-cron'
import type { Casework } from './casework/casework.ts'
import { planReconciliation } from './casework/reconcile/order.ts'
import { tick } from './casework/tick.ts'
import { readHeartbeat } from './casework/view/heartbeat.ts'

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

/** How often each process looks whether the clock work runs, wherever it is to run. */
const LOOK_EVERY_MS = 60_000

/**
 * Raises the alarm when no tick came for minutes, in this process or in any other: it is looked for beside the clock work itself, which
 * cannot tell of its own end. Says so once, and once when it runs again.
 * @returns stops looking.
 */
export function watchHeartbeat(deps: Pick<Casework, 'db' | 'clock' | 'log'>): () => void {
  const look = heartbeatAlarm(deps)
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** One look after another, each of which knows what the one before said. */
export function heartbeatAlarm(deps: Pick<Casework, 'db' | 'clock' | 'log'>): () => Promise<void> {
  let alarmed = false
  return async () => {
    // A database that does not answer is told by others; whether the clock work runs is not known then.
    const heartbeat = await readHeartbeat(deps).catch(() => null)
    if (heartbeat === null) return
    const missing = heartbeat.state !== 'ok'
    if (missing && !alarmed)
      deps.log.error(
        { lastTickAt: heartbeat.at },
        'the clock work does not run: nothing becomes due and no text leaves. Look at the process with ROLE all or worker',
      )
    if (!missing && alarmed) deps.log.info('the clock work runs again')
    alarmed = missing
  }
}

async function minute(deps: Casework): Promise<void> {
  await tick(deps)
  await planReconciliation(deps, 'hourly')
}

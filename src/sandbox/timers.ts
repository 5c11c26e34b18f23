import { setImmediate } from 'node:timers/promises'
import { Conflict } from '../platform/errors.ts'
import type { Clock } from '../platform/clock.ts'

/**
 * `due`: something the carrier or a scripted phone will certainly do. `open`: a wait that a person may end before
 * (a key, a voice message, picking up), so nothing is under way while it runs.
 */
export type TimerKind = 'due' | 'open'

type IdleWish = {
  /** `due` jumps the clock over what the carrier will do anyway; `everything` also lets people's waits run out. */
  readonly advance: 'nothing' | 'due' | 'everything'
  /** Real milliseconds after which waiting is given up. */
  readonly timeoutMs: number
}

/** The carrier's waits, all on the sandbox clock, and the knowledge whether anything is still under way. */
export type Timers = {
  /** Runs `act` after so many milliseconds of the clock. Returns a canceller. */
  after(ms: number, kind: TimerKind, act: () => void): () => void
  /** Counts as under way until the work settles. */
  underWay<T>(work: Promise<T>): Promise<T>
  /** Resolves when no work is under way and no due timer is pending. Refuses with Conflict when that takes too long. */
  idle(wish: IdleWish): Promise<void>
  stop(): void
}

type Pending = { readonly at: number; readonly kind: TimerKind; readonly cancel: () => void }

export function createTimers(clock: Clock): Timers {
  const pending = new Set<Pending>()
  const watchers = new Set<() => void>()
  let working = 0

  const moved = (): void => {
    for (const watcher of [...watchers]) watcher()
  }
  const after: Timers['after'] = (ms, kind, act) => {
    const handle = clock.jobs.setTimeout(() => {
      pending.delete(timer)
      act()
      moved()
    }, ms)
    const timer: Pending = {
      at: clock.now().getTime() + ms,
      kind,
      cancel: () => {
        clock.jobs.clearTimeout(handle)
        pending.delete(timer)
        moved()
      },
    }
    pending.add(timer)
    return timer.cancel
  }
  const underWay: Timers['underWay'] = async (work) => {
    working += 1
    try {
      return await work
    } finally {
      working -= 1
      moved()
    }
  }
  /** The next instant at which something happens that the wish wants to see done; undefined when nothing is left. */
  const nextDue = (wish: IdleWish): number | undefined => {
    const wanted = [...pending].filter((timer) => timer.kind === 'due' || wish.advance === 'everything')
    return wanted.length === 0 ? undefined : Math.min(...wanted.map((timer) => timer.at))
  }
  const movement = (deadline: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        watchers.delete(done)
        deadline.removeEventListener('abort', tooLong)
        resolve()
      }
      const tooLong = (): void => {
        watchers.delete(done)
        reject(
          new Conflict(
            `Still under way: ${working} requests, ${pending.size} timers. Ask again, or let the clock advance.`,
          ),
        )
      }
      watchers.add(done)
      deadline.addEventListener('abort', tooLong, { once: true })
      if (deadline.aborted) tooLong()
    })

  return {
    after,
    underWay,
    idle: async (wish) => {
      const deadline = AbortSignal.timeout(wish.timeoutMs)
      for (let quiet = 0; quiet < 3;) {
        // What a finished request sets off shows itself in the turns right after it.
        await setImmediate()
        const at = nextDue(wish)
        if (working === 0 && at === undefined) {
          quiet += 1
          continue
        }
        quiet = 0
        if (working === 0 && at !== undefined && wish.advance !== 'nothing' && clock.control) {
          if (deadline.aborted) await movement(deadline)
          await clock.control.jump(Math.max(0, at - clock.now().getTime()))
        } else {
          await movement(deadline)
        }
      }
    },
    stop: () => {
      for (const timer of [...pending]) timer.cancel()
    },
  }
}

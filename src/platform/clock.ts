import {
  TestClock,
  type AttachableClock,
  type Clock as JobClock,
  systemClock as jobSystemClock,
} from 'pg-boss'

/**
 * The one source of time. Everything that asks what time it is (domain calls, tick, pg-boss) asks this object, so that
 * the sandbox can show a week in a minute.
 */
export interface Clock {
  /** The present instant. */
  now(): Date
  /** What pg-boss runs on: the same time, and in the sandbox the same time inside PostgreSQL. */
  readonly jobs: JobClock | AttachableClock
  /** Present only where time may be moved by hand: the sandbox. Never with a real carrier. */
  readonly control?: ClockControl
}

export interface ClockState {
  /** ISO instant */
  readonly now: string
  /** product seconds per real second */
  readonly speed: number
}

export interface ClockControl {
  state(): ClockState
  /** Moves time to an instant, earlier or later. Resolves when timers that fell due have fired. */
  set(instant: Date): Promise<void>
  /** Moves time on by a duration in milliseconds. */
  jump(ms: number): Promise<void>
  /** 0 stops time, 1 is real time, at most 10,000. */
  setSpeed(speed: number): void
  /** Calls back at every full minute of product time; a jump over many minutes calls back once. Returns a stopper. */
  onMinute(listener: () => void): () => void
  stop(): void
}

export const systemClock: Clock = { now: () => new Date(), jobs: jobSystemClock }

const MINUTE = 60_000
/** Real milliseconds between two steps of a virtual clock. */
const STEP = 100

/**
 * A clock that starts at `start` and runs at real speed until told otherwise. It stands on pg-boss's hand-driven clock,
 * so that jobs, their retries and PostgreSQL's idea of now in the job tables move together.
 */
export function virtualClock(start: Date): Clock & { readonly control: ClockControl } {
  const jobs = new TestClock(start)
  const listeners = new Set<() => void>()
  let speed = 1
  let reached = Date.now()
  let lastMinute = Math.floor(start.getTime() / MINUTE)
  let moving: Promise<void> = Promise.resolve()

  // TestClock refuses overlapping moves, so every move waits for the one before it.
  const move = (by: () => Promise<void>): Promise<void> => {
    const next = moving.then(by).then(callMinuteListeners)
    moving = next.catch(() => undefined)
    return next
  }
  const callMinuteListeners = (): void => {
    const minute = Math.floor(jobs.now() / MINUTE)
    if (minute === lastMinute) return
    lastMinute = minute
    for (const listener of listeners) listener()
  }
  let stepping = false
  const pump = setInterval(() => {
    if (stepping) return
    stepping = true
    const real = Date.now()
    const by = Math.round((real - reached) * speed)
    reached = real
    void move(() => (by > 0 ? moveTo(jobs, jobs.now() + by) : Promise.resolve())).finally(
      () => (stepping = false),
    )
  }, STEP)
  pump.unref()

  const set = (instant: Date): Promise<void> => move(() => moveTo(jobs, instant.getTime()))

  return {
    now: () => new Date(jobs.now()),
    jobs,
    control: {
      state: () => ({ now: new Date(jobs.now()).toISOString(), speed }),
      set,
      jump: (ms) => set(new Date(jobs.now() + ms)),
      setSpeed: (wanted) => {
        speed = Math.min(Math.max(wanted, 0), 10_000)
      },
      onMinute: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      stop: () => clearInterval(pump),
    },
  }
}

/**
 * Moves time and fires the timers that fell due. The clock tells the database too, and throws when that is gone or the job queue is just
 * being stopped; time goes on all the same, and the database learns it with the next step.
 */
async function moveTo(jobs: TestClock, instant: number): Promise<void> {
  await jobs.setTime(instant).catch(() => undefined)
  // Timers that the move passed fire on the next tick.
  await jobs.tick(0).catch(() => undefined)
}

import { fromPrisma, PgBoss } from 'pg-boss'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'

/** Work that is done outside a transaction. It holds our own ids only, so that the job tables carry nothing personal. */
type JobName = 'send-text' | 'look-up-text'
type JobHandlers = Readonly<Record<JobName, (messageId: string) => Promise<void>>>

export type Jobs = {
  /**
   * Puts a job into the queue, inside the transaction that makes it necessary: both happen or none.
   * @param at when it may start, by the product's clock.
   */
  enqueue(tx: Tx, name: JobName, messageId: string, at: Date): Promise<void>
  /** Starts working the queues in this process. */
  work(handlers: JobHandlers): Promise<void>
  /** Whether the queue is up, for /readyz. */
  running(): boolean
  /** Stops taking jobs and waits for those under way. */
  stop(): Promise<void>
}

/**
 * `retryLimit`: a handler that throws did not reach its own record, so the job comes again; sending itself is guarded by the
 * message's state, never by the queue. `expire`: longer than a send may take with its time-out.
 */
const QUEUES: Readonly<Record<JobName, { retryLimit: number; retryDelay: number; expireInSeconds: number }>> =
  {
    'send-text': { retryLimit: 5, retryDelay: 15, expireInSeconds: 60 },
    'look-up-text': { retryLimit: 8, retryDelay: 60, expireInSeconds: 60 },
  }
const POLL_SECONDS = 2
const AT_A_TIME = 4
const STOP_TIMEOUT_MS = 20_000

/** Starts pg-boss on the database: its tables live in the schema `pgboss` and are made when absent. */
export async function startJobs(options: { url: string; clock: Clock; log: Log }): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'ringback jobs',
    max: 4,
    clock: options.clock.jobs,
    useListenNotify: true,
    schedule: false,
  })
  let running = false
  boss.on('error', (error) => options.log.error({ err: error }, 'the job queue reports an error'))
  await boss.start()
  for (const [name, settings] of Object.entries(QUEUES)) {
    await boss.createQueue(name, {
      ...settings,
      retryBackoff: true,
      notify: true,
      deleteAfterSeconds: 86_400,
    })
  }
  running = true
  return {
    enqueue: async (tx, name, messageId, at) => {
      await boss.send(name, { messageId }, { db: fromPrisma(tx), startAfter: at })
    },
    work: async (handlers) => {
      for (const name of ['send-text', 'look-up-text'] as const) {
        await boss.work<{ messageId: string }>(
          name,
          {
            batchSize: 1,
            localConcurrency: AT_A_TIME,
            pollingIntervalSeconds: POLL_SECONDS,
            // A notice wakes a worker at once, but one that comes while all are fetching is missed; left alone the
            // queue would then be looked at only every half minute.
            notifyPollingIntervalSeconds: POLL_SECONDS,
          },
          async (jobs) => {
            for (const job of jobs) await handlers[name](job.data.messageId)
          },
        )
      }
    },
    running: () => running,
    stop: async () => {
      if (!running) return
      running = false
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
    },
  }
}

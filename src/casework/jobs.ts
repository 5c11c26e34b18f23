import { fromPrisma, PgBoss, type Queue } from 'pg-boss'
import type { Clock } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'

/** Work that is done outside a transaction. A job holds one id only, so that the job tables carry nothing personal. */
export type JobName =
  | 'send-text'
  | 'look-up-text'
  | 'place-recording'
  | 'place-call'
  | 'reconcile'
  | 'delete-recordings'
  | 'deliver-webhook'
  | 'judge-import'
  | 'run-import'
  | 'undo-import'
  | 'alert-text'
  | 'alert-call'
/**
 * The id names a message (`send-text`, `look-up-text`), an alert (`alert-…`), a recording (`place-recording`), a call (`place-call`), a delivery to
 * another system (`deliver-webhook`), a list (`…-import`), or the order for the work (the others).
 */
type JobHandlers = Readonly<Record<JobName, (id: string) => Promise<unknown>>>

export type Jobs = {
  /**
   * Puts a job into the queue, inside the transaction that makes it necessary: both happen or none.
   * @param at when it may start, by the product's clock.
   */
  enqueue(tx: Tx, name: JobName, id: string, at: Date): Promise<void>
  /** Starts working the queues in this process. */
  work(handlers: JobHandlers): Promise<void>
  /** Whether the queue is up, for /readyz. */
  running(): boolean
  /** Stops taking jobs and waits for those under way. */
  stop(): Promise<void>
}

type QueueSettings = Pick<
  Queue,
  'policy' | 'retryLimit' | 'retryDelay' | 'expireInSeconds' | 'heartbeatSeconds'
>

/** A worker that was not heard of for so long is gone, and its job no longer holds up the others of a singleton queue. */
const DEAD_AFTER_SECONDS = 60

/**
 * Lists are worked one part at a time over all processes, each part a job that calls for the next: two lists take turns, and calls and
 * texts never wait for one.
 */
const LISTS: QueueSettings = {
  policy: 'singleton',
  retryLimit: 20,
  retryDelay: 5,
  expireInSeconds: 600,
  heartbeatSeconds: DEAD_AFTER_SECONDS,
}

/**
 * `retryLimit`: a handler that throws did not reach its own record, so the job comes again; sending itself is guarded by the
 * message's state, never by the queue. `expireInSeconds`: longer than the work may take with its time-outs. `singleton`: only one
 * at a time over all processes.
 */
const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  'send-text': { retryLimit: 5, retryDelay: 15, expireInSeconds: 60 },
  'look-up-text': { retryLimit: 8, retryDelay: 60, expireInSeconds: 60 },
  'place-call': { retryLimit: 8, retryDelay: 60, expireInSeconds: 60 },
  'alert-text': { retryLimit: 8, retryDelay: 5, expireInSeconds: 60 },
  'alert-call': { retryLimit: 8, retryDelay: 5, expireInSeconds: 60 },
  'place-recording': { retryLimit: 8, retryDelay: 60, expireInSeconds: 60 },
  // It counts its tries and plans the next one itself; a handler that throws did not come so far.
  'deliver-webhook': { retryLimit: 8, retryDelay: 60, expireInSeconds: 60 },
  'judge-import': LISTS,
  'run-import': LISTS,
  'undo-import': LISTS,
  reconcile: {
    policy: 'singleton',
    retryLimit: 3,
    retryDelay: 60,
    expireInSeconds: 3_600,
    heartbeatSeconds: DEAD_AFTER_SECONDS,
  },
  // What could not be deleted is tried again with the next order, an hour later.
  'delete-recordings': {
    policy: 'singleton',
    retryLimit: 0,
    expireInSeconds: 3_600,
    heartbeatSeconds: DEAD_AFTER_SECONDS,
  },
}
const POLL_SECONDS = 2
const AT_A_TIME = 4
/**
 * Jobs that one worker takes at once; it goes on without a pause while it finds as many. Texts come in hundreds when the hours for
 * them begin. When one of them fails all are tried again, which is no harm: what is done is not done twice.
 */
const TOGETHER: Readonly<Partial<Record<JobName, number>>> = { 'send-text': 2 }
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
    enqueue: async (tx, name, id, at) => {
      await boss.send(name, { id }, { db: fromPrisma(tx), startAfter: at })
    },
    work: async (handlers) => {
      for (const name of Object.keys(QUEUES) as JobName[]) {
        await boss.work<{ id: string }>(
          name,
          {
            batchSize: TOGETHER[name] ?? 1,
            burstWhenBatchFull: true,
            localConcurrency: QUEUES[name].policy === 'singleton' ? 1 : AT_A_TIME,
            pollingIntervalSeconds: POLL_SECONDS,
            // A notice wakes a worker at once, but one that comes while all are fetching is missed; left alone the
            // queue would then be looked at only every half minute.
            notifyPollingIntervalSeconds: POLL_SECONDS,
          },
          async (jobs) => {
            const done = await Promise.allSettled(jobs.map((job) => handlers[name](job.data.id)))
            for (const one of done) if (one.status === 'rejected') throw one.reason
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

/** Before any time that a product runs on, also where its clock was moved back. */
const AT_ONCE = new Date('2000-01-01T00:00:00Z')
/** Kept from that time on for as long as the queue's counter of seconds allows: 63 years. */
const KEEP_SECONDS = 2_000_000_000

/**
 * Gives a job to the product that runs on this database, from a process that is not part of it and does not know its clock.
 * @returns false when no product ever ran here, so that there is no queue.
 */
export async function orderJob(
  { db, url }: { readonly db: Db; readonly url: string },
  name: JobName,
  id: string,
): Promise<boolean> {
  const [found] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('pgboss.queue') IS NOT NULL AS there`
  if (!found?.there) return false
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'ringback command',
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  // What fails is thrown by the call itself.
  boss.on('error', () => undefined)
  await boss.start()
  try {
    if (!(await boss.getQueue(name))) return false
    await boss.send(name, { id }, { startAfter: AT_ONCE, retentionSeconds: KEEP_SECONDS })
    return true
  } finally {
    await boss.stop({ graceful: false })
  }
}

import type { Jobs } from '../../src/casework/jobs.ts'

export type QueuedJob = {
  readonly name: Parameters<Jobs['enqueue']>[1]
  readonly id: string
  readonly at: Date
}

/** A queue that a test can look into. Nothing works it but the test. */
export type JobQueue = { up: boolean; readonly enqueued: QueuedJob[] }

export function visibleJobs(queue: JobQueue): Jobs {
  return {
    enqueue: (_tx, name, id, at) => Promise.resolve(void queue.enqueued.push({ name, id, at })),
    work: () => Promise.resolve(),
    running: () => queue.up,
    stop: () => Promise.resolve(),
  }
}

import type { Request, RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Casework } from './casework/casework.ts'
import { QUEUES } from './domain/follow-up/words.ts'
import type { MessageState } from './domain/texting/delivery.ts'

export type Metrics = {
  /** To be passed by every request, before all routes. */
  readonly countRequests: RequestHandler
  readonly contentType: string
  /** Everything as Prometheus reads it. */
  text(): Promise<string>
}

/** Seconds; a webhook's answer has one. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * The states in which a text still waits for something; the words are those of the partial index that counts them at once.
 * Counting the finished ones as well would read the whole table at every scrape (0.2 s at a million texts).
 */
const UNSETTLED: readonly MessageState[] = ['planned', 'held', 'sending', 'unknown']

/** The numbers of this process and of the work in the database. Their labels are words of ours, never data of a person. */
export function createMetrics(casework: Casework): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'ringback_http_request_duration_seconds',
    help: 'How long requests took to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const reachable = new Gauge({
    name: 'ringback_database_reachable',
    help: '1 when the database answered this scrape; at 0 the numbers of items and texts are missing.',
    registers,
  })
  const items = new Gauge({
    name: 'ringback_open_items',
    help: 'Open follow-up items by queue.',
    labelNames: ['queue'],
    registers,
  })
  const texts = new Gauge({
    name: 'ringback_unsettled_texts',
    help: 'Texts that have not left, are on the wire, or whose answer was lost, by state.',
    labelNames: ['state'],
    registers,
  })

  const readWork = async (): Promise<void> => {
    items.reset()
    texts.reset()
    try {
      const counted = await countWork(casework)
      for (const queue of QUEUES) items.set({ queue }, counted.get(`item ${queue}`) ?? 0)
      for (const state of UNSETTLED) texts.set({ state }, counted.get(`text ${state}`) ?? 0)
      reachable.set(1)
    } catch (error) {
      casework.log.warn({ err: error }, 'the work could not be counted for the metrics')
      reachable.set(0)
    }
  }

  return {
    countRequests: (request, response, next) => {
      const stop = duration.startTimer({ method: request.method })
      response.once('close', () => {
        stop({ route: routeOf(request), status: response.writableFinished ? response.statusCode : 'aborted' })
      })
      next()
    },
    contentType: registry.contentType,
    text: async () => {
      await readWork()
      return registry.metrics()
    },
  }
}

/** The pattern that a request came to, such as `/api/v1/follow-ups/:id`; its address may hold a number. */
function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined
  return route === undefined ? 'none' : request.baseUrl + String(route.path)
}

async function countWork({ db }: Casework): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ name: string; count: number }[]>`
    SELECT 'item ' || queue AS name, count(*)::int AS count FROM follow_up WHERE status <> 'closed' GROUP BY queue
    UNION ALL
    SELECT 'text ' || state, count(*)::int FROM message WHERE state IN ('planned', 'held', 'sending', 'unknown') GROUP BY state`
  return new Map(rows.map(({ name, count }) => [name, count]))
}

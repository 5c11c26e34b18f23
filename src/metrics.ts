import type { Request, RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Casework } from './casework/casework.ts'
import { activeStops } from './casework/sending/stops.ts'
import { readHeartbeat } from './casework/view/heartbeat.ts'
import { readTextsSince } from './casework/view/messaging-health.ts'
import { QUEUES } from './domain/follow-up/words.ts'
import type { MessageState } from './domain/texting/delivery.ts'

export type Metrics = {
  /** To be passed by every request, before all routes. */
  readonly countRequests: RequestHandler
  readonly contentType: string
  /** Everything as Prometheus reads it. */
  text(): Promise<string>
}

const DAY_MS = 86_400_000
/** Seconds; a webhook's answer has one. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * The states in which a text still waits for something; the words are those of the partial index that counts them at once.
 * Counting the finished ones as well would read the whole table at every scrape (0.2 s at a million texts); those are counted for
 * the last day, from an index.
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

  const lastDay = new Gauge({
    name: 'ringback_texts_last_day',
    help: 'Texts planned within the last 24 hours, by what became of them.',
    labelNames: ['state'],
    registers,
  })
  const lost = new Gauge({
    name: 'ringback_texts_lost_last_day',
    help: 'Texts planned within the last 24 hours that did not arrive, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const refused = new Gauge({
    name: 'ringback_texts_refused_last_day',
    help: 'Texts planned within the last 24 hours that were not allowed to leave, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const tickAge = new Gauge({
    name: 'ringback_tick_age_seconds',
    help: 'How long ago the clock work last ran, in whichever process; a minute is usual; not a number where it never did.',
    registers,
  })
  const stops = new Gauge({
    name: 'ringback_sending_stops',
    help: 'Faults for which texts wait until somebody resumes them, by reason; none where nothing is stopped.',
    labelNames: ['reason'],
    registers,
  })

  const readWork = async (): Promise<void> => {
    items.reset()
    tickAge.set(Number.NaN)
    for (const gauge of [texts, lastDay, lost, refused, stops]) gauge.reset()
    try {
      const { db, clock } = casework
      const [counted, day, active, heartbeat] = await Promise.all([
        countWork(casework),
        readTextsSince(db, [], new Date(clock.now().getTime() - DAY_MS)),
        activeStops(db),
        readHeartbeat(casework),
      ])
      tickAge.set(heartbeat.ageMs === null ? Number.NaN : heartbeat.ageMs / 1_000)
      for (const queue of QUEUES) items.set({ queue }, counted.get(`item ${queue}`) ?? 0)
      for (const state of UNSETTLED) texts.set({ state }, counted.get(`text ${state}`) ?? 0)
      for (const [state, count] of Object.entries(day.states)) lastDay.set({ state }, count)
      for (const { reason, count } of day.faults) lost.set({ reason }, count)
      for (const { why, count } of day.refused) refused.set({ reason: why }, count)
      for (const { reason } of active) stops.inc({ reason })
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

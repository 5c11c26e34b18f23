import { inTransaction } from '../../platform/db.ts'
import { postOutside } from '../../platform/outgoing-request.ts'
import type { Casework } from '../casework.ts'
import { batch, orderAgain } from '../one-by-one.ts'
import { signedHeaders } from './signature.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/**
 * How long after each failed try the next one comes: about three days in all. Source: the retry schedule that the Standard Webhooks
 * specification suggests.
 */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** "Gone": the receiver says that nobody lives there any more. Source: the same specification. */
const GONE = 410

/** @param local addresses of this machine may be called, as in the sandbox. */
export type Delivering = Casework & { readonly local: boolean }

/**
 * Tries one delivery. Any 2xx is taken as "heard"; everything else, a redirect included, comes again later. After the last try an
 * endpoint that heard nothing else meanwhile is switched off, since a system that is silent for three days must be looked after by a
 * person. The log says so either way.
 * Safe to call twice for one delivery: a receiver drops what it had by `webhook-id`.
 */
export async function deliverWebhook(deps: Delivering, id: string): Promise<void> {
  const at = deps.clock.now()
  const delivery = await deps.db.webhookDelivery.findUnique({ where: { id }, include: { endpoint: true } })
  if (delivery?.state !== 'waiting' || (delivery.nextAt && delivery.nextAt > at)) return
  const { endpoint } = delivery
  if (endpoint.disabledAt) {
    await settle(deps, id, 'given-up', 'the endpoint is switched off')
    return
  }
  const body = JSON.stringify(delivery.payload)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Ringback',
    ...signedHeaders(endpoint.secret, id, at, body),
  }
  const status = await postOutside(endpoint.url, headers, body, deps.local).then(
    (answer) => answer.status,
    // What the other side or its name server said goes nowhere: it may hold anything.
    () => null,
  )
  if (status !== null && status >= 200 && status < 300) {
    await settle(deps, id, 'delivered', String(status))
    return
  }
  const answer = status === null ? 'no answer' : String(status)
  const pause = PAUSES[delivery.tries]
  if (status === GONE || pause === undefined) {
    await settle(deps, id, 'given-up', answer)
    if (status === GONE) await switchOff(deps, endpoint.id, 'it answered 410 Gone')
    else if (await heardNothingSince(deps, endpoint.id, delivery.at))
      await switchOff(deps, endpoint.id, 'it did not answer for three days')
    else
      deps.log.error(
        { endpointId: endpoint.id, deliveryId: id, answer },
        'an endpoint refused one delivery for three days and heard others; it will not hear of this one',
      )
    return
  }
  await inTransaction(deps.db, async (tx) => {
    const nextAt = new Date(at.getTime() + pause)
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, state: 'waiting', tries: delivery.tries },
      data: { tries: delivery.tries + 1, nextAt, answer },
    })
    if (count > 0) await deps.jobs.enqueue(tx, 'deliver-webhook', id, nextAt)
  })
}

/** Deliveries whose job was lost, for the tick. @returns how many were ordered again. */
export async function wakeDeliveries(deps: Casework, at: Date): Promise<number> {
  const waiting = await batch((order, take) =>
    deps.db.webhookDelivery.findMany({
      where: { state: 'waiting', nextAt: { lte: new Date(at.getTime() - 2 * MINUTE) } },
      orderBy: { nextAt: order },
      select: { id: true },
      take,
    }),
  )
  return orderAgain(deps, 'deliver-webhook', waiting, at)
}

async function settle(
  deps: Casework,
  id: string,
  state: 'delivered' | 'given-up',
  answer: string,
): Promise<void> {
  await deps.db.webhookDelivery.updateMany({
    where: { id, state: 'waiting' },
    data: { state, answer, settledAt: deps.clock.now(), nextAt: null },
  })
}

/** One thing that a receiver chokes on must not cost it everything else. */
async function heardNothingSince({ db }: Delivering, endpointId: string, since: Date): Promise<boolean> {
  const heard = await db.webhookDelivery.findFirst({
    where: { endpointId, state: 'delivered', settledAt: { gte: since } },
    select: { id: true },
  })
  return heard === null
}

async function switchOff(deps: Casework, endpointId: string, why: string): Promise<void> {
  const { count } = await deps.db.webhookEndpoint.updateMany({
    where: { id: endpointId, disabledAt: null },
    data: { disabledAt: deps.clock.now(), disabledWhy: why },
  })
  if (count === 0) return
  await deps.listeners.refresh()
  deps.log.error(
    { endpointId },
    `an endpoint was switched off because ${why}; mend it and run: npm run ringback -- webhook enable ID`,
  )
}

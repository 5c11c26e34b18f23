import { randomUUID } from 'node:crypto'
import { HAPPENINGS, type HappeningName } from '../../domain/outgoing/happening.ts'
import type { Db } from '../../platform/db.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { mayBeCalled } from '../../platform/outgoing-request.ts'
import { tellEveryPage } from '../changes.ts'
import { newSecret } from './signature.ts'

/** Another system that is told what happens here. Its secret is shown once, when it is made. */
export type Endpoint = {
  readonly id: string
  readonly url: string
  readonly events: readonly HappeningName[]
  /** empty: all practices */
  readonly clinics: readonly string[]
  readonly disabledAt: Date | null
  readonly disabledWhy: string | null
}

const SHOWN = {
  id: true,
  url: true,
  events: true,
  clinics: true,
  disabledAt: true,
  disabledWhy: true,
} as const

/**
 * Adds an endpoint.
 * @param order.events what it hears of; empty: everything.
 * @param order.localAllowed an address of this machine will do, as in the sandbox.
 * @throws BadInput when the address is none that may be called, or a word names nothing that happens.
 */
export async function addEndpoint(
  db: Db,
  order: {
    url: string
    events: readonly string[]
    clinics: readonly string[]
    by: string
    at: Date
    localAllowed: boolean
  },
): Promise<{ endpoint: Endpoint; secret: string }> {
  const problem = mayBeCalled(order.url, order.localAllowed)
  if (problem !== null) throw new BadInput(problem)
  const unknown = order.events.filter((name) => !HAPPENINGS.some((known) => known === name))
  if (unknown.length > 0) {
    throw new BadInput(`There is no event ${unknown.join(', ')}: write some of ${HAPPENINGS.join(', ')}.`)
  }
  const secret = newSecret()
  const row = await db.webhookEndpoint.create({
    data: {
      id: randomUUID(),
      url: order.url,
      secret,
      clinics: [...order.clinics],
      events: order.events.length > 0 ? [...order.events] : [...HAPPENINGS],
      createdAt: order.at,
      createdBy: order.by,
    },
    select: SHOWN,
  })
  await tellEveryPage(db)
  return { endpoint: endpointOf(row), secret }
}

/** All endpoints, the oldest first. */
export async function listEndpoints(db: Db): Promise<Endpoint[]> {
  const rows = await db.webhookEndpoint.findMany({ orderBy: { createdAt: 'asc' }, select: SHOWN })
  return rows.map(endpointOf)
}

/** Removes an endpoint and what it was still to be told. Throws NotFound when there is none of this id. */
export async function removeEndpoint(db: Db, id: string): Promise<void> {
  const { count } = await db.webhookEndpoint.deleteMany({ where: { id } })
  if (count === 0) throw new NotFound('There is no such endpoint: "webhook list" shows the ids.')
  await tellEveryPage(db)
}

/** Tells an endpoint again that was switched off, from what happens now on. */
export async function enableEndpoint(db: Db, id: string): Promise<void> {
  const { count } = await db.webhookEndpoint.updateMany({
    where: { id },
    data: { disabledAt: null, disabledWhy: null },
  })
  if (count === 0) throw new NotFound('There is no such endpoint: "webhook list" shows the ids.')
  await tellEveryPage(db)
}

/** The table's CHECK holds the words. */
function endpointOf(row: Omit<Endpoint, 'events'> & { events: string[] }): Endpoint {
  return { ...row, events: row.events as HappeningName[] }
}

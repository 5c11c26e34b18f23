import { randomUUID } from 'node:crypto'
import type { ConsentKind, Scope } from '../../domain/consent/ledger.ts'
import { consentChanged, type Happening } from '../../domain/outgoing/happening.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { Jobs } from '../jobs.ts'

/**
 * Whether anybody outside wants to hear anything. Asked at every change, so it is kept in memory: a practice without such systems pays
 * nothing for them.
 */
export type Listeners = {
  any(): boolean
  /** Looks again; called at the start, when an endpoint was added or removed anywhere, and at every tick. */
  refresh(): Promise<void>
}

export function createListeners(db: Db): Listeners {
  let found = false
  return {
    any: () => found,
    refresh: async () => {
      found = (await db.webhookEndpoint.count({ where: { disabledAt: null } })) > 0
    },
  }
}

type Announcing = { readonly jobs: Jobs; readonly listeners: Listeners }

/** Announces what this transaction added to the ledger of a contact. To be called at its end. */
export async function announceConsents(
  deps: Announcing,
  tx: Tx,
  contact: { readonly id: string; readonly phone: string },
  at: Date,
): Promise<void> {
  if (!deps.listeners.any()) return
  // A row carries the number of the transaction that wrote it, so nobody who writes a line can forget to announce it.
  const lines = await tx.$queryRaw<{ kind: ConsentKind; scope: Scope | 'all'; basis: string }[]>`
    SELECT kind, scope, basis FROM consent_event
    WHERE contact_id = ${contact.id}::uuid AND xmin = pg_current_xact_id()::xid ORDER BY seq`
  if (lines.length === 0) return
  const about = { phone: contact.phone, clinics: await clinicsOf(tx, contact.id) }
  await announce(
    deps,
    tx,
    lines.map((line) => consentChanged(about, line, at)),
  )
}

/** The practices with which a contact was in touch: to the others of an installation a patient's number is none of their business. */
async function clinicsOf(tx: Tx, contactId: string): Promise<string[]> {
  // Open and closed items apart, each in the words of its index.
  const rows = await tx.$queryRaw<{ clinicId: string }[]>`
    SELECT clinic_id AS "clinicId" FROM follow_up WHERE contact_id = ${contactId}::uuid AND status <> 'closed'
    UNION SELECT clinic_id FROM follow_up WHERE contact_id = ${contactId}::uuid AND status = 'closed'
    UNION SELECT clinic_id FROM call WHERE contact_id = ${contactId}::uuid
    UNION SELECT clinic_id FROM message WHERE contact_id = ${contactId}::uuid`
  return rows.map(({ clinicId }) => clinicId)
}

/** Writes down, in the transaction of the change itself, who is to be told of it, and orders the deliveries. */
export async function announce(deps: Announcing, tx: Tx, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0 || !deps.listeners.any()) return
  for (const { type, at, clinics, data } of happenings) {
    const endpoints = await tx.webhookEndpoint.findMany({
      where: {
        disabledAt: null,
        events: { has: type },
        OR: [{ clinics: { isEmpty: true } }, { clinics: { hasSome: [...clinics] } }],
      },
      select: { id: true },
    })
    for (const endpoint of endpoints) {
      const id = randomUUID()
      await tx.webhookDelivery.create({
        data: {
          ...{ id, endpointId: endpoint.id, event: type, at, nextAt: at, state: 'waiting' },
          payload: { type, timestamp: at.toISOString(), data },
        },
      })
      await deps.jobs.enqueue(tx, 'deliver-webhook', id, at)
    }
  }
}

import { standingOptOut } from '../../domain/consent/ledger.ts'
import type { Segment } from '../../domain/follow-up/request.ts'
import type { Trigger } from '../../domain/follow-up/words.ts'
import {
  CLOSED_LATELY_DAYS,
  type KnownContact,
  type KnownItem,
  type KnownRequest,
} from '../../domain/imports/verdict.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Tx } from '../../platform/db.ts'
import { ledgerLine } from '../contact-store.ts'

const DAY = 86_400_000

type ContactRow = { id: string; phone: string; noCalls: boolean; wrongNumber: boolean }
type ItemRow = { id: string; number: number; contactId: string; lineId: string; status: string } & {
  trigger: Trigger
}
type RequestRow = {
  followUpId: string
  trigger: Trigger
  personName: string | null
  segment: Segment | null
  reason: string | null
}

/**
 * What is on record of these numbers (E.164) in one practice, as far as it decides what a row of a list would do. Numbers that were
 * never in touch are not in it. Four statements, however many numbers.
 * @param lineId the line that the list is for.
 */
export async function knownContacts(
  tx: Tx,
  { policy, lineId }: { readonly policy: Policy; readonly lineId: string },
  phones: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, KnownContact>> {
  const contacts = await contactsOf(tx, phones)
  if (contacts.length === 0) return new Map()
  const ids = contacts.map(({ id }) => id)
  const ledger = await tx.consentEvent.findMany({
    where: { contactId: { in: ids } },
    orderBy: { seq: 'asc' },
  })
  const items = await itemsOf(tx, policy.clinicId, ids, at)
  const requests = items.length === 0 ? [] : await requestsOf(tx, items)
  const lines = Map.groupBy(ledger, ({ contactId }) => contactId)
  const itemsOfContact = Map.groupBy(items, ({ contactId }) => contactId)
  const requestsOfItem = Map.groupBy(requests, ({ followUpId }) => followUpId)
  const known = (item: ItemRow): KnownItem => ({
    number: item.number,
    open: item.status !== 'closed',
    scheduled: item.status === 'scheduled',
    joins: item.lineId === lineId || policy.workflows[item.trigger].joinLines,
    requests: (requestsOfItem.get(item.id) ?? []).map(
      ({ followUpId: _, ...request }): KnownRequest => request,
    ),
  })
  return new Map(
    contacts.map(({ id, phone, noCalls, wrongNumber }) => [
      phone,
      {
        ...{ noCalls, wrongNumber },
        optedOut: standingOptOut((lines.get(id) ?? []).map(ledgerLine)) !== null,
        items: (itemsOfContact.get(id) ?? []).map(known),
      },
    ]),
  )
}

/** A number that was reported lost counts again when somebody calls or writes from it: it has a new owner, who is in touch. */
function contactsOf(tx: Tx, phones: readonly string[]): Promise<ContactRow[]> {
  return tx.$queryRaw<ContactRow[]>`
    SELECT c.id, c.phone, c.no_calls AS "noCalls", lost.at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM call WHERE contact_id = c.id AND direction = 'inbound' AND started_at > lost.at)
        AND NOT EXISTS (SELECT 1 FROM message WHERE contact_id = c.id AND direction = 'in' AND created_at > lost.at)
        AS "wrongNumber"
    FROM contact c
    LEFT JOIN LATERAL (
      SELECT at FROM contact_fact
      WHERE contact_id = c.id AND kind IN ('wrong-number', 'number-changed') ORDER BY seq DESC LIMIT 1) lost ON true
    WHERE c.phone = ANY(${phones})`
}

function itemsOf(tx: Tx, clinicId: string, contacts: readonly string[], at: Date): Promise<ItemRow[]> {
  const since = new Date(at.getTime() - CLOSED_LATELY_DAYS * DAY)
  return tx.$queryRaw<ItemRow[]>`
    SELECT id, number, contact_id AS "contactId", line_id AS "lineId", status, trigger FROM follow_up
    WHERE contact_id = ANY(${contacts}::uuid[]) AND clinic_id = ${clinicId}
      AND (status <> 'closed' OR (status = 'closed' AND closed_at >= ${since}))
    ORDER BY received_at DESC, number DESC`
}

function requestsOf(tx: Tx, items: readonly ItemRow[]): Promise<RequestRow[]> {
  const ids = items.map(({ id }) => id)
  return tx.$queryRaw<RequestRow[]>`
    SELECT follow_up_id AS "followUpId", trigger, person_name AS "personName", segment, reason FROM request
    WHERE follow_up_id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL`
}

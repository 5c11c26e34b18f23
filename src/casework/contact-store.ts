import { randomUUID } from 'node:crypto'
import { Prisma, type ConsentEvent as LedgerRow } from '../../prisma/generated/client.ts'
import type { Basis, ConsentEvent, ConsentKind, Scope } from '../domain/consent/ledger.ts'
import { afterFact, FACT_RULES, type ContactFactKind, type ContactState } from '../domain/contact/facts.ts'
import type { Textable } from '../domain/texting/gate.ts'
import type { Tx } from '../platform/db.ts'

/** A contact whose lock this transaction holds: nothing about its consent or its texts can change beside us. */
export type LockedContact = {
  readonly id: string
  readonly phone: string
  readonly textable: Textable
  readonly zone: string | null
  /** nobody calls them again before then; null: nobody tried lately */
  readonly restUntil: Date | null
}

/** Whose lock is wanted: the contact of a number (E.164), which is made when there is none yet, one that is known, or that of a text. */
export type WhoseLock = { readonly phone: string } | { readonly id: string } | { readonly text: string }

/** Locks a contact until the transaction ends. @returns null when the text has none, or there is no such text. */
export async function lockContact(tx: Tx, whose: WhoseLock, at: Date): Promise<LockedContact | null> {
  const [contact] = await tx.$queryRaw<LockedContact[]>(lockOf(whose, at))
  return found(whose, contact ?? null)
}

/**
 * Admits a delivery by the provider's id of it and locks the contact that it concerns, in one statement, as every webhook does both. A
 * second delivery that arrives while the first is under way waits here for its commit.
 * @returns null when this delivery was recorded before; nothing is locked then.
 */
export async function admitAndLock(
  tx: Tx,
  receipt: string,
  whose: WhoseLock | null,
  at: Date,
): Promise<{ readonly contact: LockedContact | null } | null> {
  const fresh = Prisma.sql`
    INSERT INTO provider_receipt (key, received_at) VALUES (${receipt}, ${at}) ON CONFLICT DO NOTHING RETURNING key`
  if (whose === null) return (await tx.$executeRaw(fresh)) === 1 ? { contact: null } : null
  const [row] = await tx.$queryRaw<(LockedContact | { id: null })[]>`
    WITH fresh AS (${fresh}), held AS (${lockOf(whose, at, Prisma.sql`EXISTS (SELECT FROM fresh)`)})
    SELECT held.* FROM fresh LEFT JOIN held ON true`
  if (!row) return null
  return { contact: found(whose, row.id === null ? null : row) }
}

function found(whose: WhoseLock, contact: LockedContact | null): LockedContact | null {
  if (contact === null && !('text' in whose))
    throw new Error('The contact is gone; contacts are never deleted while items point at them')
  return contact
}

/** @param only the lock is taken under this condition only */
function lockOf(whose: WhoseLock, at: Date, only = Prisma.sql`true`): Prisma.Sql {
  const columns = Prisma.sql`contact.id, contact.phone, contact.textable, contact.zone,
    contact.rest_until AS "restUntil"`
  if ('phone' in whose)
    // DO UPDATE rather than DO NOTHING: only an update locks the row and returns it in one statement.
    return Prisma.sql`
      INSERT INTO contact (id, phone, created_at)
      SELECT ${randomUUID()}::uuid, ${whose.phone}, ${at}::timestamptz WHERE ${only}
      ON CONFLICT (phone) DO UPDATE SET phone = excluded.phone
      RETURNING ${columns}`
  if ('id' in whose)
    return Prisma.sql`SELECT ${columns} FROM contact WHERE id = ${whose.id}::uuid AND ${only} FOR UPDATE`
  return Prisma.sql`
    SELECT ${columns} FROM contact JOIN message ON message.contact_id = contact.id
    WHERE message.id = ${whose.text}::uuid AND ${only} FOR UPDATE OF contact`
}

/** The whole ledger of a contact, oldest first. */
export async function ledgerOf(tx: Tx, contactId: string): Promise<ConsentEvent[]> {
  // By the order in which they were written under the contact's lock, not by the clocks of several processes.
  const rows = await tx.consentEvent.findMany({ where: { contactId }, orderBy: { seq: 'asc' } })
  return rows.map(ledgerLine)
}

/** A ledger as one value of JSON, whose times are texts. */
export type LedgerJson = readonly (Omit<LedgerFacts, 'at'> & { readonly at: string })[]

/** All lines of a ledger, in their order, as one value of a statement that asks for more. */
export const LEDGER_AS_JSON = Prisma.sql`
  coalesce(jsonb_agg(jsonb_build_object('id', id, 'at', at, 'kind', kind, 'scope', scope, 'basis', basis,
    'evidence', evidence, 'wordingVersion', wording_version, 'followUpId', follow_up_id) ORDER BY seq), '[]')`

export function ledgerFromJson(lines: LedgerJson): ConsentEvent[] {
  return lines.map((line) => ledgerLine({ ...line, at: new Date(line.at) }))
}

/** Adds one line to the ledger; the same proof twice (a repeated webhook) is one line. @returns whether the line is new. */
export async function appendConsent(
  tx: Tx,
  contactId: string,
  entry: {
    readonly at: Date
    readonly kind: ConsentKind
    readonly scope: Scope | 'all'
    readonly basis: Basis
    readonly evidence: string
    readonly wordingVersion?: string
    readonly words?: string
    readonly followUpId?: string
    readonly staffId?: string
  },
): Promise<boolean> {
  const { count } = await tx.consentEvent.createMany({
    data: [{ id: randomUUID(), contactId, channel: 'text', ...entry }],
    skipDuplicates: true,
  })
  return count === 1
}

/** What is true of a number now. */
export async function stateOfContact(tx: Tx, contactId: string): Promise<ContactState> {
  const row = await tx.contact.findUniqueOrThrow({ where: { id: contactId } })
  const { shared, noCalls, noVoicemail, preference } = row
  return { shared, noCalls, noVoicemail, preference, textable: row.textable as Textable }
}

/**
 * Writes down what staff or the carrier said about a number, changes what is true of it, and ends the consent that ends with it.
 * To be called under the contact's lock. Waiting texts and open items are the caller's.
 * @param fact.source a staff id, "key:" and an API key's id, or "carrier".
 */
export async function appendFact(
  tx: Tx,
  contactId: string,
  fact: {
    readonly at: Date
    readonly kind: ContactFactKind
    readonly source: string
    readonly evidence: string
    readonly note?: string | null
  },
): Promise<void> {
  const { kind, at, source, evidence } = fact
  const note = fact.note ?? null
  await tx.contactFact.create({ data: { id: randomUUID(), contactId, ...fact, note } })
  await tx.contact.update({
    where: { id: contactId },
    data: afterFact(await stateOfContact(tx, contactId), kind, note),
  })
  const { consent } = FACT_RULES[kind]
  if (consent === null) return
  const basis = source === 'carrier' ? 'carrier' : 'spoken-to-staff'
  const by = source === 'carrier' ? {} : { staffId: source }
  await appendConsent(tx, contactId, { at, kind: consent, scope: 'all', basis, evidence, ...by })
}

export async function setLanguage(tx: Tx, contactId: string, language: string): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { language } })
}

/** Lets a contact rest after an attempt, or ends the rest. */
export async function restContact(tx: Tx, contactId: string, until: Date | null): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { restUntil: until } })
}

type LedgerFacts = Pick<
  LedgerRow,
  'id' | 'at' | 'kind' | 'scope' | 'basis' | 'evidence' | 'wordingVersion' | 'followUpId'
>

/** A row of the ledger as the domain reads it. */
export function ledgerLine(row: LedgerFacts): ConsentEvent {
  const { id, at, evidence, wordingVersion, followUpId } = row
  const facts = { id, at, evidence, wordingVersion, followUpId, basis: row.basis as Basis }
  return row.kind === 'grant'
    ? { ...facts, kind: 'grant', scope: row.scope as Scope }
    : { ...facts, kind: row.kind as Exclude<ConsentKind, 'grant'> }
}

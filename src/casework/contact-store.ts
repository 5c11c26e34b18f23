import { randomUUID } from 'node:crypto'
import type { ConsentEvent as LedgerRow } from '../../prisma/generated/client.ts'
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
}

/** Finds or makes the contact of a number (E.164) and locks it until the transaction ends. */
export async function lockContactByPhone(tx: Tx, phone: string, at: Date): Promise<LockedContact> {
  // DO UPDATE rather than DO NOTHING: only an update locks the row and returns it in one statement.
  const rows = await tx.$queryRaw<LockedContact[]>`
    INSERT INTO contact (id, phone, created_at) VALUES (${randomUUID()}::uuid, ${phone}, ${at})
    ON CONFLICT (phone) DO UPDATE SET phone = excluded.phone
    RETURNING id, phone, textable, zone`
  return one(rows)
}

export async function lockContact(tx: Tx, id: string): Promise<LockedContact> {
  return one(
    await tx.$queryRaw<
      LockedContact[]
    >`SELECT id, phone, textable, zone FROM contact WHERE id = ${id}::uuid FOR UPDATE`,
  )
}

/** The whole ledger of a contact, oldest first. */
export async function ledgerOf(tx: Tx, contactId: string): Promise<ConsentEvent[]> {
  // By the order in which they were written under the contact's lock, not by the clocks of several processes.
  const rows = await tx.consentEvent.findMany({ where: { contactId }, orderBy: { seq: 'asc' } })
  return rows.map(ledgerLine)
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

/** A row of the ledger as the domain reads it. */
export function ledgerLine(row: Omit<LedgerRow, 'words'>): ConsentEvent {
  const { id, at, evidence, wordingVersion, followUpId } = row
  const facts = { id, at, evidence, wordingVersion, followUpId, basis: row.basis as Basis }
  return row.kind === 'grant'
    ? { ...facts, kind: 'grant', scope: row.scope as Scope }
    : { ...facts, kind: row.kind as Exclude<ConsentKind, 'grant'> }
}

function one(rows: readonly LockedContact[]): LockedContact {
  const [row] = rows
  if (!row) throw new Error('The contact is gone; contacts are never deleted while items point at them')
  return row
}

import { randomUUID } from 'node:crypto'
import type { ConsentEvent as LedgerRow } from '../../prisma/generated/client.ts'
import type { Basis, ConsentEvent, Scope } from '../domain/consent/ledger.ts'
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
  return rows.map(fromRow)
}

/** Adds one line to the ledger; the same proof twice (a repeated webhook) is one line. */
export async function appendConsent(
  tx: Tx,
  contactId: string,
  entry: {
    readonly at: Date
    readonly kind: 'grant' | 'revoke' | 'lift'
    readonly scope: Scope | 'all'
    readonly basis: Basis
    readonly evidence: string
    readonly wordingVersion?: string
    readonly words?: string
    readonly followUpId?: string
    readonly staffId?: string
  },
): Promise<void> {
  await tx.consentEvent.createMany({
    data: [{ id: randomUUID(), contactId, channel: 'text', ...entry }],
    skipDuplicates: true,
  })
}

export async function setTextable(tx: Tx, contactId: string, textable: Textable): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { textable } })
}

export async function setLanguage(tx: Tx, contactId: string, language: string): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { language } })
}

function fromRow(row: LedgerRow): ConsentEvent {
  const facts = {
    id: row.id,
    at: row.at,
    basis: row.basis as Basis,
    evidence: row.evidence,
    wordingVersion: row.wordingVersion,
    followUpId: row.followUpId,
  }
  return row.kind === 'grant'
    ? { ...facts, kind: 'grant', scope: row.scope as Scope }
    : { ...facts, kind: row.kind as 'revoke' | 'lift' }
}

function one(rows: readonly LockedContact[]): LockedContact {
  const [row] = rows
  if (!row) throw new Error('The contact is gone; contacts are never deleted while items point at them')
  return row
}

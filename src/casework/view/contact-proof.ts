import type { ConsentEvent, ContactFact, Message } from '../../../prisma/generated/client.ts'
import {
  permissionToText,
  SCOPES,
  standingOptOut,
  type Permission,
  type Scope,
} from '../../domain/consent/ledger.ts'
import type { ContactState } from '../../domain/contact/facts.ts'
import type { Textable } from '../../domain/texting/gate.ts'
import type { Db } from '../../platform/db.ts'
import { ledgerLine } from '../contact-store.ts'
import type { Reader } from './dossier.ts'
import { WITHHELD, type Words } from './redaction.ts'

/** All that proves, years later, why each text to a number went or did not. */
export type ContactProof = {
  readonly readAt: Date
  readonly contact: ContactState & {
    readonly id: string
    readonly phone: string
    readonly name: string | null
    readonly language: string | null
    readonly zone: string | null
    readonly createdAt: Date
  }
  /** what may be texted now: for every open item, and for what is about no single item */
  readonly permissions: readonly ContactPermission[]
  /** the line of the ledger for which there are no texts at all; null: there is none */
  readonly optOutId: string | null
  /** in the order in which it was written */
  readonly ledger: readonly (Omit<ConsentEvent, 'words'> & { readonly words: Words })[]
  readonly facts: readonly ContactFact[]
  /** of the reader's practices, the newest first */
  readonly items: readonly {
    readonly id: string
    readonly number: number
    readonly clinicId: string
    readonly status: string
    readonly reason: string
    readonly receivedAt: Date
  }[]
  /** what the reader's practices sent or meant to send, the oldest first, each with what the gate said of it last */
  readonly texts: readonly Message[]
  readonly staffNames: ReadonlyMap<string, string>
  /** words of the person are in it, so that this reading belongs into the audit */
  readonly wordsShown: boolean
}

export type ContactPermission = {
  readonly scope: Scope
  /** the item that a permission for this request is about */
  readonly item: { readonly id: string; readonly number: number } | null
  readonly permission: Permission
}

/**
 * The proof of one number, as far as this reader may read it; null when nobody with this number has been in touch. The ledger is the
 * legal entity's and shown to staff of each of its practices; items and texts only to those of their own. What a person wrote or said
 * is for licensed staff. When it is handed over, or the whole is taken out, the audit entry that says so is written first.
 * @param how.exported the reader takes the proof away as a file or on paper.
 */
export async function readContactProof(
  db: Db,
  reader: Reader,
  wanted: { readonly phone: string },
  how: { readonly at: Date; readonly exported: string | null },
): Promise<ContactProof | null> {
  const proof = await loadProof(db, reader, wanted.phone, how.at)
  if (!proof) return null
  const about = { at: how.at, actor: reader.id, subject: `contact:${proof.contact.id}` }
  if (proof.wordsShown) await db.auditEntry.create({ data: { ...about, action: 'contact-read' } })
  if (how.exported !== null) {
    const detail = { as: how.exported, words: proof.wordsShown }
    await db.auditEntry.create({ data: { ...about, action: 'contact-exported', detail } })
  }
  return proof
}

/** No more of an item than this: its note and all that was said belong to its own page, where they are judged. */
const ITEM = { id: true, number: true, clinicId: true, status: true, reason: true, receivedAt: true } as const

async function loadProof(db: Db, reader: Reader, phone: string, at: Date): Promise<ContactProof | null> {
  const ofReader = reader.clinics.length > 0 ? { clinicId: { in: [...reader.clinics] } } : {}
  const row = await db.contact.findUnique({
    where: { phone },
    include: {
      consents: { orderBy: { seq: 'asc' } },
      facts: { orderBy: { seq: 'asc' } },
      followUps: { where: ofReader, orderBy: { number: 'desc' }, select: ITEM },
      messages: { where: { ...ofReader, direction: 'out' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!row) return null
  const { consents, facts, followUps: items, messages: texts, textable, ...contact } = row
  const ledger = consents.map(ledgerLine)
  const open = items.filter(({ status }) => status !== 'closed')
  const mayText = (scope: Scope, item: { id: string; number: number } | null): ContactPermission => ({
    scope,
    item: item && { id: item.id, number: item.number },
    permission: permissionToText(ledger, { scope, followUpId: item?.id ?? '' }),
  })
  return {
    readAt: at,
    contact: { ...contact, textable: textable as Textable },
    permissions: SCOPES.flatMap((scope) =>
      scope === 'this-request' ? open.map((item) => mayText(scope, item)) : [mayText(scope, null)],
    ),
    optOutId: standingOptOut(ledger)?.id ?? null,
    ledger: consents.map((line) => ({
      ...line,
      words: reader.mayReadClinical ? line.words : line.words && WITHHELD,
    })),
    ...{ facts, items, texts },
    staffNames: await namesOf(db, [
      ...consents.map(({ staffId }) => staffId),
      ...facts.map(({ source }) => source),
      ...texts.map(({ sentBy }) => sentBy),
    ]),
    wordsShown: reader.mayReadClinical && consents.some(({ words }) => words !== null),
  }
}

async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const staff = await db.staff.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

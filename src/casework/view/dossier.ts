import { QUEUES } from '../../domain/follow-up/words.ts'
import { mayReadClinical, mayWork, type Role } from '../../domain/staff/roles.ts'
import type { Db } from '../../platform/db.ts'
import { namesOf } from './names.ts'
import { redact, type Clearance, type Dossier, type ReadableDossier } from './redaction.ts'

/** Whom something is shown to: what they may read and which practices are theirs (empty: all of this installation). */
export type Reader = Clearance & {
  /** staff id, or `key:` and an API key's id; stands in the audit */
  readonly id: string
  readonly clinics: readonly string[]
}

/** The reader that a person with an account is. */
export function staffReader(staff: {
  id: string
  roles: readonly Role[]
  clinics: readonly string[]
}): Reader {
  const { id, roles, clinics } = staff
  const queues = QUEUES.filter((queue) => mayWork(roles, queue))
  return { id, mayReadClinical: mayReadClinical(roles), queues, clinics }
}

/**
 * Everything on record about one item, as far as this reader may read it; null when there is none in the reader's practices.
 * When clinical words are handed over, the audit entry that says so is written first.
 * @param wanted the item's number, as people say it, or its id.
 * @param at the present instant, for the audit.
 */
export async function readDossier(
  db: Db,
  reader: Reader,
  wanted: { readonly number: number } | { readonly id: string },
  at: Date,
): Promise<ReadableDossier | null> {
  const dossier = await loadDossier(db, reader, wanted)
  if (!dossier) return null
  const readable = redact(dossier, reader)
  if (readable.clinicalWordsShown) {
    await db.auditEntry.create({
      data: { at, actor: reader.id, action: 'clinical-text-read', subject: `follow-up:${dossier.item.id}` },
    })
  }
  return readable
}

async function loadDossier(
  db: Db,
  reader: Reader,
  wanted: { readonly number: number } | { readonly id: string },
): Promise<Dossier | null> {
  const item = await db.followUp.findUnique({
    where: wanted,
    include: {
      contact: { include: { consents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } },
      line: { select: { name: true } },
      history: { orderBy: { id: 'asc' } },
      calls: { orderBy: { startedAt: 'asc' } },
      messages: { orderBy: { createdAt: 'asc' } },
      requests: { orderBy: { seq: 'asc' } },
    },
  })
  if (!item) return null
  if (reader.clinics.length > 0 && !reader.clinics.includes(item.clinicId)) return null
  const { contact, line, history, calls, messages, requests, ...facts } = item
  const names = await namesOf(db, [item.ownerId, ...history.map(({ actor }) => actor)])
  return {
    item: facts,
    lineName: line.name,
    ownerName: names.get(item.ownerId ?? '') ?? null,
    contact: contact && {
      phone: contact.phone,
      name: contact.name,
      language: contact.language,
      textable: contact.textable,
      shared: contact.shared,
      noCalls: contact.noCalls,
      noVoicemail: contact.noVoicemail,
      preference: contact.preference,
      restUntil: contact.restUntil,
    },
    consents: contact?.consents ?? [],
    history,
    calls,
    messages,
    requests,
    staffNames: names,
    ...(await neighbours(db, item)),
  }
}

async function neighbours(
  db: Db,
  { id, earlierId }: { readonly id: string; readonly earlierId: string | null },
): Promise<Pick<Dossier, 'earlier' | 'later'>> {
  const of = { select: { number: true }, orderBy: { number: 'asc' } } as const
  const [earlier, later] = await Promise.all([
    earlierId === null ? null : db.followUp.findUnique({ where: { id: earlierId }, select: of.select }),
    db.followUp.findMany({ where: { earlierId: id }, ...of }),
  ])
  return { earlier: earlier?.number ?? null, later: later.map(({ number }) => number) }
}

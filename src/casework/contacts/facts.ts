import { randomUUID } from 'node:crypto'
import { FACT_RULES, saysNothingNew, type StaffFact } from '../../domain/contact/facts.ts'
import type { Actor } from '../../domain/staff/roles.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'
import { appendFact, stateOfContact } from '../contact-store.ts'
import { sendsOnTheWire } from '../opt-out-texts.ts'
import { record, type Desk } from '../record.ts'
import { readsClinical } from './clinical-words.ts'
import { tellOpenItems } from './open-items.ts'

export type FactResult =
  | { readonly type: 'recorded' | 'known-already' }
  | { readonly type: 'refused'; readonly reason: 'clinical-words' }

/**
 * Staff say something about a number: it is remembered with who said it, changes what is true of the number, and reaches every open
 * item of the number in the same transaction. A lost number (wrong, or changed) also ends its consent and stops what waits to leave.
 * @param order.note what else the next person should know; for a preference the preference itself, and empty takes it back. Every
 *   practice of the installation reads it, so that a note with clinical words is refused.
 * @returns for a lost number only when no text to it is being handed over any more.
 */
export async function recordFact(
  deps: Casework,
  actor: Pick<Actor, 'id' | 'roles'>,
  order: { readonly phone: string; readonly kind: StaffFact; readonly note: string },
): Promise<FactResult> {
  if (actor.roles.length === 0) throw new NotAllowed('Only staff may say what is true of a number.')
  const known = await deps.db.contact.findUnique({ where: { phone: order.phone }, select: { id: true } })
  if (!known) throw new NotFound('Nobody with this number has been in touch yet.')
  const note = order.note.trim() || null
  if (note !== null && readsClinical(deps, note)) return { type: 'refused', reason: 'clinical-words' }
  const at = deps.clock.now()
  const { answer } = await record(deps, { receipt: null, at, contact: known }, async (desk) => {
    if (saysNothingNew(await stateOfContact(desk.tx, known.id), order.kind, note)) return 'known-already'
    const evidence = `staff:${randomUUID()}`
    await writeFact(desk, known.id, actor.id, { kind: order.kind, note, evidence })
    return 'recorded'
  })
  if (FACT_RULES[order.kind].lost) await sendsOnTheWire(deps, known.id)
  return { type: answer ?? 'recorded' }
}

/**
 * Writes a fact down under the contact's lock and tells the open items of the number.
 * @param fact.toldBy the item whose own event tells of it already; absent: none.
 */
export async function writeFact(
  desk: Desk,
  contactId: string,
  by: string,
  fact: {
    readonly kind: StaffFact
    readonly note: string | null
    readonly evidence: string
    readonly toldBy?: string
  },
): Promise<void> {
  const { tx, at } = desk
  const { kind, note, evidence, toldBy = null } = fact
  await appendFact(tx, contactId, { at, kind, source: by, evidence, note })
  if (FACT_RULES[kind].lost) await desk.stopTexts('wrong-number', toldBy)
  await tellOpenItems(
    desk,
    contactId,
    (onTheWay) => ({
      ...({ type: 'contact-fact-set', at, by, fact: kind, note, evidence } as const),
      ...(FACT_RULES[kind].lost ? { onTheWay } : {}),
    }),
    toldBy,
  )
  await tx.auditEntry.create({
    data: {
      at,
      actor: by,
      action: 'contact-fact-recorded',
      subject: `contact:${contactId}`,
      detail: { kind },
    },
  })
}

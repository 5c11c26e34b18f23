import { randomUUID } from 'node:crypto'
import {
  grantsEnded,
  isFreshGrant,
  permissionToText,
  standingOptOut,
  standingOptOuts,
  type ConsentEvent,
  type Permission,
  type Scope,
} from '../../domain/consent/ledger.ts'
import { worksFor } from '../../domain/staff/roles.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'
import { appendConsent, ledgerOf } from '../contact-store.ts'
import { sendsOnTheWire } from '../opt-out-texts.ts'
import { record, type Desk } from '../record.ts'
import { readsClinical } from './clinical-words.ts'
import { tellOpenItems } from './open-items.ts'

/** Who writes a consent down: a staff id, or "key:" and an API key's id; and the practices they work for (empty: all). */
export type Writer = { readonly id: string; readonly clinics: readonly string[] }

/** How a consent may be written down by people and programs; what is pressed, said or texted to the line is heard by the line. */
export const WRITTEN_BASES = ['spoken-to-staff', 'form', 'import'] as const
export type WrittenBasis = (typeof WRITTEN_BASES)[number]

export type GrantOrder = {
  readonly phone: string
  readonly scope: Scope
  /** the item that consent for this request is about */
  readonly followUp: { readonly id: string } | { readonly number: number } | null
  readonly basis: WrittenBasis
  /** what proves it: a form's id, a file and its row; empty only for what was said to staff, whose own id then proves it */
  readonly evidence: string
  /** what the person said or signed, where the words are the proof */
  readonly words: string
  /** the version of the wording or form that was agreed to, where there is one */
  readonly wordingVersion: string
  /** when the person agreed; null: just now, which of a form or a list nobody believes once the person has opted out */
  readonly givenAt: Date | null
}

export type ConsentResult =
  | {
      readonly type: 'recorded' | 'known-already'
      readonly kind: 'grant' | 'revoke'
      readonly id: string
      /** what may be texted after it; a STOP stands until the person writes START, whatever is written down here */
      readonly permission: Permission
    }
  | { readonly type: 'refused'; readonly reason: RefusedConsent }
export type RefusedConsent =
  | 'evidence-required'
  | 'evidence-used-up'
  /** a form or a list after an opt-out, without the time at which the person agreed */
  | 'date-required'
  | 'item-required'
  | 'not-yet'
  | 'clinical-words'

/**
 * Writes down that a person agreed to texts. After a revocation only a fresh grant counts (src/domain/consent/ledger.ts), so one
 * that would not count is refused and nothing is written. The same evidence for the same scope again is one line.
 */
export async function grantConsent(
  deps: Casework,
  writer: Writer,
  order: GrantOrder,
): Promise<ConsentResult> {
  const at = deps.clock.now()
  const given = order.givenAt ?? at
  const evidence = order.evidence.trim()
  if (evidence === '' && order.basis !== 'spoken-to-staff') return refused('evidence-required')
  if (evidence === '' && order.words.trim() === '') return refused('evidence-required')
  if (given > at) return refused('not-yet')
  if (readsClinical(deps, `${evidence} ${order.wordingVersion}`)) return refused('clinical-words')
  const followUp = await itemOf(deps, writer, order)
  if (order.scope === 'this-request' && followUp === null) return refused('item-required')
  const line = {
    ...({ at: given, kind: 'grant', scope: order.scope, basis: order.basis } as const),
    evidence: evidence || `staff:${randomUUID()}`,
    ...(order.wordingVersion.trim() === '' ? {} : { wordingVersion: order.wordingVersion.trim() }),
    ...(order.words.trim() === '' ? {} : { words: order.words.trim() }),
    ...(order.scope === 'this-request' && followUp !== null ? { followUpId: followUp } : {}),
    staffId: writer.id,
  }
  let result: ConsentResult = refused('evidence-used-up')
  await record(deps, { receipt: null, at, contact: { phone: order.phone } }, async (desk) => {
    const { contact } = desk
    if (!contact) return null
    const before = await ledgerOf(desk.tx, contact.id)
    if (!isFreshGrant(before, line)) return null
    if (order.givenAt === null && order.basis !== 'spoken-to-staff' && grantsEnded(before)) {
      result = refused('date-required')
      return null
    }
    const recorded = await appendConsent(desk.tx, contact.id, line)
    const after = await ledgerOf(desk.tx, contact.id)
    const known = lineOf(after, 'grant', line)
    // One form may cover several scopes, but not two requests of the same person.
    if (known.followUpId !== (line.followUpId ?? null)) return null
    if (recorded && standingOptOut(before) && !standingOptOut(after))
      await backAgain(desk, contact.id, { by: writer.id, evidence: line.evidence })
    if (recorded)
      await audit(desk, writer, contact.id, { kind: 'grant', scope: order.scope, basis: order.basis })
    result = {
      type: recorded ? 'recorded' : 'known-already',
      kind: 'grant',
      id: known.id,
      permission: permissionToText(after, { scope: order.scope, followUpId: followUp ?? '' }),
    }
    return null
  })
  return result
}

/**
 * Writes down that a person asked, by whatever means, not to be texted any more. It counts at once, for everything and every practice
 * of the installation, and stops what waits to leave.
 * @returns only when no text to the number is being handed over any more.
 * @param order.evidence the id of what proves it, such as a letter's; empty: what the staff member says, with an id of its own.
 */
export async function revokeConsent(
  deps: Casework,
  writer: Writer,
  order: { readonly phone: string; readonly evidence: string; readonly words: string },
): Promise<ConsentResult> {
  const at = deps.clock.now()
  const given = order.evidence.trim()
  const words = order.words.trim()
  if (readsClinical(deps, given)) return refused('clinical-words')
  let result: ConsentResult = refused('evidence-required')
  const { answer: contactId } = await record(
    deps,
    { receipt: null, at, contact: { phone: order.phone } },
    async (desk) => {
      const { contact } = desk
      if (!contact) return null
      const before = await ledgerOf(desk.tx, contact.id)
      const again = before.some((line) => line.kind === 'revoke' && line.evidence === given)
      const stands = standingOptOuts(before).inWords !== null
      // A reference that was used before the person agreed again does not make the new revocation a repetition.
      const evidence = given === '' || (again && !stands) ? `${given || 'staff'}:${randomUUID()}` : given
      const recorded = await appendConsent(desk.tx, contact.id, {
        ...{ at, kind: 'revoke', scope: 'all', basis: 'spoken-to-staff', evidence, staffId: writer.id },
        ...(words === '' ? {} : { words }),
      })
      if (recorded) {
        await desk.stopTexts('opted-out', null)
        await tellOpenItems(desk, contact.id, (onTheWay) => ({
          ...({ type: 'opted-out', at, means: 'staff', evidence, onTheWay } as const),
          by: writer.id,
        }))
        await audit(desk, writer, contact.id, { kind: 'revoke', basis: 'spoken-to-staff' })
      }
      const after = await ledgerOf(desk.tx, contact.id)
      result = {
        type: recorded ? 'recorded' : 'known-already',
        kind: 'revoke',
        id: lineOf(after, 'revoke', { evidence }).id,
        permission: permissionToText(after, { scope: 'this-request', followUpId: '' }),
      }
      return contact.id
    },
  )
  if (contactId !== null) await sendsOnTheWire(deps, contactId)
  return result
}

/** The item that the consent is about, if it is this number's and of a practice of the writer's. */
async function itemOf(deps: Casework, writer: Writer, order: GrantOrder): Promise<string | null> {
  if (order.followUp === null) return null
  const item = await deps.db.followUp.findUnique({
    where: order.followUp,
    select: { id: true, clinicId: true, contact: { select: { phone: true } } },
  })
  if (item?.contact?.phone !== order.phone || !worksFor(writer, item.clinicId))
    throw new NotFound('This number has no such item: take the id or number of one that is on its page.')
  return item.id
}

async function backAgain(
  desk: Desk,
  contactId: string,
  told: { readonly by: string; readonly evidence: string },
): Promise<void> {
  await tellOpenItems(desk, contactId, () => ({ type: 'opted-in-again', at: desk.at, ...told }))
}

async function audit(
  { tx, at }: Desk,
  writer: Writer,
  contactId: string,
  detail: Record<string, string>,
): Promise<void> {
  const subject = `contact:${contactId}`
  await tx.auditEntry.create({ data: { at, actor: writer.id, action: 'consent-recorded', subject, detail } })
}

/** The line that was just written, or stood there already. */
function lineOf(
  ledger: readonly ConsentEvent[],
  kind: ConsentEvent['kind'],
  written: { readonly evidence: string; readonly scope?: Scope },
): ConsentEvent {
  const found = ledger.findLast(
    (line) =>
      line.kind === kind &&
      line.evidence === written.evidence &&
      (line.kind !== 'grant' || line.scope === written.scope),
  )
  if (!found) throw new Error('A line of the consent ledger is gone; the table is append-only')
  return found
}

function refused(reason: RefusedConsent): ConsentResult {
  return { type: 'refused', reason }
}

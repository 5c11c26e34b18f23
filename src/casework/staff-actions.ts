import { readClinical, type ClinicalReading } from '../domain/clinical/detect.ts'
import { mayGiveUp } from '../domain/follow-up/closing.ts'
import { needsNote } from '../domain/follow-up/documenting.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { OUTCOME_RULES } from '../domain/follow-up/outcomes.ts'
import type { RecordedOutcome } from '../domain/follow-up/words.ts'
import { mayReadClinical, mayWork, worksFor, type Actor } from '../domain/staff/roles.ts'
import { NotFound } from '../platform/errors.ts'
import { alertedSince } from './alerting/store.ts'
import type { Casework } from './casework.ts'
import { appendConsent } from './contact-store.ts'
import { writeFact } from './contacts/facts.ts'
import { tellOpenItems } from './contacts/open-items.ts'
import { textsOnTheWay } from './message-store.ts'
import { sendsOnTheWire } from './opt-out-texts.ts'
import { record, type Desk } from './record.ts'

/** A refusal is an answer, not an error: a person may well try what is no longer possible. */
export type ActionResult<Reason extends string = RefusedAction> =
  { readonly type: 'done' } | { readonly type: 'refused'; readonly reason: Reason }
export type RefusedAction =
  | 'not-your-queue'
  | 'closed-already'
  | 'claimed-by-another'
  | 'note-required'
  | 'callback-time-required'
  | 'changed-meanwhile'
  /** an end that only a licensed person may put to it */
  | 'licensed-decides'
  | 'has-open-item'
  | 'not-closed'

/**
 * What a person saw of an item when deciding. What the carrier reports meanwhile does not count, since nobody decides by it, except a
 * voicemail where voicemails are to be heard: who says they have listened has listened to those they saw. A text that a colleague wrote
 * does, as does what the person was told by it.
 * @param told.voicemails how many recordings the item had
 * @param told.texts how many texts staff had written about it
 */
export function seenState(
  item: {
    readonly status: string
    readonly queue: string
    readonly attempts: number
    readonly ownerId: string | null
    readonly nextAction?: string | null
  },
  { voicemails, texts }: { readonly voicemails: number; readonly texts: number },
): string {
  const heard = item.nextAction === 'listen-to-voicemail' ? voicemails : ''
  return `${item.status} ${item.queue} ${item.attempts} ${item.ownerId ?? ''} ${heard} ${texts}`
}

/** How long an item stays somebody's before it goes back to its queue unless they act on it. */
const CLAIM_MS = 15 * 60_000

/**
 * Records the result of an attempt or of working an item; the table OUTCOME_RULES says what follows.
 * @param order.seen what `seenState` said when the person looked; another state now refuses the outcome.
 * @returns for an outcome that stops texts only when no text to the number is being handed over any more.
 */
export async function recordOutcome(
  deps: Casework,
  actor: Actor,
  order: { number: number; outcome: RecordedOutcome; note: string; callbackAt?: Date; seen?: string },
): Promise<ActionResult> {
  const rule = OUTCOME_RULES[order.outcome]
  const note = order.note.trim()
  const licensed = mayReadClinical(actor.roles)
  const told: { stopped?: string } = {}
  const result = await act(deps, actor, order.number, 'outcome-recorded', async (desk, item) => {
    if (await changedSince(desk, item, order.seen)) return 'changed-meanwhile'
    const policy = deps.practices.policy(item.clinicId)
    if (order.outcome === 'unable-to-reach' && !mayGiveUp(item, licensed)) return 'licensed-decides'
    if (note === '' && needsNote(policy, item.trigger, order.outcome)) return 'note-required'
    if (rule.next !== 'closed' && rule.next.due === 'agreed-time' && !order.callbackAt)
      return 'callback-time-required'
    const contact = rule.stopsTexts === undefined ? null : desk.contact
    const leaving = contact ? await textsOnTheWay(desk.tx, contact.id, desk.at) : []
    const changed = await desk.apply(item, {
      type: 'outcome-recorded',
      at: desk.at,
      by: actor.id,
      outcome: order.outcome,
      note,
      callbackAt: order.callbackAt ?? null,
      licensed,
      reading: readNote(deps, item, note),
      onTheWay: leaving.filter(({ followUpId }) => followUpId === item.id).length,
    })
    if (!contact) return null
    told.stopped = contact.id
    const evidence = `${item.id}:${changed.version}`
    if (rule.stopsTexts === 'wrong-number') {
      const fact = { kind: 'wrong-number', note: null, evidence, toldBy: item.id } as const
      await writeFact(desk, contact.id, actor.id, fact)
    } else await askedToStop(desk, contact.id, actor.id, { evidence, toldBy: item.id })
    return null
  })
  if (told.stopped !== undefined) await sendsOnTheWire(deps, told.stopped)
  return result
}

/** Somebody asked, while they were spoken to about one item, for no more texts: it holds for all that the number has. */
async function askedToStop(
  desk: Desk,
  contactId: string,
  by: string,
  told: { readonly evidence: string; readonly toldBy: string },
): Promise<void> {
  const { at } = desk
  const { evidence, toldBy } = told
  await appendConsent(desk.tx, contactId, {
    ...{ at, kind: 'revoke', scope: 'all', basis: 'spoken-to-staff', evidence },
    ...{ followUpId: toldBy, staffId: by },
  })
  await tellOpenItems(
    desk,
    contactId,
    (onTheWay) => ({ type: 'opted-out', at, means: 'staff', by, evidence, onTheWay }),
    toldBy,
  )
}

/** What the word lists of an item's practice find in a note about it. */
export function readNote({ practices }: Casework, { clinicId }: FollowUp, note: string): ClinicalReading {
  return readClinical(note, practices.policy(clinicId).clinical.words)
}

/** Adds a note. Anyone may, also to an item of the clinical team: what a caller told the front desk must reach it. */
export function addNote(
  deps: Casework,
  actor: Actor,
  order: { number: number; note: string },
): Promise<ActionResult> {
  const note = order.note.trim()
  return act(deps, actor, order.number, 'note-added', async (desk, item) => {
    if (note === '') return 'note-required'
    const reading = readNote(deps, item, note)
    const licensed = mayReadClinical(actor.roles)
    const event = { type: 'note-added', at: desk.at, by: actor.id, note, licensed, reading } as const
    await desk.apply(item, event)
    // Nobody looks at a closed item again, so clinical words that reach it late open another one.
    if (item.status === 'closed' && reading.class !== 'none' && !licensed) {
      const { clinicId, lineId, trigger, language } = item
      await desk.open({ clinicId, lineId, trigger, language, earlierId: item.id }, event)
    }
    return null
  })
}

/** Takes an item, so that no second person calls the same patient. */
export function claim(deps: Casework, actor: Actor, order: { number: number }): Promise<ActionResult> {
  return apply(deps, actor, order.number, (at) => ({
    type: 'claimed',
    at,
    by: actor.id,
    until: new Date(at.getTime() + CLAIM_MS),
  }))
}

/** Gives an item back to its queue. */
export function release(deps: Casework, actor: Actor, order: { number: number }): Promise<ActionResult> {
  return apply(deps, actor, order.number, (at) => ({ type: 'released', at, by: actor.id }))
}

/** Licensed staff say that they have seen an item; it is theirs from then on and no longer escalates. @param order.seen likewise */
export function acknowledge(
  deps: Casework,
  actor: Actor,
  order: { number: number; seen?: string },
): Promise<ActionResult> {
  return act(deps, actor, order.number, 'acknowledged', async (desk, item) => {
    if (await changedSince(desk, item, order.seen)) return 'changed-meanwhile'
    const alertedAt = await alertedSince(desk.tx, item.id)
    await desk.apply(item, {
      ...{ type: 'acknowledged', at: desk.at, by: actor.id },
      ...(alertedAt && { alertedAt }),
    })
    return null
  })
}

/** Whether the item is another than what `seenState` said when the person looked. */
export async function changedSince(desk: Desk, item: FollowUp, seen: string | undefined): Promise<boolean> {
  if (seen === undefined) return false
  const followUpId = item.id
  const voicemails = await desk.tx.call.count({ where: { followUpId, recordingSid: { not: null } } })
  const texts = await desk.tx.message.count({ where: { followUpId, sentBy: { not: null } } })
  return seen !== seenState(item, { voicemails, texts })
}

function apply(
  deps: Casework,
  actor: Actor,
  number: number,
  eventAt: (at: Date) => ItemEvent,
): Promise<ActionResult> {
  const event = eventAt(deps.clock.now())
  return act<never>(deps, actor, number, event.type, async (desk, item) => {
    await desk.apply(item, event)
    return null
  })
}

/** By what a person acts on what was said. */
const HEARS: readonly ItemEvent['type'][] = ['acknowledged', 'outcome-recorded', 'routing-lowered']

/** The rights, the lock and the audit that every act of a person goes through; all in the act's own transaction. */
export async function act<Reason extends string = RefusedAction>(
  deps: Casework,
  actor: Actor,
  number: number,
  kind: ItemEvent['type'],
  work: (desk: Desk, item: FollowUp) => Promise<Reason | null>,
): Promise<ActionResult<Reason | RefusedAction>> {
  const found = await deps.db.followUp.findUnique({
    where: { number },
    select: { id: true, contactId: true, clinicId: true },
  })
  // An item of another practice is none, as far as this person is to know.
  if (!found || !worksFor(actor, found.clinicId)) throw new NotFound(`There is no item ${number}.`)
  const at = deps.clock.now()
  const contact = { id: found.contactId }
  const { answer: refused } = await record<Reason | RefusedAction>(
    deps,
    { receipt: null, at, contact },
    async (desk) => {
      const item = await desk.item(found.id)
      if (!item) throw new NotFound(`There is no item ${number}.`)
      const why = refusal(actor, item, kind, at) ?? (await work(desk, item))
      if (why === null) {
        if (HEARS.includes(kind)) await markHeard(desk, item)
        await desk.tx.auditEntry.create({
          data: { at, actor: actor.id, action: kind, subject: `follow-up:${item.id}` },
        })
      }
      return why
    },
  )
  return refused === null ? { type: 'done' } : { type: 'refused', reason: refused }
}

/** Whoever acts on an item that waits to be listened to has listened. */
async function markHeard(desk: Desk, item: FollowUp): Promise<void> {
  if (item.status === 'closed' || item.nextAction !== 'listen-to-voicemail') return
  await desk.tx.call.updateMany({
    where: { followUpId: item.id, recordingSid: { not: null }, heardAt: null },
    data: { heardAt: desk.at },
  })
}

/** Why this person may not act on an item now; null when they may. */
function refusal(actor: Actor, item: FollowUp, kind: ItemEvent['type'], at: Date): RefusedAction | null {
  if (kind === 'note-added') return null
  // Whoever thinks that something is clinical says so, whose item it may be.
  if (kind === 'routing-raised') return item.status === 'closed' ? 'closed-already' : null
  if (kind === 'reopened') {
    if (item.status !== 'closed') return 'not-closed'
    return mayWork(actor.roles, item.queue) ? null : 'not-your-queue'
  }
  if (item.status === 'closed') return 'closed-already'
  if (!mayWork(actor.roles, item.queue)) return 'not-your-queue'
  const taken =
    item.ownerId !== null && item.ownerId !== actor.id && item.claimedUntil !== null && item.claimedUntil > at
  return taken ? 'claimed-by-another' : null
}

import { randomUUID } from 'node:crypto'
import { permissionToText, scopeOf } from '../domain/consent/ledger.ts'
import { decide, decideOpening, openItem } from '../domain/follow-up/decide.ts'
import type { Decision } from '../domain/follow-up/decision.ts'
import type { Effect, ItemEvent } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { workflowFor } from '../domain/follow-up/schedule.ts'
import { unreachable, type Language, type Trigger } from '../domain/follow-up/words.ts'
import { inTransaction, type Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { ledgerOf, lockContact, lockContactByPhone, type LockedContact } from './contact-store.ts'
import {
  appendHistory,
  earlierItemOf,
  insertItem,
  lockItem,
  openItemsOf,
  saveItem,
  tellOf,
} from './item-store.ts'
import { cancelTextsOf, cancelTextsOfItem, planText } from './message-store.ts'

/**
 * The one transaction. Everything that changes an item, a consent or a text goes through `record`, in this order:
 *
 *   admit the provider's id (a replay changes nothing and gets the same answer)
 *   → lock the contact → lock the item → decide (pure) → save item, history, effects → commit → answer
 *
 * Locks are always taken contact first, then item, so that two transactions never wait for each other in a circle.
 */
export type Incident = {
  /** the provider's own id of this delivery; null for what cannot come twice */
  readonly receipt: string | null
  readonly at: Date
  /** whose lock is needed; null, or an id that is null: a caller without a number */
  readonly contact: { readonly phone: string } | { readonly id: string | null } | null
}

export type Recorded<Answer> = { readonly type: 'recorded' | 'replay'; readonly answer: Answer | null }

/** What a use case may do inside the transaction. It lives as long as the transaction. */
export type Desk = {
  readonly tx: Tx
  readonly at: Date
  readonly contact: LockedContact | null
  /** Loads and locks an item; null when there is no id or no such item. */
  item(id: string | null): Promise<FollowUp | null>
  /** The open item that a call or text on this line joins; null: a new one must be opened. */
  openItemFor(clinicId: string, lineId: string): Promise<FollowUp | null>
  /** The item, closed not long ago, that somebody who writes goes on from; null when they have an open one, or none. */
  earlierItemFor(clinicId: string): Promise<string | null>
  /** Opens an item with the event that made it. `earlierId`: the closed item that it goes on from. */
  open(
    where: {
      clinicId: string
      lineId: string
      trigger: Trigger
      language: Language
      earlierId?: string | null
    },
    event: Extract<ItemEvent, { type: 'call-missed' | 'text-received' | 'note-added' }>,
  ): Promise<FollowUp>
  /** Lets an event change an item. Events in a row see one another's result. */
  apply(item: FollowUp, event: ItemEvent): Promise<FollowUp>
  /**
   * Stops every text to the contact that has not left, on whichever item, and says so in the history of each.
   * @param except the item whose own event tells of it.
   */
  stopTexts(why: 'opted-out' | 'wrong-number', except: string | null): Promise<void>
  /** Tells every open page that something about an item changed that is no part of its state, such as a call under way. */
  tell(itemId: string): Promise<void>
}

/**
 * Records what happened, once.
 * @param work does the changes and returns the answer for the provider; the same answer is given to every replay.
 */
export async function record<Answer extends string>(
  deps: Casework,
  incident: Incident,
  work: (desk: Desk) => Promise<Answer | null>,
): Promise<Recorded<Answer>> {
  return inTransaction(deps.db, async (tx) => {
    const earlier = await admit(tx, incident)
    // The answer was written by this very function, so it is one of the same kind.
    if (earlier) return { type: 'replay', answer: earlier.answer as Answer | null }
    const contact = await lock(tx, incident)
    const answer = await work(openDesk(deps, tx, incident.at, contact))
    if (incident.receipt !== null && answer !== null) {
      await tx.providerReceipt.update({ where: { key: incident.receipt }, data: { answer } })
    }
    return { type: 'recorded', answer }
  })
}

/** A second delivery that arrives while the first is under way waits here for its commit, then reads its answer. */
async function admit(tx: Tx, incident: Incident): Promise<{ answer: string | null } | null> {
  if (incident.receipt === null) return null
  const fresh = await tx.$executeRaw`
    INSERT INTO provider_receipt (key, received_at) VALUES (${incident.receipt}, ${incident.at}) ON CONFLICT DO NOTHING`
  if (fresh === 1) return null
  return tx.providerReceipt.findUniqueOrThrow({ where: { key: incident.receipt }, select: { answer: true } })
}

function lock(tx: Tx, incident: Incident): Promise<LockedContact> | null {
  const { contact } = incident
  if (contact === null) return null
  if ('phone' in contact) return lockContactByPhone(tx, contact.phone, incident.at)
  return contact.id === null ? null : lockContact(tx, contact.id)
}

const OPENS = { 'call-missed': 'call', 'text-received': 'text', 'note-added': 'note' } as const

function openDesk(deps: Casework, tx: Tx, at: Date, contact: LockedContact | null): Desk {
  const context = async (item: FollowUp, event: ItemEvent) => ({
    policy: deps.practices.policy(item.clinicId),
    mayText: event.type === 'touch-due' && contact !== null && (await mayText(deps, tx, contact, item)),
  })
  const desk: Desk = {
    tx,
    at,
    contact,
    item: (id) => (id === null ? Promise.resolve(null) : lockItem(tx, id)),
    openItemFor: async (clinicId, lineId) => {
      if (!contact) return null
      const candidates = await openItemsOf(tx, contact.id, clinicId)
      const joined = candidates.find((item) => item.lineId === lineId || joinsLines(deps, item))
      return joined ? lockItem(tx, joined.id) : null
    },
    open: async (where, event) => {
      const policy = deps.practices.policy(where.clinicId)
      const { language, earlierId, ...place } = where
      const item = openItem(
        {
          ...place,
          id: randomUUID(),
          contactId: contact?.id ?? null,
          ...(typeof earlierId === 'string' ? { earlierId } : {}),
        },
        { at: event.at, language, kind: OPENS[event.type] },
        policy,
      )
      const decision = decideOpening(item, event, { policy, mayText: false })
      await insertItem(tx, decision.next)
      await finish(deps, desk, decision)
      return decision.next
    },
    apply: async (item, event) => {
      const decision = decide(item, event, await context(item, event))
      await saveItem(tx, decision.next)
      await finish(deps, desk, decision)
      return decision.next
    },
    earlierItemFor: (clinicId) =>
      contact ? earlierItemOf(tx, contact.id, clinicId, at) : Promise.resolve(null),
    stopTexts: async (why, except) => {
      if (!contact) return
      const stopped = await cancelTextsOf(tx, contact.id, why)
      for (const { id: messageId, followUpId } of stopped) {
        const item = followUpId === except ? null : await desk.item(followUpId)
        if (item) await desk.apply(item, { type: 'text-canceled', at, messageId, why })
      }
    },
    tell: (itemId) => tellOf(tx, itemId),
  }
  return desk
}

function joinsLines(deps: Casework, item: FollowUp): boolean {
  return workflowFor(deps.practices.policy(item.clinicId), item.trigger).joinLines
}

/** Whether the ledger allows the text that the cadence comes to; asked again by the gate when it is about to leave. */
async function mayText(deps: Casework, tx: Tx, contact: LockedContact, item: FollowUp): Promise<boolean> {
  const policy = deps.practices.policy(item.clinicId)
  const step = workflowFor(policy, item.trigger).cadence[item.cadence.step]
  const wording = step?.do === 'text' ? policy.wordings[step.wording] : undefined
  if (!wording) return false
  const ledger = await ledgerOf(tx, contact.id)
  return permissionToText(ledger, { scope: scopeOf(wording.purpose), followUpId: item.id }).allowed
}

async function finish(deps: Casework, desk: Desk, decision: Decision): Promise<void> {
  await appendHistory(desk.tx, decision.next.id, decision.history)
  for (const effect of decision.effects) await carryOut(deps, desk, decision.next, effect)
}

async function carryOut(deps: Casework, desk: Desk, item: FollowUp, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'plan-text':
      return planText(deps, desk.tx, item, effect)
    case 'cancel-texts':
      if (effect.why === 'opted-out' || effect.why === 'wrong-number')
        return desk.stopTexts(effect.why, item.id)
      return cancelTextsOfItem(desk.tx, item, effect.why)
    default:
      return unreachable(effect)
  }
}

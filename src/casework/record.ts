import { randomUUID } from 'node:crypto'
import { Prisma } from '../../prisma/generated/client.ts'
import { permissionToText, scopeOf } from '../domain/consent/ledger.ts'
import { decide, decideOpening } from '../domain/follow-up/decide.ts'
import type { Decision } from '../domain/follow-up/decision.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { openItem } from '../domain/follow-up/opening.ts'
import { happeningsOf } from '../domain/outgoing/happening.ts'
import { workflowFor } from '../domain/follow-up/schedule.ts'
import { unreachable, type Language, type Trigger } from '../domain/follow-up/words.ts'
import { inTransaction, type Tx } from '../platform/db.ts'
import { endAlerts, planAlert } from './alerting/store.ts'
import type { Casework } from './casework.ts'
import {
  admitAndLock,
  ledgerOf,
  lockContact,
  restContact,
  type LockedContact,
  type WhoseLock,
} from './contact-store.ts'
import {
  earlierItemOf,
  insertItem,
  itemUpdate,
  lockItem,
  openItemsOf,
  saveItem,
  tellOf,
  writeItem,
} from './item-store.ts'
import { announce, announceConsents } from './outgoing/announce.ts'
import {
  cancelTextsOf,
  cancelTextsOfItem,
  lockUnchanged,
  planText,
  textOfItem,
  textUpdate,
  type TextChange,
  type TextOfItem,
} from './message-store.ts'

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
  readonly contact: WhoseLock | { readonly id: null } | null
}

export type Recorded<Answer> = { readonly type: 'recorded' | 'replay'; readonly answer: Answer | null }

/** What a use case may do inside the transaction. It lives as long as the transaction. */
export type Desk = {
  readonly tx: Tx
  readonly at: Date
  readonly contact: LockedContact | null
  /** Loads and locks an item; null when there is no id or no such item, or when its practice's rules are not known and so it stands still. */
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
      sensitive?: boolean
      notBefore?: Date
    },
    event: Extract<ItemEvent, { type: keyof typeof OPENS }>,
  ): Promise<FollowUp>
  /** Loads a text of the contact whose lock is held, and its item. */
  text(id: string): Promise<TextOfItem>
  /** Changes such a text. */
  changeText(id: string, change: TextChange): Promise<void>
  /**
   * Lets an event change an item. Events in a row see one another's result.
   * @param text what the event changes of a text; in the same statement, as every text that is sent or reported does both.
   */
  apply(item: FollowUp, event: ItemEvent, text?: { id: string; change: TextChange }): Promise<FollowUp>
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
    const begun = await begin(tx, incident)
    // The answer was written by this very function, so it is one of the same kind.
    if (begun.type === 'replay') return { type: 'replay', answer: begun.answer as Answer | null }
    const answer = await work(openDesk(deps, tx, incident.at, begun.contact))
    if (begun.contact) await announceConsents(deps, tx, begun.contact, incident.at)
    if (incident.receipt !== null && answer !== null) {
      await tx.$executeRaw`UPDATE provider_receipt SET answer = ${answer} WHERE key = ${incident.receipt}`
    }
    return { type: 'recorded', answer }
  })
}

/**
 * Records an event of a text and its item that were read before, if neither has changed since: then it is decided as it would be now.
 * One statement that takes the same locks, since all that a text leaves behind in the usual case is that the carrier took it.
 * @returns whether it was recorded; if not, nothing was, and it is for `record`.
 */
export async function recordUnchanged(
  deps: Casework,
  seen: TextOfItem,
  event: ItemEvent,
  change: TextChange,
): Promise<boolean> {
  if (!seen.item) return false
  const context = { policy: deps.practices.policy(seen.item.clinicId), mayText: false, restUntil: null }
  const { next, history, effects } = decide(seen.item, event, context)
  if (effects.length > 0 || happeningsOf(seen.item, next, event.at).length > 0) return false
  const same = Prisma.sql`AND EXISTS (SELECT FROM same)`
  const count = await writeItem(deps.db, Prisma.sql`${itemUpdate(next)} ${same}`, history, [
    ...lockUnchanged(seen),
    ['beside', Prisma.sql`${textUpdate(seen.message.id, change)} ${same}`],
  ])
  return count === 1
}

/**
 * The desk for one contact, whose lock is taken here, inside a transaction that is open already. Whoever takes several in one
 * transaction takes them in the order of the numbers.
 */
export async function deskFor(
  deps: Casework,
  tx: Tx,
  { at, contact }: Pick<Incident, 'at' | 'contact'>,
): Promise<Desk> {
  const whose = whoseOf(contact)
  return openDesk(deps, tx, at, whose && (await lockContact(tx, whose, at)))
}

function whoseOf(contact: Incident['contact']): WhoseLock | null {
  return contact === null || ('id' in contact && contact.id === null) ? null : contact
}

/** Admits the incident and takes the lock; a replay gets the answer that the first delivery left. */
async function begin(
  tx: Tx,
  { receipt, contact, at }: Incident,
): Promise<
  | { readonly type: 'fresh'; readonly contact: LockedContact | null }
  | { readonly type: 'replay'; readonly answer: string | null }
> {
  const whose = whoseOf(contact)
  if (receipt === null) return { type: 'fresh', contact: whose && (await lockContact(tx, whose, at)) }
  const admitted = await admitAndLock(tx, receipt, whose, at)
  if (admitted) return { type: 'fresh', ...admitted }
  const { answer } = await tx.providerReceipt.findUniqueOrThrow({
    where: { key: receipt },
    select: { answer: true },
  })
  return { type: 'replay', answer }
}

const OPENS = {
  'call-missed': 'call',
  'text-received': 'text',
  'note-added': 'note',
  'request-received': 'request',
} as const

function openDesk(deps: Casework, tx: Tx, at: Date, contact: LockedContact | null): Desk {
  const restUntil = contact?.restUntil ?? null
  const context = async (item: FollowUp, event: ItemEvent) => ({
    policy: deps.practices.policy(item.clinicId),
    mayText: event.type === 'touch-due' && contact !== null && (await mayText(deps, tx, contact, item)),
    restUntil,
  })
  const inForce = (item: FollowUp | null): FollowUp | null =>
    item && deps.practices.knows(item.clinicId) ? item : null
  const desk: Desk = {
    tx,
    at,
    contact,
    item: async (id) => (id === null ? null : inForce(await lockItem(tx, id))),
    openItemFor: async (clinicId, lineId) => {
      if (!contact) return null
      const candidates = await openItemsOf(tx, contact.id, clinicId)
      return candidates.find((item) => item.lineId === lineId || joinsLines(deps, item)) ?? null
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
      const decision = decideOpening(item, event, { policy, mayText: false, restUntil })
      await insertItem(tx, decision.next, decision.history)
      await carryOut(deps, desk, decision)
      await announce(deps, tx, happeningsOf(null, decision.next, at))
      return decision.next
    },
    text: async (id) => {
      const { message, item } = await textOfItem(tx, id)
      return { message, item: inForce(item) }
    },
    changeText: async (id, change) => {
      await tx.$executeRaw(textUpdate(id, change))
    },
    apply: async (item, event, text) => {
      const decision = decide(item, event, await context(item, event))
      await saveItem(tx, decision.next, decision.history, text && textUpdate(text.id, text.change))
      await carryOut(deps, desk, decision)
      await announce(deps, tx, happeningsOf(item, decision.next, at))
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
  if (!deps.practices.lineInUse(item.lineId)) return false
  const policy = deps.practices.policy(item.clinicId)
  const step = workflowFor(policy, item.trigger).cadence[item.cadence.step]
  const wording = step?.do === 'text' ? policy.wordings[step.wording] : undefined
  if (!wording) return false
  const ledger = await ledgerOf(tx, contact.id)
  return permissionToText(ledger, { scope: scopeOf(wording.purpose), followUpId: item.id }).allowed
}

async function carryOut(deps: Casework, desk: Desk, { next, effects }: Decision): Promise<void> {
  for (const effect of effects) {
    switch (effect.type) {
      case 'plan-text':
        await planText(deps, desk.tx, next, effect)
        break
      case 'cancel-texts':
        if (effect.why === 'opted-out' || effect.why === 'wrong-number')
          await desk.stopTexts(effect.why, next.id)
        else await cancelTextsOfItem(desk.tx, next, effect.why)
        break
      case 'rest-contact':
        if (desk.contact) await restContact(desk.tx, desk.contact.id, effect.until)
        break
      case 'alert-on-call':
        await planAlert(deps, desk.tx, next, effect)
        break
      case 'end-alerts':
        await endAlerts(desk.tx, next.id, effect)
        break
      default:
        unreachable(effect)
    }
  }
}

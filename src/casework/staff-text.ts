import { randomUUID } from 'node:crypto'
import type { TextContent } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { Language } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Actor } from '../domain/staff/roles.ts'
import { WAITING } from '../domain/texting/delivery.ts'
import { askGate, type RefusalReason, type Textable, type Verdict } from '../domain/texting/gate.ts'
import { lintWording, type LintFinding } from '../domain/texting/lint.ts'
import { composeText, lintNeeds } from '../domain/texting/wording.ts'
import { inTransaction, type Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import type { LockedContact } from './contact-store.ts'
import { itemById } from './item-store.ts'
import { stateOfNumber, zonesOfNumber } from './number-zones.ts'
import { gateQuestion } from './sending/gate-question.ts'
import { isStopped } from './sending/stops.ts'
import type { Desk } from './record.ts'
import { act, changedSince, type RefusedAction } from './staff-actions.ts'

/*
 * Texts that staff write themselves: one of the practice's approved wordings, or words of their own where the practice allows that. They
 * leave by the very same way as the cadence's, through the very same gate. Before anything is planned the gate is asked as if the text were
 * about to leave, so that nobody is left to believe that a text will go which never can.
 */

export type StaffTextOrder = {
  /** the item's */
  readonly number: number
  readonly content: TextContent
  /** the item's language when absent */
  readonly language?: Language
  /** what `seenState` said when the person looked */
  readonly seen?: string
}

export type RefusedText =
  | RefusedAction
  /** the caller withheld the number */
  | 'no-number'
  /** the practice gave the item's line up: there is no number that a text could leave from */
  | 'line-gone'
  | 'wording-unknown'
  /** a colleague's text about this item, or the same one sent twice by accident, has not left yet */
  | 'text-waits-already'
  /** the number got this very wording within a day, or may yet get it */
  | 'same-text-today'
  /** the practice allows approved wordings only */
  | 'own-words-not-allowed'
  | 'text-not-allowed'

export type StaffTextResult =
  /**
   * It waits for its turn to leave; the gate is asked again then. `verdict`: what it said now. `stopped`: whatever that was, the text
   * waits until somebody resumes its sender.
   */
  | {
      readonly type: 'planned'
      readonly verdict: Exclude<Verdict, { type: 'refuse' }>
      readonly stopped: boolean
    }
  | { readonly type: 'refused'; readonly reason: Exclude<RefusedText, 'text-not-allowed'> }
  /** the gate would refuse it. `findings`: what in the words is against the rules */
  | { readonly type: 'not-allowed'; readonly why: RefusalReason; readonly findings: readonly LintFinding[] }

/** A wording as it would leave now, what the gate says to it, and whether its sender is stopped, so that it would wait all the same. */
export type TextChoice = {
  readonly wording: string
  readonly language: Language
  readonly body: string
  readonly verdict: Verdict
  readonly stopped: boolean
}

/** Plans a text that a staff member writes about an item, if they may work it and the gate would let the text leave now or later. */
export async function staffText(
  deps: Casework,
  actor: Actor,
  order: StaffTextOrder,
): Promise<StaffTextResult> {
  const phone = await phoneOfItem(deps, order.number)
  const where = await placeOf(phone)
  const told: { answer?: StaffTextResult } = {}
  const result = await act<RefusedText>(deps, actor, order.number, 'text-ordered', async (desk, item) => {
    const { tx, at, contact } = desk
    if (await changedSince(desk, item, order.seen)) return 'changed-meanwhile'
    if (!contact) return 'no-number'
    const inUse = deps.practices.lineInUse(item.lineId)
    if (!inUse) return 'line-gone'
    const policy = deps.practices.policy(item.clinicId)
    const refused = contentRefusal(policy, order.content)
    if (refused) return refused
    if (await textWaits(tx, item.id)) return 'text-waits-already'
    const content = 'words' in order.content ? { words: order.content.words.trim() } : order.content
    const language = order.language ?? item.language
    const draft = { item, policy, contact, at, content, language, by: actor.id, ...where }
    const verdict = await askAbout(tx, draft)
    if (verdict.type === 'refuse') {
      told.answer = { type: 'not-allowed', why: verdict.why, findings: findingsIn(policy, content, language) }
      return 'text-not-allowed'
    }
    if (await saidToday(desk, contact.id, item.clinicId, content)) return 'same-text-today'
    const step = `staff:${randomUUID()}`
    await desk.apply(item, { type: 'text-ordered', at, by: actor.id, step, content, language })
    const stopped = await isStopped(tx, inUse.line.phone)
    told.answer = { type: 'planned', verdict, stopped }
    return null
  })
  if (told.answer) return told.answer
  if (result.type === 'refused' && result.reason !== 'text-not-allowed')
    return { type: 'refused', reason: result.reason }
  throw new Error('A text was neither planned nor refused')
}

/**
 * Every approved wording as it would leave about this item now, with what the gate says to each: it goes now, waits until a time, or cannot
 * go. Nothing is written down, and the gate is asked again when a text leaves. Empty for an item without a number or of a line that was
 * given up, and for a closed one.
 */
export async function textChoices(
  deps: Casework,
  actor: Actor,
  itemId: string,
): Promise<readonly TextChoice[]> {
  const at = deps.clock.now()
  const item = await itemById(deps.db, itemId)
  if (!item?.contactId || item.status === 'closed') return []
  const { contactId } = item
  const inUse = deps.practices.lineInUse(item.lineId)
  if (!inUse) return []
  const policy = deps.practices.policy(item.clinicId)
  const { phone, textable, zone, restUntil } = await deps.db.contact.findUniqueOrThrow({
    where: { id: contactId },
  })
  const contact = { id: contactId, phone, textable: textable as Textable, zone, restUntil }
  const where = await placeOf(phone)
  const stopped = await isStopped(deps.db, inUse.line.phone)
  return inTransaction(deps.db, async (tx) => {
    const choices: TextChoice[] = []
    for (const { wording, language } of wordingsFor(policy, item.language)) {
      const content = { wording }
      const draft = { item, policy, contact, at, content, language, by: actor.id, ...where }
      const verdict = await askAbout(tx, draft)
      const { body } = composeText(policy, content, language)
      choices.push({ wording, language, body, verdict, stopped })
    }
    return choices
  })
}

/** Each wording in the person's language first, then in the practice's others that it is written in. */
function wordingsFor(policy: Policy, language: Language): { wording: string; language: Language }[] {
  const languages = [language, ...policy.languages.filter((other) => other !== language)]
  return languages.flatMap((one) =>
    Object.values(policy.wordings)
      .filter(({ texts }) => texts[one] !== undefined)
      .map(({ id }) => ({ wording: id, language: one })),
  )
}

type Draft = {
  readonly item: FollowUp
  readonly policy: Policy
  readonly contact: LockedContact
  readonly at: Date
  readonly content: TextContent
  readonly language: Language
  readonly by: string
  readonly zones: readonly string[]
  readonly state: string | null
}

/** What the gate would say if this text were about to leave. */
async function askAbout(tx: Tx, { content, language, by, ...draft }: Draft): Promise<Verdict> {
  const composed = composeText(draft.policy, content, language)
  const message = { ...composed, followUpId: draft.item.id, step: null, sentBy: by }
  return askGate(await gateQuestion(tx, { ...draft, message }))
}

function contentRefusal(policy: Policy, content: TextContent): RefusedText | null {
  if ('wording' in content) return Object.hasOwn(policy.wordings, content.wording) ? null : 'wording-unknown'
  return policy.texting.freeText ? null : 'own-words-not-allowed'
}

async function textWaits(tx: Tx, followUpId: string): Promise<boolean> {
  const state = { in: [...WAITING, 'sending'] }
  return (await tx.message.count({ where: { followUpId, state, sentBy: { not: null } } })) > 0
}

/** The span of the daily cap (src/domain/texting/gate.ts). */
const DAY_MS = 86_400_000

/**
 * Whether the number got these words within the last day, whoever sent them, or may yet get them: nobody wants to read the same twice. One
 * that did not arrive may be said again.
 */
async function saidToday(
  desk: Desk,
  contactId: string,
  clinicId: string,
  content: TextContent,
): Promise<boolean> {
  const since = new Date(desk.at.getTime() - DAY_MS)
  const same =
    'wording' in content ? { wordingVersion: { startsWith: `${content.wording}@` } } : { body: content.words }
  const count = await desk.tx.message.count({
    where: {
      ...{ contactId, clinicId, direction: 'out', ...same },
      OR: [
        { state: { in: [...WAITING, 'sending', 'unknown'] } },
        { state: { in: ['sent', 'delivered'] }, claimedAt: { gt: since } },
      ],
    },
  })
  return count > 0
}

function findingsIn(policy: Policy, content: TextContent, language: Language): readonly LintFinding[] {
  const { body, language: written, wordingVersion } = composeText(policy, content, language)
  return lintWording(body, lintNeeds(policy, wordingVersion), written)
}

async function phoneOfItem({ db }: Casework, number: number): Promise<string | null> {
  const item = await db.followUp.findUnique({
    where: { number },
    select: { contact: { select: { phone: true } } },
  })
  return item?.contact?.phone ?? null
}

/** Where a number may be; read from files, so before a transaction is open. */
async function placeOf(phone: string | null): Promise<{ zones: readonly string[]; state: string | null }> {
  if (phone === null) return { zones: [], state: null }
  const [zones, state] = await Promise.all([zonesOfNumber(phone), stateOfNumber(phone)])
  return { zones, state }
}

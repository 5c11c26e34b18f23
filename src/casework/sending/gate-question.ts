import type { Message } from '../../../prisma/generated/client.ts'
import { isTextable, readCaller } from '../../domain/calling/caller.ts'
import { helpAnswered, permissionToAnswer } from '../../domain/consent/asked.ts'
import { permissionToText, scopeOf } from '../../domain/consent/ledger.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import { LANGUAGES } from '../../domain/follow-up/words.ts'
import type { Policy, TextPurpose } from '../../domain/policy/policy.ts'
import { textWindow } from '../../domain/texting/calling-hours.ts'
import type { GateQuestion } from '../../domain/texting/gate.ts'
import { lintWording, type LintFinding } from '../../domain/texting/lint.ts'
import { lintNeeds } from '../../domain/texting/wording.ts'
import type { Tx } from '../../platform/db.ts'
import type { LockedContact } from '../contact-store.ts'
import { gateFacts, type GateFacts } from './gate-facts.ts'

const DAY = 86_400_000

/** What of a text the gate judges; it need not be written down yet. */
type TextToJudge = Pick<
  Message,
  'body' | 'language' | 'purpose' | 'wordingVersion' | 'followUpId' | 'step' | 'sentBy'
>

export type AboutToLeave = {
  readonly message: TextToJudge
  readonly item: Pick<FollowUp, 'status' | 'urgency' | 'cadence'> | null
  readonly policy: Policy
  readonly contact: LockedContact
  readonly at: Date
  /** where the number may be: IANA zones, and the state if there is only one */
  readonly zones: readonly string[]
  readonly state: string | null
}

/**
 * Gathers what the gate is asked about a text that is about to leave. Call it under the contact's lock.
 * @param known the facts about the text, where they were read with it
 */
export async function gateQuestion(tx: Tx, about: AboutToLeave, known?: GateFacts): Promise<GateQuestion> {
  const { message, item, policy, contact, at } = about
  const { followUpId, step } = message
  const facts = known ?? (await gateFacts(tx, { contactId: contact.id, followUpId, step }, at))
  const help = helpAnswered(step)
  const lint = findings(message, policy)
  const zones = contact.zone === null ? about.zones : [contact.zone]
  return {
    at,
    permission:
      help === null
        ? permissionToText(facts.ledger, {
            scope: scopeOf(message.purpose as TextPurpose),
            followUpId: followUpId ?? '',
          })
        : permissionToAnswer(facts.ledger, help),
    textable: contact.textable,
    servedNumber: isTextable(readCaller(contact.phone)),
    callerTrusted: !facts.forged,
    lint: lint.filter(({ rule }) => rule !== 'second-segment').map(({ rule }) => rule),
    segments: lint.some(({ rule }) => rule === 'second-segment') ? 2 : 1,
    wanted:
      help === null
        ? item !== null && !facts.answered && isWanted(message, item)
        : await askedForHelp(tx, about, help),
    sentAt: facts.takenAt,
    caps: help === null ? policy.texting : HELP_CAPS,
    window: textWindow({
      at,
      zones,
      state: contact.zone === null ? about.state : null,
      practiceZone: policy.calendar.zone,
      practiceWindow: policy.texting.window,
      holidays: policy.texting.holidays,
    }),
    validityMinutes: policy.texting.validityMinutes,
    zones,
    wordingVersion: message.wordingVersion ?? '',
    policyVersion: policy.version,
  }
}

/** Answers to HELP, counted alone: one a day. */
const HELP_CAPS = { perDay: 1, perWeek: 7 }

/** Whether this person asked for help within the last day; later nobody waits for the answer. */
async function askedForHelp(tx: Tx, { contact, at }: AboutToLeave, messageSid: string): Promise<boolean> {
  const since = new Date(at.getTime() - DAY)
  const where = { sid: messageSid, contactId: contact.id, direction: 'in', createdAt: { gt: since } }
  return (await tx.message.count({ where })) > 0
}

/** The lint depends on nothing but these; most texts have one of a few wordings. About a kilobyte each. */
const MOST_REMEMBERED = 500
const remembered = new Map<string, readonly LintFinding[]>()

/** Reading one text for clinical words and segments takes 2 to 3 ms, more than all the rest of the gate. */
function findings(text: TextToJudge, policy: Policy): readonly LintFinding[] {
  const { body, language: written, wordingVersion } = text
  const needs = lintNeeds(policy, wordingVersion)
  const language = LANGUAGES.find((known) => known === written)
  const key = JSON.stringify([body, language, needs])
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const found = lintWording(body, needs, language)
  remembered.set(key, found)
  return found
}

/**
 * An item that a licensed person must look at, or whose cadence something stopped, wants no reminder any more. What a person at the
 * practice wrote is wanted for as long as the item is open. Neither is tried again once the person was heard or spoken to.
 */
function isWanted({ sentBy }: TextToJudge, item: NonNullable<AboutToLeave['item']>): boolean {
  if (item.status === 'closed') return false
  if (sentBy !== null) return true
  const { cadence } = item
  return item.urgency === 'routine' && (cadence.state === 'running' || cadence.why === 'completed')
}

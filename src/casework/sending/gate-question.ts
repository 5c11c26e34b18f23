import type { Message } from '../../../prisma/generated/client.ts'
import { HELP_STEP, helpAnswered, permissionToAnswer } from '../../domain/consent/asked.ts'
import { permissionToText, scopeOf } from '../../domain/consent/ledger.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import { LANGUAGES } from '../../domain/follow-up/words.ts'
import type { Policy, TextPurpose } from '../../domain/policy/policy.ts'
import { textWindow } from '../../domain/texting/calling-hours.ts'
import type { GateQuestion } from '../../domain/texting/gate.ts'
import { lintWording } from '../../domain/texting/lint.ts'
import { printedPhone } from '../../domain/texting/wording.ts'
import type { Tx } from '../../platform/db.ts'
import { ledgerOf, type LockedContact } from '../contact-store.ts'

const DAY = 86_400_000
/** The widest span that a cap counts, and a day for reports that come late: a text leaves after it was claimed. */
const LOOK_BACK = 8 * DAY

/** What of a text the gate judges; it need not be written down yet. */
type TextToJudge = Pick<
  Message,
  'body' | 'language' | 'purpose' | 'wordingVersion' | 'followUpId' | 'step' | 'sentBy'
>

export type AboutToLeave = {
  readonly message: TextToJudge
  readonly item: FollowUp | null
  readonly policy: Policy
  readonly contact: LockedContact
  readonly at: Date
  /** where the number may be: IANA zones, and the state if there is only one */
  readonly zones: readonly string[]
  readonly state: string | null
}

/** Gathers what the gate is asked about a text that is about to leave. Call it under the contact's lock. */
export async function gateQuestion(tx: Tx, about: AboutToLeave): Promise<GateQuestion> {
  const { message, item, policy, contact, at } = about
  const ledger = await ledgerOf(tx, contact.id)
  const help = helpAnswered(message.step)
  // One forged call is enough: whoever made it may be the one who agreed to this text.
  const forgedCalls = await tx.call.count({
    where: { followUpId: message.followUpId, callerIdVerified: { startsWith: 'TN-Validation-Failed' } },
  })
  const needs = {
    practiceName: policy.name,
    phone: printedPhone(policy.callbackPhone),
    maxChars: policy.texting.maxChars,
    linkDomain: policy.texting.linkDomain,
  }
  const language = LANGUAGES.find((known) => known === message.language)
  const lint = lintWording(message.body, needs, language)
  const zones = contact.zone === null ? about.zones : [contact.zone]
  return {
    at,
    permission:
      help === null
        ? permissionToText(ledger, {
            scope: scopeOf(message.purpose as TextPurpose),
            followUpId: message.followUpId ?? '',
          })
        : permissionToAnswer(ledger, help),
    textable: contact.textable,
    callerTrusted: forgedCalls === 0,
    lint: lint.filter(({ rule }) => rule !== 'second-segment').map(({ rule }) => rule),
    segments: lint.some(({ rule }) => rule === 'second-segment') ? 2 : 1,
    wanted: help === null ? item !== null && isWanted(message, item) : await askedForHelp(tx, about, help),
    // Whoever asks for help is answered also on a day that had its text; the answer counts for every other text.
    sentAt: await leftTo(tx, contact.id, at, help !== null),
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

/** Every time that the carrier took a text to this number, over all items and tries, and every time that it may have. */
async function leftTo(tx: Tx, contactId: string, at: Date, onlyHelp: boolean): Promise<Date[]> {
  const recent = await tx.message.findMany({
    where: {
      contactId,
      direction: 'out',
      claimedAt: { gt: new Date(at.getTime() - LOOK_BACK) },
      ...(onlyHelp ? { step: { startsWith: HELP_STEP } } : {}),
    },
    select: { state: true, claimedAt: true, leftAt: true },
  })
  return recent.flatMap(({ state, claimedAt, leftAt }) => {
    const underWay = state === 'sending' || state === 'unknown'
    return underWay && claimedAt ? [...leftAt, claimedAt] : leftAt
  })
}

/** Whether this person asked for help within the last day; later nobody waits for the answer. */
async function askedForHelp(tx: Tx, { contact, at }: AboutToLeave, messageSid: string): Promise<boolean> {
  const since = new Date(at.getTime() - DAY)
  const where = { sid: messageSid, contactId: contact.id, direction: 'in', createdAt: { gt: since } }
  return (await tx.message.count({ where })) > 0
}

/**
 * An item that a licensed person must look at, or whose cadence something stopped, wants no reminder any more. What a person at the
 * practice wrote is wanted for as long as the item is open.
 */
function isWanted({ sentBy }: TextToJudge, item: FollowUp): boolean {
  if (item.status === 'closed') return false
  if (sentBy !== null) return true
  const { cadence } = item
  return item.urgency === 'routine' && (cadence.state === 'running' || cadence.why === 'completed')
}

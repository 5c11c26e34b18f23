import type { Message } from '../../prisma/generated/client.ts'
import type { Policy, TextPurpose } from '../domain/policy/policy.ts'
import { permissionToText, scopeOf } from '../domain/consent/ledger.ts'
import { textWindow } from '../domain/texting/calling-hours.ts'
import { isWaiting } from '../domain/texting/delivery.ts'
import { askGate, type GateQuestion, type Verdict } from '../domain/texting/gate.ts'
import { lintWording } from '../domain/texting/lint.ts'
import { printedPhone } from '../domain/texting/wording.ts'
import { LANGUAGES, unreachable } from '../domain/follow-up/words.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import { RETRIED, type Carrier, type SendAnswer } from '../platform/carrier/carrier.ts'
import type { Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { ledgerOf, type LockedContact } from './contact-store.ts'
import { learnFromCode } from './learn-from-code.ts'
import { zonesOfNumber, stateOfNumber } from './number-zones.ts'
import { record, type Desk } from './record.ts'
import { deliveryReported } from './texts.ts'

/**
 * How a text leaves, the only way there is:
 *
 *   claim:  under the contact's lock ask the gate again; write `sending`, who claimed it and the verdict; commit
 *   send:   one call to the carrier, no transaction open
 *   record: under the contact's lock write what the carrier said; commit
 *
 * A crash after the claim leaves `sending` behind; the tick turns that into `unknown` and looks it up, and never sends it again.
 */
export type Sending = Casework & {
  readonly carrier: Carrier
  readonly publicUrl: string
  readonly process: string
}

const DAY = 86_400_000
/** How long until a text that the carrier did not take for now is tried again, by the number of tries so far. */
const BACK_OFF_MS = [30_000, 120_000, 600_000, 1_800_000]

/** Sends one text if the gate allows it now. Safe to call twice for one text, also at the same time. */
export async function sendText(deps: Sending, messageId: string): Promise<void> {
  const claimed = await claim(deps, messageId)
  if (!claimed) return
  const answer = await deps.carrier.sendText({
    to: claimed.phone,
    from: deps.practices.line(claimed.lineId).line.phone,
    body: claimed.body,
    statusCallback: `${deps.publicUrl}/webhooks/sms/status?message=${messageId}${RETRIED}`,
    validitySeconds: claimed.validitySeconds,
  })
  await recordAnswer(deps, messageId, answer)
}

async function claim(
  deps: Sending,
  messageId: string,
): Promise<{ phone: string; lineId: string; body: string; validitySeconds: number } | null> {
  const found = await deps.db.message.findUnique({
    where: { id: messageId },
    select: { contactId: true, phone: true, state: true },
  })
  if (!found?.contactId || !isWaiting(found.state)) return null
  const [zones, state] = await Promise.all([zonesOfNumber(found.phone), stateOfNumber(found.phone)])
  let claimed: { phone: string; lineId: string; body: string; validitySeconds: number } | null = null
  await record(
    deps,
    { receipt: null, at: deps.clock.now(), contact: { id: found.contactId } },
    async (desk) => {
      const message = await desk.tx.message.findUniqueOrThrow({ where: { id: messageId } })
      if (!desk.contact || !isWaiting(message.state)) return null
      if (message.notBefore && message.notBefore > desk.at) return null
      const item = await desk.item(message.followUpId)
      const policy = deps.practices.policy(message.clinicId)
      const verdict = askGate(
        await question(desk.tx, { message, item, policy, contact: desk.contact, at: desk.at, zones, state }),
      )
      await writeVerdict(deps, desk, message, item, verdict)
      if (verdict.type === 'go') {
        const { phone, lineId, body } = message
        claimed = { phone, lineId, body, validitySeconds: verdict.validitySeconds }
      }
      return null
    },
  )
  return claimed
}

async function question(
  tx: Tx,
  about: {
    message: Message
    item: FollowUp | null
    policy: Policy
    contact: LockedContact
    at: Date
    zones: readonly string[]
    state: string | null
  },
): Promise<GateQuestion> {
  const { message, item, policy, contact, at } = about
  const ledger = await ledgerOf(tx, contact.id)
  const recent = await tx.message.findMany({
    where: {
      contactId: contact.id,
      direction: 'out',
      state: { in: ['sending', 'sent', 'delivered', 'undelivered', 'unknown'] },
      claimedAt: { gt: new Date(at.getTime() - 7 * DAY) },
    },
    select: { claimedAt: true },
  })
  // One forged call is enough: whoever made it may be the one who agreed to this text.
  const forgedCalls = await tx.call.count({
    where: { followUpId: message.followUpId, callerIdVerified: { startsWith: 'TN-Validation-Failed' } },
  })
  const needs = {
    practiceName: policy.name,
    phone: printedPhone(policy.callbackPhone),
    maxChars: policy.texting.maxChars,
  }
  const language = LANGUAGES.find((known) => known === message.language)
  const lint = lintWording(message.body, needs, language)
  return {
    at,
    permission: permissionToText(ledger, {
      scope: scopeOf(message.purpose as TextPurpose),
      followUpId: message.followUpId ?? '',
    }),
    textable: contact.textable,
    callerTrusted: forgedCalls === 0,
    lint: lint.filter(({ rule }) => rule !== 'second-segment').map(({ rule }) => rule),
    segments: lint.some(({ rule }) => rule === 'second-segment') ? 2 : 1,
    wanted: item !== null && stillWanted(item),
    sentAt: recent.flatMap(({ claimedAt }) => (claimedAt ? [claimedAt] : [])),
    caps: policy.texting,
    window: textWindow({
      at,
      zones: contact.zone === null ? about.zones : [contact.zone],
      state: contact.zone === null ? about.state : null,
      practiceZone: policy.calendar.zone,
      practiceWindow: policy.texting.window,
      holidays: policy.texting.holidays,
    }),
    validityMinutes: policy.texting.validityMinutes,
    zones: contact.zone === null ? about.zones : [contact.zone],
    wordingVersion: message.wordingVersion ?? '',
    policyVersion: policy.version,
  }
}

/** An item that a licensed person must look at, or whose cadence something stopped, wants no text any more. */
function stillWanted(item: FollowUp): boolean {
  const { cadence } = item
  const goesOn = cadence.state === 'running' || cadence.why === 'completed'
  return item.status !== 'closed' && item.urgency === 'routine' && goesOn
}

async function writeVerdict(
  deps: Sending,
  desk: Desk,
  message: Message,
  item: FollowUp | null,
  verdict: Verdict,
): Promise<void> {
  const { at } = desk
  const change = (data: Parameters<Tx['message']['update']>[0]['data']) =>
    desk.tx.message.update({ where: { id: message.id }, data: { ...data, verdict } })
  switch (verdict.type) {
    case 'go':
      await change({ state: 'sending', claimedAt: at, claimedBy: deps.process, refusal: null })
      return
    case 'hold':
      await change({ state: 'held', notBefore: verdict.until, refusal: verdict.why })
      // The same reason again is no news.
      if (item && message.refusal !== verdict.why) {
        await desk.apply(item, {
          type: 'text-held',
          at,
          messageId: message.id,
          until: verdict.until,
          why: verdict.why,
        })
      }
      return
    case 'refuse':
      await change({ state: 'refused', refusal: verdict.why, settledAt: at })
      if (item) await desk.apply(item, { type: 'text-refused', at, messageId: message.id, why: verdict.why })
      return
    default:
      unreachable(verdict)
  }
}

async function recordAnswer(deps: Sending, messageId: string, answer: SendAnswer): Promise<void> {
  const { contactId } = await deps.db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { contactId: true },
  })
  await record(deps, { receipt: null, at: deps.clock.now(), contact: { id: contactId } }, async (desk) => {
    const message = await desk.tx.message.findUniqueOrThrow({ where: { id: messageId } })
    const item = await desk.item(message.followUpId)
    await writeAnswer(deps, desk, message, item, answer)
    return null
  })
}

async function writeAnswer(
  deps: Sending,
  desk: Desk,
  message: Message,
  item: FollowUp | null,
  answer: SendAnswer,
): Promise<void> {
  const { at, tx } = desk
  // A delivery status may have come before the answer: then the item knows more already. A claim that went stale meanwhile
  // (`unknown`) learns what became of it.
  const undecided = message.state === 'sending' || message.state === 'unknown'
  const change = (data: Parameters<Tx['message']['update']>[0]['data']) =>
    tx.message.update({ where: { id: message.id }, data })
  switch (answer.type) {
    case 'sent':
      await change({
        sid: answer.sid,
        sentAt: message.sentAt ?? at,
        ...(undecided ? { state: 'sent' } : {}),
      })
      if (item && undecided) await desk.apply(item, { type: 'text-sent', at, messageId: message.id })
      return
    case 'refused':
      if (!undecided) return
      await change({ state: 'failed', errorCode: answer.code, settledAt: at })
      await learnFromCode(
        desk,
        answer.meaning,
        message.id,
        item &&
          (await desk.apply(item, { type: 'text-failed', at, messageId: message.id, code: answer.code })),
      )
      return
    case 'try-later': {
      if (!undecided) return
      const wait = BACK_OFF_MS[message.tries]
      if (wait === undefined) {
        await change({ state: 'failed', errorCode: 20429, settledAt: at })
        if (item) await desk.apply(item, { type: 'text-failed', at, messageId: message.id, code: 20429 })
        return
      }
      const again = new Date(at.getTime() + wait)
      await change({
        state: 'held',
        refusal: 'carrier-busy',
        notBefore: again,
        tries: message.tries + 1,
        claimedBy: null,
      })
      await deps.jobs.enqueue(tx, 'send-text', message.id, again)
      return
    }
    case 'unknown':
      if (!undecided) return
      await change({ state: 'unknown' })
      await deps.jobs.enqueue(tx, 'look-up-text', message.id, new Date(at.getTime() + 30_000))
      if (item) await desk.apply(item, { type: 'text-unknown', at, messageId: message.id })
      return
    default:
      unreachable(answer)
  }
}

/**
 * Looks for a text whose answer was lost in the carrier's log. Found: it is sent. Not found: it stays unknown and staff see it;
 * it is never sent again, since a log that is late must not make two texts of one.
 */
export async function lookUpText(deps: Sending, messageId: string): Promise<void> {
  const message = await deps.db.message.findUnique({ where: { id: messageId } })
  if (message?.state !== 'unknown' || message.sid !== null || !message.claimedAt) return
  const found = await deps.carrier.findText({
    to: message.phone,
    body: message.body,
    since: message.claimedAt,
  })
  if (!found) throw new TextNotFound('The carrier does not know this text yet; the job asks again later.')
  const { sid, status } = found
  await recordAnswer(deps, messageId, { type: 'sent', sid, status })
  // Its delivery reports may be lost like its answer was.
  await deliveryReported(deps, { messageId, ...found })
}

/** Makes the queue ask again; after its last try the text stays `unknown`. */
class TextNotFound extends Error {}

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { phoneOf, readCaller } from '../domain/calling/caller.ts'
import { readClinical } from '../domain/clinical/detect.ts'
import { permissionToText } from '../domain/consent/ledger.ts'
import { readOptOut, type OptOutReading } from '../domain/consent/opt-out.ts'
import type { ItemEvent, OptOutMeans } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { Language } from '../domain/follow-up/words.ts'
import { isCarrierStatus, mergeStatus, type MessageState } from '../domain/texting/delivery.ts'
import { meaningOfCode } from '../platform/carrier/carrier.ts'
import type { Tx } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { Casework } from './casework.ts'
import { appendConsent, ledgerOf } from './contact-store.ts'
import { learnFromCode } from './learn-from-code.ts'
import { cancelTextsOf } from './message-store.ts'
import { record, type Desk } from './record.ts'

export type ArrivedText = {
  readonly messageSid: string
  readonly from: string
  readonly to: string
  readonly body: string
  readonly mediaCount: number
  /** Twilio's OptOutType, with Advanced Opt-Out only */
  readonly carrierVerdict: 'STOP' | 'START' | 'HELP' | undefined
}

/**
 * Somebody texted one of our lines. The text joins the sender's open item or opens one; an opt-out stops every text to the
 * number before this returns, also one that a worker is just handing to the carrier.
 * @param at when it came in; earlier than now only for a text that the carrier's log tells of.
 */
export async function textArrived(
  deps: Casework,
  text: ArrivedText,
  at: Date = deps.clock.now(),
): Promise<void> {
  const found = deps.practices.lineByPhone(text.to)
  if (!found) {
    deps.log.error(
      { messageSid: text.messageSid },
      'a text reached a number that is in no clinic file; add the line to it',
    )
    throw new NotFound('No practice here has this number: add the line to the clinic file.')
  }
  const sender = readCaller(text.from)
  const phone = phoneOf(sender)
  const reading = readOptOut(text.body, text.carrierVerdict)
  const where = { clinicId: found.policy.clinicId, lineId: found.line.id }
  const recorded = await record(
    deps,
    { receipt: `text:${text.messageSid}`, at, contact: phone === null ? null : { phone } },
    async (desk) => {
      await writeDown(desk, text, where, phone)
      await readText(deps, desk, text, where, reading)
      return desk.contact?.id ?? ''
    },
  )
  if (recorded.answer && stopsTexts(reading)) await sendsOnTheWire(deps, recorded.answer)
}

function stopsTexts(reading: OptOutReading): boolean {
  return reading.kind === 'keyword' || reading.kind === 'natural' || reading.kind === 'wrong-number'
}

async function writeDown(
  desk: Desk,
  text: ArrivedText,
  where: { clinicId: string; lineId: string },
  phone: string | null,
): Promise<void> {
  await desk.tx.message.create({
    data: {
      id: randomUUID(),
      ...where,
      direction: 'in',
      state: 'received',
      sid: text.messageSid,
      contactId: desk.contact?.id ?? null,
      phone: phone ?? '',
      body: text.body,
      mediaCount: text.mediaCount,
      createdAt: desk.at,
    },
  })
}

async function readText(
  deps: Casework,
  desk: Desk,
  text: ArrivedText,
  where: { clinicId: string; lineId: string },
  reading: OptOutReading,
): Promise<void> {
  const open = await desk.openItemFor(where.clinicId, where.lineId)
  const evidence = text.messageSid
  switch (reading.kind) {
    case 'help':
      // The carrier answers HELP itself; an own answer would be a second text. But it may be a cry for help, so a person reads it.
      await received(deps, desk, text, where, open, false)
      return
    case 'restart':
      if (await lifted(desk, evidence)) {
        if (open) {
          await link(desk, text, open)
          await desk.apply(open, { type: 'opted-in-again', at: desk.at, evidence })
        }
        return
      }
      // "Yes" from somebody who never opted out is a reply, and so is START after a request in plain words.
      await received(deps, desk, text, where, open, false)
      return
    case 'keyword': {
      await revoke(desk, 'keyword', text)
      const item = reading.mayWantToCancel ? await received(deps, desk, text, where, open, true) : open
      if (item) {
        await link(desk, text, item)
        await optedOut(desk, item, 'keyword', evidence)
      }
      return
    }
    case 'natural': {
      await revoke(desk, 'inbound-text', text)
      // "Don't text, call me" is a request too, so a person reads it.
      const item = await received(deps, desk, text, where, open, false)
      await optedOut(desk, item, 'natural', evidence)
      return
    }
    case 'wrong-number': {
      await revoke(desk, 'inbound-text', text)
      // "I called the wrong number before, my chest hurts": whatever else it says is read like any text.
      const item = await received(deps, desk, text, where, open, false)
      await desk.apply(item, { type: 'wrong-number-reported', at: desk.at, evidence })
      return
    }
    case 'none':
      await received(deps, desk, text, where, open, false)
      return
    default: {
      const rest: never = reading
      return rest
    }
  }
}

/** The text joins the open item or opens one, read for clinical words either way. */
async function received(
  deps: Casework,
  desk: Desk,
  text: ArrivedText,
  where: { clinicId: string; lineId: string },
  open: FollowUp | null,
  mayWantToCancel: boolean,
): Promise<FollowUp> {
  const policy = deps.practices.policy(where.clinicId)
  const event: Extract<ItemEvent, { type: 'text-received' }> = {
    type: 'text-received',
    at: desk.at,
    messageSid: text.messageSid,
    text: text.body,
    mediaCount: text.mediaCount,
    reading: readClinical(text.body, policy.clinical.words),
    language: open?.language ?? (await contactLanguage(desk)) ?? policy.languages[0],
    mayWantToCancel,
  }
  const item = open
    ? await desk.apply(open, event)
    : await desk.open({ ...where, trigger: 'patient-message', language: event.language }, event)
  await link(desk, text, item)
  return item
}

async function link(desk: Desk, text: ArrivedText, item: FollowUp): Promise<void> {
  await desk.tx.message.update({ where: { sid: text.messageSid }, data: { followUpId: item.id } })
}

async function contactLanguage(desk: Desk): Promise<Language | null> {
  if (!desk.contact) return null
  const row = await desk.tx.contact.findUnique({ where: { id: desk.contact.id }, select: { language: true } })
  return (row?.language ?? null) as Language | null
}

async function revoke(desk: Desk, basis: 'keyword' | 'inbound-text', text: ArrivedText): Promise<void> {
  if (!desk.contact) return
  await appendConsent(desk.tx, desk.contact.id, {
    at: desk.at,
    kind: 'revoke',
    scope: 'all',
    basis,
    evidence: text.messageSid,
    words: text.body,
  })
  await cancelTextsOf(desk.tx, desk.contact.id, 'opted-out')
}

async function optedOut(desk: Desk, item: FollowUp, means: OptOutMeans, evidence: string): Promise<void> {
  await desk.apply(item, { type: 'opted-out', at: desk.at, means, evidence })
}

/** START takes back a STOP and nothing else. @returns whether texts may come again after it. */
async function lifted(desk: Desk, evidence: string): Promise<boolean> {
  const { contact, tx, at } = desk
  if (!contact || !(await optsOut(tx, contact.id))) return false
  // A START that is told late does not take back a STOP that came after it.
  const later = { contactId: contact.id, kind: 'revoke', at: { gt: at } }
  if ((await tx.consentEvent.count({ where: later })) > 0) return false
  await appendConsent(tx, contact.id, { at, kind: 'lift', scope: 'all', basis: 'keyword', evidence })
  // The carrier has let the number free, but a request in plain words still stands.
  return !(await optsOut(tx, contact.id))
}

async function optsOut(tx: Tx, contactId: string): Promise<boolean> {
  const permission = permissionToText(await ledgerOf(tx, contactId), {
    scope: 'this-request',
    followUpId: '',
  })
  return !permission.allowed && permission.why === 'opted-out'
}

/** How long the answer to a STOP waits for a text that a worker is just handing to the carrier, milliseconds. */
const LONGEST_WAIT_MS = 5_000
const LOOK_EVERY_MS = 25

/** Resolves when no text to this contact is on the wire, so that after the answer to a STOP nothing leaves any more. */
async function sendsOnTheWire(deps: Casework, contactId: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_EVERY_MS) {
    const sending = await deps.db.message.count({ where: { contactId, state: 'sending' } })
    if (sending === 0) return
    await wait(LOOK_EVERY_MS)
  }
  deps.log.warn('an opt-out was answered while a text to the same number was still on the wire')
}

/** The carrier reports how a text fares. Reports come late, twice, out of order, and before the answer to the send. */
export async function deliveryReported(
  deps: Casework,
  report: { messageId: string; sid: string; status: string; code: number | null },
): Promise<void> {
  const known = await deps.db.message.findUnique({
    where: { id: report.messageId },
    select: { contactId: true },
  })
  if (!known) throw new NotFound('This text is not known here.')
  const { status } = report
  if (!isCarrierStatus(status)) {
    deps.log.warn(
      { messageId: report.messageId },
      'the carrier reported a message status that is not known here',
    )
    return
  }
  const contact = { id: known.contactId }
  await record(
    deps,
    { receipt: `text:${report.sid}:${status}`, at: deps.clock.now(), contact },
    async (desk) => {
      const message = await desk.tx.message.findUniqueOrThrow({ where: { id: report.messageId } })
      const state = mergeStatus(message.state as MessageState, status)
      await desk.tx.message.update({
        where: { id: message.id },
        data: {
          sid: report.sid,
          ...(state ? { state, sentAt: message.sentAt ?? desk.at } : {}),
          ...(state && state !== 'sent' ? { settledAt: desk.at, errorCode: report.code } : {}),
        },
      })
      if (state === null) return null
      const item = await desk.item(message.followUpId)
      const about = { at: desk.at, messageId: message.id }
      if (state === 'sent' || state === 'delivered') {
        if (item) await desk.apply(item, { type: `text-${state}`, ...about })
        return null
      }
      const told = item && (await desk.apply(item, { type: `text-${state}`, ...about, code: report.code }))
      await learnFromCode(desk, meaningOfCode(report.code), report.sid, told)
      return null
    },
  )
}

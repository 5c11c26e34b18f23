import { randomUUID } from 'node:crypto'
import { phoneOf, readCaller } from '../domain/calling/caller.ts'
import { readClinical } from '../domain/clinical/detect.ts'
import { HELP_STEP } from '../domain/consent/asked.ts'
import { isBlockedByCarrier } from '../domain/consent/carrier-keywords.ts'
import { readOptOut, type OptOutReading } from '../domain/consent/opt-out.ts'
import type { ItemEvent } from '../domain/follow-up/events.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { Language } from '../domain/follow-up/words.ts'
import { NotFound } from '../platform/errors.ts'
import { alertReplied } from './alerting/reply.ts'
import type { Casework } from './casework.ts'
import { lifted, revoke, sendsOnTheWire, stopsTexts } from './opt-out-texts.ts'
import { record, type Desk } from './record.ts'

/** A picture as the carrier keeps it. Nothing of it is fetched before somebody asks to see it. */
export type PictureId = { readonly sid: string; readonly contentType: string }

export type ArrivedText = {
  readonly messageSid: string
  readonly from: string
  readonly to: string
  readonly body: string
  readonly mediaCount: number
  /** the pictures that the carrier keeps for us; fewer than `mediaCount` when some were not, or only the carrier's log told of the text */
  readonly media?: readonly PictureId[]
  /** Twilio's OptOutType, with Advanced Opt-Out only */
  readonly carrierVerdict: 'STOP' | 'START' | 'HELP' | undefined
}

/**
 * Somebody texted one of our lines. The text joins the sender's open item or opens one; an opt-out stops every text to the
 * number before this returns, also one that a worker is just handing to the carrier.
 * @param at when it came in; earlier than now only for a text that the carrier's log tells of.
 * @returns what to answer at once: to somebody on call who answers an alert, in fixed words; null to everybody else, whose answers go
 * through the gate.
 */
export async function textArrived(
  deps: Casework,
  text: ArrivedText,
  at: Date = deps.clock.now(),
): Promise<string | null> {
  const phone = phoneOf(readCaller(text.from))
  const reading = readOptOut(text.body, text.carrierVerdict)
  const found = deps.practices.lineByPhone(text.to)
  if (!found) {
    if (phone !== null && stopsTexts(reading)) await stoppedElsewhere(deps, text, phone, at)
    deps.log.error(
      { messageSid: text.messageSid },
      'a text reached a number that is in no clinic file; add the line to it',
    )
    throw new NotFound('No practice here has this number: add the line to the clinic file.')
  }
  const answer = phone === null ? null : await alertReplied(deps, found, { ...text, phone }, at)
  if (answer !== null) return answer
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
  return null
}

/**
 * Somebody asked for no more texts at a number that is in no clinic file, such as one that left it. The opt-out holds for every sender all
 * the same; the text itself is not written down, so that its next delivery is read in full once the line is known.
 */
async function stoppedElsewhere(deps: Casework, text: ArrivedText, phone: string, at: Date): Promise<void> {
  const { messageSid: evidence, body: words, carrierVerdict } = text
  const means = isBlockedByCarrier(words, carrierVerdict) ? 'keyword' : 'natural'
  const { answer } = await record(deps, { receipt: null, at, contact: { phone } }, async (desk) => {
    await revoke(desk, { evidence, words, means }, null)
    return desk.contact?.id ?? null
  })
  if (answer !== null) await sendsOnTheWire(deps, answer)
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
      media: [...(text.media ?? [])],
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
  const { at } = desk
  const { messageSid: evidence, body: words } = text
  // A picture is never a keyword alone: licensed staff look at it.
  const hasPicture = text.mediaCount > 0
  switch (reading.kind) {
    case 'help': {
      // It may be a cry for help, so a person reads it, whoever answers it.
      const item = await received(deps, desk, text, where, open, false)
      await answerHelp(deps, desk, text, item)
      return
    }
    case 'restart':
      if (!hasPicture && (await lifted(desk, evidence))) {
        if (open) {
          await link(desk, text, open)
          await desk.apply(open, { type: 'opted-in-again', at, evidence })
        }
        return
      }
      // "Yes" from somebody who never opted out is a reply, and so is START after a request in plain words.
      await received(deps, desk, text, where, open, false)
      return
    case 'keyword': {
      const blocked = isBlockedByCarrier(words, text.carrierVerdict)
      const means = blocked && (!hasPicture || text.carrierVerdict !== undefined) ? 'keyword' : 'natural'
      const onTheWay = await revoke(desk, { evidence, words, means }, open?.id ?? null)
      const { mayWantToCancel } = reading
      const item =
        mayWantToCancel || hasPicture ? await received(deps, desk, text, where, open, mayWantToCancel) : open
      if (item) {
        await link(desk, text, item)
        await desk.apply(item, { type: 'opted-out', at, means, evidence, onTheWay })
      }
      return
    }
    case 'natural': {
      const means = 'natural'
      const onTheWay = await revoke(desk, { evidence, words, means }, open?.id ?? null)
      // "Don't text, call me" is a request too, so a person reads it.
      const item = await received(deps, desk, text, where, open, false)
      await desk.apply(item, { type: 'opted-out', at, means, evidence, onTheWay })
      return
    }
    case 'wrong-number': {
      const onTheWay = await revoke(desk, { evidence, words, means: 'natural' }, open?.id ?? null)
      // "Wrong number. But my chest hurts": whatever else it says is read like any text.
      const item = await received(deps, desk, text, where, open, false)
      await desk.apply(item, { type: 'wrong-number-reported', at, evidence, onTheWay })
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
    : await desk.open(
        {
          ...where,
          trigger: 'patient-message',
          language: event.language,
          earlierId: await desk.earlierItemFor(where.clinicId),
        },
        event,
      )
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

/** A HELP that the practice answers is answered once a day. */
const HELP_ANSWER_SPAN_MS = 86_400_000

/**
 * Answers HELP in the practice's approved words, where it chose to do that itself. The carrier answers it otherwise, and always where it
 * tells us so (OptOutType): an own answer would be a second text. The answer goes through the gate like any text.
 */
async function answerHelp(deps: Casework, desk: Desk, text: ArrivedText, item: FollowUp): Promise<void> {
  const { help } = deps.practices.policy(item.clinicId).texting
  if (help.by === 'carrier' || text.carrierVerdict !== undefined || !desk.contact) return
  const answered = await desk.tx.message.count({
    where: {
      contactId: desk.contact.id,
      direction: 'out',
      step: { startsWith: HELP_STEP },
      state: { notIn: ['canceled', 'refused'] },
      createdAt: { gt: new Date(desk.at.getTime() - HELP_ANSWER_SPAN_MS) },
    },
  })
  if (answered > 0) return
  const { at } = desk
  const step = `${HELP_STEP}${text.messageSid}`
  const content = { wording: help.wording }
  await desk.apply(item, { type: 'text-ordered', at, by: null, step, content, language: item.language })
}

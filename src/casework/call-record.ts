import type { Call } from '../../prisma/generated/client.ts'
import { firstStep, type CallPlace, type CallStep } from '../domain/calling/call-flow.ts'
import { isTextable, phoneOf, readCaller, showsNumber } from '../domain/calling/caller.ts'
import type { Language } from '../domain/follow-up/words.ts'
import { isOpen } from '../domain/time/business-time.ts'
import { NotFound } from '../platform/errors.ts'
import { speaksIn } from './caller-language.ts'
import type { Casework } from './casework.ts'
import { missedItem, type NewCall } from './missed-call.ts'
import { record, type Desk } from './record.ts'
import { recordMessage } from './recorded-message.ts'

/** What a webhook says of its call. Nearly all tell the numbers, so that each can record the call by itself; a recording's does not. */
export type OfCall = {
  readonly callSid: string
  readonly from?: string
  readonly to?: string
  readonly callerIdVerified?: string | undefined
  /** from the phone network, where the practice pays for it */
  readonly callerName?: string | undefined
  /** in which the caller goes on, as the address of the webhook says; it holds even when the webhook that chose it got lost */
  readonly language?: string | undefined
}
export type CallOrigin = OfCall & { readonly from: string; readonly to: string }

/** What is not clear about a call or recording is looked up at the carrier after so long, milliseconds: its webhooks may yet come. */
export const LOOK_UP_AFTER = 60_000

/**
 * A call reached one of our lines; null when the number is in no clinic file.
 * @param known `end`: only its end was told; whether the practice took it is asked from the carrier's log. `log`: the carrier's log tells
 * of it, which does not know what the caller chose.
 */
export async function recordArrival(
  deps: Casework,
  call: CallOrigin,
  at: Date,
  known: 'arrival' | 'end' | 'log' = 'arrival',
): Promise<CallStep | null> {
  const found = deps.practices.lineByPhone(call.to)
  if (!found) {
    deps.log.error(
      { callSid: call.callSid },
      'a call reached a number that is in no clinic file; add the line to it',
    )
    return null
  }
  const { policy, line } = found
  const caller = readCaller(call.from, call.callerIdVerified)
  const language = policy.languages[0]
  const step = firstStep({
    policy,
    line,
    at,
    language,
    textable: isTextable(caller),
    showsNumber: showsNumber(caller),
  })
  // The end of a call alone does not tell whether the practice answered.
  const onlyEnded = known === 'end' && step.step === 'ring'
  const phone = phoneOf(caller)
  const { step: recorded, replay } = await recordStep(
    deps,
    `call:${call.callSid}:${onlyEnded ? 'only-ended' : 'incoming'}`,
    at,
    phone === null ? null : { phone },
    async (desk) => {
      const waiting = await waitingFor(desk, call.callSid)
      const open = await desk.openItemFor(policy.clinicId, line.id)
      const row: NewCall = {
        sid: call.callSid,
        clinicId: policy.clinicId,
        lineId: line.id,
        contactId: desk.contact?.id ?? null,
        // Staff see on the open item that the person is calling this moment.
        followUpId: open?.id ?? null,
        direction: 'inbound',
        state: 'ringing',
        language,
        openHours: isOpen(policy.calendar, at),
        startedAt: at,
        onlyEnded,
        languageTold: known === 'arrival' || policy.languages.length === 1,
        callerIdVerified: call.callerIdVerified ?? null,
        callerName: policy.callerNames && call.callerName ? call.callerName : null,
      }
      if (waiting.ended) {
        await callAsTold(deps, desk, call)
      } else if (step.step === 'ring') {
        await desk.tx.call.create({ data: row })
        if (open) await desk.tell(open.id)
      } else {
        const item = await missedItem(desk, row, open)
        await desk.tx.call.create({ data: { ...row, state: 'missed', followUpId: item.id } })
      }
      if (waiting.recordings > 0) await placeWaitingRecordings(deps, desk, call.callSid)
      if (onlyEnded)
        await deps.jobs.enqueue(
          desk.tx,
          'place-call',
          call.callSid,
          new Date(deps.clock.now().getTime() + LOOK_UP_AFTER),
        )
      return step
    },
  )
  // Another webhook stood for this one before; what only this one tells of the caller counts all the same.
  if (replay && call.callerIdVerified) {
    await deps.db.call.updateMany({
      where: { sid: call.callSid, callerIdVerified: null },
      data: { callerIdVerified: call.callerIdVerified },
    })
  }
  return recorded
}

/** What came before the call's own first webhook: its end, the report of its recording. */
async function waitingFor(desk: Desk, callSid: string): Promise<{ ended: boolean; recordings: number }> {
  const rows = await desk.tx.$queryRaw<{ ended: boolean; recordings: number }[]>`
    SELECT EXISTS (SELECT FROM call WHERE sid = ${callSid}) AS ended,
      (SELECT count(*)::int FROM unplaced_recording WHERE call_sid = ${callSid}) AS recordings`
  return rows[0] ?? { ended: false, recordings: 0 }
}

/** Recordings whose report overtook the call's own webhooks. */
async function placeWaitingRecordings(deps: Casework, desk: Desk, callSid: string): Promise<void> {
  const waiting = await desk.tx.unplacedRecording.findMany({ where: { callSid } })
  for (const { sid, state, seconds, language } of waiting) {
    const call = await callAsTold(deps, desk, { callSid, language: language ?? undefined })
    await recordMessage(desk, call, { recordingSid: sid, status: state, seconds })
    await desk.tx.unplacedRecording.delete({ where: { sid } })
  }
}

/**
 * Records what happened on a call, under the lock of its contact. A call that is not known yet is recorded first: its own webhook got
 * lost, or comes later and then changes nothing.
 * @param what the provider's fact, once per call.
 * @param arrived when an unknown call must have come in, and how it is known.
 * @throws NotFound for a call that is unknown and does not say whose it is, or to a number of no practice here.
 */
export async function onCall(
  deps: Casework,
  origin: OfCall,
  what: string,
  work: (desk: Desk, call: Call) => Promise<CallStep>,
  at: Date = deps.clock.now(),
  arrived: { readonly at: Date; readonly told: 'arrival' | 'end' } = { at, told: 'arrival' },
): Promise<CallStep> {
  const { callSid, from = '', to = '' } = origin
  const known = await contactOf(deps, callSid)
  if (!known) {
    const recorded =
      to === '' ? null : await recordArrival(deps, { ...origin, from, to }, arrived.at, arrived.told)
    if (!recorded) throw new NotFound('This call is not known here: its first webhook has not arrived.')
  }
  const contact = known ?? (await contactOf(deps, callSid))
  const { step } = await recordStep(
    deps,
    `call:${callSid}:${what}`,
    at,
    { id: contact?.id ?? null },
    async (desk) => {
      await desk.tx.$queryRaw`SELECT 1 FROM call WHERE sid = ${callSid} FOR UPDATE`
      return work(desk, await callAsTold(deps, desk, origin))
    },
  )
  return step
}

/**
 * The call as it is with what this webhook tells of the caller and those before did not: a failed verification must count whenever it
 * is told, and so must the language.
 */
async function callAsTold(deps: Casework, desk: Desk, origin: OfCall): Promise<Call> {
  const { callSid, callerIdVerified, language } = origin
  const row = await desk.tx.call.findUniqueOrThrow({ where: { sid: callSid } })
  const data = {
    ...(row.callerIdVerified === null && callerIdVerified ? { callerIdVerified } : {}),
    ...(!row.languageTold && language ? { languageTold: true } : {}),
  }
  const learnt = Object.keys(data).length > 0
  const call = learnt ? await desk.tx.call.update({ where: { sid: callSid }, data }) : row
  const spoken = deps.practices.policy(call.clinicId).languages.find((one) => one === language)
  return spoken ? speaksIn(desk, call, spoken) : call
}

async function contactOf(deps: Casework, callSid: string): Promise<{ id: string | null } | null> {
  const call = await deps.db.call.findUnique({ where: { sid: callSid }, select: { contactId: true } })
  return call && { id: call.contactId }
}

/** Where a recorded call stands, for the next step. */
export function placeOfCall(deps: Casework, desk: Desk, call: Call): CallPlace {
  const { policy, line } = deps.practices.line(call.lineId)
  const caller = readCaller(desk.contact?.phone ?? '', call.callerIdVerified ?? undefined)
  return {
    policy,
    line,
    at: desk.at,
    language: call.language as Language,
    textable: isTextable(caller),
    showsNumber: showsNumber(caller),
  }
}

async function recordStep(
  deps: Casework,
  receipt: string,
  at: Date,
  contact: { phone: string } | { id: string | null } | null,
  work: (desk: Desk) => Promise<CallStep>,
): Promise<{ readonly step: CallStep; readonly replay: boolean }> {
  const recorded = await record(deps, { receipt, at, contact }, async (desk) =>
    JSON.stringify(await work(desk)),
  )
  const step = JSON.parse(recorded.answer ?? '{"step":"end"}') as CallStep
  return { step, replay: recorded.type === 'replay' }
}

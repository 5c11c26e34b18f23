import type { Call } from '../../prisma/generated/client.ts'
import { firstStep, readChoice, wasAnswered, type CallStep } from '../domain/calling/call-flow.ts'
import { phoneOf, readCaller } from '../domain/calling/caller.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { Language } from '../domain/follow-up/words.ts'
import { isOpen, openness } from '../domain/time/business-time.ts'
import { NotFound } from '../platform/errors.ts'
import type { Casework } from './casework.ts'
import { appendConsent, setLanguage } from './contact-store.ts'
import { record, type Desk } from './record.ts'

/**
 * What callers do, one use case per webhook. Each is recorded once by the provider's ids; a repeated webhook gets the step
 * that the first one got. The item of a missed call exists from the moment the call is known to be missed, voicemail or not.
 */

/** A call reached one of our lines. */
export async function callArrived(
  deps: Casework,
  call: { callSid: string; from: string; to: string; callerIdVerified: string | undefined },
): Promise<CallStep> {
  const found = deps.practices.lineByPhone(call.to)
  if (!found) {
    deps.log.error(
      { callSid: call.callSid },
      'a call reached a number that is in no clinic file; add the line to it',
    )
    return { step: 'not-in-service' }
  }
  const { policy, line } = found
  const caller = readCaller(call.from, call.callerIdVerified)
  const phone = phoneOf(caller)
  const at = deps.clock.now()
  return recordStep(
    deps,
    `call:${call.callSid}:incoming`,
    at,
    phone === null ? null : { phone },
    async (desk) => {
      const step = firstStep(policy, line, at, desk.contact !== null)
      const row = await desk.tx.call.create({
        data: {
          sid: call.callSid,
          clinicId: policy.clinicId,
          lineId: line.id,
          contactId: desk.contact?.id ?? null,
          direction: 'inbound',
          state: 'ringing',
          language: policy.languages[0],
          openHours: isOpen(policy.calendar, at),
          startedAt: at,
          callerIdVerified: call.callerIdVerified ?? null,
        },
      })
      if (step.step !== 'ring') await missed(desk, row)
      return step
    },
  )
}

/** The practice's phones rang and somebody answered or not. */
export async function ringingEnded(
  deps: Casework,
  result: { callSid: string; dialStatus: string; bridged: string | undefined },
): Promise<CallStep> {
  return onCall(deps, result.callSid, 'dialed', async (desk, call) => {
    if (call.state === 'missed') return greeting(deps, call, desk.at)
    if (wasAnswered(result.dialStatus, result.bridged)) {
      await desk.tx.call.update({ where: { sid: call.sid }, data: { state: 'answered' } })
      return { step: 'end' }
    }
    await missed(desk, call)
    return greeting(deps, call, desk.at)
  })
}

/**
 * The caller pressed a key in the greeting, or let the time pass.
 * @param turn which question was answered: the greeting may be heard in two languages, and each answer counts once.
 */
export async function keyPressed(
  deps: Casework,
  press: { callSid: string; digits: string; turn: string },
): Promise<CallStep> {
  return onCall(deps, press.callSid, `choice:${press.turn}:${press.digits}`, async (desk, call) => {
    const policy = deps.practices.policy(call.clinicId)
    const choice = readChoice(policy, press.digits)
    const language = call.language as Language
    const item = await desk.item(call.followUpId)
    switch (choice.type) {
      case 'language': {
        await desk.tx.call.update({ where: { sid: call.sid }, data: { language: choice.language } })
        if (desk.contact) await setLanguage(desk.tx, desk.contact.id, choice.language)
        if (item) {
          await desk.apply(item, {
            type: 'language-chosen',
            at: desk.at,
            callSid: call.sid,
            language: choice.language,
          })
        }
        return { ...greeting(deps, call, desk.at), language: choice.language }
      }
      case 'agree-to-text':
        // Without a number there is nobody to text; the key is then not asked for as consent.
        if (!item || !desk.contact) return { step: 'take-message', language, said: 'nothing' }
        await appendConsent(desk.tx, desk.contact.id, {
          at: desk.at,
          kind: 'grant',
          scope: 'this-request',
          basis: 'key-press',
          evidence: call.sid,
          wordingVersion: `consentAsk/${language}@${policy.version}`,
          followUpId: item.id,
        })
        await desk.apply(item, { type: 'text-agreed', at: desk.at, callSid: call.sid, language })
        return { step: 'take-message', language, said: 'agreed' }
      case 'wrong-key':
        return { step: 'take-message', language, said: 'wrong-key' }
      case 'no-key':
        return { step: 'take-message', language, said: 'nothing' }
      default: {
        const rest: never = choice
        return rest
      }
    }
  })
}

/** The recording of a message ended. Whether there is one is told by `messageRecorded`; the caller only hears goodbye. */
export async function messageEnded(
  deps: Casework,
  end: { callSid: string; digits: string },
): Promise<CallStep> {
  return onCall(deps, end.callSid, 'voicemail', (_desk, call) =>
    Promise.resolve(
      end.digits === 'hangup' ? { step: 'end' } : { step: 'goodbye', language: call.language as Language },
    ),
  )
}

/** Statuses after which nothing more happens on a call (Twilio: Call resource, status). */
const FINAL = ['completed', 'busy', 'no-answer', 'failed', 'canceled']

/**
 * The call is over. Whether anybody answered it is told by `ringingEnded`, which may come a moment later or, when the caller gave
 * up while it rang, never: then `settleEndedCall` counts it as missed.
 */
export async function callEnded(
  deps: Casework,
  end: { callSid: string; from: string; to: string; status: string; seconds: number | null },
): Promise<void> {
  if (!FINAL.includes(end.status)) return
  const known = await deps.db.call.findUnique({ where: { sid: end.callSid }, select: { sid: true } })
  if (!known) {
    // Its first webhook never reached us. On a backup line it was missed all the same; on a front line the status alone does
    // not say whether the practice answered.
    if (deps.practices.lineByPhone(end.to)?.line.connect.kind !== 'backup') return
    await callArrived(deps, { ...end, callerIdVerified: undefined })
  }
  await onCall(deps, end.callSid, `status:${end.status}`, async (desk, call) => {
    await desk.tx.call.update({ where: { sid: call.sid }, data: { endedAt: desk.at, seconds: end.seconds } })
    return { step: 'end' }
  })
}

/** A call that ended while it rang, and nobody said that it was answered: it was missed. The tick calls this after a grace. */
export async function settleEndedCall(deps: Casework, callSid: string): Promise<void> {
  await onCall(deps, callSid, 'given-up', async (desk, call) => {
    if (call.state === 'ringing') await missed(desk, call)
    return { step: 'end' }
  })
}

/**
 * The item that what comes in for a call belongs to: its own while it is open; otherwise the caller's open one, or a new one, since
 * nobody looks at a closed item again.
 */
export async function openItemOf(desk: Desk, call: Call): Promise<FollowUp | null> {
  if (call.followUpId === null) return null
  const own = await desk.item(call.followUpId)
  if (own?.status !== 'closed') return own
  const item =
    (await desk.openItemFor(call.clinicId, call.lineId)) ??
    (await desk.open({ ...placeOf(call), trigger: 'missed-call' }, missedEvent(desk, call)))
  await desk.tx.call.update({ where: { sid: call.sid }, data: { followUpId: item.id } })
  return item
}

/** The call was missed: it joins the caller's open item or opens one. */
async function missed(desk: Desk, call: Call): Promise<void> {
  const event = missedEvent(desk, call)
  const open = await desk.openItemFor(call.clinicId, call.lineId)
  const item = open
    ? await desk.apply(open, event)
    : await desk.open({ ...placeOf(call), trigger: 'missed-call' }, event)
  await desk.tx.call.update({ where: { sid: call.sid }, data: { state: 'missed', followUpId: item.id } })
}

function placeOf(call: Call) {
  return { clinicId: call.clinicId, lineId: call.lineId, language: call.language as Language }
}

function missedEvent(desk: Desk, call: Call) {
  return {
    type: 'call-missed',
    at: desk.at,
    callSid: call.sid,
    openHours: call.openHours,
    language: call.language as Language,
  } as const
}

function greeting(deps: Casework, call: Call, at: Date): Extract<CallStep, { step: 'greet' }> {
  const policy = deps.practices.policy(call.clinicId)
  return {
    step: 'greet',
    language: call.language as Language,
    openness: openness(policy.calendar, at),
    askConsent: call.contactId !== null,
  }
}

/** Records what happened on a call that we know, under the lock of its contact. */
export async function onCall(
  deps: Casework,
  callSid: string,
  what: string,
  work: (desk: Desk, call: Call) => Promise<CallStep>,
): Promise<CallStep> {
  const known = await deps.db.call.findUnique({ where: { sid: callSid }, select: { contactId: true } })
  if (!known) throw new NotFound('This call is not known here: its first webhook has not arrived.')
  const contact = { id: known.contactId }
  return recordStep(deps, `call:${callSid}:${what}`, deps.clock.now(), contact, async (desk) => {
    await desk.tx.$queryRaw`SELECT 1 FROM call WHERE sid = ${callSid} FOR UPDATE`
    return work(desk, await desk.tx.call.findUniqueOrThrow({ where: { sid: callSid } }))
  })
}

async function recordStep(
  deps: Casework,
  receipt: string,
  at: Date,
  contact: { phone: string } | { id: string | null } | null,
  work: (desk: Desk) => Promise<CallStep>,
): Promise<CallStep> {
  const recorded = await record(deps, { receipt, at, contact }, async (desk) =>
    JSON.stringify(await work(desk)),
  )
  return JSON.parse(recorded.answer ?? '{"step":"end"}') as CallStep
}

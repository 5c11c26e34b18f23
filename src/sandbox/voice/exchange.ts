import { setImmediate } from 'node:timers/promises'
import { Conflict, NotFound } from '../../platform/errors.ts'
import type { Carrier } from '../carrier.ts'
import type { CallRecord } from '../records.ts'
import type { XmlElement } from '../xml.ts'
import { fetchDocument } from './documents.ts'
import { hear, type Leg, type NewInstructions, type SpokenMessage } from './leg.ts'
import { resumeRecordings } from './recordings.ts'
import { ringPhone } from './ringing.ts'
import { createSwitchboard, isFinal, reportEnd, type Switchboard } from './switchboard.ts'
import { runTwiml } from './twiml-runner.ts'
import type { RunResult } from './step.ts'

/** Milliseconds a call made through REST stays queued. */
const QUEUE_MS = 100
/** Milliseconds after a restart until lost calls are reported: customers may be starting again at the same time. */
const RESTART_MS = 1000

type IncomingCall = {
  readonly from: string
  readonly to: string
  readonly fields: Record<string, string>
  /** Prompts take their time on the clock. */
  readonly spoken: boolean
  /** No address of the customer can be reached: the caller hears the spoken error, and only the carrier's log knows. */
  readonly webhooksLost: boolean
}
export type OutgoingCall = {
  readonly from: string
  readonly to: string
  readonly instructions: NewInstructions
  readonly method: string | undefined
  readonly fallbackUrl: string | undefined
  readonly timeoutSeconds: number
  readonly callbacks: CallRecord['callbacks']
}

/** Calls as a whole: how they begin, what people and the REST API do to them, how they end. */
export type Exchange = {
  readonly live: ReadonlyMap<string, Leg>
  readonly startIncoming: (call: IncomingCall) => CallRecord
  readonly startOutgoing: (call: OutgoingCall) => CallRecord
  /** Ends a live call on the customer's behalf: canceled while it rings, completed when it was answered. */
  readonly end: (leg: Leg) => void
  /** Gives a live call new instructions. */
  readonly instruct: (leg: Leg, instructions: NewInstructions) => void
  /** What people do; each refuses with NotFound or Conflict what is not possible at the moment. */
  readonly press: (sid: string, digits: string) => Promise<void>
  readonly speak: (sid: string, message: SpokenMessage) => void
  readonly hangUp: (sid: string) => void
  readonly pickUp: (sid: string) => void
  readonly decline: (sid: string) => void
  readonly skip: (sid: string) => void
}

export function createExchange(carrier: Carrier): Exchange {
  const switchboard = createSwitchboard(carrier)
  const { store, timers } = carrier
  failUnfinishedCalls(carrier)
  resumeRecordings(carrier)

  const leg = (sid: string): Leg => {
    const found = switchboard.live.get(sid)
    if (!found) throw new NotFound('This call is not live: it has ended, or it never was.')
    return found
  }
  const guard = (work: Promise<void>, of: Leg): void => {
    work.catch((error: unknown) => {
      carrier.log.error({ err: error, callSid: of.record.sid }, 'sandbox call broke')
      switchboard.disconnect(of, 'failed')
      switchboard.close(of)
    })
  }

  return {
    live: switchboard.live,
    startIncoming: ({ from, to, fields, spoken, webhooksLost }) => {
      const number = store.numbers.get(to)
      if (!number) throw new NotFound('No clinic line of this account has the called number.')
      const started = switchboard.open({
        from,
        to,
        direction: 'inbound',
        fields,
        spoken,
        webhooksLost,
        fallbackUrl: number.voiceFallbackUrl,
      })
      const document = fetchDocument(carrier, started, { url: number.voiceUrl })
      guard(drive(carrier, switchboard, started, document), started)
      return started.record
    },
    startOutgoing: (call) => {
      const started = switchboard.open({
        from: call.from,
        to: call.to,
        direction: 'outbound-api',
        callbacks: call.callbacks,
        fallbackUrl: call.fallbackUrl,
      })
      timers.after(QUEUE_MS, 'due', () => guard(placeCall(carrier, switchboard, started, call), started))
      return started.record
    },
    end: (live) => switchboard.disconnect(live, live.record.answeredAt === null ? 'canceled' : 'completed'),
    instruct: (live, instructions) => {
      live.instructions = instructions
      live.wait?.interrupt()
    },
    press: async (sid, digits) => {
      const pressing = leg(sid)
      for (const key of digits) {
        if (pressing.wait?.key) pressing.wait.key(key)
        else hear(pressing, store.stamp(), 'key', `${key} (nobody was listening)`)
        // The next key meets what the runner does with this one.
        await setImmediate()
      }
      store.changed()
    },
    speak: (sid, message) => {
      const speaking = leg(sid)
      if (speaking.wait?.pickUp) throw new Conflict('This phone rings: answer it before you speak.')
      if (speaking.wait?.speak) speaking.wait.speak(message)
      else if (!speaking.gone) {
        hear(speaking, store.stamp(), 'notice', `Said while nothing was recording: “${message.text}”`)
        store.changed()
      }
      if (message.hangUp) switchboard.disconnect(speaking, 'completed')
    },
    hangUp: (sid) => {
      const leaving = leg(sid)
      if (leaving.wait?.pickUp) leaving.wait.pickUp('busy')
      else switchboard.disconnect(leaving, leaving.record.answeredAt === null ? 'canceled' : 'completed')
    },
    pickUp: (sid) => {
      const ringing = leg(sid).wait
      if (!ringing?.pickUp) throw new Conflict('This phone does not ring.')
      ringing.pickUp('answers')
    },
    decline: (sid) => {
      const ringing = leg(sid).wait
      if (!ringing?.pickUp) throw new Conflict('This phone does not ring.')
      ringing.pickUp('busy')
    },
    skip: (sid) => {
      const { wait } = leg(sid)
      if (!wait) throw new Conflict('This call is not waiting for anything.')
      wait.pass()
    },
  }
}

async function placeCall(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  call: OutgoingCall,
): Promise<void> {
  if (!leg.gone && (await ringPhone(carrier, switchboard, leg, call.timeoutSeconds))) {
    await drive(carrier, switchboard, leg, firstDocument(carrier, leg, call.instructions, call.method))
  } else {
    switchboard.close(leg)
  }
}

/** Runs a leg's documents to the end of the call, through new instructions that come meanwhile, and closes it. */
async function drive(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  first: Promise<XmlElement | null>,
): Promise<void> {
  let result = await runTwiml(carrier, switchboard, leg, await first)
  while (leg.instructions !== null && !leg.gone) {
    const instructions = leg.instructions
    leg.instructions = null
    const document = await firstDocument(carrier, leg, instructions)
    result = await runTwiml(carrier, switchboard, leg, document)
  }
  end(carrier, switchboard, leg, result)
}

function firstDocument(
  carrier: Carrier,
  leg: Leg,
  instructions: NewInstructions,
  method?: string,
): Promise<XmlElement | null> {
  if (instructions.type === 'twiml') return Promise.resolve(instructions.document)
  return fetchDocument(carrier, leg, { url: instructions.url, method })
}

function end(carrier: Carrier, switchboard: Switchboard, leg: Leg, result: RunResult): void {
  if (result.type === 'rejected' && leg.record.answeredAt === null) {
    switchboard.disconnect(leg, result.reason)
  } else if (leg.record.answeredAt === null && result.type === 'at-end' && wasDialedOn(carrier, leg)) {
    // Dial with answerOnBridge leaves the caller unanswered when nobody took the call.
    switchboard.disconnect(leg, 'no-answer')
  } else {
    switchboard.answer(leg)
    switchboard.disconnect(leg, 'completed')
  }
  switchboard.close(leg)
}

function wasDialedOn(carrier: Carrier, leg: Leg): boolean {
  return [...carrier.store.calls.values()].some((call) => call.parentSid === leg.record.sid)
}

/** Calls that were live when the last run ended are lost; their customers hear of it once. */
function failUnfinishedCalls(carrier: Carrier): void {
  for (const call of carrier.store.calls.values()) {
    if (isFinal(call.status)) continue
    call.status = 'failed'
    call.endedAt = carrier.store.stamp()
    call.updatedAt = call.endedAt
    call.durationSeconds ??= 0
    carrier.timers.after(RESTART_MS, 'due', () => reportEnd(carrier, call))
  }
}

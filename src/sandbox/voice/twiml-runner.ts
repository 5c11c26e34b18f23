import type { Carrier } from '../carrier.ts'
import { childElements, textOf, type XmlElement } from '../xml.ts'
import { dial } from './dial.ts'
import { addressOf, fetchDocument, playPrompt, secondsOf, secondsToSay, SPOKEN_ERROR } from './documents.ts'
import { gather } from './gather.ts'
import { hear, isInterrupted, waitOn, warn, type Leg } from './leg.ts'
import { record } from './record.ts'
import type { RunResult, Step } from './step.ts'
import type { Switchboard } from './switchboard.ts'

/** Documents that may follow one another on one call without anybody doing anything: beyond this it is a loop. */
const MOST_DOCUMENTS = 200

/**
 * Runs TwiML on one leg, from the first verb until nothing is left to do. Waiting passes on the sandbox clock; the
 * person on the phone may act before.
 * @param start the first document; null when it could not be had: the caller hears the spoken error.
 */
export async function runTwiml(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  start: XmlElement | null,
): Promise<RunResult> {
  let document = start
  for (let documents = 0; documents < MOST_DOCUMENTS; documents += 1) {
    if (document === null) return applicationError(carrier, switchboard, leg)
    const step = await runDocument(carrier, switchboard, leg, document)
    switch (step.type) {
      case 'next':
        return { type: 'at-end' }
      case 'stop':
        return { type: 'stopped' }
      case 'hang-up':
        return { type: 'hung-up' }
      case 'reject':
        return { type: 'rejected', reason: step.reason }
      case 'fetch':
        document = await fetchDocument(carrier, leg, step)
        if (step.unheard || isInterrupted(leg)) return { type: 'stopped' }
        break
      default:
        return unreachable(step)
    }
  }
  warn(leg, `${MOST_DOCUMENTS} documents without an end: the call was ended`)
  return applicationError(carrier, switchboard, leg)
}

async function runDocument(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  document: XmlElement,
): Promise<Step> {
  for (const verb of childElements(document)) {
    if (isInterrupted(leg)) return { type: 'stop' }
    const step = await perform(carrier, switchboard, leg, verb)
    if (step.type !== 'next') return step
  }
  return isInterrupted(leg) ? { type: 'stop' } : { type: 'next' }
}

async function perform(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  verb: XmlElement,
): Promise<Step> {
  switch (verb.name) {
    case 'Say':
    case 'Play':
      switchboard.answer(leg)
      return listenFor(carrier, leg, playPrompt(carrier, leg, verb))
    case 'Pause': {
      const seconds = secondsOf(leg, verb, 'length', 1)
      // A pause does not answer the phone: the caller goes on hearing it ring.
      hear(leg, carrier.store.stamp(), 'pause', `${seconds} s`)
      await waitOn(leg, carrier.timers, carrier.store.changed, {
        for: 'nothing',
        ms: seconds * 1000,
        kind: 'due',
      })
      return { type: 'next' }
    }
    case 'Gather':
      switchboard.answer(leg)
      return gather(carrier, leg, verb)
    case 'Record':
      switchboard.answer(leg)
      return record(carrier, leg, verb)
    case 'Dial':
      return dial({ carrier, switchboard, runTwiml }, leg, verb)
    case 'Redirect':
      return {
        type: 'fetch',
        url: addressOf(leg, textOf(verb)),
        method: verb.attributes.get('method'),
      }
    case 'Hangup':
      return { type: 'hang-up' }
    case 'Reject':
      if (leg.record.answeredAt !== null) warn(leg, '12200: <Reject> comes too late, the call is answered')
      return { type: 'reject', reason: verb.attributes.get('reason') === 'busy' ? 'busy' : 'no-answer' }
    default:
      warn(leg, `12200: <${verb.name}> is not a verb this carrier knows; it was passed over`)
      carrier.log.warn({ callSid: leg.record.sid, verb: verb.name }, 'unknown TwiML verb')
      return { type: 'next' }
  }
}

/** Lets a prompt last: on the clock for calls that are listened to in real time, else at once. */
async function listenFor(carrier: Carrier, leg: Leg, seconds: number): Promise<Step> {
  if (leg.spoken)
    await waitOn(leg, carrier.timers, carrier.store.changed, { for: 'nothing', ms: seconds * 1000 })
  else leg.unclockedSeconds += seconds
  return { type: 'next' }
}

function applicationError(carrier: Carrier, switchboard: Switchboard, leg: Leg): RunResult {
  if (leg.gone) return { type: 'stopped' }
  switchboard.answer(leg)
  hear(leg, carrier.store.stamp(), 'say', SPOKEN_ERROR, 'en-US')
  leg.unclockedSeconds += secondsToSay(SPOKEN_ERROR)
  return { type: 'hung-up' }
}

function unreachable(step: never): never {
  throw new Error(`unexpected step ${JSON.stringify(step)}`)
}

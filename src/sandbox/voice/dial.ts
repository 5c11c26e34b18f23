import type { Carrier } from '../carrier.ts'
import { faultsBetween } from '../faults.ts'
import { dialable } from '../phone-number.ts'
import type { CallStatus } from '../records.ts'
import { childElements, textOf, type XmlElement } from '../xml.ts'
import { addressOf, fetchDocument, flagOf, secondsOf } from './documents.ts'
import { hear, isInterrupted, waitOn, warn, type Leg } from './leg.ts'
import { ringPhone, talkLimit } from './ringing.ts'
import type { RunResult, Step } from './step.ts'
import type { Switchboard } from './switchboard.ts'

/** What Dial needs of the rest: the runner is passed in, because a whisper is TwiML of its own on the called leg. */
export type DialTools = {
  readonly carrier: Carrier
  readonly switchboard: Switchboard
  readonly runTwiml: (
    carrier: Carrier,
    switchboard: Switchboard,
    leg: Leg,
    document: XmlElement | null,
  ) => Promise<RunResult>
}

type Target = {
  readonly phone: string
  readonly whisperUrl: string | null
  readonly whisperMethod: string | undefined
}
/** The called leg the result speaks of: the one that was connected, else one that was picked up, else the one rung last. */
type DialResult = { readonly child: Leg | null; readonly status: CallStatus; readonly bridged: boolean }

/**
 * Dial: rings one or more phones, plays each its whisper, joins the first that takes the call with the caller. With an
 * action address the result goes there; without one the flow goes on to the next verb.
 */
export async function dial(tools: DialTools, leg: Leg, verb: XmlElement): Promise<Step> {
  const { carrier, switchboard } = tools
  if (!flagOf(verb, 'answerOnBridge', false)) switchboard.answer(leg)
  const result = await connect(tools, leg, verb)
  const action = verb.attributes.get('action')
  if (leg.instructions !== null) return { type: 'stop' }
  if (!action) return leg.gone ? { type: 'stop' } : { type: 'next' }
  const faults = faultsBetween(carrier.store, leg.record.to, leg.record.from)
  if (leg.gone && !result.bridged && faults.hangUpAction === 'lost') return { type: 'stop' }
  const child = result.child?.record
  const givenUp = leg.gone && !result.bridged && faults.hangUpAction === 'no-answer'
  return {
    type: 'fetch',
    url: addressOf(leg, action),
    method: verb.attributes.get('method'),
    extra: {
      DialCallStatus: givenUp ? 'no-answer' : result.status,
      DialBridged: String(result.bridged),
      ...(child ? { DialCallSid: child.sid } : {}),
      ...(child?.answeredAt ? { DialCallDuration: String(child.durationSeconds ?? 0) } : {}),
    },
    ...(leg.gone ? { unheard: true } : {}),
  }
}

async function connect(tools: DialTools, leg: Leg, verb: XmlElement): Promise<DialResult> {
  const { carrier } = tools
  const targets = readTargets(leg, verb)
  const callerId = verb.attributes.get('callerId') ?? leg.record.from
  const allowed = [leg.record.from, leg.record.to, ...carrier.store.numbers.keys()]
  if (!allowed.includes(callerId))
    warn(leg, '13214: the callerId of <Dial> is neither a number of the account nor one of the call')
  if (targets.length === 0 || !allowed.includes(callerId))
    return { child: null, status: 'failed', bridged: false }

  const seconds = secondsOf(leg, verb, 'timeout', 30, 600)
  const rounds = flagOf(verb, 'sequential', false) ? targets.map((target) => [target]) : [targets]
  let last: DialResult = { child: null, status: 'failed', bridged: false }
  for (const round of rounds) {
    const children = round.map((target) =>
      tools.switchboard.open({
        from: callerId,
        to: target.phone,
        direction: 'outbound-dial',
        parentSid: leg.record.sid,
      }),
    )
    const winner = await ringTogether(tools, leg, children, round, seconds)
    if (winner && !isInterrupted(leg)) {
      await bridge(tools, leg, winner, secondsOf(leg, verb, 'timeLimit', 14_400))
      return { child: winner, status: 'completed', bridged: true }
    }
    if (winner) hangUp(tools.switchboard, winner)
    const child = children.find((one) => one.record.answeredAt !== null) ?? children.at(-1) ?? null
    last = { child, status: isInterrupted(leg) ? 'canceled' : worst(children), bridged: false }
    if (isInterrupted(leg)) break
  }
  return last
}

/** Rings phones at the same time. The first that takes the call wins, the others stop ringing. */
async function ringTogether(
  tools: DialTools,
  leg: Leg,
  children: readonly Leg[],
  targets: readonly Target[],
  seconds: number,
): Promise<Leg | null> {
  const { carrier, switchboard } = tools
  hear(
    leg,
    carrier.store.stamp(),
    'ringing',
    `The called phone rings: ${targets.map((target) => target.phone).join(', ')}`,
  )
  let stopWaiting = (): void => undefined
  void waitOn<true>(leg, carrier.timers, carrier.store.changed, {
    for: 'ringing',
    ms: null,
    hear: (end) => {
      stopWaiting = () => end.done(true)
      return {}
    },
  }).then((outcome) => {
    for (const child of children) {
      if (outcome.type === 'time-over') child.wait?.pass()
      if (outcome.type === 'interrupted') letGo(switchboard, child)
    }
  })
  let decided = false
  const winner = await firstToTake(
    children.map(async (child, place) => {
      const taken = await takesCall(tools, child, targets[place], seconds)
      if (taken && !decided) {
        decided = true
        return child
      }
      letGo(switchboard, child)
      switchboard.close(child)
      return null
    }),
  )
  stopWaiting()
  for (const child of children) if (child !== winner) letGo(switchboard, child)
  return winner
}

/** Resolves with the first leg that took the call, or with null when all have refused. */
function firstToTake(attempts: readonly Promise<Leg | null>[]): Promise<Leg | null> {
  return new Promise((resolve, reject) => {
    for (const one of attempts) one.then((leg) => leg && resolve(leg), reject)
    Promise.all(attempts).then(() => resolve(null), reject)
  })
}

/** Rings one phone and plays it its whisper: true when it is there to be joined with the caller. */
async function takesCall(
  tools: DialTools,
  child: Leg,
  target: Target | undefined,
  seconds: number,
): Promise<boolean> {
  const { carrier, switchboard, runTwiml } = tools
  if (!(await ringPhone(carrier, switchboard, child, seconds))) return false
  if (!target?.whisperUrl) return true
  const document = await fetchDocument(carrier, child, {
    url: target.whisperUrl,
    method: target.whisperMethod,
  })
  const result = await runTwiml(carrier, switchboard, child, document)
  return result.type === 'at-end' && !child.gone
}

/** Joins caller and called phone until one of them hangs up. */
async function bridge(tools: DialTools, leg: Leg, child: Leg, limitSeconds: number): Promise<void> {
  const { carrier, switchboard } = tools
  const { timers, store } = carrier
  switchboard.answer(leg)
  hear(leg, store.stamp(), 'connected', `Connected with ${child.person}`)
  hear(child, store.stamp(), 'connected', `Connected with ${leg.person}`)
  let hangUpCaller = (): void => undefined
  const caller = waitOn<true>(leg, timers, store.changed, {
    for: 'talk',
    ms: limitSeconds * 1000,
    hear: (end) => {
      hangUpCaller = () => end.done(true)
      return {}
    },
  })
  const called = waitOn(child, timers, store.changed, { for: 'talk', ms: talkLimit(child), kind: 'due' })
  await Promise.race([caller, called])
  hangUp(switchboard, child)
  hangUpCaller()
}

/** Stops a called leg that is not the one: a ringing phone goes quiet, one that was picked up is hung up. */
function letGo(switchboard: Switchboard, child: Leg): void {
  switchboard.disconnect(child, child.record.answeredAt === null ? 'canceled' : 'completed')
}

function hangUp(switchboard: Switchboard, child: Leg): void {
  switchboard.disconnect(child, 'completed')
  switchboard.close(child)
}

/**
 * What Dial reports when nobody took the call: completed when one of the phones was picked up, be it by a mailbox, else the
 * phones' common result, no-answer when they differ.
 */
function worst(children: readonly Leg[]): CallStatus {
  const statuses = new Set(children.map((child) => child.record.status))
  if (statuses.has('completed')) return 'completed'
  const [only] = statuses
  return statuses.size === 1 && only !== undefined && only !== 'canceled' ? only : 'no-answer'
}

function readTargets(leg: Leg, verb: XmlElement): readonly Target[] {
  const targets: Target[] = []
  const add = (text: string, noun?: XmlElement): void => {
    const phone = dialable(text)
    const whisper = noun?.attributes.get('url')
    if (phone === null) warn(leg, '13224: <Dial> was given something that is not a phone number')
    else
      targets.push({
        phone,
        whisperUrl: whisper ? addressOf(leg, whisper) : null,
        whisperMethod: noun?.attributes.get('method'),
      })
  }
  const plain = textOf(verb)
  if (plain !== '') add(plain)
  for (const noun of childElements(verb)) {
    if (noun.name === 'Number') add(textOf(noun), noun)
    else warn(leg, `12200: <Dial><${noun.name}> is not known to this carrier`)
  }
  return targets
}

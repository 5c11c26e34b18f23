import type { Carrier } from '../carrier.ts'
import { childElements, type XmlElement } from '../xml.ts'
import { addressOf, flagOf, playPrompt, secondsOf } from './documents.ts'
import { hear, isInterrupted, waitOn, warn, type Leg } from './leg.ts'
import type { Step } from './step.ts'

/** Milliseconds a scripted phone takes for each key. */
const SCRIPT_PAUSE_MS = 1000

/**
 * Gather: plays its prompts, which a key cuts short, and collects keys until the number wanted, the finishing key, or
 * silence. Without keys the flow goes on to the next verb unless actionOnEmptyResult is set. Speech is not recognized.
 */
export async function gather(carrier: Carrier, leg: Leg, verb: XmlElement): Promise<Step> {
  const keys = collectKeys(leg, verb)
  for (const prompt of childElements(verb)) {
    const seconds = promptSeconds(carrier, leg, prompt)
    if (!leg.spoken) leg.unclockedSeconds += seconds
    else if (await keyWithin(carrier, leg, keys, seconds * 1000)) break
    if (isInterrupted(leg)) break
  }
  const silenceMs = secondsOf(leg, verb, 'timeout', 5) * 1000
  while (!keys.done()) {
    if (!(await keyWithin(carrier, leg, keys, silenceMs))) break
  }
  if (isInterrupted(leg)) return { type: 'stop' }
  if (keys.digits() === '' && !flagOf(verb, 'actionOnEmptyResult', false)) return { type: 'next' }
  return {
    type: 'fetch',
    url: addressOf(leg, verb.attributes.get('action')),
    method: verb.attributes.get('method'),
    extra: { Digits: keys.digits() },
  }
}

type Keys = {
  /** False for a Gather that listens to speech only. */
  readonly wanted: boolean
  press(key: string): void
  done(): boolean
  digits(): string
}

function collectKeys(leg: Leg, verb: XmlElement): Keys {
  const most = secondsOf(leg, verb, 'numDigits', Number.POSITIVE_INFINITY, 1000)
  const finishOnKey = verb.attributes.get('finishOnKey') ?? '#'
  let digits = ''
  let finished = false
  return {
    wanted: (verb.attributes.get('input') ?? 'dtmf').split(/\s+/).includes('dtmf'),
    press: (key) => {
      if (finishOnKey.includes(key)) finished = true
      else digits += key
    },
    done: () => finished || digits.length >= most,
    digits: () => digits,
  }
}

/** Waits for the next key. False when none came in time or the phone was put down. */
async function keyWithin(carrier: Carrier, leg: Leg, keys: Keys, ms: number): Promise<boolean> {
  const cancelScript =
    keys.wanted && leg.keysLeft !== ''
      ? carrier.timers.after(SCRIPT_PAUSE_MS, 'due', () => {
          const key = leg.keysLeft.slice(0, 1)
          leg.keysLeft = leg.keysLeft.slice(1)
          leg.wait?.key?.(key)
        })
      : (): void => undefined
  const outcome = await waitOn<true>(leg, carrier.timers, carrier.store.changed, {
    for: 'key',
    ms,
    // What a scripted phone will do is certain; a person may do anything.
    kind: leg.script ? 'due' : 'open',
    hear: (end) =>
      keys.wanted
        ? {
            key: (key) => {
              hear(leg, carrier.store.stamp(), 'key', key)
              keys.press(key)
              end.done(true)
            },
          }
        : {},
  })
  cancelScript()
  return outcome.type === 'done'
}

function promptSeconds(carrier: Carrier, leg: Leg, prompt: XmlElement): number {
  switch (prompt.name) {
    case 'Say':
    case 'Play':
      return playPrompt(carrier, leg, prompt)
    case 'Pause':
      return secondsOf(leg, prompt, 'length', 1)
    default:
      warn(leg, `12200: <${prompt.name}> cannot stand inside <Gather>`)
      return 0
  }
}

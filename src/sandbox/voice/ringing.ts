import type { Carrier } from '../carrier.ts'
import { hear, waitOn, type Leg } from './leg.ts'
import type { Switchboard } from './switchboard.ts'

/** Seconds a scripted phone rings when it was not told how long, and a mailbox stays on the line. */
const RING_SECONDS = 2
const MAILBOX_SECONDS = 20

/**
 * Rings the phone of an outbound leg until it is picked up by its script or by hand, declines, or the time is over.
 * @returns true when it was answered; else the leg has its final status.
 */
export async function ringPhone(
  carrier: Carrier,
  switchboard: Switchboard,
  leg: Leg,
  seconds: number,
): Promise<boolean> {
  const behaviour = carrier.store.phones.get(leg.person)
  switchboard.ring(leg)
  hear(leg, carrier.store.stamp(), 'ringing', `Ringing: ${leg.record.from}`)
  const cancelScript =
    behaviour && behaviour.pickUp !== 'no-answer'
      ? carrier.timers.after((behaviour.afterSeconds ?? RING_SECONDS) * 1000, 'due', () => {
          leg.script = behaviour
          leg.keysLeft = behaviour.pickUp === 'mailbox' ? '' : (behaviour.presses ?? '')
          leg.wait?.pickUp?.(behaviour.pickUp === 'no-answer' ? 'busy' : behaviour.pickUp)
        })
      : (): void => undefined
  const outcome = await waitOn<'answers' | 'busy' | 'failed' | 'mailbox'>(
    leg,
    carrier.timers,
    carrier.store.changed,
    {
      for: 'answer',
      ms: seconds * 1000,
      hear: (end) => ({ pickUp: (how) => end.done(how) }),
    },
  )
  cancelScript()
  if (outcome.type === 'interrupted') return false
  if (outcome.type === 'time-over') {
    switchboard.disconnect(leg, 'no-answer')
    return false
  }
  if (outcome.value === 'busy' || outcome.value === 'failed') {
    switchboard.disconnect(leg, outcome.value)
    return false
  }
  switchboard.answer(leg)
  if (outcome.value === 'mailbox') {
    hear(leg, carrier.store.stamp(), 'notice', 'A mailbox answered')
    const stay = (behaviour?.talkSeconds ?? MAILBOX_SECONDS) * 1000
    leg.endStay = carrier.timers.after(stay, 'due', () => switchboard.disconnect(leg, 'completed'))
  }
  return true
}

/** Milliseconds of talking after which a scripted person hangs up; null when a person or a mailbox's stay decides. */
export function talkLimit(leg: Leg): number | null {
  const seconds = leg.script?.pickUp === 'answers' ? leg.script.talkSeconds : undefined
  return seconds === undefined ? null : seconds * 1000
}

import type { PhoneBehaviour } from '../../src/sandbox/control/schema.ts'
import { callLine, type Stage } from './stage.ts'

/* What several scenes have in common. */

/** What everybody's phone on the on-call list does from now on. */
export async function onCallPhones(stage: Stage, behaviour: PhoneBehaviour): Promise<void> {
  for (const phone of stage.lines.onCall) await stage.sandbox.setPhone(phone, behaviour)
}

/** Agrees to a text with the key 1 and leaves a message. */
export async function agreeAndSay(stage: Stage, from: string, words: string): Promise<void> {
  const caller = await callLine(stage, from, stage.lines.backup)
  await caller.press('1')
  await caller.say(words)
  await caller.ended()
}

/** The practice picks up, presses 1 and talks for half a minute. */
export async function callAndTalk(stage: Stage, from: string): Promise<void> {
  await stage.sandbox.setPhone(stage.lines.frontDesk, { pickUp: 'answers', presses: '1', talkSeconds: 30 })
  const caller = await callLine(stage, from, stage.lines.front)
  await stage.sandbox.idle({ advance: true })
  await caller.ended()
}

/** The practice's phone rings, and nobody picks up. */
export async function callInVain(stage: Stage, from: string): Promise<void> {
  await stage.sandbox.setPhone(stage.lines.frontDesk, { pickUp: 'no-answer' })
  const caller = await callLine(stage, from, stage.lines.front)
  await caller.letRing()
  await caller.listen('key')
  await caller.hangUp()
  await caller.ended()
}

import type { Language, Trigger } from '../follow-up/words.ts'
import { fillIn, printedPhone } from '../texting/wording.ts'
import type { Policy, Workflow } from './policy.ts'
import type { ScriptWords } from './script-words.ts'

/** A script as it is read out: {practice} and {phone} filled in. `language`: the one it is written in. */
export type ReadableScript = { readonly language: Language; readonly words: ScriptWords }

/** What to say to the person of an item, in their language; in English where the practice has no script in it. */
export function scriptFor(policy: Policy, trigger: Trigger, language: Language): ReadableScript {
  const { script } = policy.workflows[trigger]
  const own = script[language]
  const { opening, identity, questions, neverSay, close, voicemail, branches } = own ?? script.en
  const values = { practice: policy.name, phone: printedPhone(policy.callbackPhone) }
  const fill = (text: string): string => fillIn(text, values)
  return {
    language: own ? language : 'en',
    words: {
      opening: fill(opening),
      identity: fill(identity),
      questions: questions.map(fill),
      neverSay: neverSay.map(fill),
      close: fill(close),
      voicemail: fill(voicemail),
      branches: branches.map(({ when, say, outcome }) => ({ when: fill(when), say: fill(say), outcome })),
    },
  }
}

/**
 * Whether the workflow lets staff leave a message at the attempt that comes now. An attempt beyond those that are planned is nobody's
 * plan, so it leaves none.
 * @param attempts how many were made before.
 */
export function mayLeaveVoicemail(workflow: Workflow, attempts: number): boolean {
  const calls = workflow.cadence.filter((step) => step.do === 'call')
  return calls[attempts]?.voicemail === true
}

import type { Delay, Step, Workflow } from './policy.ts'
import type { RuleNames } from './rule-names.ts'
import { RULE_SENTENCES, type RuleSentences } from './rule-sentences.ts'

/** How one kind of request is followed up: first who and by when, then its parts under their titles. */
export type WorkflowInWords = {
  readonly lead: string
  readonly parts: readonly Part[]
}

type Part = {
  readonly id: 'attempts' | 'nobody-reached' | 'nobody-acted' | 'written' | 'script'
  readonly title: string
  readonly lines: readonly string[]
}

export function workflowInWords(workflow: Workflow, names: RuleNames): WorkflowInWords {
  const say = RULE_SENTENCES[names.language]
  const { queue, target, joinLines, sensitive, cadence, afterCadence, ladder, document, script } = workflow
  const lead = say.due(names.owner(queue), delayInWords(target, say))
  const decision = say.decides(
    names.status(afterCadence.status),
    names.owner(afterCadence.queue),
    delayInWords({ businessDays: afterCadence.businessDays }, say),
  )
  const rungs = ladder.map(({ after, to }, index) => {
    const hears = say.hears(names.target(to), delayInWords(after, say))
    return index === 0 ? hears : say.thenNext(hears)
  })
  return {
    lead: joinLines ? lead : `${lead}; ${say.eachLine}`,
    parts: [
      {
        id: 'attempts',
        title: say.attempts,
        lines: cadence.length === 0 ? [say.noAttempts] : cadence.map((step) => stepInWords(step, names, say)),
      },
      { id: 'nobody-reached', title: say.nobodyReached, lines: [sensitive ? say.licensedDecide : decision] },
      { id: 'nobody-acted', title: say.nobodyActed, lines: [...rungs, say.everyDay] },
      {
        id: 'written',
        title: say.written,
        lines:
          document.length === 0 ? [say.noOutcome] : document.map(({ outcome }) => names.outcome(outcome)),
      },
      {
        id: 'script',
        title: say.script,
        lines: (Object.keys(script) as (keyof typeof script)[]).map((language) => names.spoken(language)),
      },
    ],
  }
}

function stepInWords(step: Step, { wording }: RuleNames, say: RuleSentences): string {
  const call = step.do === 'call' && step.voicemail ? say.callWithVoicemail : say.call
  return `${step.do === 'text' ? say.text(wording(step.wording)) : call} ${delayInWords(step.after, say)}`
}

/** `after 60 business minutes`, `in the same business block` */
export function delayInWords(delay: Delay, say: RuleSentences): string {
  if ('minutes' in delay) return say.after(say.minutes(delay.minutes))
  if ('businessMinutes' in delay) return say.after(say.businessMinutes(delay.businessMinutes))
  if ('until' in delay) return say[delay.until]
  if (delay.businessDays === 0) return say.atOnce
  const when = say.after(say.businessDays(delay.businessDays))
  return delay.otherTimeOfDay === true ? say.otherTimeOfDay(when) : when
}

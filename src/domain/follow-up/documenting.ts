import type { DocumentRule, Policy } from '../policy/policy.ts'
import { OUTCOME_RULES } from './outcomes.ts'
import { workflowFor } from './schedule.ts'
import type { Outcome, Trigger } from './words.ts'

/** What the practice wants written down with an outcome of this kind of request; null: nothing of its own. */
export function documentRuleFor(policy: Policy, trigger: Trigger, outcome: Outcome): DocumentRule | null {
  return workflowFor(policy, trigger).document.find((rule) => rule.outcome === outcome) ?? null
}

/** Whether an outcome must come with a note: how it ended, or what the practice asks for. */
export function needsNote(policy: Policy, trigger: Trigger, outcome: Outcome): boolean {
  return OUTCOME_RULES[outcome].next === 'closed' || documentRuleFor(policy, trigger, outcome) !== null
}

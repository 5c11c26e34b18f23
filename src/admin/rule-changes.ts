import { TRIGGERS } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { practiceInWords } from '../domain/policy/practice-in-words.ts'
import type { RuleNames } from '../domain/policy/rule-names.ts'
import { workflowInWords } from '../domain/policy/workflow-in-words.ts'
import type { Words } from './words.ts'

/** What came of reading the clinic files again. */
export type ReadAgain =
  | { readonly type: 'loaded'; readonly changes: readonly RuleChange[] }
  /** the mistakes for which nothing changed, one line each */
  | { readonly type: 'kept'; readonly problems: readonly string[] }

/** What is different in the rules of one practice: the lines that told it before, and those that tell it now. */
export type RuleChange = {
  readonly practice: string
  /** `new`: it was in no file before; `gone`: it is in none now */
  readonly kind: 'changed' | 'new' | 'gone'
  readonly before: readonly string[]
  readonly now: readonly string[]
  /** what differs in words too long to be told line by line */
  readonly also: readonly string[]
}

/** What the files say otherwise than before, practice by practice; nothing of those that are as they were. */
export function changesBetween(
  before: readonly Policy[],
  now: readonly Policy[],
  names: RuleNames,
  words: Words,
): readonly RuleChange[] {
  const find = (policies: readonly Policy[], { clinicId }: Policy): Policy | undefined =>
    policies.find((policy) => policy.clinicId === clinicId)
  const none = { before: [], now: [], also: [] }
  return [
    ...now.flatMap((policy): RuleChange[] => {
      const earlier = find(before, policy)
      if (!earlier) return [{ practice: policy.name, kind: 'new', ...none }]
      return earlier.version === policy.version ? [] : [changeOf(earlier, policy, names, words)]
    }),
    ...before
      .filter((policy) => !find(now, policy))
      .map(({ name }): RuleChange => ({ practice: name, kind: 'gone', ...none })),
  ]
}

function changeOf(earlier: Policy, policy: Policy, names: RuleNames, words: Words): RuleChange {
  const [were, are] = [linesOf(earlier, names), linesOf(policy, names)]
  const { callersHear, scripts, documented, otherRules } = words.settings
  const long: readonly (readonly [string, (policy: Policy) => unknown])[] = [
    [
      callersHear,
      ({ prompts, lines, oneOffGreetings }) => [prompts, oneOffGreetings, lines.map((line) => line.prompts)],
    ],
    [scripts, ({ workflows }) => TRIGGERS.map((trigger) => workflows[trigger].script)],
    [documented, ({ workflows }) => TRIGGERS.map((trigger) => workflows[trigger].document)],
  ]
  const change = {
    before: were.filter((line) => !are.includes(line)),
    now: are.filter((line) => !were.includes(line)),
    also: long
      .filter(([, part]) => JSON.stringify(part(earlier)) !== JSON.stringify(part(policy)))
      .map(([what]) => what),
  }
  const untold = change.before.length + change.now.length + change.also.length === 0
  return { practice: policy.name, kind: 'changed', ...change, also: untold ? [otherRules] : change.also }
}

/** Every rule as a line that says also where it belongs. */
function linesOf(policy: Policy, names: RuleNames): readonly string[] {
  return [
    ...practiceInWords(policy, names).flatMap(({ title, lines }) => lines.map((line) => `${title}: ${line}`)),
    ...Object.values(policy.wordings).flatMap(({ id, texts }) =>
      Object.values(texts).map(({ text }) => `${names.wording(id)}: ${text}`),
    ),
    ...TRIGGERS.flatMap((trigger) => {
      const { lead, parts } = workflowInWords(policy.workflows[trigger], names)
      const of = names.trigger(trigger)
      return [`${of}: ${lead}`, ...parts.map(({ title, lines }) => `${of}, ${title}: ${lines.join(', ')}`)]
    }),
  ]
}

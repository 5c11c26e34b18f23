import { TRIGGERS } from '../../src/domain/follow-up/words.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { practiceInWords } from '../../src/domain/policy/practice-in-words.ts'
import { NAMES_OF_THE_FILE } from '../../src/domain/policy/rule-names.ts'
import { workflowInWords } from '../../src/domain/policy/workflow-in-words.ts'

/** The rules of a practice as lines of a terminal, in the words of its file. */
export function practiceAsLines(policy: Policy): string {
  const sections = [
    ...practiceInWords(policy, NAMES_OF_THE_FILE),
    { title: 'Wordings', lines: wordingLines(policy) },
    { title: 'Requests', lines: requestLines(policy) },
  ]
  const body = sections.flatMap(({ title, lines }) =>
    lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(11)} ${line}\n`),
  )
  return `${policy.name} (${policy.clinicId}) has no mistakes.\n${body.join('')}`
}

function wordingLines({ wordings }: Policy): string[] {
  return Object.values(wordings).map(
    ({ id, purpose, texts }) => `${id}: ${purpose}, in ${Object.keys(texts).join(' and ')}`,
  )
}

/** How each kind of request is followed up, a few lines each: who, by when, the attempts, what comes then, who hears of it. */
function requestLines({ workflows }: Policy): string[] {
  return TRIGGERS.flatMap((trigger) => {
    const { lead, parts } = workflowInWords(workflows[trigger], NAMES_OF_THE_FILE)
    return [`${trigger}: ${lead}`, ...parts.map(({ title, lines }) => `  ${title}: ${lines.join(', ')}`)]
  })
}

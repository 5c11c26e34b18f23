import { html, type SafeHtml } from '@remix-run/html-template'
import { OUTCOME_RULES, type Due, type OutcomeRule } from '../../domain/follow-up/outcomes.ts'
import { OUTCOMES, unreachable, type Outcome } from '../../domain/follow-up/words.ts'
import { RULE_SENTENCES } from '../../domain/policy/rule-sentences.ts'
import { delayInWords } from '../../domain/policy/workflow-in-words.ts'
import type { Words } from '../words.ts'

/** What each outcome leads to, row by row from the very table that decides it. On a telephone each row is a card. */
export function outcomeTable(words: Words): SafeHtml {
  const { settings } = words
  const heads = [
    ...[settings.outcome, settings.status, settings.queue, settings.owner],
    ...[settings.next, settings.when, settings.also],
  ]
  return html`<section class="panel" aria-labelledby="outcomes-title">
    <h2 id="outcomes-title">${settings.outcomes}</h2>
    <p class="soft">${settings.outcomesLead}</p>
    <table class="outcome-table" aria-labelledby="outcomes-title">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${OUTCOMES.map((outcome) => row(outcome, OUTCOME_RULES[outcome], words))}
      </tbody>
    </table>
  </section>`
}

function row(outcome: Outcome, rule: OutcomeRule, words: Words): SafeHtml {
  const { settings } = words
  const also = [
    ...(rule.attempt ? [settings.isAttempt] : []),
    ...(rule.cadence === 'goes-on' ? [settings.goesOn] : []),
    ...(rule.stopsTexts ? [settings.stopsTexts] : []),
  ].join(', ')
  const cell = (name: string, value: string): SafeHtml =>
    html`<td>
      <span class="cell-name" aria-hidden="true">${name}</span><span class="cell-value">${value}</span>
    </td>`
  const { next } = rule
  return html`<tr>
    <th scope="row">${words.outcomes[outcome]}</th>
    ${
      next === 'closed'
        ? html`${cell(settings.status, words.statuses.closed)}
            <td colspan="4">${settings.closed}</td>`
        : html`${cell(settings.status, words.statuses[next.status])}
          ${cell(settings.queue, next.queue === 'same' ? settings.sameQueue : words.queues[next.queue])}
          ${cell(settings.owner, next.queue === 'same' ? settings.sameOwner : words.owners[next.queue])}
          ${cell(settings.next, words.nextActions[next.nextAction])}
          ${cell(settings.when, whenText(next.due, words))}`
    }
    ${also === '' ? html`<td></td>` : cell(settings.also, also)}
  </tr>`
}

function whenText(due: Due, { language, settings }: Words): string {
  if (typeof due === 'object') return delayInWords(due, RULE_SENTENCES[language])
  switch (due) {
    case 'next-attempt':
      return settings.nextAttempt
    case 'agreed-time':
      return settings.agreedTime
    case 'clinical-target':
      return settings.clinicalTarget
    default:
      return unreachable(due)
  }
}

import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadAgain, RuleChange } from '../rule-changes.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/** As many mistakes as somebody mends in one go; `clinic check` lists all. */
const MOST_MISTAKES = 50

/** What came of reading the files again: the rules that are others now, that none is, or the mistakes for which nothing changed. */
export function readAgainNotice(words: Words, result: ReadAgain): SafeHtml {
  const { settings } = words
  if (result.type === 'kept') {
    const { problems } = result
    const more = problems.length - MOST_MISTAKES
    return html`<section class="panel read-again" aria-labelledby="read-again">
      <p id="read-again" class="notice notice-refused" role="alert">
        ${icon('stop')}<span>${settings.kept}</span>
      </p>
      <p class="soft">${settings.keptMore}</p>
      <ul class="mistakes" lang="en">
        ${problems.slice(0, MOST_MISTAKES).map(mistake)}
      </ul>
      ${more > 0 ? html`<p class="soft">${fill(settings.moreMistakes, { count: more })}</p>` : null}
    </section>`
  }
  const { changes } = result
  return html`<section class="panel read-again" aria-labelledby="read-again">
    <p id="read-again" class="notice notice-done" role="status">
      ${icon('check')}<span>${changes.length === 0 ? settings.unchanged : settings.changed}</span>
    </p>
    ${changes.map((change) => changeOf(change, words))}
  </section>`
}

/** The place in the file stands out from what is wrong there. */
function mistake(problem: string): SafeHtml {
  const [place = '', ...rest] = problem.split('  ')
  return rest.length === 0 ? html`<li>${place}</li>` : html`<li><code>${place}</code> ${rest.join('  ')}</li>`
}

function changeOf({ practice, kind, before, now, also }: RuleChange, { settings }: Words): SafeHtml {
  const lines = (title: string, some: readonly string[]): SafeHtml | null =>
    some.length === 0
      ? null
      : html`<div>
          <dt>${title}</dt>
          ${some.map((line) => html`<dd>${line}</dd>`)}
        </div>`
  return html`<h2>${practice}</h2>
    ${kind === 'new' ? html`<p>${settings.added}</p>` : null}
    ${kind === 'gone' ? html`<p>${settings.gone}</p>` : null}
    <dl class="rules">${lines(settings.before, before)} ${lines(settings.now, now)}</dl>
    ${also.length === 0 ? null : html`<p>${fill(settings.alsoChanged, { what: also.join(', ') })}</p>`}`
}

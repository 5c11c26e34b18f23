import { html, type SafeHtml } from '@remix-run/html-template'
import type { Accounted, Unaccounted } from '../../casework/view/accounted.ts'
import { clinicTime } from '../times.ts'
import type { Visit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/** The comparison runs every hour; two that are missing are worth a word. */
const STALE_MS = 3 * 60 * 60 * 1000

/** Whether every call that the carrier knows of is on record, and what is not: the board must not be calm about a call it never saw. */
export function accountedLine(
  { words, now }: Pick<Visit, 'words' | 'now'>,
  accounted: Accounted | null,
  zone: string,
): SafeHtml {
  const asOf = accounted?.asOf ?? null
  if (!accounted || asOf === null) return uneasy(words.ui.notComparedYet, [], words)
  const { problems, failure } = accounted
  const time = clinicTime(asOf, now, zone, words)
  if (failure !== null || now.getTime() - asOf.getTime() > STALE_MS)
    return uneasy(fill(words.ui.notCompared, { time }), problems, words)
  if (problems.length > 0)
    return uneasy(fill(words.ui[sentence(problems)], { count: problems.length, time }), problems, words)
  return html`<p class="accounted">${icon('check')}${fill(words.ui.accounted, { time })}</p>`
}

function uneasy(text: string, problems: readonly Unaccounted[], words: Words): SafeHtml {
  if (problems.length === 0) return html`<p class="accounted accounted-not">${icon('flag')}${text}</p>`
  return html`<details id="unaccounted" class="accounted accounted-not">
    <summary>${icon('flag')}${text}</summary>
    <p>${words.ui.unaccountedIntro}</p>
    <ul>
      ${problems.map(({ sid, why }) => html`<li><code>${sid}</code> <span>${words.unaccounted[why]}</span></li>`)}
    </ul>
  </details>`
}

function sentence(problems: readonly Unaccounted[]): 'unaccountedOne' | 'unaccounted' | 'unaccountedTexts' {
  if (problems.some(({ sid }) => sid.startsWith('SM') || sid.startsWith('MM'))) return 'unaccountedTexts'
  return problems.length === 1 ? 'unaccountedOne' : 'unaccounted'
}

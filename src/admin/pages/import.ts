import { html, type SafeHtml } from '@remix-run/html-template'
import type { ImportView } from '../../casework/imports/view.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import { IMPORTED, VERDICTS, type VerdictKind } from '../../domain/imports/verdict.ts'
import { clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { columnsForm } from './import-columns.ts'
import { rowList, type RowsContent } from './import-rows.ts'
import { amount, countText, stateMark } from './imports.ts'

export type ImportContent = RowsContent & {
  readonly zone: string
  /** the practice, where there are several, and the line */
  readonly place: string
  /** why an order was not carried out */
  readonly refused: string | null
  /** the cells of a row, so that whoever chooses columns sees what stands in them */
  readonly example: readonly string[]
}

/** States in which something is under way; the page asks again by itself. */
export function isUnderWay({ state }: ImportView): boolean {
  return state === 'reading' || state === 'judging' || state === 'running' || state === 'undoing'
}

/** One list: what importing it would do or did, the ways on, and its rows. */
export function importPage(visit: StaffVisit, content: ImportContent): SafeHtml {
  const { words } = visit
  const { refused } = content
  return html`<p class="back">
      <a href="/admin/imports">${icon('back')}${words.imports.back}</a>
    </p>
    ${
      refused === null
        ? null
        : html`<p class="notice notice-refused" role="alert">${icon('stop')}<span>${refused}</span></p>`
    }
    <div class="imports">${head(visit, content)} ${body(words, content)}</div>`
}

function head({ words, now }: StaffVisit, { item, zone, place }: ImportContent): SafeHtml {
  const { imports } = words
  const facts: readonly (readonly [string, string])[] = [
    [imports.about, words.triggers[item.trigger as keyof Words['triggers']]],
    [imports.rows, amount(item.rows, words)],
    [imports.practice, place],
    [imports.by, item.byName ?? imports.bySystem],
    [imports.when, clinicTime(item.createdAt, now, zone, words)],
  ]
  return html`<section class="head" aria-labelledby="list-title">
    <div class="page-head">
      <h1 id="list-title">${item.fileName}</h1>
      ${stateMark(item, words)}
    </div>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

function progress(words: Words, { state, progress: how }: ImportView): SafeHtml {
  const { imports } = words
  const title = imports[state as 'reading' | 'judging' | 'running' | 'undoing']
  const { done, of } = how ?? { done: 0, of: 0 }
  const text = fill(imports.progress, { done: amount(done, words), of: amount(of, words) })
  return html`<section class="panel" aria-labelledby="progress-title">
    <h2 id="progress-title">${title}</h2>
    <progress aria-labelledby="progress-title" value="${done}" max="${Math.max(of, 1)}">${text}</progress>
    <p role="status">${of === 0 ? null : text}</p>
    <p class="soft">${imports.renews}</p>
  </section>`
}

function body(words: Words, content: ImportContent): SafeHtml {
  const { item } = content
  const { imports } = words
  const rows = item.rowsGone ? html`<p class="soft">${imports.rowsGone}</p>` : rowList(words, content)
  switch (item.state) {
    case 'preview':
      return html`${previewSection(words, item)} ${columnsForm(words, item, content.example)} ${rows}`
    case 'done':
      return html`${resultSection(words, item)} ${undoForm(words, item)} ${rows}`
    case 'undone':
      return html`<p class="panel">
          ${fill(imports.undone, {
            removed: amount(item.undone?.removed ?? 0, words),
            kept: amount(item.undone?.kept ?? 0, words),
          })}
        </p>
        ${rows}`
    case 'discarded':
      return html`<p class="panel">${imports.discarded}</p>`
    case 'reading':
    case 'judging':
    case 'running':
    case 'undoing':
      return progress(words, item)
    default:
      return unreachable(item.state)
  }
}

function previewSection(words: Words, item: ImportView): SafeHtml {
  const { imports } = words
  const imported = IMPORTED.reduce((sum, verdict) => sum + item.counts[verdict], 0)
  const { consentRecall, consentReminders } = item.mapping
  return html`<section class="panel" aria-labelledby="preview-title">
    <h2 id="preview-title">${imports.preview}</h2>
    <p class="soft">${imports.previewNote}</p>
    ${tiles(words, item)}
    ${consentRecall === undefined && consentReminders === undefined ? null : html`<p>${icon('consent')} ${imports.consentNote}</p>`}
    ${imported === 0 ? html`<p>${imports.nothing}</p>` : null}
    ${notImported(item, imports.downloadLeftOut, imports.downloadNote)}
    <div class="actions">
      ${
        imported === 0
          ? null
          : html`<form method="post" action="/admin/imports/${item.id}/start">
              <button>${countText(imported, words, imports.startOne, imports.start)}</button>
            </form>`
      }
      <form method="post" action="/admin/imports/${item.id}/discard">
        <button class="quiet">${imports.discard}</button>
      </form>
    </div>
  </section>`
}

function resultSection(words: Words, item: ImportView): SafeHtml {
  const { imports } = words
  return html`<section class="panel" aria-labelledby="result-title">
    <h2 id="result-title">${imports.result}</h2>
    ${tiles(words, item)} ${notImported(item, imports.download, imports.downloadNote)}
    <p><a href="/admin/recall">${imports.toRecall}</a></p>
  </section>`
}

/** The file of the rows that are left out, with the reason of each; null where none is. */
function notImported(item: ImportView, label: string, note: string): SafeHtml | null {
  if (item.counts.skipped + item.counts.rejected === 0 || item.rowsGone) return null
  return html`<p>
    <a href="/admin/imports/${item.id}/not-imported.csv" download>${label}</a>
    <span class="soft">${note}</span>
  </p>`
}

function undoForm(words: Words, item: ImportView): SafeHtml {
  const { imports } = words
  return html`<details class="panel panel-undo">
    <summary>${imports.undo}</summary>
    <p>${imports.undoNote}</p>
    <form method="post" action="/admin/imports/${item.id}/undo">
      <button>${imports.undo}</button>
    </form>
  </details>`
}

function tiles(words: Words, { counts }: ImportView): SafeHtml {
  const kind = (verdict: VerdictKind): string =>
    verdict === 'rejected' && counts.rejected > 0 ? 'tile-bad' : verdict === 'new' ? 'tile-good' : ''
  return html`<dl class="tiles">
    ${VERDICTS.map(
      (verdict) =>
        html`<div class="tile ${kind(verdict)}">
          <dt>${words.verdicts[verdict]}</dt>
          <dd>${amount(counts[verdict], words)}</dd>
        </div>`,
    )}
  </dl>`
}

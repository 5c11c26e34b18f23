import { html, type SafeHtml } from '@remix-run/html-template'
import type { ImportView } from '../../casework/imports/view.ts'
import { IMPORTED } from '../../domain/imports/verdict.ts'
import { LIST_TRIGGERS } from '../../domain/imports/fields.ts'
import { clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

export type ImportsContent = {
  readonly items: readonly ImportView[]
  readonly next: string | null
  /** a later page */
  readonly later: boolean
  /** the lines that may call people back, with their practice where there are several */
  readonly lines: readonly { readonly id: string; readonly name: string }[]
  /** why the file just sent was not taken in; null: none was sent */
  readonly refused: string | null
  readonly zoneOf: (clinicId: string) => string
}

/** Where lists are brought in, and the lists so far. */
export function importsPage(visit: StaffVisit, content: ImportsContent): SafeHtml {
  const { imports } = visit.words
  return html`<div class="page-head">
      <h1>${imports.title}</h1>
    </div>
    <div class="imports">
      ${
        content.refused === null
          ? null
          : html`<div class="notice notice-refused" role="alert">
              ${icon('stop')}
              <p>${imports.refused}. ${content.refused}</p>
            </div>`
      }
      ${uploadForm(visit.words, content)} ${earlier(visit, content)}
    </div>`
}

function uploadForm(words: Words, { lines }: ImportsContent): SafeHtml {
  const { imports } = words
  return html`<form class="panel" method="post" action="/admin/imports" enctype="multipart/form-data">
    <p class="lead">${imports.lead}</p>
    <label class="field"
      ><span>${imports.about}</span>
      <select name="trigger">
        ${LIST_TRIGGERS.map((trigger) => html`<option value="${trigger}">${words.triggers[trigger]}</option>`)}
      </select></label
    >
    ${
      lines.length === 1
        ? html`<input type="hidden" name="line" value="${lines[0]?.id ?? ''}" />`
        : html`<label class="field"
            ><span>${imports.line}</span>
            <select name="line">
              ${lines.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
            </select></label
          >`
    }
    <label class="field"
      ><span>${imports.file}</span>
      <input
        type="file"
        name="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        required
        aria-describedby="file-hint"
      />
      <small id="file-hint">${imports.fileHint}</small></label
    >
    <div><button>${imports.upload}</button></div>
  </form>`
}

function earlier(visit: StaffVisit, { items, next, later, zoneOf }: ImportsContent): SafeHtml {
  const { imports } = visit.words
  return html`<section class="lane" aria-labelledby="earlier-title">
    <div class="lane-head"><h2 id="earlier-title">${imports.earlier}</h2></div>
    ${
      items.length === 0
        ? html`<p class="empty">
            ${icon('note')}<strong>${imports.none}</strong><span>${imports.noneMore}</span>
          </p>`
        : html`<ol class="cards">
            ${items.map((item) => importCard(visit, item, zoneOf(item.clinicId)))}
          </ol>`
    }
    ${
      later || next !== null
        ? html`<p class="lane-foot">
            ${later ? html`<a href="/admin/imports">${visit.words.ui.firstPage}</a>` : null}
            ${next === null ? null : html`<a class="onward" href="/admin/imports?after=${next}">${visit.words.ui.showMore}${icon('arrow')}</a>`}
          </p>`
        : null
    }
  </section>`
}

function importCard({ words, now }: StaffVisit, item: ImportView, zone: string): SafeHtml {
  const { imports } = words
  const imported = IMPORTED.reduce((sum, verdict) => sum + item.counts[verdict], 0)
  const facts = [
    words.triggers[item.trigger as keyof Words['triggers']],
    countText(item.rows, words, imports.rowsOne, imports.rowsMany),
    ...(item.state === 'done' || item.state === 'undone'
      ? [`${words.importStates.done}: ${amount(imported, words)}`]
      : []),
    clinicTime(item.createdAt, now, zone, words),
    item.byName ?? imports.bySystem,
  ]
  return html`<li class="card">
    <a class="found" href="/admin/imports/${item.id}">
      <span class="card-who">
        <strong class="card-name">${item.fileName}</strong>
        ${stateMark(item, words)}
      </span>
      <span class="card-last">${facts.join(' · ')}</span>
    </a>
  </li>`
}

/** What state an import is in, as a word; one that waits for somebody stands out. */
export function stateMark({ state }: ImportView, words: Words): SafeHtml {
  const label = words.importStates[state]
  if (state === 'preview') return html`<span class="mark mark-flag">${icon('clock')}${label}</span>`
  if (state === 'done') return html`<span class="mark mark-live">${icon('check')}${label}</span>`
  return html`<span class="tag"
    >${icon(state === 'undone' || state === 'discarded' ? 'stop' : 'clock')}${label}</span
  >`
}

/** `one` for one, otherwise `many` with the number in it. */
export function countText(count: number, words: Words, one: string, many: string): string {
  return count === 1 ? one : fill(many, { count: amount(count, words) })
}

export function amount(count: number, { language }: Words): string {
  return new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US').format(count)
}

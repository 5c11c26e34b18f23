import { html, type SafeHtml } from '@remix-run/html-template'
import type { ImportView, RowView } from '../../casework/imports/view.ts'
import type { Mapping } from '../../domain/imports/fields.ts'
import { VERDICTS, type VerdictKind } from '../../domain/imports/verdict.ts'
import { fill, type Words } from '../words.ts'
import { icon, type Icon } from './icons.ts'
import { phoneText } from './marks.ts'

export type RowsContent = {
  readonly item: ImportView
  /** the rows that are shown; empty where there are none to show */
  readonly rows: readonly RowView[]
  readonly chosen: VerdictKind | null
  /** the row after which the next page begins; null: this is the last */
  readonly next: number | null
  readonly later: boolean
}

const ICONS: Readonly<Record<VerdictKind, Icon>> = {
  ...{ new: 'check', joined: 'repeat', 'opted-out': 'phone', skipped: 'arrow', rejected: 'stop' },
}

/** The rows of a list in its order, all of them or those of one verdict. The reason of a row is not shown: it may be clinical. */
export function rowList(words: Words, content: RowsContent): SafeHtml {
  const { imports } = words
  const { item, chosen, rows, next, later } = content
  const address = `/admin/imports/${item.id}`
  const group = (verdict: VerdictKind | null): string =>
    verdict === null ? address : `${address}?verdict=${verdict}`
  return html`<nav class="spans" aria-label="${imports.rows}">
      ${[null, ...VERDICTS].map((verdict) => {
        const label = verdict === null ? imports.allRows : words.verdicts[verdict]
        return verdict === chosen
          ? html`<a href="${group(verdict)}" aria-current="page">${label}</a>`
          : html`<a href="${group(verdict)}">${label}</a>`
      })}
    </nav>
    <section class="lane" aria-labelledby="rows-title">
      <div class="lane-head">
        <h2 id="rows-title">${chosen === null ? imports.allRows : words.verdicts[chosen]}</h2>
      </div>
      ${
        rows.length === 0
          ? html`<p class="empty">
              ${icon('note')}<strong>${imports.noRows}</strong><span>${imports.noRowsMore}</span>
            </p>`
          : html`<ol class="cards">
              ${rows.map((row) => rowCard(row, item.mapping, words))}
            </ol>`
      }
      ${
        later || next !== null
          ? html`<p class="lane-foot">
              ${later ? html`<a href="${group(chosen)}">${imports.firstRows}</a>` : null}
              ${next === null ? null : html`<a class="onward" href="${group(chosen)}${chosen === null ? '?' : '&'}after=${next}">${imports.moreRows}${icon('arrow')}</a>`}
            </p>`
          : null
      }
    </section>`
}

function rowCard(row: RowView, mapping: Mapping, words: Words): SafeHtml {
  const why = reasonsOf(row, words)
  return html`<li class="card list-row">
    <span class="list-row-number">${fill(words.imports.row, { row: row.row })}</span>
    <span class="card-who">
      <strong class="card-name">${nameIn(row, mapping) || words.imports.unnamed}</strong>
      <span class="number">${row.phone === null ? cellOf(row, mapping.phone) : phoneText(row.phone)}</span>
    </span>
    <div class="list-row-why">
      <span class="tag">${icon(ICONS[row.verdict])}<strong>${words.verdicts[row.verdict]}</strong></span>
      ${
        why.length === 0
          ? null
          : html`<ul>
              ${why.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
      }
    </div>
  </li>`
}

/** Why a row is judged as it is, in words; nothing where the verdict says all. */
export function reasonsOf({ why }: Pick<RowView, 'why'>, words: Words): readonly string[] {
  const { imports, rowProblems, skipReasons, listFields } = words
  const problems = (why.problems ?? []).map(({ why: problem, field }) => {
    const text = rowProblems[problem as keyof Words['rowProblems']]
    return field === null ? text : `${listFields[field as keyof Words['listFields']]}: ${text}`
  })
  const skipped = why.why === undefined ? null : skipReasons[why.why as keyof Words['skipReasons']]
  return [
    ...problems,
    ...(skipped === null ? [] : [fill(skipped, { row: why.row ?? '' })]),
    ...(why.item === undefined ? [] : [fill(imports.joinsItem, { item: why.item })]),
    ...(why.row === undefined || skipped !== null ? [] : [fill(imports.joinsRow, { row: why.row })]),
    ...(why.optedOut ? [imports.noTexts] : []),
  ]
}

function nameIn(row: RowView, mapping: Mapping): string {
  const whole = cellOf(row, mapping.personName)
  return whole === '' ? `${cellOf(row, mapping.firstName)} ${cellOf(row, mapping.lastName)}`.trim() : whole
}

function cellOf({ cells }: RowView, column: number | undefined): string {
  return column === undefined ? '' : (cells[column]?.trim() ?? '')
}

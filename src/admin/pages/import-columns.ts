import { html, type SafeHtml } from '@remix-run/html-template'
import type { ImportView } from '../../casework/imports/view.ts'
import { fieldsOf, listTrigger, type Field } from '../../domain/imports/fields.ts'
import { fill, type Words } from '../words.ts'

const LONGEST_EXAMPLE = 24

/** Which column holds what. It stands open when the phone number has none, because then nobody can be called. */
export function columnsForm(words: Words, item: ImportView, example: readonly string[]): SafeHtml {
  const { imports } = words
  const trigger = listTrigger(item.trigger)
  const fields = trigger ? fieldsOf(trigger) : []
  const body = html`<p class="soft">${imports.columnsNote}</p>
    <form class="columns" method="post" action="/admin/imports/${item.id}/columns">
      ${fields.map((field) => choice(words, item, field, example))}
      <div><button>${imports.applyColumns}</button></div>
    </form>`
  return html`<details
    class="panel panel-columns"
    ${item.mapping.phone === undefined ? html.raw`open` : null}
  >
    <summary>${imports.columns}</summary>
    ${body}
  </details>`
}

function choice(words: Words, item: ImportView, field: Field, example: readonly string[]): SafeHtml {
  const chosen = item.mapping[field]
  return html`<label class="field"
    ><span>${words.listFields[field]}</span>
    <select name="${field}">
      <option value="">${words.imports.notOnList}</option>
      ${item.columns.map((column, index) => {
        const label = columnLabel(column, index, example[index] ?? '', words)
        return index === chosen
          ? html`<option value="${index}" selected>${label}</option>`
          : html`<option value="${index}">${label}</option>`
      })}
    </select></label
  >`
}

/** "Cell phone: (415) 555-0123"; a column without a heading goes by its place. */
function columnLabel(column: string, index: number, example: string, words: Words): string {
  const name = column === '' ? fill(words.imports.column, { number: index + 1 }) : column
  const text = example.trim().slice(0, LONGEST_EXAMPLE)
  return text === '' ? name : `${name}: ${text}`
}

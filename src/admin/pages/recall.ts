import { html, type SafeHtml } from '@remix-run/html-template'
import type { RecallRow } from '../../casework/view/recall.ts'
import { WITHHELD } from '../../casework/view/redaction.ts'
import { SEGMENTS, type Segment } from '../../domain/follow-up/request.ts'
import type { Language } from '../../domain/follow-up/words.ts'
import { clinicTime, plainDate } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { attemptsText, phoneText, tag } from './marks.ts'

export type RecallChoice = {
  readonly show: 'today' | 'all'
  readonly segment: Segment | null
  readonly provider: string | null
}

export type RecallContent = {
  readonly items: readonly RecallRow[]
  readonly choice: RecallChoice
  readonly providers: readonly string[]
  readonly next: bigint | null
  /** a later page */
  readonly later: boolean
  readonly mayDownload: boolean
  readonly zoneOf: (clinicId: string) => string
  /** the language most people of an item's practice speak, which needs no mention */
  readonly firstLanguage: (clinicId: string) => Language
}

/** Whom to call about recalls, in which order, and what to know before calling. */
export function recallPage(visit: StaffVisit, content: RecallContent): SafeHtml {
  const { words } = visit
  const { items, choice, mayDownload } = content
  const { recall } = words
  return html`<div class="page-head">
      <h1>${recall.title}</h1>
    </div>
    <div class="imports">
      <p class="lead">${recall.lead}</p>
      ${filterForm(words, content)}
      <section class="lane" aria-label="${recall.title}">
        ${
          items.length === 0
            ? nobody(words, choice)
            : html`<ol class="cards">
                ${items.map((row) => card(visit, content, row))}
              </ol>`
        }
        ${foot(words, content)}
      </section>
      ${mayDownload && items.length > 0 ? html`<p><a href="/admin/recall.csv?${address(choice)}" download>${recall.download}</a></p>` : null}
    </div>`
}

function filterForm(words: Words, { choice, providers }: RecallContent): SafeHtml {
  const { recall, segments } = words
  const option = (value: string, label: string, chosen: boolean): SafeHtml =>
    chosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`
  return html`<form class="filters" method="get" action="/admin/recall">
    <label class="field"
      ><span>${recall.show}</span>
      <select name="show">
        ${option('today', recall.today, choice.show === 'today')}
        ${option('all', recall.all, choice.show === 'all')}
      </select></label
    >
    <label class="field"
      ><span>${recall.segment}</span>
      <select name="segment">
        <option value="">${recall.every}</option>
        ${SEGMENTS.map((segment) => option(segment, segments[segment], choice.segment === segment))}
      </select></label
    >
    <label class="field"
      ><span>${recall.provider}</span>
      <select name="provider">
        <option value="">${recall.every}</option>
        ${providers.map((provider) => option(provider, provider, choice.provider === provider))}
      </select></label
    >
    <div><button>${recall.apply}</button></div>
  </form>`
}

function card(visit: StaffVisit, content: RecallContent, row: RecallRow): SafeHtml {
  const { words, now } = visit
  const { recall } = words
  const time = clinicTime(row.dueAt, now, content.zoneOf(row.clinicId), words)
  const facts = [
    row.segment === null ? words.triggers[row.trigger] : words.segments[row.segment],
    ...(row.provider === null ? [] : [providerText(row, words)]),
    ...(row.lastAppointment === null
      ? []
      : [fill(recall.lastVisit, { date: plainDate(row.lastAppointment, words) })]),
  ]
  return html`<li class="card card-${row.clinical ? 'clinical' : 'routine'}">
    <a class="card-link" href="/admin/follow-ups/${row.number}">
      <span class="card-due">
        <strong>${dueText(row, words)}</strong>
        <span class="due-time">${fill(recall.callBy, { time })}</span>
      </span>
      <span class="card-who">
        <span class="card-name"
          >${row.name ?? (row.phone === null ? words.ui.noNumber : phoneText(row.phone))}</span
        >
        ${row.name === null || row.phone === null ? null : html`<span class="number">${phoneText(row.phone)}</span>`}
      </span>
      <span class="card-what">${reason(row, words)}<span>${facts.join(' · ')}</span></span>
      <span class="card-tags">
        ${row.authorizationNeeded ? html`<span class="mark mark-flag">${icon('flag')}${recall.authorization}</span>` : null}
        ${row.clinical ? html`<span class="mark mark-clinical">${icon('clinical')}${recall.clinical}</span>` : null}
        ${row.noCalls ? html`<span class="mark mark-flag">${icon('stop')}${recall.noCalls}</span>` : null}
        ${row.language === content.firstLanguage(row.clinicId) ? null : html`<span class="mark mark-flag">${icon('globe')}${words.languages[row.language]}</span>`}
        ${tag('phone', attemptsText(row.attempts, words))}
        ${row.preferredContact === null ? null : tag('person', words.preferredContacts[row.preferredContact])}
      </span>
      ${notesOf(row, words).map((note) => html`<span class="recall-notes">${note}</span>`)}
      <span class="card-last">#${row.number} · ${words.statuses[row.status]}</span>
    </a>
  </li>`
}

function reason(row: RecallRow, { recall }: Words): SafeHtml | null {
  if (row.reason === null) return null
  if (row.reason === WITHHELD) return html`<span class="withheld">${icon('lock')}${recall.withheld}</span>`
  return html`<strong>${row.reason}</strong>`
}

/** What else to know before calling, as the list told it. */
function notesOf(row: RecallRow, words: Words): readonly string[] {
  const { recall } = words
  const { insuranceNote, lastOutreachAt, responsible } = row
  const result = row.lastOutreachResult === WITHHELD ? words.ui.withheld : row.lastOutreachResult
  const outreach = [lastOutreachAt && plainDate(lastOutreachAt, words), result].filter(
    (part) => part !== null,
  )
  const told: readonly (readonly [string, string | null])[] = [
    [recall.columnOutreach, outreach.join(', ') || null],
    [recall.columnInsurance, insuranceNote],
    [recall.columnResponsible, responsible],
  ]
  return told.flatMap(([name, text]) => (text === null ? [] : [`${name}: ${text}`]))
}

function providerText({ provider, providerPriority }: RecallRow, { recall }: Words): string {
  const priority = providerPriority === null ? [] : [fill(recall.priority, { number: providerPriority })]
  return [provider, ...priority].join(', ')
}

/** When the visit is due, as the list said it. */
function dueText({ dueFrom, dueTo }: RecallRow, words: Words): string {
  const { recall } = words
  const from = dueFrom && plainDate(dueFrom, words)
  const to = dueTo && plainDate(dueTo, words)
  if (from !== null && to !== null && from !== to) return fill(recall.dueBetween, { from, to })
  if (from !== null) return from
  return to === null ? recall.noDate : fill(recall.dueBy, { date: to })
}

function nobody({ recall }: Words, { show }: RecallChoice): SafeHtml {
  const [title, more] =
    show === 'today' ? [recall.empty, recall.emptyMore] : [recall.emptyAll, recall.emptyAllMore]
  return html`<p class="empty">${icon('check')}<strong>${title}</strong><span>${more}</span></p>`
}

function foot({ recall }: Words, { choice, next, later }: RecallContent): SafeHtml | null {
  if (!later && next === null) return null
  return html`<p class="lane-foot">
    ${later ? html`<a href="/admin/recall?${address(choice)}">${recall.first}</a>` : null}
    ${next === null ? null : html`<a class="onward" href="/admin/recall?${address(choice)}&after=${String(next)}">${recall.next}${icon('arrow')}</a>`}
  </p>`
}

/** The choice as it stands in an address. */
function address({ show, segment, provider }: RecallChoice): string {
  return new URLSearchParams({ show, segment: segment ?? '', provider: provider ?? '' }).toString()
}

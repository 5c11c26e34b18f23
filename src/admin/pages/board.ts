import { html, type SafeHtml } from '@remix-run/html-template'
import type { Accounted } from '../../casework/view/accounted.ts'
import type { BoardPage, BoardRow, LaneCount } from '../../casework/view/board.ts'
import type { ClinicalClock } from '../../casework/view/clinical-clocks.ts'
import type { LiveCall } from '../../casework/view/live-calls.ts'
import { RESTING_ACTIONS } from '../../domain/follow-up/escalating.ts'
import type { Language, Queue } from '../../domain/follow-up/words.ts'
import { clinicTime, zoneName } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { accountedLine } from './accounted-line.ts'
import { icon } from './icons.ts'
import {
  attemptsText,
  dueMark,
  escalationText,
  liveMark,
  ownerText,
  phoneText,
  reasonText,
  repeatsText,
  tag,
  urgencyMark,
} from './marks.ts'

export type Lane = {
  readonly queue: Queue
  readonly count: LaneCount
  readonly page: BoardPage
  /** the first of those called not long ago */
  readonly shelf: readonly BoardRow[]
}

export type BoardContent = {
  readonly lanes: readonly Lane[]
  readonly closedToday: number
  /** the items that somebody is on the telephone about, by id */
  readonly live: ReadonlyMap<string, LiveCall>
  /** by id, since when items are with licensed staff and who has them; absent where that is not shown */
  readonly clocks?: ReadonlyMap<string, ClinicalClock>
  readonly accounted: Accounted | null
  /** one queue alone, page by page; absent: all queues, the first items of each */
  readonly only?: Queue
  /** the page shows those of the queue who were called not long ago */
  readonly onlyShelf?: boolean
  /** when the clock work stopped, for those who can do something about it; null: it never ran. Absent: it runs */
  readonly clockStopped?: Date | null
  /** a later page of that queue */
  readonly later: boolean
  /** this page's address: the live refresh asks it again */
  readonly path: string
  /** the zone of an item's practice */
  readonly zoneOf: (clinicId: string) => string
  /** the language most people of an item's practice speak, which needs no mention */
  readonly firstLanguage: (clinicId: string) => Language
  /** the name of an item's practice, where there are several */
  readonly clinicName: (clinicId: string) => string | null
}

const EMPTY = {
  assistant: ['emptyAssistant', 'emptyAssistantMore'],
  licensed: ['emptyLicensed', 'emptyLicensedMore'],
  manager: ['emptyManager', 'emptyManagerMore'],
} as const satisfies Record<Queue, readonly [keyof Words['ui'], keyof Words['ui']]>

/**
 * The board: what is due, in which order, whose it is, and what comes next. All of it changes while somebody looks at it, the
 * clock in its head too, so it replaces itself as a whole, keeping focus and scroll.
 */
export function boardPage(visit: StaffVisit, title: string, content: BoardContent): SafeHtml {
  const { words, now } = visit
  const zone = content.zoneOf(content.lanes[0]?.page.items[0]?.clinicId ?? '')
  return html`<div
    id="board"
    hx-get="${content.path}"
    hx-select="#board"
    hx-trigger="board from:#live throttle:1s, every 30s"
    hx-swap="outerMorph"
  >
    <div class="page-head">
      <h1>${title}</h1>
      <p class="day">${clinicTime(now, new Date(0), zone, words)} · ${zoneName(now, zone, words)}</p>
    </div>
    ${content.clockStopped === undefined ? null : clockBanner(visit, content.clockStopped, zone)}
    <div class="lanes${content.only ? ' lanes-one' : ''}">
      <p class="done-today">
        ${icon('check')}<strong>${content.closedToday}</strong>
        ${content.closedToday === 1 ? words.ui.closedTodayOne : words.ui.closedToday}
      </p>
      ${content.lanes.map((lane) => laneSection(visit, content, lane))}
    </div>
    ${accountedLine(visit, content.accounted, zone)}
  </div>`
}

/** Nothing on this page can be trusted to be all that is due. */
function clockBanner({ words, now }: StaffVisit, at: Date | null, zone: string): SafeHtml {
  const text =
    at === null
      ? words.workflow.clockNeverRan
      : fill(words.workflow.clockStopped, { time: clinicTime(at, now, zone, words) })
  return html`<div class="notice notice-refused" role="alert" id="clock-stopped">
    ${icon('flag')}
    <p>${text}</p>
  </div>`
}

function laneSection(visit: StaffVisit, content: BoardContent, lane: Lane): SafeHtml {
  const { words } = visit
  const { queue, count, page } = lane
  return html`<section
    id="lane-${queue}"
    class="lane lane-${queue}${queue === 'licensed' && count.urgent > 0 ? ' lane-pressing' : ''}"
    aria-labelledby="lane-${queue}-title"
  >
    <header class="lane-head">
      <h2 id="lane-${queue}-title">${words.queues[queue]}</h2>
      <p class="lane-counts">
        <span><strong>${count.open}</strong> ${count.open === 1 ? words.ui.openOne : words.ui.open}</span>
        ${count.urgent > 0 ? html`<span class="count-urgent">${icon('urgent')}<strong>${count.urgent}</strong> ${count.urgent === 1 ? words.ui.urgentOne : words.ui.urgent}</span>` : null}
        ${count.overdue > 0 ? html`<span class="count-overdue">${icon('overdue')}<strong>${count.overdue}</strong> ${words.ui.overdue}</span>` : null}
        ${count.notHeard > 0 ? html`<span class="count-heard">${icon('ear')}<strong>${count.notHeard}</strong> ${words.ui.notHeard}</span>` : null}
      </p>
    </header>
    ${
      page.items.length > 0
        ? html`<ol class="cards">
            ${page.items.map((row) => card(visit, content, row))}
          </ol>`
        : html`<div class="empty">
            ${icon('check')}
            <p><strong>${words.ui[EMPTY[queue][0]]}</strong></p>
            <p>${words.ui[EMPTY[queue][1]]}</p>
          </div>`
    }
    ${shelf(visit, content, lane)} ${laneFoot(visit, content, lane)}
  </section>`
}

/** Those called not long ago stand apart, so that nobody calls them again because they happen to be next. */
function shelf(visit: StaffVisit, content: BoardContent, { queue, count, ...lane }: Lane): SafeHtml | null {
  const { workflow, ui } = visit.words
  if (lane.shelf.length === 0) return null
  return html`<section class="shelf" aria-labelledby="shelf-${queue}-title">
    <h3 id="shelf-${queue}-title">${workflow.recentlyCalled} (${count.resting})</h3>
    <p>${workflow.recentlyCalledHint}</p>
    <ol class="cards">
      ${lane.shelf.map((row) => card(visit, content, row))}
    </ol>
    ${count.resting > lane.shelf.length ? html`<p class="lane-foot"><a class="onward" href="/admin?queue=${queue}&shelf=called">${fill(ui.showAll, { count: count.resting })}${icon('arrow')}</a></p>` : null}
  </section>`
}

function laneFoot(
  { words }: StaffVisit,
  { only, onlyShelf, later }: BoardContent,
  { queue, count, page }: Lane,
): SafeHtml | null {
  const queueAddress = queue === 'licensed' ? '/admin/clinical' : `/admin?queue=${queue}`
  const address = onlyShelf ? `/admin?queue=${queue}&shelf=called` : queueAddress
  const more = `${address}${address.includes('?') ? '&' : '?'}after=${page.next ?? ''}`
  if (page.next === null && !(only && later)) return null
  return html`<p class="lane-foot">
    ${later ? html`<a href="${address}">${words.ui.firstPage}</a>` : null}
    ${only && page.next !== null ? html`<a class="onward" href="${more}">${words.ui.showMore}${icon('arrow')}</a>` : null}
    ${only ? null : html`<a class="onward" href="${queue === 'licensed' ? '/admin?queue=licensed' : address}">${fill(words.ui.showAll, { count: count.open })}${icon('arrow')}</a>`}
  </p>`
}

function card(visit: StaffVisit, content: BoardContent, row: BoardRow): SafeHtml {
  const { words, now, staff } = visit
  const zone = content.zoneOf(row.clinicId)
  const clinic = content.clinicName(row.clinicId)
  const reason = reasonText(row.reason, words)
  return html`<li
    class="card card-${row.urgency}"
    id="item-${row.number}"
    data-number="${row.number}"
    data-what="${reason}"
  >
    <a class="card-link" href="/admin/follow-ups/${row.number}">
      <span class="card-due">${dueMark(row.dueAt, now, zone, words)}</span>
      <span class="card-who">
        <span class="card-name"
          >${row.name ?? (row.phone === null ? words.ui.noNumber : phoneText(row.phone))}</span
        >
        ${urgencyMark(row.urgency, words)} ${liveMark(content.live.get(row.id) ?? null, row.ownerName, words)}
      </span>
      <span class="card-what"
        >${row.name !== null && row.phone !== null ? html`<span class="number">${phoneText(row.phone)}</span>` : null}<span
          >${reason}</span
        ></span
      >
      <span class="card-next"
        >${icon('arrow')}<strong
          >${row.nextAction ? words.nextActions[row.nextAction] : words.statuses[row.status]}</strong
        ></span
      >
      <span class="card-tags">
        ${row.heard === 'not-heard-yet' ? tag('ear', words.ui.notHeard) : null}
        ${row.escalation ? tag('flag', escalationText(row.escalation, row.escalatedTo, words)) : null}
        ${rests(row, now) ? tag('clock', fill(words.workflow.restsUntil, { time: clinicTime(row.restUntil, now, zone, words) })) : null}
        ${row.language === content.firstLanguage(row.clinicId) ? null : tag('globe', words.languages[row.language])}
        ${row.repeatContacts > 0 ? tag('repeat', repeatsText(row.repeatContacts, words)) : null}
        ${tag('phone', attemptsText(row.attempts, words))}
        ${row.ownerId === null ? null : tag('person', ownerText(row, row.ownerName, staff.id, words))}
        ${clockTags(content.clocks?.get(row.id), { words, now, zone })}
      </span>
      <span class="card-last"
        >#${row.number} · ${words.lastActions[row.lastAction]},
        ${clinicTime(row.lastActionAt, now, zone, words)}${clinic === null ? null : ` · ${clinic}`}</span
      >
    </a>
  </li>`
}

/** Since when licensed staff have had it, and whether one of them said so. */
function clockTags(
  clock: ClinicalClock | undefined,
  { words, now, zone }: { readonly words: Words; readonly now: Date; readonly zone: string },
): SafeHtml | null {
  if (!clock) return null
  const { routing } = words
  const time = (at: Date): string => clinicTime(at, now, zone, words)
  const { acknowledged } = clock
  return html`${tag('clock', fill(routing.since, { time: time(clock.since) }))}
  ${
    acknowledged
      ? tag(
          'check',
          fill(routing.acknowledged, { name: nameOf(acknowledged.by, words), time: time(acknowledged.at) }),
        )
      : html`<span class="mark mark-flag">${icon('flag')}${routing.notAcknowledged}</span>`
  }`
}

function nameOf(by: string, { escalationTargets }: Words): string {
  return by === 'on-call' ? escalationTargets['on-call'] : by
}

/** On the shelf; what is not done by calling goes on while the person rests. */
function rests(row: BoardRow, now: Date): row is BoardRow & { readonly restUntil: Date } {
  const byCalling = row.nextAction !== null && RESTING_ACTIONS.some((action) => action === row.nextAction)
  return byCalling && row.urgency === 'routine' && row.restUntil !== null && row.restUntil > now
}

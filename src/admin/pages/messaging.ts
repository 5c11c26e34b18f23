import { html, type SafeHtml } from '@remix-run/html-template'
import { HEALTH_DAYS, type HealthDays, type MessagingHealth } from '../../casework/view/messaging-health.ts'
import { clinicTime, zoneName } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { phoneText } from './marks.ts'
import { reasonNotTexted } from './text-facts.ts'

export type MessagingContent = {
  readonly health: MessagingHealth
  readonly days: HealthDays
  /** somebody just resumed: how many stops that ended; null: nobody did */
  readonly resumed: number | null
  /** the zone in which times are told */
  readonly zone: string
  /** the name of the line that has this number; null for another sender */
  readonly lineName: (phone: string) => string | null
}

/** How texting goes: what stops it and what to do, what became of the texts, what waits, which numbers get none. */
export function messagingPage(visit: StaffVisit, content: MessagingContent): SafeHtml {
  const { words, now } = visit
  const { zone, resumed } = content
  return html`<div class="page-head">
      <h1>${words.messaging.title}</h1>
      <p class="day">${clinicTime(now, new Date(0), zone, words)} · ${zoneName(now, zone, words)}</p>
    </div>
    ${
      resumed === null
        ? null
        : html`<p class="notice notice-done" role="status">
            ${icon('check')}<span
              >${resumed === 0 ? words.messaging.nothingToResume : words.messaging.resumed}</span
            >
          </p>`
    }
    ${stopsSection(visit, content)} ${spanChoice(words, content.days)} ${outcomeSection(visit, content)}
    <div class="figures">
      ${faultsSection(visit, content)} ${refusalsSection(visit, content)} ${queueSection(visit, content)}
      ${numbersSection(visit, content)}
    </div>`
}

function stopsSection({ words, now }: StaffVisit, { health, zone, lineName }: MessagingContent): SafeHtml {
  const { messaging } = words
  if (health.stops.length === 0) {
    return html`<p class="texting-runs">${icon('check')}${messaging.running}</p>`
  }
  return html`<section class="stops" aria-labelledby="stops-title">
    <h2 id="stops-title">${icon('stop')}${messaging.stopped}</h2>
    <p>${messaging.stoppedLead}</p>
    <ul>
      ${health.stops.map(({ at, sender, code, reason }) => {
        const name = sender === null ? null : lineName(sender)
        const number = sender?.startsWith('+') ? phoneText(sender) : sender
        const shown = name === null ? number : `${name}, ${number ?? ''}`
        const facts = [
          fill(messaging.stopSince, { time: clinicTime(at, now, zone, words) }),
          shown === null ? messaging.stopOfAll : fill(messaging.stopOf, { sender: shown }),
          ...(code === null ? [] : [fill(messaging.code, { code })]),
        ]
        return html`<li>
          <strong>${words.faults[faultOf(reason, words)]}</strong>
          <span class="soft">${facts.join(' · ')}</span>
          <span><b>${messaging.toDo}</b> ${actionText(reason, words)}</span>
        </li>`
      })}
    </ul>
    <form method="post" action="/admin/messaging/resume">
      <button>${messaging.resume}</button>
      <span>${messaging.resumeNote}</span>
    </form>
  </section>`
}

function spanChoice({ messaging }: Words, chosen: HealthDays): SafeHtml {
  return html`<nav class="spans" aria-label="${messaging.span}">
    ${HEALTH_DAYS.map((days) => {
      const label = messaging[`days${days}`]
      return days === chosen
        ? html`<a href="/admin/messaging?days=${days}" aria-current="page">${label}</a>`
        : html`<a href="/admin/messaging?days=${days}">${label}</a>`
    })}
  </nav>`
}

function outcomeSection({ words }: StaffVisit, { health }: MessagingContent): SafeHtml {
  const { messaging } = words
  const { planned, states } = health.texts
  if (planned === 0) {
    return html`<div class="empty">
      ${icon('text')}
      <p><strong>${messaging.none}</strong></p>
      <p>${messaging.noneMore}</p>
    </div>`
  }
  const tile = (label: string, count: number, kind = ''): SafeHtml => {
    const share = planned > 0 && label !== messaging.planned ? percent(count / planned, words) : null
    return html`<div class="tile ${kind}">
      <dt>${label}</dt>
      <dd>${amount(count, words)}${share === null ? null : html` <small>${share}</small>`}</dd>
    </div>`
  }
  const lost = states.undelivered + states.failed
  return html`<section aria-labelledby="outcome-title">
    <h2 id="outcome-title" class="unseen">${messaging.outcome}</h2>
    <dl class="tiles">
      ${tile(messaging.planned, planned)} ${tile(messaging.delivered, states.delivered, 'tile-good')}
      ${tile(messaging.underway, states.sent + states.sending)}
      ${tile(messaging.notArrived, lost, lost > 0 ? 'tile-bad' : '')}
      ${tile(messaging.notSent, states.refused)} ${tile(messaging.canceled, states.canceled)}
      ${tile(messaging.waiting, states.planned + states.held)}
      ${tile(messaging.unknown, states.unknown, states.unknown > 0 ? 'tile-bad' : '')}
    </dl>
  </section>`
}

function faultsSection({ words }: StaffVisit, { health }: MessagingContent): SafeHtml {
  const { messaging } = words
  const { faults } = health.texts
  return section(
    'faults',
    messaging.faults,
    faults.length === 0
      ? html`<p class="soft">${messaging.noFaults}</p>`
      : html`<ul class="counts">
          ${faults.map(({ reason, count, codes }) => {
            const told = codes.map(({ code, count: times }) =>
              code === null
                ? messaging.noCode
                : fill(messaging.codeTimes, { code, count: amount(times, words) }),
            )
            return row(
              amount(count, words),
              html`<strong>${words.faults[reason]}</strong> <span class="soft">${told.join(', ')}</span>
                <span>${words.faultActions[reason]}</span>`,
            )
          })}
        </ul>`,
  )
}

function refusalsSection({ words }: StaffVisit, { health }: MessagingContent): SafeHtml {
  const { messaging } = words
  const { refused, canceled } = health.texts
  return section(
    'refusals',
    messaging.refusals,
    refused.length + canceled.length === 0
      ? html`<p class="soft">${messaging.noRefusals}</p>`
      : html`<ul class="counts">
          ${refused.map(({ why, count }) => row(amount(count, words), sentence(reasonText(why, words))))}
          ${canceled.map(({ why, count }) =>
            row(amount(count, words), fill(messaging.canceledBecause, { why: reasonText(why, words) })),
          )}
        </ul>`,
  )
}

function queueSection({ words, now }: StaffVisit, { health, zone }: MessagingContent): SafeHtml {
  const { messaging } = words
  const { waiting, due, held, onTheWire, unknown } = health.queue
  const lines = [
    waiting === 0
      ? messaging.queueEmpty
      : fill(messaging.queueCount, { count: amount(waiting, words), due: amount(due, words) }),
    ...(onTheWire === 0 ? [] : [fill(messaging.onTheWire, { count: amount(onTheWire, words) })]),
    ...(unknown === 0 ? [] : [fill(messaging.unknownNow, { count: amount(unknown, words) })]),
  ]
  return section(
    'queue',
    messaging.queue,
    html`${lines.map((line) => html`<p class="soft">${line}</p>`)}
    ${
      held.length === 0
        ? null
        : html`<ul class="counts">
            ${held.map(({ why, count, oldest }) => {
              const { item, plannedAt, until } = oldest
              const label = fill(messaging.oldestItem, { number: item ?? '' })
              return row(
                amount(count, words),
                html`<strong>${sentence(reasonText(why, words))}</strong>
                  <span class="soft"
                    >${messaging.oldest}
                    ${item === null ? null : html`<a href="/admin/follow-ups/${item}">${label}</a>, `}
                    ${fill(messaging.oldestSince, { time: clinicTime(plannedAt, now, zone, words) })},
                    ${
                      until === null
                        ? messaging.oldestUntilResumed
                        : fill(messaging.oldestUntil, { time: clinicTime(until, now, zone, words) })
                    }</span
                  >`,
              )
            })}
          </ul>`
    }`,
  )
}

function numbersSection({ words }: StaffVisit, { health }: MessagingContent): SafeHtml {
  const { messaging } = words
  const { optedOut, optedOutInSpan, landline, invalid, blocked, reassigned } = health.numbers
  const inSpan = fill(messaging.optedOutInSpan, { count: amount(optedOutInSpan, words) })
  return section(
    'numbers',
    messaging.numbers,
    html`<p class="soft">${messaging.numbersNote}</p>
      <ul class="counts">
        ${row(amount(optedOut, words), html`<strong>${messaging.optedOut}</strong> <span class="soft">${inSpan}</span>`)}
        ${row(amount(landline, words), messaging.landline)} ${row(amount(invalid, words), messaging.invalid)}
        ${row(amount(blocked, words), messaging.blocked)}
        ${row(amount(reassigned, words), messaging.reassigned)}
      </ul>`,
  )
}

function section(id: string, title: string, body: SafeHtml): SafeHtml {
  return html`<section class="figure" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`
}

function row(count: string, body: SafeHtml | string): SafeHtml {
  return html`<li>
    <span class="count">${count}</span>
    <span class="counted">${body}</span>
  </li>`
}

/** Why a text was not sent, waits, or did not arrive. A word that a newer process wrote is shown as it is. */
function reasonText(why: string, words: Words): string {
  const known =
    reasonNotTexted(why, words) ?? (why in words.faults ? words.faults[faultOf(why, words)] : null)
  return known ?? fill(words.messaging.otherReason, { why })
}

function actionText(reason: string, words: Words): string {
  return words.faultActions[faultOf(reason, words)]
}

function faultOf(reason: string, words: Words): keyof Words['faults'] {
  return reason in words.faults ? (reason as keyof Words['faults']) : 'unknown-fault'
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function amount(count: number, { language }: Words): string {
  return new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US').format(count)
}

function percent(share: number, { language }: Words): string {
  return new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US', {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share)
}

import { html, type SafeHtml } from '@remix-run/html-template'
import type { TextChoice } from '../../casework/staff-text.ts'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import type { Escalation, EscalationTarget, NextAction } from '../../domain/follow-up/item.ts'
import type { Language, Queue, Status, Urgency } from '../../domain/follow-up/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { liveCallOf } from '../../casework/view/live-calls.ts'
import { mayWork } from '../../domain/staff/roles.ts'
import { clinicTime, zoneName } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { contactMarks } from './contact-marks.ts'
import { contactAddress } from './contact-search.ts'
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
  urgencyMark,
} from './marks.ts'
import { needs } from './needs.ts'
import { outcomePanel, type Typed } from './outcome-panel.ts'
import { routingPanel } from './routing-panel.ts'
import { scriptPanel } from './script-panel.ts'
import { story } from './story.ts'
import { textFacts } from './text-facts.ts'
import { writeText, type TypedText } from './write-text.ts'

export type ItemNotice =
  | { readonly kind: 'done'; readonly text: string; readonly nextItem: number | null }
  | { readonly kind: 'refused'; readonly text: string }

/** One item: what is next, everything that happened, and what to record. */
export function itemPage(
  visit: StaffVisit,
  dossier: ReadableDossier,
  zone: string,
  given: {
    readonly notice: ItemNotice | null
    readonly typed: Typed
    readonly texts: readonly TextChoice[]
    readonly ownWords: boolean
    readonly typedText: TypedText
    readonly policy: Policy
  },
): SafeHtml {
  const { number } = dossier.item
  const address = `/admin/follow-ups/${String(number)}`
  const triggers = `item-${String(number)} from:#live throttle:1s, every-item from:#live, every 30s`
  return html`<p class="back">
      <a href="/admin">${icon('back')}${visit.words.ui.backToBoard}</a>
    </p>
    ${given.notice ? noticeBar(visit, given.notice) : null}
    <div class="item">
      <div
        id="told"
        class="told"
        hx-get="${address}"
        hx-select="#told"
        hx-select-oob="#locked-clock"
        hx-trigger="${triggers}"
        hx-swap="outerMorph"
      >
        ${head(visit, dossier, zone)} ${needs(visit, dossier, zone)} ${story(visit, dossier, zone)}
      </div>
      <aside class="side" id="panel">
        ${routingPanel(visit, dossier, given.typed.routing)} ${scriptPanel(visit, dossier, given.policy)}
        ${outcomePanel(visit, dossier, zone, given)} ${writeText(visit, dossier, zone, given)}
      </aside>
    </div>`
}

function noticeBar({ words }: StaffVisit, notice: ItemNotice): SafeHtml {
  if (notice.kind === 'refused')
    return html`<div class="notice notice-refused" role="alert">
      ${icon('flag')}
      <p>${notice.text}</p>
    </div>`
  return html`<div class="notice notice-done" role="status">
    ${icon('check')}
    <p>${notice.text}</p>
    ${notice.nextItem === null ? null : html`<a class="button" href="/admin/follow-ups/${notice.nextItem}">${words.ui.nextItem} #${notice.nextItem}${icon('arrow')}</a>`}
  </div>`
}

function head(visit: StaffVisit, dossier: ReadableDossier, zone: string): SafeHtml {
  const { words, now, staff } = visit
  const { item, contact } = dossier
  const phone = contact?.phone ?? null
  const nextAction = item.nextAction as NextAction | null
  const works = mayWork(staff.roles, item.queue as Queue)
  // Whoever answers a lost number is a stranger.
  const mayCall = phone !== null && works && contact?.noCalls !== true && nextAction !== 'find-number'
  const facts: readonly (readonly [string, string])[] = [
    [words.ui.why, reasonText(item.reason, words)],
    [words.ui.received, clinicTime(item.receivedAt, now, zone, words)],
    [words.ui.status, words.statuses[item.status as Status]],
    [
      words.ui.owner,
      ownerText({ ownerId: item.ownerId, queue: item.queue as Queue }, dossier.ownerName, staff.id, words),
    ],
    [words.ui.speaks, words.languages[item.language as Language]],
    [words.ui.line, dossier.lineName],
    // The number stands in the heading or on the button to call already, unless neither shows it.
    ...(phone !== null && contact?.name && !mayCall ? ([[words.ui.phone, phoneText(phone)]] as const) : []),
  ]
  return html`<section class="head head-${item.urgency}">
    <p class="head-number">
      #${item.number} ${urgencyMark(item.urgency as Urgency, words)}
      ${liveMark(liveCallOf(dossier.calls, now), dossier.ownerName, words)}
      ${item.escalation === null ? null : html`<span class="mark mark-flag">${icon('flag')}${escalationText(item.escalation as Escalation, item.escalatedTo as EscalationTarget | null, words)}</span>`}
    </p>
    ${neighbours(words, dossier)}
    <h1>${contact?.name ?? (phone === null ? words.ui.noNumber : phoneText(phone))}</h1>
    ${contact ? howToReach(contact, words) : null}
    ${
      nextAction === null
        ? null
        : html`<div class="next-up">
            <p class="next-up-what">
              <span>${words.ui.next}</span> <strong>${words.nextActions[nextAction]}</strong>
            </p>
            ${dueMark(item.dueAt, now, zone, words)}
          </div>`
    }
    ${
      phone === null || !works
        ? null
        : html`<p class="dial">
            ${
              mayCall
                ? html`<a class="button" href="tel:${phone}"
                    >${icon('phone')}${fill(words.ui.call, { phone: phoneText(phone) })}</a
                  >`
                : null
            }
            <a class="to-panel" href="#panel">${words.ui.record}</a>
          </p>`
    }
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
      <div class="fact-texts">
        <dt>${words.ui.texts}</dt>
        ${textFacts(dossier, now, zone, words).map((text) => html`<dd>${text}</dd>`)}
      </div>
    </dl>
    <p class="tries">
      ${attemptsText(item.attempts, words)}${item.repeatContacts > 0 ? html` · <strong>${repeatsText(item.repeatContacts, words)}</strong>` : null}
    </p>
    <p class="zone-note">
      ${fill(words.ui.clinicTime, { zone: zoneName(now, zone, words) })} ${words.contact.policyVersion}:
      ${item.policyVersion}.
    </p>
  </section>`
}

/** The items before and after this one in the same matter. */
function neighbours({ ui }: StaffVisit['words'], { earlier, later }: ReadableDossier): SafeHtml | null {
  if (earlier === null && later.length === 0) return null
  const link = (sentence: string, number: number): SafeHtml =>
    html`<a href="/admin/follow-ups/${number}">${fill(sentence, { number })}</a>`
  return html`<p class="neighbours">
    ${earlier === null ? null : link(ui.goesOnFrom, earlier)}
    ${later.map((number) => link(ui.wentOnIn, number))}
  </p>`
}

/** What everybody must know of the number before they call it, and the way to its page. */
function howToReach(contact: NonNullable<ReadableDossier['contact']>, words: Words): SafeHtml {
  return html`${contactMarks(contact, words)}
    ${contact.preference === null ? null : html`<p class="preference">${words.contact.preference}: <strong>${contact.preference}</strong></p>`}
    <p class="to-contact">
      <a href="${contactAddress(contact.phone)}">${icon('consent')}${words.contact.contactPage}</a>
    </p>`
}

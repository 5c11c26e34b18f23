import { html, type SafeHtml } from '@remix-run/html-template'
import { MOST_FOUND, type FoundContact } from '../../casework/view/contact-search.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { phoneText } from './marks.ts'

/** The address of a number's page. */
export function contactAddress(phone: string): string {
  return `/admin/contacts/${encodeURIComponent(phone)}`
}

/** Where staff look for a contact. @param found null: nobody was looked for yet. */
export function searchPage(
  { words }: StaffVisit,
  asked: string,
  found: readonly FoundContact[] | null,
): SafeHtml {
  const { contact } = words
  return html`<div class="contacts">
    <h1>${contact.contacts}</h1>
    <form method="get" action="/admin/contacts" role="search" class="search">
      <label class="field"
        ><span>${contact.search}</span>
        <input
          name="q"
          type="search"
          value="${asked}"
          maxlength="100"
          autocomplete="off"
          aria-describedby="search-hint"
        />
        <small id="search-hint">${contact.searchHint}</small></label
      >
      <button>${contact.searchButton}</button>
    </form>
    ${found === null ? empty(contact.searchEmpty, contact.searchEmptyMore) : results(words, found)}
  </div>`
}

function results(words: Words, found: readonly FoundContact[]): SafeHtml {
  const { contact } = words
  if (found.length === 0) return empty(contact.nobody, contact.nobodyMore)
  return html`<section class="lane" aria-labelledby="found-title">
    <div class="lane-head"><h2 id="found-title">${contact.found}</h2></div>
    ${found.map((one) => result(one, words))}
    ${found.length === MOST_FOUND ? html`<p class="lane-foot">${fill(contact.tooMany, { count: MOST_FOUND })}</p>` : null}
  </section>`
}

function result({ phone, name, shared, noCalls, latestItem }: FoundContact, words: Words): SafeHtml {
  return html`<article class="card">
    <a class="found" href="${contactAddress(phone)}">
      <span class="card-who"
        ><strong class="card-name">${name ?? phoneText(phone)}</strong>
        ${name === null ? null : html`<span class="number">${phoneText(phone)}</span>`}</span
      >
      <span class="card-tags">
        ${shared ? html`<span class="mark mark-flag">${icon('person')}${words.contact.shared}</span>` : null}
        ${noCalls ? html`<span class="mark mark-flag">${icon('stop')}${words.contact.noCalls}</span>` : null}
        ${latestItem === null ? null : html`<span class="tag">${fill(words.contact.latestItem, { number: latestItem })}</span>`}
      </span>
    </a>
  </article>`
}

function empty(title: string, more: string): SafeHtml {
  return html`<div class="lane">
    <p class="empty">${icon('person')}<strong>${title}</strong><span>${more}</span></p>
  </div>`
}

import { html, type SafeHtml } from '@remix-run/html-template'
import { mayReadClinical, mayWork } from '../../domain/staff/roles.ts'
import { assetUrl } from '../assets.ts'
import type { Visit } from '../visit.ts'
import { icon } from './icons.ts'

export type Page = {
  readonly title: string
  readonly body: SafeHtml
  /** which entry of the navigation is this page */
  readonly at?: 'board' | 'clinical' | 'recall' | 'contacts' | 'imports' | 'messaging' | 'settings'
  /** the page shows things that change: it listens */
  readonly live?: boolean
  /** a page of one narrow column: sign-in, errors */
  readonly narrow?: boolean
}

/** The reconnecting waits at most a few seconds: a board that is behind must not stay so. */
const LIVE_CONFIG = JSON.stringify({ sse: { reconnectMaxDelay: 5_000 } })

/** A refused form is no page to show in a part of one; what somebody unfolded stays so when the page refreshes itself. */
const HTMX_CONFIG = JSON.stringify({
  ...{ history: false, includeIndicatorCSS: false, noSwap: [204, 304, '4xx', '5xx'] },
  morphIgnore: ['data-htmx-powered', 'open'],
})

/** The document around every page: head, skip link, navigation, live state, announcements. */
export function frame(visit: Visit, page: Page): SafeHtml {
  const { words } = visit
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content="${HTMX_CONFIG}" />
        <title>${page.title} · Ringback</title>
        <link rel="icon" href="${assetUrl('icon.svg')}" />
        <link rel="stylesheet" href="${assetUrl('admin.css')}" />
        <script src="${assetUrl('admin.js')}" defer></script>
        <script src="${assetUrl('htmx.js')}" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${words.ui.skip}</a>
        <header class="bar">
          <a class="brand" href="/admin" aria-label="Ringback">${icon('mark')}<span>Ringback</span></a>
          ${visit.staff ? navigation(visit, page) : null}
          <div class="bar-end">
            ${page.live ? liveState(visit) : null}
            <form method="post" action="/admin/language">
              <input type="hidden" name="language" value="${words.language === 'en' ? 'es' : 'en'}" />
              <input type="hidden" name="back" value="${visit.path}" />
              <button class="quiet" lang="${words.language === 'en' ? 'es' : 'en'}">
                ${icon('globe')}${words.ui.switchLanguage}
              </button>
            </form>
            ${visit.staff ? signOut(visit, visit.staff.name) : null}
          </div>
        </header>
        <main id="content" tabindex="-1" class="${page.narrow ? 'narrow' : 'wide'}">${page.body}</main>
        <p id="announcer" class="unseen" role="status" aria-live="polite"></p>
      </body>
    </html>`
}

function navigation(visit: Visit, page: Page): SafeHtml {
  const { words, staff } = visit
  const link = (at: Page['at'], href: string, label: string): SafeHtml =>
    page.at === at
      ? html`<a href="${href}" aria-current="page">${label}</a>`
      : html`<a href="${href}">${label}</a>`
  return html`<nav aria-label="${words.ui.menu}">
    ${link('board', '/admin', words.ui.board)}
    ${staff && mayReadClinical(staff.roles) ? link('clinical', '/admin/clinical', words.ui.clinical) : null}
    ${link('recall', '/admin/recall', words.recall.menu)}
    ${link('contacts', '/admin/contacts', words.contact.contacts)}
    ${
      staff && mayWork(staff.roles, 'manager')
        ? html`${link('imports', '/admin/imports', words.imports.menu)}
          ${link('messaging', '/admin/messaging', words.messaging.menu)}
          ${link('settings', '/admin/settings', words.settings.menu)}`
        : null
    }
  </nav>`
}

function liveState({ words }: Visit): SafeHtml {
  return html`<div
    id="live"
    class="live"
    hx-sse:connect="/admin/live"
    hx-trigger="load, every 15s"
    hx-swap="none"
    hx-config="${LIVE_CONFIG}"
    data-new-item="${words.ui.newItem}"
    data-reconnecting="${words.ui.reconnecting}"
  >
    <span class="live-on"><i class="dot"></i>${words.ui.live}</span>
    <span class="live-off"><i class="dot"></i>${words.ui.reconnecting}</span>
  </div>`
}

function signOut({ words }: Visit, name: string): SafeHtml {
  return html`<form method="post" action="/admin/sign-out" class="who">
    <span class="who-name">${name}</span>
    <button class="quiet">${words.ui.signOut}</button>
  </form>`
}

import { html, type SafeHtml } from '@remix-run/html-template'
import type { Visit } from '../visit.ts'
import { icon } from './icons.ts'

/** The pages in front of the product: signing in, and what is said when something cannot be shown. */

export function signInPage(
  { words }: Visit,
  given: { readonly email: string; readonly refused: string | null },
): SafeHtml {
  return html`<section class="door">
    ${doorHead(words.ui.signIn, words.ui.signInLead)}
    ${given.refused === null ? null : html`<p class="notice notice-refused" role="alert">${icon('flag')}<span>${given.refused}</span></p>`}
    <form method="post" action="/admin/sign-in">
      <label class="field"
        ><span>${words.ui.email}</span>
        <input
          type="email"
          name="email"
          required
          autocomplete="username"
          value="${given.email}"
          maxlength="320"
      /></label>
      <label class="field"
        ><span>${words.ui.password}</span>
        <input type="password" name="password" required autocomplete="current-password" maxlength="128"
      /></label>
      <button>${words.ui.signIn}</button>
    </form>
    <p class="lead">${words.ui.signInFirst}</p>
  </section>`
}

/** Opening a sign-in link changes nothing; the button uses it up. */
export function signInLinkPage({ words }: Visit, token: string): SafeHtml {
  return html`<section class="door">
    ${doorHead(words.ui.linkTitle, words.ui.linkLead)}
    <form method="post" action="/admin/sign-in/link">
      <input type="hidden" name="token" value="${token}" />
      <button>${words.ui.signIn}</button>
    </form>
  </section>`
}

export function messagePage({ words }: Visit, title: string, text: string): SafeHtml {
  return html`<section class="door">
    ${doorHead(title, text)}
    <p><a class="button" href="/admin">${words.ui.backToBoard}</a></p>
  </section>`
}

function doorHead(title: string, text: string): SafeHtml {
  return html`<span class="door-mark">${icon('mark')}</span>
    <h1>${title}</h1>
    <p class="lead">${text}</p>`
}

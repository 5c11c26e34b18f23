import { html, type SafeHtml } from '@remix-run/html-template'
import type { ContactProof } from '../../casework/view/contact-proof.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'

/** What the parts of a contact's page are told by. */
export type Told = {
  readonly words: Words
  readonly proof: ContactProof
  /** the practice's zone: every time on the page is told in it */
  readonly zone: string
}

/** What everybody must know of a number before they call it; nothing when there is nothing. */
export function contactMarks(
  contact: { readonly shared: boolean; readonly noCalls: boolean; readonly noVoicemail: boolean },
  { contact: words }: Words,
): SafeHtml | null {
  const { shared, noCalls, noVoicemail } = contact
  if (!shared && !noCalls && !noVoicemail) return null
  return html`<p class="contact-marks">
    ${noCalls ? html`<span class="mark mark-flag">${icon('stop')}${words.noCalls}</span>` : null}
    ${noVoicemail ? html`<span class="mark mark-flag">${icon('voicemail')}${words.noVoicemail}</span>` : null}
    ${shared ? html`<span class="mark mark-flag">${icon('person')}${words.shared}</span>` : null}
  </p>`
}

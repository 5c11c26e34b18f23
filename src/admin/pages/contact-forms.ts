import { html, type SafeHtml } from '@remix-run/html-template'
import { WRITTEN_BASES } from '../../casework/contacts/consents.ts'
import { SCOPES } from '../../domain/consent/ledger.ts'
import type { ContactState, StaffFact } from '../../domain/contact/facts.ts'
import { fill, type Words } from '../words.ts'
import type { Told } from './contact-marks.ts'
import { contactAddress } from './contact-search.ts'
import { icon } from './icons.ts'
import { reasonText } from './marks.ts'

/** What somebody wrote into the forms that were refused. */
export type TypedConsent = {
  readonly note: string
  readonly scope: string
  readonly basis: string
  readonly evidence: string
  readonly wordingVersion: string
  /** as a date-and-time field has it */
  readonly givenAt: string
  readonly words: string
}

/** What staff may say of a number, and the consents they may write down. */
export function contactForms({ words, proof }: Told, typed: TypedConsent): SafeHtml {
  const at = contactAddress(proof.contact.phone)
  return html`${factForms(at, words, proof.contact, typed)} ${grantForm(at, words, proof, typed)}
  ${revokeForm(at, words)}`
}

function factForms(at: string, words: Words, state: ContactState, typed: TypedConsent): SafeHtml {
  return html`<section class="panel" aria-labelledby="say-title">
    <h2 id="say-title">${words.contact.say}</h2>
    <form method="post" action="${at}/facts" class="outcomes">
      <button disabled hidden></button>
      <label class="field"
        ><span>${words.contact.note}</span>
        <textarea name="note" rows="2" maxlength="500" autocomplete="off" aria-describedby="fact-hint">
${typed.note}</textarea>
        <small id="fact-hint">${words.contact.noteHint}</small></label
      >
      <div class="choices">
        ${offered(state).map((kind) => html`<button class="choice" name="kind" value="${kind}">${words.contactFacts[kind]}</button>`)}
      </div>
    </form>
    <form method="post" action="${at}/facts" class="note-form">
      <label class="field"
        ><span>${words.contact.preference}</span>
        <input
          name="note"
          maxlength="500"
          value="${state.preference ?? ''}"
          autocomplete="off"
          aria-describedby="preference-hint"
        />
        <small id="preference-hint">${words.contact.preferenceHint}</small></label
      >
      <button class="quiet" name="kind" value="preference">
        ${icon('note')}${words.contact.savePreference}
      </button>
    </form>
  </section>`
}

/** What would say something new. */
function offered(state: ContactState): StaffFact[] {
  const { shared, noCalls, noVoicemail, textable } = state
  const takesTexts = textable === 'unknown' || textable === 'mobile'
  return [
    noCalls ? 'may-call' : 'do-not-call',
    noVoicemail ? 'voicemail-allowed' : 'no-voicemail',
    shared ? 'one-person' : 'several-people',
    'wrong-number',
    'number-changed',
    ...(takesTexts ? (['landline', 'invalid'] as const) : (['textable'] as const)),
  ]
}

function grantForm(at: string, words: Words, proof: Told['proof'], typed: TypedConsent): SafeHtml {
  const { contact } = words
  const open = proof.items.filter(({ status }) => status !== 'closed')
  const choices = SCOPES.flatMap((scope): { value: string; label: string }[] =>
    scope === 'this-request'
      ? open.map(({ number, reason }) => ({
          value: `${scope}:${String(number)}`,
          label: fill(contact.aboutItem, { number }) + ` (${reasonText(reason, words)})`,
        }))
      : [{ value: scope, label: words.scopes[scope] }],
  )
  return html`<section class="panel" aria-labelledby="grant-title">
    <h2 id="grant-title">${contact.agreed}</h2>
    <form method="post" action="${at}/consents" class="note-form">
      <label class="field"
        ><span>${contact.scope}</span>
        <select name="scope">
          ${choices.map(({ value, label }) => option(value, label, typed.scope))}
        </select></label
      >
      <label class="field"
        ><span>${contact.how}</span>
        <select name="basis">
          ${WRITTEN_BASES.map((basis) => option(basis, words.writtenBases[basis], typed.basis))}
        </select></label
      >
      <label class="field"
        ><span>${contact.said}</span>
        <textarea name="words" rows="2" maxlength="1000" autocomplete="off" aria-describedby="said-hint">
${typed.words}</textarea>
        <small id="said-hint">${contact.saidHint}</small></label
      >
      <label class="field"
        ><span>${contact.evidence}</span>
        <input
          name="evidence"
          maxlength="200"
          value="${typed.evidence}"
          autocomplete="off"
          aria-describedby="evidence-hint"
        />
        <small id="evidence-hint">${contact.evidenceHint}</small></label
      >
      <label class="field"
        ><span>${contact.givenAt}</span>
        <input type="datetime-local" name="givenAt" value="${typed.givenAt}" aria-describedby="given-hint" />
        <small id="given-hint">${contact.givenAtHint}</small></label
      >
      <label class="field"
        ><span>${contact.wording}</span>
        <input name="wordingVersion" maxlength="200" value="${typed.wordingVersion}" autocomplete="off"
      /></label>
      <button>${icon('consent')}${contact.saveGrant}</button>
    </form>
  </section>`
}

function revokeForm(at: string, { contact }: Words): SafeHtml {
  return html`<section class="panel" aria-labelledby="stop-title">
    <h2 id="stop-title">${contact.stop}</h2>
    <p>${contact.stopLead}</p>
    <form method="post" action="${at}/revocations" class="note-form">
      <label class="field"
        ><span>${contact.said}</span>
        <textarea name="words" rows="2" maxlength="1000" autocomplete="off"></textarea>
      </label>
      <button>${icon('stop')}${contact.saveStop}</button>
    </form>
  </section>`
}

function option(value: string, label: string, chosen: string): SafeHtml {
  return value === chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`
}

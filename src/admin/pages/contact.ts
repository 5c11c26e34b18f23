import { html, type SafeHtml } from '@remix-run/html-template'
import type { ContactPermission, ContactProof } from '../../casework/view/contact-proof.ts'
import type { Language, Status } from '../../domain/follow-up/words.ts'
import { clinicTime, exactTime, zoneName } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { contactForms, type TypedConsent } from './contact-forms.ts'
import { contactMarks, type Told } from './contact-marks.ts'
import { ledger, saidFacts } from './contact-ledger.ts'
import { contactAddress } from './contact-search.ts'
import { provenTexts } from './contact-texts.ts'
import { icon } from './icons.ts'
import { phoneText, reasonText } from './marks.ts'

export type ContactNotice = { readonly kind: 'done' | 'refused'; readonly text: string }

/** Everything about one number: who, what is true of it, what may be texted and why, and what staff may say about it. */
export function contactPage(
  visit: StaffVisit,
  proof: ContactProof,
  zone: string,
  given: { readonly notice: ContactNotice | null; readonly typed: TypedConsent },
): SafeHtml {
  const { words } = visit
  const told = { words, proof, zone }
  const { notice } = given
  return html`<p class="back"><a href="/admin/contacts">${icon('back')}${words.contact.back}</a></p>
    ${
      notice
        ? html`<div
            class="notice notice-${notice.kind}"
            role="${notice.kind === 'done' ? 'status' : 'alert'}"
          >
            ${icon(notice.kind === 'done' ? 'check' : 'flag')}
            <p>${notice.text}</p>
          </div>`
        : null
    }
    <div class="item">
      <div class="told">
        ${head(visit, told)} ${mayBeTexted(told)} ${ledger(told)} ${provenTexts(told)} ${saidFacts(told)}
      </div>
      <aside class="side">${contactForms(told, given.typed)} ${exports(told)}</aside>
    </div>`
}

/** The same to keep on paper: nothing to press, and who made it when. */
export function contactPrint(visit: StaffVisit, proof: ContactProof, zone: string): SafeHtml {
  const { words, staff } = visit
  const told = { words, proof, zone }
  return html`<div class="told print">
    <p class="zone-note">
      ${fill(words.contact.printed, { time: exactTime(proof.readAt, zone, words), name: staff.name })}
    </p>
    ${head(visit, told)} ${mayBeTexted(told)} ${ledger(told)} ${provenTexts(told)} ${saidFacts(told)}
  </div>`
}

function head({ now }: StaffVisit, { words, proof, zone }: Told): SafeHtml {
  const { contact, items } = proof
  const facts: readonly (readonly [string, string])[] = [
    [words.contact.number, phoneText(contact.phone)],
    ...(contact.language === null
      ? []
      : ([[words.ui.speaks, words.languages[contact.language as Language]]] as const)),
    [words.contact.texting, words.textable[contact.textable]],
    [words.contact.knownSince, exactTime(contact.createdAt, zone, words)],
  ]
  return html`<section class="head">
    <p class="head-number">${words.contact.contactPage}</p>
    <h1>${contact.name ?? phoneText(contact.phone)}</h1>
    ${contactMarks(contact, words)}
    ${contact.preference === null ? null : html`<p class="preference">${words.contact.preference}: <strong>${contact.preference}</strong></p>`}
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
      <div class="fact-texts">
        <dt>${words.contact.items}</dt>
        ${items.length === 0 ? html`<dd>${words.contact.noItems}</dd>` : null}
        ${items.map(
          (item) =>
            html`<dd>
              <a href="/admin/follow-ups/${item.number}">#${item.number}</a> ${reasonText(item.reason, words)}
              · ${words.statuses[item.status as Status]} · ${clinicTime(item.receivedAt, now, zone, words)}
            </dd>`,
        )}
      </div>
    </dl>
    <p class="zone-note">${fill(words.ui.clinicTime, { zone: zoneName(now, zone, words) })}</p>
  </section>`
}

function mayBeTexted(told: Told): SafeHtml {
  const { words, proof } = told
  const optOut = proof.ledger.find(({ id }) => id === proof.optOutId)
  const byKeyword = optOut?.basis === 'keyword' || optOut?.basis === 'carrier'
  return html`<section class="story" aria-labelledby="now-title">
    <h2 id="now-title">${words.contact.now}</h2>
    <dl class="permissions">${proof.permissions.map((one) => permission(one, told))}</dl>
    ${byKeyword ? html`<p class="withheld">${icon('stop')}${words.contact.writeStart}</p>` : null}
  </section>`
}

function permission({ scope, item, permission: may }: ContactPermission, told: Told): SafeHtml {
  const { words } = told
  const about = item
    ? fill(words.contact.aboutItem, { number: item.number })
    : words.scopes[scope].replace(/^./, (first) => first.toUpperCase())
  return html`<div>
    <dt>${about}</dt>
    <dd class="${may.allowed ? 'may' : 'may-not'}">
      ${icon(may.allowed ? 'check' : 'stop')}<span
        ><strong>${may.allowed ? words.contact.allowed : words.contact.notAllowed}</strong>:
        ${why(may, told)}</span
      >
    </dd>
  </div>`
}

function why(may: ContactPermission['permission'], { words, proof, zone }: Told): string {
  const by = may.allowed ? may.consentId : may.why === 'opted-out' ? proof.optOutId : null
  const line = proof.ledger.find(({ id }) => id === by)
  if (!line) return words.contact.noConsent
  const time = exactTime(line.at, zone, words)
  const basis = words.bases[line.basis as keyof Words['bases']]
  return fill(may.allowed ? words.contact.allowedBy : words.contact.optedOutBy, { time, basis })
}

function exports({ words, proof }: Told): SafeHtml {
  const at = contactAddress(proof.contact.phone)
  return html`<section class="panel" aria-labelledby="exports-title">
    <h2 id="exports-title">${words.contact.exports}</h2>
    <ul class="exports">
      <li><a href="${at}/print">${words.contact.asPrint}</a></li>
      <li><a href="${at}/proof.csv" download>${words.contact.asCsv}</a></li>
      <li><a href="${at}/proof.json" download>${words.contact.asJson}</a></li>
    </ul>
    <p class="zone-note">${words.contact.exportNote}</p>
  </section>`
}

import { html, type SafeHtml } from '@remix-run/html-template'
import type { ContactProof } from '../../casework/view/contact-proof.ts'
import { exactTime } from '../times.ts'
import type { Words } from '../words.ts'
import type { Told } from './contact-marks.ts'
import { icon } from './icons.ts'
import { quote } from './voicemail.ts'

/** Facts under their names. */
export type Pairs = readonly (readonly [name: string, value: string | null])[]

/** A line's facts, each under its name; those that are not known are left out. */
export function pairs(given: Pairs): SafeHtml {
  return html`<dl class="proof">
    ${given.map(([name, value]) =>
      value === null || value === ''
        ? null
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl>`
}

/** A line's own id, short enough to be read out; the whole stands in the exports. */
export function shortId(id: string): string {
  return id.slice(0, 8)
}

/** The whole consent ledger with its evidence, in the order in which it was written. */
export function ledger(told: Told): SafeHtml {
  const { words, proof } = told
  return html`<section class="story" aria-labelledby="ledger-title">
    <h2 id="ledger-title">${words.contact.ledger}</h2>
    ${proof.ledger.length === 0 ? html`<p class="none">${words.contact.noLedger}</p>` : null}
    <ol class="lines">
      ${proof.ledger.map((line) => ledgerLine(line, told))}
    </ol>
  </section>`
}

function ledgerLine(line: ContactProof['ledger'][number], { words, proof, zone }: Told): SafeHtml {
  const ends = line.kind !== 'grant' && line.kind !== 'lift'
  const item = proof.items.find(({ id }) => id === line.followUpId)
  const title = words.consent[line.kind as keyof Words['consent']]
  const scope = line.kind === 'grant' ? words.scopes[line.scope as keyof Words['scopes']] : null
  return html`<li class="line">
    <p class="line-head">
      ${icon(ends ? 'stop' : 'consent')}<strong>${title}</strong>
      <span
        >${[scope, words.bases[line.basis as keyof Words['bases']]].filter((part) => part !== null).join(' · ')}</span
      >
      <time datetime="${line.at.toISOString()}">${exactTime(line.at, zone, words)}</time>
    </p>
    ${pairs([
      [words.contact.line, shortId(line.id)],
      [words.contact.evidence, line.evidence],
      [words.contact.wordingVersion, line.wordingVersion],
      [words.contact.forItem, item ? `#${String(item.number)}` : null],
      [words.contact.by, line.staffId === null ? null : sayer(line.staffId, proof, words)],
    ])}
    ${quote(line.words, words)}
  </li>`
}

/** What staff and the carrier said about the number, the newest first. */
export function saidFacts({ words, proof, zone }: Told): SafeHtml {
  return html`<section class="story" aria-labelledby="facts-title">
    <h2 id="facts-title">${words.contact.facts}</h2>
    ${proof.facts.length === 0 ? html`<p class="none">${words.contact.noFacts}</p>` : null}
    <ol class="lines">
      ${proof.facts.toReversed().map(
        (fact) =>
          html`<li class="line">
            <p class="line-head">
              ${icon('note')}<strong>${words.contactFacts[fact.kind as keyof Words['contactFacts']]}</strong>
              <span>${sayer(fact.source, proof, words)}</span>
              <time datetime="${fact.at.toISOString()}">${exactTime(fact.at, zone, words)}</time>
            </p>
            ${quote(fact.note, words)}
          </li>`,
      )}
    </ol>
  </section>`
}

/** Who wrote something down, by name where it is a person. */
export function sayer(id: string, { staffNames }: ContactProof, words: Words): string {
  if (id === 'carrier') return words.contact.carrier
  return staffNames.get(id) ?? (id.startsWith('key:') ? keyWords(id, words) : id)
}

/** A program. @param id "key:" and an API key's id */
export function keyWords(id: string, { contact }: Words): string {
  return `${contact.program} (${shortId(id.slice('key:'.length))})`
}

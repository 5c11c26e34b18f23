import { html, type SafeHtml } from '@remix-run/html-template'
import { z } from 'zod'
import type { ContactProof } from '../../casework/view/contact-proof.ts'
import { exactTime } from '../times.ts'
import { fill, type Words } from '../words.ts'
import type { Told } from './contact-marks.ts'
import { pairs, sayer, shortId, type Pairs } from './contact-ledger.ts'
import { icon } from './icons.ts'
import { reasonNotTexted } from './text-facts.ts'

/** What the gate said once of a text. Verdicts of years ago may hold less than today's. */
const VERDICT = z.looseObject({
  type: z.string(),
  why: z.string().optional(),
  validitySeconds: z.number().optional(),
  proof: z
    .looseObject({
      askedAt: z.coerce.date().optional(),
      consentId: z.string().nullish(),
      consentWordingVersion: z.string().nullish(),
      wordingVersion: z.string().nullish(),
      policyVersion: z.string().nullish(),
      zones: z.array(z.string()).optional(),
    })
    .optional(),
})
type Said = z.infer<typeof VERDICT>

/** What is stored with a text: the last verdict, and in it those by which it left before, the oldest first. */
const STORED = VERDICT.extend({ earlier: z.array(VERDICT.extend({ sid: z.string().nullish() })).optional() })

/** Every text to the number with what the gate said of it and what that rests on. */
export function provenTexts(told: Told): SafeHtml {
  const { words, proof } = told
  return html`<section class="story" aria-labelledby="texts-title">
    <h2 id="texts-title">${words.contact.texts}</h2>
    <p class="zone-note">${words.contact.textsOnlyOurs}</p>
    ${proof.texts.length === 0 ? html`<p class="none">${words.contact.noTexts}</p>` : null}
    <ol class="lines">
      ${proof.texts.map((text) => provenText(text, told))}
    </ol>
  </section>`
}

function provenText(text: ContactProof['texts'][number], told: Told): SafeHtml {
  const { words, proof, zone } = told
  const time = (at: Date | null | undefined): string | null => (at ? exactTime(at, zone, words) : null)
  const verdict = STORED.safeParse(text.verdict).data
  const item = proof.items.find(({ id }) => id === text.followUpId)
  const state = text.state as keyof Words['messageStates']
  return html`<li class="line">
    <p class="line-head">
      ${icon('text')}<strong>${words.messageStates[state]}</strong>
      <span
        >${[reasonNotTexted(text.refusal, words), text.errorCode === null ? null : fill(words.ui.errorCode, { code: text.errorCode })].filter((part) => part !== null).join(' · ')}</span
      >
      <time datetime="${text.createdAt.toISOString()}">${time(text.createdAt)}</time>
    </p>
    <blockquote>${text.body}</blockquote>
    ${pairs([
      ...saidOf(verdict, text.wordingVersion, told),
      [words.contact.carrierId, text.sid],
      [words.contact.left, text.leftAt.length > 0 ? text.leftAt.map(time).join(' · ') : time(text.sentAt)],
      [words.contact.arrived, time(text.settledAt)],
      [words.contact.forItem, item ? `#${String(item.number)}` : null],
      [words.contact.by, text.sentBy === null ? null : sayer(text.sentBy, proof, words)],
    ])}
    ${verdict?.earlier?.map(
      (one, index) =>
        html`<p class="earlier-try">${fill(words.contact.earlierTry, { place: index + 1 })}</p>
          ${pairs([...saidOf(one, text.wordingVersion, told), [words.contact.carrierId, one.sid ?? null]])}`,
    )}
  </li>`
}

/** One verdict and what it rests on. @param wording of the text, where the verdict is too old to name it. */
function saidOf(said: Said | undefined, wording: string | null, { words, zone }: Told): Pairs {
  const { contact } = words
  const rests = said?.proof
  const seconds = said?.validitySeconds
  return [
    [contact.verdict, said ? verdictText(said, words) : contact.noVerdict],
    [contact.askedAt, rests?.askedAt ? exactTime(rests.askedAt, zone, words) : null],
    [contact.consentLine, rests?.consentId ? shortId(rests.consentId) : null],
    [contact.consentWording, rests?.consentWordingVersion ?? null],
    [contact.wordingVersion, rests?.wordingVersion ?? wording],
    [contact.policyVersion, rests?.policyVersion ?? null],
    [contact.zones, rests?.zones?.join(', ') ?? null],
    [contact.validity, seconds === undefined ? null : fill(contact.seconds, { count: seconds })],
  ]
}

function verdictText({ type, why }: Said, words: Words): string {
  const reason = reasonNotTexted(why, words) ?? why ?? ''
  if (type === 'hold') return fill(words.contact.verdictHold, { why: reason })
  return type === 'refuse' ? fill(words.contact.verdictRefuse, { why: reason }) : words.contact.verdictGo
}

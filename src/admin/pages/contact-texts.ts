import { html, type SafeHtml } from '@remix-run/html-template'
import { z } from 'zod'
import type { ContactProof } from '../../casework/view/contact-proof.ts'
import { exactTime } from '../times.ts'
import { fill, type Words } from '../words.ts'
import type { Told } from './contact-marks.ts'
import { pairs, sayer, shortId } from './contact-ledger.ts'
import { icon } from './icons.ts'
import { reasonNotTexted } from './text-facts.ts'

/** What the gate wrote with a text. Verdicts of years ago may hold less than today's. */
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
  const verdict = VERDICT.safeParse(text.verdict).data
  const rests = verdict?.proof
  const item = proof.items.find(({ id }) => id === text.followUpId)
  const state = text.state as keyof Words['messageStates']
  const seconds = verdict?.validitySeconds
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
      [words.contact.verdict, verdict ? verdictText(verdict, words) : words.contact.noVerdict],
      [words.contact.askedAt, time(rests?.askedAt)],
      [words.contact.consentLine, rests?.consentId ? shortId(rests.consentId) : null],
      [words.contact.consentWording, rests?.consentWordingVersion ?? null],
      [words.contact.wordingVersion, rests?.wordingVersion ?? text.wordingVersion],
      [words.contact.policyVersion, rests?.policyVersion ?? null],
      [words.contact.zones, rests?.zones?.join(', ') ?? null],
      [
        words.contact.validity,
        seconds === undefined ? null : fill(words.contact.seconds, { count: seconds }),
      ],
      [words.contact.left, text.leftAt.length > 0 ? text.leftAt.map(time).join(' · ') : time(text.sentAt)],
      [words.contact.arrived, time(text.settledAt)],
      [words.contact.forItem, item ? `#${String(item.number)}` : null],
      [words.contact.by, text.sentBy === null ? null : sayer(text.sentBy, proof, words)],
    ])}
  </li>`
}

function verdictText({ type, why }: z.infer<typeof VERDICT>, words: Words): string {
  const reason = reasonNotTexted(why, words) ?? why ?? ''
  if (type === 'hold') return fill(words.contact.verdictHold, { why: reason })
  return type === 'refuse' ? fill(words.contact.verdictRefuse, { why: reason }) : words.contact.verdictGo
}

import { html, type SafeHtml } from '@remix-run/html-template'
import { z } from 'zod'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { clinicClock, clinicDay, clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon, type Icon } from './icons.ts'
import { reasonNotTexted } from './text-facts.ts'
import { attachments } from './attachments.ts'
import { hasVoicemail, quote, voicemail } from './voicemail.ts'

/** One thing that happened. */
type Entry = {
  readonly at: Date
  readonly icon: Icon
  readonly title: string
  readonly by?: string | undefined
  readonly side?: 'them' | 'us'
  readonly more?: SafeHtml | null
}

type Told = {
  readonly dossier: ReadableDossier
  readonly words: Words
  readonly now: Date
  readonly zone: string
}

/** Everything that happened to an item in one column, newest first, by day. The second attempt knows the first. */
export function story(visit: StaffVisit, dossier: ReadableDossier, zone: string): SafeHtml {
  const { words, now } = visit
  const told = { dossier, words, now, zone }
  const entries = [...calls(told), ...texts(told), ...permissions(told), ...acts(told)]
  entries.sort((a, b) => b.at.getTime() - a.at.getTime())
  const days = Map.groupBy(entries, (entry) => clinicDay(entry.at, now, zone, words))
  return html`<section class="story" aria-labelledby="story-title">
    <h2 id="story-title">${words.ui.story}</h2>
    ${[...days].map(
      ([day, those]) =>
        html`<h3 class="story-day">${day}</h3>
          <ol class="entries">
            ${those.map((entry) => line(entry, told))}
          </ol>`,
    )}
  </section>`
}

function line(entry: Entry, { zone, words }: Told): SafeHtml {
  return html`<li class="entry${entry.side ? ` entry-${entry.side}` : ''}">
    <span class="entry-icon">${icon(entry.icon)}</span>
    <div class="entry-body">
      <p class="entry-head">
        <strong>${entry.title}</strong>
        ${entry.by === undefined ? null : html`<span class="entry-by">${entry.by}</span>`}
        <time datetime="${entry.at.toISOString()}">${clinicClock(entry.at, zone, words)}</time>
      </p>
      ${entry.more ?? null}
    </div>
  </li>`
}

function calls(told: Told): Entry[] {
  const { dossier, words } = told
  return dossier.calls.map((call) => {
    const inbound = call.direction !== 'outbound'
    const left = hasVoicemail(call)
    const by = [
      inbound && call.answeredAt !== null ? words.ui.answeredHere : null,
      inbound && !call.openHours ? words.ui.afterHours : null,
    ].filter((part) => part !== null)
    return {
      at: call.startedAt,
      icon: left ? 'voicemail' : 'phone',
      title: inbound ? words.ui.inCall : words.ui.outCall,
      side: inbound ? 'them' : 'us',
      by: by.length > 0 ? by.join(' · ') : undefined,
      more: html`${call.callerName === null ? null : html`<p class="entry-note">${fill(words.ui.networkName, { name: call.callerName })}</p>`}
      ${left ? voicemail(call, told) : null}`,
    }
  })
}

function texts({ dossier, words, now, zone }: Told): Entry[] {
  const mayCancel = new Set<string | null>(
    dossier.history.flatMap(({ detail }) => {
      const { mayWantToCancel, messageSid } = DETAIL.parse(detail)
      return mayWantToCancel === true && messageSid !== undefined ? [messageSid] : []
    }),
  )
  return dossier.messages.map((message) => {
    if (message.direction !== 'out')
      return {
        ...{ at: message.createdAt, icon: 'text', title: words.ui.textIn, side: 'them' },
        more: html`${quote(message.body, words)} ${attachments(message, { dossier, words })}
        ${mayCancel.has(message.sid) ? html`<p class="entry-note cancel-note">${icon('flag')} ${words.ui.mayWantToCancel}</p>` : null}`,
      }
    const state = message.state as keyof Words['messageStates']
    const why = reasonNotTexted(message.refusal, words)
    const until =
      state === 'held' && message.notBefore
        ? fill(words.ui.heldUntil, { time: clinicTime(message.notBefore, now, zone, words) })
        : null
    const code = message.errorCode === null ? null : fill(words.ui.errorCode, { code: message.errorCode })
    return {
      ...{ at: message.sentAt ?? message.createdAt, icon: 'text', title: words.ui.textOut, side: 'us' },
      by: message.sentBy === null ? undefined : dossier.staffNames.get(message.sentBy),
      more: html`${quote(message.body, words)}
        <p class="state state-${state}">
          ${[words.messageStates[state], why, until, code].filter((part) => part !== null).join(' · ')}
        </p>`,
    }
  })
}

function permissions({ dossier, words }: Told): Entry[] {
  const spoken = new Set([
    ...dossier.messages.map((message) => message.sid),
    ...dossier.calls.filter((call) => call.transcript !== null).map((call) => call.sid),
  ])
  return dossier.consents
    .filter(
      (consent) =>
        consent.kind !== 'grant' || consent.followUpId === null || consent.followUpId === dossier.item.id,
    )
    .map((consent) => ({
      at: consent.at,
      icon: consent.kind === 'revoke' || consent.kind === 'drop' ? 'stop' : 'consent',
      title: words.consent[consent.kind as keyof Words['consent']],
      side: 'them',
      by: [
        consent.kind === 'grant' ? words.scopes[consent.scope as keyof Words['scopes']] : null,
        words.bases[consent.basis as keyof Words['bases']],
      ]
        .filter((part) => part)
        .join(' · '),
      more: html`${
        // What was texted or said into a voicemail stands there, in the speaker's own line.
        spoken.has(consent.evidence) ? null : quote(consent.words, words)
      }
      ${consent.kind === 'revoke' ? onTheWay(dossier, consent.evidence, words) : null}`,
    }))
}

/** Texts that the carrier had already when the person opted out. */
function onTheWay({ history }: ReadableDossier, evidence: string, words: Words): SafeHtml | null {
  const counts = history.map(({ detail }) => DETAIL.parse(detail))
  const count = counts.find((detail) => detail.evidence === evidence && detail.onTheWay)?.onTheWay ?? 0
  if (count === 0) return null
  const said = count === 1 ? words.ui.onTheWayOne : fill(words.ui.onTheWay, { count })
  return html`<p class="entry-note">${icon('text')} ${said}</p>`
}

const CLINICAL = z.looseObject({
  text: z.string().optional(),
  /** places in the words of the entry before */
  matched: z.array(z.looseObject({ start: z.number(), end: z.number() })).optional(),
})
const DETAIL = z.looseObject({
  outcome: z.string().optional(),
  /** what staff said of the number on its own page */
  fact: z.string().optional(),
  note: z.string().optional(),
  callbackAt: z.iso.datetime().optional(),
  urgency: z.string().optional(),
  callSid: z.string().optional(),
  messageSid: z.string().optional(),
  messageId: z.string().optional(),
  evidence: z.string().optional(),
  /** why a text waits or was not sent */
  why: z.string().optional(),
  until: z.iso.datetime().nullish(),
  mayWantToCancel: z.boolean().optional(),
  /** texts that the carrier had already when the person opted out */
  onTheWay: z.number().optional(),
})
const ICONS: Readonly<Partial<Record<string, Icon>>> = {
  'outcome-recorded': 'check',
  'note-added': 'note',
  'routed-to-clinical': 'clinical',
  claimed: 'person',
  released: 'person',
  acknowledged: 'check',
  'opted-out': 'stop',
  'call-attempt-due': 'clock',
  'transcription-failed': 'ear',
  'transcript-overdue': 'ear',
  'reply-overdue': 'flag',
}

/** The history, without the lines that a call, a text or a permission above tells already. */
function acts({ dossier, words, now, zone }: Told): Entry[] {
  const told = new Set([
    ...dossier.calls.map((call) => call.sid),
    ...dossier.messages.flatMap((message) => [message.id, message.sid ?? message.id]),
    ...dossier.consents.map((consent) => consent.evidence),
  ])
  const planned = dossier.messages.some((message) => message.direction === 'out')
  return dossier.history.flatMap((entry, index): Entry[] => {
    const detail = DETAIL.parse(entry.detail)
    const known = [detail.callSid, detail.messageSid, detail.messageId, detail.evidence].some(
      (id) => id !== undefined && told.has(id),
    )
    // A text says how it stands now; that it was held before it left is told on its own.
    const wasHeld =
      entry.kind === 'text-held' &&
      !dossier.messages.some(({ id, state }) => id === detail.messageId && state === 'held')
    if ((known && !wasHeld) || (planned && entry.kind === 'text-planned')) return []
    const clinical = CLINICAL.parse(entry.clinical ?? {})
    const matched = matchedWords(dossier, index)
    const outcome = detail.outcome as keyof Words['outcomes'] | undefined
    const name = dossier.staffNames.get(entry.actor)
    return [
      {
        at: entry.at,
        icon: ICONS[entry.kind] ?? 'routine',
        title: outcome
          ? words.outcomes[outcome]
          : detail.fact !== undefined
            ? words.contactFacts[detail.fact as keyof Words['contactFacts']]
            : words.lastActions[entry.kind as keyof Words['lastActions']],
        by: name ?? actorWords(entry.actor, words),
        ...(name === undefined ? {} : { side: 'us' as const }),
        more: html`${quote(detail.note ?? clinical.text ?? null, words)}
        ${entry.kind.startsWith('text-') ? whyNot(detail, { words, now, zone }) : null}
        ${detail.callbackAt === undefined ? null : html`<p class="entry-note">${fill(words.ui.agreedTime, { time: clinicTime(new Date(detail.callbackAt), now, zone, words) })}</p>`}
        ${matched.length > 0 ? html`<p class="entry-note">${words.ui.matched}: ${matched.map((text) => html`<mark>${text}</mark> `)}</p>` : null}`,
      },
    ]
  })
}

/** Why a text waited or was not sent, as the history has it. */
function whyNot(
  { why, until }: z.infer<typeof DETAIL>,
  { words, now, zone }: Pick<Told, 'words' | 'now' | 'zone'>,
): SafeHtml | null {
  const reason = reasonNotTexted(why, words)
  if (reason === null) return null
  const time =
    until === undefined || until === null
      ? null
      : fill(words.ui.heldUntil, { time: clinicTime(new Date(until), now, zone, words) })
  return html`<p class="entry-note">${[reason, time].filter((part) => part !== null).join(' · ')}</p>`
}

/** The very words for which an item was routed, so that a person can check; none for readers who may not read them. */
function matchedWords({ history }: ReadableDossier, index: number): string[] {
  const { matched } = CLINICAL.parse(history[index]?.clinical ?? {})
  const { text } = CLINICAL.parse(history[index - 1]?.clinical ?? {})
  if (!matched || text === undefined) return []
  return [...new Set(matched.map(({ start, end }) => text.slice(start, end)))]
}

function actorWords(actor: string, words: Words): string | undefined {
  if (actor === 'caller') return words.ui.byCaller
  if (actor === 'carrier') return words.ui.byCarrier
  return actor === 'system' ? words.ui.bySystem : undefined
}

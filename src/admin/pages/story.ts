import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { clinicClock, clinicDay, clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { acts, DETAIL, onTheWay, type Entry, type Told } from './story-acts.ts'
import { reasonNotTexted } from './text-facts.ts'
import { attachments } from './attachments.ts'
import { hasVoicemail, quote, voicemail } from './voicemail.ts'

/** Everything that happened to an item in one column, newest first, by day. The second attempt knows the first. */
export function story(visit: StaffVisit, dossier: ReadableDossier, zone: string): SafeHtml {
  const { words, now } = visit
  const told = { dossier, words, now, zone }
  const entries = [...calls(told), ...texts(told), ...permissions(told), ...acts(told)]
  // Of what happened in the same instant the later stands first, too.
  entries.reverse()
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
        more: html`${quote(message.body, words)} ${attachments(message, { dossier, words, now, zone })}
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
      icon: consent.kind === 'grant' || consent.kind === 'lift' ? 'consent' : 'stop',
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
      ${consent.kind === 'revoke' || consent.kind === 'drop' ? onTheWay(leftWith(dossier, consent.evidence), words) : null}`,
    }))
}

/** How many texts the carrier had already when the permission ended by this evidence. */
function leftWith({ history }: ReadableDossier, evidence: string): number {
  const lines = history.map(({ detail }) => DETAIL.parse(detail))
  return lines.find((detail) => detail.evidence === evidence && detail.onTheWay)?.onTheWay ?? 0
}

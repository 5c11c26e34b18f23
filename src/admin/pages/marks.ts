import { html, type SafeHtml } from '@remix-run/html-template'
import parsePhone from 'libphonenumber-js'
import type { LiveCall } from '../../casework/view/live-calls.ts'
import type { Escalation, EscalationTarget } from '../../domain/follow-up/item.ts'
import type { Queue, Urgency } from '../../domain/follow-up/words.ts'
import { clinicTime, dueWords, nearness } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { icon, type Icon } from './icons.ts'

/** Small signs that mean the same on every page. Each is a word with an icon, never a colour alone. */

export function urgencyMark(urgency: Urgency, words: Words): SafeHtml | null {
  if (urgency === 'routine') return null
  return html`<span class="mark mark-${urgency}">${icon(urgency)}${words.urgencies[urgency]}</span>`
}

export function dueMark(due: Date | null, now: Date, zone: string, words: Words): SafeHtml | null {
  if (!due) return null
  const near = nearness(due, now)
  return html`<span class="due due-${near}"
    >${icon(near === 'overdue' ? 'overdue' : 'clock')}<span class="due-words"
      >${dueWords(due, now, words)}</span
    >
    <time class="due-time" datetime="${due.toISOString()}">${clinicTime(due, now, zone, words)}</time></span
  >`
}

/** Who is on the telephone about an item right now. @param name who has taken it; null: nobody in particular. */
export function liveMark(live: LiveCall | null, name: string | null, words: Words): SafeHtml | null {
  if (!live) return null
  return html`<span class="mark mark-live">${icon('phone')}${liveText(live, name, words)}</span>`
}

function liveText({ direction, state }: LiveCall, name: string | null, { ui }: Words): string {
  if (direction === 'outbound')
    return name === null ? ui.liveOutboundBySomebody : fill(ui.liveOutbound, { name })
  return state === 'answered' ? ui.liveAnswered : ui.liveRinging
}

export function tag(name: Icon, label: string): SafeHtml {
  return html`<span class="tag">${icon(name)}${label}</span>`
}

/** `+14155550123` → `(415) 555-0123`; numbers of other countries keep their prefix. */
export function phoneText(phone: string): string {
  const parsed = parsePhone(phone)
  if (!parsed) return phone
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational()
}

/** A trigger's words, or what another program wrote as the reason. */
export function reasonText(reason: string, words: Words): string {
  return reason in words.triggers ? words.triggers[reason as keyof Words['triggers']] : reason
}

export function ownerText(
  item: { readonly ownerId: string | null; readonly queue: Queue },
  ownerName: string | null,
  me: string,
  words: Words,
): string {
  if (item.ownerId === null) return words.owners[item.queue]
  return item.ownerId === me
    ? `${ownerName ?? ''} (${words.ui.you})`
    : (ownerName ?? words.owners[item.queue])
}

/** Why an item was raised, and who heard last that nobody acted on it. */
export function escalationText(why: Escalation, to: EscalationTarget | null, words: Words): string {
  const told = to === null ? null : fill(words.workflow.toldTo, { who: words.escalationTargets[to] })
  return [words.escalations[why], told].filter((part) => part !== null).join(' · ')
}

export function attemptsText(count: number, words: Words): string {
  if (count === 0) return words.ui.noAttempts
  return count === 1 ? words.ui.attempt : words.ui.attempts.replace('{count}', String(count))
}

export function repeatsText(count: number, words: Words): string {
  return count === 1 ? words.ui.repeat : words.ui.repeats.replace('{count}', String(count))
}

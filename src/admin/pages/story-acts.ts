import { html, type SafeHtml } from '@remix-run/html-template'
import { z } from 'zod'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { clinicTime } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { keyWords } from './contact-ledger.ts'
import { workflowNote } from './endings.ts'
import { icon, type Icon } from './icons.ts'
import { routingLine } from './routing-panel.ts'
import { reasonNotTexted } from './text-facts.ts'
import { quote } from './voicemail.ts'

/** One thing that happened. */
export type Entry = {
  readonly at: Date
  readonly icon: Icon
  readonly title: string
  readonly by?: string | undefined
  readonly side?: 'them' | 'us'
  readonly more?: SafeHtml | null
}

/** What the parts of an item's story are told by. */
export type Told = {
  readonly dossier: ReadableDossier
  readonly words: Words
  readonly now: Date
  readonly zone: string
}

const CLINICAL = z.looseObject({
  text: z.string().optional(),
  /** places in the words of the entry before */
  matched: z.array(z.looseObject({ start: z.number(), end: z.number() })).optional(),
})
/** What the lines of an item's history say; those of years ago may hold less. */
export const DETAIL = z.looseObject({
  outcome: z.string().optional(),
  /** what staff said of the number on its own page */
  fact: z.string().optional(),
  note: z.string().optional(),
  callbackAt: z.iso.datetime().optional(),
  urgency: z.string().optional(),
  /** the word lists that found something */
  lexicon: z.string().optional(),
  callSid: z.string().optional(),
  messageSid: z.string().optional(),
  messageId: z.string().optional(),
  evidence: z.string().optional(),
  /** why a text waits or was not sent */
  why: z.string().optional(),
  until: z.iso.datetime().nullish(),
  /** the practice's rules were changed before this, and it was the first to be decided by the new ones */
  policy: z.string().optional(),
  mayWantToCancel: z.boolean().optional(),
  /** texts that the carrier had already when the person opted out */
  onTheWay: z.number().optional(),
})
const ICONS: Readonly<Partial<Record<string, Icon>>> = {
  'outcome-recorded': 'check',
  'note-added': 'note',
  'contact-fact-set': 'note',
  'routed-to-clinical': 'clinical',
  'routing-raised': 'clinical',
  'routing-lowered': 'back',
  'words-read-again': 'clinical',
  claimed: 'person',
  released: 'person',
  acknowledged: 'check',
  'opted-out': 'stop',
  'call-attempt-due': 'clock',
  'transcription-failed': 'ear',
  'transcript-overdue': 'ear',
  'reply-overdue': 'flag',
  'target-missed': 'flag',
  'on-call-alerted': 'flag',
  'alert-failed': 'flag',
  'alert-acknowledged': 'check',
  'reminders-unanswered': 'flag',
  'handed-over': 'clinical',
  removed: 'stop',
}

/** The history, without the lines that a call, a text or a permission above tells already. */
export function acts({ dossier, words, now, zone }: Told): Entry[] {
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
    // What was said of the number stands beside what became of the permission.
    const ofNumber = entry.kind === 'contact-fact-set'
    if ((known && !wasHeld && !ofNumber) || (planned && entry.kind === 'text-planned')) return []
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
        ${entry.kind === 'outcome-recorded' ? onTheWay(detail.onTheWay ?? 0, words) : null}
        ${entry.kind.startsWith('text-') ? whyNot(detail, { words, now, zone }) : null}
        ${workflowLine(entry, words)} ${routingLine(entry, detail, words)}
        ${detail.policy === undefined ? null : html`<p class="entry-note">${fill(words.ui.newRules, { version: detail.policy })}</p>`}
        ${detail.callbackAt === undefined ? null : html`<p class="entry-note">${fill(words.ui.agreedTime, { time: clinicTime(new Date(detail.callbackAt), now, zone, words) })}</p>`}
        ${matched.length > 0 ? html`<p class="entry-note">${words.ui.matched}: ${matched.map((text) => html`<mark>${text}</mark> `)}</p>` : null}`,
      },
    ]
  })
}

function workflowLine({ kind, detail }: { kind: string; detail: unknown }, words: Words): SafeHtml | null {
  const note = workflowNote(kind, detail, words)
  return note === null ? null : html`<p class="entry-note">${note}</p>`
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

/** Texts that the carrier had already when the person asked for no more. */
export function onTheWay(count: number, { ui }: Words): SafeHtml | null {
  if (count === 0) return null
  const said = count === 1 ? ui.onTheWayOne : fill(ui.onTheWay, { count })
  return html`<p class="entry-note">${icon('text')} ${said}</p>`
}

function actorWords(actor: string, words: Words): string | undefined {
  if (actor === 'caller') return words.ui.byCaller
  if (actor === 'carrier') return words.ui.byCarrier
  if (actor === 'system') return words.ui.bySystem
  if (actor === 'on-call') return words.escalationTargets['on-call']
  return actor.startsWith('key:') ? keyWords(actor, words) : undefined
}

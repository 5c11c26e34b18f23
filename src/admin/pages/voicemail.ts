import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier, Words as Spoken } from '../../casework/view/redaction.ts'
import { readSpoken } from '../../domain/calling/spoken.ts'
import { machineKnows } from '../../domain/calling/voicemail.ts'
import { clinicTime } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { icon, type Icon } from './icons.ts'
import { phoneText } from './marks.ts'

type Call = ReadableDossier['calls'][number]
type Told = {
  readonly dossier: ReadableDossier
  readonly words: Words
  readonly now: Date
  readonly zone: string
}

/** Whether a call has, had or will have a voicemail. */
export function hasVoicemail({ recordingSid, recordingState, transcriptState }: Call): boolean {
  return (
    recordingSid !== null ||
    transcriptState !== null ||
    recordingState === 'in-progress' ||
    recordingState === 'failed'
  )
}

/** A voicemail: its sound, what a machine wrote down of it, and what that suggests. */
export function voicemail(call: Call, told: Told): SafeHtml {
  const { words, now, zone, dossier } = told
  const title =
    call.recordingSeconds === null
      ? words.ui.voicemailTitle
      : fill(words.ui.voicemail, { seconds: call.recordingSeconds })
  const { heardAt } = call
  return html`<p class="entry-note">${title}</p>
    ${dossier.mayHear(call.startedAt) ? html`${sound(call, title, told)} ${text(call, told)}` : withheld(call, told)}
    ${heardAt === null ? null : html`<p class="entry-note heard-by">${icon('ear')} ${fill(words.ui.heardBy, { time: clinicTime(heardAt, now, zone, words) })}</p>`}`
}

/** What somebody said, or that it is not for this reader. */
export function quote(spoken: Spoken, words: Words): SafeHtml | null {
  if (spoken === null || spoken === '') return null
  if (typeof spoken === 'symbol') return note('withheld', 'lock', words.ui.withheld)
  return html`<blockquote>${spoken}</blockquote>`
}

function sound(call: Call, title: string, { words, now, zone }: Told): SafeHtml {
  if (call.recordingDeletedAt !== null) {
    const time = clinicTime(call.recordingDeletedAt, now, zone, words)
    return note('withheld', 'voicemail', fill(words.ui.retentionOver, { time }))
  }
  if (call.recordingSid === null)
    return call.recordingState === 'failed'
      ? note('unread', 'voicemail', words.ui.voicemailLost)
      : note('withheld', 'clock', words.ui.voicemailComing)
  // Its id lets the sound play on while the page refreshes itself around it.
  return html`<audio
    id="voicemail-${call.sid}"
    class="player"
    controls
    preload="none"
    src="/admin/recordings/${call.sid}"
    aria-label="${title}"
  ></audio>`
}

/** For those who may not hear it: whether its words may still come, and where it is. */
function withheld(call: Call, told: Told): SafeHtml {
  const { ui } = told.words
  if (isPending(call, told.dossier)) return note('unread', 'ear', ui.transcriptPending)
  return html`${note('withheld', 'lock', ui.voicemailWithheld)}
  ${call.transcript === null ? unread(call, told) : null}`
}

/** The machine still has its time. */
function isPending({ transcript, transcriptState, heardAt }: Call, { item }: ReadableDossier): boolean {
  return (
    transcript === null &&
    transcriptState !== 'failed' &&
    heardAt === null &&
    item.heard === 'not-heard-yet' &&
    item.nextAction !== 'listen-to-voicemail'
  )
}

/** Nobody knows yet what was said, unless somebody listened. */
function unread(call: Call, { dossier, words }: Told): SafeHtml | null {
  if (call.heardAt !== null || call.recordingDeletedAt !== null) return null
  const pending = isPending(call, dossier)
  return note('unread', 'ear', pending ? words.ui.transcriptPending : words.ui.notRead)
}

function text(call: Call, told: Told): SafeHtml | null {
  const { dossier, words } = told
  const { transcript } = call
  if (transcript === null) return unread(call, told)
  const unverified = machineKnows(call.language)
    ? null
    : html`<p class="unverified">${icon('flag')}${words.ui.machineText}</p>`
  return html`${unverified}${quote(transcript, words)}
  ${typeof transcript === 'string' ? suggestions(transcript, dossier, words) : null}`
}

/** What the caller seems to have said about how to reach them. It is shown and no more: a person decides, and dials. */
function suggestions(transcript: string, { contact }: ReadableDossier, words: Words): SafeHtml | null {
  const { phones, name } = readSpoken(transcript)
  const others = phones.filter((phone) => phone !== contact?.phone)
  const news = name === contact?.name ? null : name
  if (others.length === 0 && news === null) return null
  return html`<div class="suggestions">
    ${others.map(
      (phone) =>
        html`<p>
          ${icon('phone')}<span>${words.ui.saidPhone} <a href="tel:${phone}">${phoneText(phone)}</a></span>
        </p>`,
    )}
    ${news === null ? null : html`<p>${icon('person')}<span>${fill(words.ui.saidName, { name: news })}</span></p>`}
    <small>${words.ui.suggestions}</small>
  </div>`
}

function note(kind: 'withheld' | 'unread', name: Icon, words: string): SafeHtml {
  return html`<p class="${kind}">${icon(name)}${words}</p>`
}

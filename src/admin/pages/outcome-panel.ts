import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { mayGiveUp } from '../../domain/follow-up/closing.ts'
import { documentRuleFor } from '../../domain/follow-up/documenting.ts'
import { OUTCOME_RULES } from '../../domain/follow-up/outcomes.ts'
import type { Outcome, Queue, RecordedOutcome, Trigger } from '../../domain/follow-up/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { mayReadClinical, mayWork } from '../../domain/staff/roles.ts'
import { dueWords, localMinute, zoneName } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { closingWords, noteAsked, removeForm, reopenForm, type TypedRemoval } from './endings.ts'
import { icon } from './icons.ts'
import type { TypedRouting } from './routing-panel.ts'
import { seenOf } from './seen.ts'

/** What was typed into the form that could not be accepted, so that nobody types it twice. */
export type Typed = {
  readonly note: string
  readonly callbackAt: string
  /** into the forms that take it off the list, or put it on again */
  readonly ending?: TypedRemoval
  /** into the form that hands it back */
  readonly routing?: TypedRouting
}

type Given = { readonly typed: Typed; readonly policy: Policy }

/** The order of the buttons: what happens most stands first. Whether one needs a note or a time is read from its rule. */
const GROUPS = [
  { title: 'groupNotReached', outcomes: ['no-answer', 'left-voicemail', 'wrong-number'] },
  { title: 'groupReached', outcomes: ['reached-scheduled', 'reached-not-ready'] },
  {
    title: 'groupHandOver',
    outcomes: [
      'clinical-question',
      'needs-insurance-review',
      'needs-outside-document',
      'needs-language-support',
      'needs-telehealth-help',
      'incomplete-intake',
      'complaint',
    ],
  },
  { title: 'groupTime', outcomes: ['callback-requested'] },
  { title: 'groupClose', outcomes: ['resolved', 'patient-declined', 'unable-to-reach', 'opted-out'] },
] as const satisfies readonly { title: keyof Words['ui']; outcomes: readonly RecordedOutcome[] }[]

/** Beside the story: what the reader may do with the item now, or why not. */
export function outcomePanel(
  visit: StaffVisit,
  dossier: ReadableDossier,
  zone: string,
  given: Given,
): SafeHtml {
  const { item } = dossier
  const { typed } = given
  const queue = item.queue as Queue
  if (item.status === 'closed') return closed(visit, dossier, typed)
  if (!mayWork(visit.staff.roles, queue)) return locked(visit, dossier, queue, typed)
  return html`<section class="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">${visit.words.ui.record}</h2>
      ${taking(visit, dossier)} ${outcomeForm(visit, dossier, zone, given)}
    </section>
    ${removeForm(visit, dossier, { seen: seenOf(dossier), typed: typed.ending })}`
}

function outcomeForm(
  { words, now, staff }: StaffVisit,
  dossier: ReadableDossier,
  zone: string,
  { typed, policy }: Given,
): SafeHtml {
  const { item } = dossier
  const givesUp = mayGiveUp(item, mayReadClinical(staff.roles))
  const seen = seenOf(dossier)
  const button = (outcome: RecordedOutcome): SafeHtml => {
    const { next } = OUTCOME_RULES[outcome]
    const rule = documentRuleFor(policy, item.trigger as Trigger, outcome)
    const says = noteAsked(policy, item.trigger as Trigger, outcome, words)
    const tone = outcome === 'clinical-question' ? 'clinical' : 'plain'
    if (next === 'closed' || (rule && next.due !== 'agreed-time'))
      return html`<button
        id="outcome-${outcome}"
        class="choice choice-${tone}"
        name="outcome"
        value="${outcome}"
        formnovalidate
        data-needs="note"
        data-says="${says}"
      >
        ${tone === 'clinical' ? icon('clinical') : null}${words.outcomes[outcome]}
      </button>`
    // The only button that the time is for, so the only one for which the browser checks it.
    if (next.due === 'agreed-time')
      return html`<button
        id="outcome-${outcome}"
        class="choice"
        name="outcome"
        value="${outcome}"
        data-needs="callbackAt"
        data-says="${words.refusals['callback-time-required']}"
      >
        ${words.outcomes[outcome]}
      </button>`
    return html`<button
      id="outcome-${outcome}"
      class="choice choice-${tone}"
      name="outcome"
      value="${outcome}"
      formnovalidate
    >
      ${tone === 'clinical' ? icon('clinical') : null}${words.outcomes[outcome]}
    </button>`
  }
  const shown = (outcomes: readonly RecordedOutcome[]): readonly RecordedOutcome[] =>
    outcomes.filter((outcome) => outcome !== 'unable-to-reach' || givesUp)
  // Enter in a field presses a form's first button; this one does nothing, so that no outcome is recorded by accident.
  return html`<form method="post" action="/admin/follow-ups/${item.number}/outcomes" class="outcomes">
    <button disabled hidden></button>
    <input type="hidden" name="seen" value="${seen}" />
    ${noteField(words, typed)}
    ${GROUPS.map(
      ({ title, outcomes }) =>
        html`<fieldset class="group group-${title}">
          <legend>${words.ui[title]}</legend>
          ${title === 'groupTime' ? html`<div class="time-choice">${timeField(words, now, zone, typed)}${shown(outcomes).map(button)}</div>` : html`<div class="choices">${shown(outcomes).map(button)}</div>`}
        </fieldset>`,
    )}
    <button
      class="quiet"
      formaction="/admin/follow-ups/${item.number}/notes"
      formnovalidate
      data-needs="note"
      data-says="${words.refusals['note-required']}"
    >
      ${icon('note')}${words.ui.saveNote}
    </button>
  </form>`
}

function noteField(words: Words, typed: Typed): SafeHtml {
  return html`<label class="field"
    ><span>${words.ui.note}</span>
    <textarea name="note" rows="2" maxlength="2000" autocomplete="off" aria-describedby="note-hint">
${typed.note}</textarea>
    <small id="note-hint">${words.ui.noteHint}</small></label
  >`
}

function timeField(words: Words, now: Date, zone: string, typed: Typed): SafeHtml {
  return html`<label class="field"
    ><span>${fill(words.ui.callbackTime, { zone: zoneName(now, zone, words) })}</span>
    <input
      type="datetime-local"
      name="callbackAt"
      min="${localMinute(now, zone)}"
      value="${typed.callbackAt}"
  /></label>`
}

function taking({ words, now, staff }: StaffVisit, dossier: ReadableDossier): SafeHtml {
  const { item, ownerName } = dossier
  const seen = seenOf(dossier)
  const form = (action: string, label: string): SafeHtml =>
    html`<form method="post" action="/admin/follow-ups/${item.number}/${action}">
      <input type="hidden" name="seen" value="${seen}" />
      <button class="quiet">${label}</button>
    </form>`
  const held = item.ownerId !== null && (item.claimedUntil === null || item.claimedUntil > now)
  const acknowledge = item.queue === 'licensed' && item.ownerId !== staff.id
  if (held && item.ownerId === staff.id)
    return html`<div class="taking">
      ${icon('person')}
      <p>${words.ui.claimedByYou}</p>
      ${form('release', words.ui.release)}
    </div>`
  if (held)
    return html`<div class="taking taking-other">
      ${icon('person')}
      <p>${fill(words.ui.claimedBy, { name: ownerName ?? '' })}</p>
    </div>`
  return html`<div class="taking">
    ${icon('person')}
    <p>${words.owners[item.queue as Queue]}</p>
    ${acknowledge ? form('acknowledge', words.ui.acknowledge) : form('claim', words.ui.claim)}
  </div>`
}

/** An item that is not this reader's to work: its clock, the reason, and a way to pass on what a caller said. */
function locked({ words, now }: StaffVisit, { item }: ReadableDossier, queue: Queue, typed: Typed): SafeHtml {
  const clinical = queue === 'licensed'
  return html`<section class="panel panel-locked" aria-labelledby="panel-title">
    <h2 id="panel-title">
      ${icon(clinical ? 'clinical' : 'lock')}${clinical ? words.ui.lockedTitle : words.ui.managerLockedTitle}
    </h2>
    ${item.dueAt ? html`<p class="locked-clock" id="locked-clock">${dueWords(item.dueAt, now, words)}</p>` : null}
    <p>${clinical ? words.ui.lockedText : words.ui.managerLockedText}</p>
    ${noteForm(words, item.number, typed)}
  </section>`
}

function closed(visit: StaffVisit, dossier: ReadableDossier, typed: Typed): SafeHtml {
  const { words } = visit
  const { item } = dossier
  const outcome = words.outcomes[item.outcome as Outcome]
  const note = item.closingNote
  return html`<section class="panel panel-closed" aria-labelledby="panel-title">
    <h2 id="panel-title">${icon('check')}${fill(words.ui.closedTitle, { outcome })}</h2>
    ${typeof note === 'symbol' ? html`<p class="withheld">${icon('lock')}${words.ui.withheld}</p>` : html`<blockquote>${note === null ? null : closingWords(note, words)}</blockquote>`}
    <p>${words.ui.closedText}</p>
    ${reopenForm(visit, dossier, typed.ending)} ${noteForm(words, item.number, { note: '', callbackAt: '' })}
  </section>`
}

function noteForm(words: Words, number: number, typed: Typed): SafeHtml {
  return html`<form method="post" action="/admin/follow-ups/${number}/notes" class="note-form">
    <label class="field"
      ><span>${words.ui.note}</span>
      <textarea name="note" rows="3" maxlength="2000" required autocomplete="off">${typed.note}</textarea>
    </label>
    <button>${words.ui.saveNoteAlone}</button>
  </form>`
}

import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { isRouted } from '../../domain/follow-up/raising.ts'
import type { Queue, Urgency } from '../../domain/follow-up/words.ts'
import { mayReadClinical } from '../../domain/staff/roles.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { seenOf } from './seen.ts'

/* To licensed staff, which anybody may do in two clicks, and back, which only they may. Both work without scripts and by keyboard. */

/** What was typed into one of the forms when it was refused. */
export type TypedRouting = { readonly lower: string }

/** Null once there is nothing to raise or lower for this reader. */
export function routingPanel(
  visit: StaffVisit,
  dossier: ReadableDossier,
  typed: TypedRouting | undefined,
): SafeHtml | null {
  const { item } = dossier
  if (item.status === 'closed') return null
  const routed = isRouted({ queue: item.queue as Queue, urgency: item.urgency as Urgency })
  const lowers = routed && mayReadClinical(visit.staff.roles)
  // While those on call are alerted nobody needs to start it again; once somebody saw to it, it may have to be.
  const alerted = item.escalatedTo !== null || (item.escalateAt !== null && item.escalateAt <= visit.now)
  const sounds = item.urgency === 'urgent' && item.escalation !== null && alerted
  return html`${sounds ? null : raiseForm(visit, item.number, routed)}
  ${lowers ? lowerForm(visit, dossier, typed) : null} ${routed ? null : handedBack(visit, dossier)}`
}

function raiseForm({ words: { routing } }: StaffVisit, number: number, routed: boolean): SafeHtml {
  return html`<details class="panel panel-raise">
    <summary>${icon('clinical')}${routed ? routing.raiseMore : routing.raise}</summary>
    <p>${routing.raiseHint}</p>
    <form method="post" action="/admin/follow-ups/${number}/raise" class="note-form">
      <button disabled hidden></button>
      <div class="choices">
        <button class="choice choice-clinical" name="urgency" value="urgent">
          ${icon('urgent')}${routing.raiseUrgent}
        </button>
        ${
          routed
            ? null
            : html`<button class="choice choice-clinical" name="urgency" value="clinical">
                ${icon('clinical')}${routing.raiseClinical}
              </button>`
        }
      </div>
      <label class="field"
        ><span>${routing.raiseNote}</span>
        <textarea name="note" rows="2" maxlength="2000" autocomplete="off"></textarea>
      </label>
    </form>
  </details>`
}

/** It carries how much of what was said its reader had before them, so that nobody hands back what came since. */
function lowerForm(
  { words: { routing } }: StaffVisit,
  dossier: ReadableDossier,
  typed: TypedRouting | undefined,
): SafeHtml {
  const { item, history } = dossier
  return html`<details class="panel panel-raise" ${typed ? html`open` : null}>
    <summary>${icon('back')}${routing.lower}</summary>
    <p>${routing.lowerHint}</p>
    <form method="post" action="/admin/follow-ups/${item.number}/lower" class="note-form">
      <input type="hidden" name="seen" value="${seenOf(dossier)}" />
      <input type="hidden" name="read" value="${history.length}" />
      <label class="field"
        ><span>${routing.lowerReason}</span>
        <textarea name="reason" rows="2" maxlength="2000" required autocomplete="off">
${typed?.lower ?? ''}</textarea>
      </label>
      <button class="quiet">${routing.lower}</button>
    </form>
  </details>`
}

/** Why whoever works it now reads nothing of what came before. */
function handedBack({ words, staff }: StaffVisit, { history }: ReadableDossier): SafeHtml | null {
  if (mayReadClinical(staff.roles) || history.every(({ kind }) => kind !== 'routing-lowered')) return null
  return html`<p class="panel handed-back">${icon('clinical')}<span>${words.routing.handedBack}</span></p>`
}

/** What a line of the history says of a routing beyond that it happened; the words themselves stand there for licensed readers. */
export function routingLine(
  { kind, clinical }: { readonly kind: string; readonly clinical: unknown },
  { urgency, lexicon }: { readonly urgency?: string | undefined; readonly lexicon?: string | undefined },
  { routing, urgencies }: Words,
): SafeHtml | null {
  if (kind === 'routing-raised' && urgency !== undefined)
    return html`<p class="entry-note">${urgencies[urgency as Urgency]}</p>`
  if (kind === 'words-read-again' && lexicon !== undefined)
    return html`<p class="entry-note">${fill(routing.readBy, { version: lexicon })}</p>`
  if (kind === 'routing-lowered' && clinical === null)
    return html`<p class="withheld">${icon('lock')}${routing.reasonWithheld}</p>`
  return null
}

import { html, type SafeHtml } from '@remix-run/html-template'
import { z } from 'zod'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { mayRemove } from '../../domain/follow-up/closing.ts'
import { ALERT_FAILURES } from '../../domain/alerting/words.ts'
import { documentRuleFor } from '../../domain/follow-up/documenting.ts'
import type { EscalationTarget } from '../../domain/follow-up/item.ts'
import { OUTCOME_RULES } from '../../domain/follow-up/outcomes.ts'
import { STAFF_REMOVAL_REASONS, type RequestSource } from '../../domain/follow-up/request.ts'
import type { Heard, Outcome, Queue, Trigger, Urgency } from '../../domain/follow-up/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { mayReadClinical, mayWork } from '../../domain/staff/roles.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/* Off the active list without an attempt, and back on it. */

/** What was chosen and typed in a form that was refused. */
export type TypedRemoval = { readonly reason: string; readonly note: string }

/** Null for whoever may not take this item off the list. */
export function removeForm(
  { words, staff }: StaffVisit,
  { item }: ReadableDossier,
  given: { readonly seen: string; readonly typed: TypedRemoval | undefined },
): SafeHtml | null {
  const facts = {
    queue: item.queue as Queue,
    urgency: item.urgency as Urgency,
    heard: item.heard as Heard,
    sensitive: item.sensitive,
  }
  if (!mayRemove(facts, mayReadClinical(staff.roles))) return null
  const { workflow } = words
  const { typed } = given
  return html`<details class="panel panel-remove" ${typed ? html`open` : null}>
    <summary>${icon('stop')}${workflow.remove}</summary>
    <p>${workflow.removeHint}</p>
    <form method="post" action="/admin/follow-ups/${item.number}/remove" class="note-form">
      <input type="hidden" name="seen" value="${given.seen}" />
      <label class="field"
        ><span>${workflow.removeWhy}</span>
        <select name="reason" required>
          <option value="">${workflow.chooseReason}</option>
          ${STAFF_REMOVAL_REASONS.map((reason) => html`<option value="${reason}" ${reason === typed?.reason ? html`selected` : null}>${words.removalReasons[reason]}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${workflow.removeNote}</span>
        <textarea name="note" rows="2" maxlength="2000" required autocomplete="off">
${typed?.note ?? ''}</textarea>
      </label>
      <button class="quiet">${workflow.remove}</button>
    </form>
  </details>`
}

/** Null for whoever does not work the queue that it was closed in. */
export function reopenForm(
  { words, staff }: StaffVisit,
  { item }: ReadableDossier,
  typed: TypedRemoval | undefined,
): SafeHtml | null {
  if (!mayWork(staff.roles, item.queue as Queue)) return null
  return html`<form method="post" action="/admin/follow-ups/${item.number}/reopen" class="note-form">
    <label class="field"
      ><span>${words.workflow.reopenNote}</span>
      <textarea name="note" rows="2" maxlength="2000" required autocomplete="off">
${typed?.note ?? ''}</textarea>
    </label>
    <button class="quiet">${words.workflow.reopen}</button>
  </form>`
}

/** Why an outcome is not recorded without a note: what the practice wants to know with it, or how it ended. */
export function noteAsked(policy: Policy, trigger: Trigger, outcome: Outcome, words: Words): string {
  const rule = documentRuleFor(policy, trigger, outcome)
  if (!rule) return words.refusals['note-required']
  const { closingNoteAsked, noteAsked: asked } = words.workflow
  const closes = OUTCOME_RULES[outcome].next === 'closed'
  return fill(closes ? closingNoteAsked : asked, { what: rule.what[words.language] })
}

/** A closing note as a person wrote it, or the words for one that no person wrote. */
export function closingWords(note: string, words: Words): string {
  return note === 'import-undone' ? words.removalReasons[note] : note
}

const DETAIL = z.object({
  reason: z.string().optional(),
  to: z.string().optional(),
  who: z.string().optional(),
  source: z.string().optional(),
  trigger: z.string().optional(),
})

/** What the history says of a removal, of the ladder and of a request beyond what happened; null: nothing. */
export function workflowNote(kind: string, detail: unknown, words: Words): string | null {
  const { reason, to, who, source, trigger } = DETAIL.parse(detail)
  if (kind === 'removed' && reason !== undefined)
    return words.removalReasons[reason as keyof Words['removalReasons']]
  if (kind.startsWith('alert-')) return alertNote(detail, words)
  if ((kind === 'target-missed' || kind === 'on-call-alerted') && to !== undefined) {
    const target = words.escalationTargets[to as EscalationTarget]
    return fill(words.workflow.toldTo, { who: who === undefined ? target : `${who} (${target})` })
  }
  if (kind === 'request-received' && source !== undefined && trigger !== undefined) {
    const from = fill(words.workflow.needFrom, { source: words.requestSources[source as RequestSource] })
    return `${words.triggers[trigger as Trigger]} · ${from}`
  }
  return null
}

const ALERT_DETAIL = z.object({
  who: z.string().optional(),
  means: z.enum(['call', 'text', 'key', 'code']),
  why: z.enum(ALERT_FAILURES).optional(),
  minutes: z.number().optional(),
})

/** Whom an alert reached or did not reach, and how soon somebody had it. */
function alertNote(detail: unknown, words: Words): string {
  const { who: name, means, why, minutes } = ALERT_DETAIL.parse(detail)
  const who = name ?? words.escalationTargets['on-call']
  const { alertFailed, alertTaken, alertMinutes } = words.workflow
  if (means === 'key' || means === 'code') {
    const soon = minutes === undefined ? '' : ` · ${fill(alertMinutes, { minutes: String(minutes) })}`
    return fill(alertTaken, { who, how: words.acknowledgedBy[means] }) + soon
  }
  const reason = why === undefined ? '' : words.alertFailures[why]
  return fill(alertFailed, { who, means: words.alertMeans[means], why: reason })
}

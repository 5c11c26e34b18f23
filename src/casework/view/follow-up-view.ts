import type { Outcome, Queue, Status, Trigger, Urgency, Heard } from '../../domain/follow-up/words.ts'
import type { Escalation, LastAction, NextAction } from '../../domain/follow-up/item.ts'
import type { BoardRow } from './board.ts'
import type { ReadableDossier } from './redaction.ts'

/** A follow-up item as other programs see it. Instants are ISO 8601 in UTC. */
export type FollowUpView = {
  readonly id: string
  readonly number: number
  readonly clinic: string
  readonly line: string
  readonly trigger: Trigger
  readonly status: Status
  readonly queue: Queue
  readonly urgency: Urgency
  readonly reason: string
  /** null: the caller withheld the number */
  /** `phone` is null for a caller who withheld the number */
  readonly contact: { readonly phone: string | null; readonly name: string | null; readonly language: string }
  /** the name of the person who took it; otherwise the queue, which owns it */
  readonly owner: string
  readonly receivedAt: string
  readonly dueAt: string | null
  readonly nextAction: NextAction | null
  readonly lastAction: LastAction
  readonly attempts: number
  readonly repeatContacts: number
  readonly heard: Heard
  readonly escalation: { readonly at: string; readonly why: Escalation } | null
  readonly outcome: Outcome | null
  readonly closedAt: string | null
}

export type HistoryView = {
  readonly at: string
  readonly kind: LastAction
  readonly actor: string
  readonly detail: unknown
  /** what was said and which words matched; present for licensed readers only */
  readonly clinical?: unknown
}

/** An item with its history, in the words that its reader may read. */
export function followUpView(
  dossier: ReadableDossier,
): FollowUpView & { readonly history: readonly HistoryView[] } {
  const { item, contact, ownerName } = dossier
  const { phone = null, name = null, restUntil = null } = contact ?? {}
  const row = { ...item, phone, name, restUntil, ownerName } as BoardRow
  return {
    ...rowView(row),
    history: dossier.history.map((entry) => ({
      at: entry.at.toISOString(),
      kind: entry.kind as LastAction,
      actor: entry.actor,
      detail: entry.detail,
      ...(entry.clinical === null ? {} : { clinical: entry.clinical }),
    })),
  }
}

/** An item as a list shows it: nothing in it is clinical text, so it is the same for every reader. */
export function rowView(row: BoardRow): FollowUpView {
  return {
    id: row.id,
    number: row.number,
    clinic: row.clinicId,
    line: row.lineId,
    trigger: row.trigger,
    status: row.status,
    queue: row.queue,
    urgency: row.urgency,
    reason: row.reason,
    contact: { phone: row.phone, name: row.name, language: row.language },
    owner: row.ownerName ?? row.queue,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    nextAction: row.nextAction,
    lastAction: row.lastAction,
    attempts: row.attempts,
    repeatContacts: row.repeatContacts,
    heard: row.heard,
    escalation:
      row.escalatedAt && row.escalation ? { at: row.escalatedAt.toISOString(), why: row.escalation } : null,
    outcome: row.outcome,
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}

import { mayRemove } from '../domain/follow-up/closing.ts'
import type { StaffRemovalReason } from '../domain/follow-up/request.ts'
import { mayReadClinical, type Actor } from '../domain/staff/roles.ts'
import type { Casework } from './casework.ts'
import { openItemsOf } from './item-store.ts'
import { act, changedSince, readNote, type ActionResult } from './staff-actions.ts'

/**
 * Takes an item off the active list without an attempt, for a reason and with a note.
 * @param order.seen what `seenState` said when the person looked; another state now refuses it.
 */
export function removeItem(
  deps: Casework,
  actor: Actor,
  order: { number: number; reason: StaffRemovalReason; note: string; seen?: string },
): Promise<ActionResult> {
  const note = order.note.trim()
  const licensed = mayReadClinical(actor.roles)
  return act(deps, actor, order.number, 'removed', async (desk, item) => {
    if (await changedSince(desk, item, order.seen)) return 'changed-meanwhile'
    if (item.status === 'closed') return 'closed-already'
    if (!mayRemove(item, licensed)) return 'licensed-decides'
    if (note === '') return 'note-required'
    const reading = readNote(deps, item, note)
    const { reason } = order
    await desk.apply(item, { type: 'removed', at: desk.at, by: actor.id, reason, note, licensed, reading })
    return null
  })
}

/** Opens a closed item again with its whole history. Refused while the person has another open item: they are one conversation. */
export function reopenItem(
  deps: Casework,
  actor: Actor,
  order: { number: number; note: string },
): Promise<ActionResult> {
  const note = order.note.trim()
  const licensed = mayReadClinical(actor.roles)
  return act(deps, actor, order.number, 'reopened', async (desk, item) => {
    if (note === '') return 'note-required'
    if (desk.contact && (await openItemsOf(desk.tx, desk.contact.id, item.clinicId)).length > 0)
      return 'has-open-item'
    const reading = readNote(deps, item, note)
    await desk.apply(item, { type: 'reopened', at: desk.at, by: actor.id, note, licensed, reading })
    return null
  })
}

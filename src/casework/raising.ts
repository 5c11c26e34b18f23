import { isRouted } from '../domain/follow-up/raising.ts'
import type { Urgency } from '../domain/follow-up/words.ts'
import { mayReadClinical, type Actor } from '../domain/staff/roles.ts'
import type { Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { act, changedSince, readNote, type ActionResult } from './staff-actions.ts'

/**
 * Hands an item to licensed staff, whoever works it now: anybody who thinks that something is clinical or cannot wait may, and must not be
 * stopped by whose it is or what changed meanwhile.
 * @param order.note what the person heard or saw; empty: nothing to add.
 */
export function raiseItem(
  deps: Casework,
  actor: Actor,
  order: { readonly number: number; readonly urgency: Exclude<Urgency, 'routine'>; readonly note: string },
): Promise<ActionResult> {
  const note = order.note.trim()
  const licensed = mayReadClinical(actor.roles)
  return act<never>(deps, actor, order.number, 'routing-raised', async (desk, item) => {
    const reading = readNote(deps, item, note)
    const { urgency } = order
    await desk.apply(item, {
      type: 'routing-raised',
      at: desk.at,
      by: actor.id,
      urgency,
      note,
      licensed,
      reading,
    })
    return null
  })
}

/**
 * Hands an item of the clinical team back to the queue of its workflow. Whose item that is, only licensed staff act on: `act` sees to it.
 * @param order.read how many lines of its history the person had before them: words that came since are judged by nobody, so that they
 *   refuse it.
 * @param order.seen what `seenState` said when the person looked; another state now refuses it.
 */
export function lowerItem(
  deps: Casework,
  actor: Actor,
  order: {
    readonly number: number
    readonly reason: string
    readonly read: number
    readonly seen?: string
  },
): Promise<ActionResult> {
  const reason = order.reason.trim()
  return act(deps, actor, order.number, 'routing-lowered', async (desk, item) => {
    if (!isRouted(item) || (await changedSince(desk, item, order.seen))) return 'changed-meanwhile'
    if (await wordsCameAfter(desk.tx, item.id, order.read)) return 'changed-meanwhile'
    if (reason === '') return 'note-required'
    await desk.apply(item, { type: 'routing-lowered', at: desk.at, by: actor.id, reason })
    return null
  })
}

/** Whether an item's history has words for licensed staff beyond its first lines. Lines are only ever added. */
async function wordsCameAfter(tx: Tx, followUpId: string, lines: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ came: boolean }[]>`
    SELECT count(clinical) > 0 AS came FROM (
      SELECT clinical FROM history WHERE follow_up_id = ${followUpId}::uuid ORDER BY id OFFSET ${lines}) AS later`
  return row?.came ?? false
}

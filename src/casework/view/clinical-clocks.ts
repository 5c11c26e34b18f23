import type { LastAction } from '../../domain/follow-up/item.ts'
import type { Db } from '../../platform/db.ts'
import { namesOf } from './names.ts'

/** Since when an item is with licensed staff, and who of them said that they have it. */
export type ClinicalClock = {
  readonly since: Date
  /** null: nobody yet, or something came since that they have not seen. `by`: a name; `on-call` for somebody of the list without one */
  readonly acknowledged: { readonly at: Date; readonly by: string } | null
}

/** What brings an item to licensed staff. */
const BRINGS = [
  'routed-to-clinical',
  'handed-over',
  'transcription-failed',
  'transcript-overdue',
] as const satisfies readonly LastAction[]
/** By what somebody says that they have it. */
const TAKES_ON = [
  'acknowledged',
  'alert-acknowledged',
  'outcome-recorded',
] as const satisfies readonly LastAction[]

/** The clocks of items in the licensed queue, by id. An item that its workflow put there is with them since it came in. */
export async function readClinicalClocks(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClinicalClock>> {
  const rows = await db.$queryRaw<
    { id: string; since: Date; acknowledgedAt: Date | null; actor: string | null }[]
  >`
    SELECT f.id, coalesce(brought.since, f.received_at) AS since, taken.at AS "acknowledgedAt", taken.actor
    FROM follow_up f
    CROSS JOIN LATERAL (
      SELECT coalesce(max(id), 0) AS id FROM history WHERE follow_up_id = f.id AND kind = 'routing-lowered') AS lowered
    CROSS JOIN LATERAL (
      SELECT min(at) AS since, max(id) AS last FROM history
      WHERE follow_up_id = f.id AND kind = ANY (${[...BRINGS]}) AND history.id > lowered.id) AS brought
    LEFT JOIN LATERAL (
      SELECT at, coalesce(detail ->> 'who', actor) AS actor FROM history
      WHERE follow_up_id = f.id AND kind = ANY (${[...TAKES_ON]}) AND id > coalesce(brought.last, lowered.id)
      ORDER BY id DESC LIMIT 1) AS taken ON true
    WHERE f.id = ANY (${[...ids]}::uuid[])`
  const names = await namesOf(
    db,
    rows.map(({ actor }) => actor),
  )
  return new Map(
    rows.map(({ id, since, acknowledgedAt, actor }) => [
      id,
      {
        since,
        acknowledged: acknowledgedAt && { at: acknowledgedAt, by: names.get(actor ?? '') ?? actor ?? '' },
      },
    ]),
  )
}

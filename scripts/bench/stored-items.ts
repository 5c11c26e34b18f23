import pg from 'pg'
import type { Db } from '../../src/platform/db.ts'

/*
 * A practice of years, made inside the database: nine of ten items are closed, the rest is open and not due. Each has its contact, a call,
 * a text that arrived and three lines of history.
 */

/** Open items may be made due and put back; the closed ones only lie there. */
const OPEN_OF_TEN = 1

/** Writes so many items into an empty database, all of one line. Minutes of work, so on a connection that no pool gives up. */
export async function storeItems(
  url: string,
  given: { readonly items: number; readonly clinicId: string; readonly lineId: string; readonly now: Date },
): Promise<void> {
  const { items, clinicId, lineId } = given
  const each = `generate_series(1, ${String(items)}) n`
  const now = `timestamptz '${given.now.toISOString()}'`
  /** spread over the three years before */
  const received = `${now} - n % 1576800 * interval '1 minute' - interval '1 day'`
  const open = `n % 10 < ${String(OPEN_OF_TEN)}`
  const orNull = (value: string): string => `CASE WHEN ${open} THEN ${value} END`
  const closed = (value: string): string => `CASE WHEN NOT (${open}) THEN ${value} END`
  /** within the next three months, so that nothing is due */
  const coming = `${now} + interval '7 days' + n % 129600 * interval '1 minute'`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Otherwise each foreign key is looked up row by row.
    await client.query('SET session_replication_role = replica')
    await client.query(`
      INSERT INTO contact (id, phone, created_at)
      SELECT ${idOf('c')}, '+1' || (2000000000 + n), ${received} FROM ${each}`)
    await client.query(
      `INSERT INTO follow_up (id, clinic_id, line_id, contact_id, trigger, status, queue, urgency, heard, reason, language,
        received_at, due_at, next_action, last_action, last_action_at, attempts, cadence_step, next_touch_at, cadence_ended,
        escalate_at, outcome, closing_note, closed_at, policy_version)
      SELECT ${idOf('f')}, $1, $2, ${idOf('c')}, 'recall-due', CASE WHEN ${open} THEN 'callback-needed' ELSE 'closed' END,
        'assistant', 'routine', 'nothing-to-hear', 'recall-due', 'en', ${received}, ${orNull(coming)}, ${orNull("'call'")},
        'request-received', ${received}, 0, 0, ${orNull(coming)}, ${closed("'closed'")}, ${orNull(coming)},
        ${closed("'resolved'")}, ${closed("'done'")}, ${closed(received)}, 'bench' FROM ${each}`,
      [clinicId, lineId],
    )
    await client.query(`
      INSERT INTO history (follow_up_id, at, kind, actor)
      SELECT ${idOf('f')}, ${received}, kind, 'system'
      FROM ${each}, unnest(ARRAY['request-received', 'text-planned', 'text-sent']) kind`)
    await client.query(
      `INSERT INTO call (sid, clinic_id, line_id, contact_id, follow_up_id, direction, state, language, open_hours, started_at,
        ended_at)
      SELECT 'CA' || n, $1, $2, ${idOf('c')}, ${idOf('f')}, 'inbound', 'missed', 'en', true, ${received}, ${received}
      FROM ${each}`,
      [clinicId, lineId],
    )
    await client.query(
      `INSERT INTO message (id, direction, state, sid, clinic_id, line_id, contact_id, follow_up_id, phone, step, body, created_at,
        claimed_at, verdict)
      SELECT ${idOf('d')}, 'out', 'delivered', 'SM' || n, $1, $2, ${idOf('c')}, ${idOf('f')}, '+1' || (2000000000 + n), 'text',
        'a text', ${received}, ${received}, '{"type":"go"}' FROM ${each}`,
      [clinicId, lineId],
    )
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

/** What makes an item due, as many of each. */
const KINDS_DUE = ['next_touch_at', 'escalate_at', 'claimed_until', 'reply_by'] as const

/**
 * Makes so many open items due in the minute before `now`, other ones each round, as many by each of the four clocks that an item has.
 * @param due must be a multiple of four.
 */
export async function makeDue(
  db: Db,
  given: { readonly items: number; readonly due: number; readonly round: number; readonly now: Date },
): Promise<void> {
  const { items, due, round, now } = given
  const open = items / 10
  const before = new Date(now.getTime() - 60_000)
  for (const [kind, column] of KINDS_DUE.entries()) {
    const chosen = Array.from({ length: due / KINDS_DUE.length }, (_, index) => {
      const nth = (round * due + index * KINDS_DUE.length + kind) % open
      // Spread over the whole table, as what is due in a minute is.
      return 10 * (1 + ((nth * 7919) % open))
    })
    const owner = column === 'claimed_until' ? `, owner_id = 'bench'` : ''
    await db.$executeRawUnsafe(
      `UPDATE follow_up SET ${column} = $1${owner} FROM unnest($2::int[]) n WHERE id = ${idOf('f')}`,
      before,
      chosen,
    )
  }
}

/** The n-th id of its kind; `n` is the column of the surrounding statement. */
function idOf(kind: 'c' | 'd' | 'f'): string {
  return `md5('${kind}' || n)::uuid`
}

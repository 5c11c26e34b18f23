import type { Casework } from '../casework.ts'

/** A tick comes every minute; after this long at least two were missed. */
const TICK_IS_LATE_MS = 3 * 60_000

/** When the clock work last ran, in whichever process, and whether that is too long ago. */
export type Heartbeat =
  | { readonly state: 'ok' | 'late'; readonly at: Date; readonly ageMs: number }
  | { readonly state: 'never'; readonly at: null; readonly ageMs: null }

/** By the product's clock; where that one runs faster, so many minutes of it pass in a real one. */
export async function readHeartbeat({ db, clock }: Pick<Casework, 'db' | 'clock'>): Promise<Heartbeat> {
  const heartbeat = await db.heartbeat.findUnique({ where: { name: 'tick' }, select: { at: true } })
  if (!heartbeat) return { state: 'never', at: null, ageMs: null }
  const speed = Math.max(1, clock.control?.state().speed ?? 1)
  const ageMs = clock.now().getTime() - heartbeat.at.getTime()
  return { state: ageMs < TICK_IS_LATE_MS * speed ? 'ok' : 'late', at: heartbeat.at, ageMs }
}

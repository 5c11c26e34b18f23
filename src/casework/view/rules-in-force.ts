import type { Db } from '../../platform/db.ts'

/** When a version of a practice's rules was read for the first time, and when for the last. */
export type VersionTimes = { readonly since: Date; readonly read: Date }

/** @returns by version; a version that is not on record is not in it. */
export async function readVersionTimes(
  db: Db,
  versions: readonly string[],
): Promise<ReadonlyMap<string, VersionTimes>> {
  const rows = await db.policyVersion.findMany({
    where: { id: { in: [...versions] } },
    select: { id: true, loadedAt: true, lastLoadedAt: true },
  })
  return new Map(rows.map(({ id, loadedAt, lastLoadedAt }) => [id, { since: loadedAt, read: lastLoadedAt }]))
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '../platform/db.ts'

/**
 * What a key may be used for. `intake` hands in requests and reads none; the others read items as staff of that name do.
 * The table api_key has a CHECK with the same words.
 */
export const SCOPES = ['intake', 'assistant', 'licensed', 'manager'] as const
export type Scope = (typeof SCOPES)[number]

/** The program behind a key. */
export type KeyHolder = {
  readonly id: string
  readonly scopes: readonly Scope[]
  /** empty: all clinics of this installation */
  readonly clinics: readonly string[]
}

const PREFIX = 'rbk_'
const KEY_BYTES = 32

/**
 * Makes a key for another program. Only its SHA-256 is kept, so the returned key cannot be shown again. A plain hash will
 * do where a password needs a slow one: nobody can guess 32 random bytes.
 * @param order.key a key that was chosen elsewhere. It is created once; when it is there already, also as a revoked one,
 *   nothing changes.
 */
export async function createApiKey(
  db: Db,
  order: {
    readonly name: string
    readonly scopes: readonly Scope[]
    readonly clinics: readonly string[]
    readonly at: Date
    readonly key?: string
  },
): Promise<{ readonly id: string; readonly key: string }> {
  const key = order.key ?? PREFIX + randomBytes(KEY_BYTES).toString('base64url')
  const hash = hashOf(key)
  await db.apiKey.createMany({
    data: [
      {
        id: randomUUID(),
        name: order.name,
        hash,
        scopes: [...order.scopes],
        clinics: [...order.clinics],
        createdAt: order.at,
      },
    ],
    skipDuplicates: true,
  })
  const { id } = await db.apiKey.findUniqueOrThrow({ where: { hash }, select: { id: true } })
  return { id, key }
}

/**
 * Whose key this is; null for an unknown or revoked one. The comparison is the database's and takes no constant time: it
 * compares hashes, and how far a hash agrees helps nobody to find a key with that hash.
 */
export async function findKey(db: Db, presented: string): Promise<KeyHolder | null> {
  const row = await db.apiKey.findUnique({ where: { hash: hashOf(presented) } })
  if (row?.revokedAt !== null) return null
  return { id: row.id, scopes: scopesOf(row), clinics: row.clinics }
}

/** A key as operators see it; the key itself is known to its holder alone. */
type ListedKey = KeyHolder & {
  readonly name: string
  readonly createdAt: Date
  /** null: it is valid */
  readonly revokedAt: Date | null
}

/** All keys, the oldest first. */
export async function listApiKeys(db: Db): Promise<ListedKey[]> {
  const rows = await db.apiKey.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { hash: true },
  })
  return rows.map((row) => ({ ...row, scopes: scopesOf(row) }))
}

/** The table's CHECK holds the words. */
function scopesOf({ scopes }: { readonly scopes: readonly string[] }): Scope[] {
  return SCOPES.filter((scope) => scopes.includes(scope))
}

/** Ends a key for good. @returns false when there is none with this id, or it was ended before. */
export async function revokeApiKey(
  db: Db,
  order: { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await db.apiKey.updateMany({
    where: { id: order.id, revokedAt: null },
    data: { revokedAt: order.at },
  })
  return count === 1
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

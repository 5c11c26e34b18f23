import { z } from 'zod'
import type { Db } from '../../platform/db.ts'

const KEY = 'key:'

/** The names of those who acted, by their ids: people with accounts, and programs as "key:" and an API key's id. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  const keys = asked.filter((id) => id.startsWith(KEY)).map((id) => id.slice(KEY.length))
  const named = { select: { id: true, name: true } } as const
  const [staff, programs] = await Promise.all([
    asked.length === 0 ? [] : db.staff.findMany({ where: { id: { in: asked } }, ...named }),
    keys.length === 0 ? [] : db.apiKey.findMany({ where: { id: { in: keys.filter(isUuid) } }, ...named }),
  ])
  return new Map([
    ...staff.map(({ id, name }): [string, string] => [id, name]),
    ...programs.map(({ id, name }): [string, string] => [`${KEY}${id}`, name]),
  ])
}

function isUuid(id: string): boolean {
  return z.uuid().safeParse(id).success
}

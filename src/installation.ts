import { randomBytes } from 'node:crypto'
import { createApiKey } from './api/keys.ts'
import type { Accounts } from './platform/accounts.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'

/** The secret that signs session cookies: made once, the same in every process on this database. */
export async function sessionSecret(db: Db): Promise<string> {
  await db.installation.createMany({
    data: [{ id: 1, sessionSecret: randomBytes(32).toString('base64url') }],
    skipDuplicates: true,
  })
  return (await db.installation.findUniqueOrThrow({ where: { id: 1 } })).sessionSecret
}

/** The account that calls and texts in the sandbox belong to; the token that signs its webhooks is new at every start. */
export const SANDBOX_ACCOUNT = `AC${'5a'.repeat(16)}`

const EXAMPLE_ADMIN = 'admin@example.com'

/**
 * Makes the accounts without which nobody could begin, once each: the configured admin and API key, or in the sandbox an example
 * admin.
 * @returns the address of the sandbox's example admin, to print a sign-in link for; null with a configured admin or a real carrier.
 */
export async function bootstrap(deps: {
  db: Db
  accounts: Accounts
  config: Config
  now: Date
}): Promise<string | null> {
  const { db, accounts, config, now } = deps
  const { bootstrapAdmin, bootstrapApiKey } = config.secrets
  if (bootstrapApiKey) {
    await createApiKey(db, {
      name: 'bootstrap',
      scopes: ['intake', 'assistant', 'licensed', 'manager'],
      clinics: [],
      at: now,
      key: bootstrapApiKey,
    })
  }
  if (bootstrapAdmin) {
    await createOnce(deps, { ...bootstrapAdmin, name: 'Administrator' })
    return null
  }
  if (config.mode !== 'sandbox') return null
  await createOnce({ db, accounts }, { email: EXAMPLE_ADMIN, name: 'Ana Example' })
  return EXAMPLE_ADMIN
}

async function createOnce(
  { db, accounts }: { db: Db; accounts: Accounts },
  person: { email: string; name: string; password?: string },
): Promise<void> {
  const known = await db.staff.findUnique({
    where: { email: person.email.toLowerCase() },
    select: { id: true },
  })
  // Somebody who tries the product alone has to be able to see every queue.
  if (known) return
  try {
    const roles = ['assistant', 'licensed', 'manager', 'admin']
    await accounts.createStaff({ ...person, roles, clinics: [] })
  } catch (error) {
    // Another process of the same first start was faster.
    const there = await db.staff.count({ where: { email: person.email.toLowerCase() } })
    if (there === 0) throw error
  }
}

import { staffReader, type Reader } from '../../src/casework/view/dossier.ts'
import type { Db } from '../../src/platform/db.ts'
import type { Actor, Role } from '../../src/domain/staff/roles.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'

export type Colleague = { readonly actor: Actor; readonly reader: Reader }

/** Somebody who works at every practice of the installation, as who acts and as who reads. */
export async function employ(db: Db, name: string, role: Role): Promise<Colleague> {
  const actor = { id: name.toLowerCase(), name, roles: [role], clinics: [] }
  await db.staff.create({
    data: {
      ...actor,
      ...{ email: `${actor.id}@example.com`, emailVerified: true },
      ...{ createdAt: WEDNESDAY_9, updatedAt: WEDNESDAY_9 },
    },
  })
  return { actor, reader: staffReader(actor) }
}

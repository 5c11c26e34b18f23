import type { Need } from '../../domain/follow-up/request.ts'
import { worksFor } from '../../domain/staff/roles.ts'
import type { Db } from '../../platform/db.ts'

/** The names of a practice's staff, by everything that names one of them without doubt, in small letters. */
export type StaffNames = ReadonlyMap<string, string>

/** Who may be named as responsible: everybody who works for the practice now. A name that two of them have names neither. */
export async function staffOf(db: Db, clinicId: string): Promise<StaffNames> {
  const all = await db.staff.findMany({
    where: { active: true },
    select: { name: true, email: true, clinics: true },
  })
  const own = all.filter((member) => worksFor(member, clinicId))
  const byName = Map.groupBy(own, ({ name }) => name.toLowerCase())
  return new Map([
    ...own.map(({ name, email }) => [email.toLowerCase(), name] as const),
    ...[...byName].flatMap(([key, [first, ...others]]) =>
      first && others.length === 0 ? [[key, first.name] as const] : [],
    ),
  ])
}

/** Whom a list names as responsible: a staff member by the name that colleagues know, anybody else as the list writes it. */
export function responsibleOf({ responsible }: Need, staff: StaffNames): string | null {
  if (responsible === undefined || responsible === null) return null
  return staff.get(responsible.toLowerCase()) ?? responsible
}

import { Prisma } from '../../../prisma/generated/client.ts'
import type { Db } from '../../platform/db.ts'
import { readCaller, phoneOf } from '../../domain/calling/caller.ts'
import type { Reader } from './dossier.ts'

/** Somebody that a search found. */
export type FoundContact = {
  readonly phone: string
  readonly name: string | null
  readonly shared: boolean
  readonly noCalls: boolean
  /** of the reader's practices, the newest */
  readonly latestItem: number | null
}

/** More than these make a search too wide to be read. */
export const MOST_FOUND = 25

/**
 * The contacts that a person may mean: by item number ("4711", "#4711"), by the whole phone number as people write it or its last four
 * digits or more, or by part of a name. Whoever works for some practices only finds others' contacts by the whole number alone.
 */
export async function findContacts(db: Db, reader: Reader, asked: string): Promise<readonly FoundContact[]> {
  const condition = conditionOf(asked.trim(), reader)
  if (!condition) return []
  const ours =
    reader.clinics.length > 0
      ? Prisma.sql`and f.clinic_id in (${Prisma.join([...reader.clinics])})`
      : Prisma.empty
  return db.$queryRaw<FoundContact[]>`
    select c.phone, c.name, c.shared, c.no_calls as "noCalls",
      (select max(f.number) from follow_up f where f.contact_id = c.id ${ours}) as "latestItem"
    from contact c where ${condition}
    order by "latestItem" desc nulls last, c.phone limit ${MOST_FOUND}`
}

function conditionOf(asked: string, reader: Reader): Prisma.Sql | null {
  const digits = asked.replaceAll(/\D/g, '')
  const isNumber = /^[+#\d\s().-]+$/.test(asked) && digits !== ''
  const ours = ownItem(reader)
  if (!isNumber) return asked.length < 2 ? null : Prisma.sql`c.name ilike ${`%${escaped(asked)}%`} ${ours}`
  const phone = digits.length < 7 ? null : phoneOf(readCaller(asWritten(asked, digits)))
  if (phone !== null) return Prisma.sql`c.phone = ${phone}`
  if (asked.startsWith('#') || digits.length < 4) return itemIs(digits, reader)
  const byEnd = Prisma.sql`(c.phone like ${`%${digits}`} ${ours})`
  return digits.length > 9 ? byEnd : Prisma.sql`(${byEnd} or ${itemIs(digits, reader)})`
}

/** A number of ten digits is one of the practice's own country. */
function asWritten(asked: string, digits: string): string {
  if (asked.startsWith('+')) return `+${digits}`
  return digits.length === 10 ? `+1${digits}` : `+${digits}`
}

function itemIs(digits: string, reader: Reader): Prisma.Sql {
  const number = Number(digits)
  if (number > 2_147_483_647) return Prisma.sql`false`
  return Prisma.sql`exists (select 1 from follow_up f where f.contact_id = c.id and f.number = ${number} ${inClinics(reader)})`
}

function ownItem(reader: Reader): Prisma.Sql {
  if (reader.clinics.length === 0) return Prisma.empty
  return Prisma.sql`and exists (select 1 from follow_up f where f.contact_id = c.id ${inClinics(reader)})`
}

function inClinics({ clinics }: Reader): Prisma.Sql {
  return clinics.length === 0 ? Prisma.empty : Prisma.sql`and f.clinic_id in (${Prisma.join([...clinics])})`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

import { Prisma } from '../../prisma/generated/client.ts'
import type { Db } from '../platform/db.ts'

/** What somebody saw or did (45 CFR 164.312(b)). */
export type AuditLine = {
  readonly id: bigint
  readonly at: Date
  /** a staff id, "key:" and an API key's id, "command" or "system" */
  readonly actor: string
  readonly action: string
  /** what kind of thing and its id, never a name or a number */
  readonly subject: string
  readonly detail: Prisma.JsonValue
}

export type AuditFilter = {
  readonly subject?: string
  readonly actor?: string
  readonly action?: string
  /** from then on */
  readonly since?: Date
  /** before then */
  readonly until?: Date
}

/**
 * One page of the audit, newest first. Who may see some practices only sees what is about their items, calls, lists and the people on
 * these; what is about the installation as a whole is for those who may see all.
 * @param reader.clinics empty: all.
 * @param page.before the id of the last line of the page before.
 */
export async function readAuditTrail(
  db: Db,
  reader: { readonly clinics: readonly string[] },
  filter: AuditFilter,
  page: { readonly limit: number; readonly before: bigint | null },
): Promise<{ readonly items: readonly AuditLine[]; readonly next: bigint | null }> {
  const { subject, actor, action, since, until } = filter
  const conditions = [
    Prisma.sql`true`,
    ...(page.before === null ? [] : [Prisma.sql`a.id < ${page.before}`]),
    ...(subject === undefined ? [] : [Prisma.sql`a.subject = ${subject}`]),
    ...(actor === undefined ? [] : [Prisma.sql`a.actor = ${actor}`]),
    ...(action === undefined ? [] : [Prisma.sql`a.action = ${action}`]),
    ...(since === undefined ? [] : [Prisma.sql`a.at >= ${since}`]),
    ...(until === undefined ? [] : [Prisma.sql`a.at < ${until}`]),
    ...(reader.clinics.length === 0 ? [] : [isOf(reader.clinics)]),
  ]
  const rows = await db.$queryRaw<AuditLine[]>`
    SELECT a.id, a.at, a.actor, a.action, a.subject, a.detail FROM audit a
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY a.id DESC LIMIT ${page.limit + 1}`
  const items = rows.slice(0, page.limit)
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}

/**
 * Whether a line is about something of these practices. CASE keeps ids that are none from being read as such. Open and closed items of a
 * contact are asked for apart, each in the words of its index.
 */
function isOf(clinics: readonly string[]): Prisma.Sql {
  const theirs = Prisma.join([...clinics])
  const id = Prisma.sql`split_part(a.subject, ':', 2)`
  return Prisma.sql`CASE
    WHEN a.subject ~ '^follow-up:[0-9a-f-]{36}$' THEN EXISTS
      (SELECT 1 FROM follow_up f WHERE f.id = ${id}::uuid AND f.clinic_id IN (${theirs}))
    WHEN a.subject ~ '^contact:[0-9a-f-]{36}$' THEN EXISTS
      (SELECT 1 FROM follow_up f WHERE f.contact_id = ${id}::uuid AND f.clinic_id IN (${theirs}) AND f.status <> 'closed')
      OR EXISTS
      (SELECT 1 FROM follow_up f WHERE f.contact_id = ${id}::uuid AND f.clinic_id IN (${theirs}) AND f.status = 'closed')
    WHEN a.subject ~ '^import:[0-9a-f-]{36}$' THEN EXISTS
      (SELECT 1 FROM import i WHERE i.id = ${id}::uuid AND i.clinic_id IN (${theirs}))
    WHEN a.subject LIKE 'call:%' THEN EXISTS
      (SELECT 1 FROM call c WHERE c.sid = ${id} AND c.clinic_id IN (${theirs}))
    WHEN a.subject LIKE 'message:%' THEN EXISTS
      (SELECT 1 FROM message m WHERE m.sid = split_part(${id}, '/', 1) AND m.clinic_id IN (${theirs}))
    ELSE false END`
}

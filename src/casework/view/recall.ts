import { Prisma } from '../../../prisma/generated/client.ts'
import type { NextAction } from '../../domain/follow-up/item.ts'
import type { PreferredContact, Segment } from '../../domain/follow-up/request.ts'
import type { Heard, Language, Queue, Status, Trigger, Urgency } from '../../domain/follow-up/words.ts'
import type { Db } from '../../platform/db.ts'
import type { Reader } from './dossier.ts'
import { JUDGED_KINDS, readableSince, WITHHELD, type Words } from './redaction.ts'

/** Somebody to be called about a recall. */
export type RecallRow = {
  readonly seq: bigint
  readonly itemId: string
  readonly number: number
  readonly clinicId: string
  readonly trigger: Trigger
  readonly name: string | null
  readonly phone: string | null
  readonly language: Language
  readonly segment: Segment | null
  readonly dueFrom: Date | null
  readonly dueTo: Date | null
  readonly provider: string | null
  readonly providerPriority: number | null
  readonly lastAppointment: Date | null
  readonly preferredContact: PreferredContact | null
  readonly insuranceNote: string | null
  readonly authorizationNeeded: boolean
  readonly lastOutreachAt: Date | null
  readonly lastOutreachResult: Words
  /** who answers for it, as its list says */
  readonly responsible: string | null
  readonly reason: Words
  /** licensed staff work it, so that nobody else calls */
  readonly clinical: boolean
  readonly noCalls: boolean
  readonly status: Status
  readonly dueAt: Date
  readonly attempts: number
}

export type RecallFilter = {
  /** until when an item must be due to be on today's list; null: whenever it is due */
  readonly until: Date | null
  readonly segment: Segment | null
  /** as it stands in the lists, word for word */
  readonly provider: string | null
}

/**
 * One page of the recall list: open recalls, in the order of due date, provider priority and reason. Left out is who is taken care of:
 * a visit is booked, or another item calls them already; on today's list also who was called not long ago. A reason that its reader
 * may not read neither shows nor sorts.
 * @param page.after the `seq` of the last row of the page before. Nothing personal stands in an address.
 */
export async function readRecall(
  db: Db,
  reader: Reader,
  filter: RecallFilter,
  page: { readonly limit: number; readonly after: bigint | null; readonly at: Date },
): Promise<{ readonly items: readonly RecallRow[]; readonly next: bigint | null }> {
  const keys = orderKeys(reader)
  const beyond =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND (${keys}) > (SELECT ${keys} FROM request r JOIN follow_up f ON f.id = r.follow_up_id
          WHERE r.seq = ${page.after})`
  const rows = await db.$queryRaw<StoredRecall[]>`
    SELECT r.seq, r.at, f.id AS "itemId", f.number, f.clinic_id AS "clinicId", r.trigger,
      coalesce(r.person_name, c.name) AS name, c.phone, f.language, r.segment, r.due_from AS "dueFrom",
      r.due_to AS "dueTo", r.provider, r.provider_priority AS "providerPriority",
      r.last_appointment AS "lastAppointment", r.preferred_contact AS "preferredContact",
      r.insurance_note AS "insuranceNote", r.authorization_needed AS "authorizationNeeded",
      r.last_outreach_at AS "lastOutreachAt", r.last_outreach_result AS "lastOutreachResult", r.responsible, r.reason,
      r.clinical, coalesce(c.no_calls, false) AS "noCalls", f.status, f.due_at AS "dueAt", f.attempts,
      f.queue, f.urgency, f.heard, f.next_action AS "nextAction"
    FROM ${RECALLS} WHERE ${conditionsOf(reader, filter, page.at)} ${beyond}
    ORDER BY ${keys} LIMIT ${page.limit + 1}`
  const shown = await readable(db, reader, rows.slice(0, page.limit), page.at)
  return { items: shown, next: rows.length > page.limit ? (shown.at(-1)?.seq ?? null) : null }
}

/** The providers on the recall list, for choosing one. */
export async function recallProviders(db: Db, reader: Reader, at: Date): Promise<readonly string[]> {
  const everything = { until: null, segment: null, provider: null }
  const rows = await db.$queryRaw<{ provider: string }[]>`
    SELECT DISTINCT r.provider FROM ${RECALLS}
    WHERE ${conditionsOf(reader, everything, at)} AND r.provider IS NOT NULL ORDER BY r.provider LIMIT 100`
  return rows.map(({ provider }) => provider)
}

type StoredRecall = Omit<RecallRow, 'reason' | 'lastOutreachResult'> & {
  readonly at: Date
  readonly reason: string | null
  readonly lastOutreachResult: string | null
  readonly queue: Queue
  readonly urgency: Urgency
  readonly heard: Heard
  readonly nextAction: NextAction
}

const RECALLS = Prisma.sql`follow_up f JOIN request r ON r.follow_up_id = f.id
  LEFT JOIN contact c ON c.id = f.contact_id`

function conditionsOf(reader: Reader, filter: RecallFilter, at: Date): Prisma.Sql {
  return Prisma.join(
    [
      // The words of the partial index of open items.
      Prisma.sql`f.status <> 'closed' AND f.status <> 'scheduled' AND r.withdrawn_at IS NULL`,
      Prisma.sql`(r.trigger IN ('recall-due', 'care-gap') OR r.segment IS NOT NULL)`,
      // Of two open items of one person the older one calls, so that one of them always does.
      Prisma.sql`NOT EXISTS (
        SELECT 1 FROM follow_up o WHERE o.contact_id = f.contact_id AND o.clinic_id = f.clinic_id
          AND o.id <> f.id AND o.status <> 'closed'
          AND (o.status = 'scheduled' OR (o.next_touch_at IS NOT NULL AND o.number < f.number)))`,
      ...(reader.clinics.length > 0
        ? [Prisma.sql`f.clinic_id IN (${Prisma.join([...reader.clinics])})`]
        : []),
      ...(filter.until === null
        ? []
        : [Prisma.sql`f.due_at < ${filter.until} AND (c.rest_until IS NULL OR c.rest_until <= ${at})`]),
      ...(filter.segment === null ? [] : [Prisma.sql`r.segment = ${filter.segment}`]),
      ...(filter.provider === null ? [] : [Prisma.sql`r.provider = ${filter.provider}`]),
    ],
    ' AND ',
  )
}

function orderKeys(reader: Reader): Prisma.Sql {
  const reason = reader.mayReadClinical
    ? Prisma.sql`r.reason`
    : Prisma.sql`CASE WHEN r.clinical OR f.queue = 'licensed' OR EXISTS (
        SELECT FROM history h WHERE h.follow_up_id = f.id AND h.kind = 'routed-to-clinical') THEN NULL ELSE r.reason END`
  return Prisma.sql`coalesce(r.due_from, r.due_to, 'infinity'::date), coalesce(r.provider_priority, 100),
    coalesce(${reason}, ''), r.seq`
}

/** Takes away what the reader may not read; that clinical words are handed over is audited first. */
async function readable(
  db: Db,
  reader: Reader,
  rows: readonly StoredRecall[],
  at: Date,
): Promise<readonly RecallRow[]> {
  const history = await db.historyEntry.findMany({
    where: {
      followUpId: { in: rows.map(({ itemId }) => itemId) },
      kind: { in: [...JUDGED_KINDS] },
    },
    orderBy: { id: 'asc' },
    select: { followUpId: true, kind: true, at: true, clinical: true },
  })
  const ofItem = Map.groupBy(history, ({ followUpId }) => followUpId)
  const judged = rows.map(({ at: toldAt, queue, urgency, heard, nextAction, ...row }) => {
    const item = {
      status: row.status,
      queue,
      urgency,
      heard,
      nextAction,
      history: ofItem.get(row.itemId) ?? [],
    }
    const since = readableSince(item, { mayReadClinical: false })
    const forAll = !row.clinical && since !== null && toldAt > since
    const words = (text: string | null): Words => (reader.mayReadClinical || forAll ? text : text && WITHHELD)
    const { reason, lastOutreachResult, insuranceNote } = row
    const shown: RecallRow = {
      ...row,
      // What licensed staff handed back is called by everybody again, though nobody else reads why it came to them.
      clinical: since === null || (row.clinical && toldAt > since),
      reason: words(reason),
      lastOutreachResult: words(lastOutreachResult),
      insuranceNote: words(insuranceNote) === WITHHELD ? null : insuranceNote,
    }
    return {
      shown,
      read: !forAll && reader.mayReadClinical && (reason ?? lastOutreachResult ?? insuranceNote) !== null,
    }
  })
  await db.auditEntry.createMany({
    data: judged
      .filter(({ read }) => read)
      .map(({ shown: { itemId } }) => ({
        ...{ at, actor: reader.id, action: 'clinical-text-read', subject: `follow-up:${itemId}` },
      })),
  })
  return judged.map(({ shown }) => shown)
}

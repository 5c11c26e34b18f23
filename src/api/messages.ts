import type { Message, Prisma } from '../../prisma/generated/client.ts'
import { readDossier, type Reader } from '../casework/view/dossier.ts'
import { WITHHELD } from '../casework/view/redaction.ts'
import { cursorOf, readCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/db.ts'
import { operation } from './operation.ts'
import { MESSAGE_PAGE, MESSAGES_QUERY, type MessageView } from './schemas.ts'

const ORDER = 'messages'

export const listMessages = operation({
  id: 'listMessages',
  method: 'get',
  path: '/messages',
  summary: 'The texts from and to one phone number, newest first.',
  scopes: ['assistant', 'licensed', 'manager'],
  query: MESSAGES_QUERY,
  answer: MESSAGE_PAGE,
  run: async ({ casework, reader, query }) => {
    const rows = await readRows(casework.db, reader, query)
    const items = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? items.at(-1) : undefined
    const bodies = await readableBodies(casework.db, reader, items, casework.clock.now())
    return {
      items: items.map((row) => messageView(row, bodies.get(row.id) ?? null)),
      next: last ? cursorOf(ORDER, last.createdAt, last.id) : null,
    }
  },
})

/** One row more than asked for tells whether there is a following page. */
function readRows(
  db: Db,
  reader: Reader,
  query: { phone: string; limit: number; after?: string | undefined },
): Promise<Message[]> {
  return db.message.findMany({
    where: {
      phone: query.phone,
      ...(reader.clinics.length > 0 ? { clinicId: { in: [...reader.clinics] } } : {}),
      ...(query.after === undefined ? {} : beyond(query.after)),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  })
}

function beyond(cursor: string): Prisma.MessageWhereInput {
  const { at, id } = readCursor(ORDER, cursor, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }
}

/**
 * The bodies that this reader may read, by message id. Our own texts are generic by rule. What patients wrote follows the one
 * rule of the items they belong to; a text without an item was never read for clinical words, so licensed readers only see
 * it. When patients' words are handed over to a licensed reader, the audit entry that says so is written first.
 */
async function readableBodies(
  db: Db,
  reader: Reader,
  rows: readonly Message[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const readable = new Map(rows.filter((row) => row.direction === 'out').map((row) => [row.id, row.body]))
  const incoming = rows.filter((row) => row.direction === 'in')
  if (reader.mayReadClinical) {
    const contacts = new Set(incoming.map((row) => `contact:${row.contactId ?? 'none'}`))
    await db.auditEntry.createMany({
      data: [...contacts].map((subject) => ({ at, actor: reader.id, action: 'clinical-text-read', subject })),
    })
    for (const row of incoming) readable.set(row.id, row.body)
    return readable
  }
  for (const id of new Set(incoming.map((row) => row.followUpId))) {
    const dossier = id === null ? null : await readDossier(db, reader, { id }, at)
    for (const message of dossier?.messages ?? []) {
      if (message.body !== null && message.body !== WITHHELD) readable.set(message.id, message.body)
    }
  }
  return readable
}

function messageView(row: Message, body: string | null): MessageView {
  return {
    id: row.id,
    direction: row.direction as MessageView['direction'],
    state: row.state as MessageView['state'],
    clinic: row.clinicId,
    line: row.lineId,
    phone: row.phone,
    followUp: row.followUpId,
    purpose: row.purpose,
    language: row.language as MessageView['language'],
    body,
    mediaCount: row.mediaCount,
    createdAt: row.createdAt.toISOString(),
    notBefore: row.notBefore?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    errorCode: row.errorCode,
    refusal: row.refusal,
  }
}

import { z } from 'zod'
import { WITHHELD, type ReadableRequest, type Words } from '../casework/view/redaction.ts'
import { PREFERRED_CONTACTS, REQUEST_SOURCES, SEGMENTS } from '../domain/follow-up/request.ts'
import { TRIGGERS } from '../domain/follow-up/words.ts'

const instant = z.iso.datetime()
const date = z.iso.date().nullable()

/** One need of a person, as a list, a form or another system told it. */
export const REQUEST = z
  .strictObject({
    id: z.uuid(),
    at: instant,
    trigger: z.enum(TRIGGERS),
    source: z.enum(REQUEST_SOURCES),
    reference: z.string().nullable().meta({ description: "The other system's own id of it." }),
    name: z.string().nullable(),
    reason: z.string().nullable().meta({
      description: 'null: none was told, or this key may not read it; "withheld" says which.',
    }),
    withheld: z.boolean().meta({ description: 'There are words that the scope licensed is required for.' }),
    segment: z.enum(SEGMENTS).nullable(),
    dueFrom: date,
    dueTo: date,
    provider: z.string().nullable(),
    providerPriority: z.int().nullable(),
    lastAppointment: date,
    preferredContact: z.enum(PREFERRED_CONTACTS).nullable(),
    insuranceNote: z.string().nullable(),
    authorizationNeeded: z.boolean(),
    lastOutreachAt: date,
    lastOutreachResult: z.string().nullable(),
    responsible: z
      .string()
      .nullable()
      .meta({ description: 'Who answers for it, as a list says: words, and no claim of the item.' }),
    withdrawnAt: instant.nullable().meta({ description: 'When the list that brought it was taken back.' }),
  })
  .meta({ id: 'Request' })
type RequestView = z.output<typeof REQUEST>

/** What a reader may read of a need. */
export function requestView(row: ReadableRequest): RequestView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    trigger: row.trigger as RequestView['trigger'],
    source: row.source as RequestView['source'],
    reference: row.sourceRef,
    name: row.personName,
    reason: readable(row.reason),
    withheld: row.reason === WITHHELD || row.lastOutreachResult === WITHHELD,
    segment: row.segment as RequestView['segment'],
    dueFrom: dateText(row.dueFrom),
    dueTo: dateText(row.dueTo),
    provider: row.provider,
    providerPriority: row.providerPriority,
    lastAppointment: dateText(row.lastAppointment),
    preferredContact: row.preferredContact as RequestView['preferredContact'],
    insuranceNote: row.insuranceNote,
    authorizationNeeded: row.authorizationNeeded,
    lastOutreachAt: dateText(row.lastOutreachAt),
    lastOutreachResult: readable(row.lastOutreachResult),
    responsible: row.responsible,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }
}

function readable(words: Words): string | null {
  return words === WITHHELD ? null : words
}

/** A date without a zone. */
function dateText(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}

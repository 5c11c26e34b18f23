import { z } from 'zod'
import { startImport } from '../casework/imports/orders.ts'
import { fileProblemText } from '../casework/imports/problem-text.ts'
import { takeInList } from '../casework/imports/take-in.ts'
import { IMPORT_STATES, readImport, type ImportView } from '../casework/imports/view.ts'
import type { Casework } from '../casework/casework.ts'
import type { Reader } from '../casework/view/dossier.ts'
import { LIST_TRIGGERS } from '../domain/imports/fields.ts'
import { BadInput, Conflict, NotFound } from '../platform/errors.ts'
import { oneOf } from './input.ts'
import { placeOf } from './intake.ts'
import type { Scope } from './keys.ts'
import { operation, Reply } from './operation.ts'
import { NO_QUERY } from './schemas.ts'

const SCOPES: readonly Scope[] = ['intake', 'manager']

const IMPORT_QUERY = z.strictObject({
  clinic: z.string().min(1).exactOptional().meta({
    description: 'The id of a clinic; the only one of the key when absent.',
    expected: 'the id of a clinic',
  }),
  line: z.string().min(1).exactOptional().meta({
    description: 'The line that calls back; the first of the clinic when absent.',
    expected: 'the id of a line of that clinic',
  }),
  trigger: oneOf(LIST_TRIGGERS).default('recall-due').meta({ description: 'What the list is about.' }),
  name: z.string().max(120, { error: 'at most 120 characters' }).default('list.csv').meta({
    description: 'A name to recognise the list by.',
  }),
  start: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .pipe(z.boolean())
    .default(false)
    .meta({
      description: 'true: imported as soon as it was looked through; false: it waits in the preview.',
      expected: 'true or false',
    }),
})

const instant = z.iso.datetime()
const count = z.int().min(0)

const IMPORT = z
  .strictObject({
    id: z.uuid(),
    clinic: z.string(),
    line: z.string(),
    trigger: z.string(),
    name: z.string(),
    state: z.enum(IMPORT_STATES).meta({
      description:
        'reading, judging: being looked through; preview: waits to be started; running; done; undoing; undone; discarded.',
    }),
    rows: count,
    counts: z
      .strictObject({ new: count, joined: count, optedOut: count, skipped: count, rejected: count })
      .meta({ description: 'Rows by what importing them would do; once it is done, by what it did.' }),
    progress: z.strictObject({ done: count, of: count }).nullable(),
    undone: z
      .strictObject({ removed: count, kept: count })
      .nullable()
      .meta({ description: 'Items that left the list when the import was undone, and those that stayed.' }),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
  })
  .meta({
    id: 'Import',
    examples: [
      {
        ...{ id: '0191e0b2-9c33-7f4e-8e3f-2f1a0b9c8d7e', clinic: 'cedar-grove', line: 'cedar-grove/main' },
        ...{
          trigger: 'recall-due',
          name: 'recall.csv',
          state: 'preview',
          rows: 3,
          progress: null,
          undone: null,
        },
        counts: { new: 1, joined: 0, optedOut: 0, skipped: 1, rejected: 1 },
        ...{ createdAt: '2026-12-02T17:00:00.000Z', startedAt: null, finishedAt: null, undoneAt: null },
      },
    ],
  })

export const createImport = operation({
  id: 'createImport',
  method: 'post',
  path: '/imports',
  summary:
    'Brings in a list. Each row is judged first; who is scheduled, being called or on the list already is skipped, so that the same list may come again.',
  scopes: SCOPES,
  query: IMPORT_QUERY,
  file: 'A CSV file whose first row names the columns, in English or Spanish: at most 50 MB and 100,000 rows.',
  answer: IMPORT,
  created: 'The list was taken in and is being looked through.',
  run: async ({ casework, reader, scopes, query, file }) => {
    const { policy, line } = placeOf(casework, reader, query)
    const order = { clinicId: policy.clinicId, lineId: line.id, trigger: query.trigger }
    const more = { fileName: query.name, startsItself: query.start }
    const taken = await takeInList(casework, reader.id, { ...order, ...more }, file)
    if (taken.type === 'refused') throw new BadInput(fileProblemText(taken.problem))
    return new Reply(201, wireOf(await importOf(casework, reader, scopes, taken.id)))
  },
})

export const readOneImport = operation({
  id: 'readImport',
  method: 'get',
  path: '/imports/:id',
  summary: 'How far an import is and what came of its rows. A key with the scope intake alone sees its own.',
  scopes: SCOPES,
  query: NO_QUERY,
  answer: IMPORT,
  run: async ({ casework, reader, scopes, param }) =>
    wireOf(await importOf(casework, reader, scopes, param('id'))),
})

export const startOneImport = operation({
  id: 'startImport',
  method: 'post',
  path: '/imports/:id/start',
  summary: 'Imports the rows of a list that waits in the preview.',
  scopes: SCOPES,
  query: NO_QUERY,
  answer: IMPORT,
  refusals: { 409: 'It does not wait in the preview, or there is nothing in it to import.' },
  run: async ({ casework, reader, scopes, param }) => {
    const { id } = await importOf(casework, reader, scopes, param('id'))
    const result = await startImport(casework, reader, id)
    if (result.type === 'refused') {
      throw new Conflict(
        result.reason === 'not-now'
          ? 'Only a list in the state "preview" can be started.'
          : 'No row of this list can be imported: its counts say why.',
      )
    }
    return wireOf(await importOf(casework, reader, scopes, id))
  },
})

/** @throws NotFound also for an import that is none of the key's business. */
async function importOf(
  { db }: Casework,
  reader: Reader,
  scopes: readonly Scope[],
  id: string,
): Promise<ImportView> {
  const found = await readImport(db, reader.clinics, id)
  if (found && (scopes.includes('manager') || found.by === reader.id)) return found
  throw new NotFound(
    'There is no import with this id: it is a UUID, the "id" in the answer to POST /imports.',
  )
}

function wireOf(item: ImportView): z.output<typeof IMPORT> {
  const { 'opted-out': optedOut, ...counts } = item.counts
  return {
    ...{ id: item.id, clinic: item.clinicId, line: item.lineId, trigger: item.trigger, name: item.fileName },
    ...{ state: item.state, rows: item.rows, counts: { ...counts, optedOut } },
    ...{ progress: item.progress, undone: item.undone, createdAt: item.createdAt.toISOString() },
    startedAt: item.startedAt?.toISOString() ?? null,
    finishedAt: item.finishedAt?.toISOString() ?? null,
    undoneAt: item.undoneAt?.toISOString() ?? null,
  }
}

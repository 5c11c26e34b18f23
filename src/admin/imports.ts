import { Router, type Response } from 'express'
import { z } from 'zod'
import {
  chooseColumns,
  discardImport,
  orderUndo,
  startImport,
  type OrderResult,
} from '../casework/imports/orders.ts'
import { readableCells } from '../casework/imports/readable-cells.ts'
import { takeInList, type TakenIn } from '../casework/imports/take-in.ts'
import {
  countNotImported,
  listImports,
  readImport,
  readRows,
  rowsNotImported,
  type ImportView,
} from '../casework/imports/view.ts'
import { FIELDS, LIST_TRIGGERS } from '../domain/imports/fields.ts'
import { VERDICTS } from '../domain/imports/verdict.ts'
import { mayWork, worksFor } from '../domain/staff/roles.ts'
import { BadInput, NotAllowed, NotFound } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import { csvLine, EXCEL_MARK } from './csv.ts'
import type { AdminDeps } from './deps.ts'
import { readUpload, type Upload } from './multipart.ts'
import { importPage, isUnderWay, type ImportContent } from './pages/import.ts'
import { reasonsOf } from './pages/import-rows.ts'
import { importsPage } from './pages/imports.ts'
import { readerOf, staffVisitOf, type StaffVisit } from './visit.ts'
import { fill } from './words.ts'

/** After so long a page asks again how far the work is: most lists are short and done at once. */
const RENEW_SECONDS = { short: 1, long: 5 }
const SHORT_LIST = 2_000

const LIST_QUERY = z.object({ after: z.string().max(200).optional() })
const ROWS_QUERY = z.object({
  verdict: z.enum(VERDICTS).nullable().catch(null).default(null),
  after: z.coerce.number().int().min(0).max(2_147_483_647).catch(0).default(0),
})
const UPLOAD_FORM = z.object({ line: z.string().max(200), trigger: z.enum(LIST_TRIGGERS) })
const COLUMN = z
  .string()
  .regex(/^\d{0,3}$/)
  .transform((index) => (index === '' ? undefined : Number(index)))
  .optional()
const COLUMNS_FORM = z.object(Object.fromEntries(FIELDS.map((field) => [field, COLUMN])))

/** Lists brought in: for those who manage, from the file to the undoing. */
export function importsRouter(deps: AdminDeps): Router {
  const router = Router()
  const { casework } = deps
  const at = '/imports/:id'

  router.get('/imports', async (request, response) => {
    await showImports(deps, response, LIST_QUERY.parse(request.query).after, null)
  })

  router.post('/imports', async (request, response) => {
    const visit = managersOnly(response)
    const upload = await readUpload(request)
    const taken = await takeIn(deps, visit, upload).finally(() => upload.drain())
    if (taken?.type === 'taken-in') {
      response.redirect(303, `/admin/imports/${taken.id}`)
      return
    }
    const { fileProblems, imports } = visit.words
    const why =
      taken === null
        ? imports.noFile
        : fill(fileProblems[taken.problem.why], { row: taken.problem.row ?? '' })
    await showImports(deps, response, undefined, why)
  })

  router.get(at, async (request, response) => {
    await showImport(deps, response, request.params.id, ROWS_QUERY.parse(request.query), null)
  })

  router.get(`${at}/not-imported.csv`, async (request, response) => {
    const visit = managersOnly(response)
    await sendNotImported(deps, visit, await importOf(deps, visit, request.params.id), response)
  })

  router.post(`${at}/columns`, async (request, response) => {
    const visit = managersOnly(response)
    const mapping = COLUMNS_FORM.parse(request.body)
    await answer(
      deps,
      response,
      request.params.id,
      chooseColumns(casework, visit.staff, request.params.id, mapping),
    )
  })

  const orders = { start: startImport, discard: discardImport, undo: orderUndo }
  for (const [name, order] of Object.entries(orders)) {
    router.post(`${at}/${name}`, async (request, response) => {
      const { id } = request.params
      await answer(deps, response, id, order(casework, managersOnly(response).staff, id))
    })
  }

  return router
}

/** @returns null when nobody chose a file. */
async function takeIn(deps: AdminDeps, visit: StaffVisit, { fields, file }: Upload): Promise<TakenIn | null> {
  const { line: lineId, trigger } = UPLOAD_FORM.parse(fields)
  const line = linesOf(deps, visit).find(({ id }) => id === lineId)
  if (!line) throw new BadInput('There is no such line among the practices of this account.')
  if (!file) return null
  const { clinicId } = line
  const order = { clinicId, lineId, trigger, fileName: file.name, startsItself: false }
  return takeInList(deps.casework, visit.staff.id, order, file.bytes)
}

async function answer(
  deps: AdminDeps,
  response: Response,
  id: string,
  ordered: Promise<OrderResult>,
): Promise<void> {
  const result = await ordered
  if (result.type === 'ordered') {
    response.redirect(303, `/admin/imports/${id}`)
    return
  }
  const text = staffVisitOf(response).words.importRefusals[result.reason]
  await showImport(deps, response, id, { verdict: null, after: 0 }, text)
}

async function showImports(
  deps: AdminDeps,
  response: Response,
  after: string | undefined,
  refused: string | null,
): Promise<void> {
  const visit = managersOnly(response)
  const page = await listImports(deps.casework.db, visit.staff.clinics, after)
  const body = importsPage(visit, {
    ...{ ...page, refused, later: after !== undefined, lines: linesOf(deps, visit) },
    zoneOf: (clinicId) => zoneOf(deps, clinicId),
  })
  const title = visit.words.imports.title
  sendPage(response, visit, { title, at: 'imports', body }, refused === null ? 200 : 422)
}

async function showImport(
  deps: AdminDeps,
  response: Response,
  id: string,
  choice: z.infer<typeof ROWS_QUERY>,
  refused: string | null,
): Promise<void> {
  const visit = managersOnly(response)
  const { db } = deps.casework
  const item = await importOf(deps, visit, id)
  const shown = isUnderWay(item) || item.rowsGone ? { rows: [], next: null } : await readRows(db, id, choice)
  const first = item.state === 'preview' ? await readRows(db, id, { verdict: null, after: 0 }) : shown
  const content: ImportContent = {
    ...{ item, ...shown, chosen: choice.verdict, later: choice.after > 0 },
    ...{ zone: zoneOf(deps, item.clinicId), place: placeOf(deps, visit, item) },
    example: cellsFor(deps, visit, item, first.rows[0]?.cells ?? []),
    refused,
  }
  if (isUnderWay(item)) {
    const { short, long } = RENEW_SECONDS
    response.set('refresh', String(item.rows <= SHORT_LIST ? short : long))
  }
  const page = { title: item.fileName, at: 'imports', body: importPage(visit, content) } as const
  sendPage(response, visit, page, refused === null ? 200 : 409)
}

/** The rows as they stood in the file, with what became of them in front; written as they are read, however many. */
async function sendNotImported(
  deps: AdminDeps,
  visit: StaffVisit,
  item: ImportView,
  response: Response,
): Promise<void> {
  const { db } = deps.casework
  const { staff, words, now } = visit
  const rows = await countNotImported(db, item.id)
  const [at, actor, action] = [now, staff.id, 'import-rows-downloaded'] as const
  await db.auditEntry.create({ data: { at, actor, action, subject: `import:${item.id}`, detail: { rows } } })
  const { imports } = words
  response
    .set('content-disposition', `attachment; filename="not-imported-${item.id.slice(0, 8)}.csv"`)
    .type('csv')
  response.write(
    EXCEL_MARK + csvLine([...item.columns, imports.fileRow, imports.fileResult, imports.fileReason]),
  )
  for await (const some of rowsNotImported(db, item.id)) {
    const lines = some.map((row) => {
      const readable = cellsFor(deps, visit, item, row.cells)
      const cells = item.columns.map((_, index) => readable[index] ?? '')
      return csvLine([...cells, row.row, words.verdicts[row.verdict], reasonsOf(row, words).join('; ')])
    })
    if (!response.write(lines.join(''))) await new Promise((resolve) => response.once('drain', resolve))
  }
  response.end()
}

/** What a row of the file says, as far as this reader may read it. */
function cellsFor(
  { casework: { practices } }: AdminDeps,
  visit: StaffVisit,
  item: ImportView,
  cells: readonly string[],
): readonly string[] {
  const words = practices.knows(item.clinicId) ? practices.policy(item.clinicId).clinical.words : null
  return readableCells(cells, item, readerOf(visit), { words, withheld: `[${visit.words.ui.withheld}]` })
}

async function importOf({ casework }: AdminDeps, { staff }: StaffVisit, id: string): Promise<ImportView> {
  const item = await readImport(casework.db, staff.clinics, id)
  if (!item) throw new NotFound('There is no such import.')
  return item
}

/** The lines of the practices that somebody works for; the practice is named where there are several. */
function linesOf({ casework: { practices } }: AdminDeps, { staff }: StaffVisit) {
  const here = practices.all.filter(({ clinicId }) => worksFor(staff, clinicId))
  return here.flatMap(({ clinicId, name: practice, lines }) =>
    lines.map(({ id, name }) => ({ id, clinicId, name: here.length > 1 ? `${practice}: ${name}` : name })),
  )
}

function placeOf(deps: AdminDeps, visit: StaffVisit, { lineId }: ImportView): string {
  return linesOf(deps, visit).find(({ id }) => id === lineId)?.name ?? lineId
}

function zoneOf({ casework: { practices } }: AdminDeps, clinicId: string): string {
  return practices.all.find((policy) => policy.clinicId === clinicId)?.calendar.zone ?? 'UTC'
}

/** @throws NotAllowed for everybody who does not manage. */
function managersOnly(response: Response): StaffVisit {
  const visit = staffVisitOf(response)
  if (!mayWork(visit.staff.roles, 'manager')) throw new NotAllowed('importers-only')
  return visit
}

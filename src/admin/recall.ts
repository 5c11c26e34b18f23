import { Router, type Response } from 'express'
import { z } from 'zod'
import { readRecall, recallProviders, type RecallFilter, type RecallRow } from '../casework/view/recall.ts'
import { WITHHELD, type Words as Said } from '../casework/view/redaction.ts'
import { SEGMENTS } from '../domain/follow-up/request.ts'
import { mayReadClinical, mayWork, worksFor } from '../domain/staff/roles.ts'
import { NotAllowed } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import { csvLine, EXCEL_MARK } from './csv.ts'
import type { AdminDeps } from './deps.ts'
import { recallPage, type RecallChoice } from './pages/recall.ts'
import { startOfDay } from './times.ts'
import { readerOf, staffVisitOf, type StaffVisit } from './visit.ts'
import type { Words } from './words.ts'

const PER_PAGE = 50
const PER_BATCH = 500

const CHOICE = z.object({
  show: z.enum(['today', 'all']).catch('today').default('today'),
  segment: z.enum(SEGMENTS).nullable().catch(null).default(null),
  provider: z
    .string()
    .max(100)
    .transform((name) => (name === '' ? null : name))
    .nullable()
    .catch(null)
    .default(null),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .nullable()
    .catch(null)
    .default(null),
})

/** The daily list of recalls, and the same as a file for those who manage or are licensed. */
export function recallRouter(deps: AdminDeps): Router {
  const router = Router()
  const { db } = deps.casework

  router.get('/recall', async (request, response) => {
    const visit = staffVisitOf(response)
    const { after, ...choice } = CHOICE.parse(request.query)
    const reader = readerOf(visit)
    const page = { limit: PER_PAGE, after, at: visit.now }
    const [list, providers] = await Promise.all([
      readRecall(db, reader, filterOf(deps, visit, choice), page),
      recallProviders(db, reader, visit.now),
    ])
    const body = recallPage(visit, {
      ...{ ...list, choice, providers, later: after !== null, mayDownload: mayDownload(visit) },
      zoneOf: (clinicId) => policyOf(deps, clinicId)?.calendar.zone ?? 'UTC',
      firstLanguage: (clinicId) => policyOf(deps, clinicId)?.languages[0] ?? 'en',
    })
    sendPage(response, visit, { title: visit.words.recall.title, at: 'recall', body })
  })

  router.get('/recall.csv', async (request, response) => {
    const visit = staffVisitOf(response)
    if (!mayDownload(visit)) throw new NotAllowed('recall-download')
    const { after: _, ...choice } = CHOICE.parse(request.query)
    await sendList(deps, visit, choice, response)
  })

  return router
}

function mayDownload({ staff }: StaffVisit): boolean {
  return mayWork(staff.roles, 'manager') || mayReadClinical(staff.roles)
}

/** The whole of a choice, written as it is read, however long. The export is audited before anything leaves. */
async function sendList(
  deps: AdminDeps,
  visit: StaffVisit,
  choice: RecallChoice,
  response: Response,
): Promise<void> {
  const { db } = deps.casework
  const { words, now, staff } = visit
  const about = { at: now, actor: staff.id, action: 'recall-exported', subject: 'recall-list' }
  await db.auditEntry.create({ data: { ...about, detail: { ...choice } } })
  const date = now.toISOString().slice(0, 10)
  response.set('content-disposition', `attachment; filename="recalls-${date}.csv"`).type('csv')
  response.write(EXCEL_MARK + csvLine(COLUMNS.map(([name]) => words.recall[name])))
  let after: bigint | null = null
  do {
    const page = { limit: PER_BATCH, after, at: now }
    const list: Awaited<ReturnType<typeof readRecall>> = await readRecall(
      db,
      readerOf(visit),
      filterOf(deps, visit, choice),
      page,
    )
    const lines = list.items.map((row) => csvLine(COLUMNS.map(([, cell]) => cell(row, words))))
    if (!response.write(lines.join(''))) await new Promise((resolve) => response.once('drain', resolve))
    after = list.next
  } while (after !== null)
  response.end()
}

type Column = keyof Words['recall'] & `column${string}`

const COLUMNS: readonly (readonly [Column, (row: RecallRow, words: Words) => string | number | null])[] = [
  ['columnItem', ({ number }) => number],
  ['columnName', ({ name }) => name],
  ['columnPhone', ({ phone }) => phone],
  ['columnLanguage', ({ language }, { languages }) => languages[language]],
  ['columnDueFrom', ({ dueFrom }) => dateText(dueFrom)],
  ['columnDueTo', ({ dueTo }) => dateText(dueTo)],
  ['columnProvider', ({ provider }) => provider],
  ['columnPriority', ({ providerPriority }) => providerPriority],
  ['columnSegment', ({ segment }, { segments }) => (segment === null ? null : segments[segment])],
  ['columnReason', ({ reason }, { recall }) => said(reason, recall.withheld)],
  ['columnAuthorization', ({ authorizationNeeded }, { recall }) => (authorizationNeeded ? recall.yes : null)],
  ['columnClinical', ({ clinical }, { recall }) => (clinical ? recall.yes : null)],
  ['columnNoCalls', ({ noCalls }, { recall }) => (noCalls ? recall.yes : null)],
  ['columnLastVisit', ({ lastAppointment }) => dateText(lastAppointment)],
  [
    'columnPreferred',
    ({ preferredContact }, { preferredContacts }) =>
      preferredContact === null ? null : preferredContacts[preferredContact],
  ],
  ['columnInsurance', ({ insuranceNote }) => insuranceNote],
  ['columnOutreach', ({ lastOutreachAt }) => dateText(lastOutreachAt)],
  ['columnOutreachResult', ({ lastOutreachResult }, { recall }) => said(lastOutreachResult, recall.withheld)],
  ['columnResponsible', ({ responsible }) => responsible],
  ['columnStatus', ({ status }, { statuses }) => statuses[status]],
  ['columnAttempts', ({ attempts }) => attempts],
]

function said(text: Said, withheld: string): string | null {
  return text === WITHHELD ? `[${withheld}]` : text
}

function dateText(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** Today is the day of the first practice that somebody works for. */
function filterOf(
  { casework: { practices } }: AdminDeps,
  visit: StaffVisit,
  choice: RecallChoice,
): RecallFilter {
  const { segment, provider, show } = choice
  const here = practices.all.find(({ clinicId }) => worksFor(visit.staff, clinicId))
  const zone = here?.calendar.zone ?? 'UTC'
  // A day is at most 25 hours long, and tomorrow begins after it.
  const tomorrow = startOfDay(new Date(startOfDay(visit.now, zone).getTime() + 26 * 3_600_000), zone)
  return { segment, provider, until: show === 'today' ? tomorrow : null }
}

function policyOf({ casework: { practices } }: AdminDeps, clinicId: string) {
  return practices.all.find((policy) => policy.clinicId === clinicId)
}

import { Router, type Response } from 'express'
import { readVersionTimes } from '../casework/view/rules-in-force.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { mayWork, worksFor } from '../domain/staff/roles.ts'
import { NotAllowed } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { settingsPage } from './pages/settings.ts'
import { ruleNames } from './rule-names.ts'
import { changesBetween, type ReadAgain } from './rule-changes.ts'
import { staffVisitOf, type StaffVisit } from './visit.ts'

/** The rules in force as the clinic files say them, for those who manage, and the button that has the files read again. */
export function settingsRouter(deps: AdminDeps): Router {
  const router = Router()

  router.get('/settings', async (_request, response) => {
    await showSettings(deps, response, managersOnly(response), null)
  })

  router.post('/settings/reload', async (_request, response) => {
    const visit = managersOnly(response)
    if (!mayReload(visit)) throw new NotAllowed('reload-for-all')
    await showSettings(deps, response, visit, await readAgain(deps, visit))
  })

  return router
}

/** Has the files read again, audited with what came of it. Not one of the files' words stands in the audit. */
async function readAgain(
  { casework: { db, practices }, reloadPractices }: AdminDeps,
  { staff, words, now }: StaffVisit,
): Promise<ReadAgain> {
  const before = practices.all
  const reloaded = await reloadPractices()
  const detail =
    reloaded.type === 'kept'
      ? { result: 'kept', mistakes: reloaded.problems.length }
      : { result: 'loaded', before: before.map(({ version }) => version), versions: [...reloaded.versions] }
  const about = { at: now, actor: staff.id, action: 'rules-read-again', subject: 'clinic-files' }
  await db.auditEntry.create({ data: { ...about, detail } })
  if (reloaded.type === 'kept') return reloaded
  return { type: 'loaded', changes: changesBetween(before, practices.all, ruleNames(words, now), words) }
}

async function showSettings(
  { casework: { db, practices } }: AdminDeps,
  response: Response,
  visit: StaffVisit,
  result: ReadAgain | null,
): Promise<void> {
  const shown = practices.known.filter(({ clinicId }) => worksFor(visit.staff, clinicId))
  const times = await readVersionTimes(
    db,
    shown.map(({ version }) => version),
  )
  const isFormer = (policy: Policy): boolean => !practices.all.includes(policy)
  // The page that a form answers with has no address of its own to come back to.
  const here = { ...visit, path: '/admin/settings' }
  const body = settingsPage(here, { shown, times, isFormer, result, mayReload: mayReload(visit) })
  const page = { title: visit.words.settings.title, at: 'settings', body } as const
  sendPage(response, here, page, result?.type === 'kept' ? 422 : 200)
}

/** The files hold all practices at once, and what is wrong in them may be another practice's. */
function mayReload({ staff }: StaffVisit): boolean {
  return staff.clinics.length === 0
}

/** @throws NotAllowed for everybody who does not manage. */
function managersOnly(response: Response): StaffVisit {
  const visit = staffVisitOf(response)
  if (!mayWork(visit.staff.roles, 'manager')) throw new NotAllowed('settings-only')
  return visit
}

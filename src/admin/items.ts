import { Router, type Response } from 'express'
import { z } from 'zod'
import { removeItem, reopenItem } from '../casework/removal.ts'
import {
  acknowledge,
  addNote,
  claim,
  recordOutcome,
  release,
  type ActionResult,
  type RefusedAction,
} from '../casework/staff-actions.ts'
import { staffText, textChoices, type RefusedText, type StaffTextResult } from '../casework/staff-text.ts'
import { readDossier } from '../casework/view/dossier.ts'
import { STAFF_REMOVAL_REASONS } from '../domain/follow-up/request.ts'
import {
  LANGUAGES,
  RECORDED_OUTCOMES,
  type Language,
  type Queue,
  type Trigger,
} from '../domain/follow-up/words.ts'
import { mayWork, worksFor } from '../domain/staff/roles.ts'
import { NotFound } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { doneNotice } from './item-notices.ts'
import { noteAsked } from './pages/endings.ts'
import { itemPage, type ItemNotice } from './pages/item.ts'
import { NO_TEXT, OWN_WORDS, textRefusal, type TypedText } from './pages/write-text.ts'
import type { Typed } from './pages/outcome-panel.ts'
import { instantOf } from './times.ts'
import { readerOf, staffVisitOf } from './visit.ts'
import type { Words } from './words.ts'

const NUMBER = z.coerce.number().int().positive().max(2_147_483_647)
const NOTE = z.string().max(2_000).default('')
const OUTCOME_FORM = z.object({
  outcome: z.enum(RECORDED_OUTCOMES),
  note: NOTE,
  callbackAt: z.string().max(30).default(''),
  seen: z.string().max(200).optional(),
})
const NOTE_FORM = z.object({ note: NOTE })
const REMOVE_FORM = z.object({
  reason: z.enum(STAFF_REMOVAL_REASONS).optional().catch(undefined),
  note: NOTE,
  seen: z.string().max(200).optional(),
})
const SEEN_FORM = z.object({ seen: z.string().max(200).optional() }).default({})
const TEXT_FORM = z.object({
  choice: z.string().max(200).default(''),
  words: z.string().max(1_000).default(''),
  seen: z.string().max(200).optional(),
})
export const NOTHING_TYPED: Typed = { note: '', callbackAt: '' }

const STATUS: Readonly<Record<RefusedAction, number>> = {
  'not-your-queue': 403,
  'closed-already': 409,
  'claimed-by-another': 409,
  'changed-meanwhile': 409,
  'licensed-decides': 403,
  'has-open-item': 409,
  'not-closed': 409,
  'note-required': 422,
  'callback-time-required': 422,
}

const TEXT_STATUS: Readonly<Record<Exclude<RefusedText, 'text-not-allowed'>, number>> = {
  ...STATUS,
  'no-number': 422,
  'wording-unknown': 422,
  'own-words-not-allowed': 422,
  'text-waits-already': 409,
  'same-text-today': 409,
  'line-gone': 409,
}

/** One item's page and what people record on it. Every change answers with a redirect, so that reloading repeats nothing. */
export function itemsRouter(deps: AdminDeps): Router {
  const router = Router()
  const at = '/follow-ups/:number'

  router.get(at, async (request, response) => {
    const visit = staffVisitOf(response)
    const number = numberOf(request.params.number)
    const notice = await doneNotice(deps, visit, number, request.query)
    await showItem(deps, response, number, notice, NOTHING_TYPED, 200)
  })

  router.post(`${at}/outcomes`, async (request, response) => {
    const form = OUTCOME_FORM.parse(request.body)
    const { staff, now } = staffVisitOf(response)
    const item = await itemOf(deps, response, request.params.number)
    const { zone } = deps.casework.practices.policy(item.clinicId).calendar
    const callbackAt = instantOf(form.callbackAt, zone)
    const result = await recordOutcome(deps.casework, staff, {
      number: item.number,
      outcome: form.outcome,
      note: form.note,
      ...(form.seen === undefined ? {} : { seen: form.seen }),
      ...(callbackAt && callbackAt > now ? { callbackAt } : {}),
    })
    await answer(deps, response, item, result, form.outcome, form)
  })

  router.post(`${at}/notes`, async (request, response) => {
    const { note } = NOTE_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const result = await addNote(deps.casework, staffVisitOf(response).staff, { number: item.number, note })
    await answer(deps, response, item, result, 'note', { note, callbackAt: '' })
  })

  router.post(`${at}/remove`, async (request, response) => {
    const { reason, note, seen } = REMOVE_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const { staff, words } = staffVisitOf(response)
    const typed = { ...NOTHING_TYPED, ending: { reason: reason ?? '', note } }
    if (reason === undefined) {
      const notice = { kind: 'refused', text: words.workflow.reasonRequired } as const
      await showItem(deps, response, item.number, notice, typed, 422)
      return
    }
    const order = { number: item.number, reason, note, ...(seen === undefined ? {} : { seen }) }
    await answer(deps, response, item, await removeItem(deps.casework, staff, order), 'remove', typed)
  })

  router.post(`${at}/reopen`, async (request, response) => {
    const { note } = NOTE_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const { staff } = staffVisitOf(response)
    const result = await reopenItem(deps.casework, staff, { number: item.number, note })
    await answer(deps, response, item, result, 'reopen', { ...NOTHING_TYPED, ending: { reason: '', note } })
  })

  router.post(`${at}/texts`, async (request, response) => {
    const form = TEXT_FORM.parse(request.body)
    const item = await itemOf(deps, response, request.params.number)
    const { seen } = form
    const visit = staffVisitOf(response)
    const result = await staffText(deps.casework, visit.staff, {
      number: item.number,
      ...chosenText(form),
      ...(seen === undefined ? {} : { seen }),
    })
    if (result.type === 'planned') {
      const done = result.stopped ? 'text-stopped' : 'text'
      response.redirect(303, `/admin/follow-ups/${String(item.number)}?done=${done}`)
      return
    }
    const text = textRefusal(result, visit.words)
    const notice = { kind: 'refused', text } as const
    await showItem(deps, response, item.number, notice, NOTHING_TYPED, statusOf(result), form)
  })

  for (const [name, act] of [
    ['claim', claim],
    ['release', release],
    ['acknowledge', acknowledge],
  ] as const) {
    router.post(`${at}/${name}`, async (request, response) => {
      const item = await itemOf(deps, response, request.params.number)
      const { seen } = SEEN_FORM.parse(request.body)
      const result = await act(deps.casework, staffVisitOf(response).staff, {
        number: item.number,
        ...(seen === undefined ? {} : { seen }),
      })
      await answer(deps, response, item, result, name, NOTHING_TYPED)
    })
  }

  return router
}

/** An approved wording with its language, or words of the sender's own. */
function chosenText({ choice, words }: TypedText): {
  content: { wording: string } | { words: string }
  language?: Language
} {
  if (choice === OWN_WORDS) return { content: { words } }
  const [wording = '', code] = choice.split(':')
  const language = LANGUAGES.find((known) => known === code)
  return { content: { wording }, ...(language ? { language } : {}) }
}

function statusOf(result: Exclude<StaffTextResult, { type: 'planned' }>): number {
  return result.type === 'not-allowed' ? 422 : TEXT_STATUS[result.reason]
}

type Item = Awaited<ReturnType<typeof itemOf>>

/** A redirect to the item as it is now; or, refused, its page with why and with what was typed. @param done what was done, as the address says it. */
export async function answer(
  deps: AdminDeps,
  response: Response,
  item: Item,
  result: ActionResult,
  done: string,
  typed: Typed,
): Promise<void> {
  if (result.type === 'done') {
    response.redirect(303, `/admin/follow-ups/${String(item.number)}?done=${done}&from=${item.queue}`)
    return
  }
  const text = refusalText(deps, item, { reason: result.reason, done }, staffVisitOf(response).words)
  await showItem(deps, response, item.number, { kind: 'refused', text }, typed, STATUS[result.reason])
}

/** A note that the practice asks for says what is to stand in it. */
function refusalText(
  deps: AdminDeps,
  item: Item,
  { reason, done }: { readonly reason: RefusedAction; readonly done: string },
  words: Words,
): string {
  const outcome = RECORDED_OUTCOMES.find((known) => known === done)
  if (outcome === undefined || reason !== 'note-required') return words.refusals[reason]
  return noteAsked(deps.casework.practices.policy(item.clinicId), item.trigger as Trigger, outcome, words)
}

export async function showItem(
  deps: AdminDeps,
  response: Response,
  number: number,
  notice: ItemNotice | null,
  typed: Typed,
  status: number,
  typedText: TypedText = NO_TEXT,
): Promise<void> {
  const visit = staffVisitOf(response)
  const { db, practices } = deps.casework
  const dossier = await readDossier(db, readerOf(visit), { number }, visit.now)
  if (!dossier) throw new NotFound(`There is no item ${String(number)}.`)
  const policy = practices.policy(dossier.item.clinicId)
  const { calendar, texting } = policy
  const mayWrite = mayWork(visit.staff.roles, dossier.item.queue as Queue)
  const texts = mayWrite ? await textChoices(deps.casework, visit.staff, dossier.item.id) : []
  const given = { notice, typed, texts, typedText, policy, ownWords: texting.freeText }
  sendPage(
    response,
    visit,
    {
      title: `#${String(number)}`,
      at: 'board',
      live: true,
      body: itemPage(visit, dossier, calendar.zone, given),
    },
    status,
  )
}

/** The item that a change is for, if it belongs to the practices of whoever asks. */
export async function itemOf(deps: AdminDeps, response: Response, number: string) {
  const { staff } = staffVisitOf(response)
  const item = await deps.casework.db.followUp.findUnique({
    where: { number: numberOf(number) },
    select: { number: true, clinicId: true, queue: true, trigger: true },
  })
  if (!item || !worksFor(staff, item.clinicId)) throw new NotFound(`There is no item ${number}.`)
  return item
}

function numberOf(text: string): number {
  const parsed = NUMBER.safeParse(text)
  if (!parsed.success) throw new NotFound('An item is addressed by its number.')
  return parsed.data
}

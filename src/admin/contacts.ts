import { Router, type Response } from 'express'
import { z } from 'zod'
import {
  grantConsent,
  revokeConsent,
  WRITTEN_BASES,
  type ConsentResult,
} from '../casework/contacts/consents.ts'
import { recordFact } from '../casework/contacts/facts.ts'
import { readContactProof, type ContactProof } from '../casework/view/contact-proof.ts'
import { findContacts } from '../casework/view/contact-search.ts'
import { SCOPES } from '../domain/consent/ledger.ts'
import { STAFF_FACTS } from '../domain/contact/facts.ts'
import { worksFor } from '../domain/staff/roles.ts'
import { BadInput, NotFound } from '../platform/errors.ts'
import { sendPage } from './answers.ts'
import { proofCsv, proofJson } from './contact-files.ts'
import type { AdminDeps } from './deps.ts'
import { contactPage, contactPrint, type ContactNotice } from './pages/contact.ts'
import type { TypedConsent } from './pages/contact-forms.ts'
import { contactAddress, searchPage } from './pages/contact-search.ts'
import { instantOf } from './times.ts'
import { readerOf, staffVisitOf } from './visit.ts'
import { fill, type Words } from './words.ts'

const ASKED = z.object({ q: z.string().max(100).default('') })
const PHONE = z.string().regex(/^\+[1-9]\d{6,14}$/)
const FACT_FORM = z.object({ kind: z.enum(STAFF_FACTS), note: z.string().max(500).default('') })
const GRANT_FORM = z.object({
  /** for a request with its number: `this-request:4711` */
  scope: z
    .string()
    .regex(/^[a-z-]+(:\d{1,9})?$/)
    .transform((given) => given.split(':'))
    .transform(([scope, number]) => ({
      scope: z.enum(SCOPES).parse(scope),
      followUp: number === undefined ? null : { number: Number(number) },
    })),
  basis: z.enum(WRITTEN_BASES),
  evidence: z.string().max(200).default(''),
  wordingVersion: z.string().max(200).default(''),
  givenAt: z.string().max(30).default(''),
  words: z.string().max(1_000).default(''),
})
const REVOKE_FORM = z.object({ words: z.string().max(1_000).default('') })
const DONE = z.object({
  done: z
    .enum([...STAFF_FACTS, 'grant', 'grant-stopped', 'revoke', 'known'])
    .optional()
    .catch(undefined),
})
type Done = NonNullable<z.infer<typeof DONE>['done']>
const NOTHING_TYPED: TypedConsent = {
  ...{ note: '', scope: '', basis: '', evidence: '', wordingVersion: '', givenAt: '', words: '' },
}

/** The search for contacts, the page of one number with its proof, and what staff say about it. */
export function contactsRouter(deps: AdminDeps): Router {
  const router = Router()
  const at = '/contacts/:phone'
  const { casework } = deps

  router.get('/contacts', async (request, response) => {
    const visit = staffVisitOf(response)
    const asked = ASKED.parse(request.query).q.trim()
    const found = asked === '' ? null : await findContacts(casework.db, readerOf(visit), asked)
    sendPage(response, visit, {
      title: visit.words.contact.contacts,
      at: 'contacts',
      body: searchPage(visit, asked, found),
    })
  })

  router.get(at, async (request, response) => {
    const { done } = DONE.parse(request.query)
    const { words } = staffVisitOf(response)
    const notice = done === undefined ? null : ({ kind: 'done', text: doneText(done, words) } as const)
    await showContact(deps, response, request.params.phone, notice, NOTHING_TYPED)
  })

  router.get(`${at}/print`, async (request, response) => {
    const visit = staffVisitOf(response)
    const proof = await proofOf(deps, response, request.params.phone, 'print')
    sendPage(response, visit, {
      title: proof.contact.phone,
      at: 'contacts',
      body: contactPrint(visit, proof, zoneOf(deps, response)),
    })
  })

  router.get(`${at}/proof.json`, async (request, response) => {
    const proof = await proofOf(deps, response, request.params.phone, 'json')
    sendFile(response, proof, 'json')
      .type('json')
      .send(proofJson(proof, staffVisitOf(response).staff))
  })

  router.get(`${at}/proof.csv`, async (request, response) => {
    const proof = await proofOf(deps, response, request.params.phone, 'csv')
    sendFile(response, proof, 'csv').type('csv').send(proofCsv(proof))
  })

  router.post(`${at}/facts`, async (request, response) => {
    const phone = phoneOf(request.params.phone)
    const { kind, note } = FACT_FORM.parse(request.body)
    const { staff, words } = staffVisitOf(response)
    const result = await recordFact(casework, staff, { phone, kind, note })
    if (result.type === 'refused') {
      const notice = { kind: 'refused', text: words.consentRefusals[result.reason] } as const
      await showContact(deps, response, phone, notice, { ...NOTHING_TYPED, note })
      return
    }
    back(response, phone, result.type === 'recorded' ? kind : 'known')
  })

  router.post(`${at}/consents`, async (request, response) => {
    const phone = phoneOf(request.params.phone)
    const { scope: about, ...form } = GRANT_FORM.parse(request.body)
    const order = { phone, ...about, ...form, givenAt: givenAtOf(form.givenAt, zoneOf(deps, response)) }
    const result = await grantConsent(casework, staffVisitOf(response).staff, order)
    const scope = about.followUp ? `${about.scope}:${String(about.followUp.number)}` : about.scope
    await answerConsent(deps, response, phone, result, { ...NOTHING_TYPED, ...form, scope })
  })

  router.post(`${at}/revocations`, async (request, response) => {
    const phone = phoneOf(request.params.phone)
    const { words } = REVOKE_FORM.parse(request.body)
    const order = { phone, evidence: '', words }
    const result = await revokeConsent(casework, staffVisitOf(response).staff, order)
    await answerConsent(deps, response, phone, result, NOTHING_TYPED)
  })

  return router
}

async function answerConsent(
  deps: AdminDeps,
  response: Response,
  phone: string,
  result: ConsentResult,
  typed: TypedConsent,
): Promise<void> {
  if (result.type === 'refused') {
    const text = staffVisitOf(response).words.consentRefusals[result.reason]
    await showContact(deps, response, phone, { kind: 'refused', text }, typed)
    return
  }
  if (result.type === 'known-already') back(response, phone, 'known')
  else if (result.kind === 'revoke') back(response, phone, 'revoke')
  else back(response, phone, result.permission.allowed ? 'grant' : 'grant-stopped')
}

async function showContact(
  deps: AdminDeps,
  response: Response,
  phone: string,
  notice: ContactNotice | null,
  typed: TypedConsent,
): Promise<void> {
  const visit = staffVisitOf(response)
  const proof = await proofOf(deps, response, phone, null)
  const body = contactPage(visit, proof, zoneOf(deps, response), { notice, typed })
  const title = visit.words.contact.contactPage
  sendPage(response, visit, { title, at: 'contacts', body }, notice?.kind === 'refused' ? 422 : 200)
}

async function proofOf(
  { casework }: AdminDeps,
  response: Response,
  phone: string,
  exported: string | null,
): Promise<ContactProof> {
  const visit = staffVisitOf(response)
  const how = { at: visit.now, exported }
  const proof = await readContactProof(casework.db, readerOf(visit), { phone: phoneOf(phone) }, how)
  if (!proof) throw new NotFound('Nobody with this number has been in touch yet.')
  return proof
}

/** The zone of the first practice that whoever looks works for. */
function zoneOf({ casework: { practices } }: AdminDeps, response: Response): string {
  const { staff } = staffVisitOf(response)
  return practices.all.find(({ clinicId }) => worksFor(staff, clinicId))?.calendar.zone ?? 'UTC'
}

/** A time that cannot be read must not pass for "just now". */
function givenAtOf(given: string, zone: string): Date | null {
  if (given === '') return null
  const read = instantOf(given, zone)
  if (!read) throw new BadInput('When the person agreed is a date and a time, such as 2026-12-02T09:00.')
  return read
}

function phoneOf(given: string): string {
  const read = PHONE.safeParse(given)
  if (!read.success)
    throw new NotFound('A contact is addressed by its number in E.164 form, such as +14155550100.')
  return read.data
}

/** The file's name holds no number: it would stand in every list of downloads. */
function sendFile(response: Response, { contact, readAt }: ContactProof, ending: string): Response {
  const name = `consent-${contact.id.slice(0, 8)}-${readAt.toISOString().slice(0, 10)}.${ending}`
  return response.set('content-disposition', `attachment; filename="${name}"`)
}

function back(response: Response, phone: string, done: Done): void {
  response.redirect(303, `${contactAddress(phone)}?done=${done}`)
}

function doneText(done: Done, { contact, contactFacts }: Words): string {
  const said: Partial<Record<Done, string>> = {
    grant: contact.doneGrant,
    'grant-stopped': contact.doneGrantStopped,
    revoke: contact.doneRevoke,
    known: contact.doneKnown,
  }
  const what = done in contactFacts ? contactFacts[done as keyof Words['contactFacts']] : ''
  return said[done] ?? fill(contact.doneFact, { what })
}

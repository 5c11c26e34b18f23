import type { z } from 'zod'
import type { Casework } from '../casework/casework.ts'
import { grantConsent } from '../casework/contacts/consents.ts'
import { deskFor } from '../casework/record.ts'
import { receiveRequestAt, type RequestOrder } from '../casework/requests.ts'
import { readBoard } from '../casework/view/board.ts'
import type { Reader } from '../casework/view/dossier.ts'
import { rowView } from '../casework/view/follow-up-view.ts'
import { readCaller } from '../domain/calling/caller.ts'
import type { Line, Policy } from '../domain/policy/policy.ts'
import { worksFor } from '../domain/staff/roles.ts'
import type { Tx } from '../platform/db.ts'
import { requireClinic } from './access.ts'
import {
  answerOnce,
  IDEMPOTENCY_HEADERS,
  IDEMPOTENCY_KEY,
  IDEMPOTENCY_REFUSALS,
  type KeptAnswer,
} from './idempotency.ts'
import { FOLLOW_UP_ORDER, REQUEST_RECEIPT, type FollowUpOrder } from './intake-schemas.ts'
import { operation, Reply } from './operation.ts'
import { BadParameters } from './problems.ts'
import { NO_QUERY } from './schemas.ts'

type Receipt = z.output<typeof REQUEST_RECEIPT>

export const createFollowUp = operation({
  id: 'createFollowUp',
  method: 'post',
  path: '/follow-ups',
  summary:
    "Tells of somebody's need. It opens an item, or joins the open one of the same person: several needs are one conversation.",
  scopes: ['intake', 'assistant', 'licensed', 'manager'],
  query: NO_QUERY,
  headers: IDEMPOTENCY_HEADERS,
  body: FOLLOW_UP_ORDER,
  answer: REQUEST_RECEIPT,
  created: 'An item was opened; 200 is answered when an open one was joined.',
  refusals: IDEMPOTENCY_REFUSALS,
  run: async ({ casework, reader, scopes, body, header }) => {
    const { policy, line } = placeOf(casework, reader, body)
    const phone = phoneOf(body.phone, policy)
    const order = requestOf(body, { phone, reader, clinicId: policy.clinicId, lineId: line.id })
    const showsItem = scopes.some((scope) => scope !== 'intake')
    const keyId = reader.id.slice('key:'.length)
    const {
      status,
      body: kept,
      replayed,
    } = await answerOnce(
      casework,
      { keyId, header: header(IDEMPOTENCY_KEY), fingerprintOf: ['createFollowUp', body] },
      (tx) => takeIn(casework, tx, order, showsItem),
    )
    // After the request, so that a consent that does not count costs nobody a callback. The same form twice is one line of the ledger,
    // so that a repeated request makes up for what a crash left undone.
    const consent = body.consent
      ? await writeConsent(casework, reader, phone ?? '', kept.id, body.consent)
      : null
    return new Reply(status, { ...kept, consent }, replayed ? { 'idempotent-replayed': 'true' } : {})
  },
})

async function takeIn(
  casework: Casework,
  tx: Tx,
  order: RequestOrder,
  showsItem: boolean,
): Promise<KeptAnswer<Omit<Receipt, 'consent'>>> {
  const contact = order.phone === null ? null : { phone: order.phone }
  const desk = await deskFor(casework, tx, { at: casework.clock.now(), contact })
  const { type, followUpId, number } = await receiveRequestAt(casework, desk, order)
  const { items } = await readBoard(tx, { clinics: [order.clinicId], id: followUpId }, { limit: 1 })
  const [row] = items
  if (!row) throw new Error('The item that a request was just written to is not there')
  const item = showsItem ? rowView(row) : null
  return {
    status: type === 'opened' ? 201 : 200,
    body: { result: type, id: followUpId, number, status: row.status, item },
  }
}

/** @throws BadParameters when clinic or line are missing where there are several, or not known. */
export function placeOf(
  { practices }: Casework,
  reader: Reader,
  { clinic, line }: { readonly clinic?: string | undefined; readonly line?: string | undefined },
): { readonly policy: Policy; readonly line: Line } {
  requireClinic(reader, clinic)
  const own = practices.all.filter(({ clinicId }) => worksFor(reader, clinicId))
  const wanted = own.filter(({ clinicId }) => clinic === undefined || clinicId === clinic)
  const [policy] = wanted
  if (!policy || wanted.length > 1) {
    const expected = `one of ${own.map(({ clinicId }) => clinicId).join(', ')}`
    throw new BadParameters([{ name: 'clinic', expected }])
  }
  const place = line === undefined ? policy.lines[0] : policy.lines.find(({ id }) => id === line)
  if (!place) {
    const expected = `one of ${policy.lines.map(({ id }) => id).join(', ')}`
    throw new BadParameters([{ name: 'line', expected }])
  }
  return { policy, line: place }
}

/** @throws BadParameters for what is no telephone of the North American plan, and for the practice's own. */
function phoneOf(given: string | null, policy: Policy): string | null {
  if (given === null) return null
  const caller = readCaller(given)
  const own = policy.lines.some(({ phone }) => caller.kind === 'number' && phone === caller.phone)
  if (caller.kind === 'number' && !own) return caller.phone
  const expected = own
    ? "the person's own number; this one is a line of the practice"
    : 'a US or Canadian phone number, such as +14155550100 or (415) 555-0100; null when there is none'
  throw new BadParameters([{ name: 'phone', expected }])
}

function requestOf(
  body: FollowUpOrder,
  { reader, ...place }: { phone: string | null; reader: Reader; clinicId: string; lineId: string },
): RequestOrder {
  return {
    ...place,
    language: body.language ?? null,
    need: {
      trigger: body.trigger,
      personName: body.name ?? null,
      reason: body.reason ?? null,
      segment: body.segment ?? null,
      dueFrom: body.dueFrom ?? null,
      dueTo: body.dueTo ?? null,
      provider: body.provider ?? null,
      providerPriority: body.providerPriority ?? null,
      lastAppointment: body.lastAppointment ?? null,
      preferredContact: body.preferredContact ?? null,
      insuranceNote: body.insuranceNote ?? null,
      authorizationNeeded: body.authorizationNeeded ?? false,
      ...{ lastOutreachAt: null, lastOutreachResult: null },
    },
    source: body.source ?? (body.trigger === 'web-form' ? 'form' : 'api'),
    by: reader.id,
    sourceRef: body.reference ?? null,
    importId: null,
    // A program judges no words.
    licensed: false,
  }
}

async function writeConsent(
  casework: Casework,
  reader: Reader,
  phone: string,
  followUpId: string,
  { scope, evidence, wordingVersion, givenAt }: NonNullable<FollowUpOrder['consent']>,
): Promise<NonNullable<Receipt['consent']>> {
  const result = await grantConsent(casework, reader, {
    ...{ phone, scope, evidence, wordingVersion, basis: 'form', words: '' },
    followUp: scope === 'this-request' ? { id: followUpId } : null,
    givenAt: givenAt === undefined ? null : new Date(givenAt),
  })
  if (result.type === 'refused') return { allowed: false, why: null, refused: result.reason }
  const { permission } = result
  return { allowed: permission.allowed, why: permission.allowed ? null : permission.why, refused: null }
}

import { judgeImport } from '../../src/casework/imports/judge.ts'
import { startImport } from '../../src/casework/imports/orders.ts'
import { runImport } from '../../src/casework/imports/run.ts'
import { takeInList, type ListOrder } from '../../src/casework/imports/take-in.ts'
import { addEndpoint } from '../../src/casework/outgoing/endpoints.ts'
import { lowerItem, raiseItem } from '../../src/casework/raising.ts'
import { removeItem, reopenItem } from '../../src/casework/removal.ts'
import { receiveRequest } from '../../src/casework/requests.ts'
import { addNote, recordOutcome } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import type { Actor } from '../../src/domain/staff/roles.ts'
import { missCall } from '../admin/people.ts'
import { piecesOf } from '../casework/imports/lists.ts'
import { LINES, type TestProduct } from '../support/product.ts'
import { sid } from '../support/webhook.ts'

/*
 * Clinical words in every field that a caller, another program or staff can fill. Each field has a word of its own that stands nowhere
 * else, so that whoever finds it knows where it came from.
 */

/** The canaries, by field. `qz` begins no other word. */
export const CANARIES = [
  'qztranscript',
  'qzreply',
  'qzpicture',
  'qznote',
  'qzoutcome',
  'qzquestion',
  'qzclosing',
  'qzclosedtranscript',
  'qzremoved',
  'qzreopened',
  'qzraise',
  'qzbefore',
  'qzlower',
  'qzreason',
  'qzinsurance',
  'qzoutreach',
  'qzbeside',
  'qzstop',
  'qzvoicestop',
  'qzelsewhere',
  'qzimported',
  'qzrejected',
  'qzpreview',
] as const
type Canary = (typeof CANARIES)[number]
/** A name is no place for a word of illness, and who calls somebody must know it; it stands on pages, and nowhere else. */
export const NAME = 'qzname'

// The canary comes first: some pages show the beginning of a cell alone.
const clinical = (canary: Canary): string => `${canary} my rash is worse`
const harmless = (canary: Canary): string => `please call me about ${canary}`

let count = 0
const newPhone = (): string => `+1415555${String(7_000 + ++count)}`

/** What the addresses of pages and API operations are made of. */
export type Places = {
  readonly items: readonly { readonly number: number; readonly id: string }[]
  readonly phones: readonly string[]
  readonly importIds: readonly string[]
  readonly callSids: readonly string[]
  readonly messageSids: readonly string[]
}

/** Fills every field. @param people who acts: the front desk, a nurse, and whoever brought the list in. */
export async function fillEverything(
  at: TestProduct,
  people: { readonly desk: Actor; readonly nurse: Actor; readonly importer: Actor },
): Promise<Places> {
  const { casework } = at.product
  const { desk, nurse } = people
  const pass = async () => casework.clock.control?.jump(60_000)
  await addEndpoint(casework.db, {
    ...{ url: 'http://127.0.0.1:9/hook', events: [], clinics: [], by: desk.id },
    ...{ at: casework.clock.now(), localAllowed: true },
  })
  await casework.listeners.refresh()

  const text = (phone: string, body: string, more: { to?: string; pictures?: number } = {}) =>
    textArrived(casework, {
      ...{ messageSid: sid('SM', 8_000 + ++count), from: phone, to: more.to ?? LINES.backup, body },
      mediaCount: more.pictures ?? 0,
      media: more.pictures ? [{ sid: sid('ME', 8_000 + count), contentType: 'image/jpeg' }] : [],
      carrierVerdict: undefined,
    })
  const call = async (says?: string) => (await missCall(at, newPhone(), says)).number

  await call(clinical('qztranscript'))
  await text(newPhone(), clinical('qzreply'))
  await text(newPhone(), harmless('qzpicture'), { pictures: 1 })
  await addNote(casework, desk, { number: await call(), note: clinical('qznote') })
  const tried = { outcome: 'no-answer', note: clinical('qzoutcome') } as const
  await recordOutcome(casework, desk, { number: await call(), ...tried })
  const asked = { outcome: 'clinical-question', note: harmless('qzquestion') } as const
  await recordOutcome(casework, desk, { number: await call(), ...asked })
  const settled = { outcome: 'resolved', note: harmless('qzclosing') } as const
  await recordOutcome(casework, nurse, { number: await call(clinical('qzclosedtranscript')), ...settled })
  const gone = { reason: 'no-longer-needed', note: clinical('qzremoved') } as const
  await removeItem(casework, nurse, { number: await call(), ...gone })
  const closed = await call()
  await recordOutcome(casework, desk, { number: closed, outcome: 'resolved', note: 'Settled.' })
  await reopenItem(casework, nurse, { number: closed, note: clinical('qzreopened') })
  const raised = { urgency: 'clinical', note: harmless('qzraise') } as const
  await raiseItem(casework, desk, { number: await call(), ...raised })

  const phone = newPhone()
  const back = await missCall(at, phone)
  await text(phone, harmless('qzbefore'))
  await pass()
  await raiseItem(casework, desk, { number: back.number, urgency: 'urgent', note: '' })
  await lowerItem(casework, nurse, { number: back.number, read: 99, reason: harmless('qzlower') })
  await pass()
  await text(phone, 'Tuesday works for me')

  await need(at, { reason: clinical('qzreason'), insuranceNote: harmless('qzbeside') })
  await need(at, { insuranceNote: clinical('qzinsurance') })
  await need(at, { lastOutreachResult: clinical('qzoutreach') })

  await text(newPhone(), `please stop texting me, ${clinical('qzstop')}`)
  await call(`stop texting me, ${clinical('qzvoicestop')}`)
  await text(newPhone(), `please stop texting me, ${clinical('qzelsewhere')}`, { to: '+14155559999' }).catch(
    () => undefined,
  )
  const worked = [clinicalRow(newPhone(), 'qzimported'), clinicalRow('12', 'qzrejected')]
  const importIds = [
    await bring(at, people.importer, worked, true),
    await bring(at, people.importer, [clinicalRow(newPhone(), 'qzpreview')], false),
  ]
  return { importIds, ...(await places(at)) }
}

function need(at: TestProduct, words: Partial<Need>) {
  return receiveRequest(at.product.casework, {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone: newPhone(), language: null },
    ...{ source: 'api', by: 'key:1', sourceRef: null, importId: null, licensed: false },
    need: {
      ...{ trigger: 'recall-due', personName: NAME, reason: null, segment: 'overdue-follow-up' },
      ...{ dueFrom: '2026-11-01', dueTo: '2026-12-31', provider: null, providerPriority: null },
      ...{ lastAppointment: null, preferredContact: null, insuranceNote: null, authorizationNeeded: false },
      ...{ lastOutreachAt: null, lastOutreachResult: null, responsible: null },
      ...words,
    },
  })
}

const clinicalRow = (phone: string, canary: Canary): string => `${NAME},${phone},${clinical(canary)}`

/** A list as its jobs would work it, up to the preview or to the end. @returns its id. */
async function bring(
  at: TestProduct,
  importer: Actor,
  rows: readonly string[],
  started: boolean,
): Promise<string> {
  const { casework } = at.product
  const order: ListOrder = {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', trigger: 'recall-due' },
    ...{ fileName: 'recall.csv', startsItself: false },
  }
  const file = piecesOf(['Name,Phone,Reason', ...rows].join('\r\n'))
  const taken = await takeInList(casework, importer.id, order, file)
  if (taken.type === 'refused') throw new Error(`The list was refused: ${taken.problem.why}`)
  await judgeImport(casework, taken.id)
  if (!started) return taken.id
  await startImport(casework, importer, taken.id)
  await runImport(casework, taken.id)
  return taken.id
}

async function places({ database: { db } }: TestProduct): Promise<Omit<Places, 'importIds'>> {
  const [items, contacts, calls, messages] = await Promise.all([
    db.followUp.findMany({ select: { number: true, id: true } }),
    db.contact.findMany({ select: { phone: true } }),
    db.call.findMany({ where: { recordingSid: { not: null } }, select: { sid: true } }),
    db.message.findMany({ where: { direction: 'in', mediaCount: { gt: 0 } }, select: { sid: true } }),
  ])
  return {
    items,
    phones: contacts.map(({ phone }) => phone),
    callSids: calls.map(({ sid: callSid }) => callSid),
    messageSids: messages.map(({ sid: messageSid }) => messageSid ?? ''),
  }
}

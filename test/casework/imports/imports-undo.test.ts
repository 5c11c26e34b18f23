import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledgerLine } from '../../../src/casework/contact-store.ts'
import { grantConsent, revokeConsent } from '../../../src/casework/contacts/consents.ts'
import { orderUndo, startImport } from '../../../src/casework/imports/orders.ts'
import { keepUpImports } from '../../../src/casework/imports/upkeep.ts'
import { permissionToText } from '../../../src/domain/consent/ledger.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { employ, type Colleague } from '../people.ts'
import {
  bring,
  itemOf,
  list,
  MANAGER,
  RECALLS,
  requestsOf,
  run,
  runLists,
  undo,
  verdicts,
  view,
  workOn,
} from './lists.ts'

const DAY = 24 * 60

let stage: CaseworkStage
let clerk: Colleague

beforeAll(async () => {
  stage = await startCasework()
  clerk = await employ(stage.db, 'Ana', 'assistant')
})
afterAll(() => stage.close())
beforeEach(() => {
  stage.setTime(WEDNESDAY_11)
  stage.enqueued.length = 0
})

async function permission(phone: string, scope: 'recall' | 'appointment-reminders') {
  const rows = await stage.db.consentEvent.findMany({
    where: { contact: { phone } },
    orderBy: { seq: 'asc' },
  })
  return permissionToText(rows.map(ledgerLine), { scope, followUpId: '' })
}

describe('a consent on a list', () => {
  const HEAD = 'Phone,Recall text consent,Appointment text consent,Consent date'

  it('is written down with the row as its proof, for what the list says and for nothing else', async () => {
    const [yes, no] = [stage.newPhone(), stage.newPhone()]
    const id = await bring(stage, list(HEAD, `${yes},yes,,6/1/2026`, `${no},,no,6/1/2026`))
    await run(stage, id)
    expect(await permission(yes, 'recall')).toMatchObject({ allowed: true })
    expect(await permission(yes, 'appointment-reminders')).toMatchObject({ allowed: false })
    expect(await permission(no, 'recall')).toMatchObject({ allowed: false })
    expect(
      await stage.db.consentEvent.findMany({
        where: { contact: { phone: { in: [yes, no] } } },
        orderBy: { seq: 'asc' },
      }),
    ).toMatchObject([
      {
        ...{
          kind: 'grant',
          scope: 'recall',
          basis: 'import',
          evidence: `import:${id}:2`,
          staffId: MANAGER.id,
        },
        at: new Date('2026-06-01T07:00:00Z'),
      },
    ])
  })

  it.each([
    { note: 'from nobody knows when', date: '' },
    { note: 'from before', date: '6/1/2026' },
    { note: 'from after', date: '12/1/2026' },
  ])('$note does not count while a "stop" stands', async ({ date }) => {
    const phone = stage.newPhone()
    stage.setTime(new Date('2026-11-02T19:00:00Z'))
    await stage.call(phone)
    await revokeConsent(stage.sending, MANAGER, { phone, evidence: '', words: '' })
    stage.setTime(WEDNESDAY_11)
    const id = await bring(stage, list(HEAD, `${phone},yes,,${date}`))
    await run(stage, id)
    expect((await permission(phone, 'recall')).allowed).toBe(false)
    expect(await stage.db.consentEvent.count({ where: { contact: { phone }, kind: 'grant' } })).toBe(0)
  })

  it('from before somebody stopped and agreed again does not come back with the list', async () => {
    const phone = stage.newPhone()
    await stage.call(phone)
    await revokeConsent(stage.sending, MANAGER, { phone, evidence: '', words: '' })
    stage.setTime(later(WEDNESDAY_11, 10))
    await grantConsent(stage.sending, MANAGER, {
      ...{ phone, scope: 'appointment-reminders', followUp: null, basis: 'form', evidence: 'form-1' },
      ...{ words: '', wordingVersion: '', givenAt: stage.now() },
    })
    await run(stage, await bring(stage, list(HEAD, `${phone},yes,,6/1/2026`)))
    expect(await permission(phone, 'recall')).toMatchObject({ allowed: false })
    expect(await permission(phone, 'appointment-reminders')).toMatchObject({ allowed: true })
  })

  it('that came by mistake is void when the import is undone; what the person said elsewhere stays', async () => {
    const phone = stage.newPhone()
    await grantConsent(stage.sending, MANAGER, {
      ...{
        phone,
        scope: 'appointment-reminders',
        followUp: null,
        basis: 'form',
        evidence: `form-${randomUUID()}`,
      },
      ...{ words: '', wordingVersion: '', givenAt: null },
    })
    const id = await bring(stage, list(HEAD, `${phone},yes,yes,6/1/2026`))
    await run(stage, id)
    expect(await permission(phone, 'recall')).toMatchObject({ allowed: true })
    await undo(stage, id)
    expect(await permission(phone, 'recall')).toMatchObject({ allowed: false, why: 'no-consent' })
    expect(await permission(phone, 'appointment-reminders')).toMatchObject({ allowed: true })
  })
})

describe('undoing an import', () => {
  it('takes off the list what nobody worked, leaves what somebody did, and says how many', async () => {
    const [idle, worked, joined] = [stage.newPhone(), stage.newPhone(), stage.newPhone()]
    const open = await stage.call(joined)
    const id = await bring(stage, list('Phone', idle, worked, joined))
    await run(stage, id)
    await workOn(stage, clerk, (await itemOf(stage, worked)).number, 'no-answer')
    await undo(stage, id)
    expect(await itemOf(stage, idle)).toMatchObject({ status: 'closed', outcome: 'removed' })
    expect((await itemOf(stage, worked)).status).not.toBe('closed')
    expect((await itemOf(stage, joined)).status).not.toBe('closed')
    expect(await stage.history(open.followUpId)).toContain('request-withdrawn')
    expect(await view(stage, id)).toMatchObject({ state: 'undone', undone: { removed: 1, kept: 2 } })
    const requests = await requestsOf(stage, id)
    expect(requests.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
    expect(await orderUndo(stage.sending, MANAGER, id)).toEqual({ type: 'refused', reason: 'not-now' })
  })

  it('lets the same list be imported again', async () => {
    const text = list('Phone', stage.newPhone())
    const first = await bring(stage, text)
    await run(stage, first)
    await undo(stage, first)
    expect(await verdicts(stage, await bring(stage, text))).toEqual(['2: new'])
  })
})

describe('the upkeep of imports', () => {
  it('removes rows thirty days after the end and keeps the counts', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone(), 'none'))
    await run(stage, id)
    const left = await bring(stage, list('Phone', stage.newPhone()))
    stage.setTime(later(WEDNESDAY_11, 30 * DAY))
    await keepUpImports(stage.sending)
    expect(await stage.db.importRow.count({ where: { importId: id } })).toBe(2)
    stage.setTime(later(WEDNESDAY_11, 30 * DAY + 1))
    await keepUpImports(stage.sending)
    expect(await stage.db.importRow.count({ where: { importId: { in: [id, left] } } })).toBe(0)
    expect(await view(stage, id)).toMatchObject({ ...{ state: 'done', rowsGone: true }, counts: { new: 1 } })
    expect(await view(stage, left)).toMatchObject({ state: 'discarded' })
    await undo(stage, id)
    expect(await view(stage, id)).toMatchObject({ undone: { removed: 1, kept: 0 } })
  })

  it('wakes an import whose job was lost, and drops a file that was cut off', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone()))
    await startImport(stage.sending, MANAGER, id)
    const torn = randomUUID()
    await stage.db.import.create({
      data: {
        ...{ ...RECALLS, id: torn, columns: ['Phone'], state: 'reading', createdBy: MANAGER.id },
        ...{ createdAt: stage.now(), touchedAt: stage.now() },
      },
    })
    stage.enqueued.length = 0
    stage.setTime(later(WEDNESDAY_11, 10))
    await keepUpImports(stage.sending)
    expect(stage.enqueued).toEqual([])
    stage.setTime(later(WEDNESDAY_11, 61))
    await keepUpImports(stage.sending)
    await runLists(stage)
    expect(await view(stage, id)).toMatchObject({ state: 'done' })
    expect(await stage.db.import.count({ where: { id: torn } })).toBe(0)
  })
})

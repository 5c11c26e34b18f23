import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordFact } from '../../../src/casework/contacts/facts.ts'
import { chooseColumns, discardImport, startImport } from '../../../src/casework/imports/orders.ts'
import { runImport } from '../../../src/casework/imports/run.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { employ, type Colleague } from '../people.ts'
import {
  bring,
  itemOf,
  list,
  MANAGER,
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

describe('the preview of a list', () => {
  it('says of each row what importing it would do, and changes nothing', async () => {
    const [fresh, called, dnc, out, booked, again] = Array.from({ length: 6 }, () => stage.newPhone())
    const open = await stage.call(called!)
    await stage.call(dnc!)
    await recordFact(stage.sending, clerk.actor, { phone: dnc!, kind: 'do-not-call', note: '' })
    await stage.text(out!, 'STOP')
    await stage.db.followUp.updateMany({
      where: { contact: { phone: out! } },
      data: {
        ...{
          status: 'closed',
          outcome: 'opted-out',
          closingNote: 'asked for no texts',
          closedAt: stage.now(),
        },
        ...{ dueAt: null, nextAction: null, nextTouchAt: null, cadenceEnded: 'closed', escalateAt: null },
        ...{ replyBy: null, hearBy: null },
      },
    })
    await stage.call(booked!)
    await stage.db.followUp.updateMany({
      where: { contact: { phone: booked! } },
      data: { status: 'scheduled' },
    })
    const items = await stage.db.followUp.count()
    const id = await bring(
      stage,
      list(
        'Name,Phone,Reason,Language,Due date',
        `Ana López,${fresh!},annual visit,Spanish,12/15/2026`,
        `Ben Ito,${called!},annual visit,,`,
        `Carla Roy,${dnc!},annual visit,,`,
        `Dee Wu,${out!},annual visit,,`,
        `Eli Fox,${booked!},annual visit,,`,
        `"López, Ana",${fresh!},Annual visit,,`,
        `Luis López,${fresh!},annual visit,,`,
        `Gus Ray,555-0199,annual visit,Klingon,`,
        `Hana Ode,,annual visit,,24/12/2026`,
        `Ivy Sol,${again!},annual visit,,`,
      ),
    )
    expect(await verdicts(stage, id)).toEqual([
      '2: new',
      '3: joined',
      '4: skipped do-not-call',
      '5: opted-out',
      '6: skipped already-scheduled',
      '7: skipped duplicate row 2',
      '8: joined row 2',
      '9: rejected invalid-number+unknown-language',
      '10: rejected no-phone+unreadable-date',
      '11: new',
    ])
    expect(await view(stage, id)).toMatchObject({
      ...{ state: 'preview', rows: 10, progress: null },
      counts: { new: 2, joined: 2, 'opted-out': 1, skipped: 3, rejected: 2 },
    })
    expect(await stage.db.followUp.count()).toBe(items)
    expect(await stage.db.contact.count({ where: { phone: fresh! } })).toBe(0)
    expect(await stage.history(open.followUpId)).toEqual(['call-missed'])
  })

  it('reads the same heading line next time as the manager said, and the rows anew at once', async () => {
    const phone = stage.newPhone()
    const text = list('Quien,Numero de contacto,Nota', `Ana,${phone},annual visit`)
    const first = await bring(stage, text)
    expect(await verdicts(stage, first)).toEqual(['2: rejected no-phone'])
    expect(await chooseColumns(stage.sending, MANAGER, first, { personName: 0 })).toEqual({
      ...{ type: 'refused', reason: 'no-phone-column' },
    })
    const chosen = { personName: 0, phone: 1, reason: 2 }
    expect(await chooseColumns(stage.sending, MANAGER, first, chosen)).toEqual({ type: 'ordered' })
    expect(await view(stage, first)).toMatchObject({ state: 'judging', progress: { done: 0, of: 1 } })
    await runLists(stage)
    expect(await verdicts(stage, first)).toEqual(['2: new'])
    const second = await bring(stage, text.replace('Quien', 'QUIEN'))
    expect(await view(stage, second)).toMatchObject({ mapping: chosen, counts: { new: 1 } })
  })

  it('can be thrown away, and its rows with it', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone()))
    await discardImport(stage.sending, MANAGER, id)
    expect(await view(stage, id)).toMatchObject({ state: 'discarded', rowsGone: true })
    expect(await stage.db.importRow.count({ where: { importId: id } })).toBe(0)
    expect(await startImport(stage.sending, MANAGER, id)).toEqual({ type: 'refused', reason: 'not-now' })
  })

  it('of a practice is for those who work there', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone()))
    const stranger = { id: 'stranger', clinics: ['harbor'] }
    await expect(startImport(stage.sending, stranger, id)).rejects.toThrow('no such import')
  })

  it('with nothing to import is not started', async () => {
    const id = await bring(stage, list('Phone', 'none'))
    expect(await startImport(stage.sending, MANAGER, id)).toEqual({
      ...{ type: 'refused', reason: 'nothing-to-import' },
    })
  })
})

describe('an import', () => {
  it('makes an item of each new need, with all that the list said, due no sooner than the list says', async () => {
    const [ana, ben] = [stage.newPhone(), stage.newPhone()]
    const id = await bring(
      stage,
      list(
        'Name,Phone,Reason,Language,Due date,Provider,Priority,Prior auth,MRN',
        `Ana López,${ana},annual visit,Spanish,12/15/2026,Dr. Okafor,1,yes,A-77`,
        `Ben Ito,${ben},flu shot reminder,,11/2/2026,,,,`,
      ),
    )
    await run(stage, id)
    expect(await view(stage, id)).toMatchObject({ state: 'done', counts: { new: 2, rejected: 0 } })
    const item = await itemOf(stage, ana)
    expect(item).toMatchObject({
      ...{ trigger: 'recall-due', language: 'es', status: 'new-request' },
      contact: { name: 'Ana López', language: 'es' },
    })
    expect(item.dueAt! >= new Date('2026-12-15T16:00:00Z')).toBe(true)
    const [request] = await requestsOf(stage, id)
    expect(request).toMatchObject({
      ...{ followUpId: item.id, source: 'import', sourceRef: 'A-77', personName: 'Ana López' },
      ...{ reason: 'annual visit', provider: 'Dr. Okafor', providerPriority: 1, authorizationNeeded: true },
      dueFrom: new Date('2026-12-15'),
    })
    const rows = await stage.db.importRow.findMany({ where: { importId: id }, orderBy: { row: 'asc' } })
    expect(rows.map(({ done, followUpId }) => [done, followUpId !== null])).toEqual([
      [true, true],
      [true, true],
    ])
    expect((await itemOf(stage, ben)).dueAt! < new Date('2026-12-15T16:00:00Z')).toBe(true)
  })

  it('adds the need to the open conversation and makes no second item', async () => {
    const phone = stage.newPhone()
    const { followUpId } = await stage.call(phone)
    const id = await bring(stage, list('Name,Phone', `Ana,${phone}`, `Luis,${phone}`))
    await run(stage, id)
    expect((await itemOf(stage, phone)).id).toBe(followUpId)
    expect((await requestsOf(stage, id)).map((request) => [request.followUpId, request.personName])).toEqual([
      [followUpId, 'Ana'],
      [followUpId, 'Luis'],
    ])
    expect(await view(stage, id)).toMatchObject({ counts: { new: 0, joined: 2 } })
  })

  it('makes one item of a family on one telephone, with the needs of each', async () => {
    const phone = stage.newPhone()
    const id = await bring(stage, list('Name,Phone', `Ana,${phone}`, `Luis,${phone}`, `Eva,${phone}`))
    await run(stage, id)
    await itemOf(stage, phone)
    expect(await requestsOf(stage, id)).toHaveLength(3)
    expect(await verdicts(stage, id)).toEqual(['2: new', '3: joined', '4: joined'])
  })

  it('looks again before it opens an item: time went by since the preview', async () => {
    const [booked, silent] = [stage.newPhone(), stage.newPhone()]
    const id = await bring(stage, list('Phone', booked, silent))
    await stage.call(booked)
    await stage.db.followUp.updateMany({
      where: { contact: { phone: booked } },
      data: { status: 'scheduled' },
    })
    await stage.call(silent)
    await recordFact(stage.sending, clerk.actor, { phone: silent, kind: 'do-not-call', note: '' })
    await run(stage, id)
    expect(await verdicts(stage, id)).toEqual(['2: skipped already-scheduled', '3: skipped do-not-call'])
    expect(await requestsOf(stage, id)).toEqual([])
    expect(await view(stage, id)).toMatchObject({ counts: { new: 0, skipped: 2 } })
  })

  it('of the same list a second time imports nobody twice', async () => {
    const phones = [stage.newPhone(), stage.newPhone()]
    const text = list('Phone', ...phones)
    const [first, second] = [await bring(stage, text), await bring(stage, text)]
    await run(stage, first)
    await run(stage, second)
    expect(await verdicts(stage, second)).toEqual(['2: skipped in-cadence', '3: skipped in-cadence'])
    for (const phone of phones) await itemOf(stage, phone)
    await workOn(stage, clerk, (await itemOf(stage, phones[0]!)).number, 'resolved')
    expect(await verdicts(stage, await bring(stage, text))).toEqual([
      '2: skipped closed-lately',
      '3: skipped in-cadence',
    ])
    stage.setTime(later(stage.now(), 31 * DAY))
    expect(await verdicts(stage, await bring(stage, text))).toEqual(['2: new', '3: skipped in-cadence'])
  })

  it('hands a reason with clinical words to licensed staff', async () => {
    const phone = stage.newPhone()
    const id = await bring(stage, list('Phone,Reason', `${phone},chest pain after surgery`))
    await run(stage, id)
    expect(await itemOf(stage, phone)).toMatchObject({ queue: 'licensed', status: 'routed-to-clinical' })
    expect((await requestsOf(stage, id))[0]).toMatchObject({ clinical: true })
  })

  it('that starts by itself needs nobody to look at it', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone()), { startsItself: true })
    expect(await view(stage, id)).toMatchObject({ state: 'done', counts: { new: 1 } })
  })

  it('stands in the audit: who brought it, started it, took it back', async () => {
    const id = await bring(stage, list('Phone', stage.newPhone()))
    await run(stage, id)
    await undo(stage, id)
    const entries = await stage.db.auditEntry.findMany({
      where: { subject: `import:${id}` },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ actor, action, detail }) => [actor, action, detail])).toEqual([
      [MANAGER.id, 'import-uploaded', { rows: 1, trigger: 'recall-due' }],
      [MANAGER.id, 'import-started', {}],
      [MANAGER.id, 'import-undone', {}],
    ])
  })
})

describe('a list that cannot be recorded in part', () => {
  it('imports the other rows and says of that one that it failed here', async () => {
    const phones = [stage.newPhone(), stage.newPhone(), stage.newPhone()]
    const id = await bring(stage, list('Phone,MRN', ...phones.map((phone, index) => `${phone},N${index}`)))
    await stage.db.$executeRawUnsafe(
      `ALTER TABLE request ADD CONSTRAINT breaks CHECK (source_ref IS DISTINCT FROM 'N1') NOT VALID`,
    )
    await run(stage, id)
    await stage.db.$executeRawUnsafe('ALTER TABLE request DROP CONSTRAINT breaks')
    expect(await verdicts(stage, id)).toEqual(['2: new', '3: rejected not-recorded', '4: new'])
    expect(await stage.db.followUp.count({ where: { contact: { phone: phones[1]! } } })).toBe(0)
  })
})

describe('several workers', () => {
  it('of one import, and two imports of one list at once, import each row once', async () => {
    const phones = Array.from({ length: 60 }, () => stage.newPhone())
    const text = list('Phone', ...phones)
    const [first, second] = [await bring(stage, text), await bring(stage, text)]
    await startImport(stage.sending, MANAGER, first)
    await startImport(stage.sending, MANAGER, second)
    const jobs = [...stage.enqueued, ...stage.enqueued]
    stage.enqueued.length = 0
    await Promise.all(jobs.map(({ id }) => runImport(stage.sending, id)))
    await runLists(stage)
    const made = await stage.db.followUp.findMany({
      where: { contact: { phone: { in: phones } } },
      include: { requests: true },
    })
    expect(made).toHaveLength(60)
    expect(made.every(({ requests }) => requests.length === 1)).toBe(true)
    const [one, two] = [await view(stage, first), await view(stage, second)]
    expect([one.state, two.state]).toEqual(['done', 'done'])
    expect(one.counts.new + two.counts.new).toBe(60)
    expect(one.counts.skipped + two.counts.skipped).toBe(60)
  })
})

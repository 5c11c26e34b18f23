import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveRequest } from '../../src/casework/requests.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import { launchBrowser, openWindow, seriousFindingsInBothThemes } from '../support/browser.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { employ } from './people.ts'
import { pageText } from './records.ts'

type Person = Awaited<ReturnType<typeof employ>>
let at: TestProduct
let manager: Person
let assistant: Person
let nurse: Person
let stranger: Person

const NO_NEED: Need = {
  ...{ trigger: 'recall-due', personName: null, reason: null, segment: null, dueFrom: null, dueTo: null },
  ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
  ...{ insuranceNote: null, authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
}
let phones = 500

/** Somebody on a list; due for a call today unless told otherwise. @returns the item's id */
async function listed(
  name: string,
  need: Partial<Need> = {},
  item: { status?: string; dueAt?: Date; restUntil?: Date } = {},
): Promise<string> {
  const { db } = at.database
  const { followUpId } = await receiveRequest(at.product.casework, {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone: `+14155550${String(++phones)}` },
    ...{ language: null, source: 'staff', by: manager.id, sourceRef: null, importId: null, licensed: false },
    need: { ...NO_NEED, personName: name, ...need },
  })
  const { dueAt = later(WEDNESDAY_9, 60), status, restUntil } = item
  await db.followUp.update({ where: { id: followUpId }, data: { dueAt, ...(status ? { status } : {}) } })
  if (restUntil)
    await db.contact.updateMany({ where: { followUps: { some: { id: followUpId } } }, data: { restUntil } })
  return followUpId
}

beforeAll(async () => {
  at = await startTestProduct(WEDNESDAY_9)
  manager = await employ(at, { name: 'Rosa Lindqvist', roles: ['manager'] })
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  stranger = await employ(at, { name: 'Otto Fern', roles: ['manager'], clinics: ['harbor'] })
  await listed('Dora Nodate')
  await listed('Cato Later', { dueFrom: '2026-11-20', reason: 'yearly visit', provider: 'Dr. Wu' })
  await listed('Bea Second', { dueFrom: '2026-11-10', providerPriority: 2, reason: 'a visit' })
  await listed('Bob First', { dueFrom: '2026-11-10', providerPriority: 1, reason: 'a visit' })
  await listed('Ann Reason', { dueTo: '2026-11-10', providerPriority: 2, reason: 'a cleaning' })
  await listed('Lea Results', { dueFrom: '2026-11-01', segment: 'result-review', reason: 'biopsy results' })
  await listed('Una Tomorrow', {}, { dueAt: later(WEDNESDAY_9, 24 * 60) })
  await listed('Rex Rested', {}, { restUntil: later(WEDNESDAY_9, 60) })
  await listed('Sid Booked', {}, { status: 'scheduled' })
  await listed('=Formula', { dueFrom: '2026-12-01', authorizationNeeded: true, insuranceNote: '-1+1' })
  await listed('Vera Visit', { trigger: 'appointment-request' })
})
afterAll(() => at.close())

const page = (person: Person, query = '') => pageText(`${at.url}/admin/recall${query}`, person.cookie, 'en')
const NAMES =
  /Lea Results|Bob First|Ann Reason|Bea Second|Cato Later|=Formula|Dora Nodate|Una Tomorrow|Rex Rested|Sid Booked|Vera Visit/g
const names = async (person: Person, query = ''): Promise<string[]> =>
  [...(await page(person, query)).matchAll(NAMES)].map(([name]) => name)

describe('the daily recall list', () => {
  test('comes by due date, provider priority and reason, and leaves out who is taken care of', async () => {
    expect(await names(assistant)).toEqual([
      ...['Lea Results', 'Bob First', 'Ann Reason', 'Bea Second', 'Cato Later', '=Formula', 'Dora Nodate'],
    ])
  })

  test('shows all open ones when asked, and those of a kind or a provider', async () => {
    expect(await names(assistant, '?show=all')).toEqual(
      expect.arrayContaining(['Una Tomorrow', 'Rex Rested', 'Dora Nodate']),
    )
    expect(await names(assistant, '?show=all')).not.toContain('Sid Booked')
    expect(await names(assistant, '?segment=result-review')).toEqual(['Lea Results'])
    expect(await names(assistant, '?provider=Dr.+Wu')).toEqual(['Cato Later'])
    expect(await page(assistant, '?segment=missed-visit')).toContain('Nobody is due today.')
  })

  test('calls a person with two open items about one of them only', async () => {
    const { db } = at.database
    const twice = await listed('Dora Nodate')
    const first = await db.followUp.findFirstOrThrow({
      where: { requests: { some: { personName: 'Dora Nodate' } } },
      orderBy: { number: 'asc' },
    })
    await db.followUp.update({ where: { id: twice }, data: { contactId: first.contactId } })
    expect((await names(assistant)).filter((name) => name === 'Dora Nodate')).toHaveLength(1)
  })

  test('flags what to know before calling', async () => {
    const text = await page(assistant)
    expect(text).toContain('Needs authorization first')
    expect(text).toContain('Clinical team calls')
  })

  test('tells what the list says of the insurance, the last outreach and who is responsible', async () => {
    await listed('Ida Told', {
      ...{ insuranceNote: 'Medicare, card expired', lastOutreachAt: '2026-10-01' },
      ...{
        lastOutreachResult: 'spoke with the daughter',
        responsible: 'Maya',
        segment: 'referral-incomplete',
      },
    })
    const text = await page(assistant, '?segment=referral-incomplete')
    expect(text).toContain('Last outreach: Oct 1, 2026, spoke with the daughter')
    expect(text).toContain('Insurance note: Medicare, card expired')
    expect(text).toContain('Responsible: Maya')
  })

  test('shows a clinical reason to licensed staff alone, and their reading is audited', async () => {
    for (const person of [assistant, manager]) {
      const text = await page(person)
      expect(text).toContain('Reason for the clinical team only')
      expect(text).not.toContain('biopsy')
    }
    const read = { where: { action: 'clinical-text-read', actor: nurse.id } }
    expect(await at.database.db.auditEntry.count(read)).toBe(0)
    expect(await page(nurse)).toContain('biopsy results')
    expect(await at.database.db.auditEntry.count(read)).toBe(1)
  })

  test('of another practice is empty', async () => {
    expect(await names(stranger, '?show=all')).toEqual([])
  })

  test('goes on to the next page where the one before ended', async () => {
    for (let count = 0; count < 50; count += 1)
      await listed(`Person ${String(count)}`, { dueFrom: '2026-10-01' })
    const first = await fetch(`${at.url}/admin/recall`, { headers: { cookie: assistant.cookie } })
    const more = /href="([^"]*after=\d+)"/.exec(await first.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await names(assistant)).toEqual([])
    expect((await names(assistant, more.replace('/admin/recall', ''))).slice(0, 2)).toEqual([
      ...['Lea Results', 'Bob First'],
    ])
  })
})

describe('the recall list as a file', () => {
  const file = (person: Person, query = '') =>
    fetch(`${at.url}/admin/recall.csv${query}`, { headers: { cookie: person.cookie } })

  test('is for those who manage or are licensed, audited, without what they may not read', async () => {
    expect((await file(assistant)).status).toBe(403)
    const text = await (await file(manager, '?show=all')).text()
    expect(text.trim().split('\r\n')).toHaveLength(61)
    expect(text).toContain('[Reason for the clinical team only]')
    expect(text).not.toContain('biopsy')
    expect(await (await file(nurse)).text()).toContain('biopsy results')
    const entries = await at.database.db.auditEntry.findMany({
      where: { action: 'recall-exported' },
      orderBy: { id: 'asc' },
    })
    expect(entries).toMatchObject([
      { actor: manager.id, detail: { show: 'all', segment: null, provider: null } },
      { actor: nurse.id, detail: { show: 'today' } },
    ])
  })

  test('holds no formulas', async () => {
    const text = await (await file(manager)).text()
    expect(text).toContain("'=Formula")
    expect(text).toContain("'-1+1")
  })
})

test('the page works by keyboard on a telephone and has no serious faults, in both languages', async () => {
  const browser = await launchBrowser()
  const { page: window, context, errors } = await openWindow(browser, { width: 360, locale: 'es-US' })
  await assistant.enter(context)
  await window.goto(`${at.url}/admin/recall`)
  await window.getByRole('heading', { name: 'Controles por llamar' }).waitFor()
  expect(await seriousFindingsInBothThemes(window)).toEqual([])
  expect(await window.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await window.getByLabel('Tipo de control').focus()
  await window.keyboard.press('End')
  await window.getByRole('button', { name: 'Mostrar' }).focus()
  await window.keyboard.press('Enter')
  await window.getByText('Nadie está para hoy.').waitFor()
  expect(errors).toEqual([])
  await browser.close()
})

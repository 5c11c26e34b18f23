import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveRequest } from '../../src/casework/requests.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import { launchBrowser, openWindow, seriousFindingsInBothThemes, type Look } from '../support/browser.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { employ, missCall } from './people.ts'
import { pageText } from './records.ts'

let at: TestProduct
let browser: Browser
type Person = Awaited<ReturnType<typeof employ>>
let assistant: Person
let nurse: Person
let manager: Person

beforeAll(async () => {
  // Without the clock work, which another process would do: its time stays as a test sets it.
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9, { ROLE: 'web' }), launchBrowser()])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  manager = await employ(at, { name: 'Dana Whitfield', roles: ['manager'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
})

async function visit(person: Person, path: string, look: Look = {}) {
  const window = await openWindow(browser, look)
  await person.enter(window.context)
  await window.page.goto(at.url + path)
  return window
}
const addressOf = (number: number): string => `/admin/follow-ups/${String(number)}`
const read = (person: Person, path: string, language = 'en') =>
  pageText(at.url + path, person.cookie, language)
const itemOf = (number: number) => at.database.db.followUp.findUniqueOrThrow({ where: { number } })

const NEED: Need = {
  ...{
    trigger: 'recall-due',
    personName: 'Rosa Delgado',
    reason: 'yearly visit',
    segment: 'overdue-follow-up',
  },
  ...{ dueFrom: '2026-11-01', dueTo: '2026-12-31', provider: 'Dr. Lindqvist', providerPriority: 1 },
  ...{ lastAppointment: '2025-11-30', preferredContact: 'text', insuranceNote: 'Plan changed' },
  ...{ authorizationNeeded: true, lastOutreachAt: '2026-10-05', lastOutreachResult: 'no answer' },
}
const receive = (phone: string, need: Partial<Need> = {}) =>
  receiveRequest(at.product.casework, {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone, language: null, source: 'import' },
    ...{ by: manager.id, sourceRef: null, importId: null, licensed: false },
    need: { ...NEED, ...need },
  })

describe('removing an item from the list', () => {
  test('works without scripts on a small phone, in Spanish, and the item says why it ended', async () => {
    const { number } = await missCall(at, '+14155550401')
    const look = { width: 360, locale: 'es-MX', javaScriptEnabled: false }
    const { page, context } = await visit(assistant, addressOf(number), look)
    await page.getByText('Retirar de la lista').first().click()
    await page.getByRole('combobox', { name: 'Por qué' }).selectOption('already-scheduled')
    await page.getByLabel('Cómo terminó').fill('Su hija reservó la semana pasada.')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: 'Retirar de la lista' }).click()
    await page.getByText('Ya no está en la lista.').waitFor()
    expect(await itemOf(number)).toMatchObject({ status: 'closed', outcome: 'removed' })
    expect(await page.locator('.story').textContent()).toContain('Ya tiene cita')
    await context.close()
  })

  test('without a reason is refused, keeps what was typed, and is no burden to a screen reader', async () => {
    const { number } = await missCall(at, '+14155550402')
    const { page, context, errors } = await visit(assistant, addressOf(number))
    await page.getByText('Remove from the list').first().click()
    await page.getByLabel('How it ended').fill('Twice on the list.')
    await page.locator('.panel-remove form').evaluate((form) => {
      ;(form as unknown as { noValidate: boolean }).noValidate = true
    })
    await page.getByRole('button', { name: 'Remove from the list' }).click()
    await page.getByRole('alert').getByText('Choose why').waitFor()
    expect(await page.getByLabel('How it ended').inputValue()).toBe('Twice on the list.')
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  test('is offered to nobody who may not do it, nor is giving up on a sensitive item', async () => {
    const { number } = await receive('+14155550403', { segment: 'result-review' })
    const assistants = await read(assistant, addressOf(number))
    expect(assistants).toContain('licensed staff decide before it is closed')
    expect(assistants).not.toContain('Remove from the list')
    expect(assistants).not.toContain('Unable to reach')
    const nurses = await read(nurse, addressOf(number))
    expect(nurses).toContain('Remove from the list')
    expect(nurses).toContain('Unable to reach')
  })
})

test('a closed item is opened again with a note, from its page', async () => {
  const { number } = await missCall(at, '+14155550404')
  const order = { number, outcome: 'resolved', note: 'Settled.' } as const
  const actor = { id: assistant.id, name: 'Maya', roles: ['assistant' as const], clinics: [] }
  await recordOutcome(at.product.casework, actor, order)
  const { page, context, errors } = await visit(assistant, addressOf(number))
  await page.getByLabel('Why it is opened again').fill('She called the desk again.')
  await page.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText('It is open again').waitFor()
  expect(await page.locator('.story').textContent()).toContain('She called the desk again.')
  expect(await itemOf(number)).toMatchObject({ status: 'callback-needed', outcome: null })
  expect(await seriousFindingsInBothThemes(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

describe('what an item is about', () => {
  test('stands on its page: name, dates, provider, list, insurance, and what is to be known before anybody calls', async () => {
    const { number } = await receive('+14155550405')
    const text = await read(assistant, addressOf(number))
    for (const told of [
      ...[
        'Rosa Delgado',
        'from Nov 1, 2026 by Dec 31, 2026',
        'Dr. Lindqvist',
        'Overdue follow-up',
        'yearly visit',
      ],
      ...['Nov 30, 2025', 'by text', 'Plan changed', 'Needs authorization first', 'Oct 5, 2026: no answer'],
      'Told by a list',
    ])
      expect(text).toContain(told)
    const spanish = await read(assistant, addressOf(number), 'es')
    for (const told of ['De qué se trata', 'Control atrasado', 'Requiere autorización antes'])
      expect(spanish).toContain(told)
  })

  test('a reason that sounds clinical is read by licensed staff alone', async () => {
    const { number } = await receive('+14155550406', {
      reason: 'rash is getting worse',
      lastOutreachResult: 'she has fever',
    })
    const assistants = await read(assistant, addressOf(number))
    expect(assistants).not.toMatch(/rash|fever/)
    expect(await read(nurse, addressOf(number))).toMatch(/rash is getting worse/)
  })
})

test('whoever was called and not reached stands apart on the board, with the time from which they may be called', async () => {
  const { number } = await missCall(at, '+14155550407')
  const { page, context, errors } = await visit(assistant, addressOf(number), { width: 360 })
  await page.getByRole('button', { name: 'No answer' }).click()
  await page.getByText('Recorded: No answer.').waitFor()
  await page.goto(`${at.url}/admin`)
  const shelf = page.getByRole('region', { name: /Recently called/ })
  await shelf
    .locator(`#item-${String(number)}`)
    .getByText('rests until 11:')
    .waitFor()
  expect(await page.locator(`#lane-assistant > .cards #item-${String(number)}`).count()).toBe(0)
  expect(await seriousFindingsInBothThemes(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(errors).toEqual([])
  await page.goto(`${at.url}/admin?queue=assistant&shelf=called`)
  expect(await page.locator(`#item-${String(number)}`).count()).toBe(1)
  await context.close()
})

describe('a clock that does not run', () => {
  test('is told to managers on the board, with the time it last ran, and to nobody who can do nothing about it', async () => {
    const { db } = at.database
    await db.heartbeat.deleteMany()
    expect(await read(manager, '/admin')).toContain('The clock work has not run yet')
    expect(await read(assistant, '/admin')).not.toContain('clock work')
    await db.heartbeat.create({ data: { name: 'tick', at: later(WEDNESDAY_9, -60), by: 'another' } })
    expect(await read(manager, '/admin')).toContain('has not run since 8:00 AM')
    expect(await read(manager, '/admin', 'es')).toContain('El reloj no funciona desde: 8:00')
    await db.heartbeat.update({ where: { name: 'tick' }, data: { at: later(WEDNESDAY_9, 1) } })
    expect(await read(manager, '/admin')).not.toContain('clock work')
  })
})

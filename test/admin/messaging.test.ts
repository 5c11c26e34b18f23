import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, openWindow, seriousFindings, type Look } from '../support/browser.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { employ, missCall } from './people.ts'

type Person = Awaited<ReturnType<typeof employ>>
let at: TestProduct
let browser: Browser
let manager: Person
let admin: Person
let nurse: Person
let item: { number: number; id: string }

beforeAll(async () => {
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9), launchBrowser()])
  manager = await employ(at, { name: 'Rosa Lindqvist', roles: ['manager'] })
  admin = await employ(at, { name: 'Ade Brandt', roles: ['admin'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['assistant', 'licensed'] })
  item = await missCall(at, '+14155550230')
})
afterAll(async () => {
  await browser.close()
  await at.close()
})
beforeEach(async () => {
  await at.database.db.message.deleteMany()
  await at.database.db.sendingStop.deleteMany()
})

const PLANNED_AT = later(WEDNESDAY_9, -120)

async function texts(state: string, count: number, more: Record<string, unknown> = {}): Promise<void> {
  const left = !['planned', 'held', 'refused', 'canceled'].includes(state)
  await at.database.db.message.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ id: randomUUID(), direction: 'out', state, clinicId: 'cedar-grove', lineId: 'cedar-grove/main' },
      ...{ phone: '+14155550230', body: 'A text.', createdAt: PLANNED_AT },
      ...(left ? { claimedAt: PLANNED_AT, verdict: { type: 'go' } } : {}),
      ...more,
    })),
  })
}

async function stop(code: number, reason: string, sender: string | null = null): Promise<string> {
  const id = randomUUID()
  await at.database.db.sendingStop.create({ data: { id, at: PLANNED_AT, code, reason, sender } })
  return id
}

/** A day on which much went wrong; what is held waits beyond the end of the test. */
async function badDay(): Promise<void> {
  const tomorrow = later(WEDNESDAY_9, 1440)
  await texts('delivered', 40)
  await texts('undelivered', 3, { errorCode: 30005 })
  await texts('failed', 12, { errorCode: 21614 })
  await texts('failed', 1, { errorCode: 30034 })
  await texts('refused', 7, { refusal: 'no-consent' })
  await texts('canceled', 2, { refusal: 'replied' })
  await texts('held', 2, { refusal: 'outside-calling-hours', notBefore: tomorrow })
  await texts('held', 1, { refusal: 'daily-cap', notBefore: tomorrow, followUpId: item.id, step: 'one' })
  await stop(30034, 'unregistered-sender', LINES.backup)
  await stop(20003, 'credentials')
}

const read = async (person: Person, path = '/admin/messaging', language = 'en'): Promise<string> => {
  const response = await fetch(at.url + path, {
    headers: { cookie: person.cookie, 'accept-language': language },
  })
  expect(response.status).toBe(200)
  return wordsOf(await response.text())
}

const wordsOf = (page: string): string =>
  page
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function visit(person: Person, look: Look = {}) {
  const window = await openWindow(browser, look)
  await person.enter(window.context)
  return { ...window, open: (path: string) => window.page.goto(at.url + path) }
}

describe('the page of messaging health', () => {
  test('is there for managers and administrators, in the menu and at its address', async () => {
    for (const person of [manager, admin]) {
      expect(await read(person, '/admin')).toContain('Messaging')
      expect(await read(person)).toContain('Messaging health')
    }
  })

  test('is not for others: no entry in the menu, no page, no button', async () => {
    await stop(20003, 'credentials')
    expect(await read(nurse, '/admin')).not.toContain('Messaging')
    const page = await fetch(`${at.url}/admin/messaging`, { headers: { cookie: nurse.cookie } })
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('for managers and administrators')
    const resume = await fetch(`${at.url}/admin/messaging/resume`, {
      method: 'POST',
      headers: { cookie: nurse.cookie, origin: at.url },
    })
    expect(resume.status).toBe(403)
    expect(await at.database.db.sendingStop.count({ where: { resumedAt: null } })).toBe(1)
  })

  test('before the first text it says so, and that texting runs', async () => {
    const words = await read(manager)
    expect(words).toContain('No texts in this time.')
    expect(words).toContain('Texting is running')
    expect(words).toContain('No text is waiting.')
  })

  test('says what went wrong, how often, by which codes, and what to do', async () => {
    await badDay()
    const words = await read(manager)
    expect(words).toContain('12 Landline 21614 × 12 Call instead, and ask for a cell phone number.')
    expect(words).toContain('3 Number out of service or someone else’s now 30005 × 3')
    expect(words).toContain('7 No permission to text on record')
    expect(words).toContain('2 Canceled: the person answered first')
    expect(words).toMatch(/Delivered 40 58\.8\s?%/)
  })

  test('says what waits, why, until when, and which item has waited longest', async () => {
    await badDay()
    const words = await read(manager)
    expect(words).toContain('3 waiting, 0 of them due')
    expect(words).toContain(
      `The daily limit is reached Oldest: item ${String(item.number)} , planned 7:00 AM, held until Thu, Dec 3, 9:00 AM`,
    )
  })

  test('says what is stopped, since when, for which line, and where to mend it', async () => {
    await badDay()
    const words = await read(manager)
    expect(words).toContain('Texting has stopped')
    expect(words).toContain(
      'Your sending number is not registered since 7:00 AM · Sending number: Main line, (415) 555-0100 · code 30034',
    )
    expect(words).toContain('Messaging › Regulatory compliance')
    expect(words).toContain('The carrier refused our keys since 7:00 AM · All sending numbers · code 20003')
  })

  test('speaks Spanish', async () => {
    await badDay()
    const words = await read(manager, '/admin/messaging?days=1', 'es')
    expect(words).toContain('Estado de los mensajes')
    expect(words).toContain('El envío está detenido')
    expect(words).toContain('Teléfono fijo')
    expect(words).not.toContain('Landline')
  })

  test('a reason that this version does not know is shown as it is', async () => {
    await texts('refused', 1, { refusal: 'new-in-a-later-version' })
    expect(await read(manager)).toContain('Another reason (new-in-a-later-version)')
  })

  test('the span is chosen by a link, and nonsense means seven days', async () => {
    await texts('delivered', 5, { createdAt: later(WEDNESDAY_9, -3 * 1440) })
    expect(await read(manager, '/admin/messaging?days=1')).toContain('No texts in this time.')
    expect(await read(manager, '/admin/messaging?days=7')).toContain('Texts 5')
    expect(await read(manager, '/admin/messaging?days=a')).toContain('Texts 5')
  })
})

describe('resuming', () => {
  test('the button ends every stop, says so, and the audit names who pressed it', async () => {
    const ids = [await stop(30034, 'unregistered-sender', LINES.backup), await stop(20003, 'credentials')]
    const { page, context, open } = await visit(manager)
    await open('/admin/messaging')
    await page.getByRole('button', { name: 'Resume texting' }).click()
    await page.getByText('Texting was resumed.').waitFor()
    await page.getByText('Texting is running').waitFor()
    const stops = await at.database.db.sendingStop.findMany()
    expect(stops.map(({ resumedBy }) => resumedBy)).toEqual([manager.id, manager.id])
    const audit = await at.database.db.auditEntry.findMany({
      where: { actor: manager.id },
      orderBy: { id: 'asc' },
    })
    for (const id of ids) expect(audit.map(({ subject }) => subject)).toContain(`sending-stop:${id}`)
    await context.close()
  })

  test('where somebody else was faster, it says that nothing was stopped any more', async () => {
    const { page, context, open } = await visit(manager)
    await stop(20003, 'credentials')
    await open('/admin/messaging')
    await at.database.db.sendingStop.updateMany({ data: { resumedAt: WEDNESDAY_9, resumedBy: admin.id } })
    await page.getByRole('button', { name: 'Resume texting' }).click()
    await page.getByText('Nothing was stopped any more.').waitFor()
    await context.close()
  })
})

describe('how it looks', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await badDay()
    const { page, context, open, errors } = await visit(manager, { colorScheme })
    await open('/admin/messaging')
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  test.each([360, 1280, 1920])('nothing sticks out sideways at %i pixels, in Spanish', async (width) => {
    await badDay()
    await texts('failed', 1, { errorCode: 30008 })
    const { page, context, open } = await visit(manager, { width, locale: 'es-MX' })
    await open('/admin/messaging')
    const hidden = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(hidden)).toBe(0)
    await context.close()
  })
})

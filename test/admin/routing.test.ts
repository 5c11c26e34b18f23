import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lowerItem } from '../../src/casework/raising.ts'
import { acknowledge, recordOutcome } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { launchBrowser, openWindow, seriousFindings, type Look } from '../support/browser.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { sid } from '../support/webhook.ts'
import { employ, missCall } from './people.ts'
import { pageText } from './records.ts'

let at: TestProduct
let browser: Browser
type Person = Awaited<ReturnType<typeof employ>>
let assistant: Person
let nurse: Person

beforeAll(async () => {
  // Without the clock work, so that nothing is told while a test looks.
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9, { ROLE: 'web' }), launchBrowser()])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
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
const source = async (path: string): Promise<string> =>
  (await fetch(at.url + path, { headers: { cookie: nurse.cookie, 'accept-language': 'en' } })).text()
const itemOf = (number: number) => at.database.db.followUp.findUniqueOrThrow({ where: { number } })
const actorOf = (person: Person) => ({ ...person, name: 'Ines', roles: ['licensed' as const], clinics: [] })
const post = (person: Person, path: string, form: Readonly<Record<string, string>>) =>
  fetch(at.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: person.cookie, origin: at.url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })
let texts = 0
const text = (from: string, body: string) =>
  textArrived(at.product.casework, {
    ...{ messageSid: sid('SM', 9_000 + ++texts), from, to: LINES.backup, body, mediaCount: 0 },
    carrierVerdict: undefined,
  })

describe('handing an item to the clinical team', () => {
  test('takes an assistant two clicks, and the page says that it is no longer theirs', async () => {
    const { number } = await missCall(at, '+14155550601')
    const { page, context, errors } = await visit(assistant, addressOf(number))
    await page.getByText('Hand to the clinical team').click()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Urgent: it cannot wait' }).click()
    await page.getByText('The clinical team has it now.').waitFor()
    expect(await page.locator('.panel-locked').textContent()).toContain('Licensed staff work this item.')
    expect(await page.locator('.story').textContent()).toContain('A colleague raised it')
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  test('works by keyboard alone, and Enter in the note presses nothing', async () => {
    const { number } = await missCall(at, '+14155550602')
    const { page, context } = await visit(assistant, addressOf(number))
    await page.locator('.panel-raise summary').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Clinical: within their hours' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('The clinical team has it now.').waitFor()
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed', urgency: 'clinical' })
    await context.close()
  })

  test('works in Spanish on a small phone without scripts; the note is for the clinical team', async () => {
    const { number } = await missCall(at, '+14155550603')
    const look = { width: 360, locale: 'es-MX', javaScriptEnabled: false }
    const { page, context } = await visit(assistant, addressOf(number), look)
    await page.getByText('Pasar al equipo clínico').click()
    await page.getByLabel('Qué oyó, si ayuda').fill('Sonaba muy confundida.')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: 'Clínico: en su horario' }).click()
    await page.getByText('Ahora lo tiene el equipo clínico.').waitFor()
    expect(await page.content()).not.toContain('confundida')
    expect(await read(nurse, addressOf(number))).toContain('Sonaba muy confundida.')
    await context.close()
  })

  test('what is with them already can be called urgent by anybody, but not while the alarm sounds', async () => {
    const { number } = await missCall(at, '+14155550604', 'my rash is worse')
    expect(await read(assistant, addressOf(number))).toContain('Say that it is urgent')
    expect((await post(assistant, `${addressOf(number)}/raise`, { urgency: 'urgent' })).status).toBe(303)
    expect(await itemOf(number)).toMatchObject({ urgency: 'urgent', escalation: 'raised-as-urgent' })
    expect(await read(assistant, addressOf(number))).not.toContain('Say that it is urgent')
  })

  test('an urgent item whose person a nurse did not reach can be called urgent again, which sounds the alarm again', async () => {
    const { number } = await missCall(at, '+14155550608', 'I have chest pain')
    const order = { number, outcome: 'no-answer', note: '' } as const
    expect(await recordOutcome(at.product.casework, actorOf(nurse), order)).toEqual({ type: 'done' })
    const before = await itemOf(number)
    expect(await read(assistant, addressOf(number))).toContain('Say that it is urgent')
    expect((await post(assistant, `${addressOf(number)}/raise`, { urgency: 'urgent' })).status).toBe(303)
    expect((await itemOf(number)).escalateAt!.getTime()).toBeLessThan(before.escalateAt!.getTime())
    expect(await read(assistant, addressOf(number))).not.toContain('Say that it is urgent')
  })

  test('an urgent item that a nurse acknowledged can be called urgent again, which sounds the alarm again', async () => {
    const { number } = await missCall(at, '+14155550606', 'I have chest pain')
    await acknowledge(at.product.casework, actorOf(nurse), { number })
    expect(await itemOf(number)).toMatchObject({ escalation: null })
    expect(await read(assistant, addressOf(number))).toContain('Say that it is urgent')
    expect((await post(assistant, `${addressOf(number)}/raise`, { urgency: 'urgent' })).status).toBe(303)
    expect(await itemOf(number)).toMatchObject({ urgency: 'urgent', escalation: 'raised-as-urgent' })
  })

  test('a closed item is not raised: its person gets in touch anew', async () => {
    const { number, id } = await missCall(at, '+14155550605')
    const how = { outcome: 'resolved', note: 'Settled.' }
    expect((await post(assistant, `${addressOf(number)}/outcomes`, how)).status).toBe(303)
    expect((await post(assistant, `${addressOf(number)}/raise`, { urgency: 'urgent' })).status).toBe(409)
    expect(await at.database.db.followUp.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'closed',
    })
  })
})

describe('handing an item back', () => {
  test('a nurse does so with a reason; assistants see what to do, and neither the words nor the reason', async () => {
    const { number } = await missCall(at, '+14155550611', 'about my old rash, and where do I park?')
    const { page, context, errors } = await visit(nurse, addressOf(number))
    await page.getByText('Not clinical: hand it back').first().click()
    await page.getByLabel(/Why it is not clinical/).fill('Only asks where to park.')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Not clinical: hand it back' }).click()
    await page.getByText('It is back in its queue.').waitFor()
    expect(await page.locator('.story').textContent()).toContain('Only asks where to park.')
    expect(await itemOf(number)).toMatchObject({
      queue: 'assistant',
      urgency: 'routine',
      nextAction: 'call-back',
    })
    expect(errors).toEqual([])
    await context.close()

    const assistants = await read(assistant, addressOf(number))
    expect(assistants).toContain('Licensed staff looked at this and handed it back.')
    expect(assistants).toContain('Why is for licensed staff only.')
    expect(assistants).toContain('Handed back by the clinical team')
    expect(assistants).not.toMatch(/old rash|where to park|where do I park/)
    const dark = await visit(assistant, addressOf(number), { colorScheme: 'dark', width: 360 })
    expect(await seriousFindings(dark.page)).toEqual([])
    expect(await dark.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await dark.context.close()
  })

  test('what comes in after it is read by whoever works it', async () => {
    const phone = '+14155550612'
    const { number } = await missCall(at, phone, 'my rash is worse')
    const order = { number, read: 99, reason: 'old rash' }
    expect(await lowerItem(at.product.casework, actorOf(nurse), order)).toEqual({ type: 'done' })
    await at.product.casework.clock.control?.jump(60_000)
    await text(phone, 'Tuesday works for me')
    const assistants = await read(assistant, addressOf(number))
    expect(assistants).toContain('Tuesday works for me')
    expect(assistants).not.toMatch(/rash/)
    expect(await itemOf(number)).toMatchObject({ queue: 'assistant', nextAction: 'read-reply' })
  })

  test('is refused without a reason, and says so', async () => {
    const { number } = await missCall(at, '+14155550613', 'my rash is worse')
    const answer = await post(nurse, `${addressOf(number)}/lower`, { reason: '  ', read: '99' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Say in a few words why it is not clinical.')
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed' })
  })

  test('is refused when words came in that the nurse had not before her, and keeps the reason', async () => {
    const phone = '+14155550614'
    const { number } = await missCall(at, phone, 'my rash is worse')
    const { page, context } = await visit(nurse, addressOf(number))
    await page.getByText('Not clinical: hand it back').first().click()
    await page.getByLabel(/Why it is not clinical/).fill('An old rash.')
    await text(phone, 'now I have chest pain')
    await page.getByRole('button', { name: 'Not clinical: hand it back' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel(/Why it is not clinical/).inputValue()).toBe('An old rash.')
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
    await context.close()
  })

  test('is offered to licensed staff alone, and refused to everybody else', async () => {
    const { number } = await missCall(at, '+14155550615', 'my rash is worse')
    expect(await read(assistant, addressOf(number))).not.toContain('hand it back')
    const answer = await post(assistant, `${addressOf(number)}/lower`, { reason: 'no need', read: '99' })
    expect(answer.status).toBe(403)
    expect(await itemOf(number)).toMatchObject({ queue: 'licensed' })
  })

  test('is refused when a colleague handed it back already', async () => {
    const { number } = await missCall(at, '+14155550616', 'my rash is worse')
    const again = async () =>
      (await post(nurse, `${addressOf(number)}/lower`, { reason: 'old', read: '99' })).status
    expect([await again(), await again()]).toEqual([303, 409])
  })
})

describe('the page of the clinical team', () => {
  test('shows urgent things first, since when they are there, and who has said that they have them', async () => {
    await clear()
    const clinical = await missCall(at, '+14155550621', 'my rash is worse')
    const urgent = await missCall(at, '+14155550622', 'I have chest pain')
    await acknowledge(at.product.casework, actorOf(nurse), { number: clinical.number })
    const { page, context, errors } = await visit(nurse, '/admin/clinical')
    const cards = [...(await page.content()).matchAll(/id="(item-\d+)"/g)].map(([, id]) => id)
    expect(cards).toEqual([`item-${String(urgent.number)}`, `item-${String(clinical.number)}`])
    const card = (number: number) => page.locator(`#item-${String(number)}`).textContent()
    expect(await card(clinical.number)).toMatch(
      /with the clinical team since .*acknowledged by Ines Duarte, /s,
    )
    expect(await card(urgent.number)).toMatch(/with the clinical team since .*nobody has acknowledged it/s)
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
    expect(await read(nurse, '/admin/clinical', 'es')).toContain('nadie lo ha confirmado')
  })

  test('words that came after the acknowledgement are acknowledged by nobody yet', async () => {
    const phone = '+14155550623'
    const { number } = await missCall(at, phone, 'my rash is worse')
    await acknowledge(at.product.casework, actorOf(nurse), { number })
    await text(phone, 'it bleeds now')
    const page = await source('/admin/clinical')
    expect(page.slice(page.indexOf(`id="item-${String(number)}"`)).split('</li>')[0]).toContain(
      'nobody has acknowledged it',
    )
  })

  test('names who of the on-call list has it, as the list does', async () => {
    const { number, id } = await missCall(at, '+14155550624', 'I have chest pain')
    for (const who of ['Dr. Lindqvist', null]) {
      const line = { followUpId: id, at: WEDNESDAY_9, kind: 'alert-acknowledged', actor: 'on-call' }
      await at.database.db.historyEntry.create({ data: { ...line, detail: who === null ? {} : { who } } })
      const page = await source('/admin/clinical')
      const card = page.slice(page.indexOf(`id="item-${String(number)}"`)).split('</li>')[0]
      expect(card).toContain(`acknowledged by ${who ?? 'On-call contact'}`)
    }
  })

  test('goes on from page to page, urgent things first, without losing or repeating any', async () => {
    await clear()
    const numbers: number[] = []
    for (let index = 0; index < 55; index += 1) {
      const says = index % 11 === 10 ? 'I have chest pain' : 'my rash is worse'
      numbers.push((await missCall(at, `+1415555${String(3_000 + index)}`, says)).number)
    }
    const shown: number[] = []
    let path: string | undefined = '/admin/clinical'
    while (path !== undefined) {
      const page: string = await source(path)
      shown.push(...[...page.matchAll(/data-number="(\d+)"/g)].map(([, number]) => Number(number)))
      path = /href="(\/admin\/clinical\?after=[^"]+)"/.exec(page)?.[1]
    }
    expect(shown.toSorted((a, b) => a - b)).toEqual(numbers)
    const urgent = numbers.filter((_number, index) => index % 11 === 10)
    expect(new Set(shown.slice(0, 5))).toEqual(new Set(urgent))
  })

  test('says so when nothing is there, and is refused to everybody else', async () => {
    await clear()
    expect(await read(nurse, '/admin/clinical')).toContain('Nothing clinical is waiting.')
    const answer = await fetch(`${at.url}/admin/clinical`, { headers: { cookie: assistant.cookie } })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('The clinical queue is for licensed staff.')
  })
})

/** Everything licensed staff had is done. */
async function clear(): Promise<void> {
  const numbers = await at.database.db.followUp.findMany({
    where: { queue: 'licensed', status: { not: 'closed' } },
  })
  for (const { number } of numbers)
    await lowerItem(at.product.casework, actorOf(nurse), { number, read: 99, reason: 'done with' })
}

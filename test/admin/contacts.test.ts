import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { textArrived } from '../../src/casework/texts.ts'
import { launchBrowser, openWindow, seriousFindings, type Look } from '../support/browser.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { employ, missCall } from './people.ts'
import { agree, ourText, pageText } from './records.ts'

let at: TestProduct
let browser: Browser
let assistant: Awaited<ReturnType<typeof employ>>
let nurse: Awaited<ReturnType<typeof employ>>

beforeAll(async () => {
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9), launchBrowser()])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
})

async function visit(person: typeof assistant, path: string, look: Look = {}) {
  const window = await openWindow(browser, look)
  await person.enter(window.context)
  await window.page.goto(at.url + path)
  return window
}

const addressOf = (phone: string): string => `/admin/contacts/${encodeURIComponent(phone)}`
const stop = (from: string, sid: string) =>
  textArrived(at.product.casework, {
    ...{ messageSid: sid, from, to: LINES.backup, body: 'STOP', mediaCount: 0 },
    carrierVerdict: undefined,
  })
const fileOf = (path: string, { cookie }: typeof assistant) => fetch(at.url + path, { headers: { cookie } })

describe('looking for a contact', () => {
  test('by the last digits of the number, with the keyboard alone', async () => {
    await missCall(at, '+14155550301')
    const { page, context, errors } = await visit(assistant, '/admin/contacts')
    await page.getByText('Whom are you looking for?').waitFor()
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('0301')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '(415) 555-0301' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '(415) 555-0301', level: 1 }).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  test('somebody who never called is not found, and the page says what to do', async () => {
    const { page, context } = await visit(assistant, '/admin/contacts?q=nobody+here')
    await page.getByText('Nobody was found').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await context.close()
  })

  test('a number that is none leads to the page that says so', async () => {
    expect((await fileOf('/admin/contacts/4155550301', assistant)).status).toBe(404)
    expect((await fileOf(addressOf('+14155559999'), assistant)).status).toBe(404)
  })
})

describe('what staff say of a number', () => {
  test('"Do not call" in one click, seen in the head and on the page of the item, by whoever opens it', async () => {
    const { number } = await missCall(at, '+14155550302')
    const { page, context } = await visit(assistant, `/admin/follow-ups/${String(number)}`)
    await page.getByRole('link', { name: 'Contact and consent' }).click()
    await page.getByRole('button', { name: 'Do not call' }).click()
    await page.getByRole('status').getByText('Recorded: Do not call.').waitFor()
    await page.getByRole('button', { name: 'Several people use it' }).click()
    await page.getByLabel('Wants to be reached').fill('mornings, at work')
    await page.getByRole('button', { name: 'Save how to reach' }).click()
    await page.goto(`${at.url}/admin/follow-ups/${String(number)}`)
    const head = page.locator('.head')
    await head.getByText('Do not call').waitFor()
    await head.getByText('Several people use this number').waitFor()
    expect(await head.getByRole('link', { name: /^Call/ }).count()).toBe(0)
    await head.getByText('mornings, at work').waitFor()
    const said = page.locator('.story .entry').filter({ hasText: 'Do not call' })
    await said.getByText('Maya Okonkwo').waitFor()
    await page.goto(`${at.url}/admin`)
    await page
      .locator(`#item-${String(number)}`)
      .getByText('Noted about the number')
      .waitFor()
    await context.close()
  })

  test('"Wrong number" leaves no button that calls the stranger, and the item asks for another number', async () => {
    const { number } = await missCall(at, '+14155550308')
    const { page, context } = await visit(assistant, addressOf('+14155550308'))
    await page.getByRole('button', { name: 'Wrong number' }).click()
    await page.getByRole('status').getByText('Recorded: Wrong number.').waitFor()
    await page.goto(`${at.url}/admin/follow-ups/${String(number)}`)
    await page.locator('.next-up').getByText('Find a working number').waitFor()
    expect(await page.getByRole('link', { name: /^Call/ }).count()).toBe(0)
    await page.locator('.panel-text').getByText('Cannot be sent: this person asked for no texts.').waitFor()
    expect(await page.getByRole('button', { name: 'Send this text' }).count()).toBe(0)
    await context.close()
  })

  test('clinical words in the note are refused, kept in the field and recorded nowhere', async () => {
    await missCall(at, '+14155550303')
    const { page, context } = await visit(assistant, addressOf('+14155550303'))
    await page.getByLabel('Note for everybody').fill('she has chest pain')
    await page.getByRole('button', { name: 'No voicemail' }).click()
    await page.getByRole('alert').getByText('leave out what is clinical').waitFor()
    expect(await page.getByLabel('Note for everybody').inputValue()).toBe('she has chest pain')
    expect(await at.database.db.contactFact.count({ where: { contact: { phone: '+14155550303' } } })).toBe(0)
    await context.close()
  })

  test('an agreement by form and "Asked us to stop" change what may be texted now', async () => {
    await missCall(at, '+14155550304')
    const { page, context } = await visit(assistant, addressOf('+14155550304'))
    await page.getByRole('combobox', { name: 'What for' }).selectOption('recall')
    await page.getByRole('combobox', { name: 'How' }).selectOption('form')
    await page.getByRole('button', { name: 'Record the agreement' }).click()
    await page.getByRole('alert').getByText('Say what proves it').waitFor()
    expect(await page.getByRole('combobox', { name: 'What for' }).inputValue()).toBe('recall')
    expect(await page.getByRole('combobox', { name: 'How' }).inputValue()).toBe('form')
    await page.getByLabel('Evidence').fill('form 2026-17')
    await page.getByRole('button', { name: 'Record the agreement' }).click()
    await page.getByText('The agreement is on record.').waitFor()
    expect(await page.locator('.permissions .may').count()).toBe(1)
    await page.getByRole('button', { name: 'No more texts' }).click()
    await page.getByText('No more texts go to this number.').waitFor()
    expect(await page.locator('.permissions .may').count()).toBe(0)
    await page.getByRole('combobox', { name: 'How' }).selectOption('form')
    await page.getByLabel('Evidence').fill('form 2026-18')
    await page.getByRole('button', { name: 'Record the agreement' }).click()
    await page.getByRole('alert').getByText('say when they agreed after that').waitFor()
    expect(await page.getByLabel('Evidence').inputValue()).toBe('form 2026-18')
    expect(await seriousFindings(page)).toEqual([])
    await context.close()
  })
})

describe('the proof', () => {
  const phone = '+14155550305'

  test('says in both languages what was agreed to, why the text went, and how it ended', async () => {
    const { id } = await missCall(at, phone)
    await agree(at, id)
    const text = await ourText(at, id, { state: 'delivered' })
    const [consent] = await at.database.db.consentEvent.findMany({
      where: { followUpId: id },
      orderBy: { seq: 'asc' },
    })
    const proof = {
      askedAt: '2026-12-02T17:05:00.000Z',
      consentId: consent?.id,
      ...{ consentWordingVersion: 'consentAsk/en@1', wordingVersion: 'missed-call@2' },
      ...{ policyVersion: 'cedar-grove:abc', zones: ['America/Los_Angeles'] },
    }
    // The carrier lost the first try, which left under the rules of the day before.
    const firstTry = {
      type: 'go',
      sid: 'SM-first-try',
      proof: { ...proof, policyVersion: 'cedar-grove:day-before' },
    }
    await at.database.db.message.update({
      where: { id: text },
      data: { verdict: { type: 'go', validitySeconds: 3_600, proof, earlier: [firstTry] } },
    })
    await stop(phone, 'SM305')
    const english = await pageText(at.url + addressOf(phone), assistant.cookie, 'en')
    for (const word of [
      'Dec 2, 2026, 9:05:00 AM PST',
      String(consent?.id.slice(0, 8)),
      ...['Left before, try 1', 'cedar-grove:day-before', 'SM-first-try'],
      ...['missed-call@2', 'cedar-grove:abc', 'America/Los_Angeles', '3600 seconds', 'SM305'],
      ...['only their own START', 'For the clinical team only.'],
    ])
      expect(english).toContain(word)
    const spanish = await pageText(at.url + addressOf(phone), assistant.cookie, 'es')
    for (const word of [
      'Se le puede escribir ahora',
      'Cada mensaje y por qué salió',
      'con una palabra clave',
    ])
      expect(spanish).toContain(word)
  })

  test('leaves as JSON, as a table and on paper, and the audit says who took it', async () => {
    const { id } = await at.database.db.contact.findUniqueOrThrow({ where: { phone } })
    const json = await fileOf(`${addressOf(phone)}/proof.json`, assistant)
    expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="consent-[\w-]+\.json"$/)
    expect(await json.json()).toMatchObject({
      contact: { phone },
      ledger: [{ kind: 'grant' }, { kind: 'revoke', evidence: 'SM305', words: '[for licensed staff only]' }],
      texts: [{ state: 'delivered', verdict: { type: 'go', proof: { wordingVersion: 'missed-call@2' } } }],
    })
    const table = await (await fileOf(`${addressOf(phone)}/proof.csv`, nurse)).text()
    const lines = table.trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^phone,record,at,id,what,/)
    expect(lines).toHaveLength(4)
    expect(table).toContain(',STOP,')
    const paper = await pageText(`${at.url}${addressOf(phone)}/print`, assistant.cookie, 'en')
    expect(paper).toContain('for Maya Okonkwo')
    expect(paper).not.toContain('Record the agreement')
    const audit = await at.database.db.auditEntry.findMany({
      where: { subject: `contact:${id}`, action: { in: ['contact-exported', 'contact-read'] } },
      orderBy: { id: 'asc' },
    })
    expect(audit).toMatchObject([
      { actor: assistant.id, action: 'contact-exported', detail: { as: 'json', words: false } },
      { actor: nurse.id, action: 'contact-read' },
      { actor: nurse.id, action: 'contact-exported', detail: { as: 'csv', words: true } },
      { actor: assistant.id, action: 'contact-exported', detail: { as: 'print', words: false } },
    ])
  })

  test('a table never holds a cell that a spreadsheet would run', async () => {
    await at.database.db.contactFact.create({
      data: {
        ...{
          id: '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10',
          at: WEDNESDAY_9,
          kind: 'preference',
          source: 'maya',
        },
        ...{ evidence: 'staff:1', note: '=HYPERLINK("https://example.org","x")' },
        contact: { connect: { phone } },
      },
    })
    const table = await (await fileOf(`${addressOf(phone)}/proof.csv`, assistant)).text()
    expect(table).toContain(`"'=HYPERLINK(""https://example.org"",""x"")"`)
  })

  test('the form for a text is accessible, also where it unfolds another language', async () => {
    const { id, number } = await missCall(at, '+14155550309')
    await agree(at, id)
    const { page, context } = await visit(assistant, `/admin/follow-ups/${String(number)}`, { width: 390 })
    await page.locator('.panel-text summary').getByText('Spanish').click()
    await page.locator('.panel-text details input[type=radio]:enabled').first().check()
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await context.close()
  })

  test.each([
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 1280 },
  ] as const)('is readable and accessible at $width pixels in $colorScheme', async (look) => {
    const { page, context, errors } = await visit(nurse, addressOf(phone), look)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(errors).toEqual([])
    await context.close()
  })
})

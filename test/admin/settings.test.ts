import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, openWindow, seriousFindings } from '../support/browser.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { employ } from './people.ts'
import { pageText } from './records.ts'

type Person = Awaited<ReturnType<typeof employ>>
let at: TestProduct
let folder: string
let manager: Person
let admin: Person
let assistant: Person
let nurse: Person
let elmOnly: Person
let stranger: Person

const CEDAR = readFileSync('clinic.yaml', 'utf8')
const ELM = CEDAR.replace('clinic: cedar-grove', 'clinic: elm-street')
  .replace('name: Cedar Grove Family Practice', 'name: Elm Street Practice')
  .replaceAll('555 0100', '555 0110')
  .replaceAll('555 0101', '555 0111')
const write = (text: string): void => writeFileSync(join(folder, 'cedar.yaml'), text)

/** The file of Cedar Grove with one passage changed. */
function changed(from: string, to: string): string {
  expect(CEDAR, 'the example still has the passage').toContain(from)
  return CEDAR.replace(from, to)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-settings-'))
  write(CEDAR)
  writeFileSync(join(folder, 'elm.yaml'), ELM)
  at = await startTestProduct(WEDNESDAY_9, { CLINIC_FILE: folder })
  manager = await employ(at, { name: 'Rosa Lindqvist', roles: ['manager'] })
  admin = await employ(at, { name: 'Ade Brandt', roles: ['admin'] })
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  elmOnly = await employ(at, { name: 'Lou Maas', roles: ['manager'], clinics: ['elm-street'] })
  stranger = await employ(at, { name: 'Otto Fern', roles: ['manager'], clinics: ['harbor'] })
})
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true })
})
afterEach(async () => {
  write(CEDAR)
  await at.product.reload()
})

const page = (person: Person, language = 'en') =>
  pageText(`${at.url}/admin/settings`, person.cookie, language)
const status = async (path: string, person: Person, method = 'GET', site = 'same-origin') => {
  const headers = { cookie: person.cookie, 'sec-fetch-site': site }
  return (await fetch(`${at.url}/admin/${path}`, { method, headers })).status
}
/** Presses the button. @returns what the page then says, and with which status. */
async function readAgain(person: Person): Promise<{ code: number; text: string }> {
  const headers = { cookie: person.cookie, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
  const answer = await fetch(`${at.url}/admin/settings/reload`, { method: 'POST', headers })
  const text = (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  return { code: answer.status, text: text.replaceAll('&quot;', '"') }
}

describe('the settings page', () => {
  test('is for managers and administrators, and in their menu alone', async () => {
    for (const person of [manager, admin]) expect(await status('settings', person)).toBe(200)
    for (const person of [assistant, nurse]) {
      expect(await status('settings', person)).toBe(403)
      expect(await page(person)).toContain('The rules are shown to practice managers and administrators.')
      expect(await status('settings/reload', person, 'POST')).toBe(403)
    }
    expect(await pageText(`${at.url}/admin`, manager.cookie, 'en')).toContain('Settings')
    expect(await pageText(`${at.url}/admin`, assistant.cookie, 'en')).not.toContain('Settings')
  })

  test('tells the rules in plain words', async () => {
    const text = await page(manager)
    for (const rule of [
      'Monday to Friday 8:00 AM–12:00 PM and 1:00 PM–5:00 PM',
      'Main line (415) 555-0100: takes the calls that the practice’s own phones missed',
      'English',
      'at most 1 a day and 3 a week to one number',
      'looked at within 60 open minutes, urgent within 15 minutes',
      'Nurse on call (415) 555-0160 (Clinical team)',
      'nobody is called again within 120 minutes',
      'Recall due Callback team, due after 2 business days',
      'call after 2 business days at another time of day',
      'Practice manager hears of it after 1 business day',
      'it is time to plan your next visit',
    ])
      expect(text, rule).toContain(rule)
  })

  test('tells them in Spanish, without an English word between', async () => {
    const text = await page(manager, 'es')
    expect(text).toContain('lunes a viernes 8:00')
    expect(text).toContain('llamada tras 2 días hábiles, a otra hora del día')
    expect(text).toContain('Visita de control pendiente Equipo de llamadas, plazo: tras 2 días hábiles')
    const sentences = text.replaceAll(/\bEnglish\b|Inglés .*?(?=Español )/g, '')
    expect(sentences).not.toMatch(/\b(business|hears|after|within|callers|somebody)\b/)
  })

  test('names the version and since when it counts', async () => {
    const { version } = at.product.casework.practices.policy('cedar-grove')
    expect(await page(manager)).toContain(`Version ${version} In force since`)
  })

  test('shows the practices that somebody works for and no other', async () => {
    expect(await page(manager)).toMatch(/Cedar Grove Family Practice.*Elm Street Practice/)
    const text = await page(elmOnly)
    expect(text).toContain('Elm Street Practice')
    expect(text).not.toContain('Cedar Grove')
    expect(await page(stranger)).toContain('No practice here')
  })
})

describe('the table of outcomes', () => {
  test('says for each what follows, who has it and when', async () => {
    const text = await page(manager)
    for (const row of [
      'Complaint or barrier Status Waiting on internal review Queue With the manager Owner Practice manager Next action Review by the manager When after 1 business day',
      'Clinical question Status With the clinical team Queue Clinical queue Owner Clinical team Next action Review by licensed staff When Within the practice’s clinical target',
      'No answer Status Callback needed Queue The same Owner Whoever has it Next action Call back When At the next planned call',
      'Asked us to stop Status Closed',
    ])
      expect(text, row).toContain(row)
  })
})

describe('reading the rules again', () => {
  test('says that nothing is different', async () => {
    const { code, text } = await readAgain(manager)
    expect(code).toBe(200)
    expect(text).toContain('They say the same as before.')
  })

  test('says what is different, which counts from then on', async () => {
    write(changed('restMinutes: 120\n', 'restMinutes: 90\n'))
    const { text } = await readAgain(admin)
    expect(text).toContain('these rules count from now on')
    expect(text).toMatch(
      /Before Persistence: nobody is called again within 120 minutes.* Now Persistence: nobody is called again within 90 minutes/,
    )
    expect(at.product.casework.practices.policy('cedar-grove').persistence.restMinutes).toBe(90)
  })

  test('tells of words that are too long to be told line by line', async () => {
    write(changed('We are helping other patients right now', 'We are with other patients right now'))
    expect((await readAgain(manager)).text).toContain('Also changed: what callers hear')
  })

  test('says which practice left the files and which is new, and keeps the rules of the former in sight', async () => {
    rmSync(join(folder, 'elm.yaml'))
    const gone = (await readAgain(manager)).text
    expect(gone).toMatch(/count from now on\. +Elm Street Practice +This practice is in no file any more\./)
    expect(await page(elmOnly)).toMatch(/Elm Street Practice +This practice is in no file any more\./)
    writeFileSync(join(folder, 'elm.yaml'), ELM)
    expect((await readAgain(manager)).text).toMatch(/Elm Street Practice +This practice is new here\./)
    expect(await page(elmOnly)).not.toContain('This practice is in no file any more.')
  })

  test('lists the mistakes of a file with line, found and expected, and then nothing changed', async () => {
    const before = at.product.casework.practices.policy('cedar-grove')
    write(changed('name: Nurse on call, phone: +1 415 555 0160', 'name: Maria Lopez, phone: 415 Maria'))
    const { code, text } = await readAgain(manager)
    expect(code).toBe(422)
    expect(text).toContain('so nothing changed')
    expect(text).toMatch(
      /cedar\.yaml:\d+:\d+ onCall › entry 1 › phone: found "415 Maria", expected a US phone/,
    )
    expect(at.product.casework.practices.policy('cedar-grove')).toBe(before)
  })

  test('is audited with what came of it, without a word of the file', async () => {
    const { db } = at.database
    await readAgain(manager)
    write(changed('name: Nurse on call, phone: +1 415 555 0160', 'name: Maria Lopez, phone: 415 Maria'))
    await readAgain(admin)
    const entries = await db.auditEntry.findMany({
      where: { action: 'rules-read-again' },
      orderBy: { id: 'desc' },
      take: 2,
    })
    expect(entries).toMatchObject([
      { actor: admin.id, subject: 'clinic-files', detail: { result: 'kept', mistakes: 1 } },
      { actor: manager.id, detail: { result: 'loaded' } },
    ])
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain('Maria')
  })

  test('concerns every practice, so who works for one has no button', async () => {
    const text = await page(elmOnly)
    expect(text).not.toContain('Read the rules again')
    expect(text).toContain('somebody who works for all of them has them read again')
    expect(await status('settings/reload', elmOnly, 'POST')).toBe(403)
  })

  test('is refused when another site asks for it', async () => {
    expect(await status('settings/reload', manager, 'POST', 'cross-site')).toBe(403)
  })
})

test('the page has no serious faults in either theme, fits a telephone, and works by keyboard', async () => {
  const browser = await launchBrowser()
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page: window, context, errors } = await openWindow(browser, { width: 360, colorScheme })
    await manager.enter(context)
    await window.goto(`${at.url}/admin/settings`)
    for (const name of ['Elm Street Practice', 'Recall due']) {
      await window.locator('summary', { hasText: name }).last().focus()
      await window.keyboard.press('Enter')
    }
    await window.getByText('text “time-to-call-us” after 1 business day').last().waitFor()
    expect(await seriousFindings(window)).toEqual([])
    expect(await window.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await window.getByRole('button', { name: 'Read the rules again' }).focus()
    await window.keyboard.press('Enter')
    await window.getByText('They say the same as before.').waitFor()
    expect(await seriousFindings(window)).toEqual([])
    expect(errors).toEqual([])
  }
  await browser.close()
})

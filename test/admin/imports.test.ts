import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, openWindow, seriousFindingsInBothThemes, type Look } from '../support/browser.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { run } from '../scripts/command-line.ts'
import { employ, missCall } from './people.ts'
import { pageText } from './records.ts'

type Person = Awaited<ReturnType<typeof employ>>
let at: TestProduct
let browser: Browser
let folder: string
let manager: Person
let assistant: Person
let nurse: Person
let stranger: Person

beforeAll(async () => {
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9), launchBrowser()])
  folder = await mkdtemp(join(tmpdir(), 'ringback-lists-'))
  manager = await employ(at, { name: 'Rosa Lindqvist', roles: ['manager'] })
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  stranger = await employ(at, { name: 'Otto Fern', roles: ['manager'], clinics: ['harbor'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
  await rm(folder, { recursive: true, force: true })
})

async function visit(person: Person, path: string, look: Look = {}) {
  const window = await openWindow(browser, look)
  await person.enter(window.context)
  await window.page.goto(at.url + path)
  return window
}

let files = 0
async function bring(page: Page, rows: readonly string[]): Promise<string> {
  const path = join(folder, `recall-${String(++files)}.csv`)
  await writeFile(path, rows.join('\r\n'))
  await page.goto(`${at.url}/admin/imports`)
  await page.getByLabel('CSV file').setInputFiles(path)
  await page.getByRole('button', { name: 'Look through the list' }).click()
  return path
}

/** What a page's rows say, one text each. */
const rowsOf = (page: Page): Promise<string[]> =>
  page
    .locator('.list-row')
    .allInnerTexts()
    .then((rows) => rows.map((row) => row.replaceAll(/\s+/g, ' ')))

const get = (path: string, { cookie }: Person) => fetch(at.url + path, { headers: { cookie } })

describe('bringing in a list', () => {
  test('from the file to the import, without JavaScript, on a telephone', async () => {
    const open = await missCall(at, '+14155550411')
    const { page, context } = await visit(manager, '/admin', { javaScriptEnabled: false, width: 360 })
    await page.getByRole('link', { name: 'Lists' }).click()
    await page.getByText('No list yet').waitFor()
    await bring(page, [
      'Name,Phone,Reason,Due date',
      'Ana López,(415) 555-0410,annual visit,11/2/2026',
      'Ben Ito,(415) 555-0411,annual visit,11/2/2026',
      'Gus Ray,555-0199,annual visit,soon',
    ])
    await page.getByText('Nothing has changed yet.').waitFor()
    expect(await rowsOf(page)).toEqual([
      'Row 2 Ana López (415) 555-0410 New',
      `Row 3 Ben Ito (415) 555-0411 Joins an open item item #${String(open.number)}`,
      expect.stringMatching(
        /^Row 4 Gus Ray 555-0199 Rejected Phone number: not a phone number.*Due date.*not a date/,
      ),
    ])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.getByRole('link', { name: 'Rejected' }).click()
    expect(await rowsOf(page)).toHaveLength(1)

    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await page.getByText('What came of it').waitFor()
    const items = await at.database.db.followUp.findMany({ where: { trigger: 'recall-due' } })
    expect(items).toHaveLength(1)
    expect(await at.database.db.request.count({ where: { followUpId: open.id } })).toBe(1)
    await context.close()
  })

  test('is undone again, and the page says what stays', async () => {
    const { id } = await at.database.db.import.findFirstOrThrow({ where: { state: 'done' } })
    const { page, context } = await visit(manager, `/admin/imports/${id}`)
    await page.getByText('Undo this import').first().click()
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('Undone. Items that left the list: 1. Items that stayed').waitFor()
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    await context.close()
  })

  test('whose columns nobody knows asks for them, and remembers the answer', async () => {
    const { page, context, errors } = await visit(manager, '/admin/imports')
    await bring(page, ['Quien,Donde', 'Ana,(415) 555-0420'])
    await page.getByText('No row can be imported.').waitFor()
    const column = (name: string) => page.getByRole('combobox', { name, exact: true })
    await column('Phone number').selectOption({ label: 'Donde: (415) 555-0420' })
    await column('Name').selectOption({ label: 'Quien: Ana' })
    await page.getByRole('button', { name: 'Look through again' }).click()
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    await page.getByRole('button', { name: 'Do not import' }).click()
    await page.getByText('This list was not imported.').waitFor()
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    await bring(page, ['Quien,Donde', 'Ana,(415) 555-0420'])
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  test('a file that is no list is refused with what to do', async () => {
    const { page, context } = await visit(manager, '/admin/imports')
    await bring(page, ['PK\u0003\u0004'])
    await page.getByRole('alert').getByText('Save it as “CSV UTF-8”').waitFor()
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    await bring(page, ['Name,Phone', '"Ana,415'])
    await page.getByRole('alert').getByText('A quotation mark in row 2').waitFor()
    await context.close()
  })

  test('is for managers and administrators, of the practice it is for', async () => {
    for (const person of [assistant, nurse]) expect((await get('/admin/imports', person)).status).toBe(403)
    const { id } = await at.database.db.import.findFirstOrThrow()
    expect((await get(`/admin/imports/${id}`, manager)).status).toBe(200)
    for (const path of [`/admin/imports/${id}`, `/admin/imports/${id}/not-imported.csv`])
      expect((await get(path, stranger)).status).toBe(404)
    const undo = (person: Person) =>
      fetch(`${at.url}/admin/imports/${id}/undo`, {
        ...{ method: 'POST', redirect: 'manual' },
        headers: { cookie: person.cookie, origin: at.url },
      })
    expect([(await undo(assistant)).status, (await undo(stranger)).status]).toEqual([403, 404])
    expect((await get('/admin/imports/nonsense', manager)).status).toBe(404)
  })

  test('gives back what it did not import, with reasons, as no formula', async () => {
    const { page, context } = await visit(manager, '/admin/imports')
    await bring(page, ['Name,Phone,Reason', '=HYPERLINK(1),none,"flu shot, yearly"', 'Ana,(415) 555-0430,x'])
    const link = (name: string) => page.getByRole('link', { name })
    const path = (await link('Rows that would be left out').getAttribute('href')) ?? ''
    await page.getByRole('button', { name: 'Import 1 row' }).click()
    expect(await link('Rows that were not imported').getAttribute('href')).toBe(path)
    const file = Buffer.from(await (await get(path, manager)).arrayBuffer()).toString('utf8')
    expect(file.replace(/^\uFEFF/, '').split('\r\n')).toEqual([
      'Name,Phone,Reason,Row,Result,Reason',
      `'=HYPERLINK(1),none,"flu shot, yearly",2,Rejected,Phone number: not a phone number: write it like (415) 555-0123`,
      '',
    ])
    expect(
      await at.database.db.auditEntry.findFirst({ where: { action: 'import-rows-downloaded' } }),
    ).toMatchObject({
      ...{ actor: manager.id, detail: { rows: 1 } },
    })
    await context.close()
  })

  test('speaks Spanish', async () => {
    const { id } = await at.database.db.import.findFirstOrThrow({ where: { state: 'preview' } })
    expect(await pageText(`${at.url}/admin/imports`, manager.cookie, 'es')).toContain('Traer una lista')
    expect(await pageText(`${at.url}/admin/imports/${id}`, manager.cookie, 'es')).toContain('Importar 1 fila')
  })

  describe('from the command line', () => {
    const command = async (rows: readonly string[], args: readonly string[], stdin = '') => {
      const path = join(folder, 'command.csv')
      await writeFile(path, rows.join('\n'))
      return run(['import', path, ...args], { env: { DATABASE_URL: at.database.url }, stdin })
    }
    const rows = ['Name,Phone', 'Ana,(415) 555-0440', 'Ben,none']

    test('shows what would happen, and does it only on a yes', async () => {
      const no = await command(rows, [])
      expect(no.code).toBe(1)
      expect(no.stdout).toContain(
        '2 rows: 1 new, 0 new without texts, 0 join open items, 0 skipped, 1 rejected.',
      )
      expect(no.stdout).toContain('row 3  rejected: invalid-number in phone')
      expect(no.stdout).toContain('Import 1 rows? [y/N] Nothing was changed.')
      const yes = await command(rows, ['--trigger', 'care-gap'], 'y\n')
      expect([yes.code, yes.stdout]).toEqual([0, expect.stringContaining('Imported: 1 new, 0 joined')])
      expect(await at.database.db.request.count({ where: { trigger: 'care-gap' } })).toBe(1)
      const again = await command(rows, ['--trigger', 'care-gap', '--yes'])
      expect([again.code, again.stderr]).toEqual([
        1,
        // How far the looking through had come may stand before it.
        expect.stringMatching(/No row can be imported\. Nothing was changed\.\n$/),
      ])
      expect(again.stdout).toContain('row 2  skipped: in-cadence, item')
      expect(`${no.stdout}${yes.stdout}${again.stdout}`).not.toMatch(/Ana|555/)
    })

    test.each([
      { args: ['--trigger', 'missed-call'], code: 2, says: 'it is one of recall-due' },
      { args: ['--clinic', 'nowhere'], code: 2, says: 'it is one of cedar-grove' },
      { args: ['--line', 'fax'], code: 2, says: 'it is one of cedar-grove/main' },
    ])('says what is wrong with $args', async ({ args, code, says }) => {
      const answer = await command(rows, args)
      expect([answer.code, answer.stderr]).toEqual([code, expect.stringContaining(says)])
    })

    test('refuses what is no list', async () => {
      const answer = await command(['"'], [])
      expect([answer.code, answer.stderr]).toEqual([1, 'A quotation mark in row 1 is never closed.\n'])
    })
  })

  test('leaves no number and no name in the log', () => {
    expect(at.logged.join('\n')).not.toMatch(/555-?04\d\d|López|HYPERLINK/)
  })
})

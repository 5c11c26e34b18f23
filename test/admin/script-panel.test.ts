import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { launchBrowser, openWindow, seriousFindingsInBothThemes } from '../support/browser.ts'
import { EXAMPLE } from '../casework/policy/clinic-files.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { employ, missCall } from './people.ts'
import { pageText } from './records.ts'

let folder: string
let at: TestProduct
let browser: Browser
let assistant: Awaited<ReturnType<typeof employ>>
let nurse: Awaited<ReturnType<typeof employ>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-files-'))
  await writeFile(join(folder, 'clinic.yaml'), EXAMPLE)
  ;[at, browser] = await Promise.all([
    startTestProduct(WEDNESDAY_9, { CLINIC_FILE: folder }),
    launchBrowser(),
  ])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
  await rm(folder, { recursive: true })
})

const read = (number: number, who = assistant, language: 'en' | 'es' = 'en'): Promise<string> =>
  pageText(`${at.url}/admin/follow-ups/${String(number)}`, who.cookie, language)

describe('what to say, beside the item', () => {
  test('is read and followed to the outcome on a telephone without JavaScript', async () => {
    const { number } = await missCall(at, '+14155554001')
    const { page, context } = await openWindow(browser, { width: 360, javaScriptEnabled: false })
    await assistant.enter(context)
    await page.goto(`${at.url}/admin/follow-ups/${String(number)}`)
    const opening = page.getByText('Good day, this is Cedar Grove Family Practice returning your call.')
    expect(await opening.isVisible()).toBe(false)
    await page.getByText('What to say').click()
    expect(await opening.isVisible()).toBe(true)
    await page.getByText('Speaks of symptoms, medicine, results or treatment').click()
    expect(await page.getByText('our clinical team will call you').isVisible()).toBe(true)
    await page.locator('.branch[open]').getByRole('link').click()
    expect(new URL(page.url()).hash).toBe('#outcome-clinical-question')
    expect(await page.locator('button:target').innerText()).toBe('Clinical question')
    await context.close()
  })

  test('fits a narrow page, and axe finds nothing serious', async () => {
    const { number } = await missCall(at, '+14155554002')
    const { page, context, errors } = await openWindow(browser, { width: 360 })
    await assistant.enter(context)
    await page.goto(`${at.url}/admin/follow-ups/${String(number)}`)
    await page.getByText('What to say').click()
    for (const branch of await page.locator('.branch > summary').all()) await branch.click()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await seriousFindingsInBothThemes(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  test('is in the language of the person called; what stands around it is in that of the reader', async () => {
    const { id, number } = await missCall(at, '+14155554003')
    await at.database.db.followUp.update({ where: { id }, data: { language: 'es' } })
    const text = await read(number)
    expect(text).toContain('What to say')
    expect(text).toContain('Buenos días, le llamamos de Cedar Grove Family Practice')
    expect(text).not.toContain('Good day, this is')
    expect(await read(number, assistant, 'es')).toContain('Qué decir')
  })

  test('is in English for somebody in whose language there is none, and says so', async () => {
    const { id, number } = await missCall(at, '+14155554004')
    await at.database.db.followUp.update({ where: { id }, data: { language: 'vi' } })
    const text = await read(number)
    expect(text).toContain('There is no script in Vietnamese. This is the English one.')
    expect(text).toContain('Good day, this is Cedar Grove Family Practice')
  })

  test('says whether a message may be left at this attempt, and never for somebody who wants none', async () => {
    const phone = '+14155554005'
    const { number } = await missCall(at, phone)
    expect(await read(number)).toContain('Please call us back at (415) 555-0100.')
    const actor = { id: assistant.id, name: 'Maya Okonkwo', roles: ['assistant' as const], clinics: [] }
    await recordOutcome(at.product.casework, actor, { number, outcome: 'left-voicemail', note: '' })
    const second = await read(number)
    expect(second).toContain('Leave no message at this attempt.')
    expect(second).not.toContain('Please call us back at')
    await recordOutcome(at.product.casework, actor, { number, outcome: 'no-answer', note: '' })
    expect(await read(number)).toContain('Please call us back at')
    await at.database.db.contact.updateMany({ where: { phone }, data: { noVoicemail: true } })
    expect(await read(number)).toContain('Leave no message: this person asked for that.')
  })

  test('is not there for whoever may not work the item, nor once it is closed', async () => {
    const { number } = await missCall(at, '+14155554006', 'I have chest pain and cannot breathe')
    expect(await read(number)).not.toContain('What to say')
    expect(await read(number, nurse)).toContain('What to say')
    const closed = await missCall(at, '+14155554007')
    const actor = { id: assistant.id, name: 'Maya Okonkwo', roles: ['assistant' as const], clinics: [] }
    const done = { number: closed.number, outcome: 'resolved', note: 'All is well.' } as const
    await recordOutcome(at.product.casework, actor, done)
    expect(await read(closed.number)).not.toContain('What to say')
  })
})

describe('when the rules change while people work', () => {
  const actor = () => ({ id: assistant.id, name: 'Maya Okonkwo', roles: ['assistant' as const], clinics: [] })

  test('an item says by which rules it was decided, and its history from when', async () => {
    const { number } = await missCall(at, '+14155554008')
    const { version: before } = at.product.casework.practices.policy('cedar-grove')
    await writeFile(join(folder, 'clinic.yaml'), EXAMPLE.replace('restMinutes: 120\n', 'restMinutes: 60\n'))
    expect(await at.product.reload()).toMatchObject({ type: 'loaded' })
    const { version } = at.product.casework.practices.policy('cedar-grove')
    expect(await read(number)).toContain(`Rules: ${before}.`)
    await recordOutcome(at.product.casework, actor(), { number, outcome: 'no-answer', note: '' })
    const after = await read(number)
    expect(after).toContain(`Rules: ${version}.`)
    expect(after).toContain(`By new rules from here on: ${version}`)
    expect(await read(number, assistant, 'es')).toContain(`Desde aquí, según reglas nuevas: ${version}`)
  })

  test('the items of a practice that left the files can still be opened and worked', async () => {
    const { number } = await missCall(at, '+14155554009')
    const elm = EXAMPLE.replace('clinic: cedar-grove', 'clinic: elm-street').replaceAll('555 010', '555 011')
    await writeFile(join(folder, 'clinic.yaml'), elm)
    expect(await at.product.reload()).toMatchObject({ type: 'loaded' })
    expect(await read(number)).toContain('What to say')
    const board = await pageText(`${at.url}/admin`, assistant.cookie, 'en')
    expect(board).toContain('(415) 555-4009')
    await recordOutcome(at.product.casework, actor(), { number, outcome: 'no-answer', note: '' })
    expect(await read(number)).toContain('1 attempt')
  })
})

import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claim } from '../../src/casework/staff-actions.ts'
import { launchBrowser, openWindow, seriousFindings } from '../support/browser.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { employ, missCall } from './people.ts'
import { pageText } from './records.ts'

let at: TestProduct
let browser: Browser
let assistant: Awaited<ReturnType<typeof employ>>

beforeAll(async () => {
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9), launchBrowser()])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
})

const read = (path: string): Promise<string> => pageText(at.url + path, assistant.cookie, 'en')

async function callAgain(followUpId: string, facts: { state: string; direction?: string }): Promise<void> {
  const { db } = at.database
  const { clinicId, lineId } = await db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
  await db.call.create({
    data: {
      ...{ sid: `CA${randomUUID().replaceAll('-', '')}`, clinicId, lineId, followUpId, language: 'en' },
      ...{ direction: 'inbound', openHours: true, startedAt: WEDNESDAY_9, ...facts },
      answeredAt: facts.state === 'answered' ? WEDNESDAY_9 : null,
    },
  })
}

async function open(path: string) {
  const window = await openWindow(browser)
  await assistant.enter(window.context)
  await window.page.goto(at.url + path)
  await window.page.locator('#live[data-state=on]').waitFor()
  return window
}

describe('a call that is going on', () => {
  test.each([
    { state: 'ringing', says: 'Calling the practice now' },
    { state: 'answered', says: 'On the line with the practice now' },
    { state: 'ringing', direction: 'outbound', says: 'The practice is calling now' },
  ])('"$says" stands on the item and on its card', async ({ says, ...facts }) => {
    const { id, number } = await missCall(at, `+1415555${String(3000 + says.length)}`)
    expect(await read('/admin')).not.toContain(says)
    await callAgain(id, facts)
    expect(await read(`/admin/follow-ups/${String(number)}`)).toContain(says)
    expect(await read('/admin')).toContain(says)
  })

  test('an item that somebody took says who is calling', async () => {
    const { id, number } = await missCall(at, '+14155553100')
    const maya = { id: assistant.id, name: 'Maya Okonkwo', roles: ['assistant'], clinics: [] } as const
    await claim(at.product.casework, maya, { number })
    await callAgain(id, { state: 'answered', direction: 'outbound' })
    expect(await read(`/admin/follow-ups/${String(number)}`)).toContain('Maya Okonkwo is calling now')
  })
})

describe('what a page keeps while it refreshes itself', () => {
  test('a voicemail that is being played stays the same player', async () => {
    const { id, number } = await missCall(
      at,
      '+14155553101',
      'Hello, I would like to book an appointment please.',
    )
    const { page, context, errors } = await open(`/admin/follow-ups/${String(number)}`)
    const player = await page.locator('audio').elementHandle()
    // Its own entry changes, and others appear around it.
    await at.database.db.call.updateMany({ where: { followUpId: id }, data: { heardAt: WEDNESDAY_9 } })
    await callAgain(id, { state: 'answered' })
    await missCall(at, '+14155553101')
    await page.getByText('On the line with the practice now').waitFor()
    await page.getByText('called or wrote again once').waitFor()
    await page.getByText('Listened to by the clinical team').waitFor()
    expect(await page.locator('audio').evaluate((now, before) => now === before, player)).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  test('the list of calls that are not accounted for stays unfolded', async () => {
    const problems = [{ sid: `CA${'7'.repeat(32)}`, why: 'no-line' }]
    await at.database.db.reconciliation.create({
      data: {
        ...{ id: randomUUID(), why: 'hourly', since: later(WEDNESDAY_9, -60), problems },
        // After the comparison that the product makes by itself when it starts.
        ...{ startedAt: later(WEDNESDAY_9, 10), finishedAt: later(WEDNESDAY_9, 10) },
      },
    })
    const { page, context, errors } = await open('/admin')
    await page.getByText('1 call is not accounted for').click()
    const why = page.getByText('The number is in no clinic file')
    await why.waitFor()
    const { number } = await missCall(at, '+14155553102')
    await page.locator(`#item-${String(number)}`).waitFor()
    expect(await why.isVisible()).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
})

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { closing, DESK, startRig, type Rig } from './rig.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

/** The page as a person sees it, and what its console complained about. */
async function open(
  rig: Rig,
  size: { width: number; height: number },
): Promise<{ page: Page; complaints: string[] }> {
  // Whoever tries it may sit anywhere.
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce', timezoneId: 'Asia/Tokyo' })
  closing(() => page.close())
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(rig.sandbox.url)
  await page.getByLabel('I call').getByRole('option').first().waitFor({ state: 'attached' })
  return { page, complaints }
}

const script = {
  '/voice': `<Dial timeout="20" answerOnBridge="true" action="/dialed">${DESK}</Dial>`,
  '/dialed':
    '<Gather numDigits="1" action="/choice"><Say language="es-US">Para español, oprima el dos.</Say></Gather>',
  '/choice': '<Say>Leave a message</Say><Record action="/voicemail"/>',
  '/sms': '<Message>We got your text.</Message>',
}

test('a whole call and a text work by keyboard alone', { timeout: 60_000 }, async () => {
  const rig = await startRig(script)
  const { page, complaints } = await open(rig, { width: 1280, height: 900 })
  // Focusing does not wait until something shows, so each step does.
  const pressOn = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true })
    await button.waitFor()
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await pressOn('Call')
  await page.getByText(`rings: call from +14155550123`).waitFor()
  await pressOn('Decline')
  const prompt = page.getByText('Para español, oprima el dos.')
  await prompt.waitFor()
  expect(await prompt.getAttribute('lang')).toBe('es-US')
  await page.getByText('Spanish', { exact: true }).waitFor()
  await page.locator('#phone').focus()
  await page.keyboard.press('2')
  await page.getByText('Leave a message').waitFor()
  await pressOn('Wait no longer')
  await page.getByRole('button', { name: 'Stay silent' }).waitFor()
  await page.getByLabel('Speak after the tone').waitFor()
  await page.getByLabel('Speak after the tone').focus()
  await page.keyboard.type('Please call me back')
  await pressOn('Say it and hang up')
  await page.getByText('The call has ended').waitFor()
  await rig.control.idle({ advance: true })
  expect(rig.customer.at('/choice')[0]?.params['Digits']).toBe('2')
  expect(rig.customer.at('/voicemail')[0]?.params['Digits']).toBe('hangup')

  await page.getByLabel('Text to the clinic line').focus()
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await page.getByText('Hello', { exact: true }).waitFor()
  await rig.control.idle({ advance: true })
  await page.getByText('We got your text.').waitFor()
  expect(complaints).toEqual([])
})

test(
  'a narrow window needs no sideways scrolling, and nothing serious stands in the way of anyone',
  { timeout: 60_000 },
  async () => {
    const rig = await startRig(script)
    const { page, complaints } = await open(rig, { width: 360, height: 740 })
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await page.getByText('rings: call from').waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'))
    const found = await page.evaluate<{ id: string }[]>('axe.run().then((result) => result.violations)')
    expect(found.map((violation) => violation.id)).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('the clock panel moves time', { timeout: 60_000 }, async () => {
  const rig = await startRig(script)
  const { page } = await open(rig, { width: 1280, height: 900 })
  await page.getByRole('button', { name: '+1 day' }).click()
  await page.getByText('Tuesday, March 3 · UTC').waitFor()
  await page.getByRole('button', { name: '×60', exact: true }).click()
  await page.getByRole('button', { name: '×60', exact: true, pressed: true }).waitFor()
  expect((await rig.control.clock()).speed).toBe(60)
})

test('times are the practice’s, and a weekend says why no text comes', { timeout: 60_000 }, async () => {
  const rig = await startRig(script, { zone: 'America/Los_Angeles' })
  const { page, complaints } = await open(rig, { width: 1280, height: 900 })
  // A Monday at 17:00 in Greenwich.
  await page.getByText('9:00 AM', { exact: true }).waitFor()
  await page.getByText('Monday, March 2 · Pacific time').waitFor()
  const hint = page.getByText('at the practice. Texts usually leave on weekdays')
  await page.getByLabel('Set the practice’s clock to').fill('2026-03-07T10:04')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByText('Saturday, March 7 · Pacific time').waitFor()
  await page.getByText('10:04 AM', { exact: true }).waitFor()
  expect(await hint.textContent()).toContain('It is Saturday, 10:04 AM at the practice.')
  await page.getByRole('button', { name: 'Next weekday 10:05' }).click()
  await page.getByText('Monday, March 9 · Pacific time').waitFor()
  await hint.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '+5 min' }).click()
  await page.getByText('10:10 AM', { exact: true }).waitFor()
  await page.getByLabel('Text to the clinic line').fill('Hello')
  await page.keyboard.press('Enter')
  await page.getByText('to Main line · Mon 10:10 AM').waitFor()
  await page.getByText('Webhooks sent').click()
  await page.getByRole('row', { name: '10:10:00 AM …0123 /sms' }).waitFor()
  expect(complaints).toEqual([])
})

test('what is not possible is said where it was tried', { timeout: 60_000 }, async () => {
  const rig = await startRig(script)
  const { page } = await open(rig, { width: 1280, height: 900 })
  await page.getByLabel('I am').selectOption('Another number…')
  const number = page.getByRole('textbox', { name: 'Another number' })
  await number.fill('not a number')
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await page.getByText('This is not a phone number.').waitFor()
  expect(rig.customer.received).toEqual([])
  await number.fill('(415) 555-0199')
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await page.getByText('rings: call from +14155550199').waitFor()
  expect(await number.inputValue()).toBe('+14155550199')
  await page.getByText('This is not a phone number.').waitFor({ state: 'hidden' })
  await page.getByLabel('Set the practice’s clock to').fill('2026-03-01T10:00')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByText('Time cannot go back during a call. Hang up first.').waitFor()
  await page.getByText('Monday, March 2').waitFor()
})

test(
  'a line is told by its own name where several stand under one practice',
  { timeout: 60_000 },
  async () => {
    const line = (phone: string, friendlyName: string) => ({
      phone,
      friendlyName,
      voiceUrl: 'http://localhost:9/voice',
      smsUrl: 'http://localhost:9/sms',
    })
    const rig = await startRig(script, {
      numbers: [
        line('+14155550100', 'Cedar Grove Family Practice: Backup line'),
        line('+14155550101', 'Cedar Grove Family Practice: Main line'),
      ],
    })
    const { page } = await open(rig, { width: 1280, height: 900 })
    expect(await page.getByLabel('I call').getByRole('option').allTextContents()).toEqual([
      'Backup line · +14155550100',
      'Main line · +14155550101',
    ])
    await page.locator('optgroup[label="Cedar Grove Family Practice"]').waitFor({ state: 'attached' })
  },
)

test('the document allows no script or style but its own files', async () => {
  const rig = await startRig({})
  const answer = await fetch(rig.sandbox.url)
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  const text = await answer.text()
  expect(text).toContain('<title>Sandbox phone</title>')
  expect(text).toContain('Nothing leaves this computer')
  expect(text).not.toMatch(/ style=|<style| on\w+="/)
})

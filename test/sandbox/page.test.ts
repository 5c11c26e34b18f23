import { readFileSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as browserType, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closing, DESK, startRig, type Rig } from './rig.ts'

let browser: Browser
beforeAll(async () => {
  browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    // In a single process the browser would end with its first page.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  })
}, 60_000)
afterAll(() => browser.close())

/** The page as a person sees it, and what its console complained about. */
async function open(
  rig: Rig,
  size: { width: number; height: number },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' })
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
  await page.getByText('Tuesday, March 3, 2026').waitFor()
  await page.getByRole('button', { name: '×60', exact: true }).click()
  await page.getByRole('button', { name: '×60', exact: true, pressed: true }).waitFor()
  expect((await rig.control.clock()).speed).toBe(60)
})

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

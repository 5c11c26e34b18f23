import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { launchBrowser, openWindow, seriousFindings, type Look } from '../support/browser.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { employ, missCall, PASSWORD } from './people.ts'

let at: TestProduct
let browser: Browser
let assistant: Awaited<ReturnType<typeof employ>>
let nurse: Awaited<ReturnType<typeof employ>>

beforeAll(async () => {
  ;[at, browser] = await Promise.all([startTestProduct(WEDNESDAY_9), launchBrowser()])
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'], password: PASSWORD })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
})
afterAll(async () => {
  await browser.close()
  await at.close()
})

async function visit(person: typeof assistant, look: Look = {}) {
  const window = await openWindow(browser, look)
  await person.enter(window.context)
  return { ...window, open: (path: string) => window.page.goto(at.url + path) }
}

/** What the browser finds wrong with a field; empty: nothing. */
function complaint(field: unknown): string {
  return (field as { validationMessage: string }).validationMessage
}

describe('signing in', () => {
  test('somebody with an account signs in with the form and signs out again', async () => {
    const { page, context } = await openWindow(browser)
    await page.goto(`${at.url}/admin`)
    expect(page.url()).toBe(`${at.url}/admin/sign-in`)
    await page.getByLabel('E-mail').fill(assistant.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Board' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto(`${at.url}/admin`)
    expect(page.url()).toBe(`${at.url}/admin/sign-in`)
    await context.close()
  })

  test('the pages speak Spanish to a Spanish browser, and English after the switch', async () => {
    const { page, context } = await openWindow(browser, { locale: 'es-MX' })
    await page.goto(`${at.url}/admin/sign-in`)
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await context.close()
  })
})

describe('the live board', () => {
  test('a missed call appears by itself, is announced, and takes neither focus nor scroll', async () => {
    const { page, context, open, errors } = await visit(assistant)
    await missCall(at, '+14155550201')
    await open('/admin')
    await page.locator('#live[data-state=on]').waitFor()
    const first = page.locator('.card-link').first()
    await first.focus()
    const { number } = await missCall(at, '+14155550202')
    await page.locator(`#item-${String(number)}`).waitFor()
    await expect
      .poll(() => page.locator('#announcer').textContent())
      .toBe(`New item ${String(number)}: Missed call`)
    expect(await first.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true)
    expect(await page.evaluate('scrollY')).toBe(0)
    expect(errors).toEqual([])
    await context.close()
  })

  test('says that it is reconnecting while the connection is lost, and goes on by itself when it is back', async () => {
    const { page, context, open } = await visit(assistant)
    let answered = false
    await page.route('**/admin/live', (route) => {
      const first = !answered
      answered = true
      return first
        ? route.fulfill({ contentType: 'text/event-stream', body: ': a stream that ends\n\n' })
        : route.abort()
    })
    await open('/admin')
    await page.locator('#live').getByText('Reconnecting…').waitFor()
    await page.unroute('**/admin/live')
    await page.locator('#live').getByText('Live', { exact: true }).waitFor()
    await context.close()
  })
})

describe('recording an outcome', () => {
  test('two clicks: the item, then "No answer"', async () => {
    const { number } = await missCall(at, '+14155550203')
    const { page, context, open } = await visit(assistant)
    await open('/admin')
    await page.locator(`#item-${String(number)} a`).click()
    await page.getByRole('button', { name: 'No answer' }).click()
    await page.getByText('Recorded: No answer.').waitFor()
    const item = await at.database.db.followUp.findUniqueOrThrow({ where: { number } })
    expect(item).toMatchObject({ attempts: 1, lastAction: 'outcome-recorded', status: 'callback-needed' })
    await context.close()
  })

  test('by keyboard alone: note, then the closing button', async () => {
    const { number } = await missCall(at, '+14155550204')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    await page.getByLabel('Note').focus()
    await page.keyboard.type('Booked with the front desk already.')
    const resolved = page.getByRole('button', { name: 'Resolved' })
    for (let presses = 0; presses < 40; presses++) {
      if (await resolved.evaluate((button) => button === button.ownerDocument.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Closed: Resolved' }).waitFor()
    await context.close()
  })

  test('without JavaScript a closing outcome asks for its note and keeps the item open', async () => {
    const { number } = await missCall(at, '+14155550205')
    const { page, context, open } = await visit(assistant, { javaScriptEnabled: false })
    await open(`/admin/follow-ups/${String(number)}`)
    await page.getByRole('button', { name: 'Declined' }).click()
    await page.getByRole('alert').getByText('Closing needs a note').waitFor()
    const item = await at.database.db.followUp.findUniqueOrThrow({ where: { number } })
    expect(item.status).toBe('new-request')
    await context.close()
  })

  test('"Resolved" without a note is refused, then "No answer" is recorded', async () => {
    const { number } = await missCall(at, '+14155550212')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    await page.getByRole('button', { name: 'Resolved' }).click()
    expect(await page.getByLabel('Note').evaluate(complaint)).toContain('a note')
    await page.getByRole('button', { name: 'No answer' }).click()
    await page.getByText('Recorded: No answer.').waitFor()
    await context.close()
  })

  test('"Resolved" without a note is refused, then a call at an agreed time is recorded', async () => {
    const { number } = await missCall(at, '+14155550215')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    await page.getByLabel('Day and time').fill('2026-12-03T15:30')
    await page.getByRole('button', { name: 'Resolved' }).click()
    await page.getByRole('button', { name: 'Call back at that time' }).click()
    await page.getByText('Recorded: Call back at that time.').waitFor()
    await context.close()
  })

  test.each([
    { note: 'no time', time: '' },
    { note: 'a time gone by', time: '2026-12-01T15:30' },
  ])('$note for the agreed call is refused, then "No answer" is recorded', async ({ time }) => {
    const { number } = await missCall(at, time === '' ? '+14155550213' : '+14155550214')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    const field = page.getByLabel('Day and time')
    await field.fill(time)
    await page.getByRole('button', { name: 'Call back at that time' }).click()
    expect(await field.evaluate(complaint)).not.toBe('')
    await page.getByRole('button', { name: 'No answer' }).click()
    await page.getByText('Recorded: No answer.').waitFor()
    await context.close()
  })

  test('the agreed time is meant in the practice’s zone', async () => {
    const { number } = await missCall(at, '+14155550206')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    await page.getByLabel('Day and time').fill('2026-12-03T15:30')
    await page.getByRole('button', { name: 'Call back at that time' }).click()
    await page.getByText('Recorded: Call back at that time.').waitFor()
    const item = await at.database.db.followUp.findUniqueOrThrow({ where: { number } })
    expect(item.dueAt).toEqual(new Date('2026-12-03T23:30:00Z'))
    await context.close()
  })

  test('what was decided on an outdated page is refused, and the page shows the item as it is', async () => {
    const { number } = await missCall(at, '+14155550207')
    const { page, context, open } = await visit(assistant)
    await open(`/admin/follow-ups/${String(number)}`)
    await recordOutcome(
      at.product.casework,
      { id: nurse.id, name: 'Ines Duarte', roles: ['licensed'], clinics: [] },
      { number, outcome: 'left-voicemail', note: '' },
    )
    await page.getByRole('button', { name: 'No answer' }).click()
    await page.getByRole('alert').getByText('Someone changed this item').waitFor()
    expect(await at.database.db.followUp.findUniqueOrThrow({ where: { number } })).toMatchObject({
      attempts: 1,
    })
    await context.close()
  })
})

describe('hostile words', () => {
  test('a script in a name, a voicemail or a text is shown as text and never runs', async () => {
    const { number } = await missCall(
      at,
      '+14155550208',
      '<img src=x onerror="window.hacked=1"> please call me',
    )
    const attack = '"><script>window.hacked=1</script>'
    await at.database.db.contact.update({ where: { phone: '+14155550208' }, data: { name: attack } })
    const { page, context, open } = await visit(nurse)
    for (const path of ['/admin', `/admin/follow-ups/${String(number)}`]) {
      await open(path)
      await page.getByText(attack).first().waitFor()
      expect(await page.evaluate('"hacked" in window')).toBe(false)
    }
    await page.getByText('<img src=x onerror="window.hacked=1"> please call me').waitFor()
    await context.close()
  })
})

describe('accessibility', () => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious on any page in the %s theme',
    async (colorScheme) => {
      const { number } = await missCall(at, '+14155550209', 'I have chest pain and cannot breathe')
      const routine = await missCall(at, '+14155550210', 'I would like to move my appointment')
      const item = `/admin/follow-ups/${String(number)}`
      const inside = [
        [nurse, ['/admin', '/admin/clinical', item, '/admin/follow-ups/999999']],
        [
          assistant,
          ['/admin', item, `/admin/follow-ups/${String(routine.number)}?done=no-answer&from=assistant`],
        ],
      ] as const
      for (const [person, paths] of inside) {
        const { page, context, open } = await visit(person, { colorScheme })
        for (const path of paths) {
          await open(path)
          expect(await seriousFindings(page), path).toEqual([])
        }
        await context.close()
      }
      const { page, context } = await openWindow(browser, { colorScheme })
      for (const path of ['/admin/sign-in', '/admin/sign-in/link/abc']) {
        await page.goto(at.url + path)
        expect(await seriousFindings(page), path).toEqual([])
      }
      await context.close()
    },
  )

  test.each([360, 1280, 1920])('nothing sticks out sideways at %i pixels', async (width) => {
    const { number } = await missCall(at, '+14155550211')
    await at.database.db.contact.update({
      where: { phone: '+14155550211' },
      data: { name: 'Wilhelmina-Guadalupe Featherstonehaugh-Cholmondeley de la Vega y Hinojosa' },
    })
    const { page, context, open } = await visit(nurse, { width, locale: 'es-MX' })
    for (const path of ['/admin', `/admin/follow-ups/${String(number)}`]) {
      await open(path)
      const hidden = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(hidden), path).toBe(0)
    }
    await context.close()
  })
})

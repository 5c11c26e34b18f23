import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addNote } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { launchBrowser, openWindow, type Look } from '../support/browser.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
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

function read(path: string, person = assistant, language = 'en'): Promise<string> {
  return pageText(at.url + path, person.cookie, language)
}

function jump(minutes: number): Promise<void> | undefined {
  return at.product.casework.clock.control?.jump(minutes * 60_000)
}

describe('what a page says about texts', () => {
  test.each([
    {
      note: 'agreed',
      phone: '+14155550301',
      agreed: true,
      textable: 'mobile',
      says: 'Texts May be texted about this request',
    },
    {
      note: 'never asked',
      phone: '+14155550302',
      agreed: false,
      textable: 'mobile',
      says: 'Texts No consent on record',
    },
    {
      ...{ note: 'a landline', phone: '+14155550303', agreed: true, textable: 'landline' },
      says: 'Texts Landline: cannot be texted',
    },
    {
      ...{ note: 'no real number', phone: '+14155550304', agreed: true, textable: 'invalid' },
      says: 'Texts Invalid number: cannot be texted',
    },
  ])('$note: "$says"', async ({ phone, agreed, textable, says }) => {
    const item = await missCall(at, phone)
    if (agreed) await agree(at, item.id)
    await at.database.db.contact.update({ where: { phone }, data: { textable } })
    expect(await read(`/admin/follow-ups/${String(item.number)}`)).toContain(says)
  })

  test('permission for one request is none for the next one', async () => {
    const first = await missCall(at, '+14155550305')
    await agree(at, first.id)
    await at.database.db.followUp.update({
      where: { id: first.id },
      data: {
        ...{ status: 'closed', outcome: 'resolved', closingNote: 'done', closedAt: WEDNESDAY_9 },
        ...{ dueAt: null, escalateAt: null, nextAction: null, nextTouchAt: null, cadenceEnded: 'closed' },
      },
    })
    const second = await missCall(at, '+14155550305')
    expect(await read(`/admin/follow-ups/${String(second.number)}`)).toContain('Texts No consent on record')
  })

  test('a text that waits says until when and why; one that was canceled or refused says why in the story', async () => {
    const item = await missCall(at, '+14155550306')
    await agree(at, item.id)
    const tomorrow = new Date('2026-12-03T18:00:00Z')
    await ourText(at, item.id, { state: 'held', refusal: 'outside-calling-hours', notBefore: tomorrow })
    await ourText(at, item.id, { state: 'canceled', refusal: 'replied' })
    await ourText(at, item.id, { state: 'refused', refusal: 'caller-id-failed' })
    const page = await read(`/admin/follow-ups/${String(item.number)}`)
    expect(page).toContain('Text waits until Thu, Dec 3, 10:00 AM: it is outside calling hours there')
    expect(page).toContain('Held back · it is outside calling hours there · until Thu, Dec 3, 10:00 AM')
    expect(page).toContain('Canceled · the person answered first')
    expect(page).toContain('Not sent · the caller’s number could not be verified')
  })

  test('a text that was held before it went out still shows that it was held, and why', async () => {
    const item = await missCall(at, '+14155550307')
    const messageId = await ourText(at, item.id, { state: 'delivered' })
    const until = '2026-12-03T18:00:00.000Z'
    await at.database.db.historyEntry.create({
      data: {
        ...{ followUpId: item.id, at: WEDNESDAY_9, kind: 'text-held', actor: 'system' },
        detail: { messageId, until, why: 'daily-cap' },
      },
    })
    const page = await read(`/admin/follow-ups/${String(item.number)}`)
    expect(page).toMatch(/Text held back Ringback .*the daily limit is reached · until Thu, Dec 3, 10:00 AM/)
    expect(page).toContain('Delivered')
  })

  test('words that ask for no more texts stand on the page once', async () => {
    const item = await missCall(at, '+14155550308')
    const words = 'please stop texting me'
    await textArrived(at.product.casework, {
      ...{ messageSid: `SM${'3'.repeat(32)}`, from: '+14155550308', to: LINES.backup, body: words },
      ...{ mediaCount: 0, carrierVerdict: undefined },
    })
    const page = await read(`/admin/follow-ups/${String(item.number)}`)
    expect(page).toContain('Texts Opted out: no texts')
    expect(page).toContain('No more texts')
    expect(page.split(words)).toHaveLength(2)
  })
})

describe('what a page says about a person', () => {
  test('a second call reads as theirs, not as an attempt of ours', async () => {
    await missCall(at, '+14155550311')
    const { number } = await missCall(at, '+14155550311')
    const path = `/admin/follow-ups/${String(number)}`
    expect(await read(path)).toContain('called or wrote again once')
    expect(await read(path, assistant, 'es')).toContain('volvió a llamar o escribir una vez')
    await missCall(at, '+14155550311')
    expect(await read(path)).toContain('called or wrote again 2 times')
  })

  test('a voicemail that a person listened to says so instead of asking for an ear', async () => {
    const item = await missCall(at, '+14155550312', 'I would like to move my appointment')
    await at.database.db.call.updateMany({
      where: { followUpId: item.id },
      data: { heardAt: new Date('2026-12-02T17:40:00Z'), transcript: null, transcriptState: 'failed' },
    })
    const page = await read(`/admin/follow-ups/${String(item.number)}`, nurse)
    expect(page).toContain('Listened to by the clinical team, 9:40 AM')
    expect(page).not.toContain('a person must listen')
  })

  test('only a language other than the practice’s first one is mentioned on a row, whatever the page speaks', async () => {
    const english = await missCall(at, '+14155550313')
    const spanish = await missCall(at, '+14155550314')
    await at.database.db.followUp.update({ where: { id: spanish.id }, data: { language: 'es' } })
    const { page, context } = await visit(assistant, '/admin?queue=assistant', { locale: 'es-MX' })
    const row = ({ number }: { number: number }) => page.locator(`#item-${String(number)} .card-tags`)
    expect(await row(english).textContent()).not.toMatch(/inglés|english/i)
    expect(await row(spanish).textContent()).toContain('Español')
    await context.close()
    expect(await read(`/admin/follow-ups/${String(english.number)}`, assistant, 'es')).toContain(
      'Idioma Inglés',
    )
  })

  test('people without a password are told on the sign-in page what their link is for', async () => {
    expect(await pageText(`${at.url}/admin/sign-in`, '', 'en')).toContain('Signing in for the first time?')
    expect(await pageText(`${at.url}/admin/sign-in`, '', 'es')).toContain('¿Entra por primera vez?')
  })
})

describe('a page that stays open', () => {
  test('the clock in the head of the board moves with the board', async () => {
    const { page, context } = await visit(assistant, '/admin')
    await page.locator('#live[data-state=on]').waitFor()
    const before = await page.locator('.day').textContent()
    await jump(90)
    await missCall(at, '+14155550321')
    await expect.poll(() => page.locator('.day').textContent()).not.toBe(before)
    expect(await page.locator('.day').textContent()).toMatch(/1[01]:\d\d.AM/)
    await context.close()
  })

  test('the due words of an item move in its head and in the panel of those who may not work it', async () => {
    const { number } = await missCall(at, '+14155550322', 'I have chest pain and cannot breathe')
    const { page, context } = await visit(assistant, `/admin/follow-ups/${String(number)}`)
    await page.locator('#live[data-state=on]').waitFor()
    const clock = page.locator('#locked-clock')
    const before = await clock.textContent()
    await jump(120)
    await addNote(
      at.product.casework,
      { id: nurse.id, name: 'Ines Duarte', roles: ['licensed'], clinics: [] },
      { number, note: 'Calling her now.' },
    )
    await expect.poll(() => clock.textContent()).not.toBe(before)
    expect(await page.locator('.next-up .due-words').textContent()).toBe(await clock.textContent())
    await context.close()
  })

  test('the way back to the board is the first thing the keyboard reaches in an item', async () => {
    const { number } = await missCall(at, '+14155550323')
    const { page, context } = await visit(assistant, `/admin/follow-ups/${String(number)}`)
    await page.locator('#content').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Board' }).waitFor()
    await context.close()
  })

  test('on a phone the clinical queue stands first while something in it is urgent', async () => {
    await missCall(at, '+14155550324', 'I have chest pain and cannot breathe')
    for (const [width, first] of [
      [390, 'lane-licensed'],
      [1280, 'lane-assistant'],
    ] as const) {
      const { page, context } = await visit(assistant, '/admin', { width })
      const places = await Promise.all(
        ['lane-assistant', 'lane-licensed'].map(async (id) => {
          const box = await page.locator(`#${id}`).boundingBox()
          return { id, x: box?.x ?? 0, y: box?.y ?? 0 }
        }),
      )
      places.sort((a, b) => a.y - b.y || a.x - b.x)
      expect(places[0]?.id).toBe(first)
      await context.close()
    }
  })
})

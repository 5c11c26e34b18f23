import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { employ, missCall, PASSWORD } from './people.ts'

let at: TestProduct
let assistant: Awaited<ReturnType<typeof employ>>
let nurse: Awaited<ReturnType<typeof employ>>

beforeAll(async () => {
  at = await startTestProduct(WEDNESDAY_9)
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'], password: PASSWORD })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
})
afterAll(() => at.close())

function get(path: string, cookie = ''): Promise<Response> {
  return fetch(at.url + path, { headers: { cookie }, redirect: 'manual' })
}

function post(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(at.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: at.url, ...headers },
    redirect: 'manual',
  })
}

describe('signing in', () => {
  test('a wrong password and an unknown address get the same words', async () => {
    const wrong = await post('/admin/sign-in', { email: assistant.email, password: 'not the password' })
    const unknown = await post('/admin/sign-in', {
      email: 'nobody@example.com',
      password: 'not the password',
    })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const words = 'E-mail and password do not match an active account.'
    expect(await wrong.text()).toContain(words)
    expect(await unknown.text()).toContain(words)
  })

  test('the session cookie is out of reach for scripts and other sites', async () => {
    const answer = await post('/admin/sign-in', { email: assistant.email, password: PASSWORD })
    expect(answer.headers.get('location')).toBe('/admin')
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })

  test('somebody whose account was made inactive is out at once and cannot come back', async () => {
    const former = await employ(at, { name: 'Former Colleague', roles: ['assistant'], password: PASSWORD })
    expect((await get('/admin', former.cookie)).status).toBe(200)
    await at.database.db.staff.update({ where: { id: former.id }, data: { active: false } })
    expect((await get('/admin', former.cookie)).status).toBe(303)
    expect((await post('/admin/sign-in', { email: former.email, password: PASSWORD })).status).toBe(401)
  })

  test('a password shorter than twelve characters is refused', async () => {
    const short = {
      email: 'short@example.com',
      name: 'Short',
      roles: ['assistant'],
      clinics: [],
      password: 'elevenchars',
    }
    await expect(at.product.accounts.createStaff(short)).rejects.toThrow('at least 12 characters')
  })

  test('there is no way to make an account from outside', async () => {
    const answer = await post('/admin/accounts/sign-up/email', {
      email: 'a@example.com',
      password: PASSWORD,
      name: 'A',
    })
    expect(answer.status).toBe(303)
    expect(await at.database.db.staff.count({ where: { email: 'a@example.com' } })).toBe(0)
  })

  test('the twenty-first attempt within a minute from one address is put off', async () => {
    const { accounts } = at.product
    const from = { address: '192.0.2.7', browser: undefined }
    const tries = Array.from({ length: 20 }, () =>
      accounts.signIn({ email: 'x@example.com', password: 'y' }, from),
    )
    expect(await Promise.all(tries)).toEqual(Array(20).fill({ type: 'refused', reason: 'wrong-credentials' }))
    const next = await accounts.signIn({ email: 'x@example.com', password: 'y' }, from)
    expect(next).toEqual({ type: 'refused', reason: 'too-many-attempts' })
  })
})

describe('sign-in links', () => {
  test('opening the link uses nothing up; the button signs in, once', async () => {
    const link = await at.product.accounts.createSignInLink(assistant.email)
    const path = new URL(link).pathname
    const token = path.split('/').at(-1) ?? ''
    for (const look of [await get(path), await get(path)]) {
      expect(look.status).toBe(200)
      expect(look.headers.getSetCookie()).toEqual([])
    }
    const first = await post('/admin/sign-in/link', { token })
    expect(first.headers.get('location')).toBe('/admin')
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await get('/admin', cookie)).status).toBe(200)
    const second = await post('/admin/sign-in/link', { token })
    expect(second.status).toBe(401)
    expect(await second.text()).toContain('This link was used already')
  })

  test('the database keeps the hash of the token only', async () => {
    const token = (await at.product.accounts.createSignInLink(assistant.email)).split('/').at(-1) ?? ''
    const kept = JSON.stringify(await at.database.db.staffVerification.findMany())
    expect(token.length).toBeGreaterThan(20)
    expect(kept).not.toContain(token)
  })

  test('a link older than fifteen minutes opens nothing', async () => {
    const token = (await at.product.accounts.createSignInLink(assistant.email)).split('/').at(-1) ?? ''
    await at.database.db
      .$executeRaw`update staff_verification set expires_at = expires_at - interval '16 minutes'`
    expect((await post('/admin/sign-in/link', { token })).status).toBe(401)
  })
})

describe('requests from elsewhere', () => {
  test.each([
    { note: 'another site’s form', headers: { origin: 'https://evil.example' } },
    { note: 'a sibling subdomain', headers: { 'sec-fetch-site': 'same-site' } },
    { note: 'another site, by the browser’s own word', headers: { 'sec-fetch-site': 'cross-site' } },
  ])('a change asked for by $note is refused', async ({ headers }) => {
    const { number } = await missCall(at, '+14155550301')
    const path = `/admin/follow-ups/${String(number)}/outcomes`
    const answer = await post(
      path,
      { outcome: 'no-answer' },
      {
        ...headers,
        cookie: assistant.cookie,
      },
    )
    expect(answer.status).toBe(403)
    expect((await at.database.db.followUp.findUniqueOrThrow({ where: { number } })).attempts).toBe(0)
  })

  test('pages carry a policy without inline code and are kept by nobody', async () => {
    const { headers } = await get('/admin', assistant.cookie)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';media-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('after a language switch nobody is sent to another site', async () => {
    for (const back of [
      '//evil.example',
      '/admin/\\evil.example',
      'https://evil.example',
      '/administrator',
    ]) {
      const answer = await post('/admin/language', { language: 'es', back })
      expect(answer.headers.get('location')).toBe('/admin')
    }
  })
})

describe('pages that are not there', () => {
  test('an unknown address and an unknown item answer 404 in the frame of the pages', async () => {
    for (const path of ['/admin/nowhere', '/admin/follow-ups/999999', '/admin/follow-ups/abc']) {
      const answer = await get(path, assistant.cookie)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('Nothing is here')
    }
  })

  test('an item of another practice is not there for staff of this one', async () => {
    const stranger = await employ(at, {
      name: 'From Elsewhere',
      roles: ['assistant'],
      clinics: ['another-practice'],
    })
    const { number } = await missCall(at, '+14155550302')
    expect((await get(`/admin/follow-ups/${String(number)}`, stranger.cookie)).status).toBe(404)
    const outcome = await post(
      `/admin/follow-ups/${String(number)}/outcomes`,
      { outcome: 'no-answer' },
      { cookie: stranger.cookie },
    )
    expect(outcome.status).toBe(404)
    expect(await (await get('/admin', stranger.cookie)).text()).not.toContain(`#${String(number)} `)
  })
})

describe('clinical words', () => {
  const WORDS = 'I have chest pain and my chest feels tight'

  test('an assistant finds them in no page, event or message, and may neither work nor close the item', async () => {
    const { number, id } = await missCall(at, '+14155550303', WORDS)
    const item = `/admin/follow-ups/${String(number)}`
    const board = await (await get('/admin', assistant.cookie)).text()
    const page = await (await get(item, assistant.cookie)).text()
    expect(board).toContain(`href="${item}"`)
    expect(page).toContain('Its sound and words are for the clinical team only.')
    expect(page).toContain('Licensed staff work this item.')
    for (const source of [board, page]) expect(source).not.toMatch(/chest/)

    const close = await post(
      `${item}/outcomes`,
      { outcome: 'resolved', note: 'All fine.' },
      { cookie: assistant.cookie },
    )
    expect(close.status).toBe(403)
    expect(await close.text()).not.toMatch(/chest/)
    expect((await get('/admin/clinical', assistant.cookie)).status).toBe(403)
    expect(
      await at.database.db.auditEntry.count({
        where: { subject: `follow-up:${id}`, action: 'clinical-text-read' },
      }),
    ).toBe(0)
  })

  test('the live stream tells item numbers and nothing else', async () => {
    const stream = await get('/admin/live', assistant.cookie)
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    const { number } = await missCall(at, '+14155550304', WORDS)
    let told = ''
    while (!told.includes(`item-${String(number)}`)) told += (await reader.read()).value ?? ''
    await reader.cancel()
    expect(told.replaceAll(/event: (board|every-item|item-\d+)\ndata: \n\n/g, '')).toBe('')
  })

  test('a nurse reads them and sees which words were found; the audit has an entry for every reading', async () => {
    const { number, id } = await missCall(at, '+14155550305', WORDS)
    const page = await (await get(`/admin/follow-ups/${String(number)}`, nurse.cookie)).text()
    expect(page).toContain(WORDS)
    expect(page).toMatch(/<mark>[^<]*chest[^<]*<\/mark>/)
    const entries = await at.database.db.auditEntry.findMany({
      where: { subject: `follow-up:${id}`, action: 'clinical-text-read' },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ actor }) => actor)).toEqual([nurse.id])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { tick } from '../../src/casework/tick.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, OTHER_LINE, serve, type Served } from './served.ts'

type Page = {
  items: { direction: string; state: string; clinic: string; body: string | null; followUp: string | null }[]
  next: string | null
}

const MARIA = '+14155550123'
const JORGE = '+14155550124'

let served: Served
let document: Document
let assistant: string
let licensed: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  assistant = await served.key(['assistant'])
  licensed = await served.key(['licensed'])
  const { casework } = served
  // Maria calls, agrees to a text, gets one planned, and answers.
  await callArrived(casework, { callSid: 'CA1', from: MARIA, to: MAIN_LINE, callerIdVerified: undefined })
  await keyPressed(casework, { callSid: 'CA1', digits: '1', turn: '1' })
  served.setTime(later(WEDNESDAY_9, 10))
  await tick(casework)
  await text(11, MARIA, 'Please call me after five')
  // Jorge writes about his health, to two clinics, and asks for no more texts.
  await text(20, JORGE, 'My wound is bleeding again')
  await text(21, JORGE, 'Do you take Aetna?', OTHER_LINE)
  await text(22, JORGE, 'STOP', OTHER_LINE)
})
afterAll(() => served.close())

function text(minute: number, from: string, body: string, to = MAIN_LINE, part = ''): Promise<unknown> {
  served.setTime(later(WEDNESDAY_9, minute))
  const messageSid = `SM${String(minute)}${part}`
  return textArrived(served.casework, {
    messageSid,
    from,
    to,
    body,
    mediaCount: 0,
    carrierVerdict: undefined,
  })
}

async function messages(phone: string, key: string, more = ''): Promise<Page> {
  const response = await served.get(`/messages?phone=${encodeURIComponent(phone)}${more}`, key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Page
  expect(promisedAnswer(document, '/messages', 200).safeParse(body).error).toBeUndefined()
  return body
}

const bodies = ({ items }: Page): (string | null)[] => items.map(({ body }) => body)

describe('the texts of a number', () => {
  it('come newest first, in both directions, with their state', async () => {
    const { items } = await messages(MARIA, assistant)
    expect(items).toMatchObject([
      { direction: 'in', state: 'received', body: 'Please call me after five' },
      { direction: 'out', state: 'canceled', refusal: 'replied', purpose: 'callback', language: 'en' },
    ])
    expect(items[1]?.body).toContain('Cedar Grove')
  })

  it('hold what a patient wrote about a clinical matter for licensed keys only', async () => {
    // STOP belongs to the routine item of the other practice, so everybody may read it.
    expect(bodies(await messages(JORGE, assistant))).toEqual(['STOP', 'Do you take Aetna?', null])
    expect(bodies(await messages(JORGE, licensed))).toEqual([
      'STOP',
      'Do you take Aetna?',
      'My wound is bleeding again',
    ])
  })

  it('are in the audit when a licensed key reads what a patient wrote', async () => {
    const audit = () =>
      served.db.auditEntry.findMany({ where: { action: 'clinical-text-read' }, orderBy: { id: 'asc' } })
    const before = (await audit()).length
    await messages(JORGE, assistant)
    await messages('+14155559999', licensed)
    expect(await audit()).toHaveLength(before)
    await messages(JORGE, licensed)
    const entries = await audit()
    const contact = await served.db.contact.findUniqueOrThrow({ where: { phone: JORGE } })
    expect(entries.slice(before)).toMatchObject([{ subject: `contact:${contact.id}` }])
    expect(
      JSON.stringify(entries, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toContain('wound')
  })

  it('stay within the clinics of the key', async () => {
    const harbor = await served.key(['licensed'], ['harbor'])
    expect((await messages(JORGE, harbor)).items.map(({ clinic }) => clinic)).toEqual(['harbor', 'harbor'])
  })

  it('come once each over several pages', async () => {
    const first = await messages(JORGE, licensed, '&limit=2')
    expect(bodies(first)).toEqual(['STOP', 'Do you take Aetna?'])
    const second = await messages(JORGE, licensed, `&limit=2&after=${String(first.next)}`)
    expect(bodies(second)).toEqual(['My wound is bleeding again'])
    expect(second.next).toBeNull()
  })

  it('come once each also when several were written in the same instant', async () => {
    for (const sid of ['a', 'b', 'c']) await text(30, '+14155550126', `part ${sid}`, MAIN_LINE, sid)
    const seen: (string | null)[] = []
    let next: string | null = null
    do {
      const page: Page = await messages(
        '+14155550126',
        licensed,
        `&limit=1${next === null ? '' : `&after=${next}`}`,
      )
      seen.push(...bodies(page))
      next = page.next
    } while (next !== null && seen.length < 9)
    expect(seen.toSorted()).toEqual(['part a', 'part b', 'part c'])
  })

  it('are not there without a phone to ask for', async () => {
    const response = await served.get('/messages', assistant)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      parameters: [{ name: 'phone', expected: expect.stringContaining('E.164') as string }],
    })
  })

  it('refuse a cursor of another list', async () => {
    expect((await served.get('/messages?phone=%2B14155550123&after=YWJj', assistant)).status).toBe(400)
  })

  it('never show a number or a word of a patient in the log, not even when something breaks', async () => {
    await served.db.$executeRaw`ALTER TABLE message RENAME TO message_away`
    const response = await served.get(`/messages?phone=${encodeURIComponent(JORGE)}`, licensed)
    await served.db.$executeRaw`ALTER TABLE message_away RENAME TO message`
    expect(response.status).toBe(500)
    const problem = (await response.json()) as Record<string, unknown>
    expect(problem).toEqual({
      type: 'urn:ringback:problem:internal-error',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong on our side. It has been logged; try again.',
    })
    const lines = served.logged.join('')
    expect(lines).toContain('an api request failed')
    expect(lines).toContain('"route":"/messages"')
    expect(lines).not.toMatch(/4155550124|wound|message_away/)
  })
})

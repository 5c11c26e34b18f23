import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, serve, type Served } from './served.ts'

type Contact = {
  permissions: { scope: string; followUp: string | null; allowed: boolean; why: string | null }[]
  ledger: { kind: string; evidence: string; hasWords: boolean; words: string | null }[]
}

const MARIA = '+14155550123'

let served: Served
let document: Document
let assistant: string
let licensed: string
let intake: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  assistant = await served.key(['assistant'])
  licensed = await served.key(['licensed'])
  intake = await served.key(['intake'])
  const { casework } = served
  await callArrived(casework, { callSid: 'CA1', from: MARIA, to: MAIN_LINE, callerIdVerified: undefined })
  await keyPressed(casework, { callSid: 'CA1', digits: '1', turn: '1' })
})
afterAll(() => served.close())

const path = (phone: string): string => `/contacts/${encodeURIComponent(phone)}`

async function contact(phone: string, key: string): Promise<Contact> {
  const response = await served.get(path(phone), key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Contact
  expect(promisedAnswer(document, '/contacts/{phone}', 200).safeParse(body).error).toBeUndefined()
  return body
}

let minute = 0
async function post(phone: string, body: unknown, key: string): Promise<{ status: number; body: unknown }> {
  served.setTime(later(WEDNESDAY_9, ++minute))
  const response = await fetch(`${served.url}/api/v1${path(phone)}/consents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

describe('a contact', () => {
  it('is what is known of a number, what may be texted now, and the ledger', async () => {
    expect(await contact(MARIA, assistant)).toMatchObject({
      ...{ phone: MARIA, textable: 'unknown', shared: false, noCalls: false, preference: null, facts: [] },
      permissions: [
        { scope: 'this-request', allowed: true, why: null },
        { scope: 'appointment-reminders', allowed: false, why: 'no-consent' },
        { scope: 'recall', allowed: false, why: 'no-consent' },
      ],
      ledger: [{ kind: 'grant', scope: 'this-request', basis: 'key-press', evidence: 'CA1' }],
    })
  })

  it('says that there are words, and shows them to licensed keys only', async () => {
    const phone = '+14155550130'
    await textArrived(served.casework, {
      ...{ messageSid: 'SM9', from: phone, to: MAIN_LINE, body: 'STOP', mediaCount: 0 },
      carrierVerdict: undefined,
    })
    expect((await contact(phone, assistant)).ledger).toMatchObject([{ hasWords: true, words: null }])
    expect((await contact(phone, licensed)).ledger).toMatchObject([{ hasWords: true, words: 'STOP' }])
  })

  it('is addressed by a number in E.164 form, and anything else is told so', async () => {
    const wrong = await served.get('/contacts/4155550123', assistant)
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({
      parameters: [{ name: 'phone', expected: expect.stringContaining('+14155550100') as string }],
    })
    expect((await served.get(path('+14155559999'), assistant)).status).toBe(404)
    expect((await served.get(path(MARIA), intake)).status).toBe(403)
    expect((await served.get(path(MARIA))).status).toBe(401)
  })
})

describe('a consent', () => {
  const form = { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'form-7' }

  it('comes in from an intake program with its form, and may be sent again safely', async () => {
    const phone = '+14155550140'
    const first = await post(phone, { ...form, wordingVersion: 'recall@2' }, intake)
    expect(first).toMatchObject({ status: 200, body: { recorded: true, permission: { allowed: true } } })
    const again = await post(phone, form, intake)
    expect(again).toMatchObject({ status: 200, body: { recorded: false, permission: { allowed: true } } })
    expect((await contact(phone, assistant)).ledger).toHaveLength(1)
  })

  it('is taken back, and the form that was used up does not bring it back', async () => {
    const phone = '+14155550141'
    await post(phone, form, assistant)
    expect(await post(phone, { kind: 'revoke', words: 'please stop' }, assistant)).toMatchObject({
      body: { recorded: true, permission: { allowed: false, why: 'opted-out' } },
    })
    expect(await post(phone, form, assistant)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('fresh') as string },
    })
    // Nor does another one that does not say when the person agreed.
    expect(await post(phone, { ...form, evidence: 'form-new' }, assistant)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('givenAt') as string },
    })
    expect((await contact(phone, assistant)).permissions.every(({ allowed }) => !allowed)).toBe(true)
  })

  it('that an intake program heard or took back itself is not accepted', async () => {
    expect(await post(MARIA, { kind: 'revoke' }, intake)).toMatchObject({ status: 403 })
    expect(await post(MARIA, { ...form, basis: 'spoken-to-staff' }, intake)).toMatchObject({ status: 403 })
  })

  it('for a request names an item of that number', async () => {
    const [about] = (await contact(MARIA, assistant)).permissions
    const order = { ...form, scope: 'this-request' }
    expect(await post(MARIA, order, assistant)).toMatchObject({ status: 400 })
    expect(await post('+14155550142', { ...order, followUp: about?.followUp }, assistant)).toMatchObject({
      status: 404,
    })
    expect(await post(MARIA, { ...order, followUp: about?.followUp }, assistant)).toMatchObject({
      status: 200,
    })
  })

  it('that cannot be read is answered with everything that is wrong with it', async () => {
    expect(
      await post(MARIA, { kind: 'grant', scope: 'all', basis: 'form', shoe: 1 }, assistant),
    ).toMatchObject({
      status: 400,
      body: {
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'scope', expected: expect.stringContaining('recall') as string }),
          expect.objectContaining({ name: 'evidence' }),
          expect.objectContaining({ name: 'shoe' }),
        ]) as unknown[],
      },
    })
    expect(await post(MARIA, '{', assistant)).toMatchObject({ status: 400 })
    expect(await post(MARIA, { kind: 'maybe' }, assistant)).toMatchObject({
      body: { parameters: [{ name: 'kind', expected: 'grant or revoke' }] },
    })
  })

  it('stands in the audit with the key, and no number or word of it', async () => {
    const entries = await served.db.auditEntry.findMany({
      where: { action: 'consent-recorded' },
      orderBy: { id: 'asc' },
    })
    expect(entries.length).toBeGreaterThan(0)
    for (const { actor, subject, detail } of entries) {
      expect(actor).toMatch(/^key:/)
      expect(`${subject}${JSON.stringify(detail)}`).not.toMatch(/415555|please/)
    }
  })
})

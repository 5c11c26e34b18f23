import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { addNote, claim, recordOutcome } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, NURSE, OTHER_LINE, serve, type Served } from './served.ts'

type Item = Record<string, unknown> & { id: string; number: number; history: Record<string, unknown>[] }
type Page = { items: Item[]; next: string | null }

const MARIA = '+14155550123'
const WITHHELD = 'anonymous'
const CLINICAL_WORDS = 'I have chest pain since this morning'

let served: Served
let document: Document
let assistant: string
let licensed: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  assistant = await served.key(['assistant'])
  licensed = await served.key(['licensed'])
  const { casework, db } = served
  await db.staff.create({
    data: {
      ...{ id: NURSE.id, name: NURSE.name, email: 'nora@example.com', emailVerified: true },
      ...{ roles: ['assistant', 'licensed'], clinics: [], createdAt: WEDNESDAY_9, updatedAt: WEDNESDAY_9 },
    },
  })
  const call = (minute: number, from: string, to = MAIN_LINE): Promise<unknown> => {
    served.setTime(later(WEDNESDAY_9, minute))
    return callArrived(casework, { callSid: `CA${String(minute)}`, from, to, callerIdVerified: undefined })
  }
  await call(0, MARIA) // 1: stays open
  await call(1, WITHHELD) // 2: nobody to call back
  await call(2, '+14155550124') // 3: closed below
  await call(3, '+14155550125', OTHER_LINE) // 4: another clinic
  await call(4, '+14155550126') // 5: somebody took it
  served.setTime(later(WEDNESDAY_9, 5))
  await recordOutcome(casework, NURSE, {
    number: 3,
    outcome: 'resolved',
    note: 'Had dialled the wrong extension.',
  })
  await claim(casework, NURSE, { number: 5 })
  await textArrived(casework, {
    ...{ messageSid: 'SM1', from: '+14155550127', to: MAIN_LINE, body: CLINICAL_WORDS }, // 6: for the licensed
    ...{ mediaCount: 0, carrierVerdict: undefined },
  })
})
afterAll(() => served.close())

async function page(query: string, key = assistant): Promise<Page> {
  const response = await served.get(`/follow-ups${query}`, key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Page
  expect(promisedAnswer(document, '/follow-ups', 200).safeParse(body).error).toBeUndefined()
  return body
}

async function one(number: number, key: string): Promise<Item> {
  const { id } = await served.db.followUp.findUniqueOrThrow({ where: { number }, select: { id: true } })
  const response = await served.get(`/follow-ups/${id}`, key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Item
  expect(promisedAnswer(document, '/follow-ups/{id}', 200).safeParse(body).error).toBeUndefined()
  return body
}

const numbers = ({ items }: Page): number[] => items.map(({ number }) => number)

describe('the list of follow-ups', () => {
  it('shows an item with everything that a list needs', async () => {
    const { items } = await page('?phone=%2B14155550123')
    expect(items[0]).toMatchObject({
      number: 1,
      clinic: 'cedar-grove',
      trigger: 'missed-call',
      status: 'new-request',
      queue: 'assistant',
      urgency: 'routine',
      contact: { phone: MARIA, name: null, language: 'en' },
      owner: 'assistant',
      receivedAt: '2026-12-02T17:00:00.000Z',
      nextAction: 'call-back',
      lastAction: 'call-missed',
      attempts: 0,
      repeatContacts: 0,
      escalation: null,
      outcome: null,
      closedAt: null,
    })
  })

  it('says by name who took an item', async () => {
    expect((await page('?phone=%2B14155550126')).items[0]?.['owner']).toBe('Nora')
  })

  it('shows a caller who withheld the number without a phone', async () => {
    const { items } = await page('')
    expect(items.find(({ number }) => number === 2)?.['contact']).toEqual({
      phone: null,
      name: null,
      language: 'en',
    })
  })

  it.each([
    { query: '', expected: [6, 5, 4, 3, 2, 1], note: 'all, newest first' },
    { query: '?open=false', expected: [3], note: 'closed ones' },
    { query: '?clinic=harbor', expected: [4], note: 'one clinic' },
    { query: '?queue=licensed', expected: [6], note: 'one queue' },
    { query: '?status=closed', expected: [3], note: 'one status' },
    { query: '?trigger=patient-message', expected: [6], note: 'one trigger' },
    { query: '?phone=%2B14155550124', expected: [3], note: 'one phone' },
    { query: '?phone=+14155550124', expected: [3], note: 'one phone whose plus sign was not encoded' },
    { query: '?phone=%2B14155559999', expected: [], note: 'a phone that never called' },
    { query: '?queue=assistant&open=true&clinic=cedar-grove', expected: [1, 2, 5], note: 'several at once' },
  ])('filters: $note', async ({ query, expected }) => {
    expect(numbers(await page(query))).toEqual(expected)
  })

  it('shows open items by due time, the urgent one first', async () => {
    const { items } = await page('?open=true')
    expect(items[0]?.number).toBe(6)
    const due = items.map((item) => String(item['dueAt']))
    expect(due).toEqual(due.toSorted())
  })

  it.each(['', '&open=true'])('hands out every item once over its pages (%s)', async (filter) => {
    const whole = numbers(await page(`?limit=200${filter}`))
    const seen: number[] = []
    let after = ''
    for (let pages = 0; pages < 10; pages += 1) {
      const { items, next } = await page(`?limit=2${filter}${after}`)
      expect(items.length).toBeLessThanOrEqual(2)
      seen.push(...items.map(({ number }) => number))
      if (next === null) break
      after = `&after=${next}`
    }
    expect(seen).toEqual(whole)
  })

  it('holds no clinical word, whoever asks', async () => {
    expect(JSON.stringify(await page('', licensed))).not.toContain('chest pain')
  })

  it('says of every parameter that it cannot read what was expected', async () => {
    const wrong = '?queue=nurses&open=yes&limit=201&phone=5550123&clnic=harbor&status=closed&status=scheduled'
    const response = await served.get(`/follow-ups${wrong}`, assistant)
    expect(response.status).toBe(400)
    const problem = (await response.json()) as { parameters: { name: string; expected: string }[] }
    expect(promisedAnswer(document, '/follow-ups', 400).safeParse(problem).error).toBeUndefined()
    expect(Object.fromEntries(problem.parameters.map(({ name, expected }) => [name, expected]))).toEqual({
      queue: 'one of assistant, licensed, manager',
      open: 'true or false',
      limit: 'a whole number from 1 to 200',
      phone: expect.stringContaining('E.164') as string,
      status: expect.stringContaining('one of new-request') as string,
      clnic: 'no such parameter; there are clinic, queue, status, trigger, phone, open, after, limit',
    })
  })

  it('refuses a cursor that it did not make', async () => {
    const response = await served.get('/follow-ups?after=page-2', assistant)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('"next"') as string })
  })
})

describe('one follow-up', () => {
  it('comes with its history in order', async () => {
    const item = await one(3, assistant)
    expect(item).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      closedAt: '2026-12-02T17:05:00.000Z',
    })
    expect(item.history.map(({ kind }) => kind)).toEqual(['call-missed', 'outcome-recorded'])
    expect(item.history.at(-1)).toMatchObject({ actor: 'nurse', detail: { outcome: 'resolved' } })
  })

  it('shows clinical words to a licensed key only', async () => {
    const forAssistant = await one(6, assistant)
    const forManager = await one(6, await served.key(['manager', 'assistant', 'intake']))
    for (const item of [forAssistant, forManager]) {
      expect(JSON.stringify(item)).not.toContain('chest')
      expect(item.history.some((entry) => 'clinical' in entry)).toBe(false)
    }
    const forLicensed = await one(6, licensed)
    expect(JSON.stringify(forLicensed.history[0]?.['clinical'])).toContain(CLINICAL_WORDS)
  })

  it('keeps a note with clinical words from assistants, though the item was theirs', async () => {
    await addNote(served.casework, NURSE, { number: 1, note: 'She asks for more insulin.' })
    expect(JSON.stringify(await one(1, assistant))).not.toContain('insulin')
    expect(JSON.stringify(await one(1, licensed))).toContain('insulin')
  })

  it('leaves a line in the audit for every reading of clinical words, and none otherwise', async () => {
    const audit = () =>
      served.db.auditEntry.findMany({ where: { action: 'clinical-text-read' }, orderBy: { id: 'asc' } })
    const before = (await audit()).length
    await one(6, assistant)
    expect(await audit()).toHaveLength(before)
    const { id } = await one(6, licensed)
    const entries = await audit()
    expect(entries).toHaveLength(before + 1)
    const [key] = await served.db.apiKey.findMany({ where: { scopes: { equals: ['licensed'] } } })
    expect(entries.at(-1)).toMatchObject({ actor: `key:${String(key?.id)}`, subject: `follow-up:${id}` })
  })
})

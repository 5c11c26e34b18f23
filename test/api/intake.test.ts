import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { textArrived } from '../../src/casework/texts.ts'
import { forgetOldReceipts } from '../../src/casework/retention.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, OTHER_LINE, serve, type Answered, type Served } from './served.ts'

let served: Served
let document: Document
let intake: string
let assistant: string
let licensed: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  intake = await served.key(['intake'], ['cedar-grove'])
  assistant = await served.key(['assistant'], ['cedar-grove'])
  licensed = await served.key(['licensed'], ['cedar-grove'])
})
beforeEach(() => served.setTime(WEDNESDAY_9))
afterAll(() => served.close())

let count = 0
const newPhone = (): string => `+1415555${String(2000 + ++count)}`
const form = (phone: string | null, more: object = {}) => ({ trigger: 'web-form', phone, ...more })

async function tell(body: unknown, key = intake, idempotencyKey?: string): Promise<Answered> {
  const headers = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }
  const answer = await served.post('/follow-ups', body, key, headers)
  const promised = promisedAnswer(document, '/follow-ups', answer.status, 'post')
  expect(promised.safeParse(answer.body).error).toBeUndefined()
  return answer
}
const read = async (id: unknown, key: string) =>
  (await (await served.get(`/follow-ups/${String(id)}`, key)).json()) as {
    readonly contact: unknown
    readonly line: string
    readonly queue: string
    readonly requests: readonly object[]
    readonly history: readonly { kind: string; actor: string }[]
  }

describe('a request of another program', () => {
  it('opens an item; an intake key learns its number and nothing else', async () => {
    const answer = await tell(form('(415) 555-0123', { name: 'Rosa Delgado', language: 'es' }))
    expect(answer).toMatchObject({
      status: 201,
      body: { result: 'opened', status: 'new-request', item: null, consent: null },
    })
    expect(JSON.stringify(answer.body)).not.toMatch(/Rosa|0123/)
    expect((await served.get(`/follow-ups/${String(answer.body['id'])}`, intake)).status).toBe(403)
  })

  it('keeps everything that was told, and says who brought it', async () => {
    const told = {
      ...{ reason: 'yearly visit', segment: 'overdue-follow-up', dueFrom: '2026-12-01', dueTo: '2027-01-31' },
      ...{ provider: 'Dr. Lindqvist', providerPriority: 2, lastAppointment: '2025-11-30' },
      ...{
        preferredContact: 'text',
        insuranceNote: 'New plan',
        authorizationNeeded: true,
        reference: 'EHR-7',
      },
    }
    const phone = newPhone()
    const order = { ...told, trigger: 'recall-due', phone, name: 'Rosa Delgado', language: 'es' }
    const { status, body } = await tell(order, assistant)
    expect([status, body]).toMatchObject([201, { item: { contact: { phone, name: 'Rosa Delgado' } } }])
    const item = await read(body['id'], assistant)
    expect(item).toMatchObject({
      contact: { phone, name: 'Rosa Delgado', language: 'es' },
      requests: [{ ...told, trigger: 'recall-due', source: 'api', withheld: false, withdrawnAt: null }],
    })
    expect(item.history[0]?.actor).toMatch(/^key:/)
  })

  it('of somebody with an open item joins it', async () => {
    const phone = newPhone()
    const first = await tell(form(phone))
    const second = await tell(form(phone, { trigger: 'missing-insurance' }))
    expect(second).toMatchObject({ status: 200, body: { result: 'joined', id: first.body['id'] } })
    expect((await read(first.body['id'], assistant)).requests).toHaveLength(2)
  })

  it('without a number is there for staff to find one', async () => {
    const { body } = await tell(form(null), assistant)
    expect(body).toMatchObject({ item: { nextAction: 'find-number', contact: { phone: null } } })
  })

  it('with clinical words goes to licensed staff, and only they read them', async () => {
    const { body } = await tell(form(newPhone(), { reason: 'my rash is getting worse' }))
    expect(await read(body['id'], assistant)).toMatchObject({
      queue: 'licensed',
      requests: [{ reason: null, withheld: true }],
    })
    expect(await read(body['id'], licensed)).toMatchObject({
      requests: [{ reason: 'my rash is getting worse', withheld: false }],
    })
  })

  it('names a clinic where the key has several, and one of its lines where it wants another', async () => {
    const both = await served.key(['intake'])
    expect(await tell(form(newPhone()), both)).toMatchObject({
      status: 400,
      body: { parameters: [{ name: 'clinic', expected: 'one of cedar-grove, harbor' }] },
    })
    expect(await tell(form(newPhone(), { clinic: 'harbor' }), both)).toMatchObject({ status: 201 })
    expect(await tell(form(newPhone(), { clinic: 'harbor' }))).toMatchObject({ status: 403 })
    const { body } = await tell(form(newPhone(), { line: 'cedar-grove/scheduling' }))
    expect((await read(body['id'], assistant)).line).toBe('cedar-grove/scheduling')
    expect(await tell(form(newPhone(), { line: 'harbor/main' }))).toMatchObject({
      status: 400,
      body: { parameters: [{ name: 'line' }] },
    })
  })

  it.each([
    ['phone', 'no number', form('555')],
    ['phone', 'a number abroad', form('+4930123456')],
    ['phone', 'the practice itself', form(MAIN_LINE)],
    ['phone', 'nothing said of the number', { trigger: 'web-form' }],
    ['trigger', 'what only a call makes', form(newPhone(), { trigger: 'missed-call' })],
    [
      'dueTo',
      'a window that ends before it begins',
      form(newPhone(), { dueFrom: '2026-12-02', dueTo: '2026-12-01' }),
    ],
    ['dueFrom', 'no such day', form(newPhone(), { dueFrom: '2026-02-30' })],
    ['name', 'an empty name', form(newPhone(), { name: ' ' })],
    ['shoe', 'an unknown field', form(newPhone(), { shoe: 1 })],
    [
      'consent',
      'a consent for nobody',
      form(null, { consent: { scope: 'recall', evidence: 'f', wordingVersion: '1' } }),
    ],
  ])(
    'with a wrong %s (%s) is refused with what was expected, and nothing is written',
    async (name, _, body) => {
      const before = await served.db.followUp.count()
      const answer = await tell(body)
      expect(answer).toMatchObject({
        status: 400,
        body: { parameters: [{ name, expected: expect.any(String) as string }] },
      })
      expect(await served.db.followUp.count()).toBe(before)
    },
  )
})

describe('the consent of a form', () => {
  const consent = { scope: 'this-request', evidence: 'form-1', wordingVersion: 'web@2' }

  it('is in the ledger with its form, about this item', async () => {
    const phone = newPhone()
    const { body } = await tell(form(phone, { consent }))
    expect(body['consent']).toEqual({ allowed: true, why: null, refused: null })
    const ledger = await served.db.consentEvent.findMany({
      where: { contact: { phone } },
      orderBy: { seq: 'asc' },
    })
    expect(ledger).toMatchObject([
      { kind: 'grant', basis: 'form', evidence: 'form-1', wordingVersion: 'web@2', followUpId: body['id'] },
    ])
  })

  it('does not undo a STOP, and the request counts all the same', async () => {
    const phone = newPhone()
    const stop = { messageSid: 'SM1', from: phone, to: MAIN_LINE, body: 'STOP', mediaCount: 0 }
    await textArrived(served.casework, { ...stop, carrierVerdict: undefined })
    const { status, body } = await tell(form(phone, { consent }))
    expect(status).toBeLessThan(300)
    expect(body['consent']).toMatchObject({ allowed: false })
  })
})

describe('an Idempotency-Key', () => {
  it('gives a repeated request the first answer, and writes nothing twice', async () => {
    const phone = newPhone()
    const consent = { scope: 'recall', evidence: 'form-9', wordingVersion: 'web@2' }
    const first = await tell(form(phone, { consent }), intake, '"8e03978e-40d5"')
    served.setTime(later(WEDNESDAY_9, 60 * 24))
    const again = await tell(form(phone, { consent }), intake, '8e03978e-40d5')
    expect([again.status, again.body]).toEqual([201, first.body])
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true'])
    expect((await read(first.body['id'], assistant)).requests).toHaveLength(1)
    expect(await served.db.consentEvent.count({ where: { contact: { phone } } })).toBe(1)
  })

  it('is one request: another under the same key is refused, and another program may use the same key', async () => {
    const phone = newPhone()
    expect(await tell(form(phone), intake, 'k-1')).toMatchObject({ status: 201 })
    expect(await tell(form(phone, { name: 'Rosa' }), intake, 'k-1')).toMatchObject({
      status: 422,
      body: { type: 'urn:ringback:problem:idempotency-key-reused' },
    })
    expect(await tell(form(newPhone()), assistant, 'k-1')).toMatchObject({ status: 201 })
  })

  it('sent twenty times at once makes one item; who comes too early comes again', async () => {
    const phone = newPhone()
    const once = () => tell(form(phone), intake, 'race')
    const answers = await Promise.all(Array.from({ length: 20 }, once))
    expect(
      answers.filter(({ headers, status }) => status === 201 && !headers.has('idempotent-replayed')),
    ).toHaveLength(1)
    for (const { status, headers } of answers) {
      expect([201, 409]).toContain(status)
      if (status === 409) expect(headers.get('retry-after')).toBe('1')
    }
    const after = await once()
    expect(after.headers.get('idempotent-replayed')).toBe('true')
    expect(await served.db.request.count({ where: { followUp: { contact: { phone } } } })).toBe(1)
  })

  it('of a request that failed is free for the mended one', async () => {
    expect(await tell(form('555'), intake, 'mended')).toMatchObject({ status: 400 })
    expect(await tell(form(newPhone()), intake, 'mended')).toMatchObject({ status: 201 })
  })

  it('of a process that died before the end is not stuck: neither answer nor item is there', async () => {
    const phone = newPhone()
    const items = await served.db.followUp.count()
    const create = served.db.$executeRawUnsafe.bind(served.db)
    await create('ALTER TABLE idempotent_answer ADD CONSTRAINT dies CHECK (false) NOT VALID')
    expect(await tell(form(phone), intake, 'dies')).toMatchObject({ status: 500 })
    expect(await served.db.followUp.count()).toBe(items)
    await create('ALTER TABLE idempotent_answer DROP CONSTRAINT dies')
    expect(await tell(form(phone), intake, 'dies')).toMatchObject({ status: 201 })
  })

  it('is kept for a week and not for ever', async () => {
    const phone = newPhone()
    await tell(form(phone), intake, 'week')
    const kept = () => served.db.idempotentAnswer.count({ where: { key: 'week' } })
    served.setTime(later(WEDNESDAY_9, 6 * 24 * 60))
    await forgetOldReceipts(served.casework)
    expect(await kept()).toBe(1)
    served.setTime(later(WEDNESDAY_9, 8 * 24 * 60))
    await forgetOldReceipts(served.casework)
    expect(await kept()).toBe(0)
  })

  it('that cannot be one is refused', async () => {
    for (const wrong of ['', 'a b', 'x'.repeat(256)])
      expect(await tell(form(newPhone()), intake, wrong)).toMatchObject({ status: 400 })
  })
})

it('a practice that a key is not for is not told apart from one that is not there', async () => {
  expect(await tell(form(OTHER_LINE, { clinic: 'nowhere' }))).toMatchObject({ status: 403 })
})

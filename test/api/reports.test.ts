import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { serve, type Served } from './served.ts'

type Report = {
  since: string
  until: string
  texts: { planned: number; faults: unknown[] }
  queue: { waiting: number; held: unknown[] }
  stops: unknown[]
}

let served: Served
let document: Document
let manager: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  manager = await served.key(['manager'])
  const text = { direction: 'out', phone: '+14155550123', body: 'A text.' }
  const cedar = { ...text, clinicId: 'cedar-grove', lineId: 'cedar-grove/main' }
  const harbor = { ...text, clinicId: 'harbor', lineId: 'harbor/main' }
  const yesterday = later(WEDNESDAY_9, -20 * 60)
  const left = { claimedAt: yesterday, verdict: { type: 'go' } }
  await served.db.message.createMany({
    data: [
      { id: randomUUID(), ...cedar, ...left, createdAt: yesterday, state: 'failed', errorCode: 21614 },
      {
        id: randomUUID(),
        ...cedar,
        createdAt: later(WEDNESDAY_9, -3 * 1440),
        state: 'held',
        refusal: 'sending-stopped',
      },
      { id: randomUUID(), ...harbor, ...left, createdAt: yesterday, state: 'delivered' },
    ],
  })
  const stop = { id: randomUUID(), at: WEDNESDAY_9, code: 20003, reason: 'credentials' }
  await served.db.sendingStop.create({ data: stop })
})
afterAll(() => served.close())

async function report(query: string, key = manager): Promise<Report> {
  const response = await served.get(`/reports/messaging${query}`, key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Report
  expect(promisedAnswer(document, '/reports/messaging', 200).safeParse(body).error).toBeUndefined()
  return body
}

describe('the report of messaging health', () => {
  it('tells what arrived, what did not and why, what waits and what is stopped', async () => {
    expect(await report('')).toMatchObject({
      since: '2026-11-25T17:00:00.000Z',
      until: '2026-12-02T17:00:00.000Z',
      texts: {
        planned: 3,
        states: { delivered: 1, failed: 1, held: 1 },
        faults: [
          {
            reason: 'landline',
            count: 1,
            codes: [{ code: 21614, count: 1, meaning: 'The number cannot receive texts.' }],
          },
        ],
      },
      queue: {
        waiting: 1,
        held: [
          {
            why: 'sending-stopped',
            count: 1,
            oldest: {
              ...{ followUpNumber: null, clinic: 'cedar-grove', until: null },
              plannedAt: '2026-11-29T17:00:00.000Z',
            },
          },
        ],
      },
      stops: [{ at: '2026-12-02T17:00:00.000Z', sender: null, code: 20003, reason: 'credentials' }],
    })
  })

  it('covers the days asked for', async () => {
    expect((await report('?days=1')).texts.planned).toBe(2)
    expect((await report('?days=30')).since).toBe('2026-11-02T17:00:00.000Z')
  })

  it('holds no phone number of a person, no name and no words of a text', async () => {
    const words = JSON.stringify(await report(''))
    expect(words).not.toContain('4155550123')
    expect(words).not.toContain('A text.')
  })

  it('covers the clinics of the key only', async () => {
    const harbor = await report('', await served.key(['manager'], ['harbor']))
    expect(harbor).toMatchObject({ texts: { planned: 1, faults: [] }, queue: { waiting: 0, held: [] } })
  })

  it('is for managers', async () => {
    for (const scope of ['assistant', 'licensed', 'intake'] as const) {
      const response = await served.get('/reports/messaging', await served.key([scope]))
      expect(response.status, scope).toBe(403)
    }
    expect((await served.get('/reports/messaging')).status).toBe(401)
  })

  it('says which spans there are', async () => {
    const response = await served.get('/reports/messaging?days=365', manager)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ parameters: [{ name: 'days', expected: '1, 7 or 30' }] })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Served } from './api/served.ts'
import { later, WEDNESDAY_9 } from './support/practice.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.close())

const metrics = async (): Promise<string> => (await fetch(`${served.url}/metrics`)).text()

test('the texts of the last day are counted by state and reason, without a number or a name', async () => {
  const at = later(WEDNESDAY_9, -60)
  const text = {
    ...{ direction: 'out', phone: '+14155550123', body: 'A text.', createdAt: at },
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', claimedAt: at, verdict: { type: 'go' } },
  }
  await served.db.message.createMany({
    data: [
      { id: randomUUID(), ...text, state: 'delivered' },
      { id: randomUUID(), ...text, state: 'failed', errorCode: 21614 },
      { id: randomUUID(), ...text, state: 'undelivered', errorCode: 30006 },
      { id: randomUUID(), ...text, state: 'refused', refusal: 'no-consent' },
      { id: randomUUID(), ...text, state: 'delivered', createdAt: later(WEDNESDAY_9, -25 * 60) },
    ],
  })
  const lines = await metrics()
  expect(lines).toContain('ringback_texts_last_day{state="delivered"} 1')
  expect(lines).toContain('ringback_texts_last_day{state="canceled"} 0')
  expect(lines).toContain('ringback_texts_lost_last_day{reason="landline"} 2')
  expect(lines).toContain('ringback_texts_refused_last_day{reason="no-consent"} 1')
  expect(lines).not.toContain('5550123')
})

test('a stop is counted by its reason until it is resumed', async () => {
  expect(await metrics()).not.toContain('ringback_sending_stops{')
  const id = randomUUID()
  await served.db.sendingStop.create({ data: { id, at: WEDNESDAY_9, code: 20003, reason: 'credentials' } })
  expect(await metrics()).toContain('ringback_sending_stops{reason="credentials"} 1')
  await served.db.sendingStop.update({
    where: { id },
    data: { resumedAt: WEDNESDAY_9, resumedBy: 'somebody' },
  })
  expect(await metrics()).not.toContain('ringback_sending_stops{')
})

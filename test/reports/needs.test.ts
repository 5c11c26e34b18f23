import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeItem } from '../../src/casework/removal.ts'
import { promisedAnswer, type Document } from '../api/openapi-document.ts'
import { NURSE, serve, type Served } from '../api/served.ts'
import { practiceDays } from './practice-days.ts'

/* Los Angeles in summer, Monday to Friday 8–12 and 13–17: 15:00Z to 19:00Z and 20:00Z to midnight. Monday is 3 May 2027. */

let served: Served
let manager: string
let days: ReturnType<typeof practiceDays>
beforeAll(async () => {
  served = await serve()
  manager = await served.key(['manager'], ['cedar-grove'])
  days = practiceDays(served)
})
afterAll(() => served.close())

async function week(): Promise<{ needs: Record<string, unknown>; sample: { id: string; number: number }[] }> {
  const document = (await (await served.get('/openapi.json')).json()) as Document
  const body: unknown = await (await served.get('/reports/weekly?week=2027-05-05', manager)).json()
  expect(promisedAnswer(document, '/reports/weekly', 200).safeParse(body).error).toBeUndefined()
  return body as Awaited<ReturnType<typeof week>>
}

it('requests for an appointment are answered on the day on which the practice is open next', async () => {
  const ask = (at: string, phone = days.newPhone()) =>
    days.request(at, { trigger: 'appointment-request' }, null, phone)
  // The week before, and one that was no request at all.
  await ask('2027-05-03T06:59:00Z')
  const mistaken = await ask('2027-05-03T16:00:00Z')
  const order = { number: mistaken, reason: 'duplicate', note: 'Asked twice.' } as const
  expect(await removeItem(served.casework, { ...NURSE, roles: ['manager'] }, order)).toMatchObject({
    type: 'done',
  })
  // Monday at ten: tried in the evening, and tried on Tuesday. Asked again, it is the same need.
  const evening = await ask('2027-05-03T17:00:00Z')
  await days.outcome('2027-05-04T06:59:00Z', evening, 'no-answer')
  const twice = days.newPhone()
  const late = await ask('2027-05-03T17:00:00Z', twice)
  await ask('2027-05-03T18:00:00Z', twice)
  await days.outcome('2027-05-04T15:10:00Z', late, 'left-voicemail')
  // After closing time on Monday: tried on Tuesday.
  const closed = await ask('2027-05-04T01:30:00Z')
  await days.outcome('2027-05-04T23:00:00Z', closed, 'reached-scheduled')
  // Friday evening and Saturday: their day is Monday.
  const weekend = await ask('2027-05-08T02:00:00Z')
  await ask('2027-05-08T17:00:00Z')
  days.at('2027-05-09T17:00:00Z')
  expect((await week()).needs['appointmentRequests']).toEqual({
    ...{ total: 5, contactedSameDay: 2, contactedLater: 1, notContacted: 0, notDueYet: 2 },
  })
  await days.outcome('2027-05-10T16:00:00Z', weekend, 'no-answer')
  days.at('2027-05-11T06:59:00Z')
  expect((await week()).needs['appointmentRequests']).toMatchObject({ contactedSameDay: 3, notDueYet: 1 })
  days.at('2027-05-11T07:00:00Z')
  expect((await week()).needs['appointmentRequests']).toEqual({
    ...{ total: 5, contactedSameDay: 3, contactedLater: 1, notContacted: 1, notDueYet: 0 },
  })
})

it('referrals take business time until a visit is booked', async () => {
  const refer = (at: string) => days.request(at, { trigger: 'referral-received' })
  // Monday nine to Tuesday nine: 180 + 240 + 60 minutes. Wednesday 11:30 over lunch to 13:30: 30 + 30.
  const day = await refer('2027-05-03T16:00:00Z')
  await days.outcome('2027-05-04T16:00:00Z', day, 'reached-scheduled')
  const lunch = await refer('2027-05-05T18:30:00Z')
  await days.outcome('2027-05-05T18:40:00Z', lunch, 'no-answer')
  await days.outcome('2027-05-05T20:30:00Z', lunch, 'reached-scheduled')
  const waiting = await refer('2027-05-06T18:30:00Z')
  await days.outcome('2027-05-06T19:30:00Z', waiting, 'needs-outside-document')
  days.at('2027-05-12T17:00:00Z')
  expect((await week()).needs['referrals']).toEqual({
    ...{ received: 3, scheduled: 2, averageBusinessMinutesToScheduled: 270 },
  })
})

it('an intake is incomplete once it was found so, and complete when what came after it settled it', async () => {
  const ask = (at: string, trigger: 'incomplete-intake' | 'web-form') => days.request(at, { trigger })
  const listed = await ask('2027-05-03T16:00:00Z', 'incomplete-intake')
  await days.outcome('2027-05-06T16:00:00Z', listed, 'resolved')
  const still = await ask('2027-05-04T16:00:00Z', 'incomplete-intake')
  await days.outcome('2027-05-05T16:00:00Z', still, 'incomplete-intake')
  const found = await ask('2027-05-03T16:00:00Z', 'web-form')
  await days.outcome('2027-05-04T16:00:00Z', found, 'incomplete-intake')
  await days.outcome('2027-05-05T16:00:00Z', found, 'reached-scheduled')
  // Booked first: that says nothing about the forms that were missing afterwards.
  const booked = await ask('2027-05-03T16:00:00Z', 'web-form')
  await days.outcome('2027-05-04T16:00:00Z', booked, 'reached-scheduled')
  await days.outcome('2027-05-05T16:00:00Z', booked, 'incomplete-intake')
  await days.outcome('2027-05-06T16:00:00Z', await ask('2027-05-06T15:30:00Z', 'web-form'), 'resolved')
  days.at('2027-05-12T17:00:00Z')
  expect((await week()).needs['intake']).toEqual({ incomplete: 4, completed: 2 })
})

it('who missed a visit is spoken to, and gets another one', async () => {
  for (const said of ['callback-requested', 'reached-scheduled', 'no-answer'] as const) {
    const number = await days.request('2027-05-06T16:00:00Z', { trigger: 'no-show' })
    await days.outcome('2027-05-06T17:00:00Z', number, said)
  }
  days.at('2027-05-12T17:00:00Z')
  expect((await week()).needs['noShows']).toEqual({ total: 3, reached: 2, scheduled: 1 })
})

it('a sample of what was documented is the same for everybody who asks, and holds no words', async () => {
  for (let item = 0; item < 15; item += 1)
    await days.outcome('2027-05-07T17:00:00Z', await days.call('2027-05-07T16:00:00Z'), 'resolved')
  days.at('2027-05-12T17:00:00Z')
  const { sample } = await week()
  expect(sample).toHaveLength(10)
  expect((await week()).sample).toEqual(sample)
  const items = await served.db.followUp.findMany({ where: { id: { in: sample.map(({ id }) => id) } } })
  expect(
    items.every(({ status, closedAt }) => status === 'closed' && closedAt! < new Date('2027-05-10')),
  ).toBe(true)
  expect(sample.every((each) => Object.keys(each).join() === 'id,number,outcome')).toBe(true)
})

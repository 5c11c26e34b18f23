import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promisedAnswer, type Document } from '../api/openapi-document.ts'
import { OTHER_LINE, serve, type Served } from '../api/served.ts'
import { practiceDays } from './practice-days.ts'

/* Los Angeles, Monday to Friday 8–12 and 13–17. Monday 30 November 2026 is 08:00Z at midnight; 8:00 is 16:00Z. */

let served: Served
let document: Document
let manager: string
let days: ReturnType<typeof practiceDays>
beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  manager = await served.key(['manager'], ['cedar-grove'])
  days = practiceDays(served)
})
afterAll(() => served.close())

async function report(name: string, query = '', key = manager): Promise<Record<string, unknown>> {
  const response = await served.get(`/reports/${name}${query}`, key)
  const body = (await response.json()) as Record<string, unknown>
  expect([
    response.status,
    promisedAnswer(document, `/reports/${name}`, response.status).safeParse(body).error,
  ]).toEqual([200, undefined])
  return body
}

describe('a week', () => {
  it('is what its calls and requests came to, on one page', async () => {
    // Returned 20 business minutes later; across lunch 11:50–13:10 (20 minutes of business); never; out of hours, returned in the morning.
    const booked = await days.call('2026-11-30T17:00:00Z')
    await days.outcome('2026-11-30T17:20:00Z', booked, 'reached-scheduled')
    const lunch = await days.call('2026-11-30T19:50:00Z')
    await days.outcome('2026-11-30T21:10:00Z', lunch, 'no-answer')
    const forgotten = '+14155556000'
    await days.call('2026-12-01T17:00:00Z', forgotten)
    await days.call('2026-12-01T18:00:00Z', forgotten)
    const late = await days.call('2026-12-02T02:00:00Z')
    await days.outcome('2026-12-02T16:05:00Z', late, 'wrong-number')
    const insurance = await days.request('2026-12-02T17:00:00Z', { trigger: 'web-form' }, 'es')
    await days.outcome('2026-12-02T17:30:00Z', insurance, 'needs-insurance-review')
    const spanish = await days.request('2026-12-02T18:00:00Z', { trigger: 'web-form' }, 'es')
    await days.outcome('2026-12-02T18:30:00Z', spanish, 'needs-language-support')
    const recall = await days.request('2026-12-03T17:00:00Z', {})
    await days.outcome('2026-12-03T17:10:00Z', recall, 'reached-scheduled')
    await days.request('2026-12-03T17:00:00Z', {})
    const done = await days.request('2026-12-03T18:00:00Z', { trigger: 'web-form' })
    await days.outcome('2026-12-03T19:00:00Z', done, 'patient-declined')
    // Neither of this practice, nor of this week.
    await days.call('2026-12-03T18:00:00Z', days.newPhone(), OTHER_LINE)
    await days.call('2026-12-07T17:00:00Z')
    days.at('2026-12-08T17:00:00Z')

    const week = await report('weekly', '?week=2026-12-03')
    expect(week).toMatchObject({
      ...{ clinic: 'cedar-grove', zone: 'America/Los_Angeles', from: '2026-11-30', through: '2026-12-06' },
      missedCalls: { total: 5, notReturned: 2, notDueYet: 0, recovered: 1 },
      requests: { opened: 9, closed: 1, repeatContacts: 1, wrongNumbers: 1 },
      booked: { total: 2, fromCallbacks: 1 },
      barriers: [
        { outcome: 'needs-insurance-review', items: 1 },
        { outcome: 'needs-language-support', items: 1 },
      ],
      recall: { onList: 2, reached: 1, scheduled: 1 },
      otherLanguages: { items: 2, reached: 0, supportNeeded: 1 },
    })
    const calls = week['missedCalls'] as Record<string, number>
    // 20, 20 and 5 minutes of business time.
    expect(calls['averageCallbackBusinessMinutes']).toBe(15)
    expect(Number(calls['returnedInTime']) + Number(calls['returnedLate'])).toBe(3)
    const requests = week['requests'] as Record<string, number>
    // 20, 20, 5, 30, 30, 10 and 60 minutes; the forgotten one and a recall have none.
    expect(requests['averageBusinessMinutesToFirstAttempt']).toBe(25)
    expect(requests['averageBusinessMinutesToCompletion']).toBe(60)
    // Open since before Friday: all but the declined one, without the two recalls.
    expect(requests['unresolvedOlderThanOneBusinessDay']).toBe(6)
  })

  it('that is this one counts to now, and is told with its targets as they stand', async () => {
    await days.call('2026-12-15T17:00:00Z')
    const first = (await report('weekly'))['missedCalls'] as object
    expect(first).toMatchObject({ total: 1, notDueYet: 1, notReturned: 0 })
    days.at('2026-12-18T17:00:00Z')
    expect((await report('weekly'))['missedCalls']).toMatchObject({ total: 1, notDueYet: 0, notReturned: 1 })
  })
})

describe('a daily close', () => {
  it('says what was opened, documented, escalated and carried over', async () => {
    const [before] = await served.db.$queryRaw<{ open: number }[]>`
      SELECT count(*)::int AS open FROM follow_up WHERE status <> 'closed' AND clinic_id = 'cedar-grove'`
    const urgent = await days.call('2027-01-12T17:00:00Z')
    await days.note('2027-01-12T17:05:00Z', urgent, 'Says she has chest pain.')
    await days.acknowledge('2027-01-12T17:12:00Z', urgent)
    const other = await days.call('2027-01-12T18:00:00Z')
    await days.note('2027-01-12T18:00:00Z', other, 'He has chest pain.')
    const closed = await days.call('2027-01-12T18:30:00Z')
    await days.outcome('2027-01-12T19:00:00Z', closed, 'resolved')
    // Half past eleven at night still belongs to that day, midnight does not.
    await days.call('2027-01-13T07:30:00Z')
    await days.call('2027-01-13T08:00:00Z')
    days.at('2027-01-13T09:00:00Z')
    expect(await report('daily-close', '?date=2027-01-12')).toMatchObject({
      ...{ from: '2027-01-12', through: '2027-01-12', opened: 4 },
      documented: { items: 1, outcomes: [{ outcome: 'resolved', items: 1 }] },
      escalated: { items: 2, reasons: [{ why: 'urgent-words', items: 2 }] },
      carriedOver: { withNextAction: Number(before?.open) + 3, without: 0 },
      urgent: { items: 2, answered: 1, averageMinutes: 7, longestMinutes: 7 },
    })
    // What is closed on the next day was carried over on this one.
    await days.outcome('2027-01-13T17:00:00Z', other, 'resolved')
    expect(await report('daily-close', '?date=2027-01-12')).toMatchObject({
      documented: { items: 1 },
      carriedOver: { withNextAction: Number(before?.open) + 3 },
      urgent: { answered: 2 },
    })
    expect(await report('daily-close')).toMatchObject({
      ...{ from: '2027-01-13', opened: 1 },
      documented: { items: 1 },
    })
  })

  it('counts an item once, however often it was escalated, and says for what', async () => {
    await served.db.followUp.updateMany({
      where: { status: { not: 'closed' } },
      data: { escalateAt: new Date('2027-03-01T00:00:00Z') },
    })
    const urgent = await days.call('2027-02-01T17:00:00Z')
    await days.note('2027-02-01T17:01:00Z', urgent, 'Says she has chest pain.')
    for (let hour = 1; hour < 4; hour += 1)
      await days.tick(new Date(Date.parse('2027-02-01T17:00:00Z') + hour * 3_600_000))
    const lines = await served.db.historyEntry.count({
      where: { kind: 'target-missed', at: { gte: new Date('2027-02-01T08:00:00Z') } },
    })
    expect(lines).toBeGreaterThan(1)
    const day = await report('daily-close', '?date=2027-02-01')
    expect(day['alerts']).toMatchObject({ alerted: 1, acknowledged: 0, unacknowledged: 1 })
    expect(day['escalated']).toEqual({
      items: 1,
      reasons: [
        { why: 'target-missed', items: 1 },
        { why: 'urgent-words', items: 1 },
      ],
    })
  })
})

describe('the heat map', () => {
  /** by the wall clock of Los Angeles */
  const cells = (map: Record<string, unknown>) =>
    (map['weekdays'] as { weekday: string; hours: number[] }[]).flatMap(({ weekday, hours }) =>
      hours.flatMap((calls, hour) => (calls === 0 ? [] : [[weekday, hour, calls]])),
    )

  it('shows missed calls as the clock on the wall showed them, also when it is changed', async () => {
    // In spring 2:00 becomes 3:00; in autumn 1:00 to 2:00 comes twice.
    await days.call('2027-03-14T09:30:00Z')
    await days.call('2027-03-14T10:00:00Z')
    const answered = await days.call('2027-03-15T16:10:00Z')
    await served.db.call.updateMany({
      where: { followUp: { number: answered } },
      data: { state: 'answered' },
    })
    days.at('2027-03-16T00:00:00Z')
    const spring = await report('heatmap', '?from=2027-03-14&through=2027-03-15')
    expect([spring['missedCalls'], cells(spring)]).toEqual([
      2,
      [
        ['sunday', 1, 1],
        ['sunday', 3, 1],
      ],
    ])
    await days.call('2027-11-07T08:30:00Z')
    await days.call('2027-11-07T09:30:00Z')
    await days.call('2027-11-08T07:59:00Z')
    await days.call('2027-11-08T08:00:00Z')
    const autumn = await report('heatmap', '?from=2027-11-07&through=2027-11-07')
    expect(cells(autumn)).toEqual([
      ['sunday', 1, 2],
      ['sunday', 23, 1],
    ])
  })

  it('is what a count by hand over any two weeks comes to', async () => {
    const start = Temporal.Instant.from('2028-03-06T08:00:00Z')
    const byHand = new Map<string, number>()
    for (let call = 0; call < 40; call += 1) {
      const at = start.add({ minutes: (call * 7_919) % (14 * 24 * 60) })
      await days.call(new Date(at.epochMilliseconds))
      const wall = at.toZonedDateTimeISO('America/Los_Angeles')
      const cell = `${wall.toPlainDate().toLocaleString('en-US', { weekday: 'long' }).toLowerCase()} ${String(wall.hour)}`
      byHand.set(cell, (byHand.get(cell) ?? 0) + 1)
    }
    days.at('2028-03-20T12:00:00Z')
    const map = await report('heatmap', '?from=2028-03-06&through=2028-03-20')
    expect(
      new Map(cells(map).map(([weekday, hour, calls]) => [`${String(weekday)} ${String(hour)}`, calls])),
    ).toEqual(byHand)
  })
})

it('two weeks of one practice across a change of the clocks come to what a count by hand comes to', async () => {
  const harbor = await served.key(['manager'], ['harbor'])
  const monday = Date.parse('2029-03-05T08:00:00Z')
  const openMinutes = businessMinutesSince(monday, 30)
  let seed = 20_290_305
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % below
  }
  const told = ['reached-scheduled', 'no-answer', 'resolved', null] as const
  const calls = Array.from({ length: 30 }, () => {
    const called = random(14 * 24 * 60)
    return { called, tried: called + 1 + random(3_000), said: told[random(told.length)] ?? null }
  })
  const minute = (count: number): Date => new Date(monday + count * 60_000)
  for (const { called, tried, said } of calls) {
    const number = await days.call(minute(called), days.newPhone(), OTHER_LINE)
    if (said !== null) await days.outcome(minute(tried), number, said)
  }
  days.at(minute(28 * 24 * 60))
  // The second week is an hour shorter.
  const change = 7 * 24 * 60 - 60
  for (const [day, from, end] of [
    ['2029-03-05', 0, change],
    ['2029-03-12', change, change + 7 * 24 * 60],
  ] as const) {
    const inWeek = calls.filter(({ called }) => from <= called && called < end)
    // "Resolved" ends an item and is no attempt to reach anybody.
    const returned = inWeek.filter(({ said }) => said === 'reached-scheduled' || said === 'no-answer')
    const minutes = returned.map(({ called, tried }) => openMinutes(called, tried))
    const mean = minutes.reduce((sum, each) => sum + each, 0) / minutes.length
    const closed = calls.filter(({ said, tried }) => said === 'resolved' && from <= tried && tried < end)
    const week = await report('weekly', `?week=${day}`, harbor)
    const { returnedInTime, returnedLate, ...missed } = week['missedCalls'] as Record<string, number>
    expect({ ...missed, returned: Number(returnedInTime) + Number(returnedLate) }).toEqual({
      total: inWeek.length,
      returned: returned.length,
      notReturned: inWeek.length - returned.length,
      notDueYet: 0,
      recovered: inWeek.filter(({ said }) => said === 'reached-scheduled').length,
      averageCallbackBusinessMinutes: Math.round(mean * 10) / 10,
    })
    expect(week['requests']).toMatchObject({ opened: inWeek.length, closed: closed.length })
    const today = await report('daily-close', `?date=${day}`, harbor)
    const onDay = (at: number): boolean => from <= at && at < from + 24 * 60
    const open = calls.filter(
      ({ called, tried, said }) =>
        called < from + 24 * 60 && !(said === 'resolved' && tried < from + 24 * 60),
    )
    const before = await served.db.followUp.count({
      where: { clinicId: 'harbor', receivedAt: { lt: minute(0) }, status: { not: 'closed' } },
    })
    expect(today).toMatchObject({
      opened: calls.filter(({ called }) => onDay(called)).length,
      documented: { items: closed.filter(({ tried }) => onDay(tried)).length },
      carriedOver: { withNextAction: open.length + before, without: 0 },
    })
  }
})

/** Minutes of business time between two whole minutes after a start, counted one by one on the clock of Los Angeles. */
function businessMinutesSince(start: number, days: number): (from: number, to: number) => number {
  const before = [0]
  for (let minute = 0; minute < days * 24 * 60; minute += 1) {
    const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(
      start + minute * 60_000,
    ).toZonedDateTimeISO('America/Los_Angeles')
    const open = dayOfWeek <= 5 && ((8 <= hour && hour < 12) || (13 <= hour && hour < 17))
    before.push((before.at(-1) ?? 0) + (open ? 1 : 0))
  }
  return (from, to) => (before[to] ?? 0) - (before[from] ?? 0)
}

it('reports are for managers of the practice, about days that have begun', async () => {
  for (const name of ['daily-close', 'weekly', 'heatmap']) {
    expect((await served.get(`/reports/${name}`, await served.key(['assistant', 'licensed']))).status).toBe(
      403,
    )
    expect((await served.get(`/reports/${name}?clinic=harbor`, manager)).status).toBe(403)
    expect((await served.get(`/reports/${name}`, await served.key(['manager']))).status).toBe(400)
  }
  for (const wrong of [
    'daily-close?date=2099-01-01',
    'daily-close?date=2026-02-30',
    'weekly?week=2099-01-01',
    'heatmap?through=2099-01-01',
    'heatmap?from=2020-01-01',
  ])
    expect((await served.get(`/reports/${wrong}`, manager)).status).toBe(400)
})

import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import type { Overview } from '../../src/sandbox/control/schema.ts'
import { callLine, LINE, PATIENT, startRig, type Rig } from './rig.ts'

describe('the clock', () => {
  test('can be set, jumped and sped up', async () => {
    const rig = await startRig({})
    expect((await rig.control.setClock(new Date('2026-03-03T09:00:00Z'))).now).toMatch(/^2026-03-03T09:00:00/)
    expect((await rig.control.jumpClock(86_400_000)).now).toMatch(/^2026-03-04T09:00:00/)
    expect((await rig.control.setSpeed(600)).speed).toBe(600)
  })

  test('that is real time cannot be moved', async () => {
    const rig = await startRig({}, { clock: systemClock })
    await expect(rig.control.jumpClock(1000)).rejects.toThrow('SANDBOX_CLOCK')
    const overview = await fetch(`${rig.sandbox.url}/sandbox/api/overview?phone=x`)
    expect(await overview.json()).toMatchObject({ clock: null })
  })
})

describe('the clock in the practice’s zone', () => {
  const post = async (rig: Rig, path: string, body: unknown): Promise<{ now?: string; error?: string }> => {
    const answer = await fetch(`${rig.sandbox.url}/sandbox/api/clock/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { now?: string; error?: string }
  }
  const pacific = (): Promise<Rig> => startRig({}, { zone: 'America/Los_Angeles' })

  test('is set to what the practice’s clocks show, in summer and winter time', async () => {
    const rig = await pacific()
    const set = async (local: string): Promise<string | undefined> =>
      (await post(rig, 'set', { local })).now?.slice(0, 16)
    expect(await set('2026-11-23T10:05')).toBe('2026-11-23T18:05')
    expect(await set('2026-07-01T10:05')).toBe('2026-07-01T17:05')
    // 2:30 is left out on March 8 and comes twice on November 1 at 1:30.
    expect(await set('2026-03-08T02:30')).toBe('2026-03-08T10:30')
    expect(await set('2026-11-01T01:30')).toBe('2026-11-01T08:30')
    for (const local of ['2026-02-30T10:00', '2026-11-23T10:05Z', 'tomorrow'])
      expect((await post(rig, 'set', { local })).error).toContain('such as 2026-11-23T10:05')
  })

  test.each([
    ['early on a Monday', '2026-11-23T15:00:00Z', '2026-11-23T18:05'],
    ['at 10:05 on a Monday', '2026-11-23T18:05:00Z', '2026-11-24T18:05'],
    ['on a Friday afternoon', '2026-11-20T22:00:00Z', '2026-11-23T18:05'],
    ['on a Saturday', '2026-11-21T18:00:00Z', '2026-11-23T18:05'],
    ['on a Sunday evening that is Monday in UTC', '2026-11-23T03:00:00Z', '2026-11-23T18:05'],
    ['over the spring change', '2026-03-06T20:00:00Z', '2026-03-09T17:05'],
  ])('moves to the next weekday 10:05 from a time %s', async (_when, from, to) => {
    const rig = await pacific()
    await rig.control.setClock(new Date(from))
    expect((await post(rig, 'next-weekday', {})).now?.slice(0, 16)).toBe(to)
  })

  test.each([
    ['2026-11-23T17:59:00Z', false],
    ['2026-11-23T18:00:00Z', true],
    ['2026-11-21T00:59:00Z', true],
    ['2026-11-21T01:00:00Z', false],
    ['2026-11-21T20:00:00Z', false],
    ['2026-11-22T20:00:00Z', false],
  ])('says for %s whether texts usually leave: %s', async (now, usual) => {
    const rig = await pacific()
    await rig.control.setClock(new Date(now))
    const overview = await fetch(`${rig.sandbox.url}/sandbox/api/overview`)
    expect(await overview.json()).toMatchObject({ usualTextingTime: usual, zone: 'America/Los_Angeles' })
  })

  test('does not go back during a call, which would stand still', async () => {
    const rig = await startRig({ '/voice': '<Gather timeout="30"/>' })
    const call = await callLine(rig)
    const before = new Date('2026-03-01T09:00:00Z')
    await expect(rig.control.setClock(before)).rejects.toThrow('Hang up first')
    await rig.control.hangUp(call.sid)
    expect((await rig.control.setClock(before)).now).toMatch(/^2026-03-01T09:00:00/)
  })

  test('finishes what is on its way before it goes back', async () => {
    const rig = await startRig({ '/sms': '<Message>We got your text.</Message>' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await rig.control.setClock(new Date('2026-03-01T09:00:00Z'))
    expect((await rig.control.texts(PATIENT)).map((text) => text.body)).toEqual([
      'Hello',
      'We got your text.',
    ])
  })
})

describe('the caller’s number', () => {
  test.each([
    ['(415) 555-0199', '+14155550199'],
    ['415 555 0199', '+14155550199'],
    ['+14155550199', '+14155550199'],
    ['+44 20 7946 0958', '+442079460958'],
    ['', 'anonymous'],
    ['Anonymous', 'anonymous'],
    ['+266696687', '+266696687'],
  ])('typed as “%s” is %s', async (typed, from) => {
    const rig = await startRig({ '/voice': '<Hangup/>' })
    expect((await callLine(rig, { from: typed })).from).toBe(from)
  })

  test.each(['abc', '555-0199', '+1', '+1415555', '12345', 'sip:ana@example.com'])(
    'is not “%s”',
    async (typed) => {
      const rig = await startRig({ '/voice': '<Hangup/>' })
      await expect(rig.control.startCall({ from: typed, to: LINE })).rejects.toThrow('not a phone number')
      expect(rig.customer.received).toEqual([])
    },
  )
})

test('the page’s log knows the person of a call, of its recording and of a text', async () => {
  const rig = await startRig({
    '/voice': '<Record action="/done" recordingStatusCallback="/recording"/>',
    '/done': '<Hangup/>',
    '/sms': '<Message statusCallback="/status">Hi</Message>',
  })
  const call = await callLine(rig)
  await rig.control.speak(call.sid, { text: 'Please call me back', hangUp: true })
  await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
  await rig.control.idle({ advance: true })
  await callLine(rig, { from: 'anonymous' })
  const overview = (await (await fetch(`${rig.sandbox.url}/sandbox/api/overview`)).json()) as Overview
  const who = (path: string): unknown[] => [
    ...new Set(overview.requests.filter((one) => one.path === path).map((one) => one.who)),
  ]
  expect(who('/recording')).toEqual([PATIENT])
  expect(who('/sms')).toEqual([PATIENT])
  expect(who('/voice')).toEqual(['anonymous', PATIENT])
})

test('the sandbox gives its address as the computer’s own name', async () => {
  const rig = await startRig({})
  expect(rig.sandbox.url).toMatch(/^http:\/\/localhost:\d+$/)
})

describe('waiting until nothing is under way', () => {
  test('gives up with a sentence when something stays under way', async () => {
    const rig = await startRig({ '/voice': '<Pause length="600"/>' })
    await rig.control.startCall({ from: PATIENT, to: LINE })
    await expect(rig.control.idle({ timeoutMs: 150 })).rejects.toThrow('Still under way')
  })

  test('does not wait for people unless asked to', async () => {
    const rig = await startRig({ '/voice': '<Gather timeout="30"/><Say>Goodbye</Say>' })
    const call = await callLine(rig)
    expect(call.live).toBe(true)
    await rig.control.idle({ advance: 'everything' })
    expect((await rig.control.call(call.sid)).live).toBe(false)
    expect((await rig.control.clock()).now).toMatch(/^2026-03-02T17:00:30/)
  })
})

describe('what is not possible', () => {
  test('is refused in a sentence', async () => {
    const rig = await startRig({ '/voice': '<Gather/>' })
    const call = await callLine(rig)
    await expect(rig.control.answer(call.sid)).rejects.toThrow('does not ring')
    await expect(rig.control.press(call.sid, 'abc')).rejects.toThrow('expected keys')
    await expect(rig.control.call('CA0')).rejects.toThrow('404')
    await rig.control.hangUp(call.sid)
    await rig.control.idle()
    await expect(rig.control.press(call.sid, '1')).rejects.toThrow('not live')
    await expect(rig.control.speak(call.sid, { text: 'Hi' })).rejects.toThrow('not live')
    await expect(rig.control.sendText({ from: 'anonymous', to: LINE, body: 'Hi' })).rejects.toThrow('400')
  })

  test('another site’s page cannot make calls', async () => {
    const rig = await startRig({})
    const answer = await fetch(`${rig.sandbox.url}/sandbox/api/texts`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      body: JSON.stringify({ from: PATIENT, to: LINE, body: 'STOP' }),
    })
    expect(answer.status).toBe(403)
    expect((await rig.control.phone(PATIENT)).optedOut).toBe(false)
  })
})

test('the log of webhooks says where, what, with which answer', async () => {
  const rig = await startRig({ '/voice': '<Say>Hi</Say>' })
  const call = await callLine(rig)
  const requests = await rig.control.requests()
  expect(
    requests.map(({ path, status, sid, method, attempt }) => ({ path, status, sid, method, attempt })),
  ).toEqual([
    { path: '/voice', status: 200, sid: call.sid, method: 'POST', attempt: 1 },
    { path: '/status', status: 200, sid: call.sid, method: 'POST', attempt: 1 },
  ])
  expect(await rig.control.requests(requests[0]!.id)).toHaveLength(1)
})

test('open pages are told of changes', async () => {
  const rig = await startRig({ '/sms': '' })
  const stream = await fetch(`${rig.sandbox.url}/sandbox/api/events`)
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
  let seen = ''
  while (!seen.includes('event: changed')) seen += (await reader.read()).value ?? ''
  await reader.cancel()
  expect(seen).toContain('event: changed')
})

import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { callLine, LINE, PATIENT, startRig } from './rig.ts'

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
    await expect(rig.control.speak(call.sid, { text: 'Hi' })).rejects.toThrow('after the tone')
    await expect(rig.control.answer(call.sid)).rejects.toThrow('does not ring')
    await expect(rig.control.press(call.sid, 'abc')).rejects.toThrow('expected keys')
    await expect(rig.control.call('CA0')).rejects.toThrow('404')
    await rig.control.hangUp(call.sid)
    await rig.control.idle()
    await expect(rig.control.press(call.sid, '1')).rejects.toThrow('not live')
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

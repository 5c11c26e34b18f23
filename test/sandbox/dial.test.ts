import { describe, expect, test } from 'vitest'
import { callLine, DESK, LINE, PATIENT, said, startRig } from './rig.ts'

const everything = { advance: 'everything' as const }

describe('Dial', () => {
  const dial = `<Dial timeout="20" answerOnBridge="true" action="/dialed">${DESK}</Dial>`
  const dialed = { '/dialed': '<Say>After the dial</Say>' }

  test('rings out and reports no answer', async () => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    const call = await callLine(rig)
    expect(call).toMatchObject({ status: 'ringing', waitingFor: 'ringing' })
    await rig.clock.control.jump(20_000)
    await rig.control.idle()
    const [result] = rig.customer.at('/dialed')
    expect(result?.params).toMatchObject({
      DialCallStatus: 'no-answer',
      DialBridged: 'false',
      CallStatus: 'ringing',
    })
    expect(result?.params).not.toHaveProperty('DialCallDuration')
    expect(said(await rig.control.call(call.sid))).toEqual(['After the dial'])
  })

  test.each(['busy', 'failed'] as const)('reports a phone that is %s', async (pickUp) => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    await rig.control.setPhone(DESK, { pickUp })
    await callLine(rig)
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: pickUp,
      DialBridged: 'false',
    })
  })

  test('joins a phone that answers until somebody hangs up', async () => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    await rig.control.setPhone(DESK, { pickUp: 'answers', afterSeconds: 3, talkSeconds: 65 })
    const call = await callLine(rig)
    const [result] = rig.customer.at('/dialed')
    expect(result?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallDuration: '65',
      CallStatus: 'in-progress',
    })
    const calls = await rig.control.calls()
    const child = calls.find((one) => one.parentSid === call.sid)
    expect(result?.params['DialCallSid']).toBe(child?.sid)
    expect(child).toMatchObject({ from: PATIENT, to: DESK, direction: 'outbound-dial', status: 'completed' })
  })

  test('can be answered and ended by hand', async () => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    const call = await callLine(rig)
    const child = (await rig.control.calls()).find((one) => one.person === DESK)!
    expect(child.waitingFor).toBe('answer')
    await rig.control.answer(child.sid)
    await rig.control.idle()
    expect(await rig.control.call(call.sid)).toMatchObject({ status: 'in-progress', waitingFor: 'talk' })
    await rig.clock.control.jump(30_000)
    await rig.control.hangUp(call.sid)
    await rig.control.idle()
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialCallDuration: '30',
      CallStatus: 'completed',
    })
  })

  test('declined by hand is busy', async () => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    await callLine(rig)
    const child = (await rig.control.calls()).find((one) => one.person === DESK)!
    await rig.control.decline(child.sid)
    await rig.control.idle()
    expect(rig.customer.at('/dialed')[0]?.params['DialCallStatus']).toBe('busy')
  })

  test('reports a caller who hangs up while it rings, unless that is to get lost', async () => {
    const rig = await startRig({ '/voice': dial, ...dialed })
    const first = await callLine(rig)
    await rig.control.hangUp(first.sid)
    await rig.control.idle()
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'canceled',
      CallStatus: 'canceled',
    })
    expect((await rig.control.call(first.sid)).status).toBe('canceled')
    await rig.control.setFaults(LINE, { hangUpAction: 'lost' })
    const second = await callLine(rig)
    await rig.control.hangUp(second.sid)
    await rig.control.idle()
    expect(rig.customer.at('/dialed')).toHaveLength(1)
    expect(rig.customer.at('/status')).toHaveLength(2)
  })

  const whispering = `<Dial timeout="20" answerOnBridge="true" action="/dialed"><Number url="/whisper">${DESK}</Number></Dial>`
  const whisper =
    '<Gather numDigits="1" timeout="5" action="/accept"><Say>Press 1 to take the call</Say></Gather><Hangup/>'

  test('joins after the called person pressed the key of the whisper', async () => {
    const rig = await startRig({ '/voice': whispering, '/whisper': whisper, '/accept': '', ...dialed })
    await rig.control.setPhone(DESK, { pickUp: 'answers', presses: '1', talkSeconds: 40 })
    const call = await callLine(rig)
    expect(rig.customer.at('/whisper')[0]?.params).toMatchObject({
      ParentCallSid: call.sid,
      Direction: 'outbound-dial',
      From: PATIENT,
      To: DESK,
    })
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'true',
    })
  })

  test('does not join a mailbox, which presses no key', async () => {
    const rig = await startRig({ '/voice': whispering, '/whisper': whisper, ...dialed })
    await rig.control.setPhone(DESK, { pickUp: 'mailbox' })
    await callLine(rig)
    expect(rig.customer.at('/accept')).toEqual([])
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'false',
    })
  })

  test('rings several phones at once and the first to answer wins', async () => {
    const other = '+14155550188'
    const rig = await startRig({
      '/voice': `<Dial action="/dialed"><Number>${DESK}</Number><Number>${other}</Number></Dial>`,
      ...dialed,
    })
    await rig.control.setPhone(other, { pickUp: 'answers', talkSeconds: 5 })
    await callLine(rig)
    const statuses = (await rig.control.calls()).map((one) => [one.person, one.status])
    expect(statuses).toContainEqual([DESK, 'canceled'])
    expect(statuses).toContainEqual([other, 'completed'])
  })

  test('rings one phone after the other when that is wanted', async () => {
    const other = '+14155550188'
    const rig = await startRig({
      '/voice': `<Dial sequential="true" timeout="10" action="/dialed"><Number>${DESK}</Number><Number>${other}</Number></Dial>`,
      ...dialed,
    })
    const call = await callLine(rig)
    expect((await rig.control.calls()).map((one) => one.person)).toEqual([PATIENT, DESK])
    await rig.control.skip(call.sid)
    expect((await rig.control.calls()).map((one) => one.person)).toEqual([PATIENT, DESK, other])
    await rig.control.idle(everything)
    expect(rig.customer.at('/dialed')[0]?.params['DialCallStatus']).toBe('no-answer')
  })

  test('refuses a caller ID that is not the account’s', async () => {
    const rig = await startRig({
      '/voice': `<Dial callerId="+12125550100" action="/dialed">${DESK}</Dial>`,
      ...dialed,
    })
    const call = await callLine(rig)
    expect(rig.customer.at('/dialed')[0]?.params['DialCallStatus']).toBe('failed')
    expect(call.warnings).toEqual([expect.stringContaining('13214')])
  })

  test('without an action goes on to the next verb', async () => {
    const rig = await startRig({ '/voice': `<Dial timeout="5">${DESK}</Dial><Say>Nobody is there</Say>` })
    const call = await callLine(rig)
    await rig.control.idle(everything)
    expect(said(await rig.control.call(call.sid))).toEqual(['Nobody is there'])
  })
})

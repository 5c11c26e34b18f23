import { describe, expect, test } from 'vitest'
import type { CallView, PhoneBehaviour } from '../../src/sandbox/control/schema.ts'
import { callLine, DESK, LINE, PATIENT, said, startRig, type Rig } from './rig.ts'

const SECOND_DESK = '+14155550188'

/** A front line: two phones, each with the key that takes the call, then what the practice says when nobody took it. */
const line = (attributes = ''): Parameters<typeof startRig>[0] => ({
  '/voice':
    `<Dial timeout="20" answerOnBridge="true" action="/dialed" ${attributes}>` +
    `<Number url="/whisper">${DESK}</Number><Number url="/whisper">${SECOND_DESK}</Number></Dial>`,
  '/whisper':
    '<Gather numDigits="1" timeout="5" action="/take"><Say>Press 1 to take the call</Say></Gather><Hangup/>',
  '/take': ({ params }) => (params['Digits'] === '1' ? '' : '<Hangup/>'),
  '/dialed': '<Say>After the dial</Say>',
})

async function ring(
  attributes: string,
  phones: { first: PhoneBehaviour; second: PhoneBehaviour },
): Promise<{
  rig: Rig
  caller: CallView
  legs: readonly CallView[]
  dialed: Readonly<Record<string, string>>[]
}> {
  const rig = await startRig(line(attributes))
  await rig.control.setPhone(DESK, phones.first)
  await rig.control.setPhone(SECOND_DESK, phones.second)
  const { sid } = await callLine(rig)
  await rig.control.idle({ advance: 'everything' })
  return {
    rig,
    caller: await rig.control.call(sid),
    legs: (await rig.control.calls()).filter((call) => call.parentSid === sid),
    dialed: rig.customer.at('/dialed').map((one) => one.params),
  }
}
const takes = (afterSeconds: number, presses = '1'): PhoneBehaviour => ({
  pickUp: 'answers',
  afterSeconds,
  presses,
  talkSeconds: 30,
})
const mailbox: PhoneBehaviour = { pickUp: 'mailbox', afterSeconds: 4 }
const rings: PhoneBehaviour = { pickUp: 'no-answer' }
const busy: PhoneBehaviour = { pickUp: 'busy' }

describe('several phones with a key that takes the call', () => {
  test.each([
    {
      note: 'a mailbox presses nothing, a person does',
      first: mailbox,
      second: takes(6),
      taken: SECOND_DESK,
    },
    { note: 'somebody presses the wrong key', first: takes(1, '2'), second: takes(9), taken: SECOND_DESK },
    {
      note: 'both would take it: the sooner one has it',
      first: takes(8),
      second: takes(3),
      taken: SECOND_DESK,
    },
    { note: 'both would take it in the same moment', first: takes(3), second: takes(3), taken: DESK },
  ])('rung together: $note', async ({ first, second, taken }) => {
    const { rig, caller, legs, dialed } = await ring('', { first, second })
    const winner = legs.find((leg) => leg.person === taken)!
    expect(dialed).toMatchObject([
      {
        DialCallStatus: 'completed',
        DialBridged: 'true',
        DialCallSid: winner.sid,
        DialCallDuration: expect.any(String),
      },
    ])
    expect(legs.every((leg) => !leg.live && leg.endedAt !== null)).toBe(true)
    expect(legs.filter((leg) => leg.heard.some((one) => one.kind === 'connected'))).toEqual([winner])
    expect(caller).toMatchObject({ status: 'completed', live: false })
    // Each whisper is asked for on its own leg.
    for (const { params } of rig.customer.at('/whisper')) {
      const leg = legs.find((one) => one.sid === params['CallSid'])!
      expect(params).toMatchObject({
        ParentCallSid: caller.sid,
        Direction: 'outbound-dial',
        From: PATIENT,
        To: leg.person,
        CallStatus: 'in-progress',
      })
    }
  })

  test('rung together without a key: of two that pick up in the same moment one is let go for good', async () => {
    const rig = await startRig({
      '/voice': `<Dial action="/dialed"><Number>${DESK}</Number><Number>${SECOND_DESK}</Number></Dial>`,
      '/dialed': '<Hangup/>',
    })
    for (const phone of [DESK, SECOND_DESK]) await rig.control.setPhone(phone, takes(3))
    const call = await callLine(rig)
    const legs = (await rig.control.calls()).filter((one) => one.parentSid === call.sid)
    expect(legs.map((leg) => [leg.person, leg.durationSeconds])).toEqual([
      [DESK, 30],
      [SECOND_DESK, 0],
    ])
    for (const leg of legs) await expect(rig.control.skip(leg.sid)).rejects.toThrow('not live')
  })

  test('rung together: who is only ringing stops when the call is taken', async () => {
    const { legs } = await ring('', { first: rings, second: takes(2) })
    expect(legs.map((leg) => [leg.person, leg.status])).toEqual([
      [DESK, 'canceled'],
      [SECOND_DESK, 'completed'],
    ])
  })

  test('rung together: a whisper that runs is broken off when the other phone takes the call', async () => {
    const { rig, legs } = await ring('', { first: { pickUp: 'answers', afterSeconds: 1 }, second: takes(2) })
    expect(rig.customer.at('/whisper')).toHaveLength(2)
    expect(rig.customer.at('/take')).toHaveLength(1)
    expect(legs.map((leg) => [leg.person, leg.status])).toEqual([
      [DESK, 'completed'],
      [SECOND_DESK, 'completed'],
    ])
  })

  test.each([
    {
      note: 'a mailbox and a phone that rings',
      first: mailbox,
      second: rings,
      status: 'completed',
      picked: DESK,
    },
    {
      note: 'a phone that rings and a mailbox',
      first: rings,
      second: mailbox,
      status: 'completed',
      picked: SECOND_DESK,
    },
    { note: 'two mailboxes', first: mailbox, second: mailbox, status: 'completed', picked: DESK },
    {
      note: 'a busy phone and one that rings',
      first: busy,
      second: rings,
      status: 'no-answer',
      picked: null,
    },
    { note: 'two busy phones', first: busy, second: busy, status: 'busy', picked: null },
    { note: 'two phones that ring', first: rings, second: rings, status: 'no-answer', picked: null },
  ])('rung together: $note end as $status, not joined', async ({ first, second, status, picked }) => {
    const { caller, legs, dialed } = await ring('', { first, second })
    expect(dialed).toMatchObject([{ DialCallStatus: status, DialBridged: 'false', CallStatus: 'ringing' }])
    const named = legs.find((leg) => leg.sid === dialed[0]!['DialCallSid'])!
    if (picked !== null) expect(named.person).toBe(picked)
    expect('DialCallDuration' in dialed[0]!).toBe(picked !== null)
    expect(said(caller)).toEqual(['After the dial'])
  })

  test('rung in turn: the second is rung after the mailbox of the first gave no key', async () => {
    const { legs, dialed } = await ring('sequential="true"', { first: mailbox, second: takes(2) })
    expect(dialed).toMatchObject([
      { DialCallStatus: 'completed', DialBridged: 'true', DialCallSid: legs[1]!.sid },
    ])
    expect(legs.map((leg) => leg.createdAt.slice(11, 19))).toEqual(['17:00:00', '17:00:09'])
  })

  test('rung in turn: the result is that of the last phone', async () => {
    const { dialed } = await ring('sequential="true"', { first: rings, second: mailbox })
    expect(dialed).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'false' }])
    const turned = await ring('sequential="true"', { first: mailbox, second: busy })
    expect(turned.dialed).toMatchObject([{ DialCallStatus: 'busy', DialBridged: 'false' }])
  })
})

describe('a mailbox that picks up', () => {
  const plain = { '/voice': `<Dial action="/dialed"><Number>${DESK}</Number></Dial>`, '/dialed': '<Hangup/>' }

  test.each([
    { talkSeconds: undefined, seconds: '20' },
    { talkSeconds: 45, seconds: '45' },
  ])('is joined where no key is asked for, and stays $seconds seconds', async ({ talkSeconds, seconds }) => {
    const rig = await startRig(plain)
    await rig.control.setPhone(DESK, {
      pickUp: 'mailbox',
      ...(talkSeconds === undefined ? {} : { talkSeconds }),
    })
    await callLine(rig)
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallDuration: seconds,
    })
  })

  test('is off the line as soon as the whisper is over', async () => {
    const rig = await startRig(line())
    await rig.control.setPhone(DESK, { pickUp: 'mailbox' })
    await rig.control.setPhone(SECOND_DESK, { pickUp: 'busy' })
    await callLine(rig)
    // Two seconds of ringing, five of waiting for the key; its stay would have lasted twenty.
    expect((await rig.control.clock()).now).toMatch(/T17:00:07/)
  })

  test('hangs up in a whisper that outlasts it', async () => {
    const rig = await startRig(line())
    await rig.control.setPhone(DESK, { pickUp: 'mailbox', talkSeconds: 3 })
    await rig.control.setPhone(SECOND_DESK, { pickUp: 'busy' })
    await callLine(rig)
    expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'false',
    })
    // Two seconds of ringing, three on the line.
    const leg = (await rig.control.calls()).find((call) => call.person === DESK)!
    expect(leg.endedAt).toMatch(/T17:00:05/)
  })
})

test('a caller who hangs up during the whisper leaves nobody on the line', async () => {
  const rig = await startRig(line())
  const call = await callLine(rig)
  const legs = (await rig.control.calls()).filter((one) => one.parentSid === call.sid)
  await rig.control.answer(legs[0]!.sid)
  await rig.control.idle()
  await rig.control.hangUp(call.sid)
  await rig.control.idle()
  expect((await rig.control.calls()).map((one) => [one.person, one.status, one.live])).toEqual([
    [PATIENT, 'canceled', false],
    [DESK, 'completed', false],
    [SECOND_DESK, 'canceled', false],
  ])
  expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
    DialCallStatus: 'canceled',
    DialBridged: 'false',
  })
})

test('the carrier may say no-answer of a caller who hung up while it rang', async () => {
  const rig = await startRig(line())
  await rig.control.setFaults(LINE, { hangUpAction: 'no-answer' })
  const call = await callLine(rig)
  await rig.control.hangUp(call.sid)
  await rig.control.idle()
  expect(rig.customer.at('/dialed')[0]?.params).toMatchObject({
    DialCallStatus: 'no-answer',
    DialBridged: 'false',
  })
})

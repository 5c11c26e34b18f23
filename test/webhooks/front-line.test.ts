import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { tick } from '../../src/casework/tick.ts'
import { LINES } from '../support/product.ts'
import { sid } from '../support/webhook.ts'

let twilio: AsTwilio

beforeAll(async () => {
  twilio = await startAsTwilio()
})
afterAll(() => twilio.running.close())

const post: AsTwilio['post'] = (...webhook) => twilio.post(...webhook)
const caller: AsTwilio['caller'] = (line) => twilio.caller(line)
const items: AsTwilio['items'] = (phone) => twilio.items(phone)

/** The path of an address of ours in an answer, as the carrier would call it. */
function addressIn(body: string, attribute: string): string {
  const address = new RegExp(`${attribute}="([^"]+)"`).exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const url = new URL(address)
  return `${url.pathname}${url.search}`.replace('/webhooks/', '')
}

/** What the carrier says of the leg to the practice's phone. */
function legFields(parent: string): Record<string, string> {
  return {
    CallSid: sid('CA', twilio.next() + 0xf000),
    ParentCallSid: parent,
    From: '+14155550101',
    To: LINES.frontDesk,
    CallStatus: 'in-progress',
    Direction: 'outbound-dial',
  }
}

describe('the front line', () => {
  test('rings the practice while it is open, and makes no item when somebody answers', async () => {
    const call = caller(LINES.front)
    const { body: ringing } = await call.incoming()
    expect(ringing).toContain(`>${LINES.frontDesk}</Number>`)
    expect(ringing).toContain('answerOnBridge="true"')
    expect(ringing).toContain('timeout="20"')
    const { body } = await post('voice/dialed', {
      CallSid: call.CallSid,
      DialCallStatus: 'completed',
      DialBridged: 'true',
    })
    expect(body).not.toContain('<Record')
    await post('voice/status', { CallSid: call.CallSid, CallStatus: 'completed', CallDuration: '60' })
    expect(await items(call.from)).toEqual([])
  })

  test.each(['anonymous', '+266696687', 'sip:ana@example.com'])(
    'shows the line’s own number to the practice when %s calls, since no phone can be rung from that',
    async (From) => {
      const { fields } = caller(LINES.front)
      const { body } = await post('voice/incoming', { ...fields, From })
      expect(body).toContain(`callerId="${LINES.front}"`)
    },
  )

  test('shows the caller’s own number to the practice when there is one', async () => {
    const { body } = await caller(LINES.front).incoming()
    expect(body).toContain('<Dial')
    expect(body).not.toContain('callerId')
  })

  test('makes no item of an answered call when the word of it comes by the fallback', async () => {
    const call = caller(LINES.front)
    await call.incoming()
    const { body } = await post('fallback', {
      ...call.fields,
      ...{ ErrorCode: '11200', ErrorUrl: 'https://practice.example/webhooks/voice/dialed' },
      ...{ DialCallStatus: 'completed', DialBridged: 'true' },
    })
    expect(body).toMatch(/<Response\/>$/)
    expect(
      await twilio.running.database.db.call.findUniqueOrThrow({ where: { sid: call.CallSid } }),
    ).toMatchObject({ state: 'answered' })
    expect(await items(call.from)).toEqual([])
  })

  test.each(['no-answer', 'busy', 'failed', 'canceled'])(
    'takes over when the dial ends as %s',
    async (status) => {
      const call = caller(LINES.front)
      await call.incoming()
      const { body } = await post('voice/dialed', { CallSid: call.CallSid, DialCallStatus: status })
      expect(body).toContain('<Record')
      expect(await items(call.from)).toMatchObject([{ trigger: 'missed-call' }])
    },
  )

  test('counts a call as missed when the legs were never joined', async () => {
    const call = caller(LINES.front)
    await call.incoming()
    await post('voice/dialed', { CallSid: call.CallSid, DialCallStatus: 'completed', DialBridged: 'false' })
    expect(await items(call.from)).toHaveLength(1)
  })

  test('asks the carrier who took a call that ended, and counts it as missed when it does not say in time', async () => {
    const { casework } = twilio.running.product
    const call = caller(LINES.front)
    await call.incoming()
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '9' })
    expect(await items(call.from)).toEqual([])
    await casework.clock.control?.jump(60_000)
    await tick(casework)
    expect(await items(call.from)).toEqual([])
    await casework.clock.control?.jump(5 * 60_000)
    await tick(casework)
    expect(await items(call.from)).toHaveLength(1)
  })

  test('makes no item of an answered call whose end is told before the answer', async () => {
    const call = caller(LINES.front)
    await call.incoming()
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '90' })
    await post('voice/dialed', { CallSid: call.CallSid, DialCallStatus: 'completed', DialBridged: 'true' })
    const { control } = twilio.running.product.casework.clock
    await control?.jump(120_000)
    const ticked = twilio.running.product.casework.clock.now()
    await lookUntil(
      () => twilio.running.database.db.heartbeat.findUnique({ where: { name: 'tick' } }),
      (heartbeat) => heartbeat !== null && heartbeat.at >= ticked,
    )
    expect(await items(call.from)).toEqual([])
  })

  test('asks whoever picks up to press 1, once more after another key, and then hangs up on them', async () => {
    const call = caller(LINES.front)
    const { body } = await call.incoming()
    const whisper = addressIn(body, 'url')
    const asked = await post(whisper, legFields(call.CallSid))
    expect(asked.body).toContain('Press 1 to take it')
    const taken = addressIn(asked.body, 'action')
    const again = await post(taken, { ...legFields(call.CallSid), Digits: '5' })
    expect(again.body).toContain('Press 1 to take it')
    const over = await post(addressIn(again.body, 'action'), { ...legFields(call.CallSid), Digits: '5' })
    expect(over.body).not.toContain('<Gather')
    expect(over.body).toContain('<Hangup/>')
  })

  test('puts the caller through to whoever pressed 1, and knows the call as answered from then on', async () => {
    const call = caller(LINES.front)
    const asked = await post(addressIn((await call.incoming()).body, 'url'), legFields(call.CallSid))
    const { body } = await post(addressIn(asked.body, 'action'), { ...legFields(call.CallSid), Digits: '1' })
    expect(body).toMatch(/<Response\/>$/)
    // The word that the two were joined never comes.
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '90' })
    await twilio.running.product.casework.clock.control?.jump(60_000)
    await tick(twilio.running.product.casework)
    expect(await items(call.from)).toEqual([])
  })

  test('asks the carrier when a key was pressed and the word that the two were joined never comes', async () => {
    const { database, product } = twilio.running
    const call = caller(LINES.front)
    const asked = await post(addressIn((await call.incoming()).body, 'url'), legFields(call.CallSid))
    await post(addressIn(asked.body, 'action'), { ...legFields(call.CallSid), Digits: '1' })
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '9' })
    await product.casework.clock.control?.jump(60_000)
    await tick(product.casework)
    // Neither answered nor missed before the carrier's log has said so: the caller may have hung up in that moment.
    expect(await database.db.call.findUniqueOrThrow({ where: { sid: call.CallSid } })).toMatchObject({
      ...{ state: 'ringing', onlyEnded: true },
    })
    const jobs = await database.db.$queryRaw<{ name: string }[]>`
      SELECT name FROM pgboss.job WHERE data ->> 'id' = ${call.CallSid}`
    expect(jobs).toEqual([{ name: 'place-call' }])
  })

  test('counts a completed call as missed when nobody pressed 1 and the carrier does not say more', async () => {
    const call = caller(LINES.front)
    await call.incoming()
    const { body } = await post('voice/dialed', { ...call.fields, DialCallStatus: 'completed' })
    expect(body).toContain('<Record')
    expect(await items(call.from)).toHaveLength(1)
  })

  test('shows on the open item that the person is calling, and then that the practice answered', async () => {
    const first = caller(LINES.front)
    await first.incoming()
    await post('voice/dialed', { ...first.fields, DialCallStatus: 'no-answer' })
    const again = { ...first.fields, CallSid: sid('CA', twilio.next() + 0xa000) }
    await post('voice/incoming', again)
    const { db } = twilio.running.database
    const ringing = await db.call.findUniqueOrThrow({ where: { sid: again.CallSid } })
    const [item] = await items(first.from)
    expect(ringing).toMatchObject({ state: 'ringing', endedAt: null, followUpId: item?.id })
    await post('voice/dialed', { ...again, DialCallStatus: 'completed', DialBridged: 'true' })
    expect(await items(first.from)).toMatchObject([
      { nextAction: 'decide-closure', lastAction: 'call-answered', repeatContacts: 0 },
    ])
  })
})

describe('a call whose first webhook never arrived', () => {
  test.each([
    ['voice/choice?turn=en', { Digits: '7' }],
    ['voice/voicemail?turn=en', { Digits: 'hangup' }],
    ['voice/dialed', { DialCallStatus: 'no-answer' }],
    ['fallback', { ErrorCode: '11200', ErrorUrl: 'https://practice.example/webhooks/voice/incoming' }],
  ])('is an item by %s alone', async (path, fields) => {
    const call = caller(LINES.front)
    const { status, body } = await post(path, { ...call.fields, ...fields })
    expect(status).toBe(200)
    expect(body).toMatch(/<\/Response>|<Response\/>/)
    expect(await items(call.from)).toMatchObject([{ trigger: 'missed-call' }])
  })

  test('is an item by its transcript alone, and the words are read', async () => {
    const call = caller(LINES.front)
    await post('voice/transcription?turn=en', {
      ...call.fields,
      ...{ TranscriptionSid: sid('TR', call.count), TranscriptionStatus: 'completed' },
      TranscriptionText: 'I have chest pain',
    })
    expect(await items(call.from)).toMatchObject([{ urgency: 'urgent', queue: 'licensed' }])
  })

  test('believes the language that its recording told, though the call is known by its end alone', async () => {
    const call = caller()
    await post('voice/recording?turn=en', {
      ...{ CallSid: call.CallSid, RecordingSid: sid('RE', call.count) },
      ...{ RecordingStatus: 'completed', RecordingDuration: '20' },
    })
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '40' })
    expect(await items(call.from)).toMatchObject([{ heard: 'not-heard-yet', queue: 'assistant' }])
  })

  test('keeps its recording until the call is known', async () => {
    const call = caller()
    const recording = { CallSid: call.CallSid, RecordingSid: sid('RE', call.count) }
    const { status } = await post('voice/recording?turn=es', {
      ...recording,
      ...{ RecordingStatus: 'completed', RecordingDuration: '20' },
    })
    expect(status).toBe(200)
    expect(await items(call.from)).toEqual([])
    await call.incoming()
    expect(await items(call.from)).toMatchObject([
      { heard: 'not-heard-yet', nextAction: 'listen-to-voicemail', contact: { language: 'es' } },
    ])
    expect(await twilio.running.database.db.unplacedRecording.count()).toBe(0)
  })

  test('is an item all the same on a backup line, once, also when that webhook comes after all', async () => {
    const call = caller()
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '5' })
    expect(await items(call.from)).toHaveLength(1)
    await call.incoming()
    expect(await items(call.from)).toMatchObject([{ repeatContacts: 0 }])
  })

  test('is no item from the status alone on a front line: the practice may have answered', async () => {
    const call = caller(LINES.front)
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '5' })
    expect(await items(call.from)).toEqual([])
  })
})

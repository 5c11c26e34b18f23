import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
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

describe('the door', () => {
  test('refuses a forged call and keeps nothing of it', async () => {
    const { fields, from } = caller()
    expect((await post('voice/incoming', fields, { token: 'guessed' })).status).toBe(403)
    expect(await items(from)).toEqual([])
  })

  test('refuses a call that was signed for another address than PUBLIC_URL, whatever the Host header says', async () => {
    const { fields } = caller()
    expect((await post('voice/incoming', fields, { publicUrl: 'https://evil.example' })).status).toBe(403)
  })

  test('refuses a signed call of another account', async () => {
    const { fields } = caller()
    expect((await post('voice/incoming', { ...fields, AccountSid: `AC${'2'.repeat(32)}` })).status).toBe(403)
  })

  test('refuses a body over 64 kB without reading it', async () => {
    const { fields } = caller()
    expect((await post('voice/incoming', { ...fields, Body: 'x'.repeat(70_000) })).status).toBe(413)
  })

  test('names the field that is not as documented, never its value', async () => {
    const { fields } = caller()
    const answer = await post('voice/incoming', { ...fields, CallSid: 'secret-value' })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body).toContain('CallSid')
    expect(answer.body).not.toContain('secret-value')
  })
})

describe('a missed call', () => {
  test('has its item before the caller hears anything', async () => {
    const call = caller()
    const answer = await call.incoming()
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('text/xml') })
    expect(await items(call.from)).toMatchObject([
      { trigger: 'missed-call', queue: 'assistant', nextAction: 'call-back', heard: 'nothing-to-hear' },
    ])
  })

  test('is greeted with the emergency line first, then offered a text and Spanish, then a message is taken', async () => {
    const { body } = await caller().incoming()
    const order = ['dial 911', 'Press 1', 'Para español', 'after the tone', '<Record'].map((part) =>
      body.indexOf(part),
    )
    expect(order).not.toContain(-1)
    expect([...order].sort((a, b) => a - b)).toEqual(order)
    expect(body).toContain('recordingStatusCallbackEvent="completed absent"')
    expect(body).toContain(`action="${twilio.running.url}/webhooks/voice/voicemail?turn=en#rc=5&amp;rp=all"`)
    // Any key would end the message, also one that answers the greeting late.
    expect(body).toContain('finishOnKey="#"')
    expect(body).toContain('maxLength="119"')
  })

  test('repeated by the carrier gets the same answer and makes no second item', async () => {
    const call = caller()
    const first = await call.incoming()
    const second = await call.incoming()
    expect(second).toEqual(first)
    expect(await items(call.from)).toHaveLength(1)
  })

  test('repeated twenty times at once makes one item', async () => {
    const call = caller()
    const answers = await Promise.all(Array.from({ length: 20 }, () => call.incoming()))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await items(call.from)).toMatchObject([{ repeatContacts: 0 }])
  })

  test('from a withheld number is offered no text, and two of them are two people', async () => {
    const before = await twilio.running.database.db.followUp.count({ where: { contactId: null } })
    for (const From of ['anonymous', '+266696687']) {
      const { body } = await post('voice/incoming', {
        CallSid: sid('CA', twilio.next()),
        From,
        To: LINES.backup,
      })
      expect(body).not.toContain('Press 1')
    }
    expect(await twilio.running.database.db.followUp.count({ where: { contactId: null } })).toBe(before + 2)
  })

  test('on a number that no practice has is told so and does not fail', async () => {
    const { body, status } = await caller('+14155550199').incoming()
    expect(status).toBe(200)
    expect(body).toContain('not in service')
  })
})

describe('the keys', () => {
  test('1 is consent with the call as evidence and the wording it was given under', async () => {
    const call = caller()
    await call.incoming()
    const { body } = await post('voice/choice?turn=en', { CallSid: call.CallSid, Digits: '1' })
    expect(body).toContain('Thank you')
    const ledger = await twilio.running.database.db.consentEvent.findMany({
      where: { evidence: call.CallSid },
      orderBy: { seq: 'asc' },
    })
    expect(ledger).toMatchObject([
      {
        kind: 'grant',
        scope: 'this-request',
        basis: 'key-press',
        wordingVersion: expect.stringContaining('consentAsk/en'),
      },
    ])
  })

  test('2 goes on in Spanish, where 1 is consent to the Spanish words', async () => {
    const call = caller()
    await call.incoming()
    const spanish = await post('voice/choice?turn=en', { CallSid: call.CallSid, Digits: '2' })
    expect(spanish.body).toContain('Oprima 1')
    expect(spanish.body).toContain('choice?turn=es')
    await post('voice/choice?turn=es', { CallSid: call.CallSid, Digits: '1' })
    const ledger = await twilio.running.database.db.consentEvent.findMany({
      where: { evidence: call.CallSid },
      orderBy: { seq: 'asc' },
    })
    expect(ledger).toMatchObject([{ wordingVersion: expect.stringContaining('consentAsk/es') }])
    expect(await items(call.from)).toMatchObject([{ contact: { language: 'es' } }])
  })

  test('another key is said to be wrong and a message is taken: nothing loops', async () => {
    const call = caller()
    await call.incoming()
    const { body } = await post('voice/choice?turn=en', { CallSid: call.CallSid, Digits: '7' })
    expect(body).toContain('not in use')
    expect(body).not.toContain('<Gather')
    expect(body).toContain('<Record')
  })
})

describe('the voicemail', () => {
  test('joins the item, and its transcript after it; both may come twice', async () => {
    const call = caller()
    await call.incoming()
    const recording = {
      CallSid: call.CallSid,
      RecordingSid: sid('RE', call.count),
      RecordingStatus: 'completed',
      RecordingDuration: '12',
    }
    await post('voice/recording', recording)
    await post('voice/recording', recording)
    expect(await items(call.from)).toMatchObject([{ heard: 'not-heard-yet', queue: 'assistant' }])
    const transcript = {
      CallSid: call.CallSid,
      TranscriptionSid: sid('TR', call.count),
      TranscriptionStatus: 'completed',
      TranscriptionText: 'I would like an appointment',
    }
    await post('voice/transcription', transcript)
    await post('voice/transcription', transcript)
    expect(await items(call.from)).toMatchObject([{ heard: 'heard', queue: 'assistant' }])
    const kinds = await twilio.running.database.db.historyEntry.findMany({
      where: { followUp: { calls: { some: { sid: call.CallSid } } } },
      orderBy: { id: 'asc' },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['call-missed', 'voicemail-left', 'voicemail-transcribed'])
  })

  test('whose transcript comes first ends in the same place', async () => {
    const call = caller()
    await call.incoming()
    await post('voice/transcription', {
      CallSid: call.CallSid,
      TranscriptionSid: sid('TR', call.count),
      TranscriptionStatus: 'completed',
      TranscriptionText: 'I would like an appointment',
    })
    await post('voice/recording', {
      CallSid: call.CallSid,
      RecordingSid: sid('RE', call.count),
      RecordingStatus: 'completed',
      RecordingDuration: '12',
    })
    expect(await items(call.from)).toMatchObject([{ heard: 'heard', queue: 'assistant' }])
  })

  test('of nothing is nothing to hear', async () => {
    const call = caller()
    await call.incoming()
    await post('voice/recording', {
      CallSid: call.CallSid,
      RecordingSid: sid('RE', call.count),
      RecordingStatus: 'absent',
      RecordingDuration: '0',
    })
    expect(await items(call.from)).toMatchObject([{ heard: 'nothing-to-hear' }])
  })

  test('ends with a goodbye, or with nothing when the caller hung up', async () => {
    const call = caller()
    await call.incoming()
    expect((await post('voice/voicemail', { CallSid: call.CallSid, Digits: '#' })).body).toContain('Goodbye')
    const other = caller()
    await other.incoming()
    expect((await post('voice/voicemail', { CallSid: other.CallSid, Digits: 'hangup' })).body).not.toContain(
      '<Say',
    )
  })

  test('that the carrier lost must be followed up by a person', async () => {
    const call = caller()
    await call.incoming()
    await post('voice/recording', {
      CallSid: call.CallSid,
      RecordingSid: sid('RE', call.count),
      RecordingStatus: 'failed',
    })
    expect(await items(call.from)).toMatchObject([{ heard: 'not-heard-yet', queue: 'licensed' }])
  })

  test('that reaches an item which was closed meanwhile opens another one and is read there', async () => {
    const call = caller()
    await call.incoming()
    const [first] = await items(call.from)
    await recordOutcome(
      twilio.running.product.casework,
      { id: 'ana', name: 'Ana', roles: ['assistant'], clinics: [] },
      { number: first?.number ?? 0, outcome: 'resolved', note: 'called back' },
    )
    await post('voice/recording', {
      CallSid: call.CallSid,
      RecordingSid: sid('RE', call.count),
      RecordingStatus: 'completed',
      RecordingDuration: '9',
    })
    await post('voice/transcription', {
      CallSid: call.CallSid,
      TranscriptionSid: sid('TR', call.count),
      TranscriptionStatus: 'completed',
      TranscriptionText: 'I have chest pain and cannot breathe',
    })
    expect(await items(call.from)).toMatchObject([
      { status: 'routed-to-clinical', urgency: 'urgent', queue: 'licensed' },
      { status: 'closed' },
    ])
  })

  test('with a character that no database takes is kept without it', async () => {
    const call = caller()
    await call.incoming()
    const answer = await post('voice/transcription', {
      CallSid: call.CallSid,
      TranscriptionSid: sid('TR', call.count),
      TranscriptionStatus: 'completed',
      TranscriptionText: 'call me\u0000 back',
    })
    expect(answer.status).toBe(200)
  })
})

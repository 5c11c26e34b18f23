import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { LINES } from '../support/product.ts'
import { sid } from '../support/webhook.ts'

let twilio: AsTwilio

beforeAll(async () => {
  twilio = await startAsTwilio()
})
afterAll(() => twilio.running.close())

/** A new person who texts. */
function texter() {
  const from = `+1415555${String(3000 + twilio.next())}`
  return {
    from,
    text: (Body: string, more: Record<string, string> = {}, messageSid = sid('SM', twilio.next())) =>
      twilio.post('sms/incoming', {
        MessageSid: messageSid,
        From: from,
        To: LINES.backup,
        Body,
        ...more,
      }),
    items: () => twilio.running.stage.api.items({ phone: from }),
    ledger: () => twilio.running.database.db.consentEvent.findMany({ where: { contact: { phone: from } } }),
  }
}

describe('a text', () => {
  test('opens an item that is there to be read, and is answered with nothing', async () => {
    const { text, items } = texter()
    expect(await text('When do you open on Friday?')).toMatchObject({
      status: 200,
      body: expect.stringContaining('<Response/>'),
    })
    expect(await items()).toMatchObject([
      { trigger: 'patient-message', nextAction: 'read-reply', queue: 'assistant' },
    ])
  })

  test('repeated by the carrier is one text on one item', async () => {
    const { text, items, from } = texter()
    const messageSid = sid('SM', 900_001)
    await Promise.all(Array.from({ length: 10 }, () => text('Hello', {}, messageSid)))
    expect(await items()).toMatchObject([{ repeatContacts: 0 }])
    expect(await twilio.running.stage.api.texts(from)).toHaveLength(1)
  })

  test('with clinical words goes to licensed staff', async () => {
    const { text, items } = texter()
    await text('mi mamá tiene fiebre y mucho dolor')
    expect(await items()).toMatchObject([{ queue: 'licensed', status: 'routed-to-clinical' }])
  })

  test('with a picture goes to licensed staff unseen', async () => {
    const { text, items } = texter()
    await text('', {
      NumMedia: '1',
      MediaUrl0: 'https://example.com/picture',
      MediaContentType0: 'image/jpeg',
    })
    expect(await items()).toMatchObject([{ queue: 'licensed' }])
  })

  test('that is forged opts nobody out', async () => {
    const { from, ledger } = texter()
    const forged = { MessageSid: sid('SM', 900_002), From: from, To: LINES.backup, Body: 'STOP' }
    expect((await twilio.post('sms/incoming', forged, { token: 'guessed' })).status).toBe(403)
    expect(await ledger()).toEqual([])
  })

  test('with an opt-out type that is not known yet is not lost', async () => {
    const { text, items } = texter()
    expect((await text('Hello there', { OptOutType: 'PAUSE' })).status).toBe(200)
    expect(await items()).toHaveLength(1)
  })
})

describe('an opt-out', () => {
  test('by STOP is on record with its text as evidence, and makes no work for anybody', async () => {
    const { text, items, ledger } = texter()
    await text('Stop')
    expect(await ledger()).toMatchObject([{ kind: 'revoke', scope: 'all', basis: 'keyword', words: 'Stop' }])
    expect(await items()).toEqual([])
  })

  test('by CANCEL also asks a person whether an appointment was meant', async () => {
    const { text, items, ledger } = texter()
    await text('CANCEL')
    expect(await ledger()).toMatchObject([{ kind: 'revoke' }])
    expect(await items()).toMatchObject([{ trigger: 'patient-message', nextAction: 'read-reply' }])
  })

  test('in plain words counts, and a person reads them', async () => {
    const { text, items, ledger } = texter()
    await text('please take me off your list')
    expect(await ledger()).toMatchObject([{ basis: 'inbound-text' }])
    expect(await items()).toHaveLength(1)
  })

  test('as a wrong number stops the texts, and whatever else it says is read for clinical words', async () => {
    const { text, items, ledger } = texter()
    await text('I called the wrong number earlier, my chest hurts please call me')
    expect(await ledger()).toMatchObject([{ kind: 'revoke' }])
    expect(await items()).toMatchObject([{ queue: 'licensed', urgency: 'urgent' }])
  })

  test('is not taken from a request that only holds the word', async () => {
    const { text, ledger } = texter()
    await text('Can I stop by at noon?')
    expect(await ledger()).toEqual([])
  })

  test('a cry for help is read by a person although it is a carrier keyword', async () => {
    const { text, items } = texter()
    await text('HELP')
    expect(await items()).toHaveLength(1)
  })
})

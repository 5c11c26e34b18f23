import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { LINES } from '../support/product.ts'
import { ACCOUNT, sid } from '../support/webhook.ts'

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
    ledger: () =>
      twilio.running.database.db.consentEvent.findMany({
        where: { contact: { phone: from } },
        orderBy: { seq: 'asc' },
      }),
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
    await text('You have the wrong number. But my chest hurts, please call me')
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

describe('what is attached to a text', () => {
  const API = 'http://127.0.0.1:9'
  const media = async (messageSid: string) =>
    (await twilio.running.database.db.message.findUniqueOrThrow({ where: { sid: messageSid } })).media
  const at = (messageSid: string, mediaSid: string, account = ACCOUNT, host = API) =>
    `${host}/2010-04-01/Accounts/${account}/Messages/${messageSid}/Media/${mediaSid}`

  test('is known by the carrier’s ids, and nothing of it is asked for', async () => {
    const { text } = texter()
    const messageSid = sid('MM', 910_001)
    const fields = {
      NumMedia: '2',
      ...{ MediaUrl0: at(messageSid, sid('ME', 1)), MediaContentType0: 'image/jpeg' },
      ...{ MediaUrl1: at(messageSid, sid('ME', 2)), MediaContentType1: 'text/vcard' },
    }
    expect((await text('', fields, messageSid)).status).toBe(200)
    expect(await media(messageSid)).toEqual([
      { sid: sid('ME', 1), contentType: 'image/jpeg' },
      { sid: sid('ME', 2), contentType: 'text/vcard' },
    ])
  })

  test('elsewhere, of another account or of another text is counted and never asked for', async () => {
    const { text, items } = texter()
    const messageSid = sid('MM', 910_002)
    const other = `AC${'2'.repeat(32)}`
    const addresses = [
      at(messageSid, sid('ME', 1), ACCOUNT, 'https://attacker.example'),
      at(messageSid, sid('ME', 1), other),
      at(sid('MM', 910_001), sid('ME', 1)),
      at(messageSid, '../../../Messages.json'),
      'not an address',
    ]
    const fields = Object.fromEntries(addresses.map((address, place) => [`MediaUrl${place}`, address]))
    expect((await text('', { NumMedia: '6', ...fields }, messageSid)).status).toBe(200)
    expect(await media(messageSid)).toEqual([])
    expect(await items()).toMatchObject([{ queue: 'licensed' }])
    const warned = twilio.running.logged.filter(
      (line) => line.includes(messageSid) && line.includes('attach'),
    )
    expect(warned.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ ignored: 6 }])
    expect(warned.join()).not.toContain('attacker')
  })
})

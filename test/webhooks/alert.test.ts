import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../src/casework/tick.ts'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { LINES } from '../support/product.ts'
import { sid } from '../support/webhook.ts'

const NURSE = '+14155550160'

let twilio: AsTwilio
beforeAll(async () => {
  twilio = await startAsTwilio()
})
afterAll(() => twilio.running.close())

const db = () => twilio.running.database.db
const history = async (followUpId: string, kind: string) =>
  (await db().historyEntry.findMany({ where: { followUpId, kind }, orderBy: { id: 'asc' } })).map(
    ({ detail }) => detail,
  )

/** Somebody texts of chest pain, and the nurse is alerted. */
async function alerted(): Promise<{ id: string; followUpId: string; code: string; CallSid: string }> {
  const From = `+1415555${String(5000 + twilio.next())}`
  const text = {
    MessageSid: sid('SM', 0x5000 + twilio.next()),
    From,
    To: LINES.backup,
    Body: 'I have chest pain',
  }
  await twilio.post('sms/incoming', text)
  await tick(twilio.running.product.casework)
  const { id, followUpId, code } = await db().staffAlert.findFirstOrThrow({
    where: { followUp: { contact: { phone: From } } },
  })
  return { id, followUpId, code, CallSid: sid('CA', 0x5000 + twilio.next()) }
}
const leg = (CallSid: string) => ({ CallSid, From: LINES.backup, To: NURSE, Direction: 'outbound-api' })

describe('the call to somebody on call', () => {
  test('says twice who calls, with nothing of the patient, and asks for the key 1; silence is asked once more', async () => {
    const { id, CallSid } = await alerted()
    const first = await twilio.post(`alert/call?alert=${id}&attempt=1`, leg(CallSid))
    const words =
      /<Say language="en-US">This is Cedar Grove Family Practice. An urgent request is waiting. Press 1/g
    expect(first).toMatchObject({ status: 200, type: expect.stringContaining('text/xml') })
    expect(first.body.match(words)).toHaveLength(3)
    expect(first.body.match(/<Gather /g)).toHaveLength(2)
    expect(first.body).toMatch(/Goodbye.<\/Say><Hangup\/><\/Response>$/)
    expect(first.body).not.toMatch(/chest|pain/)
    expect(await twilio.post(`alert/call?alert=${id}&attempt=1`, leg(CallSid))).toEqual(first)
  })

  test('with 1 pressed thanks, once on record, and the same to each delivery', async () => {
    const { id, followUpId, CallSid } = await alerted()
    const press = () => twilio.post(`alert/key?alert=${id}&turn=1`, { ...leg(CallSid), Digits: '1' })
    const [first, ...more] = await Promise.all([press(), press(), press()])
    expect(first.body).toMatch(/Thank you. You have it now.*<Hangup\/>/)
    for (const answer of more) expect(answer).toEqual(first)
    expect(await history(followUpId, 'alert-acknowledged')).toHaveLength(1)
  })

  test('with another key asks once more, then says goodbye', async () => {
    const { id, followUpId, CallSid } = await alerted()
    const press = (turn: number) =>
      twilio.post(`alert/key?alert=${id}&turn=${String(turn)}`, { ...leg(CallSid), Digits: '7' })
    const again = await press(1)
    expect(again.body.match(/<Gather /g)).toHaveLength(1)
    expect(again.body).toContain('turn=2')
    expect((await press(2)).body).not.toContain('<Gather')
    expect(await history(followUpId, 'alert-acknowledged')).toEqual([])
  })

  test('tells how it ended, and the history has it once however often it is told', async () => {
    const { id, followUpId, CallSid } = await alerted()
    await db().staffAlert.update({ where: { id }, data: { callTries: 1, callState: 'sent' } })
    const over = { ...leg(CallSid), CallStatus: 'busy', CallDuration: '0' }
    for (let time = 0; time < 3; time += 1)
      expect(await twilio.post(`alert/call-status?alert=${id}&attempt=1`, over)).toMatchObject({
        status: 200,
      })
    const told = await history(followUpId, 'alert-failed')
    expect(told).toContainEqual({ who: 'Nurse on call', means: 'call', why: 'busy' })
    expect(told.filter((detail) => JSON.stringify(detail).includes('busy'))).toHaveLength(1)
  })
})

test('a text report of an alert that did not arrive is told with the carrier’s code', async () => {
  const { id, followUpId } = await alerted()
  await db().staffAlert.update({ where: { id }, data: { textTries: 1, textState: 'sent' } })
  const fields = { MessageSid: sid('SM', 0x6001), MessageStatus: 'undelivered', ErrorCode: '30003' }
  await twilio.post(`alert/text-status?alert=${id}&attempt=1`, fields)
  expect(await history(followUpId, 'alert-failed')).toContainEqual(
    expect.objectContaining({ means: 'text', why: 'undelivered', code: 30003 }),
  )
})

test('a reply with the code is answered in fixed words, the same to each delivery', async () => {
  const { followUpId, code } = await alerted()
  const fields = { MessageSid: sid('SM', 0x7001), From: NURSE, To: LINES.backup, Body: `ok ${code}` }
  const first = await twilio.post('sms/incoming', fields)
  expect(first.body).toMatch(/<Message>Cedar Grove Family Practice: thank you. Item \d+ is yours.<\/Message>/)
  expect(await twilio.post('sms/incoming', fields)).toEqual(first)
  expect(await history(followUpId, 'alert-acknowledged')).toMatchObject([{ means: 'code' }])
})

test.each(['call', 'key', 'call-status', 'text-status'])(
  'nothing is read without Twilio’s signature, nor for an alert that is none: %s',
  async (path) => {
    const { id, followUpId, CallSid } = await alerted()
    const fields = {
      ...leg(CallSid),
      Digits: '1',
      CallStatus: 'busy',
      MessageSid: 'SM1',
      MessageStatus: 'failed',
    }
    const at = (alert: string): string => `alert/${path}?alert=${alert}&attempt=1`
    expect((await twilio.post(at(id), fields, { token: 'forged' })).status).toBe(403)
    expect((await twilio.post(at(crypto.randomUUID()), fields)).status).toBe(404)
    expect((await twilio.post(at('somebody'), fields)).status).toBe(400)
    expect(await history(followUpId, 'alert-acknowledged')).toEqual([])
  },
)

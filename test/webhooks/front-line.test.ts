import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { LINES } from '../support/product.ts'

let twilio: AsTwilio

beforeAll(async () => {
  twilio = await startAsTwilio()
})
afterAll(() => twilio.running.close())

const post: AsTwilio['post'] = (...webhook) => twilio.post(...webhook)
const caller: AsTwilio['caller'] = (line) => twilio.caller(line)
const items: AsTwilio['items'] = (phone) => twilio.items(phone)

describe('the front line', () => {
  test('rings the practice while it is open, and makes no item when somebody answers', async () => {
    const call = caller(LINES.front)
    expect((await call.incoming()).body).toContain(`<Number>${LINES.frontDesk}</Number>`)
    const { body } = await post('voice/dialed', {
      CallSid: call.CallSid,
      DialCallStatus: 'completed',
      DialBridged: 'true',
    })
    expect(body).not.toContain('<Record')
    await post('voice/status', { CallSid: call.CallSid, CallStatus: 'completed', CallDuration: '60' })
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

  test('waits a little for the word that somebody answered before a call that ended counts as missed', async () => {
    const call = caller(LINES.front)
    await call.incoming()
    await post('voice/status', { ...call.fields, CallStatus: 'completed', CallDuration: '9' })
    expect(await items(call.from)).toEqual([])
    await twilio.running.product.casework.clock.control?.jump(60_000)
    expect(
      await lookUntil(
        () => items(call.from),
        (found) => found.length > 0,
      ),
    ).toHaveLength(1)
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
})

describe('a call whose first webhook never arrived', () => {
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

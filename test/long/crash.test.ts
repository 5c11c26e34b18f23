import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDrill } from '../../scripts/drill/run.ts'
import { callLine, type Stage } from '../../scripts/drill/stage.ts'
import { virtualClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/server.ts'
import { childProduct, type ChildProduct } from '../support/child-product.ts'
import { examplePractice, WEDNESDAY_9 } from '../support/practice.ts'
import { API_KEY, LINES, stageOf } from '../support/product.ts'
import { ACCOUNT, TOKEN } from '../support/webhook.ts'

let alone: ChildProduct
let served: ChildProduct
let carrier: Sandbox | undefined
const clock = virtualClock(WEDNESDAY_9)

beforeAll(async () => {
  alone = await childProduct()
  served = await childProduct(() => ({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: carrier?.url ?? '',
    SANDBOX_CLOCK: WEDNESDAY_9.toISOString(),
  }))
})
afterAll(async () => {
  await alone.close()
  await served.close()
  await carrier?.stop()
  clock.control.stop()
})

test(
  'a power cut in the middle of the morning, twice, changes nothing that must be there',
  { timeout: 180_000 },
  async () => {
    await alone.start()
    const stage = stageOf(alone.url, alone.sandboxUrl, API_KEY)
    const moments: string[] = []
    const rows = await runDrill(stage, examplePractice(), async (moment) => {
      moments.push(moment)
      // The stand-in for Twilio dies with the process; Twilio would not, so it may first hand over what it has.
      await stage.sandbox.idle({ advance: true })
      await alone.kill()
      await alone.start()
    })
    expect(moments).toEqual(['while-calling', 'after-calls'])
    expect(rows.filter(({ passed }) => !passed)).toEqual([])
  },
)

test(
  'while the carrier goes on, no call and no voicemail is lost or counted twice however often we are killed',
  { timeout: 180_000 },
  async () => {
    const webhook = (path: string): string => `${served.url}/webhooks/${path}#rc=5&rp=all`
    carrier = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      accountSid: ACCOUNT,
      authToken: TOKEN,
      clock,
      log: createLog('silent'),
      numbers: [
        {
          phone: LINES.backup,
          friendlyName: 'Main line',
          voiceUrl: webhook('voice/incoming'),
          statusCallback: webhook('voice/status'),
          smsUrl: webhook('sms/incoming'),
        },
      ],
    })
    await served.start()
    const stage: Stage = stageOf(served.url, carrier.url, API_KEY)
    const callers = Array.from({ length: 24 }, (_, index) => `+1510555${String(2000 + index)}`)
    for (const [index, from] of callers.entries()) {
      // Killed while the greeting, the recording or the transcript of somebody's call is on its way.
      const cut = index % 8 === 4 ? served.kill().then(() => served.start()) : Promise.resolve()
      const caller = await callLine(stage, from, LINES.backup)
      await caller.letTimePass()
      await caller.say(
        index % 3 === 0 ? 'I need a refill of my medication' : 'I would like to book an appointment',
      )
      await caller.ended()
      await cut
    }
    await stage.sandbox.idle({ advance: true })
    const items = await stage.api.items({ open: 'true' })
    expect(items.map(({ contact }) => contact.phone).sort()).toEqual(callers)
    for (const item of items) {
      const clinical = callers.indexOf(item.contact.phone ?? '') % 3 === 0
      expect(item).toMatchObject({
        heard: 'heard',
        repeatContacts: 0,
        queue: clinical ? 'licensed' : 'assistant',
      })
    }
  },
)

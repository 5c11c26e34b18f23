import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAsTwilio, type AsTwilio } from '../support/as-twilio.ts'
import { LINES } from '../support/product.ts'
import { runs } from '../support/runs.ts'
import { sid } from '../support/webhook.ts'
import { tick } from '../../src/casework/tick.ts'

/*
 * The carrier may repeat webhooks, deliver them in any order, and lose some. Whatever it does, a call ends in the item that it ends in
 * when all goes well, as long as the webhook arrives that alone tells the decisive thing; and a repeated webhook gets the same answer.
 */

let twilio: AsTwilio

beforeAll(async () => {
  twilio = await startAsTwilio()
})
afterAll(() => twilio.running.close())

type Webhook = {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  /** without it nobody can know what it tells */
  readonly decisive?: true
}

/** The webhooks of one call in the order in which they come when all goes well. */
type Path = {
  readonly name: string
  readonly line: 'backup' | 'front'
  readonly from?: (own: number) => string
  readonly webhooks: readonly Webhook[]
}

const incoming: Webhook = { path: 'voice/incoming', fields: { CallStatus: 'ringing' } }
const ended: Webhook = { path: 'voice/status', fields: { CallStatus: 'completed', CallDuration: '40' } }
const gaveUp: Webhook = { path: 'voice/status', fields: { CallStatus: 'no-answer', CallDuration: '0' } }
const dialed = (status: string, bridged?: string): Webhook => ({
  path: 'voice/dialed',
  fields: { DialCallStatus: status, ...(bridged === undefined ? {} : { DialBridged: bridged }) },
})
const key = (turn: string, digits: string): Webhook => ({
  path: `voice/choice?turn=${turn}`,
  fields: { Digits: digits },
})
const hungUp = (turn = 'en'): Webhook => ({
  path: `voice/voicemail?turn=${turn}`,
  fields: { Digits: 'hangup' },
})
const recording = (seconds: number, turn = 'en', status = 'completed'): Webhook => ({
  path: `voice/recording?turn=${turn}`,
  fields: { RecordingSid: 'RE', RecordingStatus: status, RecordingDuration: String(seconds) },
})
const transcript = (text: string, turn = 'en', status = 'completed'): Webhook => ({
  path: `voice/transcription?turn=${turn}`,
  fields: { TranscriptionSid: 'TR', TranscriptionStatus: status, TranscriptionText: text },
})
const decisive = (webhook: Webhook): Webhook => ({ ...webhook, decisive: true })

const PLAIN = 'Good morning, I would like to book an appointment for next week.'
const PATHS: readonly Path[] = [
  { name: 'hangs up in the greeting', line: 'backup', webhooks: [incoming, ended] },
  {
    name: 'presses nothing and says nothing',
    line: 'backup',
    webhooks: [incoming, recording(0, 'en', 'absent'), hungUp(), ended],
  },
  {
    name: 'leaves a plain message',
    line: 'backup',
    webhooks: [incoming, hungUp(), recording(12), decisive(transcript(PLAIN)), ended],
  },
  {
    name: 'leaves an urgent message',
    line: 'backup',
    webhooks: [incoming, hungUp(), recording(12), decisive(transcript('I have chest pain')), ended],
  },
  {
    name: 'leaves a message of one second',
    line: 'backup',
    webhooks: [incoming, hungUp(), decisive(recording(1)), ended],
  },
  {
    name: 'leaves a message that no machine understands',
    line: 'backup',
    webhooks: [incoming, hungUp(), recording(12), decisive(transcript('', 'en', 'failed')), ended],
  },
  {
    name: 'agrees to a text in Spanish',
    line: 'backup',
    webhooks: [
      incoming,
      key('en', '2'),
      decisive(key('es', '1')),
      hungUp('es'),
      decisive(recording(12, 'es')),
      transcript('quisiera una cita', 'es'),
      ended,
    ],
  },
  {
    name: 'withholds the number',
    line: 'backup',
    from: () => 'anonymous',
    webhooks: [incoming, hungUp(), recording(12), decisive(transcript(PLAIN)), ended],
  },
  {
    name: 'calls from abroad',
    line: 'backup',
    from: (own) => `+44207183${String(1000 + own)}`,
    webhooks: [incoming, ended],
  },
  { name: 'is answered', line: 'front', webhooks: [incoming, decisive(dialed('completed', 'true')), ended] },
  {
    name: 'meets a mailbox of the practice',
    line: 'front',
    webhooks: [
      incoming,
      decisive(dialed('completed', 'false')),
      hungUp(),
      recording(9),
      decisive(transcript(PLAIN)),
      ended,
    ],
  },
  {
    name: 'gives up while it rings',
    line: 'front',
    webhooks: [incoming, decisive(dialed('canceled')), gaveUp],
  },
  {
    name: 'is not answered and leaves a message',
    line: 'front',
    webhooks: [incoming, dialed('no-answer'), hungUp(), recording(12), decisive(transcript(PLAIN)), ended],
  },
  {
    name: 'is not answered and hangs up in the greeting',
    line: 'front',
    webhooks: [incoming, decisive(dialed('busy')), ended],
  },
]

/** A new call on a path: the same webhooks with ids of its own. */
function newCall(path: Path): { callSid: string; webhooks: readonly Webhook[] } {
  const own = twilio.next()
  const callSid = sid('CA', own)
  const ids = {
    CallSid: callSid,
    From: path.from?.(own) ?? `+1415555${String(1000 + own)}`,
    To: LINES[path.line],
    Direction: 'inbound',
  }
  const webhooks = path.webhooks.map((webhook) => ({
    ...webhook,
    fields: {
      ...(webhook.path.startsWith('voice/recording') ? { CallSid: callSid } : ids),
      ...webhook.fields,
      ...('RecordingSid' in webhook.fields ? { RecordingSid: sid('RE', own) } : {}),
      ...('TranscriptionSid' in webhook.fields ? { TranscriptionSid: sid('TR', own) } : {}),
    },
  }))
  return { callSid, webhooks }
}

/** Delivers webhooks and sees that the same one always gets the same answer. */
async function deliver(webhooks: readonly Webhook[]): Promise<void> {
  const answers = new Map<string, string>()
  for (const { path, fields } of webhooks) {
    const { status, body } = await twilio.post(path, fields)
    expect(status, path).toBe(200)
    const which = `${path} ${JSON.stringify(fields)}`
    expect(body).toBe(answers.get(which) ?? body)
    answers.set(which, body)
  }
}

/** What became of the call once the clock work had its turn: its item in the words that matter, or none. */
async function outcome(callSid: string) {
  const { database, product } = twilio.running
  await product.casework.clock.control?.jump(40_000)
  await tick(product.casework)
  const call = await database.db.call.findUniqueOrThrow({
    where: { sid: callSid },
    include: { followUp: true },
  })
  const item = call.followUp
  const consents = await database.db.consentEvent.count({ where: { evidence: callSid } })
  return {
    missed: call.state === 'missed',
    consents,
    item: item && {
      ...{ trigger: item.trigger, status: item.status, queue: item.queue, urgency: item.urgency },
      ...{ heard: item.heard, language: item.language, nextAction: item.nextAction },
      ...{ repeats: item.repeatContacts, cadence: item.cadenceEnded },
    },
  }
}

/** Any order, anything twice, and what is not decisive may be missing. */
function delivery(path: Path): fc.Arbitrary<readonly number[]> {
  const all = path.webhooks.map((_, index) => index)
  const needed = all.filter((index) => path.webhooks[index]?.decisive)
  // The report of a recording names no phone, so one of the others must come too.
  const telling = all.filter((index) => !path.webhooks[index]?.path.startsWith('voice/recording'))
  return fc
    .record({
      one: fc.constantFrom(...telling),
      kept: fc.subarray(all),
      again: fc.array(fc.constantFrom(...all), { maxLength: 4 }),
    })
    .chain(({ one, kept, again }) => {
      const sent = [...new Set([one, ...kept, ...needed])]
      const twice = again.filter((index) => sent.includes(index))
      return fc.shuffledSubarray([...sent, ...twice], { minLength: sent.length + twice.length })
    })
}

describe('a caller who', () => {
  test.each(PATHS)(
    '$name ends in the same item whatever the carrier repeats, mixes up or loses',
    async (path) => {
      const straight = newCall(path)
      await deliver(straight.webhooks)
      const expected = await outcome(straight.callSid)
      expect(expected.missed).toBe(path.name !== 'is answered')
      await fc.assert(
        fc.asyncProperty(delivery(path), async (order) => {
          const call = newCall(path)
          await deliver(order.map((index) => call.webhooks[index]!))
          expect(await outcome(call.callSid)).toEqual(expected)
        }),
        { numRuns: runs(3, 10), endOnFailure: true },
      )
    },
  )

  test('repeats a webhook a day later gets the same answer and changes nothing', async () => {
    const call = newCall(PATHS.find(({ name }) => name === 'agrees to a text in Spanish')!)
    const first = new Map<Webhook, string>()
    for (const webhook of call.webhooks)
      first.set(webhook, (await twilio.post(webhook.path, webhook.fields)).body)
    const before = await outcome(call.callSid)
    await twilio.running.product.casework.clock.control?.jump(24 * 3_600_000)
    for (const webhook of [...call.webhooks].reverse())
      expect((await twilio.post(webhook.path, webhook.fields)).body).toBe(first.get(webhook))
    expect((await outcome(call.callSid)).item).toMatchObject({ language: before.item?.language, repeats: 0 })
  })
})

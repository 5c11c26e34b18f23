import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeRecording } from '../../src/casework/reconcile/place-recording.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { callArrived, callEnded } from '../../src/casework/phone-calls.ts'
import { messageRecorded } from '../../src/casework/voicemails.ts'
import { MAIN, startCasework, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

/** The scheduling line of the example practice: Ringback rings the practice first. */
const FRONT = '+14155550101'
const FRONT_DESK = '+14155550150'
const ANA = '+14155552001'
const BEN = '+14155552002'

/** The line was set up at 11:00; this is when the tests begin. */
const NOON = new Date('2026-12-02T20:00:00Z')
const at = (time: string): Date => new Date(`2026-12-02T${time}Z`)

let stage: CaseworkStage
let rest: CaseworkStage['twilio']['log']

beforeEach(async () => {
  stage = await startCasework()
  rest = stage.twilio.log
  stage.setTime(NOON)
})
afterEach(() => stage.close())

const run = () => reconcile(stage.sending, 'command')
const call = (n: number) => stage.db.call.findUniqueOrThrow({ where: { sid: sid('CA', n) } })
const items = () => stage.db.followUp.findMany({ orderBy: { receivedAt: 'asc' } })

/** What must be here and not twice, whatever is compared how often. */
const everything = async () => ({
  calls: await stage.db.call.count(),
  items: await items(),
  messages: await stage.db.message.findMany({ orderBy: { id: 'asc' } }),
  history: await stage.db.historyEntry.count(),
})

describe('calls that no webhook told of', () => {
  it('appear once, with the time at which they really came in and how long they lasted', async () => {
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: MAIN, at: at('19:10:00'), seconds: 12 })
    expect(await run()).toMatchObject({ calls: 1, created: 1, repaired: 0, problems: [], failure: null })
    expect(await call(1)).toMatchObject({
      ...{ state: 'missed', startedAt: at('19:10:00'), endedAt: at('19:10:12'), seconds: 12 },
    })
    expect(await items()).toMatchObject([{ trigger: 'missed-call', receivedAt: at('19:10:00') }])

    const before = await everything()
    expect(await run()).toMatchObject({ calls: 1, created: 0, repaired: 0, problems: [] })
    expect(await everything()).toEqual(before)
  })

  it('are taken in the order in which they came in: the first opens the item and the others join it', async () => {
    rest.pageSize = 2
    for (const n of [1, 2, 3, 4, 5]) {
      rest.calls.push({ sid: sid('CA', n), from: ANA, to: MAIN, at: later(at('19:10:00'), n), seconds: 9 })
    }
    expect(await run()).toMatchObject({ calls: 5, created: 5 })
    expect(await items()).toMatchObject([{ receivedAt: at('19:11:00'), repeatContacts: 4 }])
  })

  it('make no item when a person at the practice took them', async () => {
    rest.calls.push(
      { sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 50 },
      {
        ...{ sid: sid('CA', 2), from: ANA, to: FRONT_DESK, at: at('19:10:05'), seconds: 45 },
        ...{ direction: 'outbound-dial', parent: sid('CA', 1) },
      },
    )
    expect(await run()).toMatchObject({ calls: 1, created: 1, problems: [] })
    expect(await call(1)).toMatchObject({ state: 'answered', answeredAt: at('19:10:05'), followUpId: null })
    expect(await items()).toEqual([])
  })

  it.each([
    { note: 'rang in vain', status: 'no-answer', seconds: 0 },
    { note: 'was picked up by a mailbox that pressed no key', status: 'completed', seconds: 14 },
  ])('are missed when the practice’s phone $note', async ({ status, seconds }) => {
    rest.calls.push(
      { sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 30 },
      {
        ...{ sid: sid('CA', 2), from: ANA, to: FRONT_DESK, at: at('19:10:05'), seconds, status },
        ...{ direction: 'outbound-dial', parent: sid('CA', 1) },
      },
    )
    expect(await run()).toMatchObject({ created: 1, problems: [] })
    expect(await call(1)).toMatchObject({ state: 'missed', endedAt: at('19:10:30') })
    expect(await items()).toMatchObject([{ receivedAt: at('19:10:00') }])
  })

  it('wait for the next comparison while they are still going on', async () => {
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: MAIN, at: at('19:59:00'), seconds: null })
    expect(await run()).toMatchObject({ calls: 0, created: 0, problems: [] })
    expect(await stage.db.call.count()).toBe(0)
  })

  it('are told as a problem when they came to a number that is in no clinic file', async () => {
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: '+14155550199', at: at('19:10:00'), seconds: 12 })
    expect((await run()).problems).toEqual([{ sid: sid('CA', 1), why: 'no-line' }])
    expect(await stage.db.call.count()).toBe(0)
  })

  it('are none of ours when they came in before the line was set up', async () => {
    await stage.db.clinicLine.updateMany({ where: { phone: MAIN }, data: { addedAt: at('19:30:00') } })
    rest.calls.push(
      { sid: sid('CA', 1), from: ANA, to: MAIN, at: at('19:29:00'), seconds: 12 },
      { sid: sid('CA', 2), from: BEN, to: MAIN, at: at('19:30:00'), seconds: 12 },
    )
    expect(await run()).toMatchObject({ calls: 1, created: 1, problems: [] })
    expect((await call(2)).state).toBe('missed')
  })
})

describe('calls that differ from what the carrier says', () => {
  const arrived = (n: number, time: string) =>
    callArrived(stage.sending, { callSid: sid('CA', n), from: ANA, to: FRONT }, at(time))

  it('are brought to their end when the word of it got lost', async () => {
    await arrived(1, '19:10:00')
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 20 })
    expect(await run()).toMatchObject({ created: 0, repaired: 1, problems: [] })
    expect(await call(1)).toMatchObject({ state: 'missed', endedAt: at('19:10:20'), seconds: 20 })
    expect(await items()).toMatchObject([{ receivedAt: at('19:10:00') }])
    expect(await run()).toMatchObject({ created: 0, repaired: 0 })
  })

  it('learn how long they lasted when only their end was told', async () => {
    await arrived(1, '19:10:00')
    await callEnded(
      stage.sending,
      {
        ...{ callSid: sid('CA', 1), from: ANA, to: FRONT },
        ...{ status: 'completed', seconds: null },
      },
      at('19:10:20'),
    )
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 21 })
    expect(await run()).toMatchObject({ repaired: 1, problems: [] })
    expect(await call(1)).toMatchObject({ endedAt: at('19:10:20'), seconds: 21 })
  })

  it('are left alone in the minute in which the word of their end may still come', async () => {
    await arrived(1, '19:59:00')
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:59:00'), seconds: 20 })
    expect(await run()).toMatchObject({ repaired: 0, problems: [] })
    expect((await call(1)).state).toBe('ringing')
  })
})

describe('a call of which only the end was told', () => {
  const ended = () =>
    callEnded(
      stage.sending,
      { callSid: sid('CA', 1), from: ANA, to: FRONT, status: 'completed', seconds: 50 },
      at('19:10:50'),
    )
  const leg = (seconds: number) =>
    rest.calls.push({
      ...{ sid: sid('CA', 2), from: ANA, to: FRONT_DESK, at: at('19:10:05'), seconds },
      ...{ direction: 'outbound-dial', parent: sid('CA', 1) },
    })

  it.each([
    { note: 'makes no item when the practice took it', seconds: 45, state: 'answered', open: 0 },
    { note: 'makes an item when nobody took it', seconds: 5, state: 'missed', open: 1 },
  ])('$note, and has its true time', async ({ seconds, state, open }) => {
    await ended()
    rest.calls.push({ sid: sid('CA', 1), from: ANA, to: FRONT, at: at('19:10:00'), seconds: 50 })
    leg(seconds)
    expect(stage.enqueued).toMatchObject([{ name: 'place-call', id: sid('CA', 1) }])
    stage.setTime(later(NOON, 2))
    expect(await stage.runJobs()).toBe(0)
    expect(await call(1)).toMatchObject({ state, startedAt: at('19:10:00'), endedAt: at('19:10:50') })
    expect(await items()).toHaveLength(open)
    expect(await run()).toMatchObject({ created: 0, repaired: 0, problems: [] })
  })

  it('counts as missed when the carrier does not know it either', async () => {
    await ended()
    stage.setTime(later(NOON, 2))
    expect(await stage.runJobs()).toBe(0)
    expect((await call(1)).state).toBe('missed')
    expect(await items()).toHaveLength(1)
  })
})

describe('voicemails that no webhook told of', () => {
  const listed = (n: number, time: string) =>
    rest.calls.push({ sid: sid('CA', n), from: ANA, to: MAIN, at: at(time), seconds: 60 })
  const recorded = (n: number, time: string, seconds = 30) =>
    rest.recordings.push({ sid: sid('RE', n), callSid: sid('CA', n), at: at(time), seconds })

  it('appear with their true time and what the machine wrote down', async () => {
    listed(1, '19:10:00')
    recorded(1, '19:10:25')
    const text = 'Hello, this is Ana. Please call me back about my chest pain.'
    rest.transcripts.set(sid('RE', 1), { sid: sid('TR', 1), status: 'completed', text })
    expect(await run()).toMatchObject({ calls: 1, recordings: 1, created: 2, repaired: 1, problems: [] })
    expect(await call(1)).toMatchObject({
      ...{ recordingSid: sid('RE', 1), recordingSeconds: 30, transcriptionSid: sid('TR', 1) },
      transcript: text,
    })
    const [item] = await items()
    expect(item).toMatchObject({ urgency: 'urgent', receivedAt: at('19:10:00') })
    const left = await stage.db.historyEntry.findFirst({ where: { kind: 'voicemail-left' } })
    expect(left?.at).toEqual(at('19:10:25'))

    const before = await everything()
    expect(await run()).toMatchObject({ created: 0, repaired: 0, problems: [] })
    expect(await everything()).toEqual(before)
  })

  it('are not taken for heard while the machine has written nothing', async () => {
    listed(1, '19:10:00')
    recorded(1, '19:10:25')
    expect(await run()).toMatchObject({ created: 2, repaired: 0, problems: [] })
    expect((await items())[0]?.heard).toBe('not-heard-yet')
    rest.transcripts.set(sid('RE', 1), { sid: sid('TR', 1), status: 'failed', text: '' })
    expect(await run()).toMatchObject({ created: 0, repaired: 1 })
    expect((await call(1)).transcriptState).toBe('failed')
  })

  it('are told as a problem when nobody knows their call', async () => {
    recorded(1, '19:10:25')
    expect((await run()).problems).toEqual([{ sid: sid('RE', 1), why: 'no-call' }])
  })

  it('that waited for their call are placed with it, or told as a problem', async () => {
    for (const n of [1, 2]) {
      const [callSid, recordingSid] = [sid('CA', n), sid('RE', n)]
      await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 30 })
    }
    listed(1, '19:10:00')
    expect((await run()).problems).toEqual([{ sid: sid('RE', 2), why: 'no-call' }])
    expect(await call(1)).toMatchObject({ state: 'missed', recordingSid: sid('RE', 1) })
    expect(await stage.db.unplacedRecording.findMany()).toMatchObject([{ sid: sid('RE', 2) }])
  })

  it('that waited are placed a minute later when the carrier knows their call', async () => {
    const [callSid, recordingSid] = [sid('CA', 1), sid('RE', 1)]
    await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 30 })
    expect(await placeRecording(stage.sending, recordingSid)).toBe('no-call')
    rest.calls.push({ sid: callSid, from: ANA, to: FRONT, at: at('19:10:00'), seconds: 60 })
    expect(await placeRecording(stage.sending, recordingSid)).toBe('placed')
    expect(await call(1)).toMatchObject({ state: 'missed', startedAt: at('19:10:00'), recordingSid })
    expect(await stage.db.unplacedRecording.count()).toBe(0)
  })
})

describe('texts', () => {
  const wrote = (n: number, body: string, time: string, to = MAIN, media: typeof TWO_PICTURES = []) =>
    rest.texts.push({
      ...{ sid: sid('SM', n), from: ANA, to, body, at: at(time), media },
      ...{ direction: 'inbound', status: 'received' },
    })
  const TWO_PICTURES = [
    { sid: sid('ME', 1), contentType: 'image/jpeg' },
    { sid: sid('ME', 2), contentType: '' },
  ]
  const textOf = (n: number) => stage.db.message.findUniqueOrThrow({ where: { sid: sid('SM', n) } })

  it('that patients wrote and no webhook told of appear once, with their true time', async () => {
    wrote(1, 'Please move my visit', '19:10:00')
    expect(await run()).toMatchObject({ texts: 1, created: 1, problems: [] })
    expect(await items()).toMatchObject([{ trigger: 'patient-message', receivedAt: at('19:10:00') }])
    const before = await everything()
    expect(await run()).toMatchObject({ texts: 1, created: 0 })
    expect(await everything()).toEqual(before)
  })

  it('that came with pictures have them: staff can open each', async () => {
    wrote(1, 'Look at this', '19:10:00', MAIN, TWO_PICTURES)
    expect(await run()).toMatchObject({ texts: 1, created: 1, problems: [] })
    expect(await textOf(1)).toMatchObject({ mediaCount: 2, media: TWO_PICTURES })
    expect(await items()).toMatchObject([{ queue: 'licensed' }])
    const before = await everything()
    expect(await run()).toMatchObject({ created: 0, repaired: 0 })
    expect(await everything()).toEqual(before)
  })

  it('are on record also when what is attached cannot be read; the next comparison finds it', async () => {
    wrote(1, 'Look at this', '19:10:00', MAIN, TWO_PICTURES)
    rest.noMedia.add(sid('SM', 1))
    expect(await run()).toMatchObject({
      created: 1,
      problems: [{ sid: sid('SM', 1), why: 'not-recorded' }],
    })
    expect(await textOf(1)).toMatchObject({ mediaCount: 2, media: [] })
    rest.noMedia.clear()
    expect(await run()).toMatchObject({ created: 0, repaired: 1, problems: [] })
    expect(await textOf(1)).toMatchObject({ media: TWO_PICTURES })
  })

  it('whose pictures were deleted after their time do not get them back', async () => {
    wrote(1, 'Look at this', '19:10:00', MAIN, TWO_PICTURES)
    await run()
    const deleted = { media: [], mediaDeletedAt: NOON }
    await stage.db.message.update({ where: { sid: sid('SM', 1) }, data: deleted })
    expect(await run()).toMatchObject({ repaired: 0, problems: [] })
    expect(await textOf(1)).toMatchObject({ media: [] })
  })

  it('that opt out still stop what was planned', async () => {
    const patient = await stage.patient({ phone: ANA })
    wrote(1, 'STOP', '19:59:00')
    await run()
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
  })

  it('to a number that is in no clinic file are told as a problem', async () => {
    wrote(1, 'Hello', '19:10:00', '+14155550199')
    expect((await run()).problems).toEqual([{ sid: sid('SM', 1), why: 'no-line' }])
  })

  it('of ours are brought to where the carrier says they are', async () => {
    const patient = await stage.patient({ phone: ANA })
    await stage.send(patient)
    const sent = await stage.message(patient)
    expect(sent.state).toBe('sent')
    rest.texts.push({
      ...{ sid: sent.sid ?? '', from: MAIN, to: ANA, body: sent.body, at: NOON },
      ...{ direction: 'outbound-api', status: 'undelivered', code: 30005 },
    })
    expect(await run()).toMatchObject({ texts: 1, repaired: 1, problems: [] })
    expect(await stage.message(patient)).toMatchObject({ state: 'undelivered', errorCode: 30005 })
    expect(await run()).toMatchObject({ texts: 1, repaired: 0 })
  })

  it('that another program sent through the same account are none of ours', async () => {
    rest.texts.push({
      ...{ sid: sid('SM', 1), from: MAIN, to: ANA, body: 'Hello', at: NOON },
      ...{ direction: 'outbound-api', status: 'delivered' },
    })
    expect(await run()).toMatchObject({ texts: 0, created: 0, problems: [] })
    expect(await stage.db.message.count()).toBe(0)
  })
})

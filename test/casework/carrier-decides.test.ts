import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { callArrived, callEnded } from '../../src/casework/phone-calls.ts'
import { placeCall } from '../../src/casework/reconcile/place-call.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { MAIN, startCasework, type CaseworkStage } from '../support/casework.ts'
import { examplePractice, later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

/** The scheduling line of the example practice: Ringback rings the practice first. */
const FRONT = '+14155550101'
const FRONT_DESK = '+14155550150'
const ANA = '+14155552001'
const callSid = sid('CA', 1)
const onFront = { callSid, from: ANA, to: FRONT }
const onMain = { callSid, from: ANA, to: MAIN }

/** Three hours after the lines were set up. */
const TWO_PM = new Date('2026-12-02T22:00:00Z')

let stage: CaseworkStage
let log: CaseworkStage['twilio']['log']

beforeEach(async () => {
  stage = await startCasework()
  ;({ log } = stage.twilio)
  stage.setTime(TWO_PM)
})
afterEach(() => stage.close())

const after = (minutes: number): Date => later(TWO_PM, minutes)
const items = () => stage.db.followUp.findMany({ orderBy: { number: 'asc' } })
const call = () => stage.db.call.findUniqueOrThrow({ where: { sid: callSid } })
/** The minute comes and the clock ticks. */
const tickAt = async (minutes: number): Promise<void> => {
  stage.setTime(after(minutes))
  await stage.tick()
}
/** The practice file without a line, or with other rules for one. */
const under = (lines: ReturnType<typeof examplePractice>['lines']) => ({
  ...stage.sending,
  practices: createPractices([{ ...examplePractice(), lines }]),
})
const withoutFront = () => under(examplePractice().lines.filter(({ phone }) => phone !== FRONT))
const withoutKey = () =>
  under(
    examplePractice().lines.map((line) =>
      line.connect.kind === 'front' ? { ...line, connect: { ...line.connect, pressToTake: false } } : line,
    ),
  )
/** The carrier lists a call to the front line that began at two, and how long the front desk's phone was picked up. */
const listed = (seconds: number, leg: { readonly pickedUp: number }): void => {
  log.calls.push(
    { ...onFront, sid: callSid, at: TWO_PM, seconds },
    {
      ...{ sid: sid('CA', 2), from: ANA, to: FRONT_DESK, at: after(0.1), seconds: leg.pickedUp },
      ...{ direction: 'outbound-dial', parent: callSid },
    },
  )
}

describe('a front-line call of which nobody told whether it was answered', () => {
  it('makes no item when the carrier’s log shows that the practice picked it up', async () => {
    await callArrived(stage.sending, onFront)
    await callEnded(stage.sending, { ...onFront, status: 'completed', seconds: 20 }, after(1))
    listed(20, { pickedUp: 12 })
    await tickAt(2)
    expect(stage.enqueued).toEqual([{ name: 'place-call', id: callSid, at: after(2) }])
    // Twelve seconds might be a mailbox where a key takes the call; on this line picking up is enough.
    await placeCall(withoutKey(), callSid)
    expect(await call()).toMatchObject({ state: 'answered', startedAt: TWO_PM })
    await tickAt(10)
    expect(await items()).toEqual([])
  })

  it('waits five minutes for a log that cannot be read, and then counts as missed', async () => {
    await callEnded(stage.sending, { ...onFront, status: 'completed', seconds: 30 }, after(1))
    listed(60, { pickedUp: 0 })
    log.noLegs.add(callSid)
    await tickAt(2)
    expect(await stage.runJobs()).toBe(1)
    for (const minute of [3, 4, 5]) await tickAt(minute)
    expect([(await call()).state, await items()]).toEqual(['ringing', []])
    await tickAt(6)
    expect((await call()).state).toBe('missed')
    expect(await items()).toMatchObject([{ receivedAt: after(0.5) }])
  })

  it('is on record and counts as missed also when no webhook came and the log cannot be read in full', async () => {
    listed(60, { pickedUp: 50 })
    log.noLegs.add(callSid)
    stage.setTime(after(2))
    expect((await reconcile(stage.sending, 'hourly')).problems).toEqual([
      { sid: callSid, why: 'not-recorded' },
    ])
    expect(await call()).toMatchObject({ state: 'ringing', startedAt: TWO_PM, endedAt: after(1) })
    await tickAt(5)
    expect(await items()).toEqual([])
    await tickAt(6)
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it('makes no item when the log can be read again in time, whatever the clock did meanwhile', async () => {
    await callEnded(stage.sending, { ...onFront, status: 'completed', seconds: 60 }, after(1))
    // The word that it came in arrives after all.
    await callArrived(stage.sending, onFront)
    listed(60, { pickedUp: 50 })
    log.noLegs.add(callSid)
    await tickAt(2)
    expect(await stage.runJobs()).toBe(1)
    log.noLegs.clear()
    await tickAt(3)
    await placeCall(stage.sending, callSid)
    expect((await call()).state).toBe('answered')
    await tickAt(10)
    expect(await items()).toEqual([])
  })
})

describe('the time at which a call came in', () => {
  it('is on its item also when it is settled two hours later by the carrier’s log', async () => {
    await callArrived(stage.sending, onFront)
    await callEnded(stage.sending, { ...onFront, status: 'no-answer', seconds: 0 }, after(1))
    listed(60, { pickedUp: 0 })
    await tickAt(120)
    expect(await stage.runJobs()).toBe(0)
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it('is on its item also when the carrier’s log stays silent', async () => {
    await callArrived(stage.sending, onFront)
    await callEnded(stage.sending, { ...onFront, status: 'no-answer', seconds: 0 }, after(1))
    await tickAt(120)
    await tickAt(121)
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it('is on its item also when the carrier’s log does not know the call', async () => {
    await callArrived(stage.sending, onFront)
    await callEnded(stage.sending, { ...onFront, status: 'no-answer', seconds: 0 }, after(1))
    await tickAt(120)
    expect(await stage.runJobs()).toBe(0)
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it('is its end less its length when a backup line was told only of its end', async () => {
    await callEnded(stage.sending, { ...onMain, status: 'completed', seconds: 30 }, after(1))
    expect(await call()).toMatchObject({ startedAt: after(0.5), endedAt: after(1) })
    expect(await items()).toMatchObject([{ receivedAt: after(0.5) }])
  })
})

describe('what the carrier has on record', () => {
  it('is not relied on for a Spanish voicemail of which no webhook came: a licensed person listens', async () => {
    log.calls.push({ ...onMain, sid: callSid, at: TWO_PM, seconds: 60 })
    log.recordings.push({ sid: sid('RE', 1), callSid, at: after(0.5), seconds: 25 })
    const text = 'may do ella in al petro no port I rest be rare'
    log.transcripts.set(sid('RE', 1), { sid: sid('TR', 1), status: 'completed', text })
    stage.setTime(after(60))
    expect(await reconcile(stage.sending, 'hourly')).toMatchObject({ problems: [], failure: null })
    expect((await call()).transcript).toBe(text)
    expect(await items()).toMatchObject([
      {
        ...{ heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' },
        ...{ queue: 'licensed', status: 'routed-to-clinical' },
      },
    ])
    await tickAt(61)
    expect((await items())[0]?.heard).toBe('not-heard-yet')
  })

  it('stays in the time compared for days when it could not be put on record, until it is', async () => {
    // Everything was accounted for: the next comparisons would look back 26 hours only.
    stage.setTime(after(-30))
    await reconcile(stage.sending, 'start')
    log.calls.push({ ...onFront, sid: callSid, at: TWO_PM, seconds: 30 })
    for (let hour = 1; hour <= 61; hour += 12) {
      stage.setTime(after(hour * 60))
      const { problems } = await reconcile(withoutFront(), 'hourly')
      expect(problems).toEqual([{ sid: callSid, why: 'no-line' }])
    }
    expect(await reconcile(stage.sending, 'hourly')).toMatchObject({ created: 1, problems: [] })
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it('settles a call that rang on a line that the clinic file has no longer, once', async () => {
    await callArrived(stage.sending, onFront)
    log.calls.push({ ...onFront, sid: callSid, at: TWO_PM, seconds: 30 })
    for (const hour of [1, 2, 3]) {
      stage.setTime(after(hour * 60))
      const { problems, repaired } = await reconcile(withoutFront(), 'hourly')
      expect([problems, repaired]).toEqual([[], hour === 1 ? 1 : 0])
    }
    expect((await call()).state).toBe('missed')
    expect(await items()).toMatchObject([{ receivedAt: TWO_PM }])
  })

  it.each([
    { what: 'a conference', recording: { callSid: null, source: 'RecordVerb' } },
    { what: 'a conversation', recording: { callSid, source: 'DialVerb' } },
    { what: 'a conversation by another program', recording: { callSid, source: 'OutboundAPI' } },
  ])('is no voicemail when it is the recording of $what', async ({ recording }) => {
    listed(60, { pickedUp: 50 })
    log.recordings.push({ sid: sid('RE', 9), at: after(0.5), seconds: 12, ...recording })
    stage.setTime(after(60))
    expect(await reconcile(stage.sending, 'hourly')).toMatchObject({
      ...{ calls: 1, recordings: 0, problems: [], failure: null },
    })
    expect(await call()).toMatchObject({ state: 'answered', recordingSid: null })
    expect(await items()).toEqual([])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageEnded } from '../../src/casework/caller-keys.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { openVoicemail } from '../../src/casework/recordings.ts'
import { acknowledge, recordOutcome, seenState } from '../../src/casework/staff-actions.ts'
import { readDossier } from '../../src/casework/view/dossier.ts'
import { WITHHELD } from '../../src/casework/view/redaction.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'
import { employ, type Colleague } from './people.ts'

let stage: CaseworkStage
let nurse: Colleague
let assistant: Colleague
let phone: string
let count = 0

beforeAll(async () => {
  stage = await startCasework()
  nurse = await employ(stage.db, 'Ines', 'licensed')
  assistant = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(() => {
  stage.setTime(WEDNESDAY_11)
  phone = stage.newPhone()
})
afterAll(() => stage.close())

const arrived = async (): Promise<string> => {
  const callSid = sid('CA', (count += 1) + 0xa00)
  await callArrived(stage.sending, { callSid, from: phone, to: MAIN })
  return callSid
}
const recordingOf = (callSid: string): string => callSid.replace('CA', 'RE')
const recorded = (callSid: string, seconds = 25, recordingSid = recordingOf(callSid)) =>
  messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds })
const transcribed = (callSid: string, text: string, transcriptionSid = callSid.replace('CA', 'TR')) =>
  messageTranscribed(stage.sending, {
    ...{ callSid, language: 'en', transcriptionSid, text },
    status: text === '' ? 'failed' : 'completed',
  })
const close = (who: Colleague, number: number) =>
  recordOutcome(stage.sending, who.actor, { number, outcome: 'resolved', note: 'Spoke with them.' })
const onlyItem = async () => {
  const [item, ...others] = await stage.db.followUp.findMany({ where: { contact: { phone } } })
  if (!item || others.length > 0) throw new Error('There must be exactly one item')
  return item
}
const callOf = (callSid: string) => stage.db.call.findUniqueOrThrow({ where: { sid: callSid } })
const heardCalls = () => stage.db.call.count({ where: { contact: { phone }, heardAt: { not: null } } })

/** An hour later the carrier's lists tell of a recording of which no webhook did. */
const foundAnHourLater = async (callSid: string): Promise<void> => {
  const { calls, recordings } = stage.twilio.log
  calls.push({ sid: callSid, from: phone, to: MAIN, at: WEDNESDAY_11, seconds: 60 })
  recordings.push({ sid: recordingOf(callSid), callSid, at: later(WEDNESDAY_11, 0.5), seconds: 25 })
  stage.setTime(later(WEDNESDAY_11, 60))
  expect(await reconcile(stage.sending, 'command')).toMatchObject({ problems: [], failure: null })
  expect((await callOf(callSid)).recordingSid).toBe(recordingOf(callSid))
}

describe('a recording found late, of a clinical item that the nurse closed', () => {
  const SAID = 'I have chest pain and I bleed'
  let callSid: string

  beforeEach(async () => {
    callSid = await arrived()
    await transcribed(callSid, SAID)
    expect(await close(nurse, (await onlyItem()).number)).toEqual({ type: 'done' })
    await foundAnHourLater(callSid)
  })

  it('opens no other item and stays with the one that was read', async () => {
    const { id, status } = await onlyItem()
    expect(status).toBe('closed')
    expect((await callOf(callSid)).followUpId).toBe(id)
  })

  it('is neither read nor played by an assistant; the nurse reads it', async () => {
    const { id } = await onlyItem()
    const seen = await readDossier(stage.db, assistant.reader, { id }, stage.now())
    expect(seen).toMatchObject({ calls: [{ transcript: WITHHELD }] })
    expect(seen?.mayHear(stage.now())).toBe(false)
    const playback = { ...stage.sending, recordings: stage.twilio.carrier }
    expect(await openVoicemail(playback, assistant.reader, callSid, undefined)).toEqual({ type: 'not-yours' })
    const read = await readDossier(stage.db, nurse.reader, { id }, stage.now())
    expect(read).toMatchObject({ calls: [{ transcript: SAID }] })
    expect(read?.mayHear(stage.now())).toBe(true)
  })
})

describe('a voicemail that nobody has heard', () => {
  it('is for a person to listen to when its failed transcript was told before its recording', async () => {
    const callSid = await arrived()
    await transcribed(callSid, '')
    // There was nothing to play yet, so whoever acted has not listened.
    const { number } = await onlyItem()
    await recordOutcome(stage.sending, nurse.actor, { number, outcome: 'no-answer', note: '' })
    await foundAnHourLater(callSid)
    expect(await onlyItem()).toMatchObject({ heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' })
    expect((await callOf(callSid)).heardAt).toBeNull()
  })

  it('keeps the item open for a listener when an assistant closes it', async () => {
    const callSid = await arrived()
    await recorded(callSid)
    expect(await close(assistant, (await onlyItem()).number)).toEqual({ type: 'done' })
    expect(await onlyItem()).toMatchObject({
      ...{ status: 'routed-to-clinical', queue: 'licensed', outcome: null },
      ...{ heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' },
    })
    expect(await heardCalls()).toBe(0)
  })

  it('does not keep a licensed person from closing the item', async () => {
    await recorded(await arrived())
    expect(await close(nurse, (await onlyItem()).number)).toEqual({ type: 'done' })
    expect(await onlyItem()).toMatchObject({ status: 'closed', outcome: 'resolved' })
  })

  it.each([
    {
      act: 'acknowledges it from',
      work: (number: number, seen: string) => acknowledge(stage.sending, nurse.actor, { number, seen }),
    },
    {
      act: 'closes it from',
      work: (number: number, seen: string) =>
        recordOutcome(stage.sending, nurse.actor, { number, seen, outcome: 'resolved', note: 'Heard it.' }),
    },
  ])('and is newer than the page is not heard by a nurse who $act that page', async ({ work }) => {
    await recorded(await arrived(), 2)
    const page = await onlyItem()
    expect(page.nextAction).toBe('listen-to-voicemail')
    await recorded(await arrived(), 2)
    expect(await work(page.number, seenState(page, { voicemails: 1, texts: 0 }))).toEqual({
      ...{ type: 'refused', reason: 'changed-meanwhile' },
    })
    expect(await onlyItem()).toMatchObject({ heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' })
    expect(await heardCalls()).toBe(0)

    expect(await work(page.number, seenState(await onlyItem(), { voicemails: 2, texts: 0 }))).toEqual({
      type: 'done',
    })
    expect(await heardCalls()).toBe(2)
  })
})

describe('word of a message that comes late', () => {
  it('opens no second item when it is the end of the message and the item is closed', async () => {
    const callSid = await arrived()
    await close(assistant, (await onlyItem()).number)
    await messageEnded(stage.sending, { callSid, from: phone, to: MAIN, digits: 'hangup', language: 'en' })
    expect((await onlyItem()).status).toBe('closed')
  })

  it('writes one line of history when the recording was told before the call and again after it', async () => {
    const callSid = sid('CA', 0xb01)
    await recorded(callSid)
    expect(await stage.db.unplacedRecording.count({ where: { callSid } })).toBe(1)
    await callArrived(stage.sending, { callSid, from: phone, to: MAIN })
    await recorded(callSid)
    expect(await stage.history((await onlyItem()).id)).toEqual(['call-missed', 'voicemail-left'])
  })

  it('keeps the longer of two recordings of one call, and reads what was said in both', async () => {
    const callSid = await arrived()
    await recorded(callSid, 40)
    await recorded(callSid, 3, sid('RE', 0xb02))
    await transcribed(callSid, 'I have chest pain')
    await transcribed(callSid, 'Goodbye', sid('TR', 0xb02))
    expect(await callOf(callSid)).toMatchObject({
      ...{ recordingSid: recordingOf(callSid), recordingSeconds: 40 },
      transcript: 'I have chest pain\nGoodbye',
    })
    expect((await onlyItem()).urgency).toBe('urgent')
  })
})

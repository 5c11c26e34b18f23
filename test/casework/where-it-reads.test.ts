import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordFact } from '../../src/casework/contacts/facts.ts'
import { judgeImport } from '../../src/casework/imports/judge.ts'
import { startImport } from '../../src/casework/imports/orders.ts'
import { runImport } from '../../src/casework/imports/run.ts'
import { takeInList } from '../../src/casework/imports/take-in.ts'
import { lowerItem, raiseItem } from '../../src/casework/raising.ts'
import { removeItem, reopenItem } from '../../src/casework/removal.ts'
import { receiveRequest } from '../../src/casework/requests.ts'
import { addNote, recordOutcome } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'
import { employ, type Colleague } from './people.ts'
import { MANAGER, piecesOf, RECALLS } from './imports/lists.ts'

/* Every way in which words reach an item, each with words of an emergency, for a patient to whom a text is about to leave. */

const WORDS = 'I have chest pain and cannot breathe'
let stage: CaseworkStage
let desk: Colleague
let nurse: Colleague
beforeAll(async () => {
  stage = await startCasework()
  desk = await employ(stage.db, 'Maya', 'assistant')
  nurse = await employ(stage.db, 'Ines', 'licensed')
})
afterAll(() => stage.close())
beforeEach(() => stage.setTime(WEDNESDAY_11))

const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const numberOf = async ({ followUpId }: Patient): Promise<number> => (await itemOf(followUpId)).number

/** The states of all texts to a patient. */
async function textsTo({ phone }: Patient): Promise<string[]> {
  const texts = await stage.db.message.findMany({ where: { phone, direction: 'out' } })
  return texts.map(({ state }) => state)
}

async function voicemail({ callSid }: Patient, text: string, status = 'completed'): Promise<void> {
  const recordingSid = `RE${callSid.slice(2)}`
  await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 9 })
  await messageTranscribed(stage.sending, { callSid, transcriptionSid: `TR${callSid}`, status, text })
}

let count = 0
const pictureText = ({ phone }: Patient, body: string) =>
  textArrived(stage.sending, {
    ...{ messageSid: sid('SM', 7_000 + ++count), from: phone, to: MAIN, body, mediaCount: 1 },
    ...{ media: [{ sid: sid('ME', count), contentType: 'image/jpeg' }], carrierVerdict: undefined },
  })

const need = ({ phone }: Patient, source: 'api' | 'form' | 'staff', words: Partial<Need>) =>
  receiveRequest(stage.sending, {
    ...{ clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone, language: null, source },
    ...{ by: desk.actor.id, sourceRef: null, importId: null, licensed: false },
    need: {
      ...{ trigger: 'web-form', personName: null, reason: null, segment: null, dueFrom: null, dueTo: null },
      ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
      ...{ insuranceNote: null, authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
      ...{ responsible: null, ...words },
    },
  })

async function list({ phone }: Patient, column: string, words: string): Promise<void> {
  const rows = [`Name,Phone,${column}`, `Rosa Delgado,${phone},${words}`].join('\r\n')
  const taken = await takeInList(stage.sending, MANAGER.id, RECALLS, piecesOf(rows))
  if (taken.type === 'refused') throw new Error(`The list was refused: ${taken.problem.why}`)
  await judgeImport(stage.sending, taken.id)
  await startImport(stage.sending, MANAGER, taken.id)
  await runImport(stage.sending, taken.id)
}

type Way = (patient: Patient) => Promise<unknown>
const WAYS: readonly (readonly [name: string, way: Way])[] = [
  ['a voicemail transcript', (patient) => voicemail(patient, WORDS)],
  ['a text reply', ({ phone }) => stage.text(phone, WORDS)],
  ['a text with a picture', (patient) => pictureText(patient, WORDS)],
  ['the reason in a web form', (patient) => need(patient, 'form', { reason: WORDS })],
  ['the reason that another system gave', (patient) => need(patient, 'api', { reason: WORDS })],
  ['the reason that a colleague wrote', (patient) => need(patient, 'staff', { reason: WORDS })],
  ['an insurance note', (patient) => need(patient, 'api', { insuranceNote: WORDS })],
  ['what came of an outreach', (patient) => need(patient, 'api', { lastOutreachResult: WORDS })],
  ['a name that is a cry for help', (patient) => need(patient, 'form', { personName: `Ana ${WORDS}` })],
  ['the reason on a list', (patient) => list(patient, 'Reason', WORDS)],
  ['the insurance column of a list', (patient) => list(patient, 'Insurance', WORDS)],
  [
    'a note of an assistant',
    async (patient) => addNote(stage.sending, desk.actor, { number: await numberOf(patient), note: WORDS }),
  ],
  [
    'what an assistant writes down of a call',
    async (patient) =>
      recordOutcome(stage.sending, desk.actor, {
        ...{ number: await numberOf(patient), outcome: 'no-answer', note: WORDS },
      }),
  ],
  [
    'what an assistant writes to close it',
    async (patient) =>
      recordOutcome(stage.sending, desk.actor, {
        ...{ number: await numberOf(patient), outcome: 'resolved', note: WORDS },
      }),
  ],
  [
    'what an assistant writes to take it off the list',
    async (patient) =>
      removeItem(stage.sending, desk.actor, {
        ...{ number: await numberOf(patient), reason: 'duplicate', note: WORDS },
      }),
  ],
  [
    'an assistant who raises it',
    async (patient) =>
      raiseItem(stage.sending, desk.actor, { number: await numberOf(patient), urgency: 'urgent', note: '' }),
  ],
]

describe.each(WAYS)('%s', (_name, way) => {
  it('hands the item to licensed staff at once, and the text that was about to leave never does', async () => {
    const patient = await stage.patient()
    expect(await stage.message(patient)).toMatchObject({ state: 'planned' })
    await way(patient)
    expect(await itemOf(patient.followUpId)).toMatchObject({
      ...{
        queue: 'licensed',
        status: 'routed-to-clinical',
        urgency: 'urgent',
        cadenceEnded: expect.any(String) as string,
      },
    })
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', sid: null })
    // Whatever comes due later, nothing is planned for the patient any more.
    stage.setTime(later(WEDNESDAY_11, 3 * 24 * 60))
    await stage.tick()
    expect(await textsTo(patient)).toEqual(['canceled'])
    expect(stage.twilio.posts).toEqual([])
  })
})

it.each(WAYS.slice(0, 2))('%s stops a text that is held until the morning, too', async (_name, way) => {
  stage.setTime(new Date('2026-12-03T04:30:00Z'))
  const patient = await stage.patient()
  await stage.send(patient)
  expect(await stage.message(patient)).toMatchObject({ state: 'held' })
  await way(patient)
  expect(await stage.message(patient)).toMatchObject({ state: 'canceled' })
  stage.setTime(new Date('2026-12-03T19:00:00Z'))
  await stage.tick()
  await stage.send(patient)
  expect(await textsTo(patient)).toEqual(['canceled'])
  expect(stage.twilio.posts).toEqual([])
})

it('why an item is opened again is read, too', async () => {
  const patient = await stage.patient()
  const number = await numberOf(patient)
  await recordOutcome(stage.sending, desk.actor, { number, outcome: 'resolved', note: 'Settled.' })
  await reopenItem(stage.sending, desk.actor, { number, note: WORDS })
  expect(await itemOf(patient.followUpId)).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
})

it('a note with such words on a closed item opens another one for licensed staff', async () => {
  const patient = await stage.patient()
  const number = await numberOf(patient)
  await recordOutcome(stage.sending, desk.actor, { number, outcome: 'resolved', note: 'Settled.' })
  await addNote(stage.sending, desk.actor, { number, note: WORDS })
  const [next] = await stage.db.followUp.findMany({ where: { earlierId: patient.followUpId } })
  expect(next).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
})

it('what would stand with the number, for every practice to read, is not written down at all', async () => {
  const { phone } = await stage.patient()
  const order = { phone, kind: 'preference', note: WORDS } as const
  expect(await recordFact(stage.sending, desk.actor, order)).toEqual({
    type: 'refused',
    reason: 'clinical-words',
  })
})

it('a name that is a word of illness, as many are, routes nothing', async () => {
  const patient = await stage.patient()
  await need(patient, 'form', { personName: 'Dolores Payne' })
  expect(await itemOf(patient.followUpId)).toMatchObject({ queue: 'assistant', urgency: 'routine' })
})

it('a voicemail that no machine could read goes to licensed staff, or to whom the practice chose', async () => {
  const patient = await stage.patient()
  await voicemail(patient, '', 'failed')
  expect(await itemOf(patient.followUpId)).toMatchObject({
    ...{ heard: 'not-heard-yet', queue: 'licensed', nextAction: 'listen-to-voicemail' },
  })
  const [policy] = stage.sending.practices.all
  const trusting = { ...policy!, voicemail: { ...policy!.voicemail, notHeardQueue: 'assistant' as const } }
  stage.sending.practices.replace([trusting], { policies: [], lines: [] })
  const other = await stage.patient()
  await voicemail(other, '', 'failed')
  expect(await itemOf(other.followUpId)).toMatchObject({ heard: 'not-heard-yet', queue: 'assistant' })
  stage.sending.practices.replace([policy!], { policies: [], lines: [] })
})

describe('raising and lowering', () => {
  it('an assistant raises what a colleague holds, and cannot lower it; a nurse can, and says why', async () => {
    const patient = await stage.patient()
    const number = await numberOf(patient)
    const raised = { number, urgency: 'clinical', note: '' } as const
    expect(await raiseItem(stage.sending, desk.actor, raised)).toEqual({ type: 'done' })
    const lower = (by: Colleague, reason: string) =>
      lowerItem(stage.sending, by.actor, { number, read: 99, reason })
    expect(await lower(desk, 'no need')).toEqual({ type: 'refused', reason: 'not-your-queue' })
    expect(await lower(nurse, ' ')).toEqual({ type: 'refused', reason: 'note-required' })
    expect(await lower(nurse, 'asks about parking')).toEqual({ type: 'done' })
    expect(await lower(nurse, 'again')).toEqual({ type: 'refused', reason: 'changed-meanwhile' })
    expect(await itemOf(patient.followUpId)).toMatchObject({
      queue: 'assistant',
      urgency: 'routine',
      ownerId: null,
    })
  })

  it('stands in the audit with who did it', async () => {
    const patient = await stage.patient()
    const number = await numberOf(patient)
    await raiseItem(stage.sending, desk.actor, { number, urgency: 'urgent', note: '' })
    await lowerItem(stage.sending, nurse.actor, { number, read: 99, reason: 'asks about parking' })
    const entries = await stage.db.auditEntry.findMany({
      where: { subject: `follow-up:${patient.followUpId}`, action: { startsWith: 'routing-' } },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['maya', 'routing-raised'],
      ['ines', 'routing-lowered'],
    ])
  })

  it('a voicemail that waited to be heard counts as heard by the nurse who hands it back', async () => {
    const patient = await stage.patient()
    await voicemail(patient, '', 'failed')
    const number = await numberOf(patient)
    await lowerItem(stage.sending, nurse.actor, { number, read: 99, reason: 'asks about parking' })
    expect(await itemOf(patient.followUpId)).toMatchObject({ heard: 'heard', queue: 'assistant' })
    const call = await stage.db.call.findUniqueOrThrow({ where: { sid: patient.callSid } })
    expect(call.heardAt).toEqual(stage.now())
  })

  it('nobody acts on an item of another practice', async () => {
    const patient = await stage.patient()
    const number = await numberOf(patient)
    const stranger = { ...nurse.actor, clinics: ['harbor'] }
    await expect(raiseItem(stage.sending, stranger, { number, urgency: 'urgent', note: '' })).rejects.toThrow(
      'no item',
    )
    await expect(lowerItem(stage.sending, stranger, { number, read: 99, reason: 'no' })).rejects.toThrow(
      'no item',
    )
  })
})

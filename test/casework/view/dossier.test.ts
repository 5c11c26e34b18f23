import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storePractices } from '../../../src/casework/practice-store.ts'
import { readDossier, staffReader, type Reader } from '../../../src/casework/view/dossier.ts'
import { followUpView } from '../../../src/casework/view/follow-up-view.ts'
import { WITHHELD } from '../../../src/casework/view/redaction.ts'
import { freshDatabase } from '../../support/database.ts'
import { examplePractice, WEDNESDAY_9 } from '../../support/practice.ts'

const ASSISTANT: Reader = { id: 'maya', mayReadClinical: false, clinics: [] }
const NURSE: Reader = { id: 'ines', mayReadClinical: true, clinics: [] }
const SAID = 'My knee is swollen'
const practice = examplePractice()
let database: Awaited<ReturnType<typeof freshDatabase>>

/** An item with a voicemail, a reply and an entry that holds what was said. */
async function item(
  state: Record<string, unknown> = {},
  kinds: readonly string[] = ['voicemail-transcribed'],
): Promise<{ number: number; id: string }> {
  const id = randomUUID()
  const where = { clinicId: practice.clinicId, lineId: practice.lines[0]!.id }
  const { number } = await database.db.followUp.create({
    data: {
      ...{
        ...where,
        id,
        policyVersion: practice.version,
        trigger: 'missed-call',
        status: 'new-request',
        queue: 'assistant',
      },
      ...{
        urgency: 'routine',
        heard: 'heard',
        reason: 'missed-call',
        language: 'en',
        receivedAt: WEDNESDAY_9,
      },
      ...{
        nextAction: 'call-back',
        ...{ dueAt: WEDNESDAY_9, escalateAt: WEDNESDAY_9 },
        lastAction: 'call-missed',
        lastActionAt: WEDNESDAY_9,
        cadenceEnded: 'replied',
      },
      ...state,
      history: {
        create: kinds.map((kind) => ({
          at: WEDNESDAY_9,
          kind,
          actor: 'carrier',
          detail: {},
          clinical: { text: SAID },
        })),
      },
      calls: {
        create: {
          ...{
            ...where,
            sid: `CA${id}`,
            direction: 'inbound',
            state: 'missed',
            language: 'en',
            openHours: true,
            startedAt: WEDNESDAY_9,
          },
          ...{ recordingSid: `RE${id}`, recordingSeconds: 9, transcriptState: 'completed', transcript: SAID },
        },
      },
      messages: {
        create: [
          {
            ...where,
            id: randomUUID(),
            direction: 'in',
            state: 'received',
            phone: '+14155550501',
            body: SAID,
            createdAt: WEDNESDAY_9,
          },
          {
            ...where,
            id: randomUUID(),
            direction: 'out',
            state: 'planned',
            phone: '+14155550501',
            body: 'Please call us.',
            createdAt: WEDNESDAY_9,
          },
        ],
      },
    },
  })
  return { number, id }
}

/** For JSON.stringify, which knows no bigint. */
function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

beforeAll(async () => {
  database = await freshDatabase()
  await storePractices(database.db, [practice], WEDNESDAY_9)
})
afterAll(() => database.close())

describe(readDossier, () => {
  test('an assistant reads the voicemail and the reply of a routine item, and no clinical entry', async () => {
    const dossier = await readDossier(database.db, ASSISTANT, await item(), WEDNESDAY_9)
    expect(dossier?.calls[0]?.transcript).toBe(SAID)
    expect(dossier?.messages.map(({ body }) => body)).toContain(SAID)
    expect(dossier?.history[0]?.clinical).toBeNull()
    expect(dossier?.mayHear(WEDNESDAY_9)).toBe(true)
  })

  const clinical = { queue: 'licensed', status: 'routed-to-clinical', urgency: 'clinical' }
  test.each([
    {
      note: 'on the clinical queue',
      state: clinical,
      kinds: ['voicemail-transcribed', 'routed-to-clinical'],
    },
    { note: 'urgent with the manager', state: { queue: 'manager', urgency: 'urgent' }, kinds: [] },
    { note: 'not heard yet', state: { heard: 'not-heard-yet' }, kinds: [] },
    { note: 'routine again after it was routed', state: {}, kinds: ['routed-to-clinical'] },
    { note: 'with a note in which clinical words were found', state: {}, kinds: ['note-added'] },
    {
      note: 'closed with a clinical note',
      state: {
        ...{
          status: 'closed',
          dueAt: null,
          escalateAt: null,
          nextAction: null,
          outcome: 'resolved',
          closedAt: WEDNESDAY_9,
        },
        closingNote: SAID,
      },
      kinds: ['outcome-recorded'],
    },
  ])('an assistant reads nothing a patient said on an item that is $note', async ({ state, kinds }) => {
    const dossier = await readDossier(database.db, ASSISTANT, await item(state, kinds), WEDNESDAY_9)
    expect(dossier?.calls[0]?.transcript).toBe(WITHHELD)
    expect(dossier?.mayHear(WEDNESDAY_9)).toBe(false)
    expect(new Set(dossier?.messages.map(({ body }) => body))).toEqual(new Set([WITHHELD, 'Please call us.']))
    expect(JSON.stringify(dossier, withoutBigInts)).not.toContain('knee')
    expect(JSON.stringify(followUpView(dossier!))).not.toContain('knee')
  })

  test('those whom the practice asked to listen hear and read what no machine could read, and nobody else', async () => {
    const asked = { heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' }
    const read = async (reader: Reader, state: Record<string, unknown>, kinds: readonly string[] = []) => {
      const dossier = await readDossier(database.db, reader, await item(state, kinds), WEDNESDAY_9)
      return [dossier?.mayHear(WEDNESDAY_9), dossier?.calls[0]?.transcript]
    }
    const listener = staffReader({ id: 'maya', roles: ['assistant'], clinics: [] })
    const manager = staffReader({ id: 'rosa', roles: ['manager'], clinics: [] })
    expect(await read(listener, asked)).toEqual([true, SAID])
    expect(await read(listener, { ...asked, queue: 'manager' })).toEqual([false, WITHHELD])
    expect(await read(manager, { ...asked, queue: 'manager' })).toEqual([true, SAID])
    expect(await read(ASSISTANT, asked)).toEqual([false, WITHHELD])
    expect(await read(listener, asked, ['routed-to-clinical'])).toEqual([false, WITHHELD])
    expect(await read(listener, { ...asked, ...clinical })).toEqual([false, WITHHELD])
    expect(await read(listener, { ...asked, nextAction: 'call-back' })).toEqual([false, WITHHELD])
    expect(await read(NURSE, { ...asked, ...clinical })).toEqual([true, SAID])
  })

  test('licensed staff read everything, and each reading of clinical words is in the audit before it is shown', async () => {
    const wanted = await item(clinical, ['voicemail-transcribed'])
    const dossier = await readDossier(database.db, NURSE, wanted, WEDNESDAY_9)
    expect(dossier?.calls[0]?.transcript).toBe(SAID)
    expect(followUpView(dossier!).history[0]).toMatchObject({
      kind: 'voicemail-transcribed',
      clinical: { text: SAID },
    })
    const audit = await database.db.auditEntry.findMany({
      where: { subject: `follow-up:${wanted.id}` },
      orderBy: { id: 'asc' },
    })
    expect(audit).toEqual([
      expect.objectContaining({ actor: 'ines', action: 'clinical-text-read', at: WEDNESDAY_9 }),
    ])
  })

  test('a routine item read by licensed staff is no clinical reading', async () => {
    const wanted = await item()
    await readDossier(database.db, NURSE, wanted, WEDNESDAY_9)
    expect(await database.db.auditEntry.count({ where: { subject: `follow-up:${wanted.id}` } })).toBe(0)
  })

  test('an item of another practice does not exist for its reader', async () => {
    const { number } = await item()
    expect(
      await readDossier(database.db, { ...NURSE, clinics: ['elsewhere'] }, { number }, WEDNESDAY_9),
    ).toBeNull()
  })
})

describe(followUpView, () => {
  test('holds exactly the fields that other programs rely on', async () => {
    const dossier = await readDossier(database.db, ASSISTANT, await item(), WEDNESDAY_9)
    expect(Object.keys(followUpView(dossier!))).toEqual([
      ...[
        'id',
        'number',
        'clinic',
        'line',
        'trigger',
        'status',
        'queue',
        'urgency',
        'reason',
        'contact',
        'owner',
        'receivedAt',
      ],
      ...[
        'dueAt',
        'nextAction',
        'lastAction',
        'attempts',
        'repeatContacts',
        'heard',
        'escalation',
        'outcome',
        'closedAt',
        'history',
      ],
    ])
  })
})

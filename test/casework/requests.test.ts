import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveRequest, withdrawRequest, type RequestOrder } from '../../src/casework/requests.ts'
import { addNote, recordOutcome } from '../../src/casework/staff-actions.ts'
import { readDossier } from '../../src/casework/view/dossier.ts'
import { WITHHELD } from '../../src/casework/view/redaction.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const ASSISTANT = { id: 'maya', name: 'Maya', roles: ['assistant' as const], clinics: [] }
const NURSE = { id: 'ines', mayReadClinical: true, clinics: [] }
const FRONT_DESK = { id: 'maya', mayReadClinical: false, clinics: [] }

const NOTHING: Need = {
  ...{ trigger: 'recall-due', personName: null, reason: null, segment: null, dueFrom: null, dueTo: null },
  ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
  ...{ insuranceNote: null, authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
}

function order(
  phone: string | null,
  more: Partial<Omit<RequestOrder, 'need'>> & { need?: Partial<Need> } = {},
): RequestOrder {
  return {
    ...{
      clinicId: 'cedar-grove',
      lineId: 'cedar-grove/main',
      phone,
      language: null,
      source: 'api',
      by: 'key:1',
    },
    ...{ sourceRef: null, importId: null, licensed: false },
    ...more,
    need: { ...NOTHING, ...more.need },
  }
}
const receive = (phone: string | null, more: Parameters<typeof order>[1] = {}) =>
  receiveRequest(stage.sending, order(phone, more))
const itemOf = (id: string) =>
  stage.db.followUp.findUniqueOrThrow({ where: { id }, include: { contact: true } })
const requestsOf = (followUpId: string) =>
  stage.db.request.findMany({ where: { followUpId }, orderBy: { seq: 'asc' } })

describe('a request', () => {
  test('opens an item and keeps what was told, name and language of somebody not known before', async () => {
    const phone = stage.newPhone()
    const need: Partial<Need> = {
      ...{ personName: 'Rosa Delgado', reason: 'annual visit', dueFrom: '2026-12-01', dueTo: '2027-01-31' },
      ...{ provider: 'Dr. Lindqvist', providerPriority: 2, lastAppointment: '2025-11-30' },
      ...{ insuranceNote: 'Plan changed in November', authorizationNeeded: true },
      segment: 'overdue-follow-up',
      preferredContact: 'text',
    }
    const received = await receive(phone, { language: 'es', sourceRef: 'EHR-7', need })
    expect(received.type).toBe('opened')
    expect(await itemOf(received.followUpId)).toMatchObject({
      ...{
        number: received.number,
        trigger: 'recall-due',
        language: 'es',
        nextAction: 'call',
        sensitive: false,
      },
      contact: { phone, name: 'Rosa Delgado', language: 'es' },
    })
    const date = (text: string): Date => new Date(`${text}T00:00:00Z`)
    expect(await requestsOf(received.followUpId)).toMatchObject([
      {
        ...need,
        ...{ dueFrom: date('2026-12-01'), dueTo: date('2027-01-31'), lastAppointment: date('2025-11-30') },
        ...{ source: 'api', sourceRef: 'EHR-7', clinical: false, withdrawnAt: null },
      },
    ])
    expect(await stage.history(received.followUpId)).toEqual(['request-received'])
    const subject = `follow-up:${received.followUpId}`
    expect(await stage.db.auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).toMatchObject([
      { actor: 'key:1', action: 'request-received' },
    ])
  })

  test('of somebody with an open item joins it, from whichever line, and leaves what is known of them', async () => {
    const phone = stage.newPhone()
    const call = await stage.call(phone)
    const first = await receive(phone, { need: { personName: 'Rosa Delgado' }, language: 'es' })
    const second = await receive(phone, {
      ...{ lineId: 'cedar-grove/scheduling', language: 'en' },
      need: { trigger: 'missing-insurance', personName: 'R. Delgado' },
    })
    expect([first, second]).toMatchObject([
      { type: 'joined', followUpId: call.followUpId },
      { type: 'joined', followUpId: call.followUpId, number: first.number },
    ])
    expect(await itemOf(call.followUpId)).toMatchObject({
      ...{ trigger: 'missed-call', repeatContacts: 0 },
      contact: { name: 'Rosa Delgado', language: 'es' },
    })
    expect(await requestsOf(call.followUpId)).toHaveLength(2)
  })

  test('told thirty times at once about one person is one item with thirty needs', async () => {
    const phone = stage.newPhone()
    const received = await Promise.all(Array.from({ length: 30 }, () => receive(phone)))
    expect(received.filter(({ type }) => type === 'opened')).toHaveLength(1)
    expect(new Set(received.map(({ followUpId }) => followUpId)).size).toBe(1)
    expect(await requestsOf(received[0]!.followUpId)).toHaveLength(30)
  })

  test('for a day to come is neither due nor planned before that day', async () => {
    const { followUpId } = await receive(stage.newPhone(), { need: { dueFrom: '2027-03-01' } })
    const { dueAt, nextTouchAt, escalateAt } = await itemOf(followUpId)
    const day = new Date('2027-03-01T08:00:00Z')
    for (const time of [dueAt, nextTouchAt, escalateAt]) expect(time! >= day).toBe(true)
  })

  test('without a number asks staff to find one', async () => {
    const { followUpId } = await receive(null)
    expect(await itemOf(followUpId)).toMatchObject({ nextAction: 'find-number', contact: null })
  })

  test('for a line of another clinic is refused, and nothing is written', async () => {
    const before = await stage.db.request.count()
    await expect(receive(stage.newPhone(), { clinicId: 'elsewhere' })).rejects.toThrow(
      'is not one of the clinic',
    )
    expect(await stage.db.request.count()).toBe(before)
  })

  test('about results of a visit is sensitive', async () => {
    const { followUpId } = await receive(stage.newPhone(), { need: { segment: 'result-review' } })
    expect(await itemOf(followUpId)).toMatchObject({ sensitive: true })
  })
})

describe('a reason that sounds clinical', () => {
  test('hands the item to licensed staff and is read by them alone, which the audit says', async () => {
    const { followUpId } = await receive(stage.newPhone(), { need: { reason: 'rash is getting worse' } })
    expect(await itemOf(followUpId)).toMatchObject({ queue: 'licensed', urgency: 'clinical' })
    const seen = await readDossier(stage.db, FRONT_DESK, { id: followUpId }, WEDNESDAY_11)
    expect(seen?.requests.map(({ reason }) => reason)).toEqual([WITHHELD])
    expect(await stage.db.auditEntry.count({ where: { action: 'clinical-text-read' } })).toBe(0)
    const read = await readDossier(stage.db, NURSE, { id: followUpId }, WEDNESDAY_11)
    expect(read?.requests.map(({ reason }) => reason)).toEqual(['rash is getting worse'])
    expect(await stage.db.auditEntry.count({ where: { action: 'clinical-text-read' } })).toBe(1)
  })

  test('that a nurse wrote stays where she put it, and is hidden from assistants all the same', async () => {
    const more = { licensed: true, source: 'staff', need: { reason: 'rash, doing better' } } as const
    const { followUpId } = await receive(stage.newPhone(), more)
    expect(await itemOf(followUpId)).toMatchObject({ queue: 'assistant', urgency: 'routine' })
    const seen = await readDossier(stage.db, FRONT_DESK, { id: followUpId }, WEDNESDAY_11)
    expect(seen?.requests.map(({ reason, clinical }) => [reason, clinical])).toEqual([[WITHHELD, true]])
  })

  test('an ordinary one is read by whoever works the item', async () => {
    const { followUpId } = await receive(stage.newPhone(), { need: { reason: 'yearly visit' } })
    const seen = await readDossier(stage.db, FRONT_DESK, { id: followUpId }, WEDNESDAY_11)
    expect(seen?.requests.map(({ reason }) => reason)).toEqual(['yearly visit'])
  })
})

describe('a request that is taken back', () => {
  const withdraw = async (followUpId: string) => {
    const [request] = await requestsOf(followUpId)
    return withdrawRequest(stage.sending, { requestId: request!.id, by: 'dana' })
  }

  test('takes its item off the list when that was all, once, though it is taken back twice at the same moment', async () => {
    const { followUpId } = await receive(stage.newPhone())
    expect(await Promise.all([withdraw(followUpId), withdraw(followUpId)])).toEqual(
      expect.arrayContaining(['removed', 'stays']),
    )
    expect(await itemOf(followUpId)).toMatchObject({ status: 'closed', outcome: 'removed', escalateAt: null })
    expect(await requestsOf(followUpId)).toMatchObject([{ withdrawnAt: WEDNESDAY_11 }])
    expect(await stage.history(followUpId)).toEqual(['request-received', 'request-withdrawn'])
  })

  test.each<{ note: string; work: (phone: string, number: number) => Promise<unknown> }>([
    { note: 'somebody called', work: (phone) => stage.call(phone) },
    { note: 'somebody wrote', work: (phone) => stage.text(phone, 'Tuesday works') },
    {
      note: 'has a note',
      work: (_, number) => addNote(stage.sending, ASSISTANT, { number, note: 'Asked for mornings' }),
    },
    { note: 'another list told of too', work: (phone) => receive(phone, { need: { trigger: 'no-show' } }) },
  ])('leaves an item about which $note', async ({ work }) => {
    const phone = stage.newPhone()
    const { followUpId, number } = await receive(phone)
    await work(phone, number)
    expect(await withdraw(followUpId)).toBe('stays')
    expect((await itemOf(followUpId)).status).not.toBe('closed')
    expect(await stage.history(followUpId)).toContain('request-withdrawn')
  })

  test('leaves a closed item as it ended', async () => {
    const { followUpId, number } = await receive(stage.newPhone())
    await recordOutcome(stage.sending, ASSISTANT, { number, outcome: 'resolved', note: 'Booked by mail.' })
    expect(await withdraw(followUpId)).toBe('stays')
    expect(await itemOf(followUpId)).toMatchObject({ outcome: 'resolved', closingNote: 'Booked by mail.' })
  })
})

test('a recall list of one morning is followed up like everything else: the first call comes up on its day', async () => {
  const { followUpId } = await receive(stage.newPhone())
  const { nextTouchAt } = await itemOf(followUpId)
  stage.setTime(later(nextTouchAt!, 1))
  await stage.tick()
  expect(await stage.history(followUpId)).toContain('call-attempt-due')
})

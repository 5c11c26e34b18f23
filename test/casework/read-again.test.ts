import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Prisma } from '../../prisma/generated/client.ts'
import { lowerItem } from '../../src/casework/raising.ts'
import { readWordsAgain } from '../../src/casework/read-again.ts'
import { receiveRequest } from '../../src/casework/requests.ts'
import { addNote } from '../../src/casework/staff-actions.ts'
import { tick } from '../../src/casework/tick.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { lexiconVersion } from '../../src/domain/clinical/version.ts'
import type { PracticeWords } from '../../src/domain/clinical/reading.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import type { Db } from '../../src/platform/db.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'
import { employ, type Colleague } from './people.ts'

/* Words that no list knows: "blue folder" stands for them until the practice adds it to its own. */
const WORDS = 'please ask about the blue folder'
const practiceWords = (urgent: boolean): PracticeWords => ({
  add: [{ term: 'blue folder', category: 'symptom', urgent }],
  remove: [],
})

let stage: CaseworkStage
let assistant: Colleague
let nurse: Colleague
let before: Policy
beforeAll(async () => {
  stage = await startCasework()
  before = stage.sending.practices.all[0]!
  assistant = await employ(stage.db, 'Maya', 'assistant')
  nurse = await employ(stage.db, 'Ines', 'licensed')
})
afterAll(() => stage.close())
afterEach(() => {
  rules(before.clinical.words)
  stage.setTime(WEDNESDAY_11)
})

function rules(words: PracticeWords | undefined): void {
  const { words: _words, ...clinical } = before.clinical
  const policy = { ...before, clinical: { ...clinical, ...(words ? { words } : {}) } } as Policy
  stage.sending.practices.replace([policy], { policies: [], lines: [] })
}

const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const numberOf = async (id: string): Promise<number> => (await itemOf(id)).number

async function voicemail(): Promise<string> {
  const { callSid, followUpId } = await stage.call(stage.newPhone())
  await messageRecorded(stage.sending, {
    ...{ callSid, recordingSid: sid('RE', Number(callSid.slice(-6))), status: 'completed', seconds: 9 },
  })
  await messageTranscribed(stage.sending, {
    ...{ callSid, transcriptionSid: `TR${callSid}`, status: 'completed', text: WORDS },
  })
  return followUpId
}

async function text(): Promise<string> {
  const phone = stage.newPhone()
  await stage.text(phone, WORDS)
  return (await stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } } })).id
}

async function note(by: Colleague): Promise<string> {
  const { followUpId } = await stage.call(stage.newPhone())
  await addNote(stage.sending, by.actor, { number: await numberOf(followUpId), note: WORDS })
  return followUpId
}

async function need(field: 'reason' | 'insuranceNote' | 'lastOutreachResult'): Promise<string> {
  const { followUpId } = await receiveRequest(stage.sending, {
    ...{ clinicId: before.clinicId, lineId: before.lines[0]!.id, phone: stage.newPhone(), language: null },
    ...{ source: 'form', by: 'key:1', sourceRef: null, importId: null, licensed: false },
    need: {
      ...{ trigger: 'web-form', personName: null, reason: null, segment: null, dueFrom: null, dueTo: null },
      ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
      ...{ insuranceNote: null, authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
      ...{ responsible: null, [field]: WORDS },
    },
  })
  return followUpId
}

it.each([
  ['a voicemail', voicemail],
  ['a text', text],
  ['a note of an assistant', () => note(assistant)],
  ['the reason of a request', () => need('reason')],
  ['the insurance note of a request', () => need('insuranceNote')],
  ['what came of the last outreach', () => need('lastOutreachResult')],
])('%s is read again after the practice added words of its own', async (_what, arrives) => {
  const id = await arrives()
  await stage.tick()
  expect(await itemOf(id)).toMatchObject({ queue: 'assistant', urgency: 'routine' })
  rules(practiceWords(true))
  await stage.tick()
  const item = await itemOf(id)
  expect(item).toMatchObject({ queue: 'licensed', urgency: 'urgent', escalation: 'urgent-words' })
  const version = lexiconVersion(practiceWords(true))
  expect(item.readBy).toBe(version)
  const lines = await stage.db.historyEntry.findMany({ where: { followUpId: id }, orderBy: { id: 'asc' } })
  const [again, routed] = lines.filter(({ kind }) => /read-again|routed/.test(kind))
  expect(again).toMatchObject({
    kind: 'words-read-again',
    detail: { lexicon: version },
    clinical: { text: WORDS },
  })
  expect(routed).toMatchObject({
    kind: 'routed-to-clinical',
    detail: { lexicon: version, urgency: 'urgent' },
  })
  expect(JSON.stringify(routed?.clinical)).toContain('"rule":"practice"')
})

it('is done once over any number of processes, and not again while the lists stay the same', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => text()))
  rules(practiceWords(false))
  const both = await Promise.all([tick(stage.sending), tick({ ...stage.sending })])
  expect(both.reduce((sum, { readAgain }) => sum + readAgain, 0)).toBeGreaterThanOrEqual(3)
  for (const id of ids) {
    const kinds = await stage.history(id)
    expect(kinds.filter((kind) => kind === 'words-read-again')).toHaveLength(1)
  }
  expect(await stage.tick()).toMatchObject({ readAgain: 0 })
})

it('reads an item that an older product left without a version', async () => {
  const id = await text()
  await stage.db.followUp.update({ where: { id }, data: { readBy: '' } })
  expect(await stage.tick()).toMatchObject({ readAgain: 1 })
  expect(await itemOf(id)).toMatchObject({
    queue: 'assistant',
    readBy: lexiconVersion(before.clinical.words),
  })
})

it('leaves alone what licensed staff wrote', async () => {
  const id = await note(nurse)
  rules(practiceWords(true))
  await stage.tick()
  expect(await itemOf(id)).toMatchObject({ queue: 'assistant', urgency: 'routine' })
})

it('does not judge again what licensed staff handed back, but does judge what came after it', async () => {
  const phone = stage.newPhone()
  await stage.text(phone, `${WORDS}, my rash is worse`)
  const { id, number } = await stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } } })
  stage.setTime(later(WEDNESDAY_11, 1))
  const lowered = await lowerItem(stage.sending, nurse.actor, {
    number,
    read: 99,
    reason: 'an old rash, seen last week',
  })
  expect(lowered).toEqual({ type: 'done' })
  rules(practiceWords(true))
  await stage.tick()
  expect(await itemOf(id)).toMatchObject({ queue: 'assistant', urgency: 'routine' })

  rules(before.clinical.words)
  await stage.text(phone, WORDS)
  expect(await itemOf(id)).toMatchObject({ queue: 'assistant' })
  rules(practiceWords(true))
  await stage.tick()
  expect(await itemOf(id)).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
})

it('never lowers: with words removed an item stays with licensed staff', async () => {
  rules(practiceWords(true))
  const id = await text()
  expect(await itemOf(id)).toMatchObject({ urgency: 'urgent' })
  rules({ add: [], remove: ['blue folder'] })
  await stage.tick()
  expect(await itemOf(id)).toMatchObject({ queue: 'licensed', urgency: 'urgent' })
})

it('costs a tick next to nothing while all open items were read by the lists of now, however many there are', async () => {
  const { db, sending } = stage
  const { followUpId } = await stage.call(stage.newPhone())
  await readWordsAgain(sending, stage.now())
  const copied = (
    await db.$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = 'follow_up' AND column_name NOT IN ('id', 'number', 'contact_id')`
  ).map(({ name }) => name)
  const columns = Prisma.raw(copied.join(', '))
  await db.$executeRaw`
    INSERT INTO follow_up (id, ${columns})
    SELECT gen_random_uuid(), ${columns} FROM follow_up, generate_series(1, 5000) WHERE id = ${followUpId}::uuid`
  await db.$executeRaw`ANALYZE follow_up`
  const timesReadWhole = await db.$transaction(async (tx) => {
    const scans = async (): Promise<number> => {
      const [table] = await tx.$queryRaw<{ count: bigint }[]>`
        SELECT seq_scan AS count FROM pg_stat_xact_user_tables WHERE relname = 'follow_up'`
      return Number(table?.count)
    }
    const before = await scans()
    expect(await readWordsAgain({ ...sending, db: tx as Db }, stage.now())).toBe(0)
    return (await scans()) - before
  })
  expect(timesReadWhole).toBe(0)
})

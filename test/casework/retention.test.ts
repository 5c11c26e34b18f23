import { afterEach, beforeEach, expect, it } from 'vitest'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { deleteOldRecordings, forgetOldReceipts } from '../../src/casework/retention.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { startCasework, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

const DAY = 24 * 60

let stage: CaseworkStage
let gone: string[]
let refuses: Set<string>

beforeEach(async () => {
  stage = await startCasework()
  gone = []
  refuses = new Set()
})
afterEach(() => stage.close())

const take = (thing: string): Promise<void> => {
  if (refuses.has(thing)) return Promise.reject(new Error('The carrier does not delete this.'))
  gone.push(thing)
  return Promise.resolve()
}
const carrier = {
  openRecording: () => Promise.resolve({ type: 'gone' } as const),
  deleteRecording: take,
  deleteTranscript: take,
}
const run = () => deleteOldRecordings({ ...stage.sending, carrier })

/** A voicemail whose item was closed, or not. */
async function voicemail(n: number, { closed }: { closed: boolean }): Promise<string> {
  const { callSid, followUpId } = await stage.call(stage.newPhone())
  const [recordingSid, transcriptionSid] = [sid('RE', n), sid('TR', n)]
  await messageRecorded(stage.sending, { callSid, recordingSid, status: 'completed', seconds: 20 })
  await messageTranscribed(stage.sending, {
    ...{ callSid, transcriptionSid, status: 'completed', text: 'Please call me back' },
  })
  if (closed) {
    await stage.db.followUp.update({
      where: { id: followUpId },
      data: {
        ...{ status: 'closed', outcome: 'resolved', closingNote: 'done', closedAt: stage.now() },
        ...{ dueAt: null, nextAction: null, nextTouchAt: null, cadenceEnded: 'closed', hearBy: null },
      },
    })
  }
  return callSid
}
const keepDays = () => stage.sending.practices.all[0]?.voicemail.keepDays ?? 0
const deletedAt = async (callSid: string) =>
  (await stage.db.call.findUniqueOrThrow({ where: { sid: callSid } })).recordingDeletedAt

it('deletes sound and transcript of closed items after the practice’s days, and says so in the audit', async () => {
  const callSid = await voicemail(1, { closed: true })
  stage.setTime(later(stage.now(), keepDays() * DAY + 1))
  expect(await run()).toBe(1)
  expect(gone).toEqual([sid('TR', 1), sid('RE', 1)])
  expect(await deletedAt(callSid)).toEqual(stage.now())
  expect(await stage.db.auditEntry.findMany({ where: { action: 'recording-deleted' } })).toMatchObject([
    { actor: 'system', subject: `call:${callSid}`, at: stage.now() },
  ])
  expect(await run()).toBe(0)
  expect(gone).toHaveLength(2)
})

it('keeps what is younger, and what belongs to an open item however old', async () => {
  const open = await voicemail(1, { closed: false })
  stage.setTime(later(stage.now(), 2))
  const young = await voicemail(2, { closed: true })
  stage.setTime(later(stage.now(), keepDays() * DAY - 1))
  expect(await run()).toBe(0)
  expect([await deletedAt(open), await deletedAt(young), gone]).toEqual([null, null, []])
})

it('tries again next time what the carrier did not delete, and does not let it hold up the rest', async () => {
  const stuck = await voicemail(1, { closed: true })
  await voicemail(2, { closed: true })
  stage.setTime(later(stage.now(), keepDays() * DAY + 1))
  refuses.add(sid('RE', 1))
  expect(await run()).toBe(1)
  expect(await deletedAt(stuck)).toBeNull()
  expect(await stage.db.auditEntry.count({ where: { subject: `call:${stuck}` } })).toBe(0)
  refuses.clear()
  expect(await run()).toBe(1)
  expect(await deletedAt(stuck)).toEqual(stage.now())
})

it('does not ask on and on a carrier that is down', async () => {
  for (let n = 1; n <= 25; n += 1) {
    await voicemail(n, { closed: true })
    refuses.add(sid('TR', n))
  }
  stage.setTime(later(stage.now(), keepDays() * DAY + 1))
  const asked: string[] = []
  const down = {
    ...carrier,
    deleteTranscript: (thing: string) => {
      asked.push(thing)
      return take(thing)
    },
  }
  expect(await deleteOldRecordings({ ...stage.sending, carrier: down })).toBe(0)
  expect(asked).toHaveLength(20)
})

it('forgets after sixty days what only served to recognise repeats, and keeps what staff work with', async () => {
  const { callSid, followUpId } = await stage.call(stage.newPhone())
  await messageRecorded(stage.sending, {
    ...{ callSid: sid('CA', 99), recordingSid: sid('RE', 99), status: 'completed', seconds: 20 },
  })
  await reconcile(stage.sending, 'start')
  const kept = async () => [
    await stage.db.providerReceipt.count({ where: { key: `call:${callSid}:incoming` } }),
    await stage.db.unplacedRecording.count(),
    await stage.db.reconciliation.count(),
  ]
  stage.setTime(later(stage.now(), 60 * DAY))
  await forgetOldReceipts(stage.sending)
  expect(await kept()).toEqual([1, 1, 1])
  stage.setTime(later(stage.now(), 1))
  const younger = await stage.call(stage.newPhone())
  await forgetOldReceipts(stage.sending)
  expect(await kept()).toEqual([0, 0, 0])
  expect(await stage.db.providerReceipt.findMany({ select: { key: true } })).toEqual([
    { key: `call:${younger.callSid}:incoming` },
  ])
  expect(await stage.history(followUpId)).toEqual(['call-missed'])
})

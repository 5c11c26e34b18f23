import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { deleteOldPictures, deleteOldRecordings, forgetOldReceipts } from '../../src/casework/retention.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { MAIN, startCasework, type CaseworkStage } from '../support/casework.ts'
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
  if (closed) await close(followUpId)
  return callSid
}
async function close(followUpId: string): Promise<void> {
  await stage.db.followUp.update({
    where: { id: followUpId },
    data: {
      ...{ status: 'closed', outcome: 'resolved', closingNote: 'done', closedAt: stage.now() },
      ...{ dueAt: null, escalateAt: null, nextAction: null, nextTouchAt: null },
      ...{ cadenceEnded: 'closed', hearBy: null },
    },
  })
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
  expect(
    await stage.db.auditEntry.findMany({ where: { action: 'recording-deleted' }, orderBy: { id: 'asc' } }),
  ).toMatchObject([{ actor: 'system', subject: `call:${callSid}`, at: stage.now() }])
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

describe('pictures that came with a text', () => {
  const listed = new Map<string, string[]>()
  const pictures = {
    openPicture: () => Promise.resolve({ type: 'gone' } as const),
    deletePicture: (messageSid: string, mediaSid: string) => take(`${messageSid}/${mediaSid}`),
    mediaOf: (messageSid: string) =>
      Promise.resolve((listed.get(messageSid) ?? []).map((one) => ({ sid: one, contentType: '' }))),
  }
  const runPictures = () => deleteOldPictures({ ...stage.sending, carrier: pictures })
  const past = () => stage.setTime(later(stage.now(), keepDays() * DAY + 1))
  const textOf = (n: number) => stage.db.message.findUniqueOrThrow({ where: { sid: sid('MM', n) } })

  /** A text with two pictures, of which so many told their ids. */
  async function text(n: number, { closed, told = 2 }: { closed: boolean; told?: number }): Promise<void> {
    const media = [1, 2].map((place) => ({ sid: sid('ME', n * 10 + place), contentType: 'image/jpeg' }))
    listed.set(
      sid('MM', n),
      media.map((one) => one.sid),
    )
    await textArrived(stage.sending, {
      ...{ messageSid: sid('MM', n), from: stage.newPhone(), to: MAIN, body: '', mediaCount: 2 },
      ...{ media: media.slice(0, told), carrierVerdict: undefined },
    })
    if (closed) await close((await textOf(n)).followUpId ?? '')
  }
  const bothOf = (n: number) => [1, 2].map((place) => `${sid('MM', n)}/${sid('ME', n * 10 + place)}`)

  it('are deleted by the same rule as recordings, and the audit says so once', async () => {
    await text(1, { closed: true })
    past()
    expect(await runPictures()).toBe(1)
    expect(gone).toEqual(bothOf(1))
    expect((await textOf(1)).mediaDeletedAt).toEqual(stage.now())
    expect(
      await stage.db.auditEntry.findMany({ where: { action: 'picture-deleted' }, orderBy: { id: 'asc' } }),
    ).toMatchObject([{ actor: 'system', subject: `message:${sid('MM', 1)}`, at: stage.now() }])
    expect(await runPictures()).toBe(0)
    expect(gone).toHaveLength(2)
  })

  it('are kept while they are younger, or their item is open however old', async () => {
    await text(1, { closed: false })
    stage.setTime(later(stage.now(), 2))
    await text(2, { closed: true })
    stage.setTime(later(stage.now(), keepDays() * DAY - 1))
    expect(await runPictures()).toBe(0)
    expect(gone).toEqual([])
  })

  it('are deleted too when no webhook told their ids', async () => {
    await text(1, { closed: true, told: 0 })
    past()
    expect(await runPictures()).toBe(1)
    expect(gone).toEqual(bothOf(1))
  })

  it('count as deleted only when the last of them is; the rest is tried again', async () => {
    await text(1, { closed: true })
    await text(2, { closed: true })
    past()
    refuses.add(bothOf(1)[1]!)
    expect(await runPictures()).toBe(1)
    expect((await textOf(1)).mediaDeletedAt).toBeNull()
    refuses.clear()
    expect(await runPictures()).toBe(1)
    expect((await textOf(1)).mediaDeletedAt).toEqual(stage.now())
  })
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

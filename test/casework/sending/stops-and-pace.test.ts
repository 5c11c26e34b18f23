import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../../src/casework/casework.ts'
import { sendText } from '../../../src/casework/sending/send.ts'
import { activeStops, resumeSending } from '../../../src/casework/sending/stops.ts'
import { createLog } from '../../../src/platform/log.ts'
import { run } from '../../scripts/command-line.ts'
import {
  MAIN,
  startCasework,
  WEDNESDAY_11,
  type CaseworkStage,
  type Patient,
} from '../../support/casework.ts'
import { examplePractice, later } from '../../support/practice.ts'
import { refusal } from '../../support/twilio-rest.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const patients = async (count: number): Promise<Patient[]> => {
  const made: Patient[] = []
  for (let index = 0; index < count; index += 1) made.push(await stage.patient())
  return made
}
const states = (of: readonly Patient[]) =>
  Promise.all(of.map(async (one) => (await stage.message(one)).state))

describe('a fault of the sender', () => {
  test('stops its texts at once, is told once, and ends by command; then everything that waited leaves', async () => {
    const lines: string[] = []
    const told = { ...stage.sending, log: createLog('error', { write: (line) => lines.push(line) }) }
    const all = await patients(4)
    stage.twilio.answerNext(refusal(30034), refusal(30034))
    await Promise.all(all.slice(0, 2).map(({ messageId }) => sendText(told, messageId)))
    await Promise.all(all.slice(2).map(({ messageId }) => sendText(told, messageId)))
    // The second may have come after the stop of the first, and never reached the carrier.
    stage.twilio.forgetAnswers()
    expect(await activeStops(stage.db)).toMatchObject([
      { sender: null, code: 30034, reason: 'unregistered-sender' },
    ])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('texts resume')
    expect(lines[0]).not.toContain(MAIN.slice(2))
    const posted = all.flatMap((one) => stage.twilio.postsTo(one.phone))
    expect(posted.length).toBeLessThanOrEqual(2)
    await stage.anHourOfClockWork()
    expect(all.flatMap((one) => stage.twilio.postsTo(one.phone))).toHaveLength(posted.length)
    for (const one of all) {
      expect(await stage.message(one)).toMatchObject({
        state: 'held',
        refusal: 'sending-stopped',
        notBefore: null,
      })
      expect((await stage.history(one.followUpId)).filter((kind) => kind === 'text-held')).toHaveLength(1)
    }

    const env = { DATABASE_URL: stage.url }
    expect(await run(['texts', 'stops'], { env })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('30034 unregistered-sender'),
    })
    expect(await run(['texts', 'resume'], { env })).toMatchObject({ code: 0 })
    expect(await run(['texts', 'stops'], { env })).toMatchObject({
      code: 0,
      stdout: 'Nothing stops texts.\n',
    })
    expect(await stage.db.auditEntry.findFirst({ where: { action: 'sending-resumed' } })).toMatchObject({
      actor: 'command',
    })
    await stage.tick()
    await stage.runJobs()
    expect(await states(all)).toEqual(['sent', 'sent', 'sent', 'sent'])
  }, 20_000)

  test('of another sender holds nothing back here', async () => {
    const [one] = await patients(1)
    await stage.db.sendingStop.create({
      data: {
        id: crypto.randomUUID(),
        at: WEDNESDAY_11,
        sender: '+14155550101',
        code: 30032,
        reason: 'unregistered-sender',
      },
    })
    await stage.send(one!)
    expect(await states([one!])).toEqual(['sent'])
    expect(await resumeSending({ db: stage.db, clock: stage.sending.clock }, 'maya')).toBe(1)
  })
})

describe('a sender that its carrier lets send one text a second', () => {
  const slowly = (process: string) => ({
    ...stage.sending,
    practices: createPractices([examplePractice()]),
    process,
  })

  test('sends one a second over all processes, each text once, and an opt-out still stops those that wait', async () => {
    const all = await patients(6)
    await stage.db.senderPace.deleteMany()
    const workers = [slowly('worker-1'), slowly('worker-2')]
    await Promise.all(all.map(({ messageId }, index) => sendText(workers[index % 2]!, messageId)))
    expect((await states(all)).filter((state) => state === 'sent')).toHaveLength(1)
    const waiting: Patient[] = []
    for (const one of all) if ((await stage.message(one)).state === 'held') waiting.push(one)
    const turns = await Promise.all(waiting.map(async (one) => (await stage.message(one)).notBefore))
    expect(turns.map((turn) => turn!.getTime() - WEDNESDAY_11.getTime()).sort()).toEqual([
      1000, 2000, 3000, 4000, 5000,
    ])
    await stage.text(waiting[0]!.phone, 'STOP')
    for (let second = 1; second <= 5; second += 1) {
      stage.setTime(later(WEDNESDAY_11, second / 60))
      await Promise.all(
        waiting.flatMap(({ messageId }) => workers.map((worker) => sendText(worker, messageId))),
      )
      const left = all.flatMap((one) => stage.twilio.postsTo(one.phone))
      expect(left.length).toBeLessThanOrEqual(1 + second)
    }
    expect((await states(all)).toSorted()).toEqual(['canceled', 'sent', 'sent', 'sent', 'sent', 'sent'])
    expect((await stage.history(waiting[1]!.followUpId)).filter((kind) => kind === 'text-held')).toEqual([])
  }, 20_000)

  test('puts a text back whose job came a moment before its turn by our clock, so that no tick is waited for', async () => {
    const [first, second] = await patients(2)
    await stage.db.senderPace.deleteMany()
    for (const { messageId } of [first!, second!]) await sendText(slowly('worker-1'), messageId)
    stage.enqueued.splice(0)
    stage.setTime(later(WEDNESDAY_11, 0.8 / 60))
    await sendText(slowly('worker-2'), second!.messageId)
    expect(stage.enqueued).toMatchObject([{ name: 'send-text', id: second!.messageId }])
    stage.setTime(stage.enqueued[0]!.at)
    await sendText(slowly('worker-2'), second!.messageId)
    expect(await states([first!, second!])).toEqual(['sent', 'sent'])
  })
})

test('whatever the pace of a sender, what is posted is claimed and what waits is not posted', async () => {
  const practice = examplePractice()
  for (const perSecond of [0.7, 1.5, 3, 7, 600]) {
    stage.setTime(WEDNESDAY_11)
    const all = await patients(3)
    await stage.db.senderPace.deleteMany()
    const policy = { ...practice, texting: { ...practice.texting, perSecond } }
    const paced = { ...stage.sending, practices: createPractices([policy]) }
    for (const { messageId } of all) await sendText(paced, messageId)
    expect(all.map((one) => stage.twilio.postsTo(one.phone).length)).toEqual([1, 0, 0])
    expect(await states(all)).toEqual(['sent', 'held', 'held'])
  }
})

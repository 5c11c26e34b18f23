import { afterAll, beforeAll, expect, test } from 'vitest'
import { record, type Desk } from '../../src/casework/record.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

/** Opens an item for a caller, as the webhook of a missed call does. */
async function openItem(desk: Desk, callSid: string): Promise<string> {
  const line = stage.sending.practices.lineByPhone(MAIN)!
  const item = await desk.open(
    { clinicId: line.policy.clinicId, lineId: line.line.id, trigger: 'missed-call', language: 'en' },
    { type: 'call-missed', at: desk.at, callSid, openHours: true, language: 'en' },
  )
  return item.id
}

const incident = (receipt: string | null, phone: string) => ({
  receipt,
  at: WEDNESDAY_11,
  contact: { phone },
})
const itemsOf = (phone: string) => stage.db.followUp.count({ where: { contact: { phone } } })

test('a webhook that comes again gets the answer of the first time and changes nothing', async () => {
  const phone = stage.newPhone()
  const deliver = () =>
    record(stage.sending, incident('call:replayed', phone), (desk) => openItem(desk, 'replayed'))
  const first = await deliver()
  expect(first.type).toBe('recorded')
  expect(await deliver()).toEqual({ type: 'replay', answer: first.answer })
  expect(await itemsOf(phone)).toBe(1)
  expect(await stage.history(first.answer ?? '')).toEqual(['call-missed'])
})

test('a webhook without an answer of its own is a replay all the same when it comes again', async () => {
  const phone = stage.newPhone()
  const deliver = () =>
    record(stage.sending, incident('status:quiet', phone), async (desk) => {
      await openItem(desk, 'quiet')
      return null
    })
  expect(await deliver()).toEqual({ type: 'recorded', answer: null })
  expect(await deliver()).toEqual({ type: 'replay', answer: null })
  expect(await itemsOf(phone)).toBe(1)
})

test('twenty deliveries of one webhook at once make one item and all get the same answer', async () => {
  const phone = stage.newPhone()
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      record(stage.sending, incident('call:storm', phone), (desk) => openItem(desk, 'storm')),
    ),
  )
  expect(results.filter(({ type }) => type === 'recorded')).toHaveLength(1)
  expect(new Set(results.map(({ answer }) => answer)).size).toBe(1)
  expect(await itemsOf(phone)).toBe(1)
})

test('a failure in the middle keeps nothing, not even the receipt, so that the carrier’s retry works', async () => {
  const phone = stage.newPhone()
  const failing = record(stage.sending, incident('call:retried', phone), async (desk) => {
    await openItem(desk, 'retried')
    throw new Error('the power went')
  })
  await expect(failing).rejects.toThrow('the power went')
  expect(await stage.db.providerReceipt.count({ where: { key: 'call:retried' } })).toBe(0)
  expect(await stage.db.contact.count({ where: { phone } })).toBe(0)

  const retry = await record(stage.sending, incident('call:retried', phone), (desk) =>
    openItem(desk, 'retried'),
  )
  expect(retry.type).toBe('recorded')
  expect(await itemsOf(phone)).toBe(1)
})

test('of twenty deliveries at once the first of which fails, another one is recorded', async () => {
  const phone = stage.newPhone()
  let tries = 0
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      record(stage.sending, incident('call:first-fails', phone), async (desk) => {
        tries += 1
        if (tries === 1) throw new Error('the first one fails')
        return openItem(desk, 'first-fails')
      }),
    ),
  )
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(tries).toBe(2)
  expect(await itemsOf(phone)).toBe(1)
})

test('twenty different calls of one new caller at once join one open item', async () => {
  const phone = stage.newPhone()
  const calls = await Promise.all(Array.from({ length: 20 }, () => stage.call(phone)))
  expect(new Set(calls.map(({ followUpId }) => followUpId)).size).toBe(1)
  expect(await itemsOf(phone)).toBe(1)
  const { repeatContacts, version } = await stage.db.followUp.findUniqueOrThrow({
    where: { id: calls[0]!.followUpId },
  })
  expect({ repeatContacts, version }).toEqual({ repeatContacts: 19, version: 19 })
})

test('two callers without a number are two items, each with its own history', async () => {
  const deliver = (callSid: string) =>
    record(stage.sending, { receipt: `call:${callSid}`, at: WEDNESDAY_11, contact: null }, (desk) =>
      openItem(desk, callSid),
    )
  const [one, other] = await Promise.all([deliver('withheld-1'), deliver('withheld-2')])
  expect(one.answer).not.toBe(other.answer)
  expect(await stage.history(one.answer ?? '')).toEqual(['call-missed'])
})

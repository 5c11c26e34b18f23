import { afterAll, beforeAll, expect, test } from 'vitest'
import { callLine, lookUntil } from '../../scripts/drill/stage.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'

/* The database is gone for a while. Callers are served all the same, and their calls are found in the carrier's log afterwards. */

const PATIENT = '+14155550171'
const ANSWERED = '+14155550172'

let running: TestProduct
/** what the patient heard until the end of the call */
let heard: string

beforeAll(async () => {
  running = await startTestProduct(WEDNESDAY_9)
  const { stage, database, product } = running
  await stage.sandbox.setPhone(LINES.frontDesk, { pickUp: 'answers', presses: '1', talkSeconds: 60 })
  await database.cutOff()
  const answered = await callLine(stage, ANSWERED, LINES.front)
  const patient = await callLine(stage, PATIENT, LINES.backup)
  await patient.press('1')
  await patient.say('I have chest pain, please call me back')
  await patient.ended()
  await stage.sandbox.idle({ advance: 'everything' })
  await answered.ended()
  heard = await patient.heard()
  await database.reconnect()
  // The comparison with the carrier's log comes within the hour.
  await product.casework.clock.control?.jump(3_600_000)
}, 60_000)
afterAll(() => running.close())

test('a caller hears the emergency line and the greeting, and can leave a message', () => {
  expect(heard).toContain('dial 911')
  expect(heard).toContain('we will call you back')
  expect(heard).toContain('after the tone')
  // Nothing could be recorded, so nobody is thanked for a consent that could not be proven.
  expect(heard).not.toContain('We may text you at this number')
})

test('the call, its message and its words are there when the database is back, with the time of the call', async () => {
  const { stage, database } = running
  const found = await lookUntil(
    () => stage.api.items({ phone: PATIENT }),
    (items) => items[0]?.urgency === 'urgent',
  )
  // The log does not know which language was chosen, so a person must listen whatever the machine wrote down.
  expect(found).toMatchObject([
    { urgency: 'urgent', queue: 'licensed', heard: 'not-heard-yet', repeatContacts: 0 },
  ])
  const call = await database.db.call.findFirstOrThrow({ where: { contact: { phone: PATIENT } } })
  expect(call.recordingSid).not.toBeNull()
  expect(call.startedAt.getTime()).toBeLessThan(WEDNESDAY_9.getTime() + 60_000)
  expect(await database.db.consentEvent.count({ where: { evidence: call.sid } })).toBe(0)
})

test('a front line rang the practice meanwhile, and the call that was answered there makes no item', async () => {
  const { stage, database } = running
  const known = await lookUntil(
    () => database.db.call.findFirst({ where: { contact: { phone: ANSWERED } } }),
    (call) => call?.state === 'answered',
  )
  expect(known).toMatchObject({ state: 'answered', followUpId: null })
  expect(await stage.api.items({ phone: ANSWERED })).toEqual([])
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { ledgerOf } from '../../src/casework/contact-store.ts'
import { callArrived, callEnded } from '../../src/casework/phone-calls.ts'
import { reconcile } from '../../src/casework/reconcile/reconcile.ts'
import { messageTranscribed } from '../../src/casework/voicemails.ts'
import { permissionToText } from '../../src/domain/consent/ledger.ts'
import { inTransaction } from '../../src/platform/db.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

const FRONT = '+14155550101'
const FORGED = 'TN-Validation-Failed-C'

let stage: CaseworkStage
let phone: string
let callSid: string
let count = 0

beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => {
  stage.setTime(WEDNESDAY_11)
  phone = stage.newPhone()
  callSid = sid('CA', (count += 1) + 0xa00)
})
afterAll(() => stage.close())

const of = (to: string) => ({ callSid, from: phone, to })
const pressesOne = (to: string, callerIdVerified?: string) =>
  keyPressed(stage.sending, { ...of(to), digits: '1', turn: 'en', callerIdVerified })
const grants = () => stage.db.consentEvent.count({ where: { contact: { phone }, kind: 'grant' } })
const onlyItem = () => stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } } })

/** Whether a text about the item may go out now. */
async function permission() {
  const { id, contactId } = await onlyItem()
  const ledger = await inTransaction(stage.db, (tx) => ledgerOf(tx, contactId ?? ''))
  return permissionToText(ledger, { scope: 'this-request', followUpId: id })
}

describe('pressing 1 to be texted', () => {
  it('is consent on a call that nothing speaks against', async () => {
    await callArrived(stage.sending, of(MAIN))
    await pressesOne(MAIN)
    expect(await grants()).toBe(1)
    expect(await permission()).toMatchObject({ allowed: true })
  })

  it('is none when the failed check of the number is told by a webhook after the first', async () => {
    await callEnded(stage.sending, { ...of(FRONT), status: 'completed', seconds: 40 })
    await callArrived(stage.sending, { ...of(FRONT), callerIdVerified: FORGED })
    await pressesOne(FRONT)
    expect(await grants()).toBe(0)
  })

  it('is none when the webhook of the key itself tells of the failed check', async () => {
    await callArrived(stage.sending, of(MAIN))
    await pressesOne(MAIN, FORGED)
    expect(await grants()).toBe(0)
  })

  it('lets no text out when the failed check is told only after the key', async () => {
    await pressesOne(MAIN)
    await callArrived(stage.sending, { ...of(MAIN), callerIdVerified: FORGED })
    stage.setTime(later(WEDNESDAY_11, 2))
    await stage.tick()
    stage.setTime(later(WEDNESDAY_11, 3))
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toEqual([])
  })

  it('is none when it is told after the message in which the same caller stopped the texts', async () => {
    await callArrived(stage.sending, of(MAIN))
    await messageTranscribed(stage.sending, {
      ...{ ...of(MAIN), language: 'en', transcriptionSid: sid('TR', count), status: 'completed' },
      text: 'Please stop texting me',
    })
    await pressesOne(MAIN)
    expect(await grants()).toBe(0)
    expect(await permission()).toMatchObject({ allowed: false, why: 'opted-out' })
  })
})

it('a START that is told late does not lift a STOP that came after it', async () => {
  await callArrived(stage.sending, of(MAIN))
  await pressesOne(MAIN)
  stage.setTime(later(WEDNESDAY_11, 1))
  await stage.text(phone, 'STOP')
  stage.setTime(later(WEDNESDAY_11, 10))
  await stage.text(phone, 'STOP')
  stage.setTime(later(WEDNESDAY_11, 60))
  stage.twilio.log.texts.push({
    ...{ sid: sid('SM', 0xb01), status: 'received', direction: 'inbound', body: 'START' },
    ...{ from: phone, to: MAIN, at: later(WEDNESDAY_11, 5) },
  })
  expect(await reconcile(stage.sending, 'command')).toMatchObject({ texts: 1, created: 1, problems: [] })
  expect(await permission()).toMatchObject({ allowed: false, why: 'opted-out' })
})

it('a START that comes after the STOP lifts it', async () => {
  await callArrived(stage.sending, of(MAIN))
  await pressesOne(MAIN)
  stage.setTime(later(WEDNESDAY_11, 1))
  await stage.text(phone, 'STOP')
  stage.setTime(later(WEDNESDAY_11, 2))
  await stage.text(phone, 'START')
  expect(await permission()).toMatchObject({ allowed: true })
})

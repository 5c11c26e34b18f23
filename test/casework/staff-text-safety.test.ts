import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { grantConsent } from '../../src/casework/contacts/consents.ts'
import { seenState } from '../../src/casework/staff-actions.ts'
import { staffText, type StaffTextOrder } from '../../src/casework/staff-text.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

/* What staff might do in good faith that a patient, a regulator or a carrier would not forgive. */

let stage: CaseworkStage
let maya: Colleague
let ben: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
  ben = await employ(stage.db, 'Ben', 'assistant')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const REACH = { wording: 'tried-to-reach-you' }
const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const write = (order: StaffTextOrder, who = maya) => staffText(stage.sending, who.actor, order)

/** Somebody who agreed to texts in a call and got none yet. */
async function agreed() {
  const { phone, followUpId, messageId } = await stage.patient()
  await stage.db.message.delete({ where: { id: messageId } })
  return { phone, item: await itemOf(followUpId) }
}

describe('a number to which nobody may write', () => {
  /** They call, say on the phone that a text is welcome, and staff write one. */
  async function staffWriteTo(phone: string) {
    const { followUpId } = await stage.call(phone)
    const { number } = await itemOf(followUpId)
    await grantConsent(stage.sending, maya.actor, {
      ...{ phone, scope: 'this-request', followUp: { number }, basis: 'spoken-to-staff' },
      ...{ evidence: '', words: 'Yes, text me.', wordingVersion: '', givenAt: null },
    })
    const result = await write({ number, content: REACH })
    await stage.anHourOfClockWork()
    return result
  }

  // 11:00 in Los Angeles is 00:30 in Delhi and 19:00 in London; nobody knows where the last one is.
  test.each(['+919876543210', '+442071838750', '+12212345678'])(
    'is one abroad or on no list, whatever the person said: %s',
    async (phone) => {
      expect(await staffWriteTo(phone)).toMatchObject({ type: 'not-allowed', why: 'number-not-served' })
      expect(stage.twilio.postsTo(phone)).toEqual([])
    },
  )
})

describe('words of a staff member of their own', () => {
  const freely = () => {
    const [practice] = stage.sending.practices.all
    const free = { ...practice!, texting: { ...practice!.texting, freeText: true } }
    return { ...stage.sending, practices: createPractices([free]) }
  }

  test.each(['vi', 'fr', 'en'])(
    'are read for clinical ones whatever language the patient chose: %s',
    async (language) => {
      const { phone, item } = await agreed()
      const { number } = await stage.db.followUp.update({ where: { id: item.id }, data: { language } })
      const words =
        'Cedar Grove Family Practice: your HIV test results are ready, call (415) 555-0100. Reply STOP to opt out.'
      expect(await staffText(freely(), maya.actor, { number, content: { words } })).toMatchObject({
        ...{ type: 'not-allowed', why: 'wording-not-generic' },
      })
      await stage.anHourOfClockWork()
      expect(stage.twilio.postsTo(phone)).toEqual([])
    },
  )
})

describe('the same text', () => {
  test('is not sent again by a colleague who looked at the page before it left', async () => {
    const { phone, item } = await agreed()
    // Both see the same page, on which nothing was sent yet.
    const seen = seenState(item, { voicemails: 0, texts: 0 })
    const order = { number: item.number, content: REACH, seen }
    await write(order)
    await stage.runJobs()
    stage.setTime(later(WEDNESDAY_11, 1))
    expect(await write(order, ben)).toEqual({ type: 'refused', reason: 'changed-meanwhile' })
    stage.setTime(later(WEDNESDAY_11, 24 * 60 + 5))
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
  })

  test('nor within a day by anybody, in whatever language, while another one may be', async () => {
    const { item } = await agreed()
    const { number } = item
    await write({ number, content: REACH })
    await stage.runJobs()
    stage.setTime(later(WEDNESDAY_11, 60))
    for (const language of ['en', 'es'] as const)
      expect(await write({ number, content: REACH, language }, ben)).toEqual({
        ...{ type: 'refused', reason: 'same-text-today' },
      })
    expect(await write({ number, content: { wording: 'call-received' } }, ben)).toMatchObject({
      ...{ type: 'planned', verdict: { type: 'hold', why: 'daily-cap' } },
    })
  })

  test('may be sent again once the first did not arrive, or a day later', async () => {
    const { item } = await agreed()
    const order = { number: item.number, content: REACH }
    await write(order)
    await stage.runJobs()
    stage.setTime(later(WEDNESDAY_11, 24 * 60 + 1))
    expect(await write(order, ben)).toMatchObject({ type: 'planned', verdict: { type: 'go' } })
    await stage.runJobs()
    await stage.db.message.updateMany({ where: { followUpId: item.id }, data: { state: 'undelivered' } })
    expect(await write(order)).toMatchObject({ type: 'planned', verdict: { type: 'hold' } })
  })

  test('is not sent to one number twice for two of its items', async () => {
    const patient = await stage.patient()
    const other = await stage.secondItem(patient)
    await stage.db.message.deleteMany({ where: { phone: patient.phone } })
    const [first, second] = [await itemOf(patient.followUpId), await itemOf(other.followUpId)]
    await write({ number: first.number, content: REACH })
    expect(await write({ number: second.number, content: REACH }, ben)).toEqual({
      ...{ type: 'refused', reason: 'same-text-today' },
    })
  })
})

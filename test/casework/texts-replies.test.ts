import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { sendText } from '../../src/casework/sending/send.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { examplePractice, later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'
import { employ, type Colleague } from './people.ts'

let stage: CaseworkStage
let maya: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const lastItemOf = (phone: string) =>
  stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } }, orderBy: { number: 'desc' } })
const lines = (followUpId: string, kind: string) =>
  stage.db.historyEntry.findMany({
    where: { followUpId, kind },
    select: { actor: true, detail: true },
    orderBy: { id: 'asc' },
  })
const postsTo = ({ phone }: { phone: string }) => stage.twilio.postsTo(phone)

async function close({ followUpId }: { followUpId: string }): Promise<void> {
  const { number } = await itemOf(followUpId)
  const result = await recordOutcome(stage.sending, maya.actor, {
    ...{ number, outcome: 'resolved', note: 'Booked for Thursday' },
  })
  expect(result).toEqual({ type: 'done' })
}

describe('a reply that nobody reads', () => {
  test('is flagged once, an hour of business time later', async () => {
    stage.setTime(new Date('2026-12-02T17:00:00Z'))
    const { phone, followUpId } = await stage.patient()
    await stage.text(phone, 'Thursday works for me')
    stage.setTime(later(stage.now(), 59))
    expect(await stage.tick()).toMatchObject({ unread: 0 })
    stage.setTime(later(stage.now(), 1))
    expect(await stage.tick()).toMatchObject({ unread: 1 })
    expect(await itemOf(followUpId)).toMatchObject({
      ...{ escalation: 'reply-unread', replyBy: null, nextAction: 'read-reply' },
    })
    stage.setTime(later(stage.now(), 60))
    expect(await stage.tick()).toMatchObject({ unread: 0 })
    expect(await lines(followUpId, 'reply-overdue')).toHaveLength(1)
  })
})

describe('a reply to what was closed', () => {
  test('opens an item that goes on from it', async () => {
    const patient = await stage.patient()
    await close(patient)
    stage.setTime(later(WEDNESDAY_11, 29 * 24 * 60))
    await stage.text(patient.phone, 'One more question')
    expect(await lastItemOf(patient.phone)).toMatchObject({
      ...{ trigger: 'patient-message', earlierId: patient.followUpId, nextAction: 'read-reply' },
    })
  })

  test('more than thirty days later is a matter of its own', async () => {
    const patient = await stage.patient()
    await close(patient)
    stage.setTime(later(WEDNESDAY_11, 31 * 24 * 60))
    await stage.text(patient.phone, 'Hello')
    expect(await lastItemOf(patient.phone)).toMatchObject({ trigger: 'patient-message', earlierId: null })
  })

  test('joins the open item when there is one', async () => {
    const patient = await stage.patient()
    const second = await stage.secondItem(patient)
    await close(patient)
    await stage.text(patient.phone, 'Hello')
    expect(await lastItemOf(patient.phone)).toMatchObject({ id: second.followUpId, earlierId: null })
  })
})

describe('an opt-out', () => {
  test('stops the texts of every other item of the person too, and their histories say so', async () => {
    const patient = await stage.patient()
    const second = await stage.secondItem(patient)
    await stage.text(patient.phone, 'STOP')
    expect((await stage.message(patient)).state).toBe('canceled')
    expect((await stage.message(second)).state).toBe('canceled')
    expect(await lines(patient.followUpId, 'text-canceled')).toEqual([
      { actor: 'system', detail: { messageId: patient.messageId, why: 'opted-out' } },
    ])
    expect(await lines(second.followUpId, 'opted-out')).toHaveLength(1)
  })

  test('says when a text was with the carrier already', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    await stage.text(patient.phone, 'STOP')
    expect(await lines(patient.followUpId, 'opted-out')).toMatchObject([{ detail: { onTheWay: 1 } }])
  })

  test('does not speak of a text that had arrived', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    await stage.report(patient, 'delivered')
    await stage.text(patient.phone, 'STOP')
    const [line] = await lines(patient.followUpId, 'opted-out')
    expect(line?.detail).not.toHaveProperty('onTheWay')
  })

  test('tells of it on the item of that text, closed or not', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    await close(patient)
    await stage.text(patient.phone, 'STOP')
    expect(await lines(patient.followUpId, 'opted-out')).toMatchObject([{ detail: { onTheWay: 1 } }])
    expect(await itemOf(patient.followUpId)).toMatchObject({ status: 'closed' })
  })

  test('with a picture is seen by licensed staff as well', async () => {
    const { phone, followUpId } = await stage.patient()
    await textArrived(stage.sending, {
      ...{ messageSid: sid('MM', 71), from: phone, to: MAIN, body: 'STOP', carrierVerdict: undefined },
      ...{ mediaCount: 1, media: [{ sid: sid('ME', 1), contentType: 'image/jpeg' }] },
    })
    expect(await itemOf(followUpId)).toMatchObject({ queue: 'licensed' })
    expect(await stage.history(followUpId)).toContain('opted-out')
  })
})

describe('HELP', () => {
  /** The practice answers HELP itself, in an approved wording. */
  const answering = () => {
    const practice = examplePractice()
    const help = { by: 'practice', wording: 'call-received' } as const
    const texting = { ...practice.texting, help }
    return { ...stage.sending, practices: createPractices([{ ...practice, texting }]) }
  }
  let count = 0
  const help = async (from: string, how: { verdict?: 'HELP'; deps?: typeof stage.sending } = {}) => {
    const messageSid = sid('SM', 0xabc00 + ++count)
    const text = { messageSid, from, to: MAIN, body: 'HELP', mediaCount: 0, carrierVerdict: how.verdict }
    await textArrived(how.deps ?? answering(), text)
    return messageSid
  }
  const answersTo = (phone: string) =>
    stage.db.message.findMany({
      where: { phone, step: { startsWith: 'help:' } },
      orderBy: { createdAt: 'asc' },
    })
  async function sent(phone: string): Promise<void> {
    for (const { id } of await answersTo(phone)) await sendText(answering(), id)
  }

  test('is left to the carrier, and read by a person, unless the practice answers it', async () => {
    const { phone, followUpId } = await stage.patient()
    await help(phone, { deps: stage.sending })
    expect(await answersTo(phone)).toEqual([])
    expect(await itemOf(followUpId)).toMatchObject({ nextAction: 'read-reply' })
  })

  test('is answered without any consent on record; the person’s own text is the proof', async () => {
    const phone = stage.newPhone()
    const messageSid = await help(phone)
    await sent(phone)
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
    const [answer] = await answersTo(phone)
    expect(answer).toMatchObject({
      state: 'sent',
      sentBy: null,
      verdict: { proof: { consentId: messageSid } },
    })
    expect(await lastItemOf(phone)).toMatchObject({ nextAction: 'read-reply' })
  })

  test('is answered on a day that had its text, but not twice a day', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    await help(patient.phone)
    await help(patient.phone)
    await sent(patient.phone)
    expect(postsTo(patient)).toHaveLength(2)
    stage.setTime(later(WEDNESDAY_11, 24 * 60 + 1))
    await help(patient.phone)
    await sent(patient.phone)
    expect(postsTo(patient)).toHaveLength(3)
  })

  test('of somebody who opted out is not answered', async () => {
    const patient: Patient = await stage.patient()
    await stage.text(patient.phone, 'please stop texting me')
    await help(patient.phone)
    await sent(patient.phone)
    expect(postsTo(patient)).toEqual([])
    expect(await answersTo(patient.phone)).toMatchObject([{ state: 'refused', refusal: 'opted-out' }])
  })

  test('at night is answered in the morning', async () => {
    stage.setTime(new Date('2026-12-03T06:00:00Z'))
    const phone = stage.newPhone()
    await help(phone)
    await sent(phone)
    expect(stage.twilio.postsTo(phone)).toEqual([])
    expect(await answersTo(phone)).toMatchObject([{ state: 'held', refusal: 'outside-calling-hours' }])
  })

  test('that the carrier says it has answered gets no second answer', async () => {
    const phone = stage.newPhone()
    await help(phone, { verdict: 'HELP' })
    expect(await answersTo(phone)).toEqual([])
  })
})

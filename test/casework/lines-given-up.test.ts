import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import type { Sending } from '../../src/casework/sending/deps.ts'
import { sendText } from '../../src/casework/sending/send.ts'
import { staffText, textChoices } from '../../src/casework/staff-text.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { tick } from '../../src/casework/tick.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'
import { employ, type Colleague } from './people.ts'

/* A practice gives a line up, or leaves: the file no longer names it, but the number still belongs to the account and people still write to it. */

const GONE = '+14155550101'
let stage: CaseworkStage
let maya: Colleague
let goneLine: string
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
  const { id } = await stage.db.clinicLine.findFirstOrThrow({ where: { phone: GONE } })
  goneLine = id
})
beforeEach(async () => {
  stage.setTime(WEDNESDAY_11)
  await storePractices(stage.db, stage.sending.practices.all, stage.now())
})
afterAll(() => stage.close())

/** The practice as its file is without the second line. */
const withoutLine = () => {
  const [practice] = stage.sending.practices.all
  return { ...practice!, lines: practice!.lines.filter(({ phone }) => phone !== GONE) }
}
/** The process was started anew with that file. */
async function givenUp(): Promise<Sending> {
  await storePractices(stage.db, [withoutLine()], stage.now())
  return { ...stage.sending, practices: createPractices([withoutLine()]) }
}

/** A patient whose text waits until a minute ago on the line that is given up. */
async function waitsOnGoneLine(): Promise<Patient> {
  const patient = await stage.patient()
  const notBefore = later(stage.now(), -1)
  const waits = { state: 'held', refusal: 'outside-calling-hours', notBefore }
  await stage.db.message.update({ where: { id: patient.messageId }, data: { ...waits, lineId: goneLine } })
  await stage.db.followUp.update({ where: { id: patient.followUpId }, data: { lineId: goneLine } })
  return patient
}
const write = (deps: Sending, phone: string, body: string) =>
  textArrived(deps, {
    ...{ messageSid: sid('SM', 0x701), from: phone, to: GONE, body },
    ...{ mediaCount: 0, carrierVerdict: undefined },
  })
const opensOf = async (phone: string) =>
  (await stage.db.consentEvent.findMany({ where: { contact: { phone } }, orderBy: { seq: 'asc' } })).map(
    ({ kind, basis }) => `${kind} ${basis}`,
  )

describe('a text to a line that was given up', () => {
  test.each([
    { body: 'STOP', basis: 'keyword' },
    { body: 'please stop texting me', basis: 'inbound-text' },
    { body: 'You have the wrong number', basis: 'inbound-text' },
  ])('ends the texts of every line all the same when it asks to: "$body"', async ({ body, basis }) => {
    const patient = await stage.patient()
    const deps = await givenUp()
    await expect(write(deps, patient.phone, body)).rejects.toThrow(NotFound)
    // The carrier delivers it again, since it got no good answer.
    await expect(write(deps, patient.phone, body)).rejects.toThrow(NotFound)
    await sendText(deps, patient.messageId)
    expect(stage.twilio.postsTo(patient.phone)).toEqual([])
    expect(await opensOf(patient.phone)).toEqual(['grant key-press', `revoke ${basis}`])
    expect(await stage.history(patient.followUpId)).toContain('text-canceled')
    await stage.db.consentEvent.findFirstOrThrow({ where: { kind: 'revoke', words: body } })
  })

  test('is read in full when the line is back and the carrier delivers it again', async () => {
    const patient = await stage.patient()
    const deps = await givenUp()
    await write(deps, patient.phone, 'STOP').catch(() => undefined)
    await storePractices(stage.db, stage.sending.practices.all, stage.now())
    await write(stage.sending, patient.phone, 'STOP')
    expect(await stage.db.message.count({ where: { phone: patient.phone, direction: 'in' } })).toBe(1)
    expect(await opensOf(patient.phone)).toHaveLength(2)
  })
})

describe('a text that waits on a line that was given up', () => {
  test('ends with the next minute, its item says so, and its callback is still owed', async () => {
    const patient = await waitsOnGoneLine()
    const deps = await givenUp()
    await tick(deps)
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'line-gone' })
    expect((await stage.history(patient.followUpId)).at(-1)).toBe('text-refused')
    expect(await stage.db.followUp.findUnique({ where: { id: patient.followUpId } })).toMatchObject({
      nextAction: 'call-back',
    })
  })

  test('ends as well when its own job comes first', async () => {
    const patient = await waitsOnGoneLine()
    await sendText(await givenUp(), patient.messageId)
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'line-gone' })
  })

  test('is not ended by a process that is behind: another one knows the line', async () => {
    const patient = await waitsOnGoneLine()
    const behind = { ...stage.sending, practices: createPractices([withoutLine()]) }
    await tick(behind)
    await expect(sendText(behind, patient.messageId)).rejects.toThrow('start this one anew')
    expect(await stage.message(patient)).toMatchObject({ state: 'held' })
    await sendText(stage.sending, patient.messageId)
    expect(await stage.message(patient)).toMatchObject({ state: 'sent' })
  })

  test('does not keep those of other lines waiting', async () => {
    const here = await stage.patient()
    await stage.db.message.update({
      where: { id: here.messageId },
      data: { state: 'held', refusal: 'outside-calling-hours', notBefore: later(WEDNESDAY_11, -1) },
    })
    await waitsOnGoneLine()
    const deps = await givenUp()
    stage.enqueued.splice(0)
    await tick(deps)
    expect(stage.enqueued.map(({ id }) => id)).toEqual([here.messageId])
  })
})

test('staff can write nothing from a line that was given up, and are told why', async () => {
  const patient = await waitsOnGoneLine()
  const deps = await givenUp()
  await tick(deps)
  const { number } = await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })
  expect(await textChoices(deps, maya.actor, patient.followUpId)).toEqual([])
  expect(await staffText(deps, maya.actor, { number, content: { wording: 'tried-to-reach-you' } })).toEqual({
    ...{ type: 'refused', reason: 'line-gone' },
  })
})

describe('a practice that is in no file any more', () => {
  /** Another practice is all that the files name. */
  async function onlyAnother(): Promise<Sending> {
    const [practice] = stage.sending.practices.all
    const other = {
      ...practice!,
      ...{ clinicId: 'harbor', version: 'harbor:1' },
      lines: [{ ...practice!.lines[0]!, id: 'harbor/main', phone: '+14155550177' }],
    }
    await storePractices(stage.db, [other], stage.now())
    return { ...stage.sending, practices: createPractices([other]) }
  }

  test('stands still: nothing of it comes due, and nothing fails', async () => {
    const patient = await stage.patient()
    await stage.db.followUp.update({
      where: { id: patient.followUpId },
      data: { nextTouchAt: later(WEDNESDAY_11, -1), hearBy: later(WEDNESDAY_11, -1) },
    })
    const before = await stage.history(patient.followUpId)
    const deps = await onlyAnother()
    expect(await tick(deps)).toMatchObject({ touches: 0, unheard: 0, ended: 0, texts: 0 })
    await sendText(deps, patient.messageId)
    expect(await stage.history(patient.followUpId)).toEqual(before)
    expect(await stage.message(patient)).toMatchObject({ state: 'planned' })
  })

  test('does not stand in the way of an opt-out of its patients at another one', async () => {
    const patient = await stage.patient()
    const deps = await onlyAnother()
    await textArrived(deps, {
      ...{ messageSid: `SM${randomUUID()}`, from: patient.phone, to: '+14155550177', body: 'STOP' },
      ...{ mediaCount: 0, carrierVerdict: undefined },
    })
    expect(await opensOf(patient.phone)).toEqual(['grant key-press', 'revoke keyword'])
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { resumeSending } from '../../src/casework/sending/stops.ts'
import { staffText, textChoices } from '../../src/casework/staff-text.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { examplePractice, later } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

let stage: CaseworkStage
let maya: Colleague
let ines: Colleague
beforeAll(async () => {
  stage = await startCasework()
  maya = await employ(stage.db, 'Maya', 'assistant')
  ines = await employ(stage.db, 'Ines', 'licensed')
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const REACH = { wording: 'tried-to-reach-you' }

const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const staffTexts = (followUpId: string) =>
  stage.db.message.findMany({ where: { followUpId, sentBy: { not: null } } })

/** Somebody who agreed to texts in a call, a day after the first text of the cadence. */
async function agreed(): Promise<{ phone: string; followUpId: string; number: number }> {
  const { phone, callSid: _call, ...patient } = await stage.patient()
  await stage.db.message.delete({ where: { id: patient.messageId } })
  const { number } = await itemOf(patient.followUpId)
  return { phone, followUpId: patient.followUpId, number }
}
const write = (number: number, who = maya, more: object = {}) =>
  staffText(stage.sending, who.actor, { number, content: REACH, ...more })

describe('a text that staff write', () => {
  test('is one of the approved wordings, goes through the gate, and says who wrote it', async () => {
    const { phone, followUpId, number } = await agreed()
    expect(await write(number)).toMatchObject({ type: 'planned', verdict: { type: 'go' } })
    expect(await stage.runJobs()).toBe(0)
    expect(stage.twilio.postsTo(phone)).toMatchObject([
      { Body: expect.stringContaining('we tried to call you back') },
    ])
    expect(await staffTexts(followUpId)).toMatchObject([
      {
        ...{ state: 'sent', sentBy: 'maya', purpose: 'callback' },
        wordingVersion: expect.stringMatching(/^tried-to-reach-you@/),
        verdict: { type: 'go', proof: { consentId: expect.any(String) } },
      },
    ])
    const audit = { actor: 'maya', action: 'text-ordered', subject: `follow-up:${followUpId}` }
    expect(await stage.db.auditEntry.count({ where: audit })).toBe(1)
    expect(
      await stage.db.historyEntry.count({ where: { followUpId, kind: 'text-planned', actor: 'maya' } }),
    ).toBe(1)
  })

  test('leaves in the language that was chosen', async () => {
    const { phone, number } = await agreed()
    await write(number, maya, { language: 'es' })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)[0]?.Body).toContain('Responda STOP')
  })

  test('cannot go where there is no consent: the reason is told and nothing is planned', async () => {
    const { followUpId } = await stage.patient({ agrees: false })
    const { number } = await itemOf(followUpId)
    expect(await write(number)).toMatchObject({ type: 'not-allowed', why: 'no-consent' })
    expect(await staffTexts(followUpId)).toEqual([])
    expect(await stage.history(followUpId)).not.toContain('text-planned')
  })

  test('cannot go after an opt-out', async () => {
    const { phone, followUpId, number } = await agreed()
    await stage.text(phone, 'STOP')
    expect(await write(number)).toMatchObject({ type: 'not-allowed', why: 'opted-out' })
    expect(await staffTexts(followUpId)).toEqual([])
  })

  test('is stopped by an opt-out that comes before it leaves', async () => {
    const { phone, followUpId, number } = await agreed()
    await write(number)
    await stage.text(phone, 'STOP')
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(phone)).toEqual([])
    expect(await staffTexts(followUpId)).toMatchObject([{ state: 'canceled', refusal: 'opted-out' }])
  })

  test('waits until the morning when it is written at night', async () => {
    stage.setTime(new Date('2026-12-03T06:00:00Z'))
    const { phone, number } = await agreed()
    expect(await write(number)).toMatchObject({
      ...{ type: 'planned', verdict: { type: 'hold', why: 'outside-calling-hours' } },
    })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toEqual([])
  })

  test('waits when the person had a text today', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    const { number } = await itemOf(patient.followUpId)
    expect(await write(number)).toMatchObject({ verdict: { type: 'hold', why: 'daily-cap' } })
    await stage.runJobs()
    expect(stage.twilio.postsTo(patient.phone)).toHaveLength(1)
  })

  test('written twice by a double click is one text', async () => {
    const { phone, followUpId, number } = await agreed()
    const results = await Promise.all([write(number), write(number)])
    expect(results.map(({ type }) => type).sort()).toEqual(['planned', 'refused'])
    expect(await staffTexts(followUpId)).toHaveLength(1)
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
  })

  test('on a clinical item is a nurse’s to send, and no assistant’s', async () => {
    const { phone, followUpId, number } = await agreed()
    await stage.text(phone, 'I have chest pain')
    expect(await itemOf(followUpId)).toMatchObject({ queue: 'licensed' })
    expect(await write(number)).toEqual({ type: 'refused', reason: 'not-your-queue' })
    expect(await write(number, ines)).toMatchObject({ type: 'planned' })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
  })

  test('is not about a closed item, nor one that changed meanwhile', async () => {
    const { followUpId, number } = await agreed()
    expect(await write(number, maya, { seen: 'something else' })).toEqual({
      ...{ type: 'refused', reason: 'changed-meanwhile' },
    })
    const closing = { number, outcome: 'resolved', note: 'Booked' } as const
    await recordOutcome(stage.sending, maya.actor, closing)
    expect(await write(number)).toEqual({ type: 'refused', reason: 'closed-already' })
    expect(await staffTexts(followUpId)).toEqual([])
  })

  test('still leaves after an outcome that keeps the item open', async () => {
    const { phone, number } = await agreed()
    await write(number)
    await recordOutcome(stage.sending, maya.actor, { number, outcome: 'incomplete-intake', note: '' })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
  })

  test('has no wording that the practice did not approve', async () => {
    const { number } = await agreed()
    const order = { number, content: { wording: 'toString' } }
    expect(await staffText(stage.sending, maya.actor, order)).toEqual({
      ...{ type: 'refused', reason: 'wording-unknown' },
    })
  })
})

describe('words of one’s own', () => {
  const allowed = () => {
    const practice = examplePractice()
    const texting = { ...practice.texting, freeText: true }
    return { ...stage.sending, practices: createPractices([{ ...practice, texting }]) }
  }
  const GENERIC =
    'Cedar Grove Family Practice: please call us today at (415) 555-0100. Reply STOP to opt out.'

  test('are not taken unless the practice allows them', async () => {
    const { number } = await agreed()
    const order = { number, content: { words: GENERIC } }
    expect(await staffText(stage.sending, maya.actor, order)).toEqual({
      ...{ type: 'refused', reason: 'own-words-not-allowed' },
    })
  })

  test('leave through the same gate and lint where it does', async () => {
    const { phone, followUpId, number } = await agreed()
    const order = { number, content: { words: `  ${GENERIC} ` } }
    expect(await staffText(allowed(), maya.actor, order)).toMatchObject({ type: 'planned' })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toMatchObject([{ Body: GENERIC }])
    expect(await staffTexts(followUpId)).toMatchObject([{ wordingVersion: 'free', sentBy: 'maya' }])
  })

  test.each([
    ['a result', 'Your lab results are in.'],
    ['a provider', 'Dr. Chen wants to see you.'],
    ['a link', 'See https://example.com/x'],
  ])('that tell of %s are refused, and it is said where', async (_what, words) => {
    const { followUpId, number } = await agreed()
    const result = await staffText(allowed(), maya.actor, {
      number,
      content: { words: `${GENERIC} ${words}` },
    })
    expect(result).toMatchObject({ type: 'not-allowed' })
    expect('findings' in result && result.findings.length).toBeGreaterThan(0)
    expect(await staffTexts(followUpId)).toEqual([])
  })
})

describe('while a fault stops the sender', () => {
  test('staff see before and after that the text waits, and the item shows it until texting goes on', async () => {
    const { phone, followUpId, number } = await agreed()
    const stop = { id: crypto.randomUUID(), at: WEDNESDAY_11, code: 30034, reason: 'unregistered-sender' }
    await stage.db.sendingStop.create({ data: stop })
    const choices = await textChoices(stage.sending, maya.actor, followUpId)
    expect(choices[0]).toMatchObject({ verdict: { type: 'go' }, stopped: true })
    const before = await itemOf(followUpId)
    expect(await write(number)).toMatchObject({ type: 'planned', stopped: true })
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toEqual([])
    expect(await itemOf(followUpId)).toMatchObject({
      ...{ escalation: 'text-stopped', nextAction: 'call-back', dueAt: before.dueAt },
    })
    await resumeSending(stage.sending, 'ines')
    await stage.tick()
    await stage.runJobs()
    expect(stage.twilio.postsTo(phone)).toHaveLength(1)
    expect(await itemOf(followUpId)).toMatchObject({ escalation: null, lastAction: 'text-sent' })
  })
})

describe('before a text is sent', () => {
  test('staff see each approved wording as it would leave, and what the gate says to it', async () => {
    const { followUpId } = await agreed()
    const choices = await textChoices(stage.sending, maya.actor, followUpId)
    const approved = Object.keys(stage.sending.practices.policy('cedar-grove').wordings)
    expect(approved).toEqual(
      expect.arrayContaining(['call-received', 'tried-to-reach-you', 'time-to-call-us']),
    )
    expect(choices.map(({ wording, language }) => `${wording} ${language}`)).toEqual([
      ...approved.map((wording) => `${wording} en`),
      ...approved.map((wording) => `${wording} es`),
    ])
    expect(choices[2]).toMatchObject({
      body: 'Cedar Grove Family Practice: we tried to call you back. Please call us at (415) 555-0100 when it suits you. Reply STOP to opt out.',
      verdict: { type: 'go' },
    })
    expect(await staffTexts(followUpId)).toEqual([])
  })

  test('they see until when it would wait, and why', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    const [first] = await textChoices(stage.sending, maya.actor, patient.followUpId)
    expect(first?.verdict).toMatchObject({
      ...{ type: 'hold', why: 'daily-cap', until: later(WEDNESDAY_11, 24 * 60) },
    })
  })

  test('there is nothing to choose for a caller who withheld the number', async () => {
    const { followUpId } = await stage.call('anonymous')
    expect(await textChoices(stage.sending, maya.actor, followUpId)).toEqual([])
    const { number } = await itemOf(followUpId)
    expect(await write(number)).toEqual({ type: 'refused', reason: 'no-number' })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { runs } from '../support/runs.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const ASSISTANT = { id: 'maya', name: 'Maya', roles: ['assistant' as const], clinics: [] }
const postsTo = (patient: Patient) => stage.twilio.postsTo(patient.phone)

describe('a text that the caller agreed to, inside calling hours', () => {
  test('goes out once: from the line that was called, in the approved words, with an end before the evening', async () => {
    const patient = await stage.patient()
    stage.setTime(new Date('2026-12-03T00:15:00Z')) // 16:15 in Los Angeles; texts end at 17:00
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([
      {
        To: patient.phone,
        From: MAIN,
        Body: 'Cedar Grove Family Practice: sorry we missed your call. We will call you back, or you can call (415) 555-0100. Reply STOP to opt out.',
        ValidityPeriod: String(45 * 60),
        StatusCallback: `https://practice.example/webhooks/sms/status?message=${patient.messageId}#rc=5&rp=all`,
        startedAt: expect.any(Number),
      },
    ])
    expect(postsTo(patient)[0]!.StatusCallback).not.toContain(patient.phone.slice(2))
    expect(await stage.message(patient)).toMatchObject({
      ...{ state: 'sent', claimedBy: 'worker-1', sid: expect.stringMatching(/^SM/), refusal: null },
      ...{ claimedAt: stage.now(), sentAt: stage.now() },
    })
    expect(await stage.history(patient.followUpId)).toEqual([
      'call-missed',
      'text-agreed',
      'text-planned',
      'text-sent',
    ])
  })

  test('carries the proof: which consent, which wordings, which rules, which time zone', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    const consent = await stage.db.consentEvent.findFirstOrThrow({ where: { evidence: patient.callSid } })
    const { verdict, wordingVersion } = await stage.message(patient)
    const { version } = stage.sending.practices.all[0]!
    expect(wordingVersion).toMatch(/^call-received@/)
    expect(verdict).toEqual({
      type: 'go',
      validitySeconds: 4 * 3600,
      proof: {
        askedAt: WEDNESDAY_11.toISOString(),
        consentId: consent.id,
        consentWordingVersion: `consentAsk/en@${version}`,
        wordingVersion,
        policyVersion: version,
        zones: ['America/Los_Angeles'],
      },
    })
  })

  test('is posted once however often it is ordered, one after the other or twenty times at the same moment', async () => {
    const patient = await stage.patient()
    await Promise.all(Array.from({ length: 20 }, () => stage.send(patient)))
    await stage.send(patient)
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toHaveLength(1)
    expect(await stage.message(patient)).toMatchObject({ state: 'sent' })
    const texts = (await stage.history(patient.followUpId)).filter((kind) => kind.startsWith('text-'))
    expect(texts).toEqual(['text-agreed', 'text-planned', 'text-sent'])
  })
})

describe('nothing is sent, and the history says why,', () => {
  const refused: { note: string; why: string; change: (patient: Patient) => Promise<unknown> }[] = [
    {
      note: 'when the consent was given for an earlier request',
      why: 'no-consent',
      change: async (patient) => {
        await closeItem(patient)
        const { followUpId } = await stage.call(patient.phone)
        await stage.db.message.update({
          where: { id: patient.messageId },
          data: { state: 'planned', followUpId },
        })
      },
    },
    {
      note: 'when the number is a landline',
      why: 'landline',
      change: ({ phone }) => stage.db.contact.update({ where: { phone }, data: { textable: 'landline' } }),
    },
    {
      note: 'when no such number exists',
      why: 'invalid-number',
      change: ({ phone }) => stage.db.contact.update({ where: { phone }, data: { textable: 'invalid' } }),
    },
  ]
  test.each(refused)('$note', async ({ why, change }) => {
    const patient = await stage.patient()
    await change(patient)
    await stage.send(patient)
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({
      ...{ state: 'refused', refusal: why, claimedAt: null, verdict: { type: 'refuse', why } },
    })
    const { followUpId } = await stage.message(patient)
    expect(await stage.history(followUpId!)).toContain('text-refused')
  })

  test('when nobody agreed: the text is not even planned', async () => {
    const patient = await stage.patient({ agrees: false })
    expect(patient.messageId).toBe('')
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toEqual([])
  })

  test('when the caller ID failed its verification: the key is no consent, whoever holds the number', async () => {
    const patient = await stage.patient({ verified: 'TN-Validation-Failed-C' })
    expect(patient.messageId).toBe('')
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toEqual([])
  })

  test('when a call about it came with a forged caller ID, though the owner of the number agreed afterwards', async () => {
    const phone = stage.newPhone()
    const now = stage.now()
    stage.setTime(later(now, -5))
    const { followUpId } = await stage.call(phone, { verified: 'TN-Validation-Failed-A' })
    stage.setTime(now)
    const patient = await stage.patient({ phone, verified: 'TN-Validation-Passed-A' })
    expect(patient.followUpId).toBe(followUpId)
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'caller-id-failed' })
    expect(postsTo(patient)).toEqual([])
  })

  const unwanted: { note: string; why: string; change: (patient: Patient) => Promise<unknown> }[] = [
    {
      note: 'its item was closed',
      why: 'closed',
      change: (patient) => closeItem(patient),
    },
    {
      note: 'the patient wrote of a symptom',
      why: 'replied',
      change: ({ phone }) => stage.text(phone, 'I have a fever and my chest hurts'),
    },
    { note: 'the patient replied', why: 'replied', change: ({ phone }) => stage.text(phone, 'Call me at 3') },
  ]
  test.each(unwanted)('when $note before it left', async ({ why, change }) => {
    const patient = await stage.patient()
    await change(patient)
    await stage.anHourOfClockWork()
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: why })
  })

  test.each(unwanted.slice(0, 2))('when $note, even if a planned text was overlooked', async ({ change }) => {
    const patient = await stage.patient()
    await change(patient)
    await stage.db.message.update({ where: { id: patient.messageId }, data: { state: 'planned' } })
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'no-longer-wanted' })
    expect((await stage.history(patient.followUpId)).at(-1)).toBe('text-refused')
  })
})

describe('a text waits', () => {
  const waits = [
    { note: 'in the early morning', at: '2026-12-02T17:00:00Z', until: '2026-12-02T18:00:00Z' },
    { note: 'in the evening', at: '2026-12-03T01:00:00Z', until: '2026-12-03T18:00:00Z' },
    { note: 'over the weekend', at: '2026-12-05T20:00:00Z', until: '2026-12-07T18:00:00Z' },
    { note: 'over Christmas Day', at: '2026-12-25T20:00:00Z', until: '2026-12-28T18:00:00Z' },
  ]
  test.each(waits)('$note until 10:00 of the next day for texts, then leaves', async ({ at, until }) => {
    stage.setTime(new Date(at))
    const patient = await stage.patient()
    await stage.runJobs()
    expect(await stage.message(patient)).toMatchObject({
      ...{ state: 'held', refusal: 'outside-calling-hours', notBefore: new Date(until) },
    })
    stage.setTime(later(new Date(until), -1))
    await stage.tick()
    await stage.runJobs()
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])

    stage.setTime(new Date(until))
    await stage.tick()
    await stage.runJobs()
    expect(postsTo(patient)).toHaveLength(1)
    expect((await stage.history(patient.followUpId)).filter((kind) => kind === 'text-held')).toHaveLength(1)
  })

  test('for its time when the queue, whose clock is ahead of ours, brings it a little early', async () => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, -1 / 60))
    stage.enqueued.splice(0)
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
    stage.setTime(WEDNESDAY_11)
    await stage.runJobs()
    expect(postsTo(patient)).toEqual([])
    // As much later by our clock as the queue was early by it.
    stage.setTime(later(WEDNESDAY_11, 1 / 60))
    await stage.runJobs()
    expect(postsTo(patient)).toHaveLength(1)
  })

  test('for its time when a second job for it comes hours early, which is put away', async () => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, -120))
    stage.enqueued.splice(0)
    await stage.send(patient)
    expect(stage.enqueued).toEqual([])
    expect(postsTo(patient)).toEqual([])
  })

  test('a day when the number was texted about another item today', async () => {
    const first = await stage.patient()
    await stage.send(first)
    await closeItem(first)
    stage.setTime(later(WEDNESDAY_11, 60))
    const second = await stage.patient({ phone: first.phone })
    expect(second.followUpId).not.toBe(first.followUpId)
    await stage.send(second)
    expect(await stage.message(second)).toMatchObject({
      ...{ state: 'held', refusal: 'daily-cap', notBefore: later(WEDNESDAY_11, 24 * 60) },
    })
    stage.setTime(later(WEDNESDAY_11, 24 * 60))
    await stage.tick()
    await stage.runJobs()
    expect(stage.twilio.postsTo(first.phone)).toHaveLength(2)
  })

  test('a day when two items of one number order their texts at the same moment', async () => {
    for (let count = 0; count < runs(6, 60); count += 1) {
      const patient = await stage.patient()
      const both = [patient, await stage.secondItem(patient)]
      await Promise.all(both.map((one) => stage.send(one)))
      expect(postsTo(patient)).toHaveLength(1)
      const texts = await Promise.all(both.map((one) => stage.message(one)))
      expect(texts.map(({ state }) => state).sort()).toEqual(['held', 'sent'])
    }
  })

  test('until a week after the first of three texts to the number', async () => {
    const phone = stage.newPhone()
    for (const at of ['2026-12-07T19:00:00Z', '2026-12-08T19:00:00Z', '2026-12-09T19:00:00Z']) {
      stage.setTime(new Date(at))
      const patient = await stage.patient({ phone })
      await stage.send(patient)
      await closeItem(patient)
    }
    stage.setTime(new Date('2026-12-10T20:00:00Z'))
    const fourth = await stage.patient({ phone })
    await stage.send(fourth)
    expect(await stage.message(fourth)).toMatchObject({
      ...{ state: 'held', refusal: 'weekly-cap', notBefore: new Date('2026-12-14T19:00:00Z') },
    })
    expect(stage.twilio.postsTo(phone)).toHaveLength(3)
  })
})

async function closeItem({ followUpId }: Patient): Promise<void> {
  const { number } = await stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
  await recordOutcome(stage.sending, ASSISTANT, { number, outcome: 'resolved', note: 'Done.' })
}

import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { MAIN, startCasework, WEDNESDAY_11, type CaseworkStage, type Patient } from '../support/casework.ts'
import { plannedTexts } from '../support/planned-texts.ts'
import { later } from '../support/practice.ts'
import { runs } from '../support/runs.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterAll(() => stage.close())

const postsTo = ({ phone }: Patient) => stage.twilio.postsTo(phone)
const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
const ledgerOf = async (phone: string) => {
  const lines = await stage.db.consentEvent.findMany({
    where: { contact: { phone } },
    orderBy: { at: 'asc' },
  })
  return lines.map(({ kind, basis }) => `${kind} ${basis}`)
}
const itemsOf = (phone: string) =>
  stage.db.followUp.findMany({ where: { contact: { phone } }, orderBy: { number: 'asc' } })

/** Lets everything else that is ready to run go first, `turns` times. */
async function giveWay(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((go) => setImmediate(go))
}

describe('after an opt-out nothing leaves', () => {
  const requests = [
    { words: 'STOP', basis: 'keyword' },
    { words: ' please stop!! ', basis: 'inbound-text' },
    { words: 'CANCEL', basis: 'keyword' },
    { words: 'ALTO', basis: 'inbound-text' },
    { words: 'Please stop texting me', basis: 'inbound-text' },
    { words: 'no me manden mensajes', basis: 'inbound-text' },
    { words: 'You have the wrong number', basis: 'inbound-text' },
  ]
  test.each(requests)('in the words "$words"', async ({ words, basis }) => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.text(patient.phone, words)
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
    expect(await ledgerOf(patient.phone)).toEqual(['grant key-press', `revoke ${basis}`])
    await stage.anHourOfClockWork()
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
  })

  test('not even a text that was overlooked: the gate asks the ledger again', async () => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.text(patient.phone, 'STOP')
    await stage.db.message.update({ where: { id: patient.messageId }, data: { state: 'planned' } })
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'opted-out' })
    expect((await stage.history(patient.followUpId)).at(-1)).toBe('text-refused')
  })

  test('not even a held text of another item, and the callback is still owed', async () => {
    stage.setTime(new Date('2026-12-03T02:00:00Z'))
    const patient = await stage.patient()
    await stage.send(patient)
    expect(await stage.message(patient)).toMatchObject({ state: 'held' })
    await stage.text(patient.phone, 'STOP')
    stage.setTime(new Date('2026-12-03T18:00:00Z'))
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toEqual([])
    expect(await itemOf(patient.followUpId)).toMatchObject({
      ...{ status: 'callback-needed', nextAction: 'call-back', cadenceEnded: null },
    })
    expect(await stage.history(patient.followUpId)).toContain('opted-out')
  })

  test('not even when the same person calls again and presses 1: the carrier would block it', async () => {
    const patient = await stage.patient()
    await stage.text(patient.phone, 'STOP')
    stage.setTime(later(WEDNESDAY_11, 60))
    const { callSid, followUpId } = await stage.call(patient.phone)
    await keyPressed(stage.sending, { callSid, digits: '1', turn: '1' })
    expect(followUpId).toBe(patient.followUpId)
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toEqual([])
  })
})

describe('CANCEL', () => {
  test('opts out and asks a person to find out whether the appointment was meant', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'CANCEL')
    expect(await ledgerOf(phone)).toEqual(['revoke keyword'])
    const [item] = await itemsOf(phone)
    expect(item).toMatchObject({ trigger: 'patient-message', nextAction: 'read-reply', queue: 'assistant' })
    const lines = await stage.db.historyEntry.findMany({
      where: { followUpId: item!.id },
      orderBy: { id: 'asc' },
    })
    expect(lines.find(({ kind }) => kind === 'text-received')?.detail).toMatchObject({
      mayWantToCancel: true,
    })
    expect(lines.map(({ kind }) => kind)).toContain('opted-out')
  })

  test('in a sentence about an appointment is a reply and no opt-out', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'I need to cancel my appointment on Friday')
    expect(await ledgerOf(phone)).toEqual([])
    expect(await itemsOf(phone)).toHaveLength(1)
  })
})

describe('a wrong number', () => {
  test('ends the cadence, and staff look for the right one', async () => {
    const patient = await stage.patient()
    await stage.text(patient.phone, 'Sorry, wrong number')
    expect(await itemOf(patient.followUpId)).toMatchObject({
      ...{ nextAction: 'find-number', nextTouchAt: null, status: 'waiting-on-internal-review' },
    })
  })
})

describe('START', () => {
  test('takes back a STOP, and the earlier consent holds again', async () => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.text(patient.phone, 'STOP')
    stage.setTime(later(WEDNESDAY_11, 2))
    await stage.text(patient.phone, 'START')
    expect(await ledgerOf(patient.phone)).toEqual(['grant key-press', 'revoke keyword', 'lift keyword'])
    expect((await stage.history(patient.followUpId)).at(-1)).toBe('opt-in-again')
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled' })
    await stage.db.message.update({ where: { id: patient.messageId }, data: { state: 'planned' } })
    await stage.send(patient)
    expect(postsTo(patient)).toHaveLength(1)
  })

  test('does not take back a request in plain words: nothing says so, nothing leaves, and a person reads it', async () => {
    const patient = await stage.patient()
    stage.setTime(later(WEDNESDAY_11, 1))
    await stage.text(patient.phone, 'Please stop texting me')
    stage.setTime(later(WEDNESDAY_11, 2))
    await stage.text(patient.phone, 'START')
    const kinds = await stage.history(patient.followUpId)
    expect(kinds).not.toContain('opt-in-again')
    expect(kinds.at(-1)).toBe('text-received')
    await stage.db.message.update({ where: { id: patient.messageId }, data: { state: 'planned' } })
    await stage.send(patient)
    expect(postsTo(patient)).toEqual([])
    expect(await stage.message(patient)).toMatchObject({ state: 'refused', refusal: 'opted-out' })
  })

  // The carrier knows none of these as a keyword, so it blocks nothing and its START takes nothing back.
  test.each(['Opt me out please', 'ya basta', 'please stop', 'desist', 'Stop.'])(
    'nor does a YES to something else take back "%s"',
    async (words) => {
      const patient = await stage.patient()
      await stage.text(patient.phone, words)
      stage.setTime(later(WEDNESDAY_11, 10))
      await stage.text(patient.phone, 'Yes')
      await stage.db.message.update({ where: { id: patient.messageId }, data: { state: 'planned' } })
      await stage.db.followUp.update({
        where: { id: patient.followUpId },
        data: { cadenceEnded: null, nextTouchAt: later(WEDNESDAY_11, 600) },
      })
      await stage.send(patient)
      expect(postsTo(patient)).toEqual([])
    },
  )

  test('takes back what the carrier itself took for a STOP, whatever word it was', async () => {
    const patient = await stage.patient()
    const text = { messageSid: 'SM-by-the-carrier', from: patient.phone, to: MAIN, mediaCount: 0 }
    await textArrived(stage.sending, { ...text, body: 'Arret', carrierVerdict: 'STOP' })
    stage.setTime(later(WEDNESDAY_11, 2))
    await stage.text(patient.phone, 'START')
    expect(await ledgerOf(patient.phone)).toEqual(['grant key-press', 'revoke keyword', 'lift keyword'])
  })

  test('from somebody who never opted out is a reply, and no consent', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'Yes')
    expect(await ledgerOf(phone)).toEqual([])
    expect(await itemsOf(phone)).toMatchObject([{ nextAction: 'read-reply' }])
  })
})

describe('a STOP that meets a text on the wire', () => {
  test('is answered only after the send was recorded', async () => {
    const patient = await stage.patient()
    const hold = stage.twilio.hold()
    const sending = stage.send(patient)
    await hold.arrived
    onTestFinished(() => hold.release())
    let answered = false
    const stopped = stage.text(patient.phone, 'STOP').then(() => {
      answered = true
    })
    // Until the opt-out itself is written down, then some more.
    while ((await ledgerOf(patient.phone)).length < 2) await giveWay(1)
    await giveWay(20)
    expect(answered).toBe(false)
    expect(await stage.message(patient)).toMatchObject({ state: 'sending' })
    hold.release()
    await stopped
    expect(await stage.message(patient)).toMatchObject({ state: 'sent' })
    await sending
    await stage.anHourOfClockWork()
    expect(postsTo(patient)).toHaveLength(1)
  })

  test('in many races never has a text start after its answer', { timeout: 90_000 }, async () => {
    const races = runs(60, 300)
    const planned = await plannedTexts(stage.db, WEDNESDAY_11, races)
    const patients = planned.map((one): Patient => ({ ...one, callSid: '' }))
    // For every third the STOP joins another, newer item than the text's.
    for (const [index, patient] of patients.entries()) if (index % 3 === 0) await stage.secondItem(patient)
    const late: string[] = []
    const waiting = [...patients.entries()]
    const race = async (index: number, patient: Patient): Promise<void> => {
      // Which of the two begins, and by how much, is another in each race.
      const [sendGivesWay, stopGivesWay] = index % 2 === 0 ? [index % 23, 0] : [0, index % 37]
      let stoppedAt = Number.POSITIVE_INFINITY
      await Promise.all([
        giveWay(sendGivesWay).then(() => stage.send(patient)),
        giveWay(stopGivesWay)
          .then(() => stage.text(patient.phone, 'STOP'))
          .then(async () => {
            stoppedAt = performance.now()
            if ((await stage.message(patient)).state === 'sending') late.push(patient.messageId)
          }),
      ])
      await stage.send(patient)
      if (postsTo(patient).some(({ startedAt }) => startedAt > stoppedAt)) late.push(patient.messageId)
    }
    const racer = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await race(...next)
    }
    await Promise.all(Array.from({ length: 8 }, racer))
    expect(late).toEqual([])
    const sent = patients.filter((patient) => postsTo(patient).length === 1).length
    // Both came first often enough for the races to be races.
    expect(sent).toBeGreaterThan(races / 20)
    expect(sent).toBeLessThan(races * 0.95)
    expect(patients.filter((patient) => postsTo(patient).length > 1)).toEqual([])
  })
})

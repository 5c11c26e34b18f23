import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFact } from '../../../src/casework/contacts/facts.ts'
import { readContactProof } from '../../../src/casework/view/contact-proof.ts'
import type { StaffFact } from '../../../src/domain/contact/facts.ts'
import { startCasework, type CaseworkStage, type Patient } from '../../support/casework.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

const MAYA = { id: 'maya', roles: ['assistant'] } as const
const READER = { id: 'maya', mayReadClinical: false, clinics: [] }

const say = (patient: Patient, kind: StaffFact, note = '') =>
  recordFact(stage.sending, MAYA, { phone: patient.phone, kind, note })
const contactOf = ({ phone }: Patient) => stage.db.contact.findUniqueOrThrow({ where: { phone } })
const itemOf = ({ followUpId }: Patient) => stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
const linesOf = ({ followUpId }: Patient) =>
  stage.db.historyEntry.findMany({ where: { followUpId }, orderBy: { id: 'asc' } })
async function permissionOf({ phone }: Patient) {
  const how = { at: stage.now(), exported: null }
  const proof = await readContactProof(stage.db, READER, { phone }, how)
  return proof?.permissions.find(({ scope }) => scope === 'this-request')?.permission
}

describe(recordFact, () => {
  test('"do not call" is true of the number, stands in its open item and in the audit, and leaves consent alone', async () => {
    const patient = await stage.patient()
    expect(await say(patient, 'do-not-call', 'asked by phone')).toEqual({ type: 'recorded' })
    const { id, noCalls } = await contactOf(patient)
    expect(noCalls).toBe(true)
    expect(await stage.db.contactFact.findMany({ where: { contactId: id } })).toMatchObject([
      { kind: 'do-not-call', source: 'maya', note: 'asked by phone' },
    ])
    expect((await linesOf(patient)).at(-1)).toMatchObject({
      ...{ kind: 'contact-fact-set', actor: 'maya' },
      detail: { fact: 'do-not-call', note: 'asked by phone' },
    })
    expect(await itemOf(patient)).toMatchObject({ lastAction: 'contact-fact-set', nextAction: 'call-back' })
    expect(
      await stage.db.auditEntry.findMany({ where: { subject: `contact:${id}` }, orderBy: { id: 'asc' } }),
    ).toMatchObject([{ actor: 'maya', action: 'contact-fact-recorded', detail: { kind: 'do-not-call' } }])
    expect(await permissionOf(patient)).toMatchObject({ allowed: true })
  })

  test('a wrong number is told once in each item, by the person who said it and not by the caller', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    await say(patient, 'wrong-number')
    const lines = await linesOf(patient)
    expect(lines.at(-1)).toMatchObject({
      ...{ kind: 'contact-fact-set', actor: 'maya' },
      // The first text was with the carrier already and may still arrive.
      detail: { fact: 'wrong-number', onTheWay: 1 },
    })
    expect(lines.map(({ kind }) => kind)).not.toContain('wrong-number-reported')
  })

  test('the same thing said twice is one line', async () => {
    const patient = await stage.patient()
    await say(patient, 'no-voicemail')
    expect(await say(patient, 'no-voicemail')).toEqual({ type: 'known-already' })
    const { id } = await contactOf(patient)
    expect(await stage.db.contactFact.count({ where: { contactId: id } })).toBe(1)
  })

  test('a wrong number ends every consent, stops what waits to leave, and every open item needs another number', async () => {
    const patient = await stage.patient()
    const second = await stage.secondItem(patient)
    await say(patient, 'wrong-number')
    for (const one of [patient, second]) {
      expect(await stage.message(one)).toMatchObject({ state: 'canceled', refusal: 'wrong-number' })
      expect(await itemOf(one)).toMatchObject({ nextAction: 'find-number' })
    }
    expect(await permissionOf(patient)).toEqual({ allowed: false, why: 'opted-out' })
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(patient.phone)).toEqual([])
  })

  test('a number that changed keeps no consent, but nobody has opted out', async () => {
    const patient = await stage.patient()
    await stage.db.contact.update({ where: { phone: patient.phone }, data: { textable: 'landline' } })
    await say(patient, 'number-changed')
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled' })
    expect(await itemOf(patient)).toMatchObject({ nextAction: 'find-number' })
    expect(await contactOf(patient)).toMatchObject({ textable: 'unknown' })
    expect(await permissionOf(patient)).toEqual({ allowed: false, why: 'no-consent' })
    expect(await say(patient, 'number-changed')).toEqual({ type: 'recorded' })
  })

  test('how somebody wants to be reached is kept word for word and can be taken back', async () => {
    const patient = await stage.patient()
    await say(patient, 'preference', ' only at work, mornings ')
    expect(await contactOf(patient)).toMatchObject({ preference: 'only at work, mornings' })
    await say(patient, 'preference', '')
    expect(await contactOf(patient)).toMatchObject({ preference: null })
  })

  test('clinical words are kept off the number, where every practice would read them', async () => {
    const patient = await stage.patient()
    expect(await say(patient, 'preference', 'after her chemotherapy')).toEqual({
      type: 'refused',
      reason: 'clinical-words',
    })
    expect(await contactOf(patient)).toMatchObject({ preference: null })
    expect(await stage.db.contactFact.count({ where: { note: { contains: 'chemo' } } })).toBe(0)
  })

  test('of a number that nobody called from there is nothing to say', async () => {
    const nobody = { phone: '+14155559876' } as Patient
    await expect(say(nobody, 'landline')).rejects.toThrow('Nobody with this number')
  })

  test('whoever has no role here says nothing', async () => {
    const { phone } = await stage.patient()
    await expect(
      recordFact(stage.sending, { id: 'x', roles: [] }, { phone, kind: 'landline', note: '' }),
    ).rejects.toThrow('Only staff')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantConsent, revokeConsent, type GrantOrder } from '../../../src/casework/contacts/consents.ts'
import { recordFact } from '../../../src/casework/contacts/facts.ts'
import { readContactProof } from '../../../src/casework/view/contact-proof.ts'
import { findContacts } from '../../../src/casework/view/contact-search.ts'
import { WITHHELD } from '../../../src/casework/view/redaction.ts'
import { startCasework, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

const MAYA = { id: 'maya', clinics: [] }
const ROLES = { id: 'maya', roles: ['assistant' as const] }
const ASSISTANT = { id: 'maya', mayReadClinical: false, clinics: [] }
const NURSE = { id: 'ines', mayReadClinical: true, clinics: [] }

const pass = (): void => stage.setTime(later(stage.now(), 1))
const grant = (phone: string, more: Partial<GrantOrder> = {}) => {
  pass()
  return grantConsent(stage.sending, MAYA, {
    ...{ phone, scope: 'recall', followUp: null, basis: 'form', evidence: 'form-7' },
    ...{ words: '', wordingVersion: 'recall-form@3', givenAt: null },
    ...more,
  })
}
const revoke = (phone: string, evidence = '', words = '') => {
  pass()
  return revokeConsent(stage.sending, MAYA, { phone, evidence, words })
}
const ledgerOf = async (phone: string): Promise<string[]> => {
  const lines = await stage.db.consentEvent.findMany({
    where: { contact: { phone } },
    orderBy: { seq: 'asc' },
  })
  return lines.map(({ kind, scope, evidence }) => `${kind} ${scope} ${evidence}`)
}

const optOutOf = (followUpId: string) =>
  stage.db.historyEntry.findFirst({ where: { followUpId, kind: 'opted-out' } })

describe(grantConsent, () => {
  test('a form on record allows recall notices, with who wrote it down and which form it was', async () => {
    const phone = stage.newPhone()
    expect(await grant(phone)).toMatchObject({ type: 'recorded', permission: { allowed: true } })
    const [line] = await stage.db.consentEvent.findMany({
      where: { contact: { phone } },
      orderBy: { seq: 'asc' },
    })
    expect(line).toMatchObject({
      ...{ kind: 'grant', scope: 'recall', basis: 'form', evidence: 'form-7' },
      ...{ wordingVersion: 'recall-form@3', staffId: 'maya' },
    })
  })

  test('the same form twice is one line, and so it is safe to repeat', async () => {
    const phone = stage.newPhone()
    const first = await grant(phone)
    const second = await grant(phone)
    expect(second).toMatchObject({ type: 'known-already', permission: { allowed: true } })
    expect(second).toMatchObject({ id: (first as { id: string }).id })
    expect(await ledgerOf(phone)).toEqual(['grant recall form-7'])
  })

  test('after "please stop" neither the old form nor one signed before counts; a new one does', async () => {
    const phone = stage.newPhone()
    await grant(phone)
    const before = stage.now()
    await revoke(phone)
    expect(await grant(phone)).toEqual({ type: 'refused', reason: 'evidence-used-up' })
    expect(await grant(phone, { evidence: 'form-8', givenAt: before })).toEqual({
      type: 'refused',
      reason: 'evidence-used-up',
    })
    expect(await grant(phone, { evidence: 'form-8', givenAt: stage.now() })).toMatchObject({
      permission: { allowed: true },
    })
  })

  test('a form or a list that does not say when the person agreed opens nothing for somebody who once asked to stop', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'Please stop texting me')
    for (const basis of ['import', 'form'] as const) {
      const order = { basis, evidence: `recall-2026-12.csv:14-${basis}` }
      expect(await grant(phone, order)).toEqual({ type: 'refused', reason: 'date-required' })
    }
    expect(await ledgerOf(phone)).toHaveLength(1)
    const said = { basis: 'spoken-to-staff', words: 'You may text me again' } as const
    expect(await grant(phone, said)).toMatchObject({ type: 'recorded', permission: { allowed: true } })
  })

  test('nor for a number that changed hands', async () => {
    const phone = stage.newPhone()
    await stage.call(phone)
    await recordFact(stage.sending, ROLES, { phone, kind: 'number-changed', note: '' })
    expect(await grant(phone, { basis: 'import' })).toEqual({ type: 'refused', reason: 'date-required' })
    expect(await grant(phone, { basis: 'import', givenAt: later(stage.now(), 1) })).toMatchObject({
      permission: { allowed: true },
    })
  })

  test('after STOP a new form is kept, but only START lets texts come again', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'STOP')
    expect(await grant(phone)).toMatchObject({
      type: 'recorded',
      permission: { allowed: false, why: 'opted-out' },
    })
    pass()
    await stage.text(phone, 'START')
    expect(await grant(phone)).toMatchObject({ type: 'known-already', permission: { allowed: true } })
  })

  test('consent for a request needs an item of that very number and of a practice of whoever writes it down', async () => {
    const patient = await stage.patient({ agrees: false })
    const { phone, followUpId } = patient
    const about = { scope: 'this-request', followUp: { id: followUpId } } as const
    expect(await grant(phone, { scope: 'this-request' })).toEqual({
      type: 'refused',
      reason: 'item-required',
    })
    await expect(grant(stage.newPhone(), about)).rejects.toThrow('no such item')
    const elsewhere = { id: 'x', clinics: ['harbor'] }
    const order = {
      phone,
      basis: 'form',
      evidence: 'f',
      words: '',
      wordingVersion: '',
      givenAt: null,
    } as const
    await expect(grantConsent(stage.sending, elsewhere, { ...order, ...about })).rejects.toThrow(
      'no such item',
    )
    expect(await grant(phone, about)).toMatchObject({ type: 'recorded', permission: { allowed: true } })
  })

  test('what was said to staff needs the words, a form its number, and neither a time ahead nor clinical words', async () => {
    const phone = stage.newPhone()
    const refused = (reason: string) => ({ type: 'refused', reason })
    expect(await grant(phone, { evidence: ' ' })).toEqual(refused('evidence-required'))
    expect(await grant(phone, { basis: 'spoken-to-staff', evidence: '' })).toEqual(
      refused('evidence-required'),
    )
    expect(await grant(phone, { givenAt: later(stage.now(), 60) })).toEqual(refused('not-yet'))
    expect(await grant(phone, { evidence: 'chemotherapy consent' })).toEqual(refused('clinical-words'))
    expect(await ledgerOf(phone)).toEqual([])
    const said = { basis: 'spoken-to-staff', evidence: '', words: 'Yes, text me when it is due' } as const
    expect(await grant(phone, said)).toMatchObject({ type: 'recorded' })
  })
})

describe(revokeConsent, () => {
  test('ends everything at once, stops the text that waits, and stands in the history of the item', async () => {
    const patient = await stage.patient()
    expect(await revoke(patient.phone, '', 'no more texts please')).toMatchObject({
      permission: { allowed: false, why: 'opted-out' },
    })
    expect(await stage.message(patient)).toMatchObject({ state: 'canceled', refusal: 'opted-out' })
    expect(await optOutOf(patient.followUpId)).toMatchObject({ actor: 'maya', detail: { means: 'staff' } })
    await stage.anHourOfClockWork()
    expect(stage.twilio.postsTo(patient.phone)).toEqual([])
  })

  test('that a program recorded stands in the history as its doing, and so does the new consent', async () => {
    const { phone, followUpId } = await stage.patient()
    const program = { id: 'key:ehr', clinics: [] }
    pass()
    await revokeConsent(stage.sending, program, { phone, evidence: 'letter-1', words: '' })
    expect(await optOutOf(followUpId)).toMatchObject({ actor: 'key:ehr' })
    await grant(phone, { evidence: 'form-12', givenAt: later(stage.now(), 1) })
    const again = await stage.db.historyEntry.findFirst({ where: { followUpId, kind: 'opt-in-again' } })
    expect(again).toMatchObject({ actor: 'maya', detail: { evidence: 'form-12' } })
  })

  test('counts also when its reference was used for an earlier revocation that a new form had lifted', async () => {
    const phone = stage.newPhone()
    await revoke(phone, 'letter')
    await revoke(phone, 'letter')
    expect(await ledgerOf(phone)).toEqual(['revoke all letter'])
    await grant(phone, { evidence: 'form-9', givenAt: later(stage.now(), 1) })
    expect(await revoke(phone, 'letter')).toMatchObject({
      type: 'recorded',
      permission: { allowed: false, why: 'opted-out' },
    })
    expect(await ledgerOf(phone)).toHaveLength(3)
  })
})

describe(readContactProof, () => {
  const how = { at: new Date('2026-12-02T20:00:00Z'), exported: null }

  test('shows what a person wrote to licensed readers only, and writes down that they read it', async () => {
    const phone = stage.newPhone()
    await stage.text(phone, 'STOP')
    const seen = await readContactProof(stage.db, ASSISTANT, { phone }, how)
    expect(seen?.ledger).toMatchObject([{ kind: 'revoke', words: WITHHELD }])
    const { id } = await stage.db.contact.findUniqueOrThrow({ where: { phone } })
    const audit = () =>
      stage.db.auditEntry.findMany({ where: { subject: `contact:${id}` }, orderBy: { id: 'asc' } })
    expect(await audit()).toEqual([])
    const read = await readContactProof(stage.db, NURSE, { phone }, how)
    expect(read?.ledger).toMatchObject([{ words: 'STOP' }])
    expect(await audit()).toMatchObject([{ actor: 'ines', action: 'contact-read' }])
    await readContactProof(stage.db, ASSISTANT, { phone }, { ...how, exported: 'csv' })
    expect((await audit()).at(-1)).toMatchObject({ action: 'contact-exported', detail: { as: 'csv' } })
  })

  test('shows staff of another practice the ledger, and no item or text that is not theirs', async () => {
    const { phone } = await stage.patient()
    const harbor = { ...ASSISTANT, clinics: ['harbor'] }
    const proof = await readContactProof(stage.db, harbor, { phone }, how)
    expect(proof).toMatchObject({ ledger: [{ kind: 'grant' }], items: [], texts: [] })
    expect(proof?.permissions.map(({ scope }) => scope)).toEqual(['appointment-reminders', 'recall'])
  })

  test('a text that went is proven by the consent, the wording, the rules and the zones it went by', async () => {
    const patient = await stage.patient()
    await stage.send(patient)
    const proof = await readContactProof(stage.db, ASSISTANT, patient, how)
    const consentId = proof?.ledger[0]?.id
    expect(proof?.texts).toMatchObject([
      {
        state: 'sent',
        verdict: {
          type: 'go',
          proof: { consentId, zones: ['America/Los_Angeles'], policyVersion: expect.any(String) as string },
        },
      },
    ])
  })

  test('there is none for a number that was never in touch', async () => {
    expect(await readContactProof(stage.db, ASSISTANT, { phone: '+14155559876' }, how)).toBeNull()
  })
})

describe(findContacts, () => {
  test('finds somebody by number, its last digits, the name or the number of an item', async () => {
    const { phone, followUpId } = await stage.patient()
    await stage.db.contact.update({ where: { phone }, data: { name: 'Rosa 100% Nakamura' } })
    const { number } = await stage.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
    const national = phone.slice(2).replace(/(...)(...)(....)/, '($1) $2-$3')
    for (const asked of [
      phone,
      national,
      phone.slice(-4),
      'nakamura',
      '100%',
      `#${String(number)}`,
      String(number),
    ]) {
      const found = await findContacts(stage.db, ASSISTANT, asked)
      expect(
        found.map((one) => one.phone),
        asked,
      ).toContain(phone)
    }
    expect(await findContacts(stage.db, ASSISTANT, '%_%')).toEqual([])
    expect(await findContacts(stage.db, ASSISTANT, '99999999999999')).toEqual([])
  })

  test('whoever works for another practice finds a patient by the whole number only', async () => {
    const { phone } = await stage.patient()
    const harbor = { ...ASSISTANT, clinics: ['harbor'] }
    expect(await findContacts(stage.db, harbor, phone.slice(-4))).toEqual([])
    expect(await findContacts(stage.db, harbor, phone)).toMatchObject([{ phone, latestItem: null }])
  })
})

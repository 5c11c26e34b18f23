import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activeStops, resumeSending } from '../../../src/casework/sending/stops.ts'
import { CODE_RULES, type CodeRule } from '../../../src/domain/texting/carrier-code-table.ts'
import { nextTryAt } from '../../../src/domain/texting/carrier-codes.ts'
import {
  MAIN,
  startCasework,
  WEDNESDAY_11,
  type CaseworkStage,
  type Patient,
} from '../../support/casework.ts'
import { plannedTexts } from '../../support/planned-texts.ts'
import { refusal } from '../../support/twilio-rest.ts'

let stage: CaseworkStage
/** People whose text is planned, one for each test. */
let waiting: Patient[]
beforeAll(async () => {
  stage = await startCasework()
  const planned = await plannedTexts(stage.db, WEDNESDAY_11, 2 * rows.length)
  waiting = planned.map((one) => ({ ...one, callSid: '' }))
})
beforeEach(() => stage.setTime(WEDNESDAY_11))
afterEach(() => resumeSending({ db: stage.db, clock: stage.sending.clock }, 'test'))
afterAll(() => stage.close())

/** Twilio answers most refusals with 400; these codes come with their own status. */
const STATUS: Readonly<Record<number, number>> = {
  20003: 401,
  20403: 403,
  20404: 404,
  20429: 429,
  20500: 500,
}
const rows = CODE_RULES.map((rule) => ({ code: rule.code ?? 0, rule }))

describe('what the table says of a code happens', () => {
  test.each(rows)('$code as the answer to the request', async ({ code, rule }) => {
    const patient = waiting.pop()!
    stage.twilio.answerNext(refusal(code, STATUS[code]))
    await stage.send(patient)
    if (rule.message === 'look-up') {
      expect(await stage.message(patient)).toMatchObject({ state: 'unknown', sid: null, leftAt: [] })
      expect(await stage.history(patient.followUpId)).toContain('text-unknown')
    } else await expectText(patient, rule, 'failed')
    expect((await stage.message(patient)).leftAt).toEqual([])
    await expectRest(patient, rule, patient.messageId)
  })

  test.each(rows)('$code as a delivery report', async ({ code, rule }) => {
    const patient = waiting.pop()!
    await stage.send(patient)
    const { sid } = await stage.message(patient)
    await stage.report(patient, 'undelivered', code)
    await expectText(patient, rule, 'undelivered')
    expect((await stage.message(patient)).leftAt).toEqual([WEDNESDAY_11])
    await expectRest(patient, rule, sid ?? '')
  })
})

async function expectText(patient: Patient, rule: CodeRule, end: 'failed' | 'undelivered'): Promise<void> {
  const item = await stage.db.followUp.findUniqueOrThrow({ where: { id: patient.followUpId } })
  const again = nextTryAt(rule, WEDNESDAY_11, 0)
  const resumed = rule.message === 'recheck' && rule.account === 'stop'
  const message = await stage.message(patient)
  if (again === null && !resumed) {
    expect(message).toMatchObject({
      ...{ state: end, errorCode: rule.code, settledAt: WEDNESDAY_11, refusal: null, tries: 0 },
    })
    expect(item.escalation).toBe('undelivered')
    expect(await stage.history(patient.followUpId)).toContain(`text-${end}`)
    return
  }
  expect(message).toMatchObject({
    ...{ state: 'held', errorCode: rule.code, notBefore: again, tries: 1, settledAt: null },
    refusal: resumed ? 'sending-stopped' : rule.reason,
  })
  // A person is asked to phone when no try is left; that nobody knows when the text leaves shows at once.
  expect(item).toMatchObject({ escalation: resumed ? 'text-stopped' : null, lastAction: 'text-held' })
  const jobs = stage.enqueued.filter(({ id, at }) => id === patient.messageId && at > WEDNESDAY_11)
  expect(jobs).toEqual(again ? [{ name: 'send-text', id: patient.messageId, at: again }] : [])
}

/** What the code says of the number and of the account. */
async function expectRest(patient: Patient, rule: CodeRule, evidence: string): Promise<void> {
  const contact = await stage.db.contact.findUniqueOrThrow({
    where: { phone: patient.phone },
    include: { facts: true, consents: { where: { basis: 'carrier' } } },
  })
  const physical = rule.contact !== 'none' && rule.contact !== 'opted-out'
  expect(contact.textable).toBe(physical ? rule.contact : 'unknown')
  expect(contact.facts.map(({ kind, source, ...fact }) => [kind, source, fact.evidence])).toEqual(
    physical ? [[rule.contact, 'carrier', evidence]] : [],
  )
  const event = { 'opted-out': 'revoke', reassigned: 'drop' }[rule.contact as 'opted-out' | 'reassigned'] as
    string | undefined
  expect(contact.consents.map((line) => [line.kind, line.evidence])).toEqual(event ? [[event, evidence]] : [])
  const ofSender = ['sender-not-usable', 'unregistered-sender', 'filtered'].includes(rule.reason)
  // What all numbers send through: the messaging service and the campaign.
  const ofAll = [21701, 21703, 21704, 21705, 30033, 30034, 30990].includes(rule.code ?? 0)
  expect(await activeStops(stage.db)).toEqual(
    rule.account === 'stop'
      ? [
          {
            ...{ id: expect.any(String), at: WEDNESDAY_11, code: rule.code, reason: rule.reason },
            sender: ofSender && !ofAll ? MAIN : null,
          },
        ]
      : [],
  )
}

test.each([
  {
    note: 'a page of a proxy instead of an answer (502)',
    answer: { status: 502, body: '<html>' },
    state: 'unknown',
  },
  { note: 'a success that holds no text', answer: { status: 200, body: {} }, state: 'unknown' },
  { note: 'a refusal without a code (400)', answer: { status: 400, body: 'no' }, state: 'failed' },
  { note: 'a refusal with a code nobody knows', answer: refusal(21999), state: 'failed' },
  { note: 'too many requests without a code (429)', answer: { status: 429, body: '' }, state: 'held' },
  { note: 'an unknown account (401) without a code', answer: { status: 401, body: '' }, state: 'held' },
])('$note leaves the text $state', async ({ answer, state }) => {
  const patient = await stage.patient()
  stage.twilio.answerNext(answer)
  await stage.send(patient)
  expect(await stage.message(patient)).toMatchObject({ state, leftAt: [] })
})

test.each([
  { note: 'the connection was refused', code: 'ECONNREFUSED' },
  { note: 'the name was not found', code: 'ENOTFOUND' },
] as const)('nothing left when $note, so the text is tried again', async ({ code }) => {
  const patient = await stage.patient()
  stage.twilio.breakNext(code)
  await stage.send(patient)
  expect(await stage.message(patient)).toMatchObject({ state: 'held', refusal: 'carrier-busy', tries: 1 })
})

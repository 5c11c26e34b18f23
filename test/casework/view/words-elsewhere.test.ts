import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPractices } from '../../../src/casework/casework.ts'
import { callArrived } from '../../../src/casework/phone-calls.ts'
import { storePractices } from '../../../src/casework/practice-store.ts'
import { recordOutcome } from '../../../src/casework/staff-actions.ts'
import { readDossier } from '../../../src/casework/view/dossier.ts'
import { WITHHELD } from '../../../src/casework/view/redaction.ts'
import { messageTranscribed } from '../../../src/casework/voicemails.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../../support/casework.ts'
import { examplePractice } from '../../support/practice.ts'
import { sid } from '../../support/webhook.ts'
import { employ, type Colleague } from '../people.ts'

const WORDS = 'Please stop texting me about my chest pain and my HIV test'
const ELSEWHERE = '+14155550180'

const practice = examplePractice()
const other = {
  ...{ ...practice, clinicId: 'other', version: 'other:1' },
  lines: practice.lines.slice(0, 1).map((line) => ({ ...line, id: 'other/main', phone: ELSEWHERE })),
}

let stage: CaseworkStage
let nurse: Colleague
let assistant: Colleague
let phone: string
let count = 0

beforeAll(async () => {
  stage = await startCasework()
  await storePractices(stage.db, [practice, other], WEDNESDAY_11)
  nurse = await employ(stage.db, 'Ines', 'licensed')
  assistant = await employ(stage.db, 'Maya', 'assistant')
})
afterAll(() => stage.close())

/** What a reader sees of the words with which the texts were stopped. */
const wordsOn = async (followUpId: string, { reader }: Colleague) =>
  (await readDossier(stage.db, reader, { id: followUpId }, stage.now()))?.consents.map(({ words }) => words)

const WAYS = [
  {
    way: 'by voicemail',
    say: (callSid: string) =>
      messageTranscribed(stage.sending, {
        ...{ callSid, language: 'en', transcriptionSid: callSid.replace('CA', 'TR') },
        ...{ status: 'completed', text: WORDS },
      }),
  },
  { way: 'by text', say: () => stage.text(phone, WORDS) },
]

describe.each(WAYS)('the words of somebody who stops the texts $way', ({ say }) => {
  let first: string

  beforeEach(async () => {
    phone = stage.newPhone()
    const { callSid, followUpId } = await stage.call(phone)
    first = followUpId
    await say(callSid)
  })

  it('are read by the nurse on their own item, and not by an assistant', async () => {
    expect(await wordsOn(first, nurse)).toEqual([WORDS])
    expect(await wordsOn(first, assistant)).toEqual([WITHHELD])
  })

  it('are withheld on the same person’s next item, which is about something else', async () => {
    const { number } = await stage.db.followUp.findUniqueOrThrow({ where: { id: first } })
    await recordOutcome(stage.sending, nurse.actor, { number, outcome: 'resolved', note: 'Spoke with them.' })
    const { followUpId } = await stage.call(phone)
    expect(followUpId).not.toBe(first)
    expect(await wordsOn(followUpId, assistant)).toEqual([WITHHELD])
  })

  it('are withheld from everybody at another practice', async () => {
    const sending = { ...stage.sending, practices: createPractices([practice, other]) }
    await callArrived(sending, { callSid: sid('CA', 0xa00 + ++count), from: phone, to: ELSEWHERE })
    const { id } = await stage.db.followUp.findFirstOrThrow({
      where: { clinicId: 'other', contact: { phone } },
    })
    expect(await wordsOn(id, assistant)).toEqual([WITHHELD])
    expect(await wordsOn(id, nurse)).toEqual([WITHHELD])
  })
})

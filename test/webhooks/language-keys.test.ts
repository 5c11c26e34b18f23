import { afterAll, beforeAll, expect, it } from 'vitest'
import { voiceTwiml } from '../../webhooks/twiml.ts'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { createPractices } from '../../src/casework/casework.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import type { CallStep } from '../../src/domain/calling/call-flow.ts'
import { MAIN, startCasework, type CaseworkStage } from '../support/casework.ts'
import { examplePractice } from '../support/practice.ts'
import { sid } from '../support/webhook.ts'

/** In this practice 2 goes on in Spanish and 3 in English. */
const practice = examplePractice()
const bothWays = { ...practice, keys: { ...practice.keys, languages: { es: '2', en: '3' } } }
const practices = createPractices([bothWays])

let stage: CaseworkStage
let sending: CaseworkStage['sending']

beforeAll(async () => {
  stage = await startCasework()
  sending = { ...stage.sending, practices }
})
afterAll(() => stage.close())

/** Where the answer sends the next key. */
function nextKeyOf(step: CallStep, callSid: string): { turn: string; round: number } {
  const speaker = practices.lineByPhone(MAIN)
  const twiml = voiceTwiml(step, speaker, { publicUrl: 'https://practice.example', callSid })
  const [, action = ''] = /<Gather[^>]*action="([^"]+)"/.exec(twiml) ?? []
  const asked = new URL(action.replaceAll('&amp;', '&')).searchParams
  return { turn: asked.get('turn') ?? '', round: Number(asked.get('round')) }
}

it.each([
  { keys: ['2', '3', '2', '3'], last: 'en' },
  { keys: ['2', '3', '2'], last: 'es' },
])('a caller who changes the language by $keys goes on in the last one', async ({ keys, last }) => {
  const callSid = sid('CA', 0xa00 + keys.length)
  let step = await callArrived(sending, { callSid, from: stage.newPhone(), to: MAIN })
  for (const digits of keys) {
    const press = { callSid, digits, ...nextKeyOf(step, callSid) }
    step = await keyPressed(sending, press)
    // Told again, it is the same key press.
    expect(await keyPressed(sending, press)).toEqual(step)
  }
  expect(step).toMatchObject({ step: 'greet', language: last })
  const call = await stage.db.call.findUniqueOrThrow({
    where: { sid: callSid },
    include: { followUp: { include: { contact: true } } },
  })
  expect(call).toMatchObject({ language: last, followUp: { language: last, contact: { language: last } } })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { MAIN_LINE, OTHER_LINE, serve, type Served } from './served.ts'

/* Every way in which words of a patient, or about one, come in. None of them is in an answer to a key without the scope licensed. */
const SAID = ['zebra', 'quokka', 'narwhal', 'ocelot', 'wombat', 'axolotl', 'pangolin'] as const
const clinical = (word: (typeof SAID)[number]): string => `I have chest pain since the ${word} came`

const MARIA = '+14155550123'
const JUAN = '+14155550124'
const ROSA = '+12065550125'

let served: Served
let licensed: string
let others: string
/** every address that has something to read, for a key that may read everything */
let addresses: string[]

beforeAll(async () => {
  served = await serve()
  const { casework, db } = served
  licensed = await served.key(['licensed', 'manager'], ['cedar-grove'])
  others = await served.key(['intake', 'assistant', 'manager'], ['cedar-grove'])
  const text = (messageSid: string, from: string, to: string, body: string) =>
    textArrived(casework, { messageSid, from, to, body, mediaCount: 0, carrierVerdict: undefined })
  // A voicemail, with the same words in a text; a text that asks for no more; and the same at another practice.
  await callArrived(casework, { callSid: 'CA1', from: MARIA, to: MAIN_LINE, callerIdVerified: undefined })
  const call = { callSid: 'CA1', from: MARIA, to: MAIN_LINE, status: 'completed' }
  await messageRecorded(casework, { ...call, recordingSid: 'RE1', seconds: 20 })
  await messageTranscribed(casework, { ...call, transcriptionSid: 'TR1', text: clinical('zebra') })
  await text('SM1', MARIA, MAIN_LINE, clinical('quokka'))
  await text('SM2', JUAN, MAIN_LINE, `Please stop texting me, ${clinical('narwhal')}`)
  await text('SM3', ROSA, OTHER_LINE, clinical('pangolin'))
  // What programs hand in: a reason, a note, the note of an outcome, the words of a consent.
  const request = { trigger: 'web-form', phone: '+14155550126', reason: clinical('ocelot') }
  expect((await served.post('/follow-ups', request, licensed)).status).toBe(201)
  const { id } = await db.followUp.findFirstOrThrow({ where: { contact: { phone: MARIA } } })
  const note = await served.post(`/follow-ups/${id}/notes`, { note: clinical('wombat') }, licensed)
  const order = { outcome: 'resolved', note: clinical('axolotl') }
  const done = await served.post(`/follow-ups/${id}/outcomes`, order, licensed)
  expect([note.status, done.status]).toEqual([200, 200])
  const items = await db.followUp.findMany({ select: { id: true } })
  addresses = [
    ...['/follow-ups', '/follow-ups?open=true', '/follow-ups?open=false', '/audit?limit=200'],
    ...['daily-close', 'weekly', 'heatmap', 'messaging'].map((name) => `/reports/${name}`),
    ...items.map((item) => `/follow-ups/${item.id}`),
    ...[MARIA, JUAN, ROSA, '+14155550126'].flatMap((phone) => [
      `/messages?phone=${encodeURIComponent(phone)}`,
      `/contacts/${encodeURIComponent(phone)}`,
    ]),
  ]
})
afterAll(() => served.close())

/** The words that a key finds anywhere. */
async function found(key: string): Promise<string[]> {
  const answers = await Promise.all(addresses.map(async (path) => (await served.get(path, key)).text()))
  return SAID.filter((word) => answers.some((answer) => answer.includes(word)))
}

describe('what patients said', () => {
  it('is all there for a licensed key, of its own practices', async () => {
    expect(await found(licensed)).toEqual(SAID.filter((word) => word !== 'pangolin'))
  })

  it('is nowhere for a key with every other scope', async () => {
    expect(await found(others)).toEqual([])
  })

  it('is not in what a key without the scope gets back for acting, either', async () => {
    const { id } = await served.db.followUp.findFirstOrThrow({ where: { contact: { phone: MARIA } } })
    for (const [verb, body] of [
      ['notes', { note: 'Called the nurse.' }],
      ['reopen', { note: 'Called again.' }],
    ] as const) {
      const { body: answer } = await served.post(`/follow-ups/${id}/${verb}`, body, others)
      expect(SAID.filter((word) => JSON.stringify(answer).includes(word))).toEqual([])
    }
  })

  it('and whose numbers they are is not in the log', () => {
    const log = served.logged.join('\n')
    expect(SAID.filter((word) => log.includes(word))).toEqual([])
    expect(log).not.toMatch(/5550123|5550124|5550125/)
  })
})

describe('an item of another practice', () => {
  it('is neither read nor worked, whatever the scopes', async () => {
    const foreign = await served.db.followUp.findFirstOrThrow({ where: { clinicId: 'harbor' } })
    const key = await served.key(['assistant', 'licensed', 'manager'], ['cedar-grove'])
    const note = { note: 'Not mine.' }
    for (const [verb, body] of [
      ...[['claim', {}] as const, ['release', {}] as const, ['acknowledge', {}] as const],
      ...[['notes', note] as const, ['reopen', note] as const],
      ['outcomes', { outcome: 'no-answer' }],
      ['remove', { ...note, reason: 'duplicate' }],
    ] as const)
      expect((await served.post(`/follow-ups/${foreign.id}/${verb}`, body, key)).status).toBe(404)
    const consent = {
      kind: 'grant',
      scope: 'this-request',
      basis: 'form',
      evidence: 'f',
      followUp: foreign.id,
    }
    const refused = await served.post(`/contacts/${encodeURIComponent(ROSA)}/consents`, consent, key)
    expect(refused.status).toBe(404)
    const seen = await served.get(`/audit?subject=follow-up:${foreign.id}`, key)
    expect(await seen.json()).toEqual({ items: [], next: null })
    expect(await served.db.followUp.findUniqueOrThrow({ where: { id: foreign.id } })).toEqual(foreign)
  })
})

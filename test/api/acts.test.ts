import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { claim } from '../../src/casework/staff-actions.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, serve, type Answered, type Served } from './served.ts'

let served: Served
let document: Document
let assistant: string
let licensed: string
beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  assistant = await served.key(['assistant'])
  licensed = await served.key(['licensed'])
})
beforeEach(() => served.setTime(WEDNESDAY_9))
afterAll(() => served.close())

let count = 0
/** A missed call. */
async function newItem(): Promise<{ id: string; number: number }> {
  const callSid = `CA${String(++count)}`
  const from = `+1415555${String(3000 + count)}`
  await callArrived(served.casework, { callSid, from, to: MAIN_LINE, callerIdVerified: undefined })
  return served.db.followUp.findFirstOrThrow({
    where: { contact: { phone: from } },
    select: { id: true, number: true },
  })
}

async function act({ id }: { id: string }, verb: string, body: unknown, key = assistant): Promise<Answered> {
  const answer = await served.post(`/follow-ups/${id}/${verb}`, body, key)
  const promised = promisedAnswer(document, `/follow-ups/{id}/${verb}`, answer.status, 'post')
  expect(promised.safeParse(answer.body).error).toBeUndefined()
  return answer
}
const refused = (kind: string) => ({ body: { type: `urn:ringback:problem:${kind}` } })

describe('an act of a program', () => {
  it('is in history and audit under its key', async () => {
    const item = await newItem()
    await act(item, 'notes', { note: 'Prefers mornings.' })
    const { id: keyId } = await served.db.apiKey.findFirstOrThrow({ where: { scopes: { has: 'assistant' } } })
    const [line] = await served.db.historyEntry.findMany({
      where: { followUpId: item.id, kind: 'note-added' },
      orderBy: { id: 'asc' },
    })
    expect(line).toMatchObject({ actor: `key:${keyId}`, detail: { note: 'Prefers mornings.' } })
    expect(
      await served.db.auditEntry.findMany({
        where: { subject: `follow-up:${item.id}`, action: 'note-added' },
        orderBy: { id: 'asc' },
      }),
    ).toMatchObject([{ actor: `key:${keyId}` }])
  })

  it('takes an item under the name of the key, and nobody else acts on it until it is released', async () => {
    const item = await newItem()
    const response = await fetch(`${served.url}/api/v1/follow-ups/${item.id}/claim`, {
      method: 'POST',
      headers: { authorization: `Bearer ${assistant}` },
    })
    expect([response.status, await response.json()]).toMatchObject([200, { owner: 'test' }])
    const maya = { id: 'maya', name: 'Maya', roles: ['assistant' as const], clinics: [] }
    expect(await claim(served.casework, maya, { number: item.number })).toMatchObject({
      reason: 'claimed-by-another',
    })
    expect(await act(item, 'notes', { note: 'From the other desk.' }, licensed)).toMatchObject({
      status: 200,
    })
    expect(await act(item, 'claim', {}, licensed)).toMatchObject({
      status: 409,
      ...refused('claimed-by-another'),
    })
    const history = await (await served.get(`/follow-ups/${item.id}`, assistant)).json()
    expect(history).toMatchObject({ owner: 'test' })
    expect(await act(item, 'release', {})).toMatchObject({ status: 200, body: { owner: 'assistant' } })
  })

  it('records an outcome, and answers with what comes next', async () => {
    const item = await newItem()
    const callbackAt = later(WEDNESDAY_9, 24 * 60).toISOString()
    expect(await act(item, 'outcomes', { outcome: 'callback-requested', callbackAt })).toMatchObject({
      status: 200,
      body: {
        status: 'callback-needed',
        nextAction: 'call-back-at-agreed-time',
        dueAt: callbackAt,
        attempts: 1,
      },
    })
  })

  it('closes with a note, and opens again', async () => {
    const item = await newItem()
    expect(await act(item, 'outcomes', { outcome: 'resolved' })).toMatchObject({
      status: 400,
      body: { parameters: [{ name: 'note' }] },
    })
    expect(await act(item, 'outcomes', { outcome: 'resolved', note: 'Booked by mail.' })).toMatchObject({
      body: { status: 'closed', outcome: 'resolved', dueAt: null },
    })
    expect(await act(item, 'outcomes', { outcome: 'no-answer' })).toMatchObject({
      status: 409,
      ...refused('closed-already'),
    })
    expect(await act(item, 'reopen', { note: 'She called again.' })).toMatchObject({
      status: 200,
      body: { outcome: null, closedAt: null },
    })
    expect(await act(item, 'reopen', { note: 'Once more.' })).toMatchObject({
      status: 409,
      ...refused('not-closed'),
    })
  })

  it('takes an item off the list for a reason', async () => {
    const item = await newItem()
    expect(await act(item, 'remove', { reason: 'import-undone', note: 'x' })).toMatchObject({ status: 400 })
    expect(await act(item, 'remove', { reason: 'duplicate', note: 'Same person as 12.' })).toMatchObject({
      body: { status: 'closed', outcome: 'removed' },
    })
  })

  it('on an item of the clinical team needs the scope licensed', async () => {
    const item = await newItem()
    await act(item, 'notes', { note: 'Says she has chest pain.' })
    expect(await act(item, 'acknowledge', {})).toMatchObject({ status: 403, ...refused('not-your-queue') })
    expect(await act(item, 'acknowledge', {}, licensed)).toMatchObject({
      status: 200,
      body: { owner: 'test' },
    })
  })

  it.each([
    ['outcomes', { outcome: 'removed' }, 'outcome'],
    ['outcomes', { outcome: 'callback-requested' }, 'callbackAt'],
    ['outcomes', { outcome: 'callback-requested', callbackAt: '2026-12-02T16:59:00Z' }, 'callbackAt'],
    ['outcomes', { outcome: 'callback-requested', callbackAt: '2999-12-02T16:59:00Z' }, 'callbackAt'],
    ['notes', { note: '' }, 'note'],
    ['remove', { note: 'why' }, 'reason'],
  ])('%s %j is told what was expected of %s', async (verb, body, name) => {
    expect(await act(await newItem(), verb, body)).toMatchObject({
      status: 400,
      body: { parameters: [{ name }] },
    })
  })

  it('on what is not there, or of another clinic, is told that it is not there', async () => {
    const item = await newItem()
    const harbor = await served.key(['assistant'], ['harbor'])
    const missing = { id: '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10' }
    for (const answer of [
      await act(item, 'claim', {}, harbor),
      await act(missing, 'claim', {}),
      await act({ id: '12' }, 'notes', { note: 'x' }),
    ])
      expect(answer).toMatchObject({ status: 404, ...refused('not-found') })
    expect(await act(item, 'claim', {}, await served.key(['intake']))).toMatchObject({ status: 403 })
  })
})

describe('routing by a program', () => {
  it('raises an item whose queue it does not work, and its note is for licensed readers alone', async () => {
    const item = await newItem()
    const raised = await act(item, 'raise', { urgency: 'urgent', note: 'Sounds confused.' })
    expect(raised).toMatchObject({ status: 200, body: { queue: 'licensed', urgency: 'urgent' } })
    const read = async (key: string) => (await served.get(`/follow-ups/${item.id}`, key)).text()
    expect(await read(assistant)).not.toContain('confused')
    expect(await read(licensed)).toContain('Sounds confused.')
    expect(await act(item, 'claim', undefined, assistant)).toMatchObject(refused('not-your-queue'))
  })

  it('lowers it only with the scope licensed, a reason, and all words before it', async () => {
    const item = await newItem()
    await act(item, 'raise', { urgency: 'clinical' })
    const lower = { reason: 'Asks where to park.', historyRead: 3 }
    expect((await act(item, 'lower', lower)).status).toBe(403)
    expect((await act(item, 'lower', { historyRead: 3 }, licensed)).status).toBe(400)
    await act(item, 'notes', { note: 'now her rash is worse' })
    expect(await act(item, 'lower', lower, licensed)).toMatchObject(refused('changed-meanwhile'))
    const { history } = (await (await served.get(`/follow-ups/${item.id}`, licensed)).json()) as {
      history: unknown[]
    }
    const lowered = await act(item, 'lower', { ...lower, historyRead: history.length }, licensed)
    expect(lowered).toMatchObject({ status: 200, body: { queue: 'assistant', urgency: 'routine' } })
  })
})

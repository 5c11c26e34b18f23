import { describe, expect, test } from 'vitest'
import { ACCOUNT, callLine, clientOf, DESK, LINE, PATIENT, startRig, TOKEN, type Rig } from './rig.ts'

const recorded = {
  '/voice': '<Record action="/done" transcribe="true" transcribeCallback="/transcription"/>',
  '/done': '<Hangup/>',
}

type CallsPage = { calls: { sid: string }[]; next_page_uri: string | null }
type RecordingsPage = { recordings: { sid: string; call_sid: string }[]; next_page_uri: string | null }
const authorization = `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`

async function pageAt<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { authorization } })
  return (await answer.json()) as T
}

/** Leaves a message of some seconds on the main line. @returns the call's SID */
async function leaveMessage(rig: Rig, seconds = 5): Promise<string> {
  const { sid } = await callLine(rig)
  await rig.control.speak(sid, { text: 'Please call me', seconds, hangUp: true })
  await rig.control.idle({ advance: true })
  return sid
}

describe('the carrier’s log, asked from an instant on', () => {
  test('lists the calls, recordings and texts of a time to the second', async () => {
    const rig = await startRig({ ...recorded, '/sms': '' })
    const client = clientOf(rig)
    await leaveMessage(rig)
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Early' })
    await rig.control.setClock(new Date('2026-03-02T18:30:45Z'))
    const later = await leaveMessage(rig)
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Late' })
    const from = new Date('2026-03-02T18:30:45Z')
    expect((await client.calls.list({ startTimeAfter: from })).map((call) => call.sid)).toEqual([later])
    expect(
      (await client.recordings.list({ dateCreatedAfter: from })).map((recording) => recording.callSid),
    ).toEqual([later])
    expect((await client.messages.list({ dateSentAfter: from })).map((text) => text.body)).toEqual(['Late'])
    const after = new Date('2026-03-02T18:31:45Z')
    expect(await client.calls.list({ startTimeAfter: after })).toEqual([])
    expect(await client.recordings.list({ dateCreatedAfter: after })).toEqual([])
    expect(await client.messages.list({ dateSentAfter: after })).toEqual([])
    expect(await client.calls.list({ startTimeAfter: from, startTimeBefore: after })).toHaveLength(1)
    expect(
      await client.recordings.list({ dateCreatedBefore: new Date('2026-03-02T18:30:44Z') }),
    ).toHaveLength(1)
  })

  test('goes on page by page to where it began, whatever is deleted meanwhile', async () => {
    const rig = await startRig(recorded)
    const client = clientOf(rig)
    const left: string[] = []
    for (let message = 0; message < 5; message += 1) left.push(await leaveMessage(rig))
    const seen: string[] = []
    let next: string | null = `${rig.account}/Recordings.json?PageSize=2`
    while (next !== null) {
      const page: RecordingsPage = await pageAt<RecordingsPage>(next)
      for (const { sid, call_sid: callSid } of page.recordings) {
        seen.push(callSid)
        await client.recordings(sid).remove()
      }
      next = page.next_page_uri && rig.sandbox.url + page.next_page_uri
    }
    expect(seen).toEqual(left.toReversed())
    expect(await client.recordings.list()).toEqual([])
  })

  test('gives a page, its address and the address of the next', async () => {
    const rig = await startRig({ '/voice': '<Hangup/>' })
    for (let call = 0; call < 3; call += 1) await callLine(rig)
    const first = await pageAt<CallsPage>(`${rig.account}/Calls.json?PageSize=2`)
    expect(first.calls).toHaveLength(2)
    expect(first.next_page_uri).toMatch(/Calls\.json\?PageSize=2&Page=1&PageToken=PACA[0-9a-f]{32}$/)
    const second = await pageAt<CallsPage>(rig.sandbox.url + first.next_page_uri!)
    expect(second).toMatchObject({ next_page_uri: null, page: 1, page_size: 2, start: 2, end: 2 })
    expect(new Set([...first.calls, ...second.calls].map((call) => call.sid)).size).toBe(3)
  })
})

test('the legs of a call are found by the call they belong to', async () => {
  const rig = await startRig({
    '/voice': `<Dial answerOnBridge="true" action="/dialed">${DESK}</Dial>`,
    '/dialed': '',
  })
  await rig.control.setPhone(DESK, { pickUp: 'busy' })
  const call = await callLine(rig)
  await callLine(rig)
  const legs = await clientOf(rig).calls.list({ parentCallSid: call.sid })
  expect(legs).toMatchObject([
    { to: DESK, from: PATIENT, parentCallSid: call.sid, status: 'busy', duration: '0' },
  ])
  expect(await clientOf(rig).calls(legs[0]!.sid).fetch()).toMatchObject({ direction: 'outbound-dial' })
})

test('what is attached to a text is listed in its order and can be deleted one by one', async () => {
  const rig = await startRig({ '/sms': '' })
  const media = ['image/jpeg', 'text/vcard']
  const { sid } = await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Look', media })
  const attached = clientOf(rig).messages(sid).media
  const list = await attached.list()
  expect(list).toMatchObject(media.map((contentType) => ({ contentType, parentSid: sid })))
  const [picture, card] = list.map((one) => one.sid)
  expect(await clientOf(rig).messages(sid).media(picture!).fetch()).toMatchObject({ sid: picture })
  expect(await clientOf(rig).messages(sid).media(picture!).remove()).toBe(true)
  expect((await attached.list()).map((one) => one.sid)).toEqual([card])
  expect((await rig.rest('GET', `/Messages/${sid}/Media/${picture!}`)).status).toBe(404)
  expect((await rig.rest('GET', `/Messages/${sid}/Media/${card!}`)).status).toBe(200)
  await expect(clientOf(rig).messages(sid).media(picture!).remove()).rejects.toMatchObject({ status: 404 })
})

describe('a recording', () => {
  test('leads to its transcripts, and each can be deleted', async () => {
    const rig = await startRig(recorded)
    const client = clientOf(rig)
    await leaveMessage(rig)
    await leaveMessage(rig)
    const [recording] = await client.recordings.list()
    const [transcript, ...others] = await client.recordings(recording!.sid).transcriptions.list()
    expect(others).toEqual([])
    expect(transcript).toMatchObject({ recordingSid: recording!.sid, transcriptionText: 'Please call me' })
    expect(await client.transcriptions.list()).toHaveLength(2)
    expect(await client.transcriptions(transcript!.sid).fetch()).toMatchObject({ status: 'completed' })
    expect(await client.transcriptions(transcript!.sid).remove()).toBe(true)
    await expect(client.transcriptions(transcript!.sid).fetch()).rejects.toMatchObject({ code: 20404 })
    expect(await client.recordings(recording!.sid).transcriptions.list()).toEqual([])
    expect(await client.recordings(recording!.sid).remove()).toBe(true)
    await expect(client.recordings(recording!.sid).remove()).rejects.toMatchObject({ status: 404 })
    await expect(client.recordings(`RE${'0'.repeat(32)}`).transcriptions.list()).rejects.toMatchObject({
      code: 20404,
    })
  })

  const sound = async (rig: Rig, path: string, range?: string): Promise<Response> =>
    fetch(`${rig.account}/Recordings/${path}`, {
      headers: { authorization, ...(range ? { range } : {}) },
    })

  test.each([
    { ending: '', type: 'audio/x-wav', bytes: 44 + 100 * 16_000 },
    { ending: '.wav', type: 'audio/x-wav', bytes: 44 + 100 * 16_000 },
    { ending: '.mp3', type: 'audio/mpeg', bytes: 2778 * 144 },
  ])('is played in full or in part as “$ending”', async ({ ending, type, bytes }) => {
    const rig = await startRig(recorded)
    await leaveMessage(rig, 100)
    const [recording] = await clientOf(rig).recordings.list()
    const path = `${recording!.sid}${ending}`
    const whole = await sound(rig, path)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, type])
    const all = Buffer.from(await whole.arrayBuffer())
    expect(all.length).toBe(bytes)
    const part = await sound(rig, path, 'bytes=5000-5999')
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5000-5999/${bytes}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(all.subarray(5000, 6000))).toBe(true)
    const tail = await sound(rig, path, `bytes=${bytes - 10}-`)
    expect(tail.headers.get('content-range')).toBe(`bytes ${bytes - 10}-${bytes - 1}/${bytes}`)
    expect((await sound(rig, path, `bytes=${bytes}-`)).status).toBe(416)
  })

  test('cannot be fetched while its sound is unavailable', async () => {
    const rig = await startRig(recorded)
    await leaveMessage(rig)
    const [recording] = await clientOf(rig).recordings.list()
    await rig.control.setFaults(LINE, { media: 'unavailable' })
    for (const ending of ['', '.wav', '.mp3']) {
      const answer = await sound(rig, recording!.sid + ending)
      expect([answer.status, await answer.json()]).toMatchObject([503, { code: 20500 }])
    }
    await rig.control.clearFaults(LINE)
    expect((await sound(rig, recording!.sid)).status).toBe(200)
  })
})

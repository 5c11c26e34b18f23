import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  carrierRecordings,
  type CarrierRecordings,
  type RecordingSound,
} from '../../src/platform/carrier/recordings.ts'

const ACCOUNT = `AC${'1'.repeat(32)}`
const RECORDING = `RE${'a'.repeat(32)}`
const TRANSCRIPT = `TR${'b'.repeat(32)}`
const SOUND = Buffer.from('0123456789')

/** The carrier's side of the wire: what was asked, and what the test wants it to answer. */
const asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = []
let answer: (response: ServerResponse, request: IncomingMessage) => void
let recordings: CarrierRecordings
let apiUrl: string
const server = createServer((request, response) => {
  asked.push(request)
  answer(response, request)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  apiUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  recordings = carrierRecordings({ accountSid: ACCOUNT, authToken: 'secret', apiUrl })
})
beforeEach(() => {
  asked.length = 0
})
afterAll(async () => {
  server.closeAllConnections()
  await once(server.close(), 'close')
})

const audio = { 'content-type': 'audio/mpeg' }
function answersWith(
  status: number,
  headers: Record<string, string | number>,
  body: Buffer | string = '',
): void {
  answer = (response) => response.writeHead(status, headers).end(body)
}

/** A carrier that knows nothing of ranges. */
function answersWithEverything(): void {
  answersWith(200, { ...audio, 'content-length': SOUND.length }, SOUND)
}

async function textOf(sound: RecordingSound): Promise<string> {
  if (sound.type !== 'sound') throw new Error(`There is no sound: ${sound.type}`)
  return new Response(sound.body).text()
}

describe('opening a recording', () => {
  test('asks our own account for the MP3, with our credentials, and hands the sound on', async () => {
    answersWithEverything()
    const sound = await recordings.openRecording(RECORDING, undefined)
    expect(sound).toMatchObject({
      status: 200,
      contentType: 'audio/mpeg',
      contentLength: 10,
      contentRange: null,
    })
    expect(await textOf(sound)).toBe('0123456789')
    expect(asked.map(({ method, url }) => `${method ?? ''} ${url ?? ''}`)).toEqual([
      `GET /2010-04-01/Accounts/${ACCOUNT}/Recordings/${RECORDING}.mp3`,
    ])
    const { authorization } = asked[0]!.headers
    expect(authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:secret`).toString('base64')}`)
  })

  test('passes on the part that a player asks for', async () => {
    answer = (response, { headers }) => {
      response
        .writeHead(206, { ...audio, 'content-length': 3, 'content-range': `${headers.range ?? ''}!` })
        .end('234')
    }
    const sound = await recordings.openRecording(RECORDING, 'bytes=2-4')
    expect(sound).toMatchObject({ status: 206, contentLength: 3, contentRange: 'bytes=2-4!' })
    expect(await textOf(sound)).toBe('234')
  })

  test.each([
    { range: 'bytes=2-4', contentRange: 'bytes 2-4/10', part: '234' },
    { range: 'bytes=7-', contentRange: 'bytes 7-9/10', part: '789' },
    { range: 'bytes=-4', contentRange: 'bytes 6-9/10', part: '6789' },
    { range: 'bytes=-400', contentRange: 'bytes 0-9/10', part: '0123456789' },
    { range: 'bytes=8-400', contentRange: 'bytes 8-9/10', part: '89' },
  ])('cuts $range out itself when the carrier sends everything', async ({ range, contentRange, part }) => {
    answersWithEverything()
    const sound = await recordings.openRecording(RECORDING, range)
    expect(sound).toMatchObject({ status: 206, contentRange, contentLength: part.length })
    expect(await textOf(sound)).toBe(part)
  })

  test('a part that begins in one piece of the sound and ends in a later one is whole', async () => {
    answer = (response) => {
      response.writeHead(200, { ...audio, 'content-length': 10 })
      response.write('0123')
      response.write('45', () => response.end('6789'))
    }
    expect(await textOf(await recordings.openRecording(RECORDING, 'bytes=3-7'))).toBe('34567')
  })

  test.each(['bytes=10-', 'bytes=5-4', 'bytes=-0'])('%s lies outside the sound', async (range) => {
    answersWithEverything()
    expect(await recordings.openRecording(RECORDING, range)).toEqual({
      type: 'bad-range',
      contentRange: 'bytes */10',
    })
  })

  test('so says the carrier', async () => {
    answersWith(416, { 'content-range': 'bytes */10' })
    expect(await recordings.openRecording(RECORDING, 'bytes=99-')).toEqual({
      type: 'bad-range',
      contentRange: 'bytes */10',
    })
  })

  test.each(['bytes=0-1,4-5', 'items=0-1', 'bytes=-', 'bytes=1-2\u00e9'])(
    'what is no single range of bytes is not passed on: %s',
    async (range) => {
      answersWithEverything()
      expect(await textOf(await recordings.openRecording(RECORDING, range))).toBe('0123456789')
      expect(asked[0]?.headers.range).toBeUndefined()
    },
  )

  test('a sound whose size is not told comes whole', async () => {
    answer = (response) => response.writeHead(200, audio).end(SOUND)
    const sound = await recordings.openRecording(RECORDING, 'bytes=2-4')
    expect(sound).toMatchObject({ status: 200, contentLength: null, contentRange: null })
    expect(await textOf(sound)).toBe('0123456789')
  })

  test.each([404, 410])('%i: it is gone', async (status) => {
    answersWith(status, { 'content-type': 'application/json' }, '{"code":20404}')
    expect(await recordings.openRecording(RECORDING, undefined)).toEqual({ type: 'gone' })
  })

  test.each([
    { note: 'the carrier is down', status: 503, headers: { 'content-type': 'application/json' } },
    { note: 'our credentials are refused', status: 401, headers: { 'content-type': 'application/json' } },
    { note: 'a page instead of a sound', status: 200, headers: { 'content-type': 'text/html' } },
    {
      note: 'a part that nobody asked for',
      status: 206,
      headers: { ...audio, 'content-range': 'bytes 0-1/10' },
    },
  ])('$note: it cannot be had now', async ({ status, headers }) => {
    answersWith(status, headers, 'something')
    expect(await recordings.openRecording(RECORDING, undefined)).toEqual({ type: 'unavailable' })
  })

  test('no redirect is followed, so that our credentials never travel', async () => {
    answersWith(302, { ...audio, location: `${apiUrl}/elsewhere` })
    expect(await recordings.openRecording(RECORDING, undefined)).toEqual({ type: 'unavailable' })
    expect(asked).toHaveLength(1)
  })

  test('a connection that breaks: it cannot be had now', async () => {
    answer = (response) => response.destroy()
    expect(await recordings.openRecording(RECORDING, undefined)).toEqual({ type: 'unavailable' })
  })

  test.each([`RE${'a'.repeat(31)}`, `../Messages/${RECORDING}`, 'https://evil.example/RE', ''])(
    'an id that is none is never asked for: "%s"',
    async (sid) => {
      expect(await recordings.openRecording(sid, undefined)).toEqual({ type: 'gone' })
      expect(asked).toEqual([])
    },
  )
})

describe('deleting', () => {
  test.each([204, 404])('a recording and its transcript: %i means that they are gone', async (status) => {
    answersWith(status, {})
    await recordings.deleteRecording(RECORDING)
    await recordings.deleteTranscript(TRANSCRIPT)
    expect(asked.map(({ method, url }) => `${method ?? ''} ${url ?? ''}`)).toEqual([
      `DELETE /2010-04-01/Accounts/${ACCOUNT}/Recordings/${RECORDING}.json`,
      `DELETE /2010-04-01/Accounts/${ACCOUNT}/Transcriptions/${TRANSCRIPT}.json`,
    ])
  })

  test.each([200, 302, 401, 500])('%i: nobody may believe that it was deleted', async (status) => {
    answersWith(status, {})
    await expect(recordings.deleteRecording(RECORDING)).rejects.toThrow(`answered ${String(status)}`)
    await expect(recordings.deleteTranscript(TRANSCRIPT)).rejects.toThrow(`answered ${String(status)}`)
  })

  test('an id that is none deletes nothing', async () => {
    await expect(recordings.deleteRecording('../Calls')).rejects.toThrow('An id of the form')
    await expect(recordings.deleteTranscript(RECORDING)).rejects.toThrow('An id of the form')
    expect(asked).toEqual([])
  })
})

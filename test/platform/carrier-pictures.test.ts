import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  carrierPictures,
  type CarrierPictures,
  type PictureData,
} from '../../src/platform/carrier/pictures.ts'
import { closeNetwork, openNetwork } from '../support/network.ts'

const ACCOUNT = `AC${'1'.repeat(32)}`
const TEXT = `MM${'a'.repeat(32)}`
const MEDIA = `ME${'b'.repeat(32)}`

/** The carrier's side of the wire: what was asked, and what the test wants it to answer. */
const asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = []
let answer: (response: ServerResponse) => void
let pictures: CarrierPictures
const server = createServer((request, response) => {
  asked.push(request)
  answer(response)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const apiUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  pictures = carrierPictures({ accountSid: ACCOUNT, authToken: 'secret', apiUrl })
  closeNetwork()
})
beforeEach(() => {
  asked.length = 0
})
afterEach(() => nock.cleanAll())
afterAll(async () => {
  openNetwork()
  server.closeAllConnections()
  await once(server.close(), 'close')
})

function answersWith(status: number, headers: Record<string, string>, body = ''): void {
  answer = (response) => response.writeHead(status, headers).end(body)
}
const redirectsTo = (location: string): void => answersWith(307, { location })
async function bytesOf(picture: PictureData): Promise<string> {
  if (picture.type !== 'picture') throw new Error(`There is no picture: ${picture.type}`)
  return new Response(picture.body).text()
}

describe('deleting a picture', () => {
  test.each([204, 404])('%i means that it is gone', async (status) => {
    answersWith(status, {})
    await pictures.deletePicture(TEXT, MEDIA)
    expect(asked.map(({ method, url }) => `${method ?? ''} ${url ?? ''}`)).toEqual([
      `DELETE /2010-04-01/Accounts/${ACCOUNT}/Messages/${TEXT}/Media/${MEDIA}.json`,
    ])
  })

  test.each([200, 302, 401, 500])('%i: nobody may believe that it was deleted', async (status) => {
    answersWith(status, { location: '/elsewhere' })
    await expect(pictures.deletePicture(TEXT, MEDIA)).rejects.toThrow(`answered ${String(status)}`)
    expect(asked).toHaveLength(1)
  })

  test('ids that are none delete nothing', async () => {
    await expect(pictures.deletePicture('../..', MEDIA)).rejects.toThrow('An id of the form')
    await expect(pictures.deletePicture(TEXT, '../../x')).rejects.toThrow('An id of the form')
    expect(asked).toEqual([])
  })
})

describe('opening a picture', () => {
  test('asks our own account by the ids of the text and the picture, with our credentials', async () => {
    answersWith(200, { 'content-type': 'image/png' }, 'bytes')
    const picture = await pictures.openPicture(TEXT, MEDIA)
    expect(picture).toMatchObject({ contentType: 'image/png' })
    expect(await bytesOf(picture)).toBe('bytes')
    expect(asked.map(({ url }) => url)).toEqual([
      `/2010-04-01/Accounts/${ACCOUNT}/Messages/${TEXT}/Media/${MEDIA}`,
    ])
    expect(asked[0]!.headers.authorization).toMatch(/^Basic /)
  })

  test('follows the carrier to its own place for media, and gives our credentials to nobody there', async () => {
    const withCredentials = nock('https://mms.twiliocdn.com', { reqheaders: { authorization: /./ } })
      .get('/x?Expires=1')
      .reply(500)
    nock('https://mms.twiliocdn.com', { badheaders: ['authorization'] })
      .get('/x?Expires=1')
      .reply(200, 'bytes', { 'content-type': 'image/jpeg' })
    redirectsTo('https://mms.twiliocdn.com/x?Expires=1')
    expect(await bytesOf(await pictures.openPicture(TEXT, MEDIA))).toBe('bytes')
    expect(withCredentials.isDone()).toBe(false)
  })

  test.each([
    ['another host', 'https://attacker.example/x'],
    ['a host that only looks like the carrier’s', 'https://mms.twiliocdn.com.attacker.example/x'],
    ['somebody else’s store in the same cloud', 'https://s3-external-1.amazonaws.com/attacker/x'],
    ['an unencrypted address', 'http://mms.twiliocdn.com/x'],
    ['this machine', 'http://127.0.0.1:1/x'],
    ['an address with a name in it', 'https://user:pass@mms.twiliocdn.com/x'],
  ])('refuses a redirect to %s', async (_what, location) => {
    redirectsTo(location)
    expect(await pictures.openPicture(TEXT, MEDIA)).toEqual({ type: 'unavailable' })
    expect(asked).toHaveLength(1)
  })

  test('does not follow redirects round and round', async () => {
    redirectsTo('/again')
    expect(await pictures.openPicture(TEXT, MEDIA)).toEqual({ type: 'unavailable' })
    expect(asked).toHaveLength(3)
    expect(asked.slice(1).every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })

  test('asks nothing for ids that are none', async () => {
    for (const [text, media] of [
      ['../..', MEDIA],
      [TEXT, '../../Messages.json'],
      [TEXT, ''],
    ] as const)
      expect(await pictures.openPicture(text, media)).toEqual({ type: 'gone' })
    expect(asked).toEqual([])
  })

  test('tells what is gone from what cannot be had now', async () => {
    answersWith(404, {})
    expect(await pictures.openPicture(TEXT, MEDIA)).toEqual({ type: 'gone' })
    answersWith(503, {})
    expect(await pictures.openPicture(TEXT, MEDIA)).toEqual({ type: 'unavailable' })
  })
})

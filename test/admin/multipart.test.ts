import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readUpload } from '../../src/admin/multipart.ts'
import { BadInput } from '../../src/platform/errors.ts'

let server: Server
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      try {
        const upload = await readUpload(request)
        const { fields, file } = upload
        const content = file && request.url !== '/unread' ? await text(file.bytes) : null
        await upload.drain()
        response.end(JSON.stringify({ fields, name: file?.name ?? null, content }))
      } catch (error) {
        response.statusCode = error instanceof BadInput ? 400 : 500
        response.end(error instanceof Error ? error.message : '')
      }
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  await once(server, 'close')
})

const BOUNDARY = '----WebKitFormBoundaryabc'
const part = (head: string, body: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
const end = `--${BOUNDARY}--\r\n`

const post = (body: FormData | string, path = '/') =>
  fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method: 'POST',
    body,
    ...(typeof body === 'string'
      ? { headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
      : {}),
  })

describe('a form with a file', () => {
  test('that a browser sends is read, and so is one where nobody chose a file', async () => {
    const form = new FormData()
    form.set('line', 'main')
    form.set('file', new File(['Phone\n415'], 'lista ñ.csv', { type: 'text/csv' }))
    const read = async () => (await post(form)).json()
    expect(await read()).toEqual({ fields: { line: 'main' }, name: 'lista ñ.csv', content: 'Phone\n415' })
    form.set('file', new File([], ''))
    expect(await read()).toMatchObject({ name: null, content: null })
    form.delete('file')
    expect(await read()).toMatchObject({ fields: { line: 'main' }, name: null })
  })

  test('whose file is refused unread is answered all the same', async () => {
    const form = new FormData()
    form.set('file', new File(['x'.repeat(3_000_000)], 'recall.csv'))
    expect(await (await post(form, '/unread')).json()).toMatchObject({ name: 'recall.csv', content: null })
  })

  const file = part('name="file"; filename="recall.csv"', 'Phone\r\n415')
  test.each([
    { note: 'breaks off inside the file', body: file.slice(0, -8) },
    { note: 'has an endless field', body: part('name="x"', 'x'.repeat(5_000)) + end },
    { note: 'is no form', body: 'hello' },
  ])('that $note is refused', async ({ body }) => {
    expect((await post(body)).status).toBe(400)
    expect((await post(file + end)).status).toBe(200)
  })

  test('is expected to be one', async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/`, { method: 'POST', body: 'x=1' })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('multipart')])
  })
})

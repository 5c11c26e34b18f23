import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** TwiML beyond this is refused by the carrier (11750). */
const LARGEST_ANSWER = 64 * 1024

export type AttemptRequest = {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly connectMs: number
  readonly readMs: number
  readonly signal: AbortSignal
}

export type AttemptResult =
  | {
      readonly type: 'answered'
      readonly status: number
      readonly contentType: string
      readonly location: string | undefined
      readonly body: string
    }
  | { readonly type: 'no-connection'; readonly code: string }
  | { readonly type: 'no-answer'; readonly code: string }
  | { readonly type: 'too-large' }

/**
 * One HTTP exchange with separate limits for connecting and for reading; follows no redirect, keeps no connection.
 * Never throws: what went wrong is part of the result.
 */
export function attempt(wanted: AttemptRequest): Promise<AttemptResult> {
  return new Promise((resolve) => {
    const send = wanted.url.startsWith('https:') ? httpsRequest : httpRequest
    let connected = false
    const failed = (error: unknown): void => {
      const code = (error as { code?: unknown }).code
      const name = typeof code === 'string' ? code : 'ABORTED'
      resolve(connected ? { type: 'no-answer', code: name } : { type: 'no-connection', code: name })
    }
    try {
      const request = send(wanted.url, {
        method: wanted.method,
        headers: wanted.headers,
        agent: false,
        signal: wanted.signal,
      })
      const late = (code: string) => () => request.destroy(Object.assign(new Error(code), { code }))
      let limit = setTimeout(late('CONNECT_TIMEOUT'), wanted.connectMs)
      request.on('socket', (socket) => {
        socket.once(wanted.url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
          connected = true
          clearTimeout(limit)
          limit = setTimeout(late('READ_TIMEOUT'), wanted.readMs)
        })
      })
      request.on('error', failed)
      request.on('close', () => clearTimeout(limit))
      request.on('response', (response) => {
        response.on('error', failed)
        collect(response, resolve)
      })
      request.end(wanted.body)
    } catch (error) {
      // An address that is no URL at all is thrown at once.
      failed(error)
    }
  })
}

function collect(response: IncomingMessage, resolve: (result: AttemptResult) => void): void {
  const parts: Buffer[] = []
  let size = 0
  response.on('data', (part: Buffer) => {
    size += part.length
    if (size <= LARGEST_ANSWER) {
      parts.push(part)
      return
    }
    resolve({ type: 'too-large' })
    response.destroy()
  })
  response.on('end', () => {
    resolve({
      type: 'answered',
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'] ?? '',
      location: response.headers.location,
      body: Buffer.concat(parts).toString('utf8'),
    })
  })
}

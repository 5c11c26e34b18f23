import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import twilio from 'twilio'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { attempt, type AttemptResult } from './http-attempt.ts'
import type { Timers } from './timers.ts'
import { webhookTarget, type WebhookTarget } from './webhook-url.ts'

export type Parameters = Readonly<Record<string, string>>

type WebhookRequest = {
  /** The configured address, with its fragment. */
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly parameters: Parameters
  /** The call, message or recording it is about. */
  readonly sid: string
  /** Called once with ErrorCode and ErrorUrl when the first address failed for good. */
  readonly fallbackUrl?: string
  /** The carrier's error number when an answer with a good status is of no use to it. */
  readonly refuse?: (answer: WebhookAnswer) => number | undefined
}
export type WebhookAnswer = {
  readonly url: string
  readonly status: number
  readonly contentType: string
  readonly body: string
}
type WebhookResult =
  | { readonly type: 'answered'; readonly answer: WebhookAnswer }
  | { readonly type: 'failed'; readonly errorCode: number; readonly url: string }

/** One attempt, as the log drawer and tests see it. */
export type WebhookLogEntry = {
  readonly id: number
  readonly at: string
  readonly sid: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly path: string
  readonly parameters: Parameters
  readonly attempt: number
  readonly idempotencyToken: string
  /** The HTTP status, or null when no answer came. */
  readonly status: number | null
  readonly problem: string | null
  readonly ms: number
}

export type WebhookSender = {
  send(request: WebhookRequest): Promise<WebhookResult>
  log(): readonly WebhookLogEntry[]
  onAttempt(listener: (entry: WebhookLogEntry) => void): void
  /** Breaks off what is on the wire. */
  stop(): void
}

/** Real milliseconds before the first retry of a webhook; each further wait is twice as long. */
const RETRY_MS = 250
const MOST_REDIRECTS = 10
const LOG_LENGTH = 1000

/**
 * Calls the customer's addresses the way Twilio does: form-encoded, signed with the account's token over the exact URL,
 * retried by the URL's own policy with one idempotency token, then the fallback address.
 */
export function createWebhookSender(options: {
  authToken: string
  clock: Clock
  log: Log
  timers: Timers
  retryMs?: number | undefined
}): WebhookSender {
  const { authToken, clock, log, timers, retryMs = RETRY_MS } = options
  const entries: WebhookLogEntry[] = []
  const listeners: ((entry: WebhookLogEntry) => void)[] = []
  const stopped = new AbortController()
  let lastId = 0

  async function one(
    target: WebhookTarget,
    request: Call,
    signal: AbortSignal,
    again: number,
  ): Promise<AttemptResult> {
    const at = clock.now().toISOString()
    const started = performance.now()
    const form = request.method === 'POST'
    const query = form ? '' : new URLSearchParams(request.parameters).toString()
    const url = query === '' ? target.url : `${target.url}${target.url.includes('?') ? '&' : '?'}${query}`
    const result = await attempt({
      url,
      method: request.method,
      headers: {
        accept: '*/*',
        'user-agent': 'TwilioProxy/1.1 (sandbox)',
        'x-twilio-signature': twilio.getExpectedTwilioSignature(
          authToken,
          url,
          form ? request.parameters : {},
        ),
        'i-twilio-idempotency-token': request.token,
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } : {}),
      },
      body: form ? new URLSearchParams(request.parameters).toString() : '',
      connectMs: target.connectMs,
      readMs: target.readMs,
      signal,
    })
    lastId += 1
    const entry: WebhookLogEntry = {
      id: lastId,
      at,
      sid: request.sid,
      method: request.method,
      url,
      path: URL.parse(url)?.pathname ?? url,
      parameters: request.parameters,
      attempt: again + 1,
      idempotencyToken: request.token,
      status: result.type === 'answered' ? result.status : null,
      problem: problemOf(result),
      ms: Math.round(performance.now() - started),
    }
    entries.push(entry)
    if (entries.length > LOG_LENGTH) entries.shift()
    for (const listener of listeners) listener(entry)
    log.debug(
      { sid: entry.sid, path: entry.path, status: entry.status, ms: entry.ms, attempt: entry.attempt },
      'webhook',
    )
    return result
  }

  async function withRedirects(
    target: WebhookTarget,
    call: Call,
    signal: AbortSignal,
    again: number,
  ): Promise<{ result: AttemptResult; url: string; redirects: number }> {
    let current = target
    let request = call
    for (let redirects = 0; ; redirects += 1) {
      const result = await one(current, request, signal, again)
      if (result.type !== 'answered' || result.location === undefined || !isRedirect(result.status))
        return { result, url: current.url, redirects }
      if (redirects === MOST_REDIRECTS) return { result, url: current.url, redirects: redirects + 1 }
      const url = new URL(result.location, current.url).href
      current = { ...webhookTarget(url), connectMs: target.connectMs, readMs: target.readMs }
      // The old redirects turn POST into GET and lose the form, as they do at Twilio.
      if (result.status < 307) request = { ...request, method: 'GET', parameters: {} }
    }
  }

  async function deliver(request: WebhookRequest, parameters: Parameters): Promise<WebhookResult> {
    const target = webhookTarget(request.url)
    const call: Call = {
      method: request.method ?? 'POST',
      parameters,
      sid: request.sid,
      token: randomUUID(),
    }
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(target.totalMs)])
    for (let again = 0; ; again += 1) {
      const { result, url, redirects } = await withRedirects(target, call, signal, again)
      if (result.type === 'answered' && result.status < 300) {
        const answer = { url, status: result.status, contentType: result.contentType, body: result.body }
        const errorCode = request.refuse?.(answer)
        return errorCode === undefined
          ? { type: 'answered', answer }
          : { type: 'failed', errorCode, url: target.url }
      }
      const failure: WebhookResult = {
        type: 'failed',
        errorCode: redirects > MOST_REDIRECTS ? 11215 : errorCodeOf(result),
        url: target.url,
      }
      if (again >= target.retries || !isRetried(result, target) || signal.aborted) return failure
      const waited = await sleep(retryMs * 2 ** again, true, { signal }).catch(() => false)
      if (!waited) return failure
    }
  }

  async function send(request: WebhookRequest): Promise<WebhookResult> {
    const first = await deliver(request, request.parameters)
    if (first.type === 'answered' || !request.fallbackUrl || stopped.signal.aborted) return first
    const second = await deliver(
      { ...request, url: request.fallbackUrl, method: 'POST' },
      { ...request.parameters, ErrorCode: String(first.errorCode), ErrorUrl: first.url },
    )
    return second.type === 'answered' ? second : first
  }

  return {
    send: (request) => timers.underWay(send(request)),
    log: () => entries,
    onAttempt: (listener) => {
      listeners.push(listener)
    },
    stop: () => stopped.abort(),
  }
}

type Call = {
  readonly method: 'GET' | 'POST'
  readonly parameters: Parameters
  readonly sid: string
  readonly token: string
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** Twilio's debugger codes for an address that could not be used. */
function errorCodeOf(result: AttemptResult): number {
  if (result.type === 'too-large') return 11750
  if (result.type === 'no-connection') return result.code === 'ENOTFOUND' ? 11210 : 11205
  return 11200
}

function isRetried(result: AttemptResult, target: WebhookTarget): boolean {
  if (result.type === 'no-connection') return target.retryOn.has('ct')
  if (result.type === 'no-answer') return target.retryOn.has('rt')
  if (result.type === 'too-large') return false
  return target.retryOn.has(result.status >= 500 ? '5xx' : '4xx')
}

function problemOf(result: AttemptResult): string | null {
  if (result.type === 'answered') return null
  return result.type === 'too-large' ? 'answer over 64 kB' : `${result.type} (${result.code})`
}

import type { CarrierAccount } from './client.ts'

type CarrierRequest = (method: string, path: string, headers?: Record<string, string>) => Promise<Response>

/** How long the carrier may take until its answer begins, milliseconds. */
const TIMEOUT = 8_000

/**
 * Asks the carrier for something of our own account, by its path below the account. Twilio's client reads whole answers as text, so what
 * is streamed is asked for here.
 *
 * Addresses are built from the configured API, our own account and an id, never taken from a webhook: whoever could forge one
 * would get our credentials, or make us fetch what only this machine may reach. For the same reason no redirect is followed.
 * @returns the answer, whose body is still to be read or canceled. Throws when none comes in time.
 */
export function carrierRequest({ accountSid, authToken, apiUrl }: CarrierAccount): CarrierRequest {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  return (method, path, headers = {}) =>
    inTime(new URL(`/2010-04-01/Accounts/${accountSid}/${path}`, apiUrl), {
      method,
      headers: { authorization, 'accept-encoding': 'identity', ...headers },
    })
}

/** Deletes something by its path. What is gone already counts as deleted. Throws when the carrier did not do it. */
export async function carrierDelete(ask: CarrierRequest, path: string): Promise<void> {
  const { status, body } = await ask('DELETE', path)
  await body?.cancel()
  if (status !== 204 && status !== 404)
    throw new Error(`The carrier should have deleted ${path} (204 or 404), but answered ${status}.`)
}

/** The id, if it has the form that ids of its kind have: it becomes a part of an address. */
export function checkedId(sid: string, form: RegExp): string {
  if (form.test(sid)) return sid
  throw new Error(`An id of the form ${form.source} is needed to delete something at the carrier.`)
}

/** One request that follows no redirect. Throws when its answer does not begin in time. */
export async function inTime(address: URL, request: RequestInit): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT)
  try {
    return await fetch(address, { ...request, redirect: 'manual', signal: late.signal })
  } finally {
    clearTimeout(timer)
  }
}

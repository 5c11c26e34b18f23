import { Agent, createServer, request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { stringify } from 'node:querystring'
import { text } from 'node:stream/consumers'
import twilio from 'twilio'

export const ACCOUNT = `AC${'b'.repeat(32)}`
export const TOKEN = 'the-auth-token-of-the-bench'

/** A webhook, signed and ready to go, so that signing is no part of what is measured. */
export type Webhook = {
  readonly path: string
  readonly body: string
  readonly signature: string
}

/** @param url what the service believes its public address to be; the signature covers it. */
export function signed(url: string, path: string, fields: Readonly<Record<string, string>>): Webhook {
  const all = { AccountSid: ACCOUNT, ApiVersion: '2010-04-01', ...fields }
  return {
    path,
    body: stringify(all),
    signature: twilio.getExpectedTwilioSignature(TOKEN, url + path, all),
  }
}

/** Posts webhooks over connections that stay open. */
export function sender(url: string) {
  const agent = new Agent({ keepAlive: true })
  return {
    /** @returns how long the answer took, milliseconds. @throws when it is not a 200. */
    send: async (webhook: Webhook): Promise<number> => {
      const began = performance.now()
      const sent = request(url + webhook.path, {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(webhook.body),
          'x-twilio-signature': webhook.signature,
        },
      })
      sent.end(webhook.body)
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      const body = await text(response)
      const took = performance.now() - began
      if (response.statusCode !== 200)
        throw new Error(`POST ${webhook.path} was answered ${response.statusCode ?? 'not at all'}: ${body}`)
      return took
    },
    close: () => agent.destroy(),
  }
}

/** Stands in for the carrier's REST interface: it knows of nothing and takes nothing. */
export async function emptyCarrier(): Promise<{ url: string; close(): Promise<void> }> {
  const nothing = { calls: [], recordings: [], messages: [], next_page_uri: null, page: 0, page_size: 50 }
  const server = createServer((incoming, answer) => {
    incoming.resume()
    answer.writeHead(incoming.method === 'GET' ? 200 : 503, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(nothing))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

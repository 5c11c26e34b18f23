import { stringify } from 'node:querystring'
import twilio from 'twilio'

export const ACCOUNT = `AC${'1'.repeat(32)}`
export const TOKEN = 'a-test-auth-token'

/** The n-th id of a kind, such as CA…1. */
export function sid(prefix: 'CA' | 'SM' | 'MM' | 'ME' | 'RE' | 'TR', count: number): string {
  return prefix + count.toString(16).padStart(32, '0')
}

/** Posts a webhook as Twilio does: form-encoded, signed over PUBLIC_URL and the fields. */
export async function postWebhook(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  how: { token?: string; publicUrl?: string } = {},
): Promise<{ status: number; type: string; body: string }> {
  const all = { AccountSid: ACCOUNT, ApiVersion: '2010-04-01', ...fields }
  const signature = twilio.getExpectedTwilioSignature(
    how.token ?? TOKEN,
    `${how.publicUrl ?? url}/webhooks/${path}`,
    all,
  )
  const response = await fetch(`${url}/webhooks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: stringify(all),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text(),
  }
}

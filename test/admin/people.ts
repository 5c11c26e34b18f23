import type { BrowserContext } from 'playwright-core'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { messageRecorded, messageTranscribed } from '../../src/casework/voicemails.ts'
import type { Role } from '../../src/domain/staff/roles.ts'
import { addCookies } from '../support/browser.ts'
import { LINES, type TestProduct } from '../support/product.ts'

export const PASSWORD = 'correct horse battery'

/**
 * Makes an account and returns its Cookie header and a function that signs a browser window in with it. Only with a password can the
 * person sign in by the form; without, which is quicker, a link has signed them in.
 */
export async function employ(
  { product, url }: TestProduct,
  person: { name: string; roles: readonly Role[]; clinics?: readonly string[]; password?: string },
): Promise<{ id: string; email: string; cookie: string; enter(context: BrowserContext): Promise<void> }> {
  const email = `${person.name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`
  const { accounts } = product
  const id = await accounts.createStaff({ ...person, email, clinics: person.clinics ?? [] })
  const link = await accounts.createSignInLink(email)
  const result = await accounts.signInByLink(link.split('/').at(-1) ?? '', {
    address: '127.0.0.1',
    browser: undefined,
  })
  if (result.type === 'refused') throw new Error(`${email} was refused: ${result.reason}`)
  return {
    ...{ id, email },
    cookie: result.cookies.map((line) => line.split(';')[0]).join('; '),
    enter: (context) => addCookies(context, url, result.cookies),
  }
}

let count = 0

/** A call that nobody answered, through the very use cases of the webhooks, with a voicemail if the caller says something. */
export async function missCall(
  { product }: TestProduct,
  from: string,
  says?: string,
): Promise<{ number: number; id: string }> {
  const { casework } = product
  const callSid = `CA${String(++count).padStart(32, '0')}`
  await callArrived(casework, { callSid, from, to: LINES.backup, callerIdVerified: undefined })
  if (says !== undefined) {
    const recordingSid = `RE${String(count).padStart(32, '0')}`
    await messageRecorded(casework, { callSid, recordingSid, status: 'completed', seconds: 14 })
    await messageTranscribed(casework, {
      callSid,
      transcriptionSid: `TR${String(count)}`,
      status: 'completed',
      text: says,
    })
  }
  const call = await casework.db.call.findUniqueOrThrow({
    where: { sid: callSid },
    select: { followUp: { select: { number: true, id: true } } },
  })
  if (!call.followUp) throw new Error('The missed call has no item')
  return call.followUp
}

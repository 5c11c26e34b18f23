import type { PictureId } from '../src/casework/texts.ts'
import type { Attachment } from './fields.ts'

/** Whose media count as ours. */
export type MediaHome = {
  readonly accountSid: string
  /** the carrier's API, such as https://api.twilio.com */
  readonly apiUrl: string
}

/**
 * The carrier's ids of a message's attachments. Addresses are read and never asked: an id is taken only from one at our own carrier, of
 * our own account and of this very message; any other is left out.
 */
export function idsOfMedia(
  attachments: readonly Attachment[],
  messageSid: string,
  { accountSid, apiUrl }: MediaHome,
): PictureId[] {
  const { origin } = new URL(apiUrl)
  const folder = `/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}/Media/`
  return attachments.flatMap(({ address, contentType }) => {
    const url = URL.parse(address)
    if (url?.origin !== origin || url.username !== '' || url.password !== '') return []
    if (!url.pathname.startsWith(folder)) return []
    const sid = url.pathname.slice(folder.length)
    return /^ME[0-9a-f]{32}$/i.test(sid) ? [{ sid, contentType }] : []
  })
}

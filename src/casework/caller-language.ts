import type { Call } from '../../prisma/generated/client.ts'
import type { Language } from '../domain/follow-up/words.ts'
import { setLanguage } from './contact-store.ts'
import type { Desk } from './record.ts'

/** The language in which a caller goes on is theirs from now on: on the call, its open item and the contact. */
export async function speaksIn(desk: Desk, call: Call, language: Language): Promise<Call> {
  if (call.language === language) return call
  if (desk.contact) await setLanguage(desk.tx, desk.contact.id, language)
  const item = call.state === 'missed' ? await desk.item(call.followUpId) : null
  if (item && item.status !== 'closed')
    await desk.apply(item, { type: 'language-chosen', at: desk.at, callSid: call.sid, language })
  return desk.tx.call.update({ where: { sid: call.sid }, data: { language } })
}

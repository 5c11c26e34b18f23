import { unreachable } from '../domain/follow-up/words.ts'
import type { RefusalMeaning } from '../platform/carrier.ts'
import { appendConsent, setTextable } from './contact-store.ts'
import { cancelTextsOf } from './message-store.ts'
import type { Desk } from './record.ts'

/** What a carrier's refusal says about the number is kept with the contact, so that nobody tries in vain again. */
export async function learnFromCode(desk: Desk, meaning: RefusalMeaning, evidence: string): Promise<void> {
  if (!desk.contact) return
  switch (meaning) {
    case 'opted-out':
      await appendConsent(desk.tx, desk.contact.id, {
        at: desk.at,
        kind: 'revoke',
        scope: 'all',
        basis: 'carrier',
        evidence,
      })
      await cancelTextsOf(desk.tx, desk.contact.id, 'opted-out')
      return
    case 'landline':
      return setTextable(desk.tx, desk.contact.id, 'landline')
    case 'invalid-number':
      return setTextable(desk.tx, desk.contact.id, 'invalid')
    case 'other':
      return
    default:
      unreachable(meaning)
  }
}

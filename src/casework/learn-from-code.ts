import type { FollowUp } from '../domain/follow-up/item.ts'
import { unreachable } from '../domain/follow-up/words.ts'
import type { RefusalMeaning } from '../platform/carrier/carrier.ts'
import { appendConsent, setTextable } from './contact-store.ts'
import { cancelTextsOf } from './message-store.ts'
import type { Desk } from './record.ts'

/**
 * What a carrier's refusal says about the number is kept with the contact, so that nobody tries in vain again.
 * @param item the one whose text was refused; an opt-out that only the carrier knew of stands in its history.
 */
export async function learnFromCode(
  desk: Desk,
  meaning: RefusalMeaning,
  evidence: string,
  item: FollowUp | null,
): Promise<void> {
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
      if (item) await desk.apply(item, { type: 'opted-out', at: desk.at, means: 'carrier', evidence })
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

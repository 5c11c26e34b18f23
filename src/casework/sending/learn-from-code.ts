import type { FollowUp } from '../../domain/follow-up/item.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import type { CodeRule } from '../../domain/texting/carrier-code-table.ts'
import { appendConsent, appendFact } from '../contact-store.ts'
import type { Desk } from '../record.ts'

/**
 * What a carrier's code says about the number is kept with the contact, so that nobody tries in vain again.
 * @param evidence the carrier's id of the text, or ours where it gave none
 * @param item the one whose text it was; an opt-out that only the carrier knew of stands in its history.
 */
export async function learnFromCode(
  desk: Desk,
  rule: CodeRule,
  evidence: string,
  item: FollowUp | null,
): Promise<void> {
  const { contact, tx, at } = desk
  if (!contact) return
  switch (rule.contact) {
    case 'none':
      return
    case 'opted-out':
      await appendConsent(tx, contact.id, { at, kind: 'revoke', scope: 'all', basis: 'carrier', evidence })
      await desk.stopTexts('opted-out', item?.id ?? null)
      if (item) await desk.apply(item, { type: 'opted-out', at, means: 'carrier', evidence })
      return
    case 'landline':
    case 'invalid':
    case 'blocked':
    case 'reassigned': {
      const note = rule.code === null ? null : String(rule.code)
      return appendFact(tx, contact.id, { at, kind: rule.contact, source: 'carrier', evidence, note })
    }
    default:
      unreachable(rule.contact)
  }
}

import { seenState } from '../../casework/staff-actions.ts'
import type { ReadableDossier } from '../../casework/view/redaction.ts'

/** What the reader sees of the item now; a form carries it, so that nobody decides by an outdated page. */
export function seenOf({ item, calls, messages }: ReadableDossier): string {
  return seenState(item, {
    voicemails: calls.filter(({ recordingSid }) => recordingSid !== null).length,
    texts: messages.filter(({ sentBy }) => sentBy !== null).length,
  })
}

import { unreachable } from '../../domain/follow-up/words.ts'
import type { Verdict } from '../../domain/imports/verdict.ts'

/** Why a row is judged as it is, as the table keeps it: an item's number, a row of the list, or what cannot be read. */
export type Why = {
  readonly why?: string
  readonly item?: number
  readonly row?: number
  readonly optedOut?: true
  readonly problems?: readonly { readonly why: string; readonly field: string | null }[]
}

/** The verdict as it stands in a row. */
export function whyOf(verdict: Verdict): Why | null {
  switch (verdict.kind) {
    case 'joined':
    case 'skipped':
      return {
        ...(verdict.kind === 'skipped' ? { why: verdict.why } : {}),
        ...(verdict.item === null ? {} : { item: verdict.item }),
        ...(verdict.row === null ? {} : { row: verdict.row }),
        ...(verdict.kind === 'joined' && verdict.optedOut ? { optedOut: true } : {}),
      }
    case 'rejected':
      return { problems: verdict.problems }
    case 'new':
    case 'opted-out':
      return null
    default:
      return unreachable(verdict)
  }
}

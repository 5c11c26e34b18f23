import type { Language } from '../follow-up/words.ts'
import { lintContent, type LintFinding } from './lint.ts'

/**
 * What staff say before they know who listens, and what they leave on a mailbox: the same rule as for a text (45 CFR 164.502(b)), and
 * stricter in one thing: not even an everyday reason such as an appointment or a bill, since others in the household hear it.
 */
type SpokenFinding = Pick<LintFinding, 'found' | 'fix'> & { readonly rule: LintFinding['rule'] | 'reason' }

/** Everyday reasons, by how they begin, in English and Spanish. */
const REASON =
  /(?<!\p{L})(?:appointments?|visits?|referrals?|referred|insurance|authorizations?|forms?|paperwork|bills?|billing|balance|payments?|recall|check-?ups?|screenings?|follow-?up|citas?|visitas?|referencias?|seguro|autorizaci[oó]n|formularios?|papeleo|facturas?|saldo|pagos?|chequeos?|seguimiento)(?!\p{L})/giu

/**
 * Everything that is wrong with words spoken to whoever picks up, or left on a mailbox; empty when they may be said.
 * @param text with {practice} and {phone} as the practice wrote it: its name is its own affair.
 * @param fields those that must stand in it.
 */
export function lintSpoken(
  text: string,
  fields: readonly ('practice' | 'phone')[],
  language: Language,
): SpokenFinding[] {
  // Words that can be in no finding stand for the fields, so that only what else is said counts.
  const said = text.replaceAll('{practice}', 'us').replaceAll('{phone}', 'this number')
  return [
    ...fields
      .filter((field) => !text.includes(`{${field}}`))
      .map((field): SpokenFinding => ({
        rule: field === 'phone' ? 'no-phone' : 'no-practice-name',
        found: 'nothing',
        fix:
          field === 'phone'
            ? 'Say which number to call: put {phone} in.'
            : 'Say who calls: put {practice} in.',
      })),
    ...lintContent(said, 'us', language),
    ...[...said.matchAll(REASON)].map(([found]): SpokenFinding => ({
      rule: 'reason',
      found,
      fix: 'Give no reason for the call before you know who listens.',
    })),
  ]
}

import { ledgerLine } from '../../casework/contact-store.ts'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { readCaller } from '../../domain/calling/caller.ts'
import { permissionToText, type Permission } from '../../domain/consent/ledger.ts'
import { clinicTime } from '../times.ts'
import { fill, type Words } from '../words.ts'

/**
 * Whether this person may be texted about this request, in one sentence read from what is on record, and when a text of ours
 * leaves that has not left. It tells and does not decide: the gate asks everything again before a text goes out.
 * @returns one line or two.
 */
export function textFacts(dossier: ReadableDossier, now: Date, zone: string, words: Words): string[] {
  const lines = [mayBeTexted(dossier, words)]
  for (const { direction, state, notBefore, refusal } of dossier.messages) {
    if (direction !== 'out' || (state !== 'planned' && state !== 'held')) continue
    // Nobody knows when it leaves: it waits for somebody to resume its sender.
    if (state === 'held' && !notBefore)
      lines.push(fill(words.ui.textStuck, { why: reasonNotTexted(refusal, words) ?? '' }))
    else if (!notBefore || notBefore <= now) lines.push(words.ui.textLeavesNow)
    else {
      const time = clinicTime(notBefore, now, zone, words)
      const why = reasonNotTexted(refusal, words)
      lines.push(fill(why === null ? words.ui.textPlanned : words.ui.textWaits, { time, why: why ?? '' }))
    }
  }
  return lines
}

/** Why a text was not sent or waits, in words; null when there is no reason on record. */
export function reasonNotTexted(reason: string | null | undefined, words: Words): string | null {
  if (reason === null || reason === undefined) return null
  if (reason in words.notTexted) return words.notTexted[reason as keyof Words['notTexted']]
  // A text that waits for another try carries what the carrier said.
  return reason in words.faults ? words.faults[reason as keyof Words['faults']] : null
}

function mayBeTexted({ item, contact, consents, calls }: ReadableDossier, words: Words): string {
  if (!contact) return words.ui.textsNoNumber
  const permission = permissionHere(consents, item.id)
  if (!permission.allowed && permission.why === 'opted-out') return words.ui.textsOptedOut
  if (contact.textable === 'landline') return words.ui.textsLandline
  if (contact.textable === 'invalid') return words.ui.textsInvalid
  if (contact.textable === 'blocked') return words.ui.textsBlocked
  if (contact.textable === 'reassigned') return words.ui.textsReassigned
  if (!permission.allowed) return words.ui.textsNoConsent
  const forged = calls.some(({ callerIdVerified }) => {
    const caller = readCaller(contact.phone, callerIdVerified ?? undefined)
    return caller.kind === 'number' && !caller.trusted
  })
  return forged ? words.ui.textsNotVerified : words.ui.textsAllowed
}

function permissionHere(consents: ReadableDossier['consents'], followUpId: string): Permission {
  const lines = consents.toSorted((a, b) => Number(a.seq - b.seq)).map(ledgerLine)
  return permissionToText(lines, { scope: 'this-request', followUpId })
}

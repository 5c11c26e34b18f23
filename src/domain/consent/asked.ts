import { permissionToText, type ConsentEvent, type Permission } from './ledger.ts'

/** The step of a text that answers a HELP begins like this; the rest is the carrier's id of that HELP. */
export const HELP_STEP = 'help:'

/** The HELP that a text answers; null for every other text. */
export function helpAnswered(step: string | null): string | null {
  return step?.startsWith(HELP_STEP) ? step.slice(HELP_STEP.length) : null
}

/**
 * Whether somebody's own text may be answered with one. Asking is the consent for the answer, and for nothing else, so the text itself is
 * the evidence (CTIA Messaging Principles: HELP is answered with who writes and how to reach them). An opt-out is stronger.
 * @param events every line of the contact's ledger, in the order in which they were written.
 * @param evidence the carrier's id of the text that asked.
 */
export function permissionToAnswer(events: readonly ConsentEvent[], evidence: string): Permission {
  const permission = permissionToText(events, { scope: 'this-request', followUpId: '' })
  if (!permission.allowed && permission.why === 'opted-out') return permission
  return { allowed: true, consentId: evidence, wordingVersion: null }
}

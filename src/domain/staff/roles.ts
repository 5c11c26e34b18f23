import { unreachable, type Queue } from '../follow-up/words.ts'

/** What a person may do. One person may have several; `admin` runs the installation and sees no more clinical text than an assistant. */
export const ROLES = ['assistant', 'licensed', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A person, or a program with a key, who acts on items. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** the practices they work for; empty: all */
  readonly clinics: readonly string[]
}

/** Whether somebody may know of the items of a practice at all. */
export function worksFor(actor: Pick<Actor, 'clinics'>, clinicId: string): boolean {
  return actor.clinics.length === 0 || actor.clinics.includes(clinicId)
}

/** Only licensed staff read what patients said where it may be clinical: assistants make no clinical judgement. */
export function mayReadClinical(roles: readonly Role[]): boolean {
  return roles.includes('licensed')
}

/** Whether these roles may work and close items of a queue. */
export function mayWork(roles: readonly Role[], queue: Queue): boolean {
  switch (queue) {
    case 'assistant':
      return roles.length > 0
    case 'licensed':
      return roles.includes('licensed')
    case 'manager':
      return roles.includes('manager') || roles.includes('admin')
    default:
      return unreachable(queue)
  }
}

import type { PageLanguage } from '../../domain/follow-up/words.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'

/** What the words of a call depend on. */
export type SpokenAlert = {
  readonly language: PageLanguage
  /** as the voice says it */
  readonly practice: string
  readonly urgent: boolean
}

/** @throws NotFound when there is no such alert, or its practice is in no clinic file. */
export async function spokenAlert({ db, practices }: Casework, id: string): Promise<SpokenAlert> {
  const alert = await db.staffAlert.findUnique({
    where: { id },
    select: { clinicId: true, language: true, urgent: true },
  })
  if (!alert || !practices.knows(alert.clinicId)) throw new NotFound('This alert is not known here.')
  const { spokenName: practice } = practices.policy(alert.clinicId)
  return { practice, language: alert.language as PageLanguage, urgent: alert.urgent }
}

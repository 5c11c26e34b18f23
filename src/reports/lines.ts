import { Prisma } from '../../prisma/generated/client.ts'
import { OUTCOME_RULES } from '../domain/follow-up/outcomes.ts'
import { OUTCOMES, type Outcome } from '../domain/follow-up/words.ts'

/* What a line `h` of the history tells of the person, as conditions of a statement. */

const ATTEMPTS = OUTCOMES.filter((outcome) => OUTCOME_RULES[outcome].attempt)
const REACHED = OUTCOMES.filter((outcome) => OUTCOME_RULES[outcome].reached)

/** Somebody tried to reach the person, or they got through. */
export const TRIED = Prisma.sql`(h.kind = 'call-answered'
  OR (h.kind = 'outcome-recorded' AND h.detail->>'outcome' IN (${Prisma.join(ATTEMPTS)})))`

/** The person was spoken to. */
export const SPOKEN = Prisma.sql`(h.kind = 'call-answered'
  OR (h.kind = 'outcome-recorded' AND h.detail->>'outcome' IN (${Prisma.join(REACHED)})))`

/** One of these outcomes was recorded. */
export const said = (...outcomes: readonly Outcome[]): Prisma.Sql =>
  Prisma.sql`(h.kind = 'outcome-recorded' AND h.detail->>'outcome' IN (${Prisma.join([...outcomes])}))`

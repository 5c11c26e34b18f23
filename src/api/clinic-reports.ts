import { z } from 'zod'
import type { Casework } from '../casework/casework.ts'
import type { Reader } from '../casework/view/dossier.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { dailyClose } from '../reports/daily-close.ts'
import { heatmap } from '../reports/heatmap.ts'
import { dateAt, daysAfter, spanOf, weekOf, type Span } from '../reports/span.ts'
import { weekly } from '../reports/weekly.ts'
import { givenDate } from './input.ts'
import { placeOf } from './intake.ts'
import { operation } from './operation.ts'
import { BadParameters } from './problems.ts'
import { DAILY_CLOSE, HEATMAP, WEEKLY } from './report-schemas.ts'

const LONGEST_DAYS = 366
const HEATMAP_DAYS = 28

const DATE_EXPECTED = 'a date such as 2026-12-24, today at the latest'
const date = (description: string) => givenDate(DATE_EXPECTED).exactOptional().meta({ description })
const clinic = z.string().min(1).exactOptional().meta({
  description: 'The id of a clinic; may be left out when there is only one that the key is for.',
  expected: 'the id of a clinic',
})

export const dailyCloseReport = operation({
  id: 'dailyClose',
  method: 'get',
  path: '/reports/daily-close',
  summary: 'What a day came to: opened, documented, escalated, carried over. Without personal data.',
  scopes: ['manager'],
  query: z.strictObject({ clinic, date: date('A day of the practice; today when absent.') }),
  answer: DAILY_CLOSE,
  run: async ({ casework, reader, query }) => {
    const { policy, today } = practiceOf(casework, reader, query.clinic)
    const day = query.date ?? today
    const span = pastSpan(policy, today, 'date', spanOf(policy.calendar, day, day))
    return { ...daysOf(policy, span, casework), ...(await dailyClose(casework.db, policy.clinicId, span)) }
  },
})

export const weeklyReport = operation({
  id: 'weekly',
  method: 'get',
  path: '/reports/weekly',
  summary: 'What a week came to, Monday through Sunday: where work gets stuck. It ranks nobody.',
  scopes: ['manager'],
  query: z.strictObject({ clinic, week: date('Any day of the week; this week when absent.') }),
  answer: WEEKLY,
  run: async ({ casework, reader, query }) => {
    const { policy, today } = practiceOf(casework, reader, query.clinic)
    const span = pastSpan(policy, today, 'week', weekOf(policy.calendar, query.week ?? today))
    return {
      ...daysOf(policy, span, casework),
      ...(await weekly(casework.db, policy, span, casework.clock.now())),
    }
  },
})

export const heatmapReport = operation({
  id: 'heatmap',
  method: 'get',
  path: '/reports/heatmap',
  summary: "Missed calls by weekday and hour of the practice's own clock.",
  scopes: ['manager'],
  query: z.strictObject({
    clinic,
    from: date(`The first day; ${String(HEATMAP_DAYS)} days up to the last when absent.`),
    through: date('The last day; today when absent.'),
  }),
  answer: HEATMAP,
  run: async ({ casework, reader, query }) => {
    const { policy, today } = practiceOf(casework, reader, query.clinic)
    const through = query.through ?? today
    const from = query.from ?? daysAfter(through, 1 - HEATMAP_DAYS)
    if (from > through || from < daysAfter(through, 1 - LONGEST_DAYS)) {
      const expected = `a date not after "through", and at most ${String(LONGEST_DAYS)} days in all`
      throw new BadParameters([{ name: 'from', expected }])
    }
    const span = pastSpan(policy, today, 'through', spanOf(policy.calendar, from, through))
    const { clinicId, calendar } = policy
    return {
      ...daysOf(policy, span, casework),
      ...(await heatmap(casework.db, { clinicId, zone: calendar.zone }, span)),
    }
  },
})

function practiceOf(
  casework: Casework,
  reader: Reader,
  wanted: string | undefined,
): { readonly policy: Policy; readonly today: string } {
  const { policy } = placeOf(casework, reader, wanted === undefined ? {} : { clinic: wanted })
  return { policy, today: dateAt(policy.calendar, casework.clock.now()) }
}

/** @throws BadParameters for days that are yet to come. */
function pastSpan({ calendar }: Policy, today: string, name: string, span: Span): Span {
  if (span.start < spanOf(calendar, today, today).end && (name === 'week' || span.through <= today))
    return span
  throw new BadParameters([{ name, expected: DATE_EXPECTED }])
}

function daysOf({ clinicId, calendar }: Policy, { from, through }: Span, { clock }: Casework) {
  return { clinic: clinicId, zone: calendar.zone, from, through, asOf: clock.now().toISOString() }
}

import { z } from 'zod'
import type { Casework } from '../casework/casework.ts'
import type { Reader } from '../casework/view/dossier.ts'
import { OUTCOMES } from '../domain/follow-up/words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { WEEKDAYS } from '../domain/time/calendar.ts'
import { dailyClose } from '../reports/daily-close.ts'
import { ESCALATION_REASONS } from '../reports/escalations.ts'
import { heatmap } from '../reports/heatmap.ts'
import { dateAt, daysAfter, spanOf, weekOf, type Span } from '../reports/span.ts'
import { BARRIERS, weekly } from '../reports/weekly.ts'
import { placeOf } from './intake.ts'
import { operation } from './operation.ts'
import { BadParameters } from './problems.ts'

const LONGEST_DAYS = 366
const HEATMAP_DAYS = 28

const DATE_EXPECTED = 'a date such as 2026-12-24, today at the latest'
const date = (description: string) =>
  z.iso.date().exactOptional().meta({ description, expected: DATE_EXPECTED })
const clinic = z.string().min(1).exactOptional().meta({
  description: 'The id of a clinic; may be left out when there is only one that the key is for.',
  expected: 'the id of a clinic',
})

const count = z.int().min(0)
const minutes = z.number().min(0).nullable()
const DAYS = {
  clinic: z.string(),
  zone: z.string().meta({ description: 'The IANA time zone in which its days are meant.' }),
  from: z.iso.date(),
  through: z.iso.date().meta({ description: 'The last day, which is in it.' }),
  asOf: z.iso.datetime().meta({ description: 'When it was counted.' }),
}
/** The examples of the document are about these days. */
const exampleDays = (from: string, through: string) => ({
  ...{ clinic: 'cedar-grove', zone: 'America/Los_Angeles', from, through },
  asOf: '2026-12-07T17:00:00.000Z',
})
const EXAMPLE_ESCALATED = { items: 2, reasons: [{ why: 'target-missed', items: 2 }] }

const ESCALATED = z
  .strictObject({
    items: count,
    reasons: z.array(z.strictObject({ why: z.enum(ESCALATION_REASONS), items: count })),
  })
  .meta({ description: 'Each item once, and once for each reason.' })

const DAILY_CLOSE = z
  .strictObject({
    ...DAYS,
    opened: count,
    documented: z
      .strictObject({
        items: count,
        outcomes: z.array(z.strictObject({ outcome: z.enum(OUTCOMES), items: count })),
      })
      .meta({ description: 'Closed on that day, each with an outcome.' }),
    escalated: ESCALATED,
    carriedOver: z
      .strictObject({
        withNextAction: count,
        without: count.meta({ description: 'Always 0: the database refuses such an item.' }),
      })
      .meta({ description: 'Open at the end of the day, or now while it lasts.' }),
    urgent: z
      .strictObject({ items: count, answered: count, averageMinutes: minutes, longestMinutes: minutes })
      .meta({ description: 'Items found urgent on that day, and by the clock how soon somebody answered.' }),
  })
  .meta({
    id: 'DailyClose',
    examples: [
      {
        ...exampleDays('2026-12-04', '2026-12-04'),
        opened: 31,
        documented: { items: 27, outcomes: [{ outcome: 'resolved', items: 27 }] },
        escalated: EXAMPLE_ESCALATED,
        carriedOver: { withNextAction: 12, without: 0 },
        urgent: { items: 1, answered: 1, averageMinutes: 7, longestMinutes: 7 },
      },
    ],
  })

const WEEKLY = z
  .strictObject({
    ...DAYS,
    missedCalls: z
      .strictObject({
        total: count.meta({ description: 'The next four add up to it.' }),
        returnedInTime: count,
        returnedLate: count,
        notReturned: count,
        notDueYet: count,
        recovered: count.meta({ description: 'The person was spoken to in the end.' }),
        averageCallbackBusinessMinutes: minutes,
      })
      .meta({ description: 'What became of them as of now, by the targets of the rules in force now.' }),
    requests: z.strictObject({
      opened: count,
      closed: count,
      averageBusinessMinutesToFirstAttempt: minutes,
      averageBusinessMinutesToCompletion: minutes,
      unresolvedOlderThanOneBusinessDay: count.meta({
        description:
          'Open for a whole business day at least. Recalls are worked by their own dates and not in it.',
      }),
      repeatContacts: count,
      wrongNumbers: count,
    }),
    booked: z.strictObject({ total: count, fromCallbacks: count }),
    escalated: ESCALATED,
    barriers: z.array(z.strictObject({ outcome: z.enum(BARRIERS), items: count })),
    recall: z
      .strictObject({ onList: count, reached: count, scheduled: count })
      .meta({ description: 'Recalls that were on the list in this week.' }),
    otherLanguages: z
      .strictObject({
        items: count,
        reached: count,
        supportNeeded: count.meta({ description: 'Somebody who speaks the language had to be found first.' }),
      })
      .meta({ description: "Requests of people who speak another language than the practice's first." }),
  })
  .meta({
    id: 'Weekly',
    examples: [
      {
        ...exampleDays('2026-11-30', '2026-12-06'),
        missedCalls: {
          ...{ total: 120, returnedInTime: 104, returnedLate: 12, notReturned: 3, notDueYet: 1 },
          ...{ recovered: 88, averageCallbackBusinessMinutes: 21.4 },
        },
        requests: {
          ...{ opened: 150, closed: 141, averageBusinessMinutesToFirstAttempt: 24.1 },
          ...{ averageBusinessMinutesToCompletion: 310.5, unresolvedOlderThanOneBusinessDay: 9 },
          ...{ repeatContacts: 14, wrongNumbers: 2 },
        },
        booked: { total: 61, fromCallbacks: 44 },
        escalated: EXAMPLE_ESCALATED,
        barriers: [{ outcome: 'needs-insurance-review', items: 6 }],
        recall: { onList: 80, reached: 41, scheduled: 29 },
        otherLanguages: { items: 35, reached: 30, supportNeeded: 2 },
      },
    ],
  })

const HEATMAP = z
  .strictObject({
    ...DAYS,
    missedCalls: count,
    weekdays: z.array(
      z.strictObject({
        weekday: z.enum(WEEKDAYS),
        hours: z.array(count).meta({ description: '24 counts, the first for the hour after midnight.' }),
      }),
    ),
  })
  .meta({
    id: 'Heatmap',
    examples: [
      {
        ...exampleDays('2026-12-04', '2026-12-04'),
        missedCalls: 3,
        weekdays: WEEKDAYS.map((weekday) => ({
          weekday,
          hours: Array.from({ length: 24 }, (_, hour) => (weekday === 'friday' && hour === 8 ? 3 : 0)),
        })),
      },
    ],
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

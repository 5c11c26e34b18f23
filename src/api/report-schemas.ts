import { z } from 'zod'
import { OUTCOMES } from '../domain/follow-up/words.ts'
import { WEEKDAYS } from '../domain/time/calendar.ts'
import { ESCALATION_REASONS } from '../reports/escalations.ts'
import { BARRIERS } from '../reports/weekly.ts'
import { EXAMPLE_FOLLOW_UP } from './schemas.ts'

/** What the reports about a practice's days answer with, as zod schemas. */

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

const ALERTS = z
  .strictObject({
    alerted: count.meta({
      description: 'Times that those on call began to be alerted about an urgent item.',
    }),
    acknowledged: count.meta({ description: 'Of these, somebody said that they have it.' }),
    medianMinutes: minutes,
    longestMinutes: minutes,
    unacknowledged: count.meta({ description: 'Of these, nobody has answered yet.' }),
  })
  .meta({
    description:
      'How soon those on call answered, by the clock, from the first alert until somebody had the item; as of now.',
  })
const EXAMPLE_ALERTS = {
  ...{ alerted: 3, acknowledged: 3, medianMinutes: 4.5, longestMinutes: 12.3, unacknowledged: 0 },
}

export const DAILY_CLOSE = z
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
    alerts: ALERTS,
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
        alerts: EXAMPLE_ALERTS,
        urgent: { items: 1, answered: 1, averageMinutes: 7, longestMinutes: 7 },
      },
    ],
  })

const NEEDS = z
  .strictObject({
    appointmentRequests: z
      .strictObject({
        total: count.meta({ description: 'The next four add up to it.' }),
        contactedSameDay: count,
        contactedLater: count,
        notContacted: count,
        notDueYet: count,
      })
      .meta({
        description:
          'Whether somebody tried to reach the person on the day on which the practice was open next after the request came in.',
      }),
    referrals: z
      .strictObject({ received: count, scheduled: count, averageBusinessMinutesToScheduled: minutes })
      .meta({ description: 'Referrals, those of them with a visit booked, and how long that took.' }),
    intake: z.strictObject({ incomplete: count, completed: count }).meta({
      description: 'Intakes found incomplete, and those of them resolved or with a visit booked since.',
    }),
    noShows: z
      .strictObject({ total: count, reached: count, scheduled: count })
      .meta({ description: 'People who missed a visit, spoken to since, with another visit booked since.' }),
  })
  .meta({ description: "What became of the week's needs as of now; an item counts once for each kind." })

export const WEEKLY = z
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
    alerts: ALERTS,
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
    needs: NEEDS,
    sample: z.array(z.strictObject({ id: z.uuid(), number: z.int(), outcome: z.enum(OUTCOMES) })).meta({
      description:
        'Up to ten of the items closed in the week, picked by chance, to look over what was written down: read them by their id.',
    }),
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
        alerts: EXAMPLE_ALERTS,
        barriers: [{ outcome: 'needs-insurance-review', items: 6 }],
        recall: { onList: 80, reached: 41, scheduled: 29 },
        otherLanguages: { items: 35, reached: 30, supportNeeded: 2 },
        needs: {
          appointmentRequests: {
            ...{ total: 40, contactedSameDay: 36, contactedLater: 2, notContacted: 1, notDueYet: 1 },
          },
          referrals: { received: 12, scheduled: 9, averageBusinessMinutesToScheduled: 512.5 },
          intake: { incomplete: 7, completed: 5 },
          noShows: { total: 11, reached: 8, scheduled: 6 },
        },
        sample: [{ id: EXAMPLE_FOLLOW_UP.id, number: EXAMPLE_FOLLOW_UP.number, outcome: 'resolved' }],
      },
    ],
  })

export const HEATMAP = z
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

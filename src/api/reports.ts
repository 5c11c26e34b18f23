import { z } from 'zod'
import {
  readMessagingHealth,
  type HealthDays,
  type MessagingHealth,
} from '../casework/view/messaging-health.ts'
import { FAULT_REASONS } from '../domain/texting/carrier-code-table.ts'
import { ruleOfReport } from '../domain/texting/carrier-codes.ts'
import { MESSAGE_STATES } from '../domain/texting/delivery.ts'
import { operation } from './operation.ts'

const QUERY = z.strictObject({
  days: z
    .enum(['1', '7', '30'])
    .transform((days) => Number(days) as HealthDays)
    .pipe(z.literal([1, 7, 30]))
    .default(7)
    .meta({ description: 'The days up to now that are looked at.', expected: '1, 7 or 30' }),
})

const instant = z.iso.datetime()
const count = z.int().min(0)
const why = z.string().meta({ description: 'Why, in the words of "refusal" of a message.' })
const reasons = z.array(z.strictObject({ why, count }))
const states = MESSAGE_STATES.filter((state) => state !== 'received')

const MESSAGING_REPORT = z
  .strictObject({
    since: instant,
    until: instant,
    texts: z
      .strictObject({
        planned: count.meta({ description: 'All texts of the span; the states add up to it.' }),
        states: z.record(z.enum(states), count),
        faults: z
          .array(
            z.strictObject({
              reason: z.enum(FAULT_REASONS),
              count,
              codes: z.array(z.strictObject({ code: z.int().nullable(), count, meaning: z.string() })),
            }),
          )
          .meta({ description: 'Why texts did not arrive, by reason and by the codes of the carrier.' }),
        refused: reasons.meta({ description: 'Why the gate refused texts.' }),
        canceled: reasons,
      })
      .meta({ description: 'What became, up to now, of the texts that were planned in the span.' }),
    queue: z
      .strictObject({
        waiting: count,
        due: count,
        held: z.array(
          z.strictObject({
            why,
            count,
            oldest: z.strictObject({
              followUpNumber: z.int().nullable(),
              clinic: z.string(),
              plannedAt: instant,
              until: instant.nullable().meta({ description: 'null: until somebody resumes texting.' }),
            }),
          }),
        ),
        onTheWire: count,
        unknown: count.meta({ description: 'Texts whose answer from the carrier was lost.' }),
      })
      .meta({ description: 'What has not left or not been settled by now, whenever it was planned.' }),
    numbers: z
      .strictObject({
        optedOut: count,
        optedOutInSpan: count,
        landline: count,
        invalid: count,
        blocked: count,
        reassigned: count,
      })
      .meta({ description: 'Numbers that get no texts, over all practices of the installation.' }),
    stops: z
      .array(
        z.strictObject({
          at: instant,
          sender: z.string().nullable().meta({ description: 'The sending number; null: all of them.' }),
          code: z.int().nullable(),
          reason: z.string(),
        }),
      )
      .meta({ description: 'Faults for which texts wait until somebody resumes them.' }),
  })
  .meta({
    id: 'MessagingReport',
    examples: [
      {
        ...{ since: '2026-11-30T17:00:00.000Z', until: '2026-12-07T17:00:00.000Z' },
        texts: {
          planned: 5,
          states: Object.fromEntries(states.map((state) => [state, state === 'delivered' ? 5 : 0])),
          ...{ faults: [], refused: [], canceled: [] },
        },
        queue: { waiting: 0, due: 0, held: [], onTheWire: 0, unknown: 0 },
        numbers: { optedOut: 3, optedOutInSpan: 1, landline: 2, invalid: 0, blocked: 0, reassigned: 0 },
        stops: [],
      },
    ],
  })

export const messagingReport = operation({
  id: 'messagingReport',
  method: 'get',
  path: '/reports/messaging',
  summary:
    'How texting goes: what arrived, what did not and why, what waits, what is stopped. Without personal data.',
  scopes: ['manager'],
  query: QUERY,
  answer: MESSAGING_REPORT,
  run: async ({ casework, reader, query }) =>
    reportView(await readMessagingHealth(casework.db, reader.clinics, query.days, casework.clock.now())),
})

function reportView({
  since,
  until,
  texts,
  queue,
  numbers,
  stops,
}: MessagingHealth): z.output<typeof MESSAGING_REPORT> {
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    texts: {
      planned: texts.planned,
      states: { ...texts.states },
      faults: texts.faults.map(({ codes, ...fault }) => ({
        ...fault,
        codes: codes.map(({ code, count }) => ({ code, count, meaning: ruleOfReport(code).meaning })),
      })),
      refused: [...texts.refused],
      canceled: [...texts.canceled],
    },
    queue: {
      ...queue,
      held: queue.held.map(({ oldest, ...held }) => ({
        ...held,
        oldest: {
          followUpNumber: oldest.item,
          clinic: oldest.clinicId,
          plannedAt: oldest.plannedAt.toISOString(),
          until: oldest.until?.toISOString() ?? null,
        },
      })),
    },
    numbers: { ...numbers },
    stops: stops.map(({ at, sender, code, reason }) => ({ at: at.toISOString(), sender, code, reason })),
  }
}

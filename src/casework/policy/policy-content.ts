import { z } from 'zod'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { PAGE_LANGUAGES, TRIGGERS } from '../../domain/follow-up/words.ts'
import { ALERT_MEANS, DUTY_TIMES, type Policy, type TextingRules } from '../../domain/policy/policy.ts'
import type { Calendar, DateTable } from '../../domain/time/calendar.ts'
import { completeWorkflows } from './complete-workflows.ts'
import { legalHolidays, publicHolidays } from './holidays.ts'

/** A policy as data, fit to be kept: the holidays follow from the state and the exceptions. */
export type PolicyContent = Omit<Policy, 'calendar' | 'texting'> & {
  readonly calendar: Omit<Calendar, 'holidays'>
  readonly texting: Omit<TextingRules, 'holidays'>
}

/** The policy that content means. Holidays are computed when a date is first asked for, because their package is slow to load. */
export function withHolidays(content: PolicyContent): Policy {
  const { state, openOn, calendar, texting } = content
  const closedDays = once(() => without(publicHolidays(state), openOn))
  const quietDays = once(() => legalHolidays(state))
  return {
    ...content,
    calendar: {
      ...calendar,
      get holidays() {
        return closedDays()
      },
    },
    texting: {
      ...texting,
      get holidays() {
        return quietDays()
      },
    },
  }
}

function once(compute: () => DateTable): () => DateTable {
  let table: DateTable | null = null
  return () => (table ??= compute())
}

function without(table: DateTable, names: readonly string[]): DateTable {
  return Object.fromEntries(Object.entries(table).filter(([, name]) => !names.includes(name)))
}

/** The rules as they are kept with their version. */
export function contentOf(policy: Policy): Prisma.InputJsonObject {
  const text = JSON.stringify(policy, (key, value: unknown) => (key === 'holidays' ? undefined : value))
  return JSON.parse(text) as Prisma.InputJsonObject
}

/** What kept content must have to be worked by, and what a release before this one did not keep. */
const KEPT = z.looseObject({
  version: z.string(),
  clinicId: z.string(),
  lines: z.array(z.looseObject({ id: z.string() })).min(1),
  state: z.string().nullable().default(null),
  openOn: z.array(z.string()).default([]),
  workflows: z.record(z.string(), z.looseObject({ targetBusinessMinutes: z.number().optional() })),
  clinical: z.looseObject({ alertAfterMinutes: z.number().default(0) }),
  onCall: z.array(
    z.looseObject({
      language: z.enum(PAGE_LANGUAGES).nullable().default(null),
      by: z.array(z.enum(ALERT_MEANS)).default([...ALERT_MEANS]),
      when: z.enum(DUTY_TIMES).default('always'),
    }),
  ),
  persistence: z
    .object({ restMinutes: z.number(), unansweredTexts: z.number() })
    .default({ restMinutes: 120, unansweredTexts: 3 }),
})

/**
 * The rules of a practice that left the clinic files, for the requests that are still open. It has no line of its own any more, so it
 * sends no texts: it has no wordings and no hours for them. Null for content that this program never kept.
 * @param content as `contentOf` made it, in this release or one before.
 */
export function formerPolicy(content: unknown): Policy | null {
  const read = KEPT.safeParse(content)
  if (!read.success) return null
  const { workflows: kept, ...rest } = read.data
  const builtIn = completeWorkflows({})
  const workflows = Object.fromEntries(
    TRIGGERS.map((trigger) => {
      const { targetBusinessMinutes: minutes, ...own } = kept[trigger] ?? {}
      const target = minutes === undefined ? {} : { target: { businessMinutes: minutes } }
      return [trigger, { ...builtIn[trigger], ...target, ...own }]
    }),
  )
  // What `contentOf` wrote has all the rest of a policy.
  const whole = { ...rest, workflows } as unknown as PolicyContent
  const silent = { window: {}, freeText: false, help: { by: 'carrier' } } as const
  return withHolidays({ ...whole, wordings: {}, texting: { ...whole.texting, ...silent } })
}

import type { Trigger } from '../../domain/follow-up/words.ts'
import type { Delay, Rung, Step, Workflow } from '../../domain/policy/policy.ts'

/*
 * How each kind of request is followed up when the clinic file says nothing else. A call that the person asked for is due within the
 * hour; what the practice begins by itself is spread over days and times of day. Each ends after few attempts with a person who decides.
 */

type BuiltInWorkflow = Omit<Workflow, 'document' | 'script'>

const minutes = (count: number): Delay => ({ minutes: count })
const businessMinutes = (count: number): Delay => ({ businessMinutes: count })
const businessDays = (count: number): Delay => ({ businessDays: count })
const otherTimeOfDay = (count: number): Delay => ({ businessDays: count, otherTimeOfDay: true })
const SAME_BLOCK: Delay = { until: 'end-of-block' }
const NEXT_BLOCK: Delay = { until: 'next-block' }
const NEXT_MORNING: Delay = { until: 'next-morning' }

/** A call after which a generic message may be left; without one, `silentCall`. */
const call = (id: string, after: Delay): Step => ({ do: 'call', id, after, voicemail: true })
const silentCall = (id: string, after: Delay): Step => ({ do: 'call', id, after, voicemail: false })
const text = (id: string, after: Delay, wording: string): Step => ({ do: 'text', id, after, wording })

/** The person waits for us: a manager hears of it within the hour, a person by name the next day. */
const THEY_WAIT: readonly [Rung, ...Rung[]] = [
  { after: businessMinutes(60), to: 'manager' },
  { after: businessDays(1), to: 'on-call' },
]
/** We want something from them: nobody is called out of bed for it. */
const WE_ASK: readonly [Rung, ...Rung[]] = [{ after: businessDays(1), to: 'manager' }]

const COMMON = {
  queue: 'assistant',
  joinLines: true,
  sensitive: false,
  afterCadence: { status: 'waiting-on-internal-review', queue: 'assistant', businessDays: 1 },
} as const satisfies Partial<BuiltInWorkflow>

/** The person called, with or without a message: told at once that it was noticed, and called back the same day. */
const theyCalled = (wording: string): BuiltInWorkflow => ({
  ...COMMON,
  target: businessMinutes(60),
  cadence: [
    text('text-at-once', minutes(2), wording),
    call('first-callback', businessMinutes(60)),
    silentCall('second-callback', businessMinutes(180)),
    text('text-after-attempts', businessDays(1), 'tried-to-reach-you'),
    call('last-callback', businessDays(1)),
  ],
  ladder: THEY_WAIT,
})

const PAPERS_MISSING: BuiltInWorkflow = {
  ...COMMON,
  target: NEXT_MORNING,
  cadence: [
    text('text-at-once', minutes(30), 'forms-missing'),
    call('first-call', businessDays(1)),
    call('last-call', otherTimeOfDay(2)),
  ],
  ladder: WE_ASK,
}

/** Every trigger's rules but its script and what an outcome must document, which stand in files of their own. */
export const BUILT_IN_WORKFLOWS: Readonly<Record<Trigger, BuiltInWorkflow>> = {
  'missed-call': theyCalled('call-received'),
  'after-hours-voicemail': theyCalled('message-received'),
  'patient-message': {
    ...COMMON,
    target: businessMinutes(60),
    cadence: [call('first-callback', businessMinutes(60)), call('second-callback', businessDays(1))],
    ladder: THEY_WAIT,
  },
  'appointment-request': {
    ...COMMON,
    target: businessMinutes(60),
    cadence: [
      call('first-callback', businessMinutes(60)),
      text('text-in-between', minutes(30), 'tried-to-reach-you'),
      silentCall('second-callback', NEXT_BLOCK),
      call('last-callback', otherTimeOfDay(2)),
    ],
    ladder: THEY_WAIT,
  },
  'web-form': {
    ...COMMON,
    target: SAME_BLOCK,
    cadence: [
      call('first-callback', SAME_BLOCK),
      text('text-in-between', minutes(30), 'tried-to-reach-you'),
      silentCall('second-callback', NEXT_MORNING),
      call('last-callback', otherTimeOfDay(2)),
    ],
    ladder: THEY_WAIT,
  },
  'referral-received': {
    ...COMMON,
    target: businessDays(1),
    cadence: [
      call('first-call', SAME_BLOCK),
      silentCall('second-call', otherTimeOfDay(1)),
      text('text-after-attempts', businessDays(1), 'please-call-us'),
      call('last-call', otherTimeOfDay(2)),
    ],
    ladder: WE_ASK,
  },
  'unconfirmed-appointment': {
    ...COMMON,
    target: SAME_BLOCK,
    cadence: [
      text('text-at-once', minutes(10), 'about-your-visit'),
      call('first-call', businessMinutes(120)),
      call('second-call', NEXT_BLOCK),
    ],
    // The visit is near: nothing is gained by waiting a day for the decision.
    afterCadence: { ...COMMON.afterCadence, businessDays: 0 },
    ladder: [{ after: businessMinutes(60), to: 'manager' }],
  },
  'incomplete-intake': PAPERS_MISSING,
  'missing-insurance': PAPERS_MISSING,
  'no-show': {
    ...COMMON,
    target: SAME_BLOCK,
    cadence: [
      call('first-call', businessMinutes(30)),
      text('text-in-between', businessDays(1), 'please-call-us'),
      silentCall('second-call', otherTimeOfDay(1)),
      call('last-call', otherTimeOfDay(2)),
    ],
    ladder: WE_ASK,
  },
  'post-visit-scheduling': {
    ...COMMON,
    target: businessDays(1),
    cadence: [
      call('first-call', businessDays(1)),
      silentCall('second-call', otherTimeOfDay(2)),
      text('text-after-attempts', businessDays(1), 'please-call-us'),
      call('last-call', businessDays(2)),
    ],
    ladder: WE_ASK,
  },
  'bilingual-support': {
    ...COMMON,
    target: businessMinutes(60),
    cadence: [
      call('first-callback', businessMinutes(60)),
      silentCall('second-callback', NEXT_BLOCK),
      text('text-after-attempts', minutes(30), 'tried-to-reach-you'),
      call('last-callback', otherTimeOfDay(1)),
    ],
    ladder: THEY_WAIT,
  },
  'recall-due': {
    ...COMMON,
    target: businessDays(2),
    cadence: [
      call('first-call', businessDays(1)),
      silentCall('second-call', otherTimeOfDay(2)),
      text('text-after-attempts', businessDays(1), 'time-to-call-us'),
      call('last-call', businessDays(2)),
    ],
    ladder: WE_ASK,
  },
  'care-gap': {
    ...COMMON,
    target: businessDays(2),
    sensitive: true,
    cadence: [
      call('first-call', businessDays(1)),
      silentCall('second-call', otherTimeOfDay(2)),
      text('other-channel', businessDays(2), 'time-to-call-us'),
    ],
    ladder: WE_ASK,
  },
}

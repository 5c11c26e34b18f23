import { z } from 'zod'
import { ESCALATIONS, LAST_ACTIONS, NEXT_ACTIONS } from '../domain/follow-up/item.ts'
import {
  HEARD,
  LANGUAGES,
  OUTCOMES,
  QUEUES,
  STATUSES,
  TRIGGERS,
  URGENCIES,
} from '../domain/follow-up/words.ts'
import { MESSAGE_STATES } from '../domain/texting/delivery.ts'

/** What comes in and goes out, as zod schemas; the OpenAPI document is made from them. Errors say what was expected. */

const DEFAULT_LIMIT = 50
const LARGEST_LIMIT = 200

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `one of ${words.join(', ')}` })

/** A number as it is known here. */
export const E164 = /^\+[1-9]\d{6,14}$/

const phone = z
  .string()
  // A plus sign that was not written as %2B arrives as a space.
  .transform((given) => given.replace(/^ (?=\d)/, '+'))
  .pipe(z.string().regex(E164))
const PHONE_EXPECTED =
  'a phone number in E.164 form, such as +14155550100 (in an address the plus sign is written %2B)'

const paging = {
  after: z.string().max(200, { error: 'the "next" of the page before' }).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LARGEST_LIMIT))
    .default(DEFAULT_LIMIT)
    .meta({ expected: `a whole number from 1 to ${LARGEST_LIMIT}` }),
}

export const NO_QUERY = z.strictObject({})

export const FOLLOW_UPS_QUERY = z.strictObject({
  clinic: z
    .string()
    .min(1)
    .exactOptional()
    .meta({ description: 'The id of a clinic.', expected: 'the id of a clinic' }),
  queue: oneOf(QUEUES).exactOptional(),
  status: oneOf(STATUSES).exactOptional(),
  trigger: oneOf(TRIGGERS).exactOptional(),
  phone: phone.exactOptional().meta({ description: 'E.164', expected: PHONE_EXPECTED }),
  open: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .pipe(z.boolean())
    .exactOptional()
    .meta({
      description:
        'true: open items only, by due time; false: closed ones only; otherwise all, newest first.',
      expected: 'true or false',
    }),
  ...paging,
})

export const MESSAGES_QUERY = z.strictObject({
  phone: phone.meta({ description: 'E.164', expected: PHONE_EXPECTED }),
  ...paging,
})

const instant = z.iso.datetime()

const FOLLOW_UP_SHAPE = {
  id: z.uuid(),
  number: z.int().meta({ description: 'What people say: "item 4711".' }),
  clinic: z.string(),
  line: z.string(),
  trigger: z.enum(TRIGGERS),
  status: z.enum(STATUSES),
  queue: z.enum(QUEUES),
  urgency: z.enum(URGENCIES),
  reason: z.string().meta({ description: 'Generic words, fit for every role.' }),
  contact: z
    .strictObject({ phone: z.string().nullable(), name: z.string().nullable(), language: z.string() })
    .meta({ description: 'phone is null for a caller who withheld the number.' }),
  owner: z
    .string()
    .meta({ description: 'The name of the person who took it; otherwise the queue, which owns it.' }),
  receivedAt: instant,
  dueAt: instant.nullable(),
  nextAction: z.enum(NEXT_ACTIONS).nullable(),
  lastAction: z.enum(LAST_ACTIONS),
  attempts: z.int().min(0),
  repeatContacts: z.int().min(0),
  heard: z.enum(HEARD),
  escalation: z.strictObject({ at: instant, why: z.enum(ESCALATIONS) }).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  closedAt: instant.nullable(),
}

const HISTORY_ENTRY = z
  .strictObject({
    at: instant,
    kind: z.enum(LAST_ACTIONS),
    actor: z
      .string()
      .meta({ description: 'caller, carrier, system, a staff id, or key: and the id of a key.' }),
    detail: z.unknown().meta({ type: 'object' }),
    clinical: z.unknown().optional().meta({
      type: 'object',
      description: 'What was said and which words matched; for the scope licensed only.',
    }),
  })
  .meta({ id: 'HistoryEntry' })

const FOLLOW_UP = z.strictObject(FOLLOW_UP_SHAPE).meta({ id: 'FollowUp' })

export const FOLLOW_UP_WITH_HISTORY = z
  .strictObject({ ...FOLLOW_UP_SHAPE, history: z.array(HISTORY_ENTRY) })
  .meta({ id: 'FollowUpWithHistory' })

const next = z
  .string()
  .nullable()
  .meta({ description: 'Hand it back as "after" for the following page; null: there is none.' })

export const FOLLOW_UP_PAGE = z.strictObject({ items: z.array(FOLLOW_UP), next }).meta({ id: 'FollowUpPage' })

const MESSAGE = z
  .strictObject({
    id: z.uuid(),
    direction: z.enum(['in', 'out']),
    state: z.enum(MESSAGE_STATES),
    clinic: z.string(),
    line: z.string(),
    phone: z.string(),
    followUp: z.uuid().nullable().meta({ description: 'The id of the follow-up item it belongs to.' }),
    purpose: z.string().nullable(),
    language: z.enum(LANGUAGES).nullable(),
    body: z.string().nullable().meta({
      description:
        'null: a patient wrote it and it may be clinical; the scope licensed is required to read it.',
    }),
    mediaCount: z.int().min(0),
    createdAt: instant,
    notBefore: instant.nullable(),
    sentAt: instant.nullable(),
    settledAt: instant.nullable(),
    errorCode: z.int().nullable().meta({ description: "The carrier's error code." }),
    refusal: z.string().nullable().meta({ description: 'Why it is held, was refused or canceled.' }),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof MESSAGE>

export const MESSAGE_PAGE = z.strictObject({ items: z.array(MESSAGE), next }).meta({ id: 'MessagePage' })

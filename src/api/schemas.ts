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
import { oneOf } from './input.ts'
import { REQUEST } from './request-view.ts'

/** What comes in and goes out, as zod schemas; the OpenAPI document is made from them. Errors say what was expected. */

const DEFAULT_LIMIT = 50
const LARGEST_LIMIT = 200

/** A number as it is known here. */
export const E164 = /^\+[1-9]\d{6,14}$/

const phone = z
  .string()
  // A plus sign that was not written as %2B arrives as a space.
  .transform((given) => given.replace(/^ (?=\d)/, '+'))
  .pipe(z.string().regex(E164))
const PHONE_EXPECTED =
  'a phone number in E.164 form, such as +14155550100 (in an address the plus sign is written %2B)'

export const paging = {
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

/** What is said of an item that is not there, or not for this key. */
export const NO_ITEM = 'There is no follow-up with this id: it is a UUID, the "id" of an item in a list.'

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
  owner: z.string().meta({
    description: 'The name of the person or program who took it; otherwise the queue, which owns it.',
  }),
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
      .meta({ description: 'caller, carrier, system, on-call, a staff id, or key: and the id of a key.' }),
    detail: z.unknown().meta({ type: 'object' }),
    clinical: z.unknown().optional().meta({
      type: 'object',
      description: 'What was said and which words matched; for the scope licensed only.',
    }),
  })
  .meta({ id: 'HistoryEntry' })

/** The examples of the document show this item. */
export const EXAMPLE_FOLLOW_UP = {
  ...{ id: '0191e0b2-6f3d-7c55-9b1e-5a0c1f2d3e4f', number: 4711, clinic: 'cedar-grove' },
  ...{ line: 'cedar-grove/main', trigger: 'web-form', status: 'new-request', queue: 'assistant' },
  ...{ urgency: 'routine', reason: 'Web form', owner: 'assistant' },
  contact: { phone: '+14155550123', name: 'Rosa Delgado', language: 'es' },
  ...{ receivedAt: '2026-12-02T17:00:00.000Z', dueAt: '2026-12-02T17:30:00.000Z', nextAction: 'call' },
  ...{ lastAction: 'request-received', attempts: 0, repeatContacts: 0, heard: 'nothing-to-hear' },
  ...{ escalation: null, outcome: null, closedAt: null },
} as const satisfies z.output<z.ZodObject<typeof FOLLOW_UP_SHAPE>>

export const FOLLOW_UP = z
  .strictObject(FOLLOW_UP_SHAPE)
  .meta({ id: 'FollowUp', examples: [EXAMPLE_FOLLOW_UP] })

export const FOLLOW_UP_WITH_HISTORY = z
  .strictObject({
    ...FOLLOW_UP_SHAPE,
    requests: z.array(REQUEST).meta({
      description: 'What lists, forms and other systems told of what the person needs, the oldest first.',
    }),
    history: z.array(HISTORY_ENTRY),
  })
  .meta({
    id: 'FollowUpWithHistory',
    examples: [
      {
        ...EXAMPLE_FOLLOW_UP,
        requests: [],
        history: [
          { at: EXAMPLE_FOLLOW_UP.receivedAt, kind: 'request-received', actor: 'caller', detail: {} },
        ],
      },
    ],
  })

export const next = z
  .string()
  .nullable()
  .meta({ description: 'Hand it back as "after" for the following page; null: there is none.' })

export const FOLLOW_UP_PAGE = z
  .strictObject({ items: z.array(FOLLOW_UP), next })
  .meta({ id: 'FollowUpPage', examples: [{ items: [EXAMPLE_FOLLOW_UP], next: null }] })

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

const EXAMPLE_MESSAGE = {
  ...{
    id: '0191e0b2-7a11-7d2c-8c1f-0d9e8f7a6b5c',
    direction: 'out',
    state: 'delivered',
    clinic: 'cedar-grove',
  },
  ...{ line: 'cedar-grove/main', phone: '+14155550123', followUp: EXAMPLE_FOLLOW_UP.id, purpose: 'callback' },
  ...{
    language: 'es',
    body: 'Cedar Grove: le llamaremos hoy.',
    mediaCount: 0,
    errorCode: null,
    refusal: null,
  },
  ...{ createdAt: '2026-12-02T17:00:00.000Z', notBefore: null, sentAt: '2026-12-02T17:00:02.000Z' },
  settledAt: '2026-12-02T17:00:04.000Z',
} as const satisfies MessageView

export const MESSAGE_PAGE = z
  .strictObject({ items: z.array(MESSAGE), next })
  .meta({ id: 'MessagePage', examples: [{ items: [EXAMPLE_MESSAGE], next: null }] })

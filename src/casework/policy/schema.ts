import { z } from 'zod'
import type { Category } from '../../domain/clinical/reading.ts'
import { LANGUAGES, PAGE_LANGUAGES, QUEUES, TRIGGERS, type Language } from '../../domain/follow-up/words.ts'
import {
  ALERT_MEANS,
  DUTY_TIMES,
  PROMPT_NAMES,
  RING_ORDERS,
  TEXT_PURPOSES,
} from '../../domain/policy/policy.ts'
import { US_STATES } from '../../domain/policy/us-states.ts'
import { OPENNESS } from '../../domain/time/business-time.ts'
import { WEEKDAYS } from '../../domain/time/calendar.ts'
import {
  clockSpans,
  count,
  date,
  group,
  linkDomain,
  phone,
  phoneKey,
  shortName,
  table,
  text,
  textingSpan,
  webAddress,
  word,
  zone,
} from './fields.ts'
import { workflow } from './workflow-schema.ts'

/*
 * The clinic file, section by section. Every schema says what it expects in words that stand after "expected".
 */

const language = word(LANGUAGES)
const trueOrFalse = z.boolean('true or false')

const ringWhen = z
  .array(word(OPENNESS), 'a list of times, such as [open, lunch]')
  .min(1, 'at least one of open, lunch, closed, holiday; for a line that never rings write connect: backup')
  .refine((list) => new Set(list).size === list.length, 'each time once')

const connect = z.preprocess(
  (value) => {
    if (value === 'backup') return { kind: 'backup' }
    return typeof value === 'object' && value !== null ? { kind: 'front', ...value } : value
  },
  z.discriminatedUnion(
    'kind',
    [
      group({ kind: z.literal('backup') }),
      group({
        kind: z.literal('front'),
        ring: z.array(phone).min(1, 'at least one phone to ring').max(10, 'at most 10 phones'),
        order: word(RING_ORDERS).default('together'),
        seconds: count(5, 60),
        pressToTake: trueOrFalse.default(true),
        ringWhen: ringWhen.default(['open']),
      }),
    ],
    { error: 'backup, or a group with ring and seconds' },
  ),
)

/** Without a text only in a language that the carrier cannot speak (prompt-checks.ts). */
const prompt = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  group({ text: text(600).exactOptional(), recording: webAddress.exactOptional() }),
)
const spokenWords = table(LANGUAGES, prompt)
const prompts = table(PROMPT_NAMES, spokenWords)

const line = group({ id: shortName, name: text(60), phone, connect, prompts: prompts.exactOptional() })

const oneOffDay = group({
  date,
  hours: z.preprocess((value) => (value === 'closed' ? [] : value), clockSpans),
  reason: text(80),
  greeting: spokenWords.exactOptional(),
})

const CATEGORIES = [
  'symptom',
  'medication',
  'test-result',
  'treatment',
  'pregnancy',
  'mental-health',
  'injury',
  'urgent-language',
] as const satisfies readonly Category[]
const ownTerm = group({
  term: text(60),
  category: word(CATEGORIES),
  urgent: trueOrFalse.exactOptional(),
})

const contact = group({
  role: word(['licensed', 'manager'] as const),
  phone,
  name: text(80).nullable().default(null),
  language: word(PAGE_LANGUAGES).nullable().default(null),
  by: z
    .array(word(ALERT_MEANS), 'a list of ways, such as [call, text]')
    .min(1, 'call, text or both')
    .refine((list) => new Set(list).size === list.length, 'each way once')
    .default([...ALERT_MEANS]),
  when: word(DUTY_TIMES).default('always'),
})

const words = text(1600).exactOptional()
const wording = group({
  purpose: word(TEXT_PURPOSES),
  ...(Object.fromEntries(LANGUAGES.map((code) => [code, words])) as Record<Language, typeof words>),
})

const helpRule = 'carrier, or the wording that answers, such as { wording: help }'
const help = z.preprocess(
  (value) => {
    if (value === 'carrier') return { by: 'carrier' }
    return typeof value === 'object' && value !== null ? { by: 'practice', ...value } : value
  },
  z.discriminatedUnion(
    'by',
    [group({ by: z.literal('carrier') }), group({ by: z.literal('practice'), wording: text(60) })],
    { error: helpRule },
  ),
)

/** The file's sections by name. Each can be read for itself, so that a mistake in one does not hide those in another. */
export const SECTIONS = {
  clinic: shortName,
  name: text(60),
  spokenName: text(120).exactOptional(),
  phone,
  zone,
  state: word(US_STATES.map((state) => state.letters)),
  languages: z
    .array(language, 'a list of languages, such as [en, es]')
    .min(1, 'at least one language')
    .refine((list) => new Set(list).size === list.length, 'each language once'),
  lines: z.array(line, 'a list of lines').min(1, 'at least one line'),
  hours: table(WEEKDAYS, clockSpans),
  holidays: group({ openOn: z.array(text(60), 'a list of holidays') }),
  oneOffDays: z.array(oneOffDay, 'a list of single days'),
  prompts,
  keys: group({ agreeToText: phoneKey, languages: table(LANGUAGES, phoneKey) }),
  wordings: z.record(shortName, wording, 'a group of wordings'),
  workflows: table(TRIGGERS, workflow).prefault({}),
  persistence: group({
    restMinutes: count(0, 1440).default(120),
    unansweredTexts: count(1, 10).default(3),
  }).prefault({}),
  texting: group({
    window: z.preprocess(
      (value) => (value === 'narrowest' ? null : value),
      table(WEEKDAYS, textingSpan).nullable(),
    ),
    perDay: count(1, 3),
    perWeek: count(1, 7),
    maxChars: count(60, 160),
    validityMinutes: count(5, 600),
    perSecond: count(1, 100).default(1),
    readRepliesWithinBusinessMinutes: count(1, 10_000).default(60),
    freeText: trueOrFalse.default(false),
    help: help.default({ by: 'carrier' }),
    linkDomain: linkDomain.nullable().default(null),
  }),
  voicemail: group({
    maxSeconds: count(20, 119),
    transcriptWithinMinutes: count(1, 240),
    hearWithinBusinessMinutes: count(1, 10_000),
    notHeardQueue: word(QUEUES),
    keepDays: count(1, 3650).default(90),
  }),
  repeats: group({
    raiseAfter: count(1, 20).default(2),
    dueWithinBusinessMinutes: count(1, 10_000).default(15),
  }).prefault({}),
  callerNames: trueOrFalse.default(false),
  clinical: group({
    targetBusinessMinutes: count(1, 10_000),
    urgentMinutes: count(1, 240),
    alertAfterMinutes: count(0, 60).default(0),
    escalateEveryMinutes: count(1, 240),
    words: group({
      add: z.array(ownTerm, 'a list of terms, each such as { term: Cedar Steps, category: treatment }'),
      remove: z.array(text(60), 'a list of words'),
    }),
  }),
  onCall: z.array(contact, 'a list of contacts').min(1, 'at least one contact for urgent items'),
} as const

export const CLINIC_FILE = group(SECTIONS)
export type ClinicFile = z.output<typeof CLINIC_FILE>
/** The sections of a file that could be read; a check that needs another one has nothing to say. */
export type ReadSections = Partial<ClinicFile>

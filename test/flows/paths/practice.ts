import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import type { PhoneBehaviour } from '../../../src/sandbox/control/schema.ts'

/*
 * A practice with one line for each way in which its phones may meet a call. It speaks three languages, and each of its prompts says
 * its own name and language, so that what a caller heard can be read off.
 */

export const SPOKEN = ['en', 'es', 'vi'] as const
export type Spoken = (typeof SPOKEN)[number]
/** The key that goes on in a language; the first one has none. */
export const LANGUAGE_KEYS = { es: '2', vi: '3' } as const

export type LineKind = {
  readonly name: string
  readonly number: string
  /** what the phones behind it do; none where the practice forwards its calls here */
  readonly phones: readonly PhoneBehaviour[]
  readonly order: 'together' | 'in-turn'
  readonly pressToTake: boolean
  /** rung at every hour, or only while the practice is open */
  readonly rung: 'always' | 'open'
  /** a person takes the call */
  readonly answered: boolean
}

/*
 * Phones are quick, and prompts take long: many calls go on at once, and while the clock moves on for what a phone does on one of them,
 * nobody's time to press a key on another may run out.
 */
const takes = (presses: string): PhoneBehaviour => ({
  pickUp: 'answers',
  presses,
  afterSeconds: 0,
  talkSeconds: 1,
})
const mailbox: PhoneBehaviour = { pickUp: 'mailbox', afterSeconds: 0, talkSeconds: 1 }
const rings: PhoneBehaviour = { pickUp: 'no-answer' }
const busy: PhoneBehaviour = { pickUp: 'busy', afterSeconds: 0 }
const failed: PhoneBehaviour = { pickUp: 'failed', afterSeconds: 0 }
const PADDING = ' (and so on, and so on, and so on, and so on, and so on, and so on, and so on, and so on)'

const line = (name: string, phones: readonly PhoneBehaviour[], how: Partial<LineKind> = {}) => ({
  name,
  phones,
  order: 'together' as const,
  pressToTake: true,
  rung: 'always' as const,
  answered: false,
  ...how,
})

export const LINE_KINDS: readonly LineKind[] = [
  line('backup line', []),
  line('front line with a mailbox', [mailbox]),
  line('front line where the wrong key is pressed twice', [takes('55')]),
  line('front line that is busy', [busy]),
  line('front line that fails', [failed]),
  line('front line that nobody picks up', [rings]),
  line('front line rung in open hours only', [rings], { rung: 'open' }),
  line('front line with a mailbox and a busy phone together', [mailbox, busy]),
  line('front line with nobody, then a mailbox in turn', [rings, mailbox], { order: 'in-turn' }),
  line('front line without a key that is busy', [busy], { pressToTake: false }),
  line('front line taken with 1', [takes('1')], { answered: true }),
  line('front line taken with 1 after another key', [takes('51')], { answered: true }),
  line('front line taken by the second phone together', [mailbox, takes('1')], { answered: true }),
  line('front line taken by the second phone in turn', [busy, takes('1')], {
    answered: true,
    order: 'in-turn',
  }),
  line('front line without a key that is picked up', [takes('')], { answered: true, pressToTake: false }),
  line(
    'front line where the caller ends the conversation',
    [{ pickUp: 'answers', presses: '1', afterSeconds: 0 }],
    {
      answered: true,
    },
  ),
].map((kind, index) => ({ ...kind, number: `+1415555${String(200 + index).padStart(4, '0')}` }))

/** The number of a phone behind a line. */
export function phoneBehind(kind: LineKind, place: number): string {
  return `+1415555${String(300 + LINE_KINDS.indexOf(kind) * 2 + place).padStart(4, '0')}`
}

const PROMPTS = [
  'emergency',
  'open',
  'lunch',
  'closed',
  'holiday',
  'connecting',
  'consentAsk',
  'consentThanks',
  'wrongKey',
  'leaveMessage',
  'goodbye',
]
/** What a prompt must say by rule. */
const REQUIRED: Readonly<Record<string, string>> = { emergency: ' 911', consentAsk: ' 1' }

/** The single day on which the practice is closed and has words of its own for it. */
const OWN_GREETING_DAY = '2027-02-12'

/** The example's file, changed to these lines and words. */
export function practiceFile(): string {
  const example = parse(readFileSync('clinic.yaml', 'utf8')) as Record<string, unknown>
  const inEach = (name: string) =>
    Object.fromEntries(
      SPOKEN.map((language) => [language, `${name} ${language}${REQUIRED[name] ?? ''}${PADDING}`]),
    )
  return stringify({
    ...example,
    languages: SPOKEN,
    lines: LINE_KINDS.map((kind, index) => ({
      id: `line-${index}`,
      name: kind.name,
      phone: kind.number,
      connect:
        kind.phones.length === 0
          ? 'backup'
          : {
              ring: kind.phones.map((_, place) => phoneBehind(kind, place)),
              order: kind.order,
              seconds: 10,
              pressToTake: kind.pressToTake,
              ringWhen: kind.rung === 'open' ? ['open'] : ['open', 'lunch', 'closed', 'holiday'],
            },
    })),
    // Open on Sundays too, since summer time begins and ends on one.
    hours: { ...(example['hours'] as object), sunday: ['08:00-12:00'] },
    oneOffDays: [
      { date: '2026-12-24', hours: ['08:00-12:00'], reason: 'Christmas Eve' },
      { date: OWN_GREETING_DAY, hours: 'closed', reason: 'Staff training', greeting: inEach('ownGreeting') },
    ],
    prompts: {
      ...Object.fromEntries(PROMPTS.map((name) => [name, inEach(name)])),
      takeCall: { en: 'takeCall en 1' },
      languageOffer: { es: 'languageOffer es 2', vi: 'languageOffer vi 3' },
    },
    keys: { agreeToText: 1, languages: LANGUAGE_KEYS },
    // One step that is months away: what follows a call is not looked at here.
    workflows: Object.fromEntries(
      Object.entries(example['workflows'] as Record<string, object>).map(([trigger, workflow]) => [
        trigger,
        { ...workflow, cadence: [{ id: 'first-callback', do: 'call', after: '90 business days' }] },
      ]),
    ),
  })
}

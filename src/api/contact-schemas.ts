import { z } from 'zod'
import { BASES, CONSENT_KINDS, SCOPES } from '../domain/consent/ledger.ts'
import { CONTACT_FACTS } from '../domain/contact/facts.ts'
import { LANGUAGES } from '../domain/follow-up/words.ts'
import { TEXTABLE } from '../domain/texting/gate.ts'
import { WRITTEN_BASES } from '../casework/contacts/consents.ts'
import { givenInstant, oneOf } from './input.ts'

/** What comes in and goes out about a number, as zod schemas. */

const instant = z.iso.datetime()
const text = (most: number, expected: string) =>
  z.string({ error: expected }).trim().max(most, { error: expected })

const EVIDENCE_EXPECTED =
  'what proves it, such as the id of a form or a row of a file; at most 200 characters'
const WORDS_EXPECTED = 'what the person said or wrote; at most 1,000 characters'

const WORDS = text(1_000, WORDS_EXPECTED)
  .exactOptional()
  .meta({ description: 'What the person said or wrote; only licensed readers get it back.' })

export const CONSENT_ORDER = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('grant'),
        scope: oneOf(SCOPES),
        basis: oneOf(WRITTEN_BASES),
        evidence: text(200, EVIDENCE_EXPECTED)
          .min(1, { error: EVIDENCE_EXPECTED })
          .meta({ description: 'What proves it. The same evidence for the same scope twice is one line.' }),
        followUp: z
          .uuid({ error: 'the id of a follow-up of this number' })
          .exactOptional()
          .meta({ description: 'The item that it is about; required for the scope this-request.' }),
        wordingVersion: text(200, 'the version of the wording or form that was agreed to')
          .exactOptional()
          .meta({ description: 'The version of the wording or form that was agreed to.' }),
        givenAt: givenInstant.exactOptional().meta({
          description:
            'When the person agreed; left out: just now. Required for a form or an import once the person has opted out.',
        }),
        words: WORDS,
      }),
      z.strictObject({
        kind: z.literal('revoke'),
        evidence: text(200, EVIDENCE_EXPECTED)
          .exactOptional()
          .meta({ description: 'What proves it; left out: that this key says so.' }),
        words: WORDS,
      }),
    ],
    { error: 'grant or revoke' },
  )
  .meta({
    id: 'ConsentOrder',
    examples: [
      { kind: 'grant', scope: 'recall', basis: 'form', evidence: 'form-8812', wordingVersion: 'web@3' },
    ],
  })

const PERMISSION_SHAPE = {
  allowed: z.boolean(),
  why: z.enum(['no-consent', 'opted-out']).nullable(),
  consentId: z.uuid().nullable().meta({ description: 'The line of the ledger that allows it.' }),
}

/** The examples of the document show this line of a ledger. */
const EXAMPLE_LINE = '0191e0b2-8b22-7e3d-9d2f-1e0f9a8b7c6d'
const EXAMPLE_PERMISSION = { allowed: true, why: null, consentId: EXAMPLE_LINE }

export const CONSENT_ANSWER = z
  .strictObject({
    id: z.uuid().meta({ description: 'The line of the ledger.' }),
    recorded: z.boolean().meta({ description: 'false: this evidence stood there already.' }),
    permission: z.strictObject(PERMISSION_SHAPE).meta({
      description: 'What holds after it. After STOP the person must write START, whatever else is granted.',
    }),
  })
  .meta({
    id: 'ConsentAnswer',
    examples: [{ id: EXAMPLE_LINE, recorded: true, permission: EXAMPLE_PERMISSION }],
  })

const LEDGER_LINE = z
  .strictObject({
    id: z.uuid(),
    at: instant,
    kind: z.enum(CONSENT_KINDS),
    scope: z.enum([...SCOPES, 'all']),
    basis: z.enum(BASES),
    evidence: z.string(),
    wordingVersion: z.string().nullable(),
    followUp: z.uuid().nullable(),
    by: z.string().nullable().meta({ description: 'A staff id, or key: and the id of a key.' }),
    hasWords: z.boolean().meta({ description: 'What the person said or wrote is on record.' }),
    words: z.string().nullable().meta({ description: 'For the scope licensed only.' }),
  })
  .meta({ id: 'LedgerLine' })

const FACT = z
  .strictObject({
    at: instant,
    kind: z.enum(CONTACT_FACTS),
    source: z.string().meta({ description: 'A staff id, key: and the id of a key, or carrier.' }),
    evidence: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ContactFact' })

export const CONTACT = z
  .strictObject({
    phone: z.string(),
    name: z.string().nullable(),
    language: z.enum(LANGUAGES).nullable(),
    textable: z.enum(TEXTABLE),
    shared: z.boolean().meta({ description: 'Several people use the number.' }),
    noCalls: z.boolean(),
    noVoicemail: z.boolean(),
    preference: z
      .string()
      .nullable()
      .meta({ description: 'How the person wants to be reached (45 CFR 164.522(b)).' }),
    permissions: z
      .array(z.strictObject({ scope: z.enum(SCOPES), followUp: z.uuid().nullable(), ...PERMISSION_SHAPE }))
      .meta({ description: 'What may be texted now: per open item, and for what is about no item.' }),
    ledger: z.array(LEDGER_LINE).meta({ description: 'In the order in which it was written.' }),
    facts: z.array(FACT).meta({ description: 'What staff and the carrier said, the oldest first.' }),
  })
  .meta({
    id: 'Contact',
    examples: [
      {
        ...{
          phone: '+14155550123',
          name: 'Rosa Delgado',
          language: 'es',
          textable: 'unknown',
          shared: false,
        },
        ...{ noCalls: false, noVoicemail: false, preference: null, facts: [] },
        permissions: [{ scope: 'recall', followUp: null, ...EXAMPLE_PERMISSION }],
        ledger: [
          {
            ...{
              id: EXAMPLE_LINE,
              at: '2026-12-02T17:00:00.000Z',
              kind: 'grant',
              scope: 'recall',
              basis: 'form',
            },
            ...{ evidence: 'form-8812', wordingVersion: 'web@3', followUp: null, by: null, hasWords: false },
            words: null,
          },
        ],
      },
    ],
  })
export type ContactView = z.infer<typeof CONTACT>

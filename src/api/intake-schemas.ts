import { z } from 'zod'
import { SCOPES } from '../domain/consent/ledger.ts'
import { PREFERRED_CONTACTS, SEGMENTS } from '../domain/follow-up/request.ts'
import { LANGUAGES, STATUSES } from '../domain/follow-up/words.ts'
import { LIST_TRIGGERS, LONGEST } from '../domain/imports/fields.ts'
import { givenDate, givenInstant, oneOf } from './input.ts'
import { EXAMPLE_FOLLOW_UP, FOLLOW_UP } from './schemas.ts'

/** What comes in and goes out when another program tells of somebody's need, as zod schemas. */

const words = (most: number) => {
  const error = `text of 1 to ${String(most)} characters`
  return z.string({ error }).trim().min(1, { error }).max(most, { error })
}
const date = givenDate('a date such as 2026-12-24')

/** Lengths are those of a list's cells: a need is the same whichever way it comes in. */
const LONGEST_TEXT = 500
const textOf = (field: keyof typeof LONGEST) => words(LONGEST[field] ?? LONGEST_TEXT)

const FORM_CONSENT = z.strictObject({
  scope: oneOf(SCOPES),
  evidence: words(200).meta({ description: 'What proves it: the id of the form that was sent in.' }),
  wordingVersion: words(200).meta({ description: 'The version of the words that the person agreed to.' }),
  givenAt: givenInstant.exactOptional().meta({ description: 'When the person agreed; left out: just now.' }),
})

export const FOLLOW_UP_ORDER = z
  .strictObject({
    clinic: words(200).exactOptional().meta({
      description: 'The id of a clinic; may be left out when there is only one that the key is for.',
    }),
    line: words(200)
      .exactOptional()
      .meta({ description: 'The line that calls the person back; left out: the first of the clinic.' }),
    trigger: oneOf(LIST_TRIGGERS).meta({ description: 'What it is about; it chooses the workflow.' }),
    phone: words(40).nullable().meta({
      description: 'In E.164 or any form that is written in the US; null: not known, so that staff find one.',
    }),
    source: oneOf(['api', 'form']).exactOptional().meta({
      description:
        'form: the person wrote it themself; api: a system tells of them. Left out: form for web-form, otherwise api.',
    }),
    language: oneOf(LANGUAGES).exactOptional(),
    name: textOf('personName').exactOptional(),
    reason: textOf('reason').exactOptional().meta({
      description:
        'In plain words. It is never said or texted; when it reads as clinical, licensed staff alone read it.',
    }),
    segment: oneOf(SEGMENTS).exactOptional(),
    dueFrom: date.exactOptional().meta({ description: 'Nobody is called about it before.' }),
    dueTo: date.exactOptional(),
    provider: textOf('provider').exactOptional(),
    providerPriority: z
      .int({ error: 'a whole number from 1 to 99' })
      .min(1, { error: 'a whole number from 1 to 99' })
      .max(99, { error: 'a whole number from 1 to 99' })
      .exactOptional()
      .meta({ description: '1 comes first.' }),
    lastAppointment: date.exactOptional(),
    preferredContact: oneOf(PREFERRED_CONTACTS)
      .exactOptional()
      .meta({ description: 'A wish, not a consent.' }),
    insuranceNote: textOf('insuranceNote').exactOptional(),
    authorizationNeeded: z.boolean({ error: 'true or false' }).exactOptional(),
    reference: textOf('sourceRef').exactOptional().meta({ description: 'Your own id of it.' }),
    consent: FORM_CONSENT.exactOptional().meta({
      description: 'That the person agreed to texts on a form; left out: nothing is said about it.',
    }),
  })
  .refine(({ dueFrom, dueTo }) => dueFrom === undefined || dueTo === undefined || dueFrom <= dueTo, {
    path: ['dueTo'],
    error: 'a date that is not before "dueFrom"',
  })
  .refine(({ phone, consent }) => phone !== null || consent === undefined, {
    path: ['consent'],
    error: 'no consent without "phone": it is the number that is texted',
  })
  .meta({
    id: 'FollowUpOrder',
    examples: [
      {
        trigger: 'web-form',
        phone: '(415) 555-0123',
        name: 'Rosa Delgado',
        language: 'es',
        reason: 'Wants a yearly visit, mornings',
        reference: 'form-8812',
        consent: { scope: 'this-request', evidence: 'form-8812', wordingVersion: 'web-form@3' },
      },
    ],
  })
export type FollowUpOrder = z.output<typeof FOLLOW_UP_ORDER>

export const REQUEST_RECEIPT = z
  .strictObject({
    result: z.enum(['opened', 'joined']).meta({
      description: 'joined: the person had an open item, and this is talked about there.',
    }),
    id: z.uuid(),
    number: z.int(),
    status: z.enum(STATUSES),
    item: FOLLOW_UP.nullable().meta({ description: 'null for keys with the scope intake alone.' }),
    consent: z
      .strictObject({
        allowed: z.boolean().meta({ description: 'Texts of this scope are allowed now.' }),
        why: z.enum(['no-consent', 'opted-out']).nullable(),
        refused: z
          .string()
          .nullable()
          .meta({ description: 'Why the consent was not written down; the request counts all the same.' }),
      })
      .nullable()
      .meta({ description: 'What became of "consent", as of now; null: none was sent.' }),
  })
  .meta({
    id: 'RequestReceipt',
    examples: [
      {
        ...{ result: 'opened', id: EXAMPLE_FOLLOW_UP.id, number: EXAMPLE_FOLLOW_UP.number },
        ...{ status: 'new-request', item: null, consent: { allowed: true, why: null, refused: null } },
      },
    ],
  })

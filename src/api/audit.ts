import { z } from 'zod'
import { readAuditTrail, type AuditFilter } from '../reports/audit-trail.ts'
import { BadInput } from '../platform/errors.ts'
import { givenInstant } from './input.ts'
import { operation } from './operation.ts'
import { next, paging } from './schemas.ts'

const instant = z.iso.datetime()
const bound = (description: string) => givenInstant.exactOptional().meta({ description })
/** No name and no number has this form: what was asked for stands in the audit itself. */
const word = (pattern: RegExp, description: string, expected: string) =>
  z.string().regex(pattern).exactOptional().meta({ description, expected })

const QUERY = z.strictObject({
  subject: word(
    /^[a-z-]{1,40}(:[\w/-]{1,100})?$/,
    'What it is about: its kind and its id.',
    'a kind and an id, such as follow-up:7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10',
  ),
  actor: word(
    /^[\w:-]{1,100}$/,
    'Who did it: a staff id, key: and the id of a key, command, or system.',
    'a staff id, or key: and the id of a key',
  ),
  action: word(/^[a-z-]{1,60}$/, 'What was done.', 'a word such as clinical-text-read'),
  since: bound('From then on.'),
  until: bound('Before then.'),
  ...paging,
})

const AUDIT_PAGE = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          id: z.string(),
          at: instant,
          actor: z.string(),
          action: z.string(),
          subject: z.string(),
          detail: z.unknown().meta({ type: 'object' }),
        })
        .meta({ id: 'AuditEntry' }),
    ),
    next,
  })
  .meta({
    id: 'AuditPage',
    examples: [
      {
        items: [
          {
            ...{ id: '90210', at: '2026-12-02T17:00:00.000Z', actor: 'system', action: 'recording-deleted' },
            ...{ subject: 'call:CA0123456789abcdef0123456789abcdef', detail: {} },
          },
        ],
        next: null,
      },
    ],
  })

export const readAudit = operation({
  id: 'readAudit',
  method: 'get',
  path: '/audit',
  summary: 'Who saw or did what, newest first. Reading it is audited too.',
  scopes: ['manager'],
  query: QUERY,
  answer: AUDIT_PAGE,
  run: async ({ casework, reader, query }) => {
    const { after, limit, since, until, ...words } = query
    const filter: AuditFilter = {
      ...words,
      ...(since === undefined ? {} : { since: new Date(since) }),
      ...(until === undefined ? {} : { until: new Date(until) }),
    }
    const before = after === undefined ? null : lineOf(after)
    const page = await readAuditTrail(casework.db, reader, filter, { limit, before })
    await casework.db.auditEntry.create({
      data: {
        ...{ at: casework.clock.now(), actor: reader.id, action: 'audit-read', subject: 'audit' },
        // What was looked for.
        detail: Object.fromEntries(
          Object.entries(filter).map(([name, value]) => [
            name,
            value instanceof Date ? value.toISOString() : value,
          ]),
        ),
      },
    })
    return {
      items: page.items.map(({ id, at, actor, action, subject, detail }) => ({
        ...{ id: String(id), at: at.toISOString(), actor, action, subject, detail },
      })),
      next: page.next === null ? null : Buffer.from(String(page.next)).toString('base64url'),
    }
  },
})

function lineOf(cursor: string): bigint {
  const id = /^\d{1,18}$/.exec(Buffer.from(cursor, 'base64url').toString())?.[0]
  if (id === undefined)
    throw new BadInput(
      'The cursor is not one of this list: take it from the "next" of the page before, or leave it out.',
    )
  return BigInt(id)
}

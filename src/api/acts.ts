import { z } from 'zod'
import type { Casework } from '../casework/casework.ts'
import { lowerItem, raiseItem } from '../casework/raising.ts'
import { removeItem, reopenItem } from '../casework/removal.ts'
import {
  acknowledge,
  addNote,
  claim,
  recordOutcome,
  release,
  type ActionResult,
  type RefusedAction,
} from '../casework/staff-actions.ts'
import { readBoard, type BoardRow } from '../casework/view/board.ts'
import type { Reader } from '../casework/view/dossier.ts'
import { rowView } from '../casework/view/follow-up-view.ts'
import { STAFF_REMOVAL_REASONS } from '../domain/follow-up/request.ts'
import { RECORDED_OUTCOMES } from '../domain/follow-up/words.ts'
import type { Actor } from '../domain/staff/roles.ts'
import { NotFound } from '../platform/errors.ts'
import { actorOf } from './access.ts'
import { givenInstant, oneOf } from './input.ts'
import type { Scope } from './keys.ts'
import { operation } from './operation.ts'
import { BadParameters, Refusal } from './problems.ts'
import { FOLLOW_UP, NO_ITEM, NO_QUERY } from './schemas.ts'

const NOTE_EXPECTED = 'a note of 1 to 2,000 characters'
const NOTE = z
  .string({ error: NOTE_EXPECTED })
  .trim()
  .min(1, { error: NOTE_EXPECTED })
  .max(2_000, { error: NOTE_EXPECTED })

const NOTE_ORDER = z
  .strictObject({ note: NOTE })
  .meta({ id: 'NoteOrder', examples: [{ note: 'Prefers to be called before nine.' }] })
const outcomes = RECORDED_OUTCOMES as [(typeof RECORDED_OUTCOMES)[number], ...typeof RECORDED_OUTCOMES]
const OUTCOME_ORDER = z
  .strictObject({
    outcome: oneOf(outcomes),
    note: NOTE.exactOptional().meta({
      description:
        'Required where the outcome closes the item, and where the workflow says what to write down.',
    }),
    callbackAt: givenInstant
      .exactOptional()
      .meta({ description: 'The time that the person asked for; required for callback-requested.' }),
  })
  .meta({
    id: 'OutcomeOrder',
    examples: [{ outcome: 'reached-scheduled', note: 'Booked for Tuesday at ten.' }],
  })
const REMOVAL_ORDER = z
  .strictObject({
    reason: oneOf(STAFF_REMOVAL_REASONS),
    note: NOTE,
  })
  .meta({
    id: 'RemovalOrder',
    examples: [{ reason: 'already-scheduled', note: 'Booked online this morning.' }],
  })

const RAISE_ORDER = z
  .strictObject({
    urgency: z.enum(['clinical', 'urgent'], { error: 'one of clinical, urgent' }).meta({
      description: 'urgent: it cannot wait, so that whoever is on call is alerted.',
    }),
    note: NOTE.exactOptional(),
  })
  .meta({ id: 'RaiseOrder', examples: [{ urgency: 'urgent', note: 'Sounds confused.' }] })
const LOWER_ORDER = z
  .strictObject({
    reason: NOTE.meta({
      description: 'Why nothing clinical is to be done about it; licensed staff alone read it.',
    }),
    historyRead: z.int({ error: 'how many entries of the history were read' }).min(0).max(1_000_000).meta({
      description:
        'How many entries the history had when the item was read. Words that came since are judged by nobody, so that they refuse it.',
    }),
  })
  .meta({ id: 'LowerOrder', examples: [{ reason: 'An old rash; asks where to park.', historyRead: 6 }] })

/** What these operations have in common: one act of a program on one item, answered with the item as it is after it. */
function actOnItem<Body extends z.ZodType = z.ZodUndefined>(described: {
  readonly id: string
  readonly verb: string
  readonly summary: string
  readonly body?: Body
  /** absent: whoever reads items; whose queue it is in decides the rest */
  readonly scopes?: readonly Scope[]
  readonly act: (deps: Casework, actor: Actor, number: number, body: z.output<Body>) => Promise<ActionResult>
}) {
  return operation({
    id: described.id,
    method: 'post',
    path: `/follow-ups/:id/${described.verb}`,
    summary: described.summary,
    scopes: described.scopes ?? ['assistant', 'licensed', 'manager'],
    query: NO_QUERY,
    ...(described.body ? { body: described.body } : {}),
    answer: FOLLOW_UP,
    refusals: { 409: 'The item is not in a state for it, or somebody else has taken it; "type" says which.' },
    run: async ({ casework, reader, scopes, body, param }) => {
      const { number } = await itemOf(casework, reader, param('id'))
      const result = await described.act(casework, actorOf(reader, scopes), number, body)
      if (result.type === 'refused') throw REFUSALS[result.reason]()
      return rowView(await itemOf(casework, reader, param('id')))
    },
  })
}

async function itemOf({ db }: Casework, { clinics }: Reader, given: string): Promise<BoardRow> {
  const id = z.uuid().safeParse(given)
  const page = id.success ? await readBoard(db, { clinics, id: id.data }, { limit: 1 }) : null
  const row = page?.items[0]
  if (!row) throw new NotFound(NO_ITEM)
  return row
}

const A_YEAR_MS = 366 * 86_400_000

/** A time that nobody can keep, or that nobody will remember, is no agreement. */
function ahead(given: string, now: Date): Date {
  const at = new Date(given)
  if (at > now && at.getTime() <= now.getTime() + A_YEAR_MS) return at
  throw new BadParameters([{ name: 'callbackAt', expected: 'an instant that lies ahead, within a year' }])
}

/** What is the matter, in words for whoever runs the program; the kind of the problem says it in one for the program itself. */
const REFUSALS: Readonly<Record<RefusedAction, () => Error>> = {
  'not-your-queue': () =>
    new Refusal(403, 'not-your-queue', 'The item is in a queue that the scopes of this key do not work.'),
  'licensed-decides': () =>
    new Refusal(
      403,
      'licensed-decides',
      'Only the scope licensed may end this item so: it is clinically sensitive.',
    ),
  'closed-already': () => new Refusal(409, 'closed-already', 'The item is closed; reopen it first.'),
  'claimed-by-another': () =>
    new Refusal(409, 'claimed-by-another', 'Somebody else has taken the item: wait until it is free again.'),
  'changed-meanwhile': () =>
    new Refusal(409, 'changed-meanwhile', 'The item has changed: read it again and decide anew.'),
  'has-open-item': () =>
    new Refusal(
      409,
      'has-open-item',
      'The person has an open item: write there, so that it stays one conversation.',
    ),
  'not-closed': () => new Refusal(409, 'not-closed', 'The item is open already.'),
  'note-required': () =>
    new BadParameters([{ name: 'note', expected: `${NOTE_EXPECTED}: this outcome is documented` }]),
  'callback-time-required': () =>
    new BadParameters([{ name: 'callbackAt', expected: 'the time that the person asked for' }]),
}

export const ACTS = [
  actOnItem({
    id: 'claimFollowUp',
    verb: 'claim',
    summary: 'Takes an item for fifteen minutes, so that nobody else calls the same person.',
    act: (deps, actor, number) => claim(deps, actor, { number }),
  }),
  actOnItem({
    id: 'releaseFollowUp',
    verb: 'release',
    summary: 'Gives an item back to its queue.',
    act: (deps, actor, number) => release(deps, actor, { number }),
  }),
  actOnItem({
    id: 'acknowledgeFollowUp',
    verb: 'acknowledge',
    summary: 'Says that somebody has seen an item and sees to it, so that it no longer escalates.',
    act: (deps, actor, number) => acknowledge(deps, actor, { number }),
  }),
  actOnItem({
    id: 'recordOutcome',
    verb: 'outcomes',
    summary:
      'Records the result of an attempt to reach the person, or of working the item; what comes next follows.',
    body: OUTCOME_ORDER,
    act: (deps, actor, number, { outcome, note = '', callbackAt }) =>
      recordOutcome(deps, actor, {
        ...{ number, outcome, note },
        ...(callbackAt === undefined ? {} : { callbackAt: ahead(callbackAt, deps.clock.now()) }),
      }),
  }),
  actOnItem({
    id: 'addNote',
    verb: 'notes',
    summary:
      'Adds a note, also to a closed item or one of another queue. Clinical words in it reach licensed staff.',
    body: NOTE_ORDER,
    act: (deps, actor, number, { note }) => addNote(deps, actor, { number, note }),
  }),
  actOnItem({
    id: 'raiseFollowUp',
    verb: 'raise',
    summary: 'Hands an item to licensed staff, whose item it may be, as clinical or as urgent.',
    body: RAISE_ORDER,
    act: (deps, actor, number, { urgency, note = '' }) => raiseItem(deps, actor, { number, urgency, note }),
  }),
  actOnItem({
    id: 'lowerFollowUp',
    verb: 'lower',
    summary: 'Hands an item of licensed staff back to the queue of its workflow, with a reason.',
    scopes: ['licensed'],
    body: LOWER_ORDER,
    act: (deps, actor, number, { reason, historyRead: read }) =>
      lowerItem(deps, actor, { number, reason, read }),
  }),
  actOnItem({
    id: 'removeFollowUp',
    verb: 'remove',
    summary: 'Takes an item off the active list without an attempt, for a reason.',
    body: REMOVAL_ORDER,
    act: (deps, actor, number, { reason, note }) => removeItem(deps, actor, { number, reason, note }),
  }),
  actOnItem({
    id: 'reopenFollowUp',
    verb: 'reopen',
    summary: 'Opens a closed item again with its whole history.',
    body: NOTE_ORDER,
    act: (deps, actor, number, { note }) => reopenItem(deps, actor, { number, note }),
  }),
]

import { z } from 'zod'
import { ESCALATION_TARGETS } from '../../domain/follow-up/item.ts'
import {
  LANGUAGES,
  OPEN_STATUSES,
  PAGE_LANGUAGES,
  QUEUES,
  RECORDED_OUTCOMES,
} from '../../domain/follow-up/words.ts'
import { count, delay, group, shortName, table, text, word } from './fields.ts'

/*
 * One workflow of the clinic file. Everything may be left out; what is left out is built in (complete-workflows.ts).
 */

const result = word(RECORDED_OUTCOMES)
const trueOrFalse = z.boolean('true or false')

const step = z.discriminatedUnion(
  'do',
  [
    group({ id: shortName, do: z.literal('call'), after: delay, voicemail: trueOrFalse.default(false) }),
    group({ id: shortName, do: z.literal('text'), after: delay, wording: text(60) }),
  ],
  {
    error: 'a step such as { id: first-callback, do: call, after: 60 business minutes }; do is call or text',
  },
)

const rungRule = 'at least one step such as { after: 60 business minutes, to: manager }, and at most 5'
const rung = group({ after: delay, to: word(ESCALATION_TARGETS) })

type FileRung = z.output<typeof rung>
const ladder = z
  .array(rung, rungRule)
  .min(1, rungRule)
  .max(5, rungRule)
  // There is a first one, as was just checked.
  .transform((rungs) => rungs as [FileRung, ...FileRung[]])

const documentRule = group({
  outcome: result,
  ...(Object.fromEntries(PAGE_LANGUAGES.map((code) => [code, text(200)])) as Record<
    (typeof PAGE_LANGUAGES)[number],
    z.ZodString
  >),
})

const sentences = z
  .array(text(300), 'a list of sentences')
  .min(1, 'at least one sentence')
  .max(12, 'at most 12')
const branch = group({ when: text(120), say: text(400), outcome: result })
const scriptWords = group({
  opening: text(400).exactOptional(),
  identity: text(400).exactOptional(),
  questions: sentences.exactOptional(),
  neverSay: sentences.exactOptional(),
  close: text(400).exactOptional(),
  voicemail: text(400).exactOptional(),
  branches: z
    .array(
      branch,
      'a list of branches such as { when: They are busy, say: When may we call?, outcome: callback-requested }',
    )
    .min(1, 'at least one branch')
    .max(20, 'at most 20 branches')
    .exactOptional(),
})

export const workflow = group(
  {
    queue: word(QUEUES).exactOptional(),
    target: delay.exactOptional(),
    joinLines: trueOrFalse.exactOptional(),
    sensitive: trueOrFalse.exactOptional(),
    cadence: z.array(step, 'a list of steps').max(20, 'at most 20 steps').exactOptional(),
    afterCadence: group({
      status: word(OPEN_STATUSES),
      queue: word(QUEUES),
      businessDays: count(0, 30),
    }).exactOptional(),
    ladder: ladder.exactOptional(),
    document: z.array(documentRule, 'a list of outcomes with what to write down').exactOptional(),
    script: table(LANGUAGES, scriptWords).exactOptional(),
  },
  {
    targetBusinessMinutes: (minutes) =>
      `target: ${typeof minutes === 'number' ? String(minutes) : '60'} business minutes (it is called target now)`,
  },
)
export type FileWorkflow = z.output<typeof workflow>
